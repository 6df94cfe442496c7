const NEWLINE = 10;
const RETURN = 13;
const QUOTE = 34;

/** A stretch of whole rows. */
export interface RowSlice {
  /** The cells of each, verbatim. */
  readonly rows: string[][];
  /** Index into the text, behind the last line end. */
  readonly end: number;
  /** Where a quote stands that is never closed: its cell, and the stretch, end with its line. */
  readonly unclosed?: number;
}

/** How many cells are kept in mind: a power of two. */
const POOL = 1 << 12;

/**
 * Returns room for cells that were read, each at the place of its hash. The columns of most tables say the same few things
 * again and again: one text takes less memory, and less time to collect what is left over, than as many.
 */
export const cellPool = (): string[] => new Array<string>(POOL);

/**
 * Returns the rows that begin at `from`, itself the beginning of one, until they are `size` characters long or little
 * longer. The grammar is RFC 4180 with any line ends and any delimiter of one character: a quote opens a text only
 * where a cell begins, two of them are one within it. What stands between the closing one and the next delimiter,
 * which the grammar does not know, is kept with the cell. What `pool` has is taken out of it. O(length).
 */
export function parseRows(
  text: string,
  from: number,
  size: number,
  delimiter: string,
  pool = cellPool(),
): RowSlice {
  const divider = delimiter.charCodeAt(0);
  const rows: string[][] = [];
  let row: string[] = [];
  for (let at = from; at < text.length;) {
    let quoted = '';
    if (text.charCodeAt(at) === QUOTE) {
      const closing = closingQuote(text, at + 1);
      if (closing < 0 || isOfAnother(text, at, closing, divider)) {
        const end = behindLine(text, at);
        row.push(text.slice(at + 1, end).trimEnd());
        rows.push(row);
        return { rows, end, unclosed: at };
      }
      quoted = text.slice(at + 1, closing).replaceAll('""', '"');
      at = closing + 1;
    }
    const start = at;
    let hash = 0;
    let code = text.charCodeAt(at);
    while (code !== divider && code !== NEWLINE && code !== RETURN && at < text.length) {
      hash = (Math.imul(hash, 31) + code) | 0;
      code = text.charCodeAt(++at);
    }
    const place = hash & (POOL - 1);
    const known = pool[place];
    const isKnown = known?.length === at - start && text.startsWith(known, start);
    row.push(quoted + (isKnown ? known : (pool[place] = text.slice(start, at))));
    if (code === divider) {
      if (++at < text.length) continue;
      row.push('');
    } else at = behindLine(text, at);
    rows.push(row);
    row = [];
    if (at >= from + size) return { rows, end: at };
  }
  return { rows, end: text.length };
}

function closingQuote(text: string, at: number): number {
  for (let i = text.indexOf('"', at); i >= 0; i = text.indexOf('"', i + 2)) if (text[i + 1] !== '"') return i;
  return -1;
}

/** Whether a quote in a later line with something behind it closes nothing: it was there that a cell began. */
const isOfAnother = (text: string, quote: number, closing: number, divider: number): boolean =>
  closing + 1 < text.length &&
  ![divider, NEWLINE, RETURN].includes(text.charCodeAt(closing + 1)) &&
  /[\n\r]/.test(text.slice(quote, closing));

/** Returns the index behind the first line end at or after `at`; that of the end where there is none. */
function behindLine(text: string, at: number): number {
  for (let i = at; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === NEWLINE) return i + 1;
    if (code === RETURN) return text.charCodeAt(i + 1) === NEWLINE ? i + 2 : i + 1;
  }
  return text.length;
}
