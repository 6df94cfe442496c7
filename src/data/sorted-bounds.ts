import type { LaneAssignment } from './lane-assignment.js';
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

/** Returns the sorted bounds of the events of a table; they share its columns where those are sorted and each event counts once. */
export function* sortedBounds(lanes: LaneAssignment, order: TimeOrder): Work<SortedBounds> {
  const lanesAt = lanes.areSingle ? null : (i: number) => lanes.list(lanes.place(order.rows[i]!)).length;
  const { starts, ends } = order;
  let count = 0;
  let lasting = 0;
  for (let i = 0; i < starts.length; i++) {
    const times = lanesAt?.(i) ?? 1;
    count += times;
    if (starts[i] !== ends[i]) lasting += times;
    if (i % BATCH === 0) yield 0;
  }
  // Columns that would say the same are shared: they are written to, but nothing in them changes.
  const isSingle = count === starts.length;
  const bounds = {
    starts: isSingle ? starts : new Float64Array(count),
    ends: isSingle && lasting === count ? ends : new Float64Array(lasting),
    instants: new Float64Array(count - lasting),
  };
  let [toStart, toEnd, toInstant] = [0, 0, 0];
  for (let i = 0; i < starts.length; i++) {
    const start = starts[i]!;
    const end = ends[i]!;
    for (let times = lanesAt?.(i) ?? 1; times > 0; times--) {
      bounds.starts[toStart++] = start;
      if (start === end) bounds.instants[toInstant++] = end;
      else bounds.ends[toEnd++] = end;
    }
    if (i % BATCH === 0) yield i / starts.length / 2;
  }
  return { ...bounds, ends: yield* part(radixSort(bounds.ends), 0.5, 1) };
}

/**
 * How many of the ascending `values` are below `limit` (`orEqual`: or equal to it): of those at some places alone, where those
 * are given, so that the values there ascend. O(log n).
 */
export function rank(
  values: ArrayLike<number>,
  limit: number,
  orEqual?: boolean,
  places?: Uint32Array | null,
): number {
  let low = 0;
  let high = (places ?? values).length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const value = values[places ? places[middle]! : middle]!;
    if (value < limit || (orEqual && value === limit)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many of so many things in order come before a place. O(log n). */
export function countBefore(length: number, isBefore: (i: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
