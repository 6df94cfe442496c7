import type { EpochMs } from '../time/epoch-ms.js';

/** The usual distance from one of some moments, ascending and distinct, to the next: no more than half of them are shorter. */
export function medianGap(moments: Float64Array): EpochMs {
  const gaps = Float64Array.from({ length: moments.length - 1 }, (_, i) => moments[i + 1]! - moments[i]!);
  return gaps.sort()[(gaps.length - 1) >> 1]!;
}
