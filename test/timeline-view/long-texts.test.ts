import { expect } from '@open-wc/testing';
import { illegible } from './legible.js';
import { misfits } from './misfits.js';
import { find, mount } from './mounted.js';
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

  for (const width of [320, 360, 780])
    for (const layout of ['auto', 'list'] as const)
      it(`fit in ${width} px, ${layout}`, async () => {
        const attributes = { controls: 'zoom legend overview views', view: '2025-01/2025-06' };
        const element = await mount(
          { data: data as never, strings: LONG, layout, selected: 'α' },
          { width, attributes },
        );
        expect(misfits(element)).to.eql([]);
        expect(document.documentElement.scrollWidth).to.be.at.most(innerWidth);
        if (layout === 'auto') expect(illegible(element)).to.eql([]);
      });

  it('finds what does not', async () => {
    const element = await mount({ data: data as never, strings: LONG }, { width: 360 });
    find(element, '.toolbar button')!.style.cssText =
      'inline-size: 9rem; margin-inline-end: -5rem; white-space: nowrap';
    expect(misfits(element)).to.not.eql([]);
  });
});
