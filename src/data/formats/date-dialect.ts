import { daysInMonth, fromCivil, toCivil } from '../../time/civil.js';
import { readLooseDate } from '../../time/loose-date.js';
import { readClock } from '../../time/loose-point.js';
import { two, yearText } from '../../time/write-edtf.js';
import { readWords } from './column-words.js';
import { rangeOfShortYears, yearOfShort, type YearRange } from './short-years.js';
import { noPairs, observePair, readingOfPairs, type PairEvidence, type PairReading } from './year-pairs.js';

/** Why the dates of a column can't be read, said once for all of them. */
export interface Cause {
  readonly what: string;
  readonly remedy: string;
}

const ORDER: Cause = {
  what: 'the day or the month may stand first',
  remedy: 'no date of the table tells; expected dates such as "2019-11-12"',
};

const ORDERS: Cause = {
  what: 'the day or the month may stand first',
  remedy: 'some dates of the table have the day first, others the month; expected dates such as "2019-11-12"',
};

const CENTURY: Cause = {
  what: 'years of two digits',
  remedy: 'expected four digits, or a column named "year" beside them',
};

type Order = 'day' | 'month';

/** What stands first in dates of one kind: `both` where they contradict each other, null where nothing tells. */
type FoundOrder = Order | 'both' | null;

/** How the dates of a column are written, as far as all of them together tell. */
export interface DateDialect {
  /** What stands first in `12/11/2019`. */
  readonly order: FoundOrder;
  /** What stands first in `12.11.2019`. */
  readonly dottedOrder: FoundOrder;
  /** Which years those of two digits are; null where nothing tells. */
  readonly shortYears: YearRange | null;
  /** What `1834-35` is. */
  readonly pairs: PairReading;
  /** Years are written without leading zeros, so that `30` is one. */
  readonly ancient: boolean;
  /** Years before the first are written with a minus, so that `-99` is one. */
  readonly negative: boolean;
  /** Every time is a midnight, where the date is that many days later than the one written; null where times are times. */
  readonly midnight: 0 | 1 | null;
  /** The times that are taken for midnights of a zone that nothing names; empty where none are. */
  readonly zoned: string;
}

/** What the cells of a column have shown so far. */
export interface DateEvidence {
  cells: number;
  /** By how its time begins and whether it ends with `Z`: how many cells. */
  readonly clocks: Map<string, number>;
  /** What was seen to stand first in dates with slashes or dashes, and in those with dots: who mixes them copied from others. */
  readonly orders: Set<Order>;
  readonly dottedOrders: Set<Order>;
  /** Years of two digits, and the reach of those of four. */
  readonly shortYears: Set<number>;
  wholeYears: YearRange | undefined;
  readonly pairs: PairEvidence;
  ancient: boolean;
  negative: boolean;
}

export const noEvidence = (): DateEvidence => ({
  cells: 0,
  clocks: new Map(),
  orders: new Set(),
  dottedOrders: new Set(),
  shortYears: new Set(),
  wholeYears: undefined,
  pairs: noPairs(),
  ancient: false,
  negative: false,
});

const SLASHED = /^(\d\d?)([/.-])(\d\d?)\2(\d{4}|\d\d)(?:,? +(\d.*))?$/;
/** `21-Jan-77`, as spreadsheets write it. */
const NAMED = /^(\d\d?[ -]\p{L}{3,9}\.?[ -])(\d\d)$/u;
/** What programs write where there is no number. */
const SENTINEL = /^-9{2,4}(?:\.0)?$/;
const CLOCK = /[T ](\d\d?:\d\d)(?::00(?:\.0+)?)?(Z?)(?:[+-]\d\d:?\d\d)?$/;

/** Whether a cell holds a number for no date, and no year: `-99` where no other year of the table is negative. */
export const isSentinel = (cell: string, { negative }: DateDialect): boolean =>
  !negative && SENTINEL.test(cell);

/** Whether a text is a date in numbers whose year comes last. */
export const isSlashed = (text: string): boolean => SLASHED.test(text);

/** Returns the year of a date whose year has two digits, null for any other text. */
export function shortYear(cell: string): number | null {
  const [, a, , b, written] = SLASHED.exec(cell) ?? [];
  if (written?.length === 2 && Math.min(Number(a), Number(b)) < 13 && Math.max(Number(a), Number(b)) < 32)
    return Number(written);
  const [, , year] = NAMED.exec(cell) ?? [];
  return year ? Number(year) : null;
}

/** Takes note of a year of four digits. */
export function observeYear(year: number, evidence: DateEvidence): void {
  const { first, last } = evidence.wholeYears ?? { first: year, last: year };
  if (evidence.wholeYears && year >= first && year <= last) return;
  evidence.wholeYears = { first: Math.min(first, year), last: Math.max(last, year) };
}

/** Takes note of a cell. */
export function observe(cell: string, evidence: DateEvidence): void {
  if (!/\d/.test(cell)) return;
  evidence.cells++;
  const [, first, separator, second] = SLASHED.exec(cell) ?? [];
  const orders = separator === '.' ? evidence.dottedOrders : evidence.orders;
  if (Number(first) > 12) orders.add('day');
  if (Number(second) > 12) orders.add('month');
  const short = shortYear(cell);
  if (short !== null) evidence.shortYears.add(short);
  const [whole] = /(?<!\d)\d{4}(?!\d)/.exec(cell) ?? [];
  if (whole) observeYear(Number(whole), evidence);
  const [, time, zone] = CLOCK.exec(cell) ?? [];
  if (time) evidence.clocks.set(time + zone, (evidence.clocks.get(time + zone) ?? 0) + 1);
  observePair(cell, evidence.pairs);
  if (/^-\d/.test(cell) && !SENTINEL.test(cell)) evidence.negative = true;
  if (evidence.negative || /\bB\.?C/i.test(cell)) evidence.ancient = true;
}

