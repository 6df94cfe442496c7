import type { Work } from './work.js';

/** A digit is 11 bits: six of them make a double, and its 2,048 buckets fit into the fastest memory. */
const BITS = 11;
const BUCKETS = 1 << BITS;
const DIGITS = 6;

/** How many numbers are looked at between two rests: about a millisecond. */
const BATCH = 1 << 15;

/** Returns the numbers at some places, in the given memory. */
export function* gathered(
  numbers: Float64Array,
  places: Uint32Array,
  memory: Float64Array,
): Work<Float64Array> {
  for (let i = 0; i < places.length; i++) {
    memory[i] = numbers[places[i]!]!;
    if (i % BATCH === 0) yield i / places.length;
  }
  return memory.subarray(0, places.length);
}

/**
 * Returns the places of some numbers in ascending order, of equal ones in the order given; there is no NaN among them.
 * Least significant digit first, over the bits of the doubles, turned so that they sort as whole numbers do (Michael Herf,
 * "Radix Tricks", 2001). A digit that all of them share is passed over. O(n).
 */
export function* radixOrder(numbers: Float64Array): Work<Uint32Array> {
  const { length } = numbers;
  let order = new Uint32Array(length);
  for (let i = 0; i < length; i++) order[i] = i;
  if (yield* isAscending(numbers)) return order;
  // Fewer are compared sooner than buckets are counted; of open ends, which are equal, the difference is no number.
  if (4 * length < BUCKETS) return order.sort((a, b) => numbers[a]! - numbers[b]!);
  const words = new Uint32Array(numbers.buffer, numbers.byteOffset, 2 * length);
  const counts = new Uint32Array(DIGITS * BUCKETS);
  for (let i = 0; i < length; i++) {
    for (let digit = 0; digit < DIGITS; digit++) counts[digit * BUCKETS + digitAt(words, i, digit)]!++;
    if (i % BATCH === 0) yield i / length / (DIGITS + 1);
  }
  let next = new Uint32Array(length);
  for (let digit = 0; digit < DIGITS; digit++) {
    const places = counts.subarray(digit * BUCKETS, (digit + 1) * BUCKETS);
    if (places.includes(length)) continue;
    for (let bucket = 0, sum = 0; bucket < BUCKETS; bucket++) {
      const count = places[bucket]!;
      places[bucket] = sum;
      sum += count;
    }
    for (let i = 0; i < length; i++) {
      const at = order[i]!;
      next[places[digitAt(words, at, digit)]!++] = at;
      if (i % BATCH === 0) yield (digit + 1 + i / length) / (DIGITS + 1);
    }
    [order, next] = [next, order];
  }
  return order;
}

function* isAscending(numbers: Float64Array): Work<boolean> {
  for (let i = 1; i < numbers.length; i++) {
    if (numbers[i]! < numbers[i - 1]!) return false;
    if (i % BATCH === 0) yield 0;
  }
  return true;
}

/** Returns a digit, the least significant being the first, of the double at a place; every host keeps its low word first. */
function digitAt(words: Uint32Array, at: number, digit: number): number {
  const word = words[2 * at + 1]!;
  // Of a negative number all bits are turned, of others that of the sign.
  const sign = word >> 31;
  const high = word ^ (sign | 0x80000000);
  const low = words[2 * at]! ^ sign;
  // A shift counts from 32 on anew; the third digit reaches over both words.
  return (((digit < 3 ? low : high) >>> (BITS * digit)) | (digit === 2 ? high << 10 : 0)) & (BUCKETS - 1);
}
