import type { Work } from './work.js';

/** How many are moved between two rests, where comparing takes long: about a millisecond. */
const BATCH = 2048;

/** Sorts a stretch of a column, from one place to before another, so that it may rest in between. O(n log n), stable. */
export function* mergeSort(
  column: Uint32Array,
  from: number,
  to: number,
  compare: (a: number, b: number) => number,
): Work<void> {
  const sorted = column.subarray(from, to);
  const before = sorted.slice();
  const { length } = before;
  let done = 0;
  for (let size = 1; size < length; size *= 2) {
    before.set(sorted);
    for (let low = 0; low < length; low += 2 * size) {
      const middle = Math.min(low + size, length);
      const high = Math.min(low + 2 * size, length);
      for (let at = low, i = low, j = middle; at < high; at++) {
        const isFirst = j >= high || (i < middle && compare(before[i]!, before[j]!) <= 0);
        sorted[at] = before[isFirst ? i++ : j++]!;
        if (++done % BATCH === 0) yield 0;
      }
    }
  }
}

/** Sorts a short stretch at once and in place, by insertion. O(n²), stable. */
export function sortShort(
  column: Uint32Array,
  from: number,
  to: number,
  compare: (a: number, b: number) => number,
): void {
  for (let i = from + 1; i < to; i++) {
    const row = column[i]!;
    let at = i;
    for (; at > from && compare(column[at - 1]!, row) > 0; at--) column[at] = column[at - 1]!;
    column[at] = row;
  }
}
