import type { EpochMs } from '../time/epoch-ms.js';
import { medianGap } from './median-gap.js';
import { PiecewiseWarp } from './piecewise-warp.js';
import { PROPORTIONAL, type Warp } from './warp.js';

/** How many times as long as is usual between two events a silence is that may be folded. */
const LONG = 4;
/** And as what share of all the time that is not folded. */
const SHARE = 0.15;
/** Silences that are at least that share of the longest among them are much alike: all of them are folded, or none. */
const ALIKE = 0.5;
/** The share of all that time that each fold is drawn as long as, and what all may take together. */
const FOLD = 0.08;
const MOST = 0.6;

/** What is known of when things happen. */
export interface Happenings {
  /** When events begin, ascending and distinct; of one with an open begin when it ends. */
  readonly moments: Float64Array;
  /** All moments at which something begins or ends, ascending and distinct. */
  readonly bounds: Float64Array;
}

/**
 * Time as it is, but for long silences, in which nothing begins or ends: each is drawn as long as the others. A silence is folded
 * where it is much longer than is usual between two events, and takes much of the line as that is without those that are
 * longer still or much alike: of forty winters as of one. So among happenings as many years apart as others are days, all but the finest have their folds.
 */
export function compressedWarp(happenings: Happenings): Warp {
  const { bounds } = happenings;
  const silences = longSilences(happenings);
  if (silences.length === 0) return PROPORTIONAL;
  const rest = silences.reduce(
    (left, i) => left - (bounds[i + 1]! - bounds[i]!),
    bounds.at(-1)! - bounds[0]!,
  );
  const length = Math.max(1, Math.round(rest * Math.min(FOLD, MOST / silences.length)));
  const stops: EpochMs[] = [];
  const places: number[] = [];
  const folded = new Set<number>();
  // Counted from the first of all, so that what is close together may be told apart.
  let [last, place] = [bounds[0]!, 0];
  for (const i of silences.sort((a, b) => a - b)) {
    const [start, end] = [bounds[i]!, bounds[i + 1]!];
    place += start - last;
    if (stops.at(-1) !== start) {
      stops.push(start);
      places.push(place);
    }
    folded.add(stops.length - 1);
    place += length;
    stops.push(end);
    places.push(place);
    last = end;
  }
  return new PiecewiseWarp({
    stops: Float64Array.from(stops),
    places: Float64Array.from(places),
    before: 1,
    after: 1,
    folded,
  });
}

/** The silences that are folded, by the number of the bound that each begins with. */
function longSilences({ moments, bounds }: Happenings): number[] {
  if (moments.length < 3) return [];
  const least = LONG * medianGap(moments);
  const lengthOf = (i: number): EpochMs => bounds[i + 1]! - bounds[i]!;
  const long: number[] = [];
  for (let i = 0; i < bounds.length - 1; i++) if (lengthOf(i) > least) long.push(i);
  long.sort((a, b) => lengthOf(b) - lengthOf(a));
  let rest = bounds.at(-1)! - bounds[0]!;
  let count = 0;
  while (count < long.length) {
    const longest = lengthOf(long[count]!);
    let next = count;
    for (; next < long.length && lengthOf(long[next]!) >= ALIKE * longest; next++)
      rest -= lengthOf(long[next]!);
    if (longest <= SHARE * rest) break;
    count = next;
  }
  return long.slice(0, count);
}
