import type { RowSet } from './row-set.js';
import type { TimeOrder } from './time-order.js';

/** Returns the order of those of the dated events whose rows are in a set. O(n). */
export function narrowedOrder(order: TimeOrder, members: RowSet): TimeOrder {
  const { length } = order.rows;
  const rows = new Uint32Array(length);
  const starts = new Float64Array(length);
  const ends = new Float64Array(length);
  const positions = new Int32Array(order.positions.length).fill(-1);
  let count = 0;
  for (let i = 0; i < length; i++) {
    const row = order.rows[i]!;
    if (!members.has(row)) continue;
    rows[count] = row;
    starts[count] = order.starts[i]!;
    ends[count] = order.ends[i]!;
    positions[row] = count++;
  }
  return {
    rows: rows.subarray(0, count),
    starts: starts.subarray(0, count),
    ends: ends.subarray(0, count),
    positions,
  };
}
