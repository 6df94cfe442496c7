/** Gives every event an id of its own. */
export class EventIds {
  /** The last number given for each id. */
  readonly #given = new Map<string, number>();
  readonly #records: readonly unknown[];
  #claimed?: ReadonlySet<string>;

  constructor(records: readonly unknown[]) {
    this.#records = records;
  }

  /** Returns the id or, where it is given away, `id~2`, `id~3` …: the first that no other record claims. */
  give(id: string): string {
    let n = this.#given.get(id) ?? 0;
    let free = id;
    if (n) {
      this.#claimed ??= new Set(this.#records.map(claimOf));
      do free = `${id}~${++n}`;
      while (this.#given.has(free) || this.#claimed.has(free));
    }
    this.#given.set(id, n || 1).set(free, 1);
    return free;
  }

  /** Whether an event has this id. */
  has(id: string): boolean {
    return this.#given.has(id);
  }

  /** Returns the ids to choose from for a guess, none where they are too many to compare. */
  few(): readonly string[] {
    return this.#given.size > 1000 ? [] : [...this.#given.keys()];
  }
}

function claimOf(record: unknown): string {
  try {
    return String((record as { id?: unknown } | null)?.id);
  } catch {
    return ''; // a getter that throws: whoever reads the record reports it
  }
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
