import type { EpochMs } from '../time/epoch-ms.js';
import type { EventRows } from './event-rows.js';
import { countBefore, rank, type SortedBounds } from './sorted-bounds.js';
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
  const at = sorted.map(row => countBefore(order.rows.length, i => compare(row, order.rows[i]!) > 0));
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
    const numbers = (all: readonly Bound[]): Float64Array =>
      Float64Array.from(
        all.flatMap(bound => Array.from({ length: bound.lanes }, () => of(bound) ?? [])).flat(),
      ).sort();
    const values = numbers(come);
    let next = 0;
    const places = Array.from(numbers(gone), value => (next = Math.max(next, rank(column, value)) + 1) - 1);
    return spliced(
      column,
      places,
      Array.from(values, value => rank(column, value, true)),
      values,
    );
  };
  return {
    starts: amended(bounds.starts, ({ start }) => start),
    ends: amended(bounds.ends, ({ start, end }) => (start === end ? undefined : end)),
    instants: amended(bounds.instants, ({ start, end }) => (start === end ? end : undefined)),
  };
}
