import type { EventTable } from '../data/event-table.js';
import { sortedBounds, type SortedBounds } from '../data/sorted-bounds.js';
import { finish } from '../data/work.js';
import { onLine, PROPORTIONAL, type Warp } from '../scale/warp.js';
import type { TimeSpan } from '../time/epoch-ms.js';

/** Where the dated events of a table lie on the line of a scale, in the order of time; on that of time the table itself tells. */
export interface EventColumns {
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  readonly bounds: SortedBounds;
  readonly reach: { readonly hull: TimeSpan | null; readonly extent: TimeSpan | null };
}

/** The columns of tables on the line that was last asked for: the same whatever lanes are collapsed. */
const KNOWN = new WeakMap<EventTable, { readonly warp: Warp; readonly columns: EventColumns }>();

/** Returns where the events of a table, which is whole, lie on a line. O(n log n) once, of time itself nothing. */
export function columnsOf(table: EventTable, warp: Warp): EventColumns {
  if (warp === PROPORTIONAL) return table;
  const known = KNOWN.get(table);
  if (known?.warp === warp) return known.columns;
  const columns = warpedColumns(table, warp);
  KNOWN.set(table, { warp, columns });
  return columns;
}

function warpedColumns(table: EventTable, warp: Warp): EventColumns {
  const { hull, extent } = table.reach;
  const starts = table.starts.map(warp.place);
  const ends = table.ends.map(warp.place);
  return {
    starts,
    ends,
    // An event that is so short that the line has no room for it is an instant there.
    bounds: finish(sortedBounds(table.lanes, { ...table.order, starts, ends })),
    reach: { hull: hull && onLine(warp, hull), extent: extent && onLine(warp, extent) },
  };
}
