import type { TimelineView } from '../../src/timeline-view.js';
import { canvasBox, find, parts, textOf } from './mounted.js';

/** A box of something, in px of the window. */
export interface Box {
  readonly what: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const boxOf = (what: string, node: Element): Box => {
  const { left, right, top, bottom } = node.getBoundingClientRect();
  return { what, left, right, top, bottom };
};
const meet = (a: Box, b: Box): boolean =>
  a.left < b.right - 0.5 && b.left < a.right - 0.5 && a.top < b.bottom - 0.5 && b.top < a.bottom - 0.5;

/** What of a mark is painted, label apart; by its geometry, as Firefox counts more than the stroke in a box. */
function signBox(mark: HTMLElement): Box | null {
  const boxes = [...mark.querySelectorAll<SVGGraphicsElement>('.figure > :not(.halo)')].map(path => {
    const { x, y, width, height } = path.getBBox();
    const { a, d, e, f } = path.getScreenCTM()!;
    return { left: e + a * x, right: e + a * (x + width), top: f + d * y, bottom: f + d * (y + height) };
  });
  const painted = boxes.filter(({ left, right, top, bottom }) => right - left + bottom - top > 0);
  if (painted.length === 0) return null;
  return {
    what: `sign of ${mark.dataset.id}`,
    left: Math.min(...painted.map(box => box.left)),
    right: Math.max(...painted.map(box => box.right)),
    top: Math.min(...painted.map(box => box.top)),
    bottom: Math.max(...painted.map(box => box.bottom)),
  };
}

/** All that makes a picture at rest illegible, by the page's own boxes. */
export function illegible(element: TimelineView): string[] {
  const canvas = canvasBox(element);
  const seen = (box: Box): boolean => box.right > canvas.left && box.left < canvas.right;
  const wrong: string[] = [];
  const signs: { mark: HTMLElement; box: Box }[] = [];
  const labels: { mark: HTMLElement; box: Box }[] = [];
  for (const mark of parts(element, 'mark')) {
    const sign = signBox(mark);
    if (sign && seen(sign)) signs.push({ mark, box: sign });
    const label = mark.querySelector('[part~="label"]');
    if (!label) continue;
    const box = boxOf(`label of ${mark.dataset.id}`, label);
    if (!seen(box)) continue;
    labels.push({ mark, box });
    if (box.left < canvas.left - 0.5 || box.right > canvas.right + 0.5)
      wrong.push(`${box.what} is cut at the side`);
    if (box.top < canvas.top - 0.5 || box.bottom > canvas.bottom + 0.5)
      wrong.push(`${box.what} is cut above or below`);
    for (const line of label.querySelectorAll('.line')) {
      const range = document.createRange();
      range.selectNodeContents(line);
      const text = range.getBoundingClientRect();
      if (text.width > box.right - box.left + 1)
        wrong.push(`text of ${box.what}: ${text.width} px in ${box.right - box.left}`);
    }
  }
  const pills = parts(element, 'cluster').map(pill => ({
    mark: pill,
    box: boxOf(`pill ${pill.dataset.key}`, pill),
  }));
  labels.forEach(({ mark, box }, i) => {
    for (const other of [...labels.slice(i + 1), ...signs, ...pills])
      if (other.mark !== mark && meet(box, other.box)) wrong.push(`${box.what} meets ${other.box.what}`);
  });
  for (const pill of pills)
    for (const { mark, box } of signs)
      if (meet(pill.box, box)) wrong.push(`${box.what} meets ${pill.box.what} (${mark.dataset.key})`);
  for (const title of parts(element, 'lane-label')) {
    const lane = boxOf(`title ${textOf(title)}`, title);
    for (const { box } of [...pills, ...signs, ...labels].filter(other => seen(other.box)))
      if (meet(lane, box)) wrong.push(`${box.what} meets ${lane.what}`);
  }
  return wrong;
}

/** Texts of the axis that meet each other or reach out of the stage, and titles of lanes that are cut, by the page's own boxes. */
export function crampedAxis(element: TimelineView): string[] {
  const stage = find(element, '.stage')!.getBoundingClientRect();
  const texts = [...element.shadowRoot!.querySelectorAll<SVGTextElement>('.axis text')]
    .filter(text => textOf(text) && getComputedStyle(text).visibility === 'visible')
    .map((text): Box => {
      // By its geometry: Firefox counts the stroke behind the letters in a box.
      const { x, y, width, height } = text.getBBox();
      const { e, f } = text.getScreenCTM()!;
      const what = `"${textOf(text)}" on the axis`;
      return { what, left: e + x, right: e + x + width, top: f + y, bottom: f + y + height };
    })
    .filter(box => box.right > stage.left && box.left < stage.right);
  const wrong = texts.flatMap((box, i) => [
    ...(box.bottom > stage.bottom + 0.5 ? [`${box.what} is cut below`] : []),
    ...texts.slice(i + 1).flatMap(other => (meet(box, other) ? [`${box.what} meets ${other.what}`] : [])),
  ]);
  for (const label of parts(element, 'lane-label')) {
    const title = label.querySelector('bdi')!;
    // No title is wider than half of the canvas.
    const isWidest = label.clientWidth >= stage.width / 2 - 1;
    if ((title.scrollWidth > title.clientWidth && !isWidest) || title.scrollHeight > title.clientHeight + 1)
      wrong.push(`title ${textOf(title)} is cut`);
  }
  return wrong;
}
