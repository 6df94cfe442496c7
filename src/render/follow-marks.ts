import type { Language } from '../language/language.js';
import type { Scene } from '../layout/scene.js';
import { px } from './place.js';

/** Length of the way from one scale to another, in ms. */
const DURATION = 280;
const TIMING: KeyframeAnimationOptions = { duration: DURATION, easing: 'cubic-bezier(0.33, 1, 0.68, 1)' };

/**
 * Lets each mark and pill go from where it stood in one scene to where it stands in the next, so that eyes can follow; what is new
 * comes out of nothing. Not where the reader asks for little motion.
 */
export function followMarks(
  root: ParentNode,
  before: Scene,
  after: Scene,
  { direction }: Pick<Language, 'direction'>,
): void {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  const byKey = ({ marks, clusters }: Scene) =>
    new Map([...marks, ...clusters].map(({ key, x, y }) => [key, { x, y }]));
  const [stood, stands] = [byKey(before), byKey(after)];
  const place = ({ x, y }: { x: number; y: number }): string =>
    `translate(${px(direction === 'rtl' ? -x : x)}px,${px(y)}px)`;
  const appear = (node: Element): void => void node.animate({ opacity: [0, 1] }, TIMING);
  for (const node of root.querySelectorAll<HTMLElement>('.layer [data-key]')) {
    const [from, to] = [stood.get(node.dataset.key!), stands.get(node.dataset.key!)];
    if (from && to) node.animate({ transform: [place(from), place(to)] }, TIMING);
    else appear(node);
  }
  for (const node of root.querySelectorAll('.axis-ticks, .backdrop')) appear(node);
}
