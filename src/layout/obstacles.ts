import { LEAST_BRACKET, UNKNOWN_TAIL } from './item.js';
import { labelBox } from './label-box.js';
import type { Obstacle } from './route.js';
import type { Scene, SceneMark } from './scene.js';

/** Half the height of a sign. */
export const SIGN = 7;

/** What of a scene others keep off. */
export type Shown = Pick<Scene, 'marks' | 'clusters' | 'lanes'>;

/** Texts, signs, pills and titles of lanes. */
export function obstaclesOf({ marks, clusters, lanes }: Shown): Obstacle[] {
  const boxes: Obstacle[] = [];
  for (const { x, y, width, height } of clusters) boxes.push({ x, y, width, height });
  for (const { y, titleWidth, headHeight } of lanes)
    if (titleWidth > 0) boxes.push({ x: 0, y, width: titleWidth, height: Math.max(headHeight, 2 * SIGN) });
  for (const mark of marks) {
    const text = labelBox(mark);
    if (text) boxes.push(text);
    if (!mark.era) boxes.push(signBox(mark));
  }
  return boxes;
}

/** All that a sign draws: its stretch, and beyond that fades, tails of unknown ends and narrow members of a set. */
export function signBox({ x, y, sign }: SceneMark): Obstacle {
  const { x0, x1, cy, fadeStart, fadeEnd, unknownStart, unknownEnd, shape, members } = sign;
  const least = shape === 'bracket' ? LEAST_BRACKET : 2 * SIGN;
  const short = members.length > 0 ? LEAST_BRACKET / 2 : Math.max(0, least - (x1 - x0)) / 2;
  const left = Math.min(x0 - short, x0 - fadeStart / 2, unknownStart ? x0 - UNKNOWN_TAIL : x0);
  const right = Math.max(x1 + short, x1 + fadeEnd / 2, unknownEnd ? x1 + UNKNOWN_TAIL : x1);
  const box = { x: x + left, y: y + cy - SIGN, width: right - left, height: 2 * SIGN };
  return box.width > LEAST_BRACKET ? box : { ...box, isPoint: true };
}
