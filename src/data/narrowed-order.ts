import type { RowSet } from './row-set.js';
import type { TimeOrder } from './time-order.js';

/** Returns the order of those of the dated events whose rows are in a set. O(n). */
export function narrowedOrder(order: TimeOrder, members: RowSet): TimeOrder {
  const places = members.placesIn(order.rows);
  const rows = new Uint32Array(places.length);
  const starts = new Float64Array(places.length);
  const ends = new Float64Array(places.length);
  const positions = new Int32Array(order.positions.length).fill(-1);
  for (let i = 0; i < places.length; i++) {
    const place = places[i]!;
    rows[i] = order.rows[place]!;
    starts[i] = order.starts[place]!;
    ends[i] = order.ends[place]!;
    positions[rows[i]!] = i;
  }
  return { rows, starts, ends, positions };
}
