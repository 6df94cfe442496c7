import { TARGET } from '../scale/target.js';
import { boxOf, CLEARANCE, reachOf, type Placed, type Placement } from './item.js';
import type { LevelPlan } from './level-plans.js';

/**
 * How many px the label over a bar may slide beyond its end where the edge of the view leaves less of the bar than the label is long:
 * as far as its rows are free, and some of it still lies over the bar. 0 where the bar does not reach into the view over its edge.
 * What is free follows from the level alone, whatever the view.
 */
export function overrunOf(
  placed: Placed,
  band: LevelPlan['placed'][number]['band'],
  all: LevelPlan['placed'],
  context: Placement,
): number {
  const { item, unit, pose } = placed;
  if (pose.side !== 'above') return 0;
  const box = boxOf(item, context);
  if (box.left >= 0 || box.right <= TARGET || box.right >= pose.width + TARGET) return 0;
  const own = reachOf(item, pose, context);
  let next = Infinity;
  for (const { placed: other, band: lane } of all) {
    if (lane !== band || other === placed) continue;
    if (other.unit >= unit + pose.units || unit >= other.unit + other.pose.units) continue;
    const { left } = reachOf(other.item, other.pose, context);
    if (left >= own.left) next = Math.min(next, left);
  }
  // From where it stands to where it is last: over the end of the bar, and clear of what comes next.
  const furthest = Math.min(box.right - TARGET, next - CLEARANCE - pose.width);
  return Math.max(0, furthest - Math.max(box.left, box.right - CLEARANCE - pose.width));
}
