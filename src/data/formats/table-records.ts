import { IssueLog } from '../issue-log.js';
import type { Issue, IssueCode } from '../issue.js';
import { isEntry, type Entry } from '../read-shape.js';
import { part, type Work } from '../work.js';
import { readDates, type Finding, type RowDates } from './column-dates.js';
import { htmlColumns } from './column-html.js';
import { addressesIn, findFields, isAddress, type FieldColumns, type SampleTable } from './column-fields.js';
import { MOST_COLUMNS, type ColumnField } from './column-names.js';
import type { Columns } from './format.js';
import { HtmlFields } from './html-fields.js';
import { looksLikeHtml } from './html-text.js';
import { statusOfWord } from './status-words.js';
import { isField, readField } from './text-fields.js';

/** A table, row by row. */
export interface TableSource extends SampleTable {
  /** How many columns there are; `names` has the first of very many. */
  readonly width: number;
  readonly columns?: Columns;
  /** Whether we have written it, so that its dates are EDTF. */
  readonly isOurs?: boolean;
  placeOf(row: number, column: string): string;
}

type Draft = Record<string, unknown>;

/** How many rows are read in one go. */
const STRETCH = 500;

/** In a wider table, a record most of whose cells are empty has the others alone. */
const WIDE = 100;

/** The fields that say when, with the columns that they may come from. */
const DATES: Readonly<Record<string, readonly ColumnField[]>> = {
  date: ['date', 'start', 'year'],
  start: ['start', 'date', 'year'],
  end: ['end', 'endTime', 'endMonth', 'endDay', 'endHour'],
};

const WHEN = Object.keys(DATES);
const isDate = (name: string): boolean => WHEN.includes(name);

/** Under which name a value is kept where a field of ours has its own name, and says something else. */
const asGiven = (name: string): string => `${name} (as given)`;

/** What is said of dates that were read in full for all that, or as fully as can be. */
const READ: ReadonlySet<IssueCode> = new Set(['unknown-zone', 'ambiguous-date', 'loose-date']);

/** Makes records of events of the rows of a table: all values under the names of their columns, and our fields beside them. */
export class TableRecords {
  readonly records: Entry[] = [];
  /** The rows whose dates can't be read, once they were tried. */
  readonly faulty = new Set<number>();
  readonly #source: TableSource;
  readonly #log: IssueLog;
  readonly #found: FieldColumns;
  /** By column, under which name its values are kept; empty where a field of ours holds the same. */
  readonly #keys: readonly string[];
  /** By column, what is no address where there should be one. */
  readonly #unlocated = new Map<number, Finding>();
  /** The fields that are texts, and their columns. */
  readonly #texts: readonly (readonly [string, number])[];
  /** The columns of texts in HTML. */
  readonly #html: ReadonlySet<number>;
  /** An empty record: made from one, all have one shape. */
  readonly #blank: Entry;
  /** The same for a record that has few of the columns. */
  readonly #sparse: Entry;

  /** Returns what reads a table, once it is known what its columns are. */
  static *of(source: TableSource): Work<TableRecords> {
    const log = new IssueLog();
    const found = yield* part(findFields(source, source.columns ?? {}, log), 0, 0.5);
    const words = WORDS.flatMap(field => found[field] ?? []);
    const html = yield* part(htmlColumns(source, words), 0.5, 1);
    return new TableRecords(source, found, html, log);
  }

  private constructor(source: TableSource, found: FieldColumns, html: ReadonlySet<number>, log: IssueLog) {
    const { names, width } = source;
    if (width > names.length)
      log.add('unknown-column', 'more columns than are read', width, FIRST_COLUMNS, 'columns');
    this.#log = log;
    this.#source = source;
    this.#found = found;
    this.#html = html;
    const texts = Object.entries(found).filter(([field]) => isField(field) && !isDate(field));
    const written = texts.filter(([, column]) => html.has(column));
    for (const [field, column] of written)
      log.add('unknown-column', 'cells are HTML', names[column], READ_AS_TEXT, 'columns', field);
    // The links in HTML come behind the sources of a column of their own.
    this.#texts = [...texts.filter(text => !written.includes(text)), ...written];
    const isTaken = (name: string, column: number) => found[name as ColumnField] === column;
    this.#keys = names.map((name, i) =>
      !isField(name) || (isDate(name) && isTaken(name, i)) ? name : isTaken(name, i) ? '' : asGiven(name),
    );
    const fields = [...this.#texts.map(([field]) => field), ...(found.end === undefined ? ['date'] : WHEN)];
    this.#blank = blankOf([...fields, ...this.#keys]);
    this.#sparse = blankOf(fields);
  }

