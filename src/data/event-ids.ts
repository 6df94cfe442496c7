import { PagedList } from './paged-list.js';

/**
 * For each id, at the first free place from its hash on: in the low bits, as many as a place has, its row and one, and in the
 * others those of its hash, which tell most ids apart. At most half of the places are taken. Nothing is taken out again.
 */
interface Slots {
  readonly places: Uint32Array;
  taken: number;
}

/**
 * The ids of the events, by row and back: open addressing, which takes a sixth of what a `Map` takes and never stops to grow
 * while the events are read. An id that its record claims stays in the record. Copies share the slots: what a slot says counts
 * only where the row has that id.
 */
export class EventIds {
  /** Returns the id that the record of a row claims. */
  readonly #claimed: (row: number) => unknown;
  /** The ids of rows whose records claim none, or one that was given away. */
  #others = new PagedList<string>();
  #slots: Slots;

  /** `capacity` is how many there will be, as far as is known. */
  constructor(capacity: number, claimed: (row: number) => unknown) {
    this.#claimed = claimed;
    this.#slots = slotsFor(capacity);
  }

  /** Returns the id of a row. */
  of(row: number): string {
    return this.#others.get(row) ?? (this.#claimed(row) as string);
  }

  /** Returns the row that has an id, or -1. */
  rowOf(id: string): number {
    const { places } = this.#slots;
    return (places[this.#placeOf(id, hashOf(id))]! & (places.length - 1)) - 1;
  }

  /**
   * Gives a row an id, which must be free: returns false where it is not, and the row waits for another. `isClaimed` says that
   * the record of the row, when it is there, will claim this very text.
   */
  give(row: number, id: string, isClaimed: boolean): boolean {
    const hash = hashOf(id);
    const place = this.#placeOf(id, hash);
    const isFree = this.#slots.places[place] === 0;
    this.#keep(row, isClaimed ? undefined : id);
    if (isFree) this.#put(place, hash, row);
    return isFree;
  }

  /** Gives a row an id that its record does not claim. */
  rename(row: number, id: string): void {
    const hash = hashOf(id);
    this.#keep(row, id);
    this.#put(this.#placeOf(id, hash), hash, row);
  }

  /** Takes the id of a row whose record is no more. */
  take(row: number): void {
    this.#keep(row, undefined);
  }

  /** Returns the first of `id~2`, `id~3` … from a number on that is free. */
  free(id: string, from = 2): { readonly id: string; readonly number: number } {
    for (let number = from; ; number++) {
      const numbered = `${id}~${number}`;
      if (this.rowOf(numbered) < 0) return { id: numbered, number };
    }
  }

  /** Returns ids of their own that begin as these are, with room for some more. */
  copy(more: number, claimed: (row: number) => unknown): EventIds {
    const copy = new EventIds(0, claimed);
    copy.#others = this.#others.copy();
    copy.#slots = this.#slots;
    const count = this.#slots.taken + more;
    if (this.#slots.places.length < 2 * count) copy.#spread(this, 2 * count);
    return copy;
  }

  #keep(row: number, id: string | undefined): void {
    if (this.#others.get(row) !== id) this.#others.set(row, id);
  }

  #put(place: number, hash: number, row: number): void {
    const { places } = this.#slots;
    if (places[place] === 0) this.#slots.taken++;
    places[place] = (hash & -places.length) | (row + 1);
  }

  /** Returns where an id stands, or the free place where it would. */
  #placeOf(id: string, hash: number): number {
    const { places } = this.#slots;
    const mask = places.length - 1;
    for (let place = hash & mask; ; place = (place + 1) & mask) {
      const slot = places[place]!;
      if (slot === 0 || (((slot ^ hash) & ~mask) === 0 && this.of((slot & mask) - 1) === id)) return place;
    }
  }

  /** Takes over the ids of others, in slots for `capacity`. */
  #spread(others: EventIds, capacity: number): void {
    const { places } = others.#slots;
    this.#slots = slotsFor(capacity);
    for (const slot of places) {
      const row = (slot & (places.length - 1)) - 1;
      const id = slot ? others.of(row) : undefined;
      if (typeof id !== 'string') continue; // of an event that is no more
      const hash = hashOf(id);
      this.#put(this.#placeOf(id, hash), hash, row);
    }
  }
}

/** Returns empty slots of which so many ids take half at most. */
const slotsFor = (count: number): Slots => ({
  places: new Uint32Array(2 << Math.ceil(Math.log2(Math.max(8, count)))),
  taken: 0,
});

/** Returns a copy of a column with room for `length` at least; what grows step by step is not copied to a greater one each time. */
export function grown<T extends Uint32Array | Float32Array>(column: T, length: number): T {
  if (length <= column.length) return column.slice() as T;
  const copy = new (column.constructor as new (length: number) => T)(Math.ceil(length * 1.25));
  copy.set(column);
  return copy;
}

/** FNV-1a, its bits mixed once more: the low ones choose the place. */
function hashOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x1000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/**
 * Returns an id that depends on nothing but the parts: the same content has the same id wherever it
 * stands and whenever it is loaded. 64 bits: FNV-1a's step, twice, with two primes.
 */
export const deriveId = (parts: readonly string[]): string =>
  `e${digest(parts, 0x811c9dc5, 0x1000193)}${digest(parts, 0xdeadbeef, 0x5bd1e995)}`;

function digest(parts: readonly string[], seed: number, prime: number): string {
  let hash = seed;
  for (const part of parts) {
    for (let i = 0; i < part.length; i++) hash = Math.imul(hash ^ (part.charCodeAt(i) || NO_CODE), prime);
    hash = Math.imul(hash ^ NO_CODE, prime);
  }
  // Digit by digit: of a number so large, `toString` takes twice as long.
  let digits = '';
  for (let rest = hash >>> 0; rest || !digits;) {
    const above = Math.floor(rest / 36);
    digits = DIGITS[rest - 36 * above]! + digits;
    rest = above;
  }
  return digits;
}

/** What no character of a text is, and what stands behind each part: parts can't run together. */
const NO_CODE = 1 << 16;

const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyz';
