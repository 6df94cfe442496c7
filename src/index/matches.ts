import type { EpochMs, TimeSpan } from '../time/epoch-ms.js';
import type { LaneIndex } from './lane-index.js';
import type { TableSource } from './table-source.js';

/** How many of the entries of a lane match, by their places and by when they are: counted, not visited. */
export class LaneMatches {
  readonly #entries: LaneIndex;
  readonly #matching: LaneIndex;

  /** `matching` are those of the entries that match. */
  constructor(entries: LaneIndex, matching: LaneIndex) {
    this.#entries = entries;
    this.#matching = matching;
  }

  /** How many match from one place to before another. */
  among(from: number, to: number): number {
    const before = (i: number): number => this.#matching.countBefore(this.#entries, i);
    return before(to) - before(from);
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

  /** `matching` is the same source, narrowed to what matches. */
  constructor(source: TableSource, matching: TableSource) {
    this.#source = source;
    this.#matching = matching;
  }

  has(id: string): boolean {
    return this.#matching.has(id);
  }

  /** Those of a lane. */
  lane(id: string): LaneMatches {
    return new LaneMatches(this.#source.lane(id), this.#matching.lane(id));
  }
}