  /** Takes a row. What it has more than there are names is kept by number, up to as many columns as a table may have. */
  add(values: readonly unknown[]): void {
    const { names, textOf } = this.#source;
    const record: Draft = { ...(isSparse(values, names.length) ? this.#sparse : this.#blank) };
    for (const [field, column] of this.#texts) {
      const text = textOf(values[column]);
      if (!text.trim()) continue;
      if (isLocating(field) && !addressesIn(text).every(isAddress))
        this.#leave(record, column, values[column], text);
      else if (this.#html.has(column) && looksLikeHtml(text))
        this.#takeHtml(record, field, column, values[column], text);
      else record[field] = readValue(field, text);
    }
    const count = Math.min(values.length, MOST_COLUMNS);
    for (let i = 0; i < count; i++) {
      if (values[i] === undefined) continue;
      const key = this.#keys[i] ?? (values[i] ? `column ${i + 1}` : '');
      if (key) record[key] = values[i];
      else if (isEntry(values[i])) record[asGiven(names[i]!)] = values[i];
    }
    this.records.push(record);
  }

  /** Takes the words of a cell in HTML, its links as sources, and keeps it as it is under another name. */
  #takeHtml(record: Draft, field: string, column: number, given: unknown, html: string): void {
    const fields = new HtmlFields();
    const text = field === 'summary' ? fields.text(html) : fields.line(html);
    if (text) record[field] = readValue(field, text);
    if (fields.sources.length)
      record.sources = [...((record.sources as unknown[] | undefined) ?? []), ...fields.sources];
    if (!this.#keys[column]) record[asGiven(this.#source.names[column]!)] = given;
  }

  /** Keeps what is no address under the name of its column, no field of ours, and takes note of it. */
  #leave(record: Draft, column: number, given: unknown, value: string): void {
    if (!this.#keys[column]) record[asGiven(this.#source.names[column]!)] = given;
    const row = this.records.length;
    const found = this.#unlocated.get(column);
    if (found) found.rows.push(row);
    else this.#unlocated.set(column, { ...NO_ADDRESS, column, value, rows: [row] });
  }

  /** Reads the dates of all rows taken, and returns what was wrong with the table. */
  *readDates(): Work<readonly Issue[]> {
    const { names, textOf, placeOf, isOurs } = this.#source;
    const { records } = this;
    const keys = this.#keys;
    const cellAt = (row: number, column: number): string => textOf(records[row]![keys[column]!]);
    const dates = yield* part(readDates({ count: records.length, cellAt }, this.#found, isOurs), 0, 0.5);
    for (let row = 0; row < records.length; row++) {
      if (row % STRETCH === 0) yield 0.5 + row / records.length / 2;
      giveDates(records[row] as Draft, dates.read(row), keys);
    }
    for (const { code, column, rows, value, what, remedy } of [
      ...this.#unlocated.values(),
      ...dates.findings,
    ]) {
      const more = rows.length > 1 ? ` (${rows.length} cells of this column)` : '';
      this.#log.add(code, what + more, value, remedy, placeOf(rows[0]!, names[column]!));
      if (!READ.has(code)) rows.forEach(row => this.faulty.add(row));
    }
    return this.#log.issues;
  }

  /** Whether a column has the titles; where none has, an issue says so. */
  get isTitled(): boolean {
    return this.#found.title !== undefined;
  }

  /** Returns the name of the column that a field was read from; empty where there is none. */
  columnOf(field: string): string {
    const found = this.#found;
    const origin = (DATES[field] ?? [field as ColumnField]).find(name => found[name] !== undefined);
    return origin ? this.#source.names[found[origin]!]! : '';
  }
}

const blankOf = (fields: readonly string[]): Entry =>
  Object.fromEntries(fields.filter(Boolean).map(field => [field, undefined]));

/** Whether most cells of a row of a wide table are empty. */
const isSparse = (values: readonly unknown[], width: number): boolean =>
  width > WIDE && values.reduce((count: number, value) => count + (value ? 1 : 0), 0) * 2 < width;

/** The fields that may be written in HTML. */
const WORDS: readonly ColumnField[] = ['title', 'summary', 'short', 'place', 'people', 'tags', 'lane'];

const READ_AS_TEXT = 'read as plain text, links as sources';

const FIRST_COLUMNS = `the first ${MOST_COLUMNS} are read; leave out those that are not needed`;

/** Puts dates into a record; what a column of that name says otherwise is kept. */
function giveDates(record: Draft, dates: RowDates, keys: readonly string[]): void {
  // Most say what the column does, which costs less to see than to go through the fields.
  const { date, start, end, dateText } = dates;
  if (date === record.date && start === record.start && end === record.end && !dateText) return;
  for (const field of WHEN) {
    const value = dates[field as keyof RowDates];
    const given = record[field];
    if (value === given) continue;
    if (given && given !== date && keys.includes(field)) record[asGiven(field)] = given;
    record[field] = value;
  }
  if (dateText) record.dateText = dateText;
}

/** An address at the end, with or without a title. */
const LOCATED = /^(?:(.*\S)\s+)?(https?:\S+)$/is;

/** A source is a title, an address, or a title with its address behind it; only such can be told from one another. */
function sourcesIn(text: string): Entry[] {
  const parts = text.split(/;\s+/).map(part => LOCATED.exec(part));
  const found = parts.every(Boolean) ? parts : [LOCATED.exec(text)];
  return found.map(match =>
    match ? { ...(match[1] && { title: match[1] }), url: match[2] } : { title: text },
  );
}

/** Whether a field says where something is found. */
const isLocating = (field: string): boolean => field === 'url' || field === 'media';

const NO_ADDRESS = {
  code: 'invalid-value',
  what: 'no address',
  remedy: 'left out; expected a URL',
} as const;

function readValue(field: string, given: string): unknown {
  if (field === 'title' || field === 'summary') return given;
  const text = given.trim();
  if (field === 'calendar') return text.toLowerCase();
  if (field === 'status') return statusOfWord(text) ?? text;
  if (field === 'media') return addressesIn(text).map(src => ({ src }));
  if (field === 'sources') return sourcesIn(text);
  return readField(field, text);
}
