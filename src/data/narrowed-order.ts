import type { TimeOrder } from './time-order.js';

/** Returns the order of the dated events at some places of another, ascending. O(n). */
export function narrowedOrder(order: TimeOrder, places: Uint32Array): TimeOrder {
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
