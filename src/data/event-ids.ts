/**
 * The ids of the events, by row and back: open addressing, which takes a fifth of what a `Map` takes and never stops to grow
 * while the events are read.
 */
export class EventIds {
  #size = 0;
  #ids: string[];
  /**
   * For each id, at the first free place from its hash on: in the low bits, as many as a place has, its row and one, and in
   * the others those of its hash, which tell most ids apart. At most half of the places are taken.
   */
  #slots: Uint32Array;

  /** `capacity` is how many there will be, as far as is known. */
  constructor(capacity: number) {
    this.#ids = new Array<string>(capacity);
    this.#slots = slotsFor(capacity);
  }

  get size(): number {
    return this.#size;
  }

  /** Returns the id of a row. */
  of(row: number): string {
    return this.#ids[row]!;
  }

  /** Returns the row that an id was given to last, or -1. */
  rowOf(id: string): number {
    return this.#rowAt(this.#placeOf(id, hashOf(id)));
  }

  has(id: string): boolean {
    return this.rowOf(id) >= 0;
  }

  /** Gives the next row an id, which must be free; returns false, and leaves the row without, where it is not. */
  give(id: string): boolean {
    const hash = hashOf(id);
    const place = this.#placeOf(id, hash);
    const isFree = this.#slots[place] === 0;
    const row = this.#size++;
    this.#ids[row] = id;
    if (isFree) this.#put(place, hash, row);
    return isFree;
  }

  /** Gives a row another id than the one that was not free. */
  rename(row: number, id: string): void {
    const hash = hashOf(id);
    this.#ids[row] = id;
    this.#put(this.#placeOf(id, hash), hash, row);
  }

  /** Returns the first of `id~2`, `id~3` … from a number on that is free. */
  free(id: string, from = 2): { readonly id: string; readonly number: number } {
    for (let number = from; ; number++) {
      const numbered = `${id}~${number}`;
      if (!this.has(numbered)) return { id: numbered, number };
    }
  }

  /** Returns the ids to choose from for a guess, none where they are too many to compare. */
  few(): readonly string[] {
    return this.#size > 1000 ? [] : this.#ids.slice(0, this.#size);
  }

  /** Returns ids of their own that begin as these are, with room for some more. */
  copy(more: number): EventIds {
    const room = this.#size + more;
    const copy = new EventIds(0);
    copy.#size = this.#size;
    copy.#ids = this.#ids.slice();
    copy.#slots = this.#slots.slice();
    if (copy.#slots.length < 2 * room) copy.#spread(2 * room);
    return copy;
  }

  /** Returns the row that a place holds, or -1. */
  #rowAt(place: number): number {
    return (this.#slots[place]! & (this.#slots.length - 1)) - 1;
  }

  #put(place: number, hash: number, row: number): void {
    this.#slots[place] = (hash & -this.#slots.length) | (row + 1);
  }

  /** Returns where an id stands, or the free place where it would. */
  #placeOf(id: string, hash: number): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    for (let place = hash & mask; ; place = (place + 1) & mask) {
      const slot = slots[place]!;
      if (slot === 0 || (((slot ^ hash) & ~mask) === 0 && this.#ids[(slot & mask) - 1] === id)) return place;
    }
  }

  /** Gives all ids places among more. */
  #spread(count: number): void {
    const rows = Array.from(this.#slots.keys(), place => this.#rowAt(place)).filter(row => row >= 0);
    this.#slots = slotsFor(count);
    for (const row of rows) {
      const id = this.of(row);
      const hash = hashOf(id);
      this.#put(this.#placeOf(id, hash), hash, row);
    }
  }
}

/** Returns empty slots of which so many ids take half at most. */
const slotsFor = (count: number): Uint32Array =>
  new Uint32Array(2 << Math.ceil(Math.log2(Math.max(8, count))));

/** Returns a copy of a column with room for `length` at least; what grows step by step is not copied to a greater one each time. */
export function grown<C extends Uint32Array | Float32Array>(column: C, length: number): C {
  if (length <= column.length) return column.slice() as C;
  const copy = new (column.constructor as new (length: number) => C)(Math.ceil(length * 1.25));
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
export function deriveId(parts: readonly string[]): string {
  let a = 0x811c9dc5;
  let b = 0xdeadbeef;
  for (const part of parts) {
    for (let i = 0; i <= part.length; i++) {
      const code = part.charCodeAt(i) || 1 << 16; // after each part one that no text has: parts can't run together
      a = Math.imul(a ^ code, 0x1000193);
      b = Math.imul(b ^ code, 0x5bd1e995);
    }
  }
  return `e${(a >>> 0).toString(36)}${(b >>> 0).toString(36)}`;
}
