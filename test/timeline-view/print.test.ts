import { expect } from '@open-wc/testing';
import type { EventRecord } from '../../src/data/document-shape.js';
import type { TimelineView } from '../../src/timeline-view.js';
import {
  find,
  focused,
  frames,
  listen,
  marksOf,
  mount,
  parts,
  serialized,
  settled,
  sleep,
  textOf,
} from './mounted.js';

/** So many days from 2024 on, an event each. */
const days = (count: number): EventRecord[] =>
  Array.from({ length: count }, (_, i) => ({
    id: `e${i}`,
    date: new Date(Date.UTC(2024, 0, 1 + i)).toISOString().slice(0, 10),
    title: `Event ${i}`,
    summary: `What happened on day ${i}`,
  }));

/** What the browser says before it prints and after. */
const before = (): boolean => window.dispatchEvent(new Event('beforeprint'));
const after = (): boolean => window.dispatchEvent(new Event('afterprint'));

const items = (element: TimelineView): HTMLElement[] => parts(element, 'list-item');

describe('printing', () => {
  it('lists every event by the time that paper is set, whatever the layout, and then no more', async () => {
    for (const layout of ['horizontal', 'list'] as const) {
      const element = await mount({ events: [...days(320), { id: 'u', title: 'Some day' }], layout });
      const nodes = [...items(element), ...parts(element, 'mark')];
      before();
      expect(items(element).map(({ dataset }) => dataset.id)).to.eql([...days(320).map(({ id }) => id), 'u']);
      expect(textOf(items(element)[319])).to.include('What happened on day 319');
      expect(find(element, '.unprinted')).to.equal(null);
      after();
      expect(items(element).length).to.equal(layout === 'list' ? 200 : 0);
      expect([...items(element), ...parts(element, 'mark')], layout).to.eql(nodes);
    }
  });

  it('takes 5,000 events, and says how many are missing', async () => {
    const element = await mount({ events: days(5001) });
    before();
    expect(items(element).length).to.equal(5000);
    expect(textOf(find(element, '.unprinted'))).to.equal('1 more event is not printed.');
    after();
    expect(items(element).length).to.equal(0);
  });

  it('leaves view, selection, focus, scroll and all that is drawn as they were, and sends nothing', async () => {
    const events = days(200).map((event, i) => ({ ...event, lane: `Lane ${i % 30}` }));
    const element = await mount({ events });
    await element.show('2024-02/2024-03', { animate: false });
    element.selected = 'e50';
    await settled(element);
    const mark = marksOf(element).find(({ id }) => id === 'e50')!.node;
    mark.focus();
    const scroller = find(element, '.scroller')!;
    // The focus has scrolled it, in WebKit a little later.
    await sleep(100);
    scroller.scrollTop = 75;
    await frames(2);
    // What is drawn ahead of the scroll is what any update draws.
    element.requestUpdate();
    await settled(element);
    const sent = listen(element);
    const { view } = element;
    // What is said of the load comes when it comes.
    const look = (): string[] =>
      serialized(element.shadowRoot!)
        .split('\n')
        .filter(line => !line.includes('id="status"'));
    const seen = look();
    expect(scroller.scrollTop).to.equal(75);
    for (const printPicture of [false, true]) {
      element.printPicture = printPicture;
      before();
      expect(items(element).length).to.equal(200);
      scroller.scrollTop = 0;
      after();
      await settled(element);
      expect(look().filter((line, i) => line !== seen[i])).to.eql([]);
      expect([focused(), scroller.scrollTop, element.selected]).to.eql([mark, 75, 'e50']);
      expect(element.view).to.eql(view);
    }
    await sleep(300);
    expect(sent).to.eql([]);
  });

  it('gives an author’s own details to the list, and back', async () => {
    const own = document.createElement('div');
    own.slot = 'event:e1';
    own.innerHTML = '<a href="#x">Mine</a>';
    await mount({ events: days(3), selected: 'e1' }, { children: [own] });
    expect(own.assignedSlot!.closest('[part]')!.part.value).to.equal('details');
    own.querySelector('a')!.focus();
    before();
    expect(own.assignedSlot!.closest('[part]')!.part.value).to.equal('list-item');
    after();
    expect(own.assignedSlot!.closest('[part]')!.part.value).to.equal('details');
    expect(focused()).to.equal(own.querySelector('a'));
  });

  it('draws the picture for paper only where that is asked for', async () => {
    const element = await mount({ events: days(9) });
    for (const printPicture of [false, true]) {
      element.printPicture = printPicture;
      expect(element.hasAttribute('print-picture')).to.equal(false);
      before();
      expect(find(element, '.root')!.className.includes('pictured')).to.equal(printPicture);
      after();
    }
    element.printPicture = false;
    element.setAttribute('print-picture', '');
    expect(element.printPicture).to.equal(true);
  });

  it('is heard of only in the page', async () => {
    const element = await mount({ events: days(9) });
    before();
    element.remove();
    expect(items(element)).to.eql([]);
    before();
    expect(items(element)).to.eql([]);
    after();
  });
});
