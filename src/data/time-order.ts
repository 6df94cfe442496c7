import type { EpochMs } from '../time/epoch-ms.js';
import { INSTANT } from './event-form.js';
import type { EventRows } from './event-rows.js';
import { mergeSort, sortShort } from './merge-sort.js';
import { gathered, radixOrder } from './radix-sort.js';
import { part, type Work } from './work.js';

/** The dated events in the order of time. */
export interface TimeOrder {
  /** Row of the event at a position. */
  readonly rows: Uint32Array;
  /** In ms, ascending; `-Infinity` where the start is open. */
  readonly starts: Float64Array;
  /** In ms; `Infinity` where the end is open, equal to the start for an instant. */
  readonly ends: Float64Array;
  /** Position of the event in a row; -1 where there is none. */
  readonly positions: Int32Array;
}

/** What the order of time asks about the event of a row. */
export interface RowTimes {
  start(row: number): EpochMs;
  end(row: number): EpochMs;
  /** Unix ms of both sides, `-Infinity` where a side is no instant. */
  instants(row: number): readonly [from: number, to: number];
  hasInstant(row: number): boolean;
  id(row: number): string;
  /** The number of the beginning of its id. */
  idStart(row: number): number;
}

/** Returns the times of rows that begin and end as told. */
export function rowTimes(
  rows: EventRows,
  start: (row: number) => EpochMs,
  end: (row: number) => EpochMs,
  idStart = (row: number): number => idNumber(rows.ids.of(row)),
): RowTimes {
  const known = new Map<number, readonly [number, number]>();
  const hasInstant = rows.hasInstants ? (row: number) => (rows.form(row) & INSTANT) !== 0 : () => false;
  return {
    start,
    end,
    idStart,
    hasInstant,
    instants(row) {
      let found = hasInstant(row) ? known.get(row) : NO_INSTANTS;
      if (!found) {
        const span = rows.span(row);
        known.set(row, (found = [span?.from.instant ?? -Infinity, span?.to.instant ?? -Infinity]));
      }
      return found;
    },
    id: row => rows.ids.of(row),
  };
}

/**
 * Returns what compares a row with another, or with one of another table: by start, then end, then id, so that the order
 * does not depend on that of the input. Of times that clocks put back show twice, the earlier instant comes first.
 */
export const compareRows =
  (times: RowTimes, others = times) =>
  (a: number, b: number): number => {
    const byTime = order(times.start(a), others.start(b)) || order(times.end(a), others.end(b));
    if (byTime) return byTime;
    if (times.hasInstant(a) || others.hasInstant(b)) {
      const [i, j] = [times.instants(a), others.instants(b)];
      const byInstant = order(i[0], j[0]) || order(i[1], j[1]);
      if (byInstant) return byInstant;
    }
    // No two events of a table have one id.
    return order(times.idStart(a), others.idStart(b)) || (times.id(a) < others.id(b) ? -1 : 1);
  };

const NO_INSTANTS = [-Infinity, -Infinity] as const;

/** Compares without subtracting: two open ends are equal. */
const order = (a: number, b: number) => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Returns a number of the first six characters of an id, that sorts as ids do: most ids are told apart without being looked
 * up. Where a character takes more than a byte, it and all that follows count as one.
 */
export function idNumber(id: string): number {
  let number = 0;
  let isPlain = true;
  for (let i = 0; i < 6; i++) {
    isPlain &&= !(id.charCodeAt(i) >= 255);
    number = number * 256 + (isPlain ? id.charCodeAt(i) || 0 : 255);
  }
  return number;
}

/** How many rows are looked at between two rests: about a millisecond. */
const BATCH = 1 << 14;

/** What is sorted by, by row: when events begin and end, NaN for the undated, and the number of the beginning of their ids. */
export interface SortKeys {
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  readonly idStarts: Float64Array;
}

/** Returns the order of the dated events of some rows. The memory of the keys becomes that of the columns. */
export function* timeOrder(rows: EventRows, { starts, ends, idStarts }: SortKeys): Work<TimeOrder> {
  const { size } = rows;
  const dated = yield* datedRows(starts, size);
  const keys = dated
    ? yield* part(gathered(starts, dated, new Float64Array(dated.length)), 0, 0)
    : starts.subarray(0, size);
  const order = yield* part(radixOrder(keys), 0, 0.5);
  if (dated) for (let i = 0; i < order.length; i++) order[i] = dated[order[i]!]!;
  const times = rowTimes(
    rows,
    row => starts[row]!,
    row => ends[row]!,
    row => idStarts[row]!,
  );
  yield* part(sortTies(order, starts, compareRows(times)), 0.5, 0.9);
  const positions = yield* part(inverse(order, size), 0.9, 0.94);
  return {
    rows: order,
    starts: yield* part(gathered(starts, order, idStarts), 0.94, 0.97),
    ends: yield* part(gathered(ends, order, starts), 0.97, 1),
    positions,
  };
}

/** Returns the rows of dated events, null for all. */
function* datedRows(starts: Float64Array, size: number): Work<Uint32Array | null> {
  const rows = new Uint32Array(size);
  let count = 0;
  for (let row = 0; row < size; row++) {
    if (!Number.isNaN(starts[row])) rows[count++] = row;
    if (row % BATCH === 0) yield 0;
  }
  return count < size ? rows.slice(0, count) : null;
}

/** So many rows are sorted by insertion sooner than in any other way. */
const FEW = 16;

/** Puts rows that begin at the same time in order. */
function* sortTies(
  order: Uint32Array,
  starts: Float64Array,
  compare: (a: number, b: number) => number,
): Work<void> {
  const { length } = order;
  let rested = 0;
  for (let from = 0, to = 0; from < length; from = to) {
    const start = starts[order[from]!]!;
    while (to < length && starts[order[to]!] === start) to++;
    if (to - from <= FEW) sortShort(order, from, to, compare);
    else yield* part(mergeSort(order, from, to, compare), from / length, to / length);
    if (to - rested < 2048) continue;
    rested = to;
    yield to / length;
  }
}

/** Returns the position of each row; -1 for those that have none. */
function* inverse(order: Uint32Array, size: number): Work<Int32Array> {
  const positions = new Int32Array(size).fill(-1);
  for (let i = 0; i < order.length; i++) {
    positions[order[i]!] = i;
    if (i % BATCH === 0) yield i / order.length;
  }
  return positions;
}
