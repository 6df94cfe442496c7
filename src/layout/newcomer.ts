import type { Item, Pose } from './item.js';
import { BARE, leavesHome, posed, posesOf, type PoseContext } from './poses.js';
import type { Standing } from './standing.js';

/** What else a label may say, the most first. */
const SAYS = [
  { date: true, note: true },
  { date: true, note: false },
  { date: false, note: true },
];

/**
 * Gives a newcomer room among what stands, from the coarsest of the levels where it has some, in one
 * row that is free in all finer ones; none where there is none. `levels` run from coarse to fine;
 * `usual` is the row that it had before its own data changed.
 */
export function settle(item: Item, levels: readonly Standing[], units: number, usual?: number): void {
  const rows = Array.from({ length: units }, (_, unit) => unit);
  if (usual !== undefined) rows.unshift(usual);
  for (let from = 0; from < levels.length; from++) {
    const finer = levels.slice(from);
    for (const pose of posesAt(item, finer[0]!.context)) {
      const unit = rows.find(row => isFreeIn(finer, item, row, pose));
      if (unit !== undefined) return stand(item, unit, pose, finer);
    }
  }
}

/** Lets an item stand in a row from a level on; a finer level lets it say more, and never less. */
function stand(item: Item, unit: number, first: Pose, levels: readonly Standing[]): void {
  let pose = first;
  levels.forEach(({ context }, i) => {
    const finer = levels.slice(i);
    pose = fuller(item, pose, context).find(other => isFreeIn(finer, item, unit, other)) ?? pose;
    levels[i]!.take(item, unit, pose);
  });
}

function isFreeIn(levels: readonly Standing[], item: Item, unit: number, pose: Pose): boolean {
  return levels.every(level => level.isFree(item, unit, pose));
}

/** The ways to draw an item at a level, best first; one that the first view would cut comes after the rest. */
function posesAt(item: Item, context: PoseContext): Pose[] {
  return [...posesOf(item, false, context), BARE];
}

/** The poses that say more than one does, the most first. */
function fuller(item: Item, pose: Pose, context: PoseContext): Pose[] {
  // An era's title has as much room as its box has, at every level anew.
  if (item.era || !pose.title) return posesOf(item, false, context);
  return SAYS.flatMap(says => {
    if ((pose.date && !says.date) || (pose.note && !says.note)) return [];
    const more = posed(item, pose.side, pose.title!, says, context);
    return more && more.width > pose.width && !leavesHome(item, pose, more, context) ? [more] : [];
  });
}
