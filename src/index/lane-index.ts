import { isEra } from '../data/event-form.js';
import type { EventTable } from '../data/event-table.js';
import { rank } from '../data/sorted-bounds.js';
import type { EpochMs, TimeSpan } from '../time/epoch-ms.js';
import type { EventColumns } from './event-columns.js';
import type { Entry, LaneEntries } from './event-source.js';
import { Ranking } from './ranking.js';

/** When entries end, ascending: of those that last, and the moments of those that do not. */
interface SortedEnds {
  readonly ends: Float64Array;
  readonly instants: Float64Array;
}

/** Entries of which the latest end is kept. */
const BLOCK = 64;

/**
 * The entries of one lane of a table, by their places in the order of time: counted and ranked, not visited. What it takes to
 * answer is made when it is first asked for.
 */
export class LaneIndex implements LaneEntries {
  readonly lane: string;
  readonly size: number;
  readonly #table: EventTable;
  readonly #columns: EventColumns;
  /** The positions of its entries in the table; null where they are all that there are. */
  readonly #positions: Uint32Array | null;
  /** When its entries begin and end. */
  readonly #starts: Float64Array;
  readonly #ends: Float64Array;
  #sorted: SortedEnds | null = null;
  #latest: Float64Array | null = null;
  #ranking: Ranking | null = null;
  #eras: readonly number[] | null = null;

  constructor(table: EventTable, lane: string, positions: Uint32Array | null, columns: EventColumns = table) {
    this.#table = table;
    this.#columns = columns;
    this.lane = lane;
    this.#positions = positions;
    this.size = positions ? positions.length : table.size;
    this.#starts = positions ? valuesAt(columns.starts, positions) : columns.starts;
    this.#ends = positions ? valuesAt(columns.ends, positions) : columns.ends;
  }

