import { TARGET } from '../scale/target.js';
import { CELL } from './cells.js';
import { boxOf, type Item, type Pose } from './item.js';
import { pack } from './pack.js';
import { BARE, isFirm, leavesHome, lesser, posed, posesOf, staysHome, type PoseContext } from './poses.js';
import type { Standing } from './standing.js';

/** Whom a level may give room, and how. */
export interface OpenOptions {
  /** Whether a label that the first view would cut is of no use. */
  readonly staysHome?: boolean;
  /** Whether an item may be drawn in that way. */
  mayStand?(item: Item, pose: Pose): boolean;
}

const anything = (): boolean => true;

/**
 * Adds to what stands, the important first: labels for bare marks, then as many marks with labels as there is room for, then
 * marks without. Of what is as important, more labels are worth more than more marks.
 */
export function open(
  standing: Standing,
  ranked: Iterable<Item>,
  { staysHome: mustStay = false, mayStand = anything }: OpenOptions = {},
): Standing {
  const { context } = standing;
  const items = [...ranked];
  // The smallest first; one that the first view would cut is of use only where that view is left behind.
  const posesFor = (item: Item): Pose[] =>
    posesOf(item, false, context)
      .filter(pose => (!mustStay || item.era || staysHome(item, pose, context)) && mayStand(item, pose))
      .sort((a, b) => roomOf(a) - roomOf(b));
  for (const peers of byTheirImportance(items)) {
    const newcomers: Item[] = [];
    for (const item of peers) {
      const old = standing.get(item);
      if (!old && item.era) standing.place(item, [...posesFor(item), BARE]);
      else if (!old) {
        if (standing.mayHaveRoom(item)) newcomers.push(item);
      } else if ((old.pose.side === 'bare' || item.era) && mayStand(item, old.pose)) {
        standing.release(item);
        standing.placeAt(item, old.unit, [...posesFor(item), old.pose]);
      }
    }
    const first = foremost(newcomers, standing);
    pack(standing, first, item => posesFor(item).filter(pose => !isBesideLong(item, pose, context)));
    pack(
      standing,
      first.filter(item => !standing.get(item)),
      posesFor,
    );
    for (const item of newcomers)
      if (!standing.get(item) && mayStand(item, BARE)) standing.place(item, [BARE]);
  }
  return enrich(standing, items, { mayStand });
}

/**
 * The first of each cell, so many as may get a label there: a label is wider than a cell, and to measure titles that have no
 * chance is what would take longest.
 */
function foremost(ranked: readonly Item[], { units, context: { pxPerMs, origin } }: Standing): Item[] {
  const counts = new Map<number, number>();
  return ranked.filter(item => {
    const cell = Math.floor(((item.start - origin) * pxPerMs) / CELL);
    const count = (counts.get(cell) ?? 0) + 1;
    counts.set(cell, count);
    return count <= labelsOf(units);
  });
}

/** How many labels may begin in one cell of a lane with so many units of rows, and some to choose from. */
export function labelsOf(units: number): number {
  return Math.ceil((units / BARE.units) * 0.75) + 2;
}

/**
 * Whether a label on two lines stands beside a bar that is long enough to have it over it: there it slides along, and is not taken
 * for that of the mark in the next row, under which its second line reaches.
 */
function isBesideLong(item: Item, { side, title, width }: Pose, context: PoseContext): boolean {
  const { left, right } = boxOf(item, context);
  return (side === 'after' || side === 'before') && title?.lines.length === 2 && width <= right - left;
}

/** How much room a pose takes, about; a title on two lines is read less easily, and is to save some. */
function roomOf({ title, units, width }: Pose): number {
  return units * (width + TARGET) * (title?.lines.length === 2 ? 1.15 : 1);
}

/** Parts ranked items into those that are as important. */
function byTheirImportance(ranked: readonly Item[]): Item[][] {
  const groups: Item[][] = [];
  for (const item of ranked) {
    const last = groups.at(-1);
    if (last?.[0]!.event.importance === item.event.importance) last.push(item);
    else groups.push([item]);
  }
  return groups;
}

/** Lets labels say their date, then their note, where there is room; what is not firmly known says so first. */
export function enrich(
  standing: Standing,
  ranked: Iterable<Item>,
  { mayStand = anything }: OpenOptions = {},
): Standing {
  const { context } = standing;
  const items = [...ranked];
  for (const [says, isMeant] of [
    [{ date: false, note: true }, (item: Item) => !isFirm(item)],
    [{ date: true, note: false }, anything],
    [{ date: true, note: true }, anything],
    [{ date: false, note: true }, anything],
  ] as const)
    for (const item of items) {
      const placed = standing.get(item);
      if (!placed?.pose.title || item.era || !isMeant(item)) continue;
      const { pose, unit } = placed;
      if ((pose.date && !says.date) || (pose.note && !says.note)) continue;
      const richer = posed(item, pose.side, pose.title!, says, context);
      if (!richer || richer.width === pose.width || !mayStand(item, pose) || !mayStand(item, richer))
        continue;
      if (leavesHome(item, pose, richer, context)) continue;
      standing.release(item);
      standing.placeAt(item, unit, [richer, pose]);
    }
  return standing;
}

/** Keeps of a finer level, in the order given, what still has room where it stands; labels say less where that helps. */
export function close(finer: Standing, coarser: Standing, ranked: Iterable<Item>): Standing {
  const { context } = coarser;
  for (const item of ranked) {
    const placed = finer.get(item);
    if (!placed) continue;
    const { pose, unit } = placed;
    const poses = item.era ? posesOf(item, false, context) : lesser(item, pose, context);
    // The sign stays about where it was, which is low under a label.
    const low = pose.side === 'above' ? unit + pose.units - BARE.units : unit;
    const turned = pose.title
      ? posesOf(item, false, context).filter(({ units }) => units === BARE.units)
      : [];
    if (!coarser.placeAt(item, unit, poses)) coarser.placeAt(item, low, [...turned, BARE]);
  }
  return coarser;
}
