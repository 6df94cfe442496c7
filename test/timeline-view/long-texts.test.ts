import { expect } from '@open-wc/testing';
import type { TimelineView } from '../../src/timeline-view.js';
import { illegible } from './legible.js';
import { find, mount, textOf } from './mounted.js';
import { DATA, EVENTS, pseudo } from './pseudo.js';

describe('texts that are 40 % longer, and titles of 200 letters', () => {
  const LONG = pseudo(text => text + ' łóñgér'.repeat(Math.ceil((text.length * 0.4) / 7)));
  const title = 'Ω'.repeat(200);
  // Of a sign in several parts `illegible` takes the room between them as well.
  const events = EVENTS.filter(({ id }) => id !== 'θ').map(event => ({
    ...event,
    title: event.title + title,
  }));
  const data = { ...DATA, title, events };

  /** Controls and texts that lie outside, are cut, or lie over each other. */
  function faults(element: TimelineView): string[] {
    const root = find(element, '.root')!.getBoundingClientRect();
    const seen = [
      ...element.shadowRoot!.querySelectorAll<HTMLElement>('button, summary, h2, h3, h4, p, dt, dd, li'),
    ]
      .filter(
        node => node.checkVisibility() && !node.closest('.vh, .axis, [part~="canvas"], [aria-hidden="true"]'),
      )
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

  for (const width of [320, 360, 780])
    for (const layout of ['auto', 'list'] as const)
      it(`fit in ${width} px, ${layout}`, async () => {
        const attributes = { controls: 'zoom legend overview views', view: '2025-01/2025-06' };
        const element = await mount(
          { data: data as never, strings: LONG, layout, selected: 'α' },
          { width, attributes },
        );
        expect(faults(element)).to.eql([]);
        expect(document.documentElement.scrollWidth).to.be.at.most(innerWidth);
        if (layout === 'auto') expect(illegible(element)).to.eql([]);
      });

  it('finds what does not', async () => {
    const element = await mount({ data: data as never, strings: LONG }, { width: 360 });
    find(element, '.toolbar button')!.style.cssText =
      'inline-size: 9rem; margin-inline-end: -5rem; white-space: nowrap';
    expect(faults(element)).to.not.eql([]);
  });
});
