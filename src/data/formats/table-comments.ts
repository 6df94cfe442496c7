import { columnField } from './column-names.js';
import { parseRows } from './row-parser.js';

/** Where the rows of a table begin, and how many lines stand above them. */
export interface TableStart {
  readonly at: number;
  readonly lines: number;
}

const LINE = /[^\n\r]*(?:\r\n?|\n|$)/y;

/**
 * Returns where a table begins: behind the lines with `#` in front that programs write above it. The last of them is the
 * row of names where it has as many cells as the row below and one that names a column, as `#,title,date` has.
 * `findDelimiter` tells what parts the cells of a text.
 */
export function behindComments(
  text: string,
  from: number,
  findDelimiter: (text: string) => string,
): TableStart {
  let last: TableStart | undefined;
  let at = from;
  let lines = 0;
  for (; /[#\n\r]/.test(text[at] ?? ''); lines++) {
    if (text[at] === '#') last = { at, lines };
    LINE.lastIndex = at;
    LINE.test(text);
    at = LINE.lastIndex;
  }
  if (!last) return { at: from, lines: 0 };
  // Where all lines are such, they are all there is.
  if (at >= text.length) return { at: from, lines: 0 };
  const delimiter = findDelimiter(text.slice(at));
  const cellsOf = (start: number): string[] => parseRows(text, start, 1, delimiter).rows[0] ?? [];
  const names = cellsOf(last.at);
  const isHeader =
    names.length === cellsOf(at).length &&
    (names[0] === '#' || names.some(name => columnField(name)?.prefix === ''));
  return isHeader ? last : { at, lines };
}
