import { DAY, SECOND } from '../time/epoch-ms.js';
import { mergeSort } from './merge-sort.js';
import { part, type Work } from './work.js';

/** A digit is 11 bits: three of them make a word, and its 2,048 buckets fit into the fastest memory. */
const BITS = 11;
const BUCKETS = 1 << BITS;
const DIGITS = 3;

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
 * Returns the places of some numbers in ascending order, of equal ones in the order given; there is no NaN among them. What is
 * counted in whole steps is sorted by its digits, the least significant first, and a digit that all of them share is passed
 * over: O(n). What reaches farther, or lies between, is compared: O(n log n).
 */
export function* radixOrder(numbers: Float64Array): Work<Uint32Array> {
  const { length } = numbers;
  let order = new Uint32Array(length);
  for (let i = 0; i < length; i++) order[i] = i;
  if (yield* isAscending(numbers)) return order;
  // Fewer are compared sooner than buckets are counted.
  const steps = 4 * length < BUCKETS ? null : yield* part(stepsOf(numbers), 0, 0.3);
  if (!steps) {
    yield* part(
      mergeSort(order, 0, length, (a, b) => Number(numbers[a]! > numbers[b]!)),
      0.3,
      1,
    );
    return order;
  }
  let next = new Uint32Array(length);
  for (let digit = 0; digit < DIGITS; digit++) {
    const digitAt = (at: number): number => (steps[at]! >>> (BITS * digit)) & (BUCKETS - 1);
    const places = new Uint32Array(BUCKETS);
    for (let i = 0; i < length; i++) places[digitAt(i)]!++;
    if (places.includes(length)) continue;
    for (let bucket = 0, sum = 0; bucket < BUCKETS; bucket++) {
      const count = places[bucket]!;
      places[bucket] = sum;
      sum += count;
    }
    for (let i = 0; i < length; i++) {
      const at = order[i]!;
      next[places[digitAt(at)]!++] = at;
      if (i % BATCH === 0) yield 0.3 + (0.7 * (digit + i / length)) / DIGITS;
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

/**
 * Returns how many days, seconds or milliseconds each number is from the least of them, which sorts as they do; open sides come
 * before and after all others. Null where they lie between, or farther apart than a word can tell.
 */
function* stepsOf(numbers: Float64Array): Work<Uint32Array | null> {
  const { length } = numbers;
  let [least, most] = [Infinity, -Infinity];
  for (let i = 0; i < length; i++) {
    const number = numbers[i]!;
    if (number < least && number > -Infinity) least = number;
    if (number > most && number < Infinity) most = number;
    if (i % BATCH === 0) yield i / length / 2;
  }
  if (least > most) least = most = 0; // all are open
  if (Math.max(most - least, most, -least) > Number.MAX_SAFE_INTEGER) return null;
  const found = new Uint32Array(length);
  for (const step of [DAY, SECOND, 1]) {
    const last = (most - least) / step + 2;
    let i = last < 2 ** 32 ? 0 : Infinity;
    for (; i < length; i++) {
      const number = Math.min(numbers[i]!, most + step); // an open end is a step later than all others
      const steps = Math.max(-1, Math.floor((number - least) / step));
      if (steps >= 0 && least + steps * step !== number) break;
      found[i] = steps + 1;
      if (i % BATCH === 0) yield 0.5 + i / length / 2;
    }
    if (i === length) return found;
  }
  return null;
}
