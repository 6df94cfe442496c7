import { labelBox } from '../layout/label-box.js';
import { anchorX } from '../layout/scene-mark.js';
import type { Scene, SceneMark } from '../layout/scene.js';
import { px, type PlacedBox } from './place.js';

/** Free px beside a text that the line does not touch. */
const AIR = 2;

/** How far over a sign, and beside the line, a label stands that is right by it. */
const NEAR = 14;

/** Path data of the line from the selected mark down to the axis, which leaves out the texts on its way; `null` where there is none. */
export function chosenPath(
  mark: SceneMark,
  { marks, width, height }: Pick<Scene, 'marks' | 'width' | 'height'>,
): string | null {
  const at = mark.selected ? anchorX(mark, width) : null;
  if (at === null) return null;
  const texts = marks
    .flatMap(other => labelBox(other) ?? [])
    .filter(text => isBy(text, at, AIR))
    .sort((a, b) => a.y - b.y);
  const own = labelBox(mark);
  const top = mark.y + mark.sign.cy;
  // A label that found no room right over its sign hangs on the line, too.
  const isOver = own && own.y + own.height < top - NEAR && isBy(own, at);
  let from = isOver ? own.y + own.height : top;
  let d = '';
  const until = (y: number): void => {
    if (y > from) d += `M${px(at)} ${px(from)}V${px(y)}`;
  };
  for (const { y, height: length } of texts) {
    until(y);
    from = Math.max(from, y + length);
  }
  until(height);
  return d;
}

/** Whether a line comes so close to a text. */
const isBy = ({ x, width }: PlacedBox, at: number, by = NEAR): boolean => x - by < at && x + width + by > at;
