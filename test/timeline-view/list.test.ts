import { expect } from '@open-wc/testing';
import type { EventRecord } from '../../src/data/document-shape.js';
import { find, focused, mount, parts, settled, textOf } from './mounted.js';

/** So many days from August 2025 on, two events each, and one without a date. */
const days = (count: number): EventRecord[] => [
  ...Array.from({ length: 2 * count }, (_, i) => ({
    id: `e${i}`,
    date: new Date(Date.UTC(2025, 7, 1 + (i >> 1))).toISOString().slice(0, 10),
    title: `Event ${i}`,
  })),
  { id: 'u', title: 'Some day' },
];

describe('the list', () => {
  it('stands under headings of months, each a list named by its own, and counts the places of all', async () => {
    const element = await mount({ events: days(120), layout: 'list', headingLevel: 3 });
    const list = find(element, '[part="list"]')!;
    const headings = [...list.querySelectorAll('h4')].map(textOf);
    expect(headings).to.eql(['August 2025', 'September 2025', 'October 2025', 'November 2025']);
    const lists = [...list.querySelectorAll(':scope > * > [role="list"]')];
    expect(lists.map(({ ariaLabel }) => ariaLabel)).to.eql(headings);
    expect(lists.map(({ children }) => children.length)).to.eql([62, 60, 62, 16]);
    expect(lists.every(each => [...each.children].every(({ localName }) => localName === 'li'))).to.equal(
      true,
    );
    const items = parts(element, 'list-item');
    expect(items.map(item => [item.ariaPosInSet, item.ariaSetSize].join())).to.eql(
      items.map((_, i) => `${i + 1},241`),
    );
    expect(items.every(item => item.querySelector('h5') && !item.querySelector('h4'))).to.equal(true);
  });

  it('has its titles right under its own heading where no head would tell anything', async () => {
    const element = await mount({ events: days(1), layout: 'list' });
    expect(find(element, '.date-head')).to.equal(null);
    expect(parts(element, 'list-item').map(item => item.querySelector('h3') !== null)).to.eql([
      true,
      true,
      true,
    ]);
  });

  it('shows more when asked, until all are there, and the focus goes to the first of them', async () => {
    const element = await mount({ events: days(210), layout: 'list' });
    for (const [shown, first] of [
      [400, 'e200'],
      [421, 'e400'],
    ] as const) {
      find(element, '.more')!.focus();
      find(element, '.more')!.click();
      await settled(element);
      expect(parts(element, 'list-item').length).to.equal(shown);
      expect(focused()!.dataset.id).to.equal(first);
    }
    expect(find(element, '.more')).to.equal(null);
    expect(textOf([...element.shadowRoot!.querySelectorAll('.date-head')].at(-1))).to.equal('Undated');
  });

  it('brings what a script selects into sight, be it further down than it goes, or on the shelf', async () => {
    const element = await mount({ events: days(210), layout: 'list' });
    const isInSight = (selector: string): boolean => {
      const { top, bottom } = find(element, selector)!.getBoundingClientRect();
      // Some engines scroll to whole px alone.
      return top >= -1 && bottom <= innerHeight + 1;
    };
    for (const id of ['e350', 'u', 'e3']) {
      element.select(id);
      await settled(element);
      expect(isInSight(`[part~="list-item"][data-id="${id}"]`), id).to.equal(true);
    }
    element.layout = 'horizontal';
    element.style.marginBlockStart = '2000px';
    await settled(element);
    scrollTo(0, 0);
    element.select('u');
    await settled(element);
    expect(isInSight('.undated [data-id="u"]')).to.equal(true);
    expect(focused()).to.equal(document.body);
    scrollTo(0, 0);
  });

  it('keeps a head in sight, and nothing that is brought into view under it', async () => {
    const element = await mount({ events: days(210), layout: 'list' });
    parts(element, 'list-item')[60]!.scrollIntoView();
    for (const at of [40, 20]) {
      const item = parts(element, 'list-item')[at]!;
      item.scrollIntoView({ block: 'nearest' });
      const head = find(element, '.date-head')!.getBoundingClientRect();
      expect(head.top).to.be.closeTo(0, 1);
      expect(item.getBoundingClientRect().top).to.be.at.least(head.bottom - 1);
    }
  });

  it('leaves a page that has been scrolled where it is, whatever is added and selected', async () => {
    const element = await mount({ events: days(60), layout: 'list' });
    const item = parts(element, 'list-item')[30]!;
    item.scrollIntoView();
    const before = scrollY;
    expect(before).to.be.greaterThan(500);
    element.addEvents([{ id: 'new', date: '2025-12', title: 'Added', summary: 'Below all others.' }]);
    await settled(element);
    element.selected = item.dataset.id!;
    await settled(element);
    expect([find(element, '[data-id="new"]') !== null, scrollY]).to.eql([true, before]);
  });
});
