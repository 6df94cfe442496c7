import type { EventTable } from '../data/event-table.js';
import { rank } from '../data/sorted-bounds.js';
import { remember } from '../scale/remember.js';
import { PRECISIONS, type Precision } from '../time/dated-span.js';
import type { EpochMs } from '../time/epoch-ms.js';

/** Events that tell how finely a moment is known, at the most. */
const WITNESSES = 16;
const FINEST = PRECISIONS.length - 1;

/**
 * How finely the moments are known at which the events of a table begin, or where none does end: as the coarsest of them. All events
 * tell, whatever is shown. O(log n), of an end O(n), once for each moment.
 */
export function stepPrecision(table: EventTable): (at: EpochMs) => Precision {
  const { starts, ends } = table;
  return remember(at => {
    let coarsest = FINEST;
    const begun = rank(starts, at);
    for (let i = begun; starts[i] === at && i < begun + WITNESSES; i++)
      coarsest = Math.min(coarsest, PRECISIONS.indexOf(table.event(i).span!.from.precision));
    if (starts[begun] !== at)
      for (let i = 0, left = WITNESSES; i < ends.length && left > 0; i++)
        if (ends[i] === at) {
          coarsest = Math.min(coarsest, PRECISIONS.indexOf(table.event(i).span!.to.precision));
          left--;
        }
    return PRECISIONS[coarsest]!;
  });
}
