import type { LaneEntries } from '../index/event-source.js';
import type { EpochMs, TimeSpan } from '../time/epoch-ms.js';
import { densityOf } from './density.js';
import type { CellGrid } from './dense-clusters.js';

/** How many entries of a lane overlap each of its columns, from one moment on. */
export interface Columns {
  readonly start: EpochMs;
  /** Length of a column. */
  readonly length: EpochMs;
  /** The same list for the same columns of the same data. */
  readonly counts: readonly number[];
  /** The count that is drawn in full height. */
  readonly most: number;
}

/** Columns of a cell: each is 4 px wide at the coarsest scale of an octave. */
const IN_CELL = 16;
/** Columns that are counted together. */
const BLOCK = 128;
/** Blocks that have their scale in common: all of the hull of the data where it has no more, else so many about the view. */
const IN_SCALE = 16;
/** Blocks that are remembered. */
const MOST_BLOCKS = 200;

/** Blocks from the origin that can be told apart. */
const FARTHEST = 2 ** 50;
const NOTHING: Columns = { start: 0, length: 1, counts: [], most: 0 };

interface Block {
  readonly counts: readonly number[];
  readonly most: number;
}

/**
 * The density of a lane, in columns that depend on the octave and not on the view, by prefix counts: what is counted is not visited,
 * and it is counted once. What fills the height is the highest column of the lane in the hull of all data, so that panning changes
 * nothing; where that hull is very many screens long, the highest of the screens about the view.
 */
export class Silhouette {
  readonly #entries: LaneEntries;
  readonly #blocks = new Map<string, Block>();
  #last = NOTHING;
  #lastKey = '';

  constructor(entries: LaneEntries) {
    this.#entries = entries;
  }

  get entries(): LaneEntries {
    return this.#entries;
  }

  /** The columns of a stretch within a hull of the data, and perhaps some more about it. */
  columns({ start, end }: TimeSpan, hull: TimeSpan, { octave, length: cell, origin }: CellGrid): Columns {
    const length = cell / IN_CELL;
    const indexOf = (at: EpochMs): number => Math.floor((at - origin) / (length * BLOCK));
    const from = indexOf(start);
    const to = indexOf(end);
    // So far from the origin there is no next column to count on to.
    if (!(Math.abs(from) < FARTHEST && Math.abs(to) < FARTHEST)) return NOTHING;
    let [first, last] = [indexOf(hull.start), indexOf(hull.end)];
    if (last - first >= IN_SCALE) {
      const middle = Math.floor((from + to) / 2);
      first = Math.min(from, middle - IN_SCALE / 2);
      last = Math.max(to, middle + IN_SCALE / 2 - 1);
    }
    const block = (index: number): Block => this.#block(`${octave}:${index}`, origin, length * BLOCK, index);
    let most = 0;
    for (let index = first; index <= last; index++) most = Math.max(most, block(index).most);
    for (let index = from; index <= to; index++) most = Math.max(most, block(index).most);
    const key = `${octave}:${from}:${to}`;
    if (key !== this.#lastKey) {
      const counts: number[] = [];
      for (let index = from; index <= to; index++) counts.push(...block(index).counts);
      this.#last = { start: origin + from * length * BLOCK, length, counts, most };
      this.#lastKey = key;
    } else if (most !== this.#last.most) this.#last = { ...this.#last, most };
    return this.#last;
  }

  #block(key: string, origin: EpochMs, length: EpochMs, index: number): Block {
    let block = this.#blocks.get(key);
    if (!block) {
      const edge = (i: number): EpochMs => origin + i * length;
      const counted = { count: (view: TimeSpan) => this.#entries.overlapping(view) };
      const counts = densityOf(counted, { start: edge(index), end: edge(index + 1) }, BLOCK);
      if (this.#blocks.size >= MOST_BLOCKS) this.#blocks.clear();
      this.#blocks.set(key, (block = { counts, most: Math.max(...counts) }));
    }
    return block;
  }
}
