import { byImportance, type Item, type Pose } from './item.js';
import type { ItemChanges } from './lane-items.js';
import { settle } from './newcomer.js';
import { BARE, posed, posesOf, staysHome, type PoseContext } from './poses.js';
import { Standing } from './standing.js';

/** Rows that nobody asks for in vain, to find how many a lane would like. */
const PLENTY = 1_000;

/** Lanes with more items than this are not asked how many rows they would like: more than there are. */
const TOO_MANY = 400;

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

  /** How many units the lane would like at the first view, with all that its labels can say or without. */
  wish(rich: boolean): number {
    if (this.#items.length > TOO_MANY) return PLENTY;
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
    const found = level === 0 ? this.#first() : level > 0 ? this.#finer(level) : this.#coarser(level);
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
    if (this.#items.length <= TOO_MANY)
      for (const rich of [true, false]) {
        const level = this.#inTimeOrder(rich, this.#units);
        if (level) return rich ? level : this.#enriched(level);
      }
    return this.#opened(new Standing(this.#context(0), this.#units), 0);
  }

  /** Everything, labels whole, one after the other; `null` when that takes more rows than there are. */
  #inTimeOrder(rich: boolean, units: number): Standing | null {
    const level = new Standing(this.#context(0), units);
    for (const item of this.#items) {
      const poses = posesOf(item, rich, level.context);
      if (!level.place(item, poses.length > 0 ? poses : [BARE])) return null;
    }
    return level;
  }

  #finer(level: number): Standing {
    const before = this.level(level - 1);
    const after = new Standing(this.#context(level), this.#units, before);
    const complete = this.#items.every(item => saysAll(item, before.get(item)?.pose));
    return complete ? after : this.#opened(after, level);
  }

  /** Adds to what stands: labels for bare marks, then marks with or without a label, by importance. */
  #opened(standing: Standing, level: number): Standing {
    const { context } = standing;
    for (const item of this.#byRank) {
      const old = standing.get(item);
      if (old && old.pose.side !== 'bare' && !item.era) continue;
      standing.release(item);
      // The smallest first; one that the first view would cut is of use only where that view is left behind.
      const poses = posesOf(item, false, context)
        .filter(pose => level > 0 || item.era || staysHome(item, pose, context))
        .sort((a, b) => a.units * (a.width + 24) - b.units * (b.width + 24));
      if (old) standing.placeAt(item, old.unit, [...poses, old.pose]);
      else standing.place(item, [...poses, BARE]);
    }
    return this.#enriched(standing);
  }

  /** Lets labels say their date, then their note, where there is room. */
  #enriched(standing: Standing): Standing {
    const { context } = standing;
    for (const says of [
      { date: true, note: false },
      { date: true, note: true },
      { date: false, note: true },
    ])
      for (const item of this.#byRank) {
        const placed = standing.get(item);
        if (!placed?.pose.title || item.era) continue;
        const { pose, unit } = placed;
        if ((pose.date && !says.date) || (pose.note && !says.note)) continue;
        const richer = posed(item, pose.side, pose.title!, says, context);
        if (!richer || richer.width === pose.width) continue;
        if (staysHome(item, pose, context) && !staysHome(item, richer, context)) continue;
        standing.release(item);
        standing.placeAt(item, unit, [richer, pose]);
      }
    return standing;
  }

  /** Keeps of the next finer level, by importance, what still has room where it stands. */
  #coarser(level: number): Standing {
    const before = this.level(level + 1);
    const after = new Standing(this.#context(level), this.#units);
    const { context } = after;
    for (const item of this.#byRank) {
      const placed = before.get(item);
      if (!placed) continue;
      const { pose, unit } = placed;
      const poses = item.era ? posesOf(item, false, context) : lesser(item, pose, context);
      // The sign stays about where it was, which is low under a label.
      const low = pose.side === 'above' ? unit + pose.units - BARE.units : unit;
      const turned = pose.title
        ? posesOf(item, false, context).filter(({ units }) => units === BARE.units)
        : [];
      if (!after.placeAt(item, unit, poses)) after.placeAt(item, low, [...turned, BARE]);
    }
    return after;
  }
}

/** A pose and those that say less in the same place. */
function lesser(item: Item, pose: Pose, context: PoseContext): Pose[] {
  if (!pose.title) return [];
  const poses = [pose];
  for (const date of [true, false])
    if ((pose.date && !date) || pose.note) {
      const less = posed(
        item,
        pose.side,
        pose.title,
        { date: date && pose.date !== '', note: false },
        context,
      );
      if (less) poses.push(less);
    }
  return poses;
}

/** Whether a label says all that there is to say. */
function saysAll({ era, texts }: Item, pose: Pose | undefined): boolean {
  return pose?.title?.whole === true && (era || (pose.date === texts.date && pose.note === texts.note));
}
