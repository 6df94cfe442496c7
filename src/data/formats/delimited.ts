import { formatValue } from '../../language/format-value.js';
import { IssueLog } from '../issue-log.js';
import { isOwnHeader } from '../csv-columns.js';
import { guardedColumns, withoutFirstGuard, withoutGuard } from '../formula.js';
import type { Issue } from '../issue.js';
import { isDatedText } from './column-fields.js';
import { columnField, MOST_COLUMNS } from './column-names.js';
import type { FormatInput, FormatResult, ReadFormat } from './format.js';
import { cellPool, parseRows } from './row-parser.js';
import { behindComments } from './table-comments.js';
import { TableRecords } from './table-records.js';
import { isTimelineJsHeader, mapTimelineJsRows } from './timelinejs-sheet.js';
import { rank } from '../sorted-bounds.js';
import { part, type Work } from '../work.js';

/** How many characters are read in one go. */
const SLICE = 1 << 15;

/** From how many characters the delimiter is told. */
const HEAD = 1 << 13;

const DELIMITERS = [',', ';', '\t', '|'];

/** How many cells are taken in between two rests. */
const CELLS_AT_ONCE = 1 << 14;

/** By how many rows the columns are known. */
const SAMPLE = 1000;

/**
 * Reads a table in CSV or its like: cells between commas, semicolons, tabs or bars, as the text itself tells; any line
 * ends; columns known by their names in several languages, by `columns`, or by what they hold. Every cell is kept under
 * the name of its column too.
 */
export const readDelimited: ReadFormat = function* ({ text, columns }: FormatInput): Work<FormatResult> {
  const log = new IssueLog();
  const reader = new RowReader(text, log);
  const sample = yield* part(reader.read(SAMPLE), 0, 0.1);
  const [top] = sample;
  if (!top) {
    log.add(
      'invalid-document',
      'no data',
      undefined,
      'expected a row of column names, then a row for each event',
    );
    return { document: { events: [] }, issues: log.issues };
  }
  reader.unguard(sample);
  // Without names, as if there were an empty row of them above.
  const isNamed = !isData(top);
  if (isNamed && sample.length === 1)
    return { document: { events: [] }, issues: [...log.issues, nothingBelow(top, text)] };
  if (isNamed) sample.shift();
  else log.add('unknown-column', 'no row of column names', top.join(', '), BY_NUMBER, 'row 1');
  const header = top.slice(0, MOST_COLUMNS);
  const names = uniqueNames(isNamed ? header : header.map(() => ''));
  const rowNumber = (index: number): number => reader.rowNumber(isNamed ? index + 1 : index);
  const placeOf = (index: number, column: string): string =>
    `row ${rowNumber(index)}${column && `, column ${JSON.stringify(column)}`}`;

  if (!columns && isTimelineJsHeader(names)) {
    const rest = yield* part(reader.read(Infinity), 0.1, 0.5);
    const result = yield* part(mapTimelineJsRows(names, [...sample, ...rest], rowNumber), 0.5, 1);
    return { ...result, issues: [...log.issues, ...result.issues] };
  }
  const textOf = (value: unknown): string => (value as string | undefined) ?? '';
  const source = { names, width: top.length, sample, columns, textOf, placeOf, isOurs: isOwnHeader(top) };
  const table = yield* part(TableRecords.of(source), 0.1, 0.2);
  const long = { rows: [] as number[], cell: '' };
  for (let rows = sample; rows.length; rows = yield* part(reader.read(1), 0.2, 0.6)) {
    let cells = 0;
    for (const row of rows) {
      const extra = row.length > top.length && row.slice(top.length).find(cell => cell.trim());
      if (extra && long.rows.push(table.records.length) === 1) long.cell = extra;
      table.add(row);
      cells += row.length;
      if (cells < CELLS_AT_ONCE) continue;
      cells = 0;
      yield 0.2 + 0.4 * reader.share;
    }
    yield 0.2 + 0.4 * reader.share;
  }
  const { length: count } = long.rows;
  if (count) {
    const remedy = `expected ${top.length}${count > 1 ? ` (${count} rows have more)` : ''}; a cell with a delimiter in it needs quotes`;
    log.add('invalid-row', 'more cells than columns', long.cell, remedy, placeOf(long.rows[0]!, ''));
  }
  const issues = yield* part(table.readDates(), 0.6, 1);
  return {
    document: { events: table.records },
    issues: [...log.issues, ...issues],
    faulty: [...long.rows, ...table.faulty],
    untitled: !table.isTitled,
    placeOf: (index, field = '') => placeOf(index, field && table.columnOf(field)),
  };
};

const BY_NUMBER = 'the columns are called "column 1", "column 2" and so on; say in "columns" which is which';

