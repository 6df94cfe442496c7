import type { EpochMs, TimeSpan } from '../time/epoch-ms.js';

/** A stretch of time before something in which nothing begins or ends. */
export interface ColumnGap extends TimeSpan {
  /** Its height. */
  readonly px: number;
  /** Whether it is longer than that height says: then its length is written on it. */
  readonly folded: boolean;
}

/** What stands in the column: an entry, or all that a cluster stands for. */
export interface Stop extends TimeSpan {
  /** Whether more may begin and end in it than is seen. */
  readonly gathers: boolean;
}

/** Height of the longest gap that is told by its height. */
const MOST_PX = 64;
/** Height of one that is folded. */
const FOLD_PX = 48;
/** The longest gap that is not folded, as a share of the view. */
const MOST_SHARE = 1 / 12;

/**
 * The gaps before stops in time order; none where one begins as or before another ends. Heights are in proportion to
 * time, in views of one length the same, up to a limit beyond which a gap is folded, and `longest` at the most. What lasts leaves no gap
 * because of that: gaps lie between what begins and what is over, whether it is seen or counted. `endedBy` tells how much
 * is over by a moment, of what is an instant what comes before it.
 */
export function columnGaps(
  stops: readonly Stop[],
  view: TimeSpan,
  endedBy: (at: EpochMs) => number,
  longest: EpochMs = Infinity,
): (ColumnGap | null)[] {
  const limit = (view.end - view.start) * MOST_SHARE;
  const lasting = stops.filter(({ start, end }) => start < end);
  const ends = lasting.map(({ end }) => end).sort((a, b) => a - b);
  const gathering = joined(stops.filter(({ gathers }) => gathers));
  let last = -Infinity;
  let over = 0;
  let cell = 0;
  return stops.map(stop => {
    while (cell < gathering.length && gathering[cell]!.end <= stop.start) cell++;
    // Of a cell that gathers only the time before it is silent.
    const end = Math.min(stop.start, gathering[cell]?.start ?? Infinity);
    for (; over < ends.length && ends[over]! <= end; over++) last = Math.max(last, ends[over]!);
    const from = last;
    last = Math.max(last, stop.start);
    if (!(from > -Infinity && from < end)) return null;
    const start = lastEnd(Math.max(from, view.start), end, endedBy) ?? from;
    const length = end - start;
    if (length === 0) return null;
    const folded = length > limit || length >= longest;
    return { start, end, px: folded ? FOLD_PX : (MOST_PX * length) / limit, folded };
  });
}

/** Stretches in the order of their begin, those that overlap as one. */
function joined(stretches: readonly TimeSpan[]): TimeSpan[] {
  const found: TimeSpan[] = [];
  for (const { start, end } of [...stretches].sort((a, b) => a.start - b.start)) {
    const before = found.at(-1);
    if (before && start <= before.end)
      found[found.length - 1] = { start: before.start, end: Math.max(before.end, end) };
    else found.push({ start, end });
  }
  return found;
}

/** When the last is over that ends after one moment, and no later than another; null where none does. */
function lastEnd(from: EpochMs, to: EpochMs, endedBy: (at: EpochMs) => number): EpochMs | null {
  if (from >= to) return null;
  let low = after(from, to);
  let high = to;
  const ended = endedBy(high);
  if (endedBy(low) === ended) return null;
  for (let at = middle(low, high); at > low && at < high; at = middle(low, high))
    if (endedBy(at) < ended) low = at;
    else high = at;
  return high;
}

const middle = (a: EpochMs, b: EpochMs): EpochMs => a + (b - a) / 2;

/** The number next to one, in the direction of another: by then an instant is over. */
function after(from: EpochMs, towards: EpochMs): EpochMs {
  let next = towards;
  for (let at = middle(from, next); at > from && at < next; at = middle(from, next)) next = at;
  return next;
}
