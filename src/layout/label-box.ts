import type { Obstacle } from './route.js';
import { slideOf } from './scene-mark.js';
import type { SceneMark } from './scene.js';

/** Where the label of a mark is at rest; `null` where none is shown. */
export function labelBox({ x, y, label }: SceneMark): Obstacle | null {
  if (!label || label.hidden) return null;
  const left = x + label.x;
  return {
    x: left + slideOf(left, label.slide),
    y: y + label.y,
    width: label.width,
    height: label.height,
  };
}
