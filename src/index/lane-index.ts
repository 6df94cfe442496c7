import { isEra } from '../data/event-form.js';
import { placeOf, type EventTable } from '../data/event-table.js';
import { radixOrder } from '../data/radix-sort.js';
import type { RowSet } from '../data/row-set.js';
import { rank } from '../data/sorted-bounds.js';
import { finish } from '../data/work.js';
import type { EpochMs, TimeSpan } from '../time/epoch-ms.js';
import type { EventColumns } from './event-columns.js';
import type { Entry, LaneEntries } from './event-source.js';
import { Ranking } from './ranking.js';

/** A part is small where it has one in so many. */
const FEW = 8;

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
  /** Where all events of the table lie. */
  readonly #columns: EventColumns;
  /** The positions of its entries in the table; null where they are all that there are. */
  readonly #positions: Uint32Array | null;
  readonly #findLasting: () => Uint32Array;
  /** Positions of those that last, by when they end. */
  #lasting: Uint32Array | null = null;
  /** Positions of those that do not, in the order of time. */
  #instants: Uint32Array | null = null;
  #latest: Float64Array | null = null;
  #ranking: Ranking | null = null;
  #eras: readonly number[] | null = null;

  /** `lasting` finds the positions of those that last by when they end, where that takes no sorting. */
  constructor(
    table: EventTable,
    lane: string,
    positions: Uint32Array | null,
    columns: EventColumns,
    lasting?: () => Uint32Array,
  ) {
    this.#table = table;
    this.#columns = columns;
    this.lane = lane;
    this.#positions = positions;
    this.#findLasting = lasting ?? (() => this.#sortLasting());
    this.size = positions ? positions.length : table.size;
  }

  /** Its entries and those of others as those of one lane, an event that stands in more of them once. O(n). */
  joined(lane: string, others: readonly LaneIndex[]): LaneIndex {
    const isIn = new Uint8Array(this.#table.size);
    for (const index of [this, ...others]) for (let i = 0; i < index.size; i++) isIn[index.#at(i)] = 1;
    const positions = new Uint32Array(isIn.reduce((sum, one) => sum + one, 0));
    for (let at = 0, i = 0; i < positions.length; at++) if (isIn[at]) positions[i++] = at;
    return new LaneIndex(this.#table, lane, positions, this.#columns);
  }

  /** Those of its entries whose rows are in a set, at those positions. O(n), and once for all parts what it takes to sort when all end. */
  narrowed(
    members: RowSet,
    positions = members.placesIn(this.#table.order.rows, this.#positions),
  ): LaneIndex {
    const lasting = (): Uint32Array => members.placesIn(this.#table.order.rows, this.#byEnd);
    // Of few it is quicker to sort their own.
    const areFew = positions.length * FEW < this.size;
    return new LaneIndex(this.#table, this.lane, positions, this.#columns, areFew ? undefined : lasting);
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
    return this.#columns.starts[this.#at(i)]!;
  }

  end(i: number): EpochMs {
    return this.#columns.ends[this.#at(i)]!;
  }

  indexOf(id: string): number {
    const position = this.#table.indexOf(id);
    return this.#positions ? placeOf(position, this.#positions) : position;
  }

  begunBefore(at: EpochMs, orThen?: boolean): number {
    return rank(this.#columns.starts, at, orThen, this.#positions);
  }

  endedBy(at: EpochMs): number {
    const { starts, ends, bounds } = this.#columns;
    // Of all entries there are, the table knows when they end.
    if (bounds.starts.length === this.size) return rank(bounds.ends, at, true) + rank(bounds.instants, at);
    const instants = (this.#instants ??= this.#thoseThat(false));
    return rank(ends, at, true, this.#byEnd) + rank(starts, at, false, instants);
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

  /** Of a part of the table, how many stand before an entry of an index of the whole. O(log n). */
  countBefore(entries: LaneIndex, i: number): number {
    return i < entries.size ? rank(this.#positions!, entries.#at(i)) : this.size;
  }

  /** The row of an entry in the table. */
  row(i: number): number {
    return this.#table.order.rows[this.#at(i)]!;
  }

  get eras(): readonly number[] {
    return (this.#eras ??= this.#findEras());
  }

  get #byEnd(): Uint32Array {
    return (this.#lasting ??= this.#findLasting());
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

  #sortLasting(): Uint32Array {
    const { ends, bounds } = this.#columns;
    if (!this.#positions && bounds.byEnd) return bounds.byEnd;
    const lasting = this.#thoseThat(true);
    const order = finish(radixOrder(Float64Array.from(lasting, position => ends[position]!)));
    return order.map(i => lasting[i]!);
  }

  /** Positions of its entries that last, or of those that do not, in the order of time. */
  #thoseThat(last: boolean): Uint32Array {
    const { starts, ends } = this.#columns;
    const positions = this.#positions ?? Uint32Array.from(starts.keys());
    return positions.filter(position => (starts[position] !== ends[position]) === last);
  }

  #latestEnds(): Float64Array {
    const { size } = this;
    const latest = new Float64Array(Math.ceil(size / BLOCK));
    for (let block = 0; block < latest.length; block++) {
      let last = -Infinity;
      const to = Math.min(size, (block + 1) * BLOCK);
      for (let i = block * BLOCK; i < to; i++) last = Math.max(last, this.end(i));
      latest[block] = last;
    }
    return latest;
  }

  /** The important first, then the long; of equals, so that they lie scattered, whoever a hash of their start brings forward. */
  #precedes(): (a: number, b: number) => boolean {
    const { rows } = this.#table;
    const eras = new Set(this.eras);
    const { starts, ends } = this.#columns;
    const positions = this.#positions;
    const at = (i: number): number => (positions ? positions[i]! : i);
    const lengthOf = (i: number): number => ends[at(i)]! - starts[at(i)]!;
    const hashOf = (i: number): number => scattered(starts[at(i)]!);
    const importance = (i: number): number => rows.importance(this.row(i));
    return (a, b) => {
      // Eras have a place of their own.
      if (eras.size > 0 && eras.has(a) !== eras.has(b)) return eras.has(b);
      const byImportance = rows.hasImportances ? importance(b) - importance(a) : 0;
      if (byImportance !== 0) return byImportance < 0;
      const long = lengthOf(a);
      const longer = lengthOf(b);
      if (long !== longer) return long > longer;
      const hash = hashOf(a);
      const other = hashOf(b);
      return hash === other ? a < b : hash < other;
    };
  }
}

/** A number that tells nothing of the order of the moments it is made from (Knuth's multiplicative hash of the seconds). */
const scattered = (at: EpochMs): number => Math.imul(at / 1000, 0x9e3779b1) >>> 0;
