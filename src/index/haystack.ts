import type { EventTable } from '../data/event-table.js';
import { finish, type Work } from '../data/work.js';
import { valuesReader } from './field-values.js';
import { fold } from './fold.js';

/** Rows of one piece of text: read in a few milliseconds, and again when one of them has changed. */
const PIECE = 1024;

/** So many columns are kept of fields that were asked for by name: readers try names, and each column is as long as the data. */
const MOST_NAMED = 8;

const SPACE = 32;

/** The fields that are searched where none is named. */
const SEARCHED = ['title', 'short', 'summary', 'people', 'place', 'tags', 'sources'] as const;

/** The folded texts of some rows, one after the other. */
interface Piece {
  readonly text: string;
  /** Where the text of each row begins, and where the last ends. */
  readonly offsets: Uint32Array;
  /** What it was read from. */
  readonly records: readonly unknown[];
  readonly isEmpty: boolean;
}

/**
 * The texts of the events of a table, folded and put together once, so that to look for words is to scan a few long strings.
 * What another table had read before of the same records is taken over.
 */
export class Haystack {
  readonly #table: EventTable;
  /** By field, those that were asked for last at the end; `''` holds all that is searched by default. */
  readonly #columns = new Map<string, readonly Piece[]>();

  constructor(table: EventTable, before: Haystack | null = null) {
    this.#table = table;
    if (before)
      for (const [field, pieces] of before.#columns)
        this.#columns.set(field, finish(this.#read(field, pieces)));
  }

  /** Folds what is searched by default, where that is not done yet. */
  *prepare(): Work<void> {
    if (!this.#columns.has('')) this.#columns.set('', yield* this.#read(''));
  }

  /** Whether any event has something in a field. */
  has(field: string): boolean {
    return this.#column(field).some(({ isEmpty }) => !isEmpty);
  }

  /**
   * Marks the rows in whose texts a needle is found, of one field or of all that are searched by default: of all rows, or of those
   * that are marked in `among`.
   */
  find(needle: string, field: string | null, among: Uint8Array | null = null): Uint8Array {
    const found = new Uint8Array(this.#table.rows.size);
    // Spaces are everywhere: it is quicker to look for the word, and then whether it begins there.
    const begins = needle.startsWith(' ');
    const words = begins ? needle.slice(1) : needle;
    let first = 0;
    for (const { text, offsets } of this.#column(field ?? '')) {
      const count = offsets.length - 1;
      for (let i = 0; ; i++) {
        if (among) while (i < count && among[first + i] === 0) i++;
        if (i >= count) break;
        let at = text.indexOf(words, offsets[i]);
        while (begins && at >= 0 && text.charCodeAt(at - 1) !== SPACE) at = text.indexOf(words, at + 1);
        if (at < 0) break;
        while (offsets[i + 1]! <= at) i++;
        if (!among || among[first + i] === 1) found[first + i] = 1;
      }
      first += count;
    }
    return found;
  }

  #column(field: string): readonly Piece[] {
    const pieces = this.#columns.get(field) ?? finish(this.#read(field));
    // The one that was asked for last is the last to go.
    this.#columns.delete(field);
    this.#columns.set(field, pieces);
    const named = [...this.#columns.keys()].filter(name => name !== '');
    if (named.length > MOST_NAMED) this.#columns.delete(named[0]!);
    return pieces;
  }

  *#read(field: string, before: readonly Piece[] = []): Work<readonly Piece[]> {
    const { rows, document } = this.#table;
    const readers = (field === '' ? SEARCHED : [field]).map(name => valuesReader(this.#table, name));
    const titles = new Map(document.lanes.map(({ id, title }) => [id, title]));
    const textOf = (row: number): string => {
      let text = '\n';
      for (const read of readers)
        for (const value of read(row)) {
          const words = fold(value);
          if (words !== '') text += ` ${words} \n`;
          const title = field === 'lane' ? titles.get(value) : undefined;
          if (title !== undefined && title !== value) text += ` ${fold(title)} \n`;
        }
      return text;
    };
    const pieces: Piece[] = [];
    for (let from = 0; from < rows.size; from += PIECE) {
      yield from / rows.size;
      const to = Math.min(rows.size, from + PIECE);
      const records: unknown[] = [];
      for (let row = from; row < to; row++) records.push(rows.isLive(row) ? rows.record(row) : null);
      const known = before[from / PIECE];
      // A lane or an id may have changed under the same record.
      if (known && field !== 'lane' && field !== 'id' && isSame(known.records, records)) {
        pieces.push(known);
        continue;
      }
      const texts: string[] = [];
      const offsets = new Uint32Array(to - from + 1);
      for (let i = 0; i < to - from; i++) {
        const text = records[i] === null ? '\n' : textOf(from + i);
        texts.push(text);
        offsets[i + 1] = offsets[i]! + text.length;
      }
      const text = texts.join('');
      pieces.push({ text, offsets, records, isEmpty: text.length === to - from });
    }
    return pieces;
  }
}

const isSame = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((value, i) => value === b[i]);