/** Reads the rows of a text that hold anything, slice by slice, each cut where rows end. */
class RowReader {
  readonly #text: string;
  readonly #log: IssueLog;
  readonly #delimiter: string;
  readonly #pool = cellPool();
  /** Index of the next row, how many rows were read, and before which of them empty ones were left out. */
  #at: number;
  #count = 0;
  /** Takes away the guards of a row. */
  #plain: ((row: string[]) => void) | null = null;
  readonly #gaps: number[] = [];

  constructor(text: string, log: IssueLog) {
    const [line, declared] = /^sep=([^\n\r])(?:\r\n?|\n|$)/i.exec(text) ?? [''];
    const delimiterOf = (table: string): string => declared ?? findDelimiter(table);
    const { at, lines } = behindComments(text, line.length, delimiterOf);
    this.#text = text;
    this.#log = log;
    this.#at = at;
    this.#gaps.push(...Array<number>(lines).fill(0));
    this.#delimiter = delimiterOf(text.slice(at));
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#text.length;
  }

  /** How much of the text is read, 0 to 1. */
  get share(): number {
    return this.#at / this.#text.length;
  }

  /** Returns the next rows, so many at least where there are so many. */
  *read(least: number): Work<string[][]> {
    const rows: string[][] = [];
    while (!this.isAtEnd && rows.length < least) {
      const {
        rows: read,
        end,
        unclosed,
      } = parseRows(this.#text, this.#at, SLICE, this.#delimiter, this.#pool);
      if (unclosed !== undefined) {
        const quoted = this.#text.slice(unclosed, end).trimEnd();
        const place = `row ${this.#count + this.#gaps.length + read.length}`;
        this.#log.add('invalid-row', 'a quote is not closed', quoted, 'read to the end of the line', place);
      }
      for (const row of read) {
        if (!row.some(cell => cell.trim())) this.#gaps.push(this.#count);
        else {
          this.#plain?.(row);
          rows.push(row);
          this.#count++;
        }
      }
      this.#at = end;
      yield this.share;
    }
    return rows;
  }

  /** Tells from the first rows whether formulas are guarded, and takes the guards away: in these, and in what is read from now on. */
  unguard(rows: string[][]): void {
    const [header = []] = rows;
    const guarded = isOwnHeader(header) ? null : guardedColumns(rows, header.length);
    if (guarded && !guarded.includes(true)) return;
    this.#plain = row => {
      for (let i = 0; i < row.length; i++)
        if (!guarded) row[i] = withoutGuard(row[i]!);
        else if (guarded[i]) row[i] = withoutFirstGuard(row[i]!);
    };
    for (const row of rows) this.#plain(row);
  }

  /** Returns where a row stands in a spreadsheet, from 1: empty ones count. */
  rowNumber(index: number): number {
    return index + 1 + rank(this.#gaps, index, true);
  }
}

/** Returns the delimiter that parts the first rows of a text into the same number of cells, as far as may be. */
function findDelimiter(text: string): string {
  const head = text.slice(0, HEAD);
  let best = { delimiter: ',', same: 0, width: 0 };
  for (const delimiter of DELIMITERS) {
    const { rows } = parseRows(head, 0, text.length > HEAD ? HEAD >> 1 : HEAD, delimiter);
    const widths = rows.filter(row => row.some(Boolean)).map(row => row.length);
    const [width = 1] = widths;
    const same = width > 1 ? widths.filter(other => other === width).length / widths.length : 0;
    if (same > best.same || (same === best.same && same && width > best.width))
      best = { delimiter, same, width };
  }
  return best.delimiter;
}

/** Whether a first row is none of names: none of them is known, and one of its cells is a date. */
function isData(row: readonly string[]): boolean {
  const cells = row.slice(0, MOST_COLUMNS);
  return !cells.some(cell => columnField(cell)?.prefix === '') && cells.some(isDatedText);
}

/** Says what a text of but one row is: the names of columns, or no data, such as the words of a server. */
function nothingBelow(row: readonly string[], text: string): Issue {
  const isHeader = row.slice(0, MOST_COLUMNS).some(cell => columnField(cell)?.prefix === '');
  const what = isHeader ? 'a row of column names, but no rows below' : 'no data';
  const remedy = isHeader
    ? 'expected a row for each event'
    : 'expected a row of column names, then a row for each event';
  return {
    code: 'invalid-document',
    path: '',
    message: `${what}: ${formatValue(text.slice(0, 1000).trim())}; ${remedy}`,
    severity: isHeader ? 'warning' : 'error',
  };
}

/** Names for all columns: those without one, and the name that no record may have, are called by number; the second of a name is `name (2)`. */
function uniqueNames(header: readonly string[]): string[] {
  const names = new Set<string>();
  /** By name, the number that comes next. */
  const numbers = new Map<string, number>();
  for (const [i, cell] of header.entries()) {
    const name = cell.trim() && cell !== '__proto__' ? cell : `column ${i + 1}`;
    let unique = name;
    let number = numbers.get(name) ?? 2;
    for (; names.has(unique); number++) unique = `${name} (${number})`;
    numbers.set(name, number);
    names.add(unique);
  }
  return [...names];
}
