import type { Work } from './work.js';

/** Up to so many are sorted by insertion. */
const FEW = 32;

/** How many are moved between two rests, where comparing takes long: about a millisecond. */
const BATCH = 2048;

/** Sorts a stretch of a column, from one place to before another, so that it may rest in between. O(n log n), stable. */
export function* mergeSort(
  column: Uint32Array,
  from: number,
  to: number,
  compare: (a: number, b: number) => number,
): Work<void> {
  let done = 0;
  for (let at = from; at < to; at += FEW) {
    insertionSort(column, at, Math.min(at + FEW, to), compare);
    if ((done += FEW) % BATCH === 0) yield 0;
  }
  const before = column.slice(from, to);
  for (let size = FEW; size < to - from; size *= 2) {
    before.set(column.subarray(from, to));
    for (let low = 0; low < before.length; low += 2 * size) {
      const middle = Math.min(low + size, before.length);
      const high = Math.min(low + 2 * size, before.length);
      for (let at = low, i = low, j = middle; at < high; at++) {
        const isFirst = j >= high || (i < middle && compare(before[i]!, before[j]!) <= 0);
        column[from + at] = before[isFirst ? i++ : j++]!;
        if (++done % BATCH === 0) yield 0;
      }
    }
  }
}

/** Sorts a short stretch of a column in place, each finding its place among those before it by halves. */
function insertionSort(
  column: Uint32Array,
  from: number,
  to: number,
  compare: (a: number, b: number) => number,
): void {
  for (let i = from + 1; i < to; i++) {
    const taken = column[i]!;
    let low = compare(column[i - 1]!, taken) > 0 ? from : i;
    for (let high = i - 1; low < high;) {
      const middle = (low + high) >>> 1;
      if (compare(column[middle]!, taken) > 0) high = middle;
      else low = middle + 1;
    }
    for (let at = i; at > low; at--) column[at] = column[at - 1]!;
    column[low] = taken;
  }
}