/**
 * What the columns of one table tell together: who wrote one wrote the others, but for times, which each has of its own.
 * In a table that we have written, what can be EDTF is EDTF.
 */
export function dialectsOf(columns: readonly DateEvidence[], isOurs = false): DateDialect[] {
  const some = (is: (column: DateEvidence) => boolean) => columns.some(is);
  const order = soleOrder(columns.map(column => column.orders));
  // Wherever dates are written with dots, the day comes first (CLDR 48, short formats of dates).
  const dottedOrder = soleOrder(
    columns.map(column => column.dottedOrders),
    'day',
  );
  const pairs = isOurs ? 'parts' : readingOfPairs(columns.map(column => column.pairs));
  const ancient = some(column => column.ancient);
  const negative = some(column => column.negative);
  const shortYears = shortYearsOf(columns);
  return columns.map(column => ({
    order,
    dottedOrder,
    shortYears,
    pairs,
    ancient,
    negative,
    ...midnightOf(column),
  }));
}

function shortYearsOf(columns: readonly DateEvidence[]): YearRange | null {
  const whole = columns.flatMap(({ wholeYears }) => wholeYears ?? []);
  return rangeOfShortYears(
    new Set(columns.flatMap(({ shortYears }) => [...shortYears])),
    whole.length
      ? {
          first: Math.min(...whole.map(({ first }) => first)),
          last: Math.max(...whole.map(({ last }) => last)),
        }
      : undefined,
  );
}

/** The order that was seen, or what is usual where none was. */
function soleOrder(seen: readonly ReadonlySet<Order>[], usual: Order | null = null): FoundOrder {
  const [first = usual, ...others] = new Set(seen.flatMap(orders => [...orders]));
  return others.length ? 'both' : first;
}

/** In fewer rows, clocks may by chance have stood at one hour. */
const ENOUGH = 10;

/**
 * Midnight is no time where all say it. Programs also write the midnight of a zone in UTC: then all say the same
 * hour or, with summer time, two hours next to each other.
 */
function midnightOf({ cells, clocks }: DateEvidence): Pick<DateDialect, 'midnight' | 'zoned'> {
  const times = [...clocks.keys()];
  const hours = times.map(time => parseInt(time, 10));
  const [low, high] = [Math.min(...hours), Math.max(...hours)];
  const count = [...clocks.values()].reduce((sum, n) => sum + n, 0);
  const none = { midnight: null, zoned: '' };
  if (count < cells || count < 2) return none;
  if (times.every(time => /^0?0:00/.test(time))) return { midnight: 0, zoned: '' };
  const isOfZone = times.length < 3 && times.every(time => time.endsWith(':00Z')) && high - low < 2;
  if (!isOfZone || count < ENOUGH || (low < 13 && high > 11)) return none;
  return { midnight: low > 12 ? 1 : 0, zoned: times.sort().join(', ') };
}

/**
 * Returns EDTF for a cell; `unknown`, `..` or an empty text as `readLooseDate` does; a cause that may be that of
 * other cells; or null for what can't be read. `year` is that of another column, or empty.
 */
export function readCell(cell: string, dialect: DateDialect, year: string): string | Cause | null {
  if (!cell) return '';
  const { pairs, ancient, midnight } = dialect;
  const slashed = SLASHED.exec(cell);
  if (slashed) {
    const [, a = '', separator, b = '', written = '', rest] = slashed;
    const order = separator === '.' ? dialect.dottedOrder : dialect.order;
    const own = a === b || Number(a) > 12 ? 'day' : Number(b) > 12 ? 'month' : null;
    const first = order === 'both' ? own : (order ?? own);
    if (!first) return order ? ORDERS : ORDER;
    const whole = written.length > 2 ? written : wholeYear(written, dialect, year);
    if (!whole) return CENTURY;
    const clock = rest ? readClock(rest) : '';
    if (clock === null) return null;
    const [day, month] = (first === 'day' ? [a, b] : [b, a]).map(Number) as [number, number];
    if (month < 1 || month > 12 || day < 1 || day > daysInMonth(Number(whole), month)) return null;
    return `${whole}-${two(month)}-${two(day)}${midnight === 0 ? '' : clock}`;
  }
  const [, before = '', written = ''] = NAMED.exec(cell) ?? [];
  if (written) {
    const full = wholeYear(written, dialect, year);
    return full ? readLooseDate(before + full) : CENTURY;
  }
  const whole = /^\d+\.0$/.test(cell) ? cell.slice(0, -2) : cell;
  if (/^\d{6}$/.test(whole) && year.length === 4 && year.endsWith(whole.slice(0, 2)))
    return `${year}-${whole.slice(2, 4)}-${whole.slice(4)}`;
  const date =
    readWords(whole) ??
    readLooseDate(whole, { ranges: pairs.endsWith('years') }) ??
    (/^-?\d{3}$/.test(whole) || (ancient && /^-?\d{1,2}$/.test(whole))
      ? yearText(Number(whole))
      : year && readLooseDate(`${whole} ${year}`));
  if (!date || midnight === null || !date.includes('T')) return date || null;
  const [y = 0, m, d] = date.slice(0, 10).split('-').map(Number);
  const later = toCivil(fromCivil({ year: y, month: m, day: d! + midnight }));
  return [yearText(later.year), two(later.month), two(later.day)].join('-');
}

/** Returns the year that is written with two digits: that of another column, else, where there is none, by those of the table. */
function wholeYear(written: string, { shortYears }: DateDialect, year: string): string {
  if (year) return year.length === 4 && year.endsWith(written) ? year : '';
  return shortYears ? yearText(yearOfShort(Number(written), shortYears)) : '';
}
