import type { Entry, LaneEntries } from '../index/event-source.js';
import type { EpochMs, TimeSpan } from '../time/epoch-ms.js';
import { CELL } from './cells.js';
import { byImportance, reachOf, type Item, type Placed, type Pose, type Reach } from './item.js';
import { staysPut } from './lane-items.js';
import { LEVELS_PER_OCTAVE } from './level-plans.js';
import { close, labelsOf, open } from './open.js';
import type { PoseContext } from './poses.js';
import { Standing } from './standing.js';

/** Where entries of a lane stand that is counted: all the others are in its pills. */
export interface CountedLevels {
  readonly entries: LaneEntries;
  /** All that stands at a level and may be seen in a stretch, and perhaps some more about it. */
  around(level: number, stretch: TimeSpan): readonly Placed[];
  /** The item of an event, and where it stands at a level; null where it is not in the lane. */
  find(id: string, level: number): { readonly item: Item; readonly placed: Placed | undefined } | null;
  /** Takes in other entries. */
  amend(entries: LaneEntries): void;
}

/** What the levels of a lane with very many entries are made from. */
export interface DenseInput {
  readonly entries: LaneEntries;
  /** The first view, whose length tiles and cells are counted in. */
  readonly home: TimeSpan;
  /** Moment from which tiles and cells are counted. */
  readonly origin: EpochMs;
  /** The hull of the data. */
  readonly hull: TimeSpan;
  /** Rows, in units. */
  readonly units: number;
  /** What stands already, and at which level: a lane that has grown. */
  readonly grown?: { readonly level: number; readonly standing: Standing };
  /** px per ms at the coarsest scale of a level, 0 being that of the first view. */
  scaleOf(level: number): number;
  context(level: number, origin: EpochMs): PoseContext;
  item(entry: Entry): Item;
}

/** A tile is as long as so many views at the coarsest scale of its octave. */
const TILE_VIEWS = 2;
/** Tiles begin here in their grid, so that an octave's edges are not those of the next (4/3 is no whole number of halves). */
const SHIFT = 1 / 3;
/** Tiles that are remembered; a view needs four in each octave that leads to it. */
const MOST_TILES = 400;
/** Items that are remembered. */
const MOST_ITEMS = 20_000;

/**
 * Where the most important of very many entries of one lane stand, found out only about the stretches that are looked at. Each
 * octave of scales is cut into tiles. What stands in an octave stands in all finer ones, in its row; in each tile the most
 * important of every cell are given what room is left, as long as all that they draw lies within the tile. So a tile depends
 * on nothing but those above it: whatever the view, and whatever was seen before, it is the same (after Been, Daiches and Yap,
 * "Dynamic Map Labeling", 2006). The first octave that has all data in one tile is laid out as a whole, and those above it
 * keep of it what has room; in a lane that has grown, so is the octave in which it grew.
 */
export class DenseLevels implements CountedLevels {
  #input: DenseInput;
  /** The level at which octave 0 begins: its octaves are those of the first view, or of the view in which it grew. */
  readonly #base: number;
  readonly #root: number;
  readonly #tiles = new Map<string, Standing>();
  /** By event id, and by their places in the lane as it is. */
  readonly #items = new Map<string, Item>();
  readonly #byPlace = new Map<number, Item>();
  readonly #wholes = new Map<number, Standing>();

  constructor(input: DenseInput) {
    this.#input = input;
    const { home, hull, grown } = input;
    if (grown) {
      const { level, standing } = grown;
      this.#root = Math.floor(level / LEVELS_PER_OCTAVE);
      this.#base = level - this.#root * LEVELS_PER_OCTAVE;
      this.#wholes.set(this.#root, standing);
      this.#remember(standing);
      return;
    }
    this.#base = 0;
    const fits = Math.log2((TILE_VIEWS * (home.end - home.start)) / (hull.end - hull.start));
    this.#root = Math.min(0, Math.floor(fits));
  }

