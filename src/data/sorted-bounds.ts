import type { EventRows } from './event-rows.js';
import { radixSort } from './radix-sort.js';
import type { TimeOrder } from './time-order.js';
import { part, type Work } from './work.js';

/**
 * When events begin and end, each ascending and once for each of their lanes, so that what overlaps a view is counted and
 * not visited: what began before its end, less what ended before its start.
 */
export interface SortedBounds {
  readonly starts: Float64Array;
  /** Ends of those that last. */
  readonly ends: Float64Array;
  /** Moments of those that do not. */
  readonly instants: Float64Array;
}

/** How many events are looked at between two rests: about a millisecond. */
const BATCH = 1 << 14;

/** Returns the sorted bounds of the events of a table. */
export function* sortedBounds(events: EventRows, { rows, starts, ends }: TimeOrder): Work<SortedBounds> {
  const { lanes } = events;
  const lanesOf = (i: number): number => (lanes.areSingle ? 1 : lanes.list(events.place(rows[i]!)).length);
  let count = 0;
  let lasting = 0;
  for (let i = 0; i < rows.length; i++) {
    const times = lanesOf(i);
    count += times;
    if (starts[i] !== ends[i]) lasting += times;
    if (i % BATCH === 0) yield 0;
  }
  const isRepeated = count > rows.length;
  const begins = isRepeated ? new Float64Array(count) : starts;
  const last = new Float64Array(lasting);
  const instants = new Float64Array(count - lasting);
  let [toBegin, toLast, toInstant] = [0, 0, 0];
  for (let i = 0; i < rows.length; i++) {
    const start = starts[i]!;
    const end = ends[i]!;
    for (let times = lanesOf(i); times > 0; times--) {
      if (isRepeated) begins[toBegin++] = start;
      if (start === end) instants[toInstant++] = end;
      else last[toLast++] = end;
    }
    if (i % BATCH === 0) yield i / rows.length / 2;
  }
  return { starts: begins, ends: yield* part(radixSort(last), 0.5, 1), instants };
}

/** How many of the ascending `values` are below `limit` (`orEqual`: or equal to it). O(log n). */
export function rank(values: ArrayLike<number>, limit: number, orEqual = false): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const value = values[middle]!;
    if (value < limit || (orEqual && value === limit)) low = middle + 1;
    else high = middle;
  }
  return low;
}
