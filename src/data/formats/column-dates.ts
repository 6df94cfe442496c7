import { daysInMonth, fromCivil } from '../../time/civil.js';
import { readLooseDate } from '../../time/loose-date.js';
import { readClock } from '../../time/loose-point.js';
import { monthNumber } from '../../time/month-names.js';
import { isPlainDay } from '../../time/plain-date.js';
import { dayText, two } from '../../time/write-edtf.js';
import type { IssueCode } from '../issue.js';
import type { Work } from '../work.js';
import type { FieldColumns } from './column-fields.js';
import { isPartOf, withoutFootnotes } from './column-words.js';
import {
  dialectsOf,
  isSentinel,
  noEvidence,
  observe,
  observeYear,
  readCell,
  shortYear,
  type Cause,
  type DateDialect,
} from './date-dialect.js';
import { isEither } from './year-pairs.js';

/** The dates of a row, as fields of its event. */
export interface RowDates {
  readonly date?: string;
  readonly start?: string;
  readonly end?: string;
  /** What is written where a cause that holds for a whole column leaves the event without a date. */
  readonly dateText?: string;
}

/** How often something was found in a column. */
export interface Finding extends Cause {
  readonly code: IssueCode;
  readonly column: number;
  /** The first. */
  readonly value: string;
  readonly rows: number[];
}

export interface DateReader {
  /** Returns the dates of the row at an index. */
  read(index: number): RowDates;
  /** What could not be read so far, once for each column and cause. */
  readonly findings: readonly Finding[];
}

/** The cells of a table, by row and column. */
export interface Cells {
  readonly count: number;
  cellAt(row: number, column: number): string;
}

/** By which fields of a table one side of an event's time is said. */
interface SideColumns {
  readonly base?: number;
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
  readonly hour?: number;
  readonly minute?: number;
  readonly time?: number;
}

/** How many rows are looked at in one go. */
const STRETCH = 500;

/**
 * Returns what reads the dates of a table, after a look at all of them: the order of day and month and times that
 * say no more than midnight are questions to a whole column. `isOurs` says that we have written it.
 */
export function* readDates(cells: Cells, columns: FieldColumns, isOurs = false): Work<DateReader> {
  const { date, start, end, year, month, day, hour, minute, time } = columns;
  const bases = [...new Set([date, start, end, year])].filter(column => column !== undefined);
  const evidence = bases.map(noEvidence);
  for (let i = 0; i < cells.count; i++) {
    if (i % STRETCH === 0) yield i / cells.count;
    for (let b = 0; b < bases.length; b++) {
      const cell = cells.cellAt(i, bases[b]!);
      if (isPlainDay(cell)) {
        evidence[b]!.cells++;
        observeYear(Number(cell.slice(0, 4)), evidence[b]!);
      } else if (cell) observe(withoutFootnotes(cell), evidence[b]!);
    }
  }
  const dialects = new Map(dialectsOf(evidence, isOurs).map((dialect, b) => [bases[b]!, dialect]));
  const reader = new SideReader(cells, dialects);
  const parts = { year, month, day, hour, minute, time };
  const from: SideColumns = { base: start ?? date, ...parts };
  const toParts = {
    month: columns.endMonth,
    day: columns.endDay,
    hour: columns.endHour,
    minute: columns.endMinute,
    time: columns.endTime,
  };
  const to: SideColumns = { base: end, ...toParts };
  // A whole date beside a start and an end says more than they do.
  const whole: SideColumns | null =
    date !== undefined && start !== undefined ? { base: date, ...parts, year: undefined } : null;
  const isStretch = Object.values(to).some(column => column !== undefined);

  return {
    findings: reader.findings,
    read(index) {
      const said = whole ? reader.read(index, whole) : NOTHING;
      if (isKnown(said)) return { date: said.date };
      const first = reader.read(index, from);
      const last = isStretch ? reader.readEnd(index, to, first) : NOTHING;
      if (!isStretch && isKnown(first)) return { date: first.date };
      const [a, z] = [first.date.split('/')[0]!, last.date.split('/').at(-1)!];
      if (isKnown(first)) {
        const after = z || (last.cause ? '' : last.text);
        return !after || after === a ? { date: first.date } : { start: a, end: after };
      }
      const text = [first.text ?? said.text, last.text].filter(Boolean).join(' – ');
      const cause = first.cause ?? said.cause ?? last.cause;
      if (isKnown(last) && z !== OPEN) return { start: cause ? UNKNOWN : a || first.text, end: z };
      return !text ? NONE : cause ? { dateText: text } : { date: text };
    },
  };
}