  get entries(): LaneEntries {
    return this.#input.entries;
  }

  around(level: number, stretch: TimeSpan): readonly Placed[] {
    return this.#around(this.#octaveOf(level), stretch);
  }

  #around(octave: number, { start, end }: TimeSpan): readonly Placed[] {
    if (octave <= this.#root) return this.#whole(octave).all();
    const found = new Map<Item, Placed>();
    const first = this.#tileOf(octave, start);
    const count = this.#tileOf(octave, end) - first;
    // Not by adding one to a tile: so far from the first view that it is too much for a whole number, that would never end.
    for (let i = 0; i <= count; i++)
      for (const placed of this.#tile(octave, first + i).all()) found.set(placed.item, placed);
    return [...found.values()];
  }

  find(id: string, level: number): { readonly item: Item; readonly placed: Placed | undefined } | null {
    const octave = this.#octaveOf(level);
    const i = this.#input.entries.indexOf(id);
    if (i < 0) return null;
    const item = this.#item(i);
    const at = [item.start, item.end, this.#input.origin].find(Number.isFinite)!;
    const standing =
      octave <= this.#root ? this.#whole(octave) : this.#tile(octave, this.#tileOf(octave, at));
    return { item, placed: standing.get(item) };
  }

  /**
   * Takes in other entries. What stands stays; what is gone, or is another now, leaves its room; what comes is counted until
   * a stretch is laid out that was not before.
   */
  amend(entries: LaneEntries): void {
    this.#input = { ...this.#input, entries };
    this.#byPlace.clear();
    for (const [id, item] of this.#items) {
      const i = entries.indexOf(id);
      const entry = i < 0 ? null : entries.entry(i);
      if (entry && (entry.event === item.event || staysPut(item, entry))) {
        item.event = entry.event;
        continue;
      }
      for (const standing of [...this.#wholes.values(), ...this.#tiles.values()]) standing.release(item);
      this.#items.delete(id);
    }
  }

  /** The layout of all that is there, at the first octave that is laid out or at one above it. */
  #whole(octave: number): Standing {
    let whole = this.#wholes.get(octave);
    if (!whole) {
      const { units, origin } = this.#input;
      const empty = new Standing(this.#contextOf(octave, origin), units);
      if (octave === this.#root)
        whole = open(empty, this.#candidates(octave, { start: -Infinity, end: Infinity }, empty), {
          staysHome: octave <= 0,
        });
      else {
        const finer = this.#whole(octave + 1);
        const ranked = finer.all().map(({ item }) => item);
        whole = close(finer, empty, ranked.sort(byImportance));
      }
      this.#wholes.set(octave, whole.rest());
    }
    return whole;
  }

  #tile(octave: number, tile: number): Standing {
    const key = `${octave}:${tile}`;
    let standing = this.#tiles.get(key);
    if (standing) this.#tiles.delete(key);
    else standing = this.#makeTile(octave, tile).rest();
    this.#tiles.set(key, standing);
    this.#forgetSome();
    return standing;
  }

  #makeTile(octave: number, tile: number): Standing {
    const stretch = this.#stretchOf(octave, tile);
    const length = stretch.end - stretch.start;
    const standing = new Standing(this.#contextOf(octave, stretch.start), this.#input.units);
    const right = length * this.#scaleOf(octave);
    const reaches = (item: Item, pose: Pose): Reach => reachOf(item, pose, standing.context);
    for (const { item, unit, pose } of this.#around(octave - 1, stretch)) {
      const reach = reaches(item, pose);
      if (reach.right > 0 && reach.left < right && !standing.get(item)) standing.take(item, unit, pose);
    }
    return open(standing, this.#candidates(octave, stretch, standing), {
      staysHome: octave === 0,
      mayStand: (item, pose) => {
        const reach = reaches(item, pose);
        return reach.left >= 0 && reach.right <= right;
      },
    });
  }

  /**
   * Who may be given room in a stretch, the first to be asked first: what stands already, which may say more, and the most
   * important of each cell: as a label takes more than two cells, not more of them than half of the rows.
   */
  #candidates(octave: number, { start, end }: TimeSpan, standing: Standing): Item[] {
    const { entries, origin, units } = this.#input;
    const width = CELL / this.#scaleOf(octave);
    const cellOf = (at: EpochMs): number => Math.floor((at - origin) / width);
    const stood = standing.all().map(({ item }) => item);
    const inCell = new Map<number, number>();
    for (const item of stood) inCell.set(cellOf(item.start), (inCell.get(cellOf(item.start)) ?? 0) + 1);

    const found: { readonly item: Item; readonly turn: number }[] = stood.map(item => ({ item, turn: 0 }));
    const to = entries.begunBefore(end);
    for (let from = entries.begunBefore(start); from < to;) {
      const cell = cellOf(entries.start(from));
      // What has no start is in a cell of its own.
      const limit = cell === -Infinity ? -Number.MAX_VALUE : origin + (cell + 1) * width;
      const next = Math.max(from + 1, Math.min(to, entries.begunBefore(limit)));
      const count = labelsOf(units) + (inCell.get(cell) ?? 0);
      entries.top(from, next, count).forEach((i, turn) => {
        // Most have none, and to make an item costs more than to ask.
        if (!standing.mayHaveRoom({ start: entries.start(i), end: entries.end(i) })) return;
        const item = this.#item(i);
        if (!item.era && !standing.get(item)) found.push({ item, turn });
      });
      from = next;
    }
    return found
      .sort(
        (a, b) =>
          b.item.event.importance - a.item.event.importance ||
          a.turn - b.turn ||
          byImportance(a.item, b.item),
      )
      .map(({ item }) => item);
  }

  #item(i: number): Item {
    const known = this.#byPlace.get(i);
    if (known) return known;
    const entry = this.#input.entries.entry(i);
    const item = this.#items.get(entry.event.id) ?? this.#input.item(entry);
    this.#items.set(entry.event.id, item);
    this.#byPlace.set(i, item);
    return item;
  }

