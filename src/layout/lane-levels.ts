import { boxOf, byImportance, type Item, type Pose } from './item.js';
import type { ItemChanges } from './lane-items.js';
import { settle } from './newcomer.js';
import { close, enrich, open } from './open.js';
import { BARE, posesOf, staysHome, type PoseContext } from './poses.js';
import { Standing } from './standing.js';

/** Rows that nobody asks for in vain, to find how many a lane would like. */
export const PLENTY = 1_000;

/** Px that a mark with a whole label takes of its row, at the very least on an average. */
const LEAST_LABELLED = 80;

/**
 * Where the items of one lane stand at every zoom level. The level of the first view is laid out
 * freely; each finer one keeps all that stands and adds what has room now, each coarser one takes
 * away what has no room any more. Gaps only grow with the scale, so a place that is free at the
 * coarsest scale of a level is free all over it, and zooming in only opens (Been, Daiches and Yap,
 * "Dynamic Map Labeling", 2006). Nothing here knows what is in view.
 */
export class LaneLevels {
  #items: readonly Item[];
  #ranked: readonly Item[] | null = null;
  readonly #context: (level: number) => PoseContext;
  readonly #levels = new Map<number, Standing>();
  #units = 2;

  /** `items` in time order. */
  constructor(items: readonly Item[], context: (level: number) => PoseContext) {
    this.#items = items;
    this.#context = context;
  }

  /** In time order. */
  get items(): readonly Item[] {
    return this.#items;
  }

  /** How many units the lane would like at the first view, with all that its labels can say or without; any number above `most` is as good. */
  wish(rich: boolean, most = PLENTY): number {
    if (!this.#mayFit(most)) return PLENTY;
    const level = this.#inTimeOrder(rich, PLENTY);
    if (!level) return PLENTY;
    const places = this.#items.map(item => level.get(item)!);
    return Math.max(2, ...places.map(({ unit, pose }) => unit + pose.units));
  }

  /** Gives the lane its rows. What was laid out for another number is forgotten. */
  set units(count: number) {
    this.#units = count;
    this.#levels.clear();
  }

  get units(): number {
    return this.#units;
  }

  /** Gives the lane more rows, under those that it has; all that stands stays. */
  widen(units: number): void {
    this.#units = units;
    for (const level of this.#levels.values()) level.widen(units);
  }

  level(level: number): Standing {
    const known = this.#levels.get(level);
    if (known) return known;
    const found =
      level === 0
        ? this.#first()
        : level > 0
          ? this.#finer(level)
          : close(this.level(level + 1), new Standing(this.#context(level), this.#units), this.#byRank);
    this.#levels.set(level, found.rest());
    return found;
  }

  /**
   * Takes in other items. What stands stays in the levels from the first view's to the one in use, and
   * newcomers get what room is free; the levels beyond are made from these when they are asked for.
   */
  amend({ items, gone, come }: ItemChanges, level: number): void {
    this.#items = items;
    this.#ranked = null;
    for (const other of this.#levels.keys())
      if (other < Math.min(0, level) || other > Math.max(0, level)) this.#levels.delete(other);
    const levels = [...this.#levels].sort(([a], [b]) => a - b).map(([, standing]) => standing);
    const units = new Map(gone.map(item => [item.key, levels.at(-1)?.get(item)?.unit]));
    for (const item of gone) for (const standing of levels) standing.release(item);
    for (const item of [...come].sort(byImportance)) settle(item, levels, this.#units, units.get(item.key));
  }

  /** Who gets room first. */
  get #byRank(): readonly Item[] {
    return (this.#ranked ??= [...this.#items].sort(byImportance));
  }

  #first(): Standing {
    const plain = this.#mayFit(this.#units) ? this.#inTimeOrder(false, this.#units) : null;
    if (plain) return this.#inTimeOrder(true, this.#units) ?? enrich(plain, this.#byRank);
    return open(new Standing(this.#context(0), this.#units), this.#byRank, { staysHome: true });
  }

  /** Whether so many units might hold all of the first view with labels. To find out takes a while, and most crowds are far from it. */
  #mayFit(units: number): boolean {
    const context = this.#context(0);
    const { home } = context;
    const room = (home.right - home.left) * Math.floor(units / BARE.units);
    let wanted = 0;
    for (const item of this.#items) {
      const { left, right } = boxOf(item, context);
      if (right > home.left && left < home.right) wanted += LEAST_LABELLED;
      if (wanted > room) return false;
    }
    return true;
  }

  /** Everything, labels whole and in the first view, one after the other; `null` when that takes more rows than there are. */
  #inTimeOrder(rich: boolean, units: number): Standing | null {
    const level = new Standing(this.#context(0), units);
    for (const item of this.#items) {
      const poses = posesOf(item, rich, level.context);
      const staying = poses.filter(pose => staysHome(item, pose, level.context));
      const possible = [staying, poses].find(({ length }) => length > 0) ?? [BARE];
      if (!level.place(item, possible)) return null;
    }
    return level;
  }

  #finer(level: number): Standing {
    const before = this.level(level - 1);
    const after = new Standing(this.#context(level), this.#units, before);
    const complete = this.#items.every(item => saysAll(item, before.get(item)?.pose));
    return complete ? after : open(after, this.#byRank);
  }
}

/** Whether a label says all that there is to say. */
function saysAll({ era, texts }: Item, pose: Pose | undefined): boolean {
  return pose?.title?.whole === true && (era || (pose.date === texts.date && pose.note === texts.note));
}