  /** The entries of several lanes as those of one, an event that stands in more of them once. O(n). */
  static joining(
    table: EventTable,
    lane: string,
    indexes: readonly LaneIndex[],
    columns: EventColumns = table,
  ): LaneIndex {
    const isIn = new Uint8Array(table.size);
    let size = 0;
    for (const index of indexes)
      for (let i = 0; i < index.size; i++) {
        size += 1 - isIn[index.#at(i)]!;
        isIn[index.#at(i)] = 1;
      }
    const positions = new Uint32Array(size);
    for (let at = 0, i = 0; i < size; at++) if (isIn[at]) positions[i++] = at;
    return new LaneIndex(table, lane, positions, columns);
  }

  entry(i: number): Entry {
    return {
      event: this.#table.event(this.#at(i)),
      lane: this.lane,
      start: this.start(i),
      end: this.end(i),
    };
  }

  start(i: number): EpochMs {
    return this.#starts[i]!;
  }

  end(i: number): EpochMs {
    return this.#ends[i]!;
  }

  indexOf(id: string): number {
    const position = this.#table.indexOf(id);
    const positions = this.#positions;
    if (position < 0 || !positions) return position;
    const i = rank(positions, position);
    return positions[i] === position ? i : -1;
  }

  begunBefore(at: EpochMs): number {
    return rank(this.#starts, at);
  }

  endedBy(at: EpochMs): number {
    const { ends, instants } = (this.#sorted ??= this.#sortedEnds());
    return rank(ends, at, true) + rank(instants, at);
  }

  overlapping({ start, end }: TimeSpan): number {
    return this.begunBefore(end) - this.endedBy(start);
  }

  top(from: number, to: number, count: number): number[] {
    this.#ranking ??= new Ranking(this.size, this.#precedes());
    return this.#ranking.top(from, to, count);
  }

  latestEnd(from: number, to: number): EpochMs {
    const latest = (this.#latest ??= this.#latestEnds());
    let end = -Infinity;
    for (let i = from; i < to;) {
      const isBlock = i % BLOCK === 0 && i + BLOCK <= to;
      end = Math.max(end, isBlock ? latest[i / BLOCK]! : this.end(i));
      i += isBlock ? BLOCK : 1;
    }
    return end;
  }

  *lasting(after: EpochMs, before: number): Generator<number> {
    const latest = (this.#latest ??= this.#latestEnds());
    for (let block = 0; block * BLOCK < before; block++) {
      if (latest[block]! <= after) continue;
      const to = Math.min(before, (block + 1) * BLOCK);
      for (let i = block * BLOCK; i < to; i++) if (this.end(i) > after) yield i;
    }
  }

  /** Returns how many of the first entries, from none to all, stand in such rows of the table. O(n). */
  countUpTo(isIn: (row: number) => boolean): Uint32Array {
    const counts = new Uint32Array(this.size + 1);
    for (let i = 0; i < this.size; i++) counts[i + 1] = counts[i]! + (isIn(this.row(i)) ? 1 : 0);
    return counts;
  }

  /** The row of an entry in the table. */
  row(i: number): number {
    return this.#table.order.rows[this.#at(i)]!;
  }

  get eras(): readonly number[] {
    return (this.#eras ??= this.#findEras());
  }

  #at(i: number): number {
    return this.#positions ? this.#positions[i]! : i;
  }

  #findEras(): number[] {
    const { rows } = this.#table;
    const found: number[] = [];
    if (!rows.hasEras) return found;
    for (let i = 0; i < this.size; i++) if (isEra(rows.form(this.row(i)))) found.push(i);
    return found;
  }

  #sortedEnds(): SortedEnds {
    if (!this.#positions) return this.#columns.bounds;
    const [starts, allEnds, size] = [this.#starts, this.#ends, this.size];
    let count = 0;
    for (let i = 0; i < size; i++) if (starts[i] !== allEnds[i]) count++;
    const ends = new Float64Array(count);
    const instants = new Float64Array(size - count);
    let [lasting, instant] = [0, 0];
    for (let i = 0; i < size; i++) {
      const end = allEnds[i]!;
      if (starts[i] === end) instants[instant++] = end;
      else ends[lasting++] = end;
    }
    return { ends: ends.sort(), instants };
  }

  #latestEnds(): Float64Array {
    const [ends, size] = [this.#ends, this.size];
    const latest = new Float64Array(Math.ceil(size / BLOCK));
    for (let block = 0; block < latest.length; block++) {
      let last = -Infinity;
      const to = Math.min(size, (block + 1) * BLOCK);
      for (let i = block * BLOCK; i < to; i++) if (ends[i]! > last) last = ends[i]!;
      latest[block] = last;
    }
    return latest;
  }

  /** The important first, then the long; of equals, so that they lie scattered, whoever a hash of their start brings forward. */
  #precedes(): (a: number, b: number) => boolean {
    const { rows } = this.#table;
    const eras = new Set(this.eras);
    const [starts, ends] = [this.#starts, this.#ends];
    const importance = (i: number): number => rows.importance(this.row(i));
    return (a, b) => {
      // Eras have a place of their own.
      if (eras.size > 0 && eras.has(a) !== eras.has(b)) return eras.has(b);
      const byImportance = rows.hasImportances ? importance(b) - importance(a) : 0;
      if (byImportance !== 0) return byImportance < 0;
      const long = ends[a]! - starts[a]!;
      const longer = ends[b]! - starts[b]!;
      if (long !== longer) return long > longer;
      const hash = scattered(starts[a]!);
      const other = scattered(starts[b]!);
      return hash === other ? a < b : hash < other;
    };
  }
}

function valuesAt(values: Float64Array, positions: Uint32Array): Float64Array {
  const found = new Float64Array(positions.length);
  for (let i = 0; i < found.length; i++) found[i] = values[positions[i]!]!;
  return found;
}

/** A number that tells nothing of the order of the moments it is made from (Knuth's multiplicative hash of the seconds). */
const scattered = (at: EpochMs): number => Math.imul(at / 1000, 0x9e3779b1) >>> 0;
