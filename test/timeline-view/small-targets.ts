import type { TimelineView } from '../../src/timeline-view.js';
import { textOf } from './mounted.js';

/** Whether a link stands among words, whose lines leave it no more room (WCAG 2.2, 2.5.8). */
const isInText = (target: HTMLElement): boolean =>
  target.localName === 'a' && textOf(target.parentElement) !== textOf(target);

/** Everything in sight that can be pressed and is too small: 44 px in the toolbar, 24 px elsewhere. */
export function small(element: TimelineView): string[] {
  const targets = [
    ...element.shadowRoot!.querySelectorAll<HTMLElement>('button, select, summary, a[href], [role="slider"]'),
  ];
  const frame = element.getBoundingClientRect();
  return targets.flatMap(target => {
    const { width, height, left, right } = target.getBoundingClientRect();
    // The way past the events is none before it has the focus.
    if (target.matches('.skip') || isInText(target)) return [];
    if (width === 0 || right < frame.left || left > frame.right) return [];
    const least = target.closest('[part="toolbar"]') ? 44 : 24;
    return width >= least - 0.01 && height >= least - 0.01
      ? []
      : [`${target.dataset.key ?? target.dataset.action ?? textOf(target)}: ${width} × ${height}`];
  });
}
