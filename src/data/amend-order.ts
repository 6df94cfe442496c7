import type { EpochMs } from '../time/epoch-ms.js';
import type { EventRows } from './event-rows.js';
import { rank, type SortedBounds } from './sorted-bounds.js';
import { spliced } from './spliced.js';
import { compareRows, rowTimes, type TimeOrder } from './time-order.js';

/** A dated event that is new, or at another time than it was. */
export interface Timed {
  readonly row: number;
  readonly start: EpochMs;
  readonly end: EpochMs;
}

/** The order of time after an amendment. `before` are the rows as they were, `rows` as they are; `gone` and `come` say what differs. */
export function amendOrder(
  order: TimeOrder,
  before: EventRows,
  rows: EventRows,
  gone: readonly number[],
  come: readonly Timed[],
): TimeOrder {
  const byRow = new Map(come.map(timed => [timed.row, timed]));
  const times = rowTimes(
    rows,
    row => byRow.get(row)!.start,
    row => byRow.get(row)!.end,
  );
  const { positions } = order;
  const others = rowTimes(
    before,
    row => order.starts[positions[row]!]!,
    row => order.ends[positions[row]!]!,
  );
  const compare = compareRows(times, others);
  const sorted = [...byRow.keys()].sort(compareRows(times));
  const places = gone.map(row => positions[row]!).sort((a, b) => a - b);
  const at = sorted.map(row => placeIn(order.rows, other => compare(row, other) > 0));
  const columns = {
    rows: spliced(order.rows, places, at, sorted),
    starts: spliced(order.starts, places, at, sorted.map(times.start)),
    ends: spliced(order.ends, places, at, sorted.map(times.end)),
  };
  const changed = Math.min(places[0] ?? Infinity, at[0] ?? Infinity);
  const moved = new Int32Array(rows.size).fill(-1, positions.length);
  moved.set(positions);
  for (const row of gone) moved[row] = -1;
  for (let i = changed; i < columns.rows.length; i++) moved[columns.rows[i]!] = i;
  return { ...columns, positions: moved };
}

/** Returns how many rows of a sorted column are before a place. */
function placeIn(column: Uint32Array, isBefore: (row: number) => boolean): number {
  let low = 0;
  let high = column.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBefore(column[middle]!)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** When an event begins and ends, and in how many lanes it stands. */
export interface Bound {
  readonly start: EpochMs;
  readonly end: EpochMs;
  readonly lanes: number;
}

/** The sorted bounds after an amendment. */
export function amendBounds(
  bounds: SortedBounds,
  gone: readonly Bound[],
  come: readonly Bound[],
): SortedBounds {
  const amended = (column: Float64Array, of: (bound: Bound) => number | undefined): Float64Array => {
    const numbers = (all: readonly Bound[]): number[] =>
      all
        .flatMap(bound => Array.from({ length: bound.lanes }, () => of(bound) ?? []))
        .flat()
        .sort(ascending);
    const values = numbers(come);
    let next = 0;
    const places = numbers(gone).map(value => (next = Math.max(next, rank(column, value)) + 1) - 1);
    return spliced(
      column,
      places,
      values.map(value => rank(column, value, true)),
      values,
    );
  };
  return {
    starts: amended(bounds.starts, ({ start }) => start),
    ends: amended(bounds.ends, ({ start, end }) => (start === end ? undefined : end)),
    instants: amended(bounds.instants, ({ start, end }) => (start === end ? end : undefined)),
  };
}

/** Compares without subtracting: two open ends are equal. */
const ascending = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0);
