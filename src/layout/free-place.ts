import type { Reach } from './item.js';
import type { Obstacle } from './route.js';

/** Where, from the left to the right, a box of that size at a height may begin within a stretch, so that it meets nothing. */
export function freeStretches(
  { y, width, height }: Omit<Obstacle, 'x'>,
  obstacles: readonly Obstacle[],
  { left, right: last }: Reach,
): Reach[] {
  const taken = obstacles
    .filter(box => y < box.y + box.height && box.y < y + height)
    .map((box): Reach => ({ left: box.x - width, right: box.x + box.width }))
    .sort((a, b) => a.left - b.left);
  const free: Reach[] = [];
  let from = left;
  for (const stretch of taken) {
    if (stretch.left >= from && from <= last) free.push({ left: from, right: Math.min(stretch.left, last) });
    from = Math.max(from, stretch.right);
  }
  if (from <= last) free.push({ left: from, right: last });
  return free;
}

/** What of some stretches is nearest to a place; `null` where there are none. */
export function nearestIn(stretches: readonly Reach[], x: number): number | null {
  let nearest: number | null = null;
  for (const { left, right } of stretches) {
    const at = Math.max(left, Math.min(x, right));
    if (nearest === null || Math.abs(at - x) < Math.abs(nearest - x)) nearest = at;
  }
  return nearest;
}