const NONE: RowDates = {};

const UNKNOWN = 'unknown';
const OPEN = '..';

/** One side of an event's time: EDTF, or why there is none and what is written instead. */
interface Side {
  readonly date: string;
  readonly text?: string;
  readonly cause?: Cause;
}

const NOTHING: Side = { date: '' };

const isKnown = ({ date }: Side): boolean => date !== '' && date !== UNKNOWN;

const NO_MONTH: Cause = { what: 'no month', remedy: 'left out; expected 1 to 12, or a name' };
const NO_DAY: Cause = { what: 'no day of that month', remedy: 'left out; expected its number' };
const NO_TIME: Cause = { what: 'no time of day', remedy: 'left out; expected a time such as "15:10"' };
const MONTHLESS: Cause = { what: 'a day without a month', remedy: 'left out; expected both' };

const NO_YEAR: Cause = {
  what: 'a number for no date, as no other year is negative',
  remedy: 'left out; expected an empty cell, or a year such as "-0099"',
};

const YEARS: Cause = {
  what: 'two years, or a season as EDTF numbers them',
  remedy: 'read as years, which follow each other; expected "2022/2023", or "autumn 2022"',
};

const SEASON: Cause = {
  what: 'a season as EDTF numbers them, or two years',
  remedy: 'read as a season; two years are "2022/2023"',
};

const PART: Cause = {
  what: 'the beginning, the middle or the end of a stretch',
  remedy: 'read as the whole of it, as EDTF has no word for less',
};

const MIDNIGHTS: Cause = { what: 'all times are midnights of some zone', remedy: 'read as days' };

class SideReader {
  readonly findings: Finding[] = [];
  readonly #cells: Cells;
  readonly #dialects: ReadonlyMap<number, DateDialect>;

  constructor(cells: Cells, dialects: ReadonlyMap<number, DateDialect>) {
    this.#cells = cells;
    this.#dialects = dialects;
    for (const [column, { zoned }] of dialects) {
      if (zoned) this.findings.push({ ...MIDNIGHTS, code: 'unknown-zone', column, value: zoned, rows: [0] });
    }
  }

