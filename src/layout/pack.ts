import { TARGET } from '../scale/target.js';
import type { EpochMs } from '../time/epoch-ms.js';
import { reachOf, type Item, type Pose, type Reach } from './item.js';
import type { Standing } from './standing.js';

/** A way to draw an item with its label, and what that covers. */
interface Draft extends Reach {
  readonly item: Item;
  readonly pose: Pose;
}

/** Heights of shelves, in units; the flat ones are tried first. */
const HEIGHTS = [2, 3, 4];

/**
 * Gives labels to as many items as there is room for, the long ones first; items of about one length are alike. Room is filled in
 * shelves: in each, the label that ends first is taken, then the next that begins after it, which gets the most into one row
 * (earliest finishing time first; Kleinberg and Tardos, *Algorithm Design*, 4.1). How high a shelf is, is tried out.
 */
export function pack(
  standing: Standing,
  items: Iterable<Item>,
  posesFor: (item: Item) => readonly Pose[],
): void {
  const { context } = standing;
  const classes = new Map<number, Draft[]>();
  for (const item of items) {
    const length = lengthClass(item, context.pxPerMs);
    let drafts = classes.get(length);
    if (!drafts) classes.set(length, (drafts = []));
    for (const pose of posesFor(item)) drafts.push({ item, pose, ...reachOf(item, pose, context) });
  }
  for (const [, drafts] of [...classes].sort(([a], [b]) => b - a))
    fill(
      standing,
      // What ends at one moment is told apart by what is shorter, so that the order given does not matter beyond that.
      drafts.sort((a, b) => a.right - b.right || b.left - a.left),
    );
}

/** Octaves of px by which an item is longer than a target: 0 for all that are drawn about as short. */
function lengthClass({ start, end }: { start: EpochMs; end: EpochMs }, pxPerMs: number): number {
  const px = Math.min(Number.MAX_VALUE, end - start) * pxPerMs;
  return Math.max(0, Math.floor(Math.log2(px / TARGET)));
}

/** Fills the rows from above with drafts in order of their ends. */
function fill(standing: Standing, drafts: readonly Draft[]): void {
  let rest = drafts;
  for (let unit = 0; unit < standing.units && rest.length > 0;) {
    let best: readonly Draft[] = [];
    let height = 1;
    const left = standing.units - unit;
    for (const tried of HEIGHTS) {
      const shelf = shelfOf(standing, rest, unit, tried);
      // A rest that is no row is lost.
      const cost = left - tried < HEIGHTS[0]! ? left : tried;
      if (shelf.length * height > best.length * cost) [best, height] = [shelf, cost];
    }
    const taken = new Set(best.map(({ item }) => item));
    for (const { item, pose } of best) standing.take(item, unit, pose);
    if (taken.size > 0) rest = rest.filter(({ item }) => !taken.has(item));
    // Where nothing fits that is as high as a row, it may do so a unit further down.
    unit += height;
  }
}

/** What goes side by side into a shelf. */
function shelfOf(standing: Standing, drafts: readonly Draft[], unit: number, height: number): Draft[] {
  const shelf: Draft[] = [];
  const taken = new Set<Item>();
  let from = -Infinity;
  for (const draft of drafts) {
    const { item, pose, left, right } = draft;
    if (left < from || pose.units > height || taken.has(item)) continue;
    if (!standing.isFreeOver(unit, pose.units, draft)) continue;
    shelf.push(draft);
    taken.add(item);
    from = right;
  }
  return shelf;
}
