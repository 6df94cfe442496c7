import type { EpochMs, TimeSpan } from '../time/epoch-ms.js';
import type { LaneEntries } from './event-source.js';
import type { TableSource } from './table-source.js';

/** How many of the entries of a lane match, by their places and by when they are: counted, not visited. */
export class LaneMatches {
  /** How many of the first so many match. */
  readonly #before: Uint32Array;
  readonly #matching: LaneEntries;

  /** `matching` are the entries that match, of those that `before` counts. */
  constructor(before: Uint32Array, matching: LaneEntries) {
    this.#before = before;
    this.#matching = matching;
  }

  /** How many match from one place to before another. */
  among(from: number, to: number): number {
    return this.#before[to]! - this.#before[from]!;
  }

  /** How many match of those that begin before a moment and are not over when a view begins. */
  reaching(view: TimeSpan, before: EpochMs): number {
    return this.#matching.begunBefore(before) - this.#matching.endedBy(view.start);
  }
}

/** Which events of a source match, where the others are drawn as well. */
export class Matches {
  readonly #source: TableSource;
  readonly #matching: TableSource;
  readonly #lanes = new Map<string, LaneMatches>();

  /** `matching` is the same source, narrowed to what matches. */
  constructor(source: TableSource, matching: TableSource) {
    this.#source = source;
    this.#matching = matching;
  }

  has(id: string): boolean {
    return this.#matching.has(id);
  }

  /** Those of a lane. O(n) once. */
  lane(id: string): LaneMatches {
    let lane = this.#lanes.get(id);
    if (!lane) {
      const { positions } = this.#matching.table.order;
      const before = this.#source.lane(id).countUpTo(row => positions[row]! >= 0);
      this.#lanes.set(id, (lane = new LaneMatches(before, this.#matching.lane(id))));
    }
    return lane;
  }
}
