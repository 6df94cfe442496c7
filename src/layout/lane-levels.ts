import { reachOf, type Item, type Placed, type Pose } from './item.js';
import { BARE, posed, posesOf, staysHome, type PoseContext } from './poses.js';
import { Rows } from './rows.js';

/** For each item of a lane, in time order, its place at one zoom level; `null` for those without room. */
export type Level = readonly (Placed | null)[];

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
  readonly items: readonly Item[];
  readonly #byRank: readonly number[];
  readonly #context: (level: number) => PoseContext;
  readonly #levels = new Map<number, Level>();
  #units = 2;

  /** `items` in time order. */
  constructor(items: readonly Item[], context: (level: number) => PoseContext) {
    this.items = items;
    this.#byRank = items.map((_, i) => i).sort((a, b) => items[a]!.rank - items[b]!.rank);
    this.#context = context;
  }

  /** How many units the lane would like at the first view, with all that its labels can say or without. */
  wish(rich: boolean): number {
    if (this.items.length > TOO_MANY) return PLENTY;
    const level = this.#inTimeOrder(rich, PLENTY);
    return level ? Math.max(2, ...level.map(placed => placed!.unit + placed!.pose.units)) : PLENTY;
  }

  /** Gives the lane its rows. What was laid out for another number is forgotten. */
  set units(count: number) {
    this.#units = count;
    this.#levels.clear();
  }

  get units(): number {
    return this.#units;
  }

  level(level: number): Level {
    const known = this.#levels.get(level);
    if (known) return known;
    const found = level === 0 ? this.#first() : level > 0 ? this.#finer(level) : this.#coarser(level);
    this.#levels.set(level, found);
    return found;
  }

  #first(): Level {
    if (this.items.length <= TOO_MANY)
      for (const rich of [true, false]) {
        const level = this.#inTimeOrder(rich, this.#units);
        if (level) return rich ? level : this.#enriched(level, 0);
      }
    return this.#opened(
      this.items.map(() => null),
      0,
    );
  }

  /** Everything, labels whole, one after the other; `null` when that takes more rows than there are. */
  #inTimeOrder(rich: boolean, units: number): Level | null {
    const context = this.#context(0);
    const rows = new Rows(units);
    const level: Placed[] = [];
    for (const item of this.items) {
      const poses = posesOf(item, rich, context);
      const placed = place(item, poses.length > 0 ? poses : [BARE], rows, context);
      if (!placed) return null;
      level.push(placed);
    }
    return level;
  }

  #finer(level: number): Level {
    const before = this.level(level - 1);
    const complete = before.every((placed, i) => placed && saysAll(placed, this.items[i]!));
    return complete ? before : this.#opened(before, level);
  }

  /** Adds to what stands: labels for bare marks, then marks with or without a label, by importance. */
  #opened(before: Level, level: number): Level {
    const context = this.#context(level);
    const rows = taken(before, this.#units, context);
    const after: (Placed | null)[] = before.slice();
    for (const i of this.#byRank) {
      const item = this.items[i]!;
      const old = after[i];
      if (old && old.pose.side !== 'bare' && !item.era) continue;
      if (old) rows.release(old.unit, old.pose.units, reachOf(item, old.pose, context));
      // The smallest first; one that the first view would cut is of use only where that view is left behind.
      const poses = posesOf(item, false, context)
        .filter(pose => level > 0 || item.era || staysHome(item, pose, context))
        .sort((a, b) => a.units * (a.width + 24) - b.units * (b.width + 24));
      after[i] = old
        ? (placeAt(item, old.unit, poses, rows, context) ??
          placeAt(item, old.unit, [old.pose], rows, context))
        : place(item, [...poses, BARE], rows, context);
    }
    return this.#enriched(after, level);
  }

  /** Lets labels say their date, then their note, where there is room. */
  #enriched(before: Level, level: number): Level {
    const context = this.#context(level);
    const rows = taken(before, this.#units, context);
    const after: (Placed | null)[] = before.slice();
    for (const says of [
      { date: true, note: false },
      { date: true, note: true },
      { date: false, note: true },
    ])
      for (const i of this.#byRank) {
        const placed = after[i];
        if (!placed?.pose.title || placed.item.era) continue;
        const { pose, item, unit } = placed;
        if ((pose.date && !says.date) || (pose.note && !says.note)) continue;
        const richer = posed(item, pose.side, pose.title!, says, context);
        if (!richer || richer.width === pose.width) continue;
        if (staysHome(item, pose, context) && !staysHome(item, richer, context)) continue;
        rows.release(unit, pose.units, reachOf(item, pose, context));
        after[i] = placeAt(item, unit, [richer, pose], rows, context);
      }
    return after;
  }

  /** Keeps of the next finer level, by importance, what still has room where it stands. */
  #coarser(level: number): Level {
    const before = this.level(level + 1);
    const context = this.#context(level);
    const rows = new Rows(this.#units);
    const after: (Placed | null)[] = before.map(() => null);
    for (const i of this.#byRank) {
      const placed = before[i];
      if (!placed) continue;
      const { item, pose, unit } = placed;
      const poses = item.era ? posesOf(item, false, context) : lesser(item, pose, context);
      // The sign stays about where it was, which is low under a label.
      const low = pose.side === 'above' ? unit + pose.units - BARE.units : unit;
      const turned = pose.title
        ? posesOf(item, false, context).filter(({ units }) => units === BARE.units)
        : [];
      after[i] =
        placeAt(item, unit, poses, rows, context) ?? placeAt(item, low, [...turned, BARE], rows, context);
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

function saysAll({ pose }: Placed, item: Item): boolean {
  return (
    pose.title !== null &&
    pose.title.whole &&
    (item.era || (pose.date === item.texts.date && pose.note === item.texts.note))
  );
}

function taken(level: Level, units: number, context: PoseContext): Rows {
  const rows = new Rows(units);
  for (const placed of level)
    if (placed) rows.take(placed.unit, placed.pose.units, reachOf(placed.item, placed.pose, context));
  return rows;
}

/** Takes the first pose that has room in any row. */
function place(item: Item, poses: readonly Pose[], rows: Rows, context: PoseContext): Placed | null {
  for (const pose of poses) {
    const reach = reachOf(item, pose, context);
    const unit = rows.firstFree(pose.units, reach);
    if (unit < 0) continue;
    rows.take(unit, pose.units, reach);
    return { item, unit, pose };
  }
  return null;
}

/** Takes the first pose that has room in a given row. */
function placeAt(
  item: Item,
  unit: number,
  poses: readonly Pose[],
  rows: Rows,
  context: PoseContext,
): Placed | null {
  for (const pose of poses) {
    const reach = reachOf(item, pose, context);
    if (!rows.isFree(unit, pose.units, reach)) continue;
    rows.take(unit, pose.units, reach);
    return { item, unit, pose };
  }
  return null;
}
