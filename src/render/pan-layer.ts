import type { Language } from '../language/language.js';
import type { Scene } from '../layout/scene.js';
import { moveAxis } from './axis.js';
import { labelPlace } from './mark.js';

/** Most elements that one move writes to. */
export const MOST_WRITES = 60;

/** What was last written to a label, here and not by the template. */
const written = new WeakMap<Element, string>();

/**
 * Moves a rendered scene and its axis by `dx` px along the line (positive: what is earlier comes into
 * view) without rendering: one transform each, the line of now, and the texts that slide along their marks to stay in
 * the view. A `dx` of 0 puts all where the templates have it; it is due after each render.
 */
export function panLayers(
  root: ParentNode,
  scene: Scene,
  dx: number,
  language: Pick<Language, 'direction'>,
): void {
  const layer = root.querySelector<HTMLElement>('.layer');
  const axis = root.querySelector<SVGGElement>('.axis-ticks');
  const shift = language.direction === 'rtl' ? -dx : dx;
  const moment = root.querySelector<HTMLElement>('.now-layer');
  if (moment) moment.style.cssText = dx ? `transform:translateX(${shift}px)` : '';
  if (layer) layer.style.cssText = dx ? `transform:translateX(${shift}px);will-change:transform` : '';
  if (axis) moveAxis(axis, dx, scene.moving || dx !== 0);
  const marks = new Map(scene.marks.filter(mark => mark.label?.slide).map(mark => [mark.key, mark]));
  let left = dx ? MOST_WRITES - 4 : Infinity;
  for (const label of layer?.querySelectorAll<HTMLElement>('.slides') ?? []) {
    const mark = marks.get(label.parentElement!.dataset.key!);
    if (!mark) continue;
    const place = labelPlace(mark, mark.label!, dx, language);
    if (place === written.get(label) || left-- <= 0) continue;
    written.set(label, place);
    label.style.cssText = place;
  }
}
