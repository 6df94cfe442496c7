import type { TimeSpan } from '../time/epoch-ms.js';
import { radixOrder } from './radix-sort.js';
import { rank, type SortedBounds } from './sorted-bounds.js';
import type { TimeOrder } from './time-order.js';
import type { Work } from './work.js';

/** How far the dated events of a table reach, and which of them far outreach the rest. */
export interface Reach {
  /** The hull of all finite bounds; `null` without any. */
  readonly hull: TimeSpan | null;
  /** The hull of those of the events that are no outliers. */
  readonly extent: TimeSpan | null;
  /** Positions of the outliers, ascending. */
  readonly outliers: readonly number[];
}

/** With fewer events, none is said to be an outlier. */
const ENOUGH = 20;
/** Of so many events one may be an outlier, and of fewer one too. */
const PER_OUTLIER = 100;
/** What is left without the outliers is shorter than the whole by so many times. */
const SHRINKS = 10;

/**
 * Returns how far the events reach. Outliers are the fewest events, one in a hundred at most or a single one, without which the
 * hull is less than a tenth of what it is with them. O(1) where the events are spread over the whole, else O(n).
 */
export function* reachOf(order: TimeOrder, bounds: SortedBounds): Work<Reach> {
  const hull = hullOf(order, bounds);
  const whole: Reach = { hull, extent: hull, outliers: [] };
  const limit = hull ? (hull.end - hull.start) / SHRINKS : 0;
  const most = Math.max(1, Math.floor(order.rows.length / PER_OUTLIER));
  if (order.rows.length < ENOUGH || limit <= 0 || areSpread(order, most, limit)) return whole;
  const lows = yield* lowest(order, most, 1);
  const highs = yield* lowest(order, most, -1);
  return furthest(lows, highs, most, limit, whole);
}

/** Returns from the first to the last finite moment of some events; null where there is none. */
export function hullOf({ starts, ends }: TimeOrder, bounds: SortedBounds): TimeSpan | null {
  // Of the events that begin openly, which come first, the earliest end; of all that last, the latest end.
  const firsts = [starts[rank(starts, -Infinity, true)], starts[0] === -Infinity ? ends[0] : undefined];
  const lasts = [bounds.ends[rank(bounds.ends, Infinity) - 1], bounds.instants.at(-1), starts.at(-1)];
  const start = Math.min(...firsts.filter(isFinite));
  const end = Math.max(...lasts.filter(isFinite));
  return start <= end ? { start, end } : null;
}

const isFinite = (at: number | undefined): at is number => Number.isFinite(at);

/** Whether so few events can't be left out for the rest to be shorter than a limit: a look at the starts, and at long events, tells. */
function areSpread({ starts, ends }: TimeOrder, most: number, limit: number): boolean {
  const open = rank(starts, -Infinity, true);
  const last = starts.length - 1 - most;
  if (last > open + most && starts[last]! - starts[open + most]! >= limit) return true;
  let long = 0;
  for (let i = open; i < starts.length && long <= most; i++)
    if (ends[i]! - starts[i]! >= limit && ends[i]! < Infinity) long++;
  return long > most;
}

/** One of the events that reach furthest: its position, and how far. */
type Furthest = readonly [position: number, bound: number];

/** Returns the events with the lowest bounds, the lowest first; with the direction -1 those with the highest. */
function* lowest({ starts, ends }: TimeOrder, most: number, direction: 1 | -1): Work<Furthest[]> {
  const positions: number[] = [];
  const reached: number[] = [];
  for (let i = 0; i < starts.length; i++) {
    const [near, far] = direction > 0 ? [starts[i]!, ends[i]!] : [ends[i]!, starts[i]!];
    const bound = isFinite(near) ? near : far;
    if (!isFinite(bound)) continue;
    positions.push(i);
    reached.push(bound * direction);
    if (i % (1 << 14) === 0) yield i / starts.length / 2;
  }
  const order = yield* radixOrder(Float64Array.from(reached));
  return Array.from(order.subarray(0, most + 1), at => [positions[at]!, reached[at]! * direction]);
}

const ranksOf = (all: readonly Furthest[]) => new Map(all.map(([position], i) => [position, i]));

/**
 * Leaves out so many of the lowest, and so many of the highest as are then needed, for all numbers of the former; the fewest
 * together win. Who reaches far to both sides counts once.
 */
function furthest(
  lows: readonly Furthest[],
  highs: readonly Furthest[],
  most: number,
  limit: number,
  whole: Reach,
): Reach {
  const [lowRanks, highRanks] = [ranksOf(lows), ranksOf(highs)];
  let best: { readonly a: number; readonly b: number; readonly length: number } | null = null;
  let fewest = most + 1;
  let both = 0;
  for (let a = 0, b = highs.length; a < lows.length; a++) {
    const start = lows[a]![1];
    while (b > 0 && highs[b - 1]![1] - start < limit)
      if ((lowRanks.get(highs[--b]![0]) ?? Infinity) < a) both--;
    const length = b < highs.length ? highs[b]![1] - start : Infinity;
    const count = a + b - both;
    if (length < limit && (count < fewest || (count === fewest && best && length < best.length))) {
      best = { a, b, length };
      fewest = count;
    }
    if ((highRanks.get(lows[a]![0]) ?? Infinity) < b) both++;
  }
  if (!best) return whole;
  const { a, b } = best;
  const outliers = new Set([...lows.slice(0, a), ...highs.slice(0, b)].map(([position]) => position));
  const rest = (all: readonly Furthest[]): number => all.find(([position]) => !outliers.has(position))![1];
  return {
    hull: whole.hull,
    extent: { start: rest(lows), end: rest(highs) },
    outliers: [...outliers].sort((x, y) => x - y),
  };
}
