import type { EpochMs } from '../time/epoch-ms.js';
import { TARGET } from '../scale/target.js';
import { CELL, cellsOf, type Cell } from './cells.js';
import { byTime, type Item, type Placed } from './item.js';
import type { LaneBand } from './lane-band.js';
import type { LaneLevels } from './lane-levels.js';
import { partLoners } from './loners.js';
import { BARE } from './poses.js';

/** What stands and what does not at one zoom level, whatever the view. */
export interface LevelPlan {
  /** All that stands but in lanes of very many, with its band (`null` for the strip of eras). */
  readonly placed: readonly { readonly placed: Placed; readonly band: LaneBand | null }[];
  /** All that does not, lane by lane. */
  readonly cells: readonly PlannedCell[];
}

/** What one pill gathers in its lane. */
export interface PlannedCell {
  readonly cell: Cell;
  readonly band: LaneBand;
  /** Whether it has one member, which may stand as a mark beside the title. */
  readonly alone: boolean;
}

/** What is planned. */
export interface Planned {
  readonly bands: readonly LaneBand[];
  readonly eras: LaneLevels;
  /** Moment from which cells are counted. */
  readonly origin: EpochMs;
  /** Width of the cells of pills, in px at the coarsest scale of an octave. */
  readonly pillCell: number;
  /** px per ms at the coarsest scale of a level. */
  scaleOf(level: number): number;
}

/** What the row of pills has once been at a level, so that it stays so under other data. */
interface Pills {
  readonly alone: WeakSet<Item>;
  readonly cells: Map<string, Cell>;
}

/** Zoom levels to a factor of two. */
export const LEVELS_PER_OCTAVE = 2;
/** The unit of a mark that stands alone in the row of pills. */
export const PILL_ROW = -1;

/** Plans the zoom levels, each when it is first asked for. */
export class LevelPlans {
  readonly #planned: Planned;
  readonly #plans = new Map<number, LevelPlan>();
  readonly #pills = new Map<number, Pills>();

  constructor(planned: Planned) {
    this.#planned = planned;
  }

  /** What stands and what does not at a level. Cached. */
  get(level: number): LevelPlan {
    let plan = this.#plans.get(level);
    if (!plan) this.#plans.set(level, (plan = this.#make(level)));
    return plan;
  }

  /** Plans anew, for other data. From the first view's level to the one in use, who became a pill stays one and pills stay in place. */
  amend(level: number): void {
    this.#plans.clear();
    for (const other of this.#pills.keys())
      if (other < Math.min(0, level) || other > Math.max(0, level)) this.#pills.delete(other);
  }

  /** Lets go of the pills of a lane that has none of its own any more. */
  forget(lane: string): void {
    this.#plans.clear();
    for (const { cells } of this.#pills.values())
      for (const [key, cell] of cells) if (cell.lane === lane) cells.delete(key);
  }

  #make(level: number): LevelPlan {
    const { bands, eras, origin, pillCell } = this.#planned;
    const octave = Math.floor(level / LEVELS_PER_OCTAVE);
    const cellWidth = pillCell / this.#planned.scaleOf(octave * LEVELS_PER_OCTAVE);
    const scale = this.#planned.scaleOf(level);
    const near = { gap: pillCell / scale, cell: cellWidth, origin };
    const homeless = new Map<string, Item[]>();
    const placed: { placed: Placed; band: LaneBand | null }[] = [];
    const cells: PlannedCell[] = [];
    for (const item of eras.items) {
      const place = eras.level(level).get(item);
      if (place) placed.push({ placed: place, band: null });
      else homeless.set(item.lane, [...(homeless.get(item.lane) ?? []), item]);
    }
    const mayStand = this.#loners(level);
    const before = this.#pills.get(level);
    const pills: Pills = { alone: before?.alone ?? new WeakSet(), cells: new Map() };
    for (const band of bands) {
      const missing: Item[] = [];
      const standing = band.levels.level(level);
      for (const item of band.levels.items) {
        const place = standing.get(item);
        if (place) placed.push({ placed: place, band });
        else missing.push(item);
      }
      const strangers = homeless.get(band.lane.id);
      // Where entries are counted, so are the eras among them.
      if (band.dense) continue;
      if (strangers) {
        missing.push(...strangers);
        missing.sort(byTime);
      }
      // Only where a pill keeps so far from the edges of its cell does a mark at the edge of the next one not meet it.
      const target = CELL - band.pillWidth >= TARGET ? TARGET / scale : 0;
      const { alone, rest } = partLoners(missing, { ...near, target }, mayStand, band.sharesHead);
      for (const item of alone) {
        pills.alone.add(item);
        if (!band.sharesHead) placed.push({ placed: { item, unit: PILL_ROW, pose: BARE }, band });
      }
      // Beside a title they stand as marks only where they are clear of it.
      const inHead = new Set(band.sharesHead ? alone : []);
      const gathered = band.sharesHead ? missing : rest;
      for (const cell of cellsOf(gathered, band.lane.id, cellWidth, octave, origin)) {
        const kept = standIn(before?.cells.get(cell.key), cell);
        pills.cells.set(cell.key, kept);
        cells.push({ cell: kept, band, alone: inHead.has(cell.items[0]!) });
      }
    }
    this.#pills.set(level, pills);
    return { placed, cells };
  }

  /**
   * Who may stand alone in the row of pills: at a level that has been planned, those who did so then, and at
   * another those who stand in the next finer one. A newcomer among pills is one, too: the second that comes
   * near would only make it one later.
   */
  #loners(level: number): (item: Item) => boolean {
    const { bands, eras } = this.#planned;
    const known = this.#pills.get(level);
    if (known) return item => known.alone.has(item);
    const finer = Math.min(...[...this.#pills.keys()].filter(other => other > level));
    if (finer === Infinity) return () => true;
    this.get(finer);
    const { alone } = this.#pills.get(finer)!;
    const standing = [eras, ...bands.map(({ levels }) => levels)].map(levels => levels.level(finer));
    return item => alone.has(item) || standing.some(lane => lane.get(item));
  }
}

/** A cell in the place of what it was before: the same object where it has the same items, else with its pill where it was. */
function standIn(before: Cell | undefined, cell: Cell): Cell {
  if (!before) return cell;
  const { items } = before;
  const same = items.length === cell.items.length && items.every((item, i) => item === cell.items[i]);
  return same ? before : { ...cell, middle: before.middle };
}