  read(index: number, columns: SideColumns): Side {
    const { base, year, hour, time } = columns;
    const plain = base === undefined ? '' : this.#cells.cellAt(index, base);
    if (hour === undefined && time === undefined && isPlainDay(plain)) return { date: plain };
    const known = withoutFootnotes(this.#textAt(index, year)).replace(/\.0$/, '');
    const cell = withoutFootnotes(this.#textAt(index, base));
    const date = this.#readCell(cell, base, known, index);
    if (typeof date === 'string' && date && date !== UNKNOWN)
      return { date: this.#withParts(date, columns, index) };
    // Of what can't be read, the year may still be known.
    const alone = known && this.#readCell(known, year, '', index);
    if (alone && typeof alone === 'string' && alone !== UNKNOWN)
      return { date: this.#withParts(alone, columns, index) };
    if (typeof date === 'string') return /know/i.test(cell) ? { date: UNKNOWN } : NOTHING;
    return { date: '', text: this.#textAt(index, base), cause: date ?? undefined };
  }

  /** Reads the end of what begins at `first`: without a date of its own, of the same year or day. */
  readEnd(index: number, columns: SideColumns, first: Side): Side {
    if (this.#textAt(index, columns.base)) return this.read(index, columns);
    const [begin = ''] = first.date.split('/');
    const [day = '', clock] = begin.split('T');
    const from = isNone(this.#textAt(index, columns.month)) ? day : (/^-?\d{4}/.exec(day)?.[0] ?? '');
    const date = this.#withParts(from, columns, index);
    if (date === from) return NOTHING;
    const [last = '', until = ''] = date.split('T');
    // What begins at ten in the evening and ends at two ends the day after.
    return { date: clock && until && last === day && until < clock ? `${dayAfter(day)}T${until}` : date };
  }

  #readCell(cell: string, column: number | undefined, year: string, index: number): string | Cause | null {
    if (!cell || isPlainDay(cell)) return cell;
    const dialect = this.#dialects.get(column!)!;
    if (isSentinel(cell, dialect)) {
      this.#note(NO_YEAR, column!, index, cell, 'outlier-date');
      return '';
    }
    const date = readCell(cell, dialect, year);
    if (date && typeof date === 'object') this.#note(date, column!, index, cell);
    else if (date && isEither(cell) && dialect.pairs.startsWith('likely'))
      this.#note(dialect.pairs.endsWith('years') ? YEARS : SEASON, column!, index, cell, 'ambiguous-date');
    else if (date && isPartOf(cell)) this.#note(PART, column!, index, cell, 'loose-date');
    else if (date && dialect.shortYears && !year && shortYear(cell) !== null) {
      const { first, last } = dialect.shortYears;
      const cause = {
        what: 'years of two digits',
        remedy: `read as ${first} to ${last}; expected four digits`,
      };
      this.#note(cause, column!, index, cell, 'bare-year');
    }
    return date;
  }

  #textAt(row: number, column: number | undefined): string {
    return column === undefined ? '' : this.#cells.cellAt(row, column).trim();
  }

  /**
   * A date with what other columns say more of it: the month and day of a year, the time of a day. What they say that can
   * be none is a finding, and left out.
   */
  #withParts(date: string, { month, day, hour, minute, time }: SideColumns, row: number): string {
    const take = <T>(column: number | undefined, read: (cell: string) => T | undefined, cause: Cause) => {
      const cell = this.#textAt(row, column);
      const part = cell ? read(cell) : undefined;
      if (part === undefined && !isNone(cell)) this.#note(cause, column!, row, cell);
      return part;
    };
    let finer = date;
    if (month !== undefined && /^-?\d{4}$/.test(finer)) {
      const asMonth = (cell: string) => wholeNumber(cell, 1, 12) ?? (monthNumber(cell) || undefined);
      const m = take(month, asMonth, NO_MONTH);
      const isEmpty = m === undefined && isNone(this.#textAt(row, month));
      const last = m === undefined ? 0 : daysInMonth(Number(finer), m);
      const d =
        m || isEmpty ? take(day, cell => wholeNumber(cell, 1, last), m ? NO_DAY : MONTHLESS) : undefined;
      if (m) finer += `-${two(m)}${d ? `-${two(d)}` : ''}`;
    }
    if (!/^-?\d{4}-\d\d-\d\d$/.test(finer)) return finer;
    const clock = take(time, cell => readClock(withColons(cell)) ?? undefined, NO_TIME);
    if (clock !== undefined) return finer + clock;
    const h = take(hour, cell => wholeNumber(cell, 0, 23), NO_TIME);
    if (h === undefined) return finer;
    return `${finer}T${two(h)}:${two(take(minute, cell => wholeNumber(cell, 0, 59), NO_TIME) ?? 0)}`;
  }

  #note(cause: Cause, column: number, row: number, value: string, code: IssueCode = 'invalid-date'): void {
    const found = this.findings.find(finding => finding.column === column && finding.what === cause.what);
    if (found) found.rows.push(row);
    else this.findings.push({ ...cause, code, column, value, rows: [row] });
  }
}

/** A time as programs write it that take it for a number: `93000.0` is half past nine. */
const withColons = (cell: string): string =>
  cell.replace(
    /^(\d\d?)(\d\d)(\d\d)(?:\.0+)?$/,
    (_, ...[h, m, s]: string[]) => `${two(Number(h))}:${m}:${s}`,
  );

function dayAfter(day: string): string {
  const [year = 0, month, date = 0] = day.split(/(?!^)-/).map(Number);
  return dayText(fromCivil({ year, month, day: date + 1 }));
}

/** Whether a cell says that there is no such part: nothing, a word for that, or `0` as programs write it. */
const isNone = (cell: string): boolean =>
  /^(?:0*|-9{2,4})(?:\.0)?$/.test(cell) || readLooseDate(cell) === 'unknown';

/** The number that the digits of a text make, with or without the `.0` of programs that know no whole ones. */
function wholeNumber(text: string, least: number, most: number): number | undefined {
  const number = /^\d{1,2}(\.0)?$/.test(text) ? Number(text) : NaN;
  return number >= least && number <= most ? number : undefined;
}