  #octaveOf(level: number): number {
    return Math.floor((level - this.#base) / LEVELS_PER_OCTAVE);
  }

  #levelOf(octave: number): number {
    return this.#base + octave * LEVELS_PER_OCTAVE;
  }

  /** px per ms at the coarsest scale of an octave. */
  #scaleOf(octave: number): number {
    return this.#input.scaleOf(this.#levelOf(octave));
  }

  #contextOf(octave: number, origin: EpochMs): PoseContext {
    return this.#input.context(this.#levelOf(octave), origin);
  }

  #remember(standing: Standing): void {
    for (const { item } of standing.all()) this.#items.set(item.event.id, item);
  }

  #tileOf(octave: number, at: EpochMs): number {
    return Math.floor((at - this.#input.origin) / this.#lengthOf(octave) - SHIFT);
  }

  #stretchOf(octave: number, tile: number): TimeSpan {
    const length = this.#lengthOf(octave);
    const startOf = (index: number): EpochMs => this.#input.origin + (index + SHIFT) * length;
    return { start: startOf(tile), end: startOf(tile + 1) };
  }

  #lengthOf(octave: number): EpochMs {
    const { home } = this.#input;
    return (TILE_VIEWS * (home.end - home.start)) / 2 ** octave;
  }

  /** Lets go of what was not looked at for long; it can be found again. */
  #forgetSome(): void {
    for (const key of this.#tiles.keys()) {
      if (this.#tiles.size <= MOST_TILES) break;
      this.#tiles.delete(key);
    }
    if (this.#items.size <= MOST_ITEMS) return;
    this.#items.clear();
    this.#byPlace.clear();
    this.#tiles.clear();
    for (const whole of this.#wholes.values()) this.#remember(whole);
  }
}
