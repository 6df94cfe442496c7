import type { TimelineView } from '../../src/timeline-view.js';
import { find, textOf } from './mounted.js';

/** Controls and texts that lie outside, are cut, or lie over each other. */
export function misfits(element: TimelineView): string[] {
  const root = find(element, '.root')!.getBoundingClientRect();
  const seen = [
    ...element.shadowRoot!.querySelectorAll<HTMLElement>('button, summary, h2, h3, h4, p, dt, dd, li'),
  ]
    .filter(node => node.checkVisibility() && !node.closest('.vh, .axis, .canvas, [aria-hidden="true"]'))
    .map(node => ({ node, box: node.getBoundingClientRect() }))
    .filter(({ box }) => box.width > 1);
  const name = (node: HTMLElement): string =>
    `${node.localName}.${node.className} ${textOf(node).slice(0, 30)}`;
  const wrong = seen.flatMap(({ node, box }) => [
    ...(box.left < root.left - 1 || box.right > root.right + 1 ? [`${name(node)} lies outside`] : []),
    ...(node.scrollWidth > node.clientWidth + 1 && getComputedStyle(node).display !== 'inline'
      ? [`${name(node)} is cut`]
      : []),
  ]);
  /** Under what sticks to the window's edge one scrolls, so that only what does not come out from under it is covered. */
  const isCovered = (a: HTMLElement, b: HTMLElement): boolean => {
    if (!overlap(a.getBoundingClientRect(), b.getBoundingClientRect())) return false;
    const [stuck, under] = a.closest('.story') ? [a, b] : [b, a];
    if (!stuck.closest('.story') || under.closest('.story')) return true;
    const { scrollX, scrollY } = window;
    under.scrollIntoView({ block: 'nearest', behavior: 'instant' });
    const covered = overlap(a.getBoundingClientRect(), b.getBoundingClientRect());
    window.scrollTo({ left: scrollX, top: scrollY, behavior: 'instant' });
    return covered;
  };
  const buttons = seen.filter(({ node }) => node.localName === 'button');
  for (const [i, a] of buttons.entries())
    for (const b of buttons.slice(i + 1))
      if (isCovered(a.node, b.node)) wrong.push(`${name(a.node)} lies over ${name(b.node)}`);
  return wrong;
}

const overlap = (a: DOMRect, b: DOMRect): boolean =>
  Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0.5 &&
  Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0.5;
