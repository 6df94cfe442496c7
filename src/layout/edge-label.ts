import type { Placed } from './item.js';
import type { LabelMetrics } from './label-metrics.js';
import { lesser } from './poses.js';
import { sceneMark, type MarkContext } from './scene-mark.js';
import type { SceneMark } from './scene.js';

const NOWHERE = { left: 0, right: 0 };

/** Turns a placed item into a mark of the scene, as `sceneMark` does. Where an edge of the view cuts its label, that says less if it is whole then. */
export function edgeMark(
  placed: Placed,
  y: number,
  height: number,
  look: Parameters<typeof sceneMark>[3],
  context: MarkContext & { readonly metrics: LabelMetrics },
  overrun: number,
): SceneMark {
  const { item, pose } = placed;
  const { width } = context;
  const mark = sceneMark(placed, y, height, look, context, overrun);
  if (!mark.label?.hidden || mark.x + mark.width <= 0 || mark.x >= width) return mark;
  const shorter = lesser(item, pose, { ...context, home: NOWHERE, widest: width })
    .slice(1)
    .map(less => sceneMark({ ...placed, pose: less }, y, height, look, context, overrun));
  return shorter.find(({ label }) => label && !label.hidden) ?? mark;
}
