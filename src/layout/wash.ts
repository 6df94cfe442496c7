import { UNKNOWN_TAIL } from './item.js';
import type { SceneMark, SceneWash } from './scene.js';

/** The wash of an era's mark; where nobody knows when it began or ended, it fades as far as the tail of a sign reaches. */
export function washOf({ key, color, x, sign }: SceneMark): SceneWash {
  const { x0, x1, knownX, unknownStart, unknownEnd, uncertain } = sign;
  return {
    key,
    color,
    x: x + x0,
    width: x1 - x0,
    knownX: x + knownX,
    fadeStart: unknownStart ? 2 * UNKNOWN_TAIL : sign.fadeStart,
    fadeEnd: unknownEnd ? 2 * UNKNOWN_TAIL : sign.fadeEnd,
    uncertain,
  };
}
