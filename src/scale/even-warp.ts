import type { Precision } from '../time/dated-span.js';
import { DAY, type EpochMs } from '../time/epoch-ms.js';
import { medianGap } from './median-gap.js';
import { PiecewiseWarp } from './piecewise-warp.js';
import { PROPORTIONAL, type Warp } from './warp.js';

/** Length of a step on the line: so many of the shortest views that what lies within a step can be told apart. */
const STEP = DAY;

/**
 * Equal steps from each of the moments, ascending, to the next. What comes after the last of them has a step, too, if it is longer
 * than most are: `until` is when the last of all is over. Time itself where there are less than two moments.
 * `precisionOf` tells how finely a moment is known.
 */
export function evenWarp(
  moments: Float64Array,
  until: EpochMs,
  precisionOf: (at: EpochMs) => Precision,
): Warp {
  if (moments.length < 2) return PROPORTIONAL;
  const usual = medianGap(moments);
  const isLong = until - moments.at(-1)! > usual;
  const stops = new Float64Array(moments.length + (isLong ? 1 : 0));
  stops.set(moments);
  if (isLong) stops[moments.length] = until;
  return new PiecewiseWarp({
    stops,
    places: Float64Array.from(stops, (_, i) => i * STEP),
    before: STEP / usual,
    after: STEP / usual,
    precisionAt: stop => precisionOf(stops[stop]!),
  });
}
