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
  const buttons = seen.filter(({ node }) => node.localName === 'button');
  for (const [i, a] of buttons.entries())
    for (const b of buttons.slice(i + 1)) {
      const [x, y] = [
        Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left),
        Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top),
      ];
      if (x > 0.5 && y > 0.5) wrong.push(`${name(a.node)} lies over ${name(b.node)}`);
    }
  return wrong;
}
