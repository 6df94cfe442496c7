import type { EventTable } from '../data/event-table.js';
import { compressedWarp } from '../scale/compressed-warp.js';
import { evenWarp } from '../scale/even-warp.js';
import type { ScaleWord } from '../scale/scale-word.js';
import { PROPORTIONAL, type Warp } from '../scale/warp.js';
import type { EpochMs } from '../time/epoch-ms.js';
import { stepPrecision } from './step-precision.js';

/** The line of a scale for the events of a table, all of them, whatever is shown. O(n log n), of time itself O(1). */
export function warpOf(scale: ScaleWord, table: EventTable): Warp {
  const { hull } = table.reach;
  if (scale === 'time' || !hull) return PROPORTIONAL;
  const { starts, ends } = table;
  const moments = ascending(starts.map((start, i) => (start === -Infinity ? ends[i]! : start)));
  if (scale === 'even') return evenWarp(moments, hull.end, stepPrecision(table));
  const bounds = new Float64Array(starts.length + ends.length);
  bounds.set(starts);
  bounds.set(ends, starts.length);
  return compressedWarp({ moments, bounds: ascending(bounds) });
}

/** The finite ones of some moments, each once, in their order. */
function ascending(moments: Float64Array): Float64Array {
  const sorted = moments.filter((at: EpochMs) => Number.isFinite(at)).sort();
  return sorted.filter((at, i) => at !== sorted[i - 1]);
}
