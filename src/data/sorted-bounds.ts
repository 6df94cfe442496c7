import type { LaneAssignment } from './lane-assignment.js';
import { gathered, radixOrder } from './radix-sort.js';
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
  /** Positions of the events that last, by when they end, each once; absent where nobody has sorted them. */
  readonly byEnd?: Uint32Array;
}

/** How many events are looked at between two rests: about a millisecond. */
const BATCH = 1 << 14;

/** Returns the sorted bounds of the events of a table; they share its columns where those are sorted and each event counts once. */
export function* sortedBounds(lanes: LaneAssignment, order: TimeOrder): Work<SortedBounds> {
  const timesAt = lanes.areSingle ? () => 1 : (i: number) => lanes.list(lanes.place(order.rows[i]!)).length;
  const { starts, ends } = order;
  const { length } = starts;
  const lasting = new Uint32Array(length);
  let [events, count, endCount] = [0, 0, 0];
  for (let i = 0; i < length; i++) {
    const times = timesAt(i);
    count += times;
    if (starts[i] !== ends[i]) {
      lasting[events++] = i;
      endCount += times;
    }
    if (i % BATCH === 0) yield 0;
  }
  const byEnd = yield* part(orderOfEnds(ends, lasting.subarray(0, events)), 0, 0.6);
  // Columns that would say the same are shared: they are written to, but nothing in them changes.
  const isSingle = count === length;
  const areOwn = isSingle && events === count && byEnd.every((position, i) => position === i);
  const bounds = {
    starts: isSingle ? starts : new Float64Array(count),
    ends: areOwn ? ends : new Float64Array(endCount),
    instants: new Float64Array(count - endCount),
    byEnd,
  };
  let [toStart, toInstant, toEnd] = [0, 0, 0];
  for (let i = 0; i < length; i++) {
    const start = starts[i]!;
    for (let times = timesAt(i); times > 0; times--) {
      bounds.starts[toStart++] = start;
      if (start === ends[i]) bounds.instants[toInstant++] = start;
    }
    const last = byEnd[i];
    if (last !== undefined)
      for (let times = timesAt(last); times > 0; times--) bounds.ends[toEnd++] = ends[last]!;
    if (i % BATCH === 0) yield 0.6 + (0.4 * i) / length;
  }
  return bounds;
}

/** Returns some positions by when what is there ends. */
function* orderOfEnds(ends: Float64Array, positions: Uint32Array): Work<Uint32Array> {
  const own = yield* part(gathered(ends, positions, new Float64Array(positions.length)), 0, 0.1);
  const order = yield* part(radixOrder(own), 0.1, 1);
  return order.map(i => positions[i]!);
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
