import { expect } from '@open-wc/testing';
import type { EventRecord } from '../../src/data/document-shape.js';
import type { TimelineView } from '../../src/timeline-view.js';
import { seeded } from '../layout/sample.js';
import {
  clustersOf,
  find,
  focused,
  frames,
  listen,
  marksOf,
  mount,
  overlaps,
  parts,
  settled,
  textOf,
  until,
  type Shown,
} from './mounted.js';

const DAY = 86_400_000;
const random = seeded(5);
const VIEW = { start: Date.UTC(2020, 2, 1), end: Date.UTC(2020, 9, 1) };

/** Events of 2020 with ids from `first` on, each a day, in so many lanes. */
const stream = (first: number, count: number, lanes = 3): (EventRecord & { id: string })[] =>
  Array.from({ length: count }, (_, i) => ({
    id: `e${first + i}`,
    date: new Date(Date.UTC(2020, 0, 1) + Math.floor(random() * 360) * DAY).toISOString().slice(0, 10),
    title: `event ${first + i}`,
    lane: `lane ${Math.floor(random() * lanes)}`,
  }));

/** Records of events that tell one day after the other. */
const days = (...ids: string[]): EventRecord[] =>
  ids.map((id, i) => ({ id, date: `2020-0${i + 1}-15`, title: `the ${id}` }));

type Standing = ReadonlyMap<string, { readonly label: string; readonly box: readonly number[] }>;

/** Where marks stand and what their labels say. */
const standing = (element: TimelineView): Standing =>
  new Map(
    marksOf(element).map(({ id, left, right, top, node }) => {
      const label = textOf(node.querySelector('[part~="label"]'));
      return [id, { label, box: [left, right, top].map(Math.round) }];
    }),
  );

/** Nothing has moved; only a bare mark among the pills may have been gathered with what came close to it. */
function expectStill(before: Standing, now: Standing): void {
  let gathered = 0;
  for (const [id, mark] of before)
    if (now.has(id) || mark.label) expect(now.get(id), id).to.deep.equal(mark);
    else gathered++;
  expect(gathered).to.be.below(before.size / 2);
}

/** Marks in view that have a row of their own. */
const labelled = (element: TimelineView): Shown[] =>
  marksOf(element).filter(
    ({ left, right, node }) => left > 100 && right < 650 && node.querySelector('[part~="label"]'),
  );

/** What marks and counts of pills come to in view. */
function counted(element: TimelineView): number {
  const seen = [...marksOf(element), ...clustersOf(element)].filter(shown => overlaps(shown, element.view));
  return seen.reduce((sum, { count }) => sum + count, 0);
}

describe('live data', () => {
  it('moves nothing that stands while a stream flows, and keeps view, selection, focus and scroll', async () => {
    const first = stream(0, 90, 9);
    const element = await mount({ data: { events: first } }, { neighbours: true });
    element.view = VIEW;
    await settled(element);
    const [focus, other] = labelled(element);
    focus!.node.focus();
    element.selected = other!.id;
    await settled(element);
    const scroller = find(element, '.scroller')!;
    expect(scroller.scrollHeight, 'lanes that scroll').to.be.greaterThan(scroller.clientHeight + 40);
    scroller.scrollTop = 30;
    const before = standing(element);
    const sent = listen(element);
    const loads = () => sent.filter(({ type }) => type === 'load').length;

    let next = first.length;
    let gone = 0;
    for (let batch = 1; batch <= 30; batch++) {
      for (let i = 0; i < 10; i++) element.addEvents(stream((next += 5) - 5, 5, 9));
      element.updateEvents([{ id: `e${next - 1}`, title: `another title in batch ${batch}` }]);
      element.removeEvents([`e${next - 2}`]);
      gone++;
      await frames(1);
      if (batch % 10 > 0) continue;
      await settled(element);
      expectStill(before, standing(element));
      expect(counted(element)).to.equal(element.visibleEvents().length);
    }
    expect(loads()).to.be.within(3, 30);
    expect(sent.at(-1)!.detail.count).to.equal(next - gone);
    expect(element.toJSON().events.length).to.equal(next - gone);
    expect(element.view).to.deep.equal(VIEW);
    expect(element.selected).to.equal(other!.id);
    expect(focused()).to.equal(focus!.node);
    expect(scroller.scrollTop).to.equal(30);
  }).timeout(90_000);

  it('takes all calls of one frame in as one, in their order', async () => {
    const element = await mount({ events: days('strike', 'trial') });
    const sent = listen(element);
    element.addEvents([{ id: 'memo', date: '2020-05-01', title: 'A memo' }]);
    element.updateEvents([
      { id: 'memo', title: 'The memo' },
      { id: 'trial', summary: 'It began.' },
    ]);
    element.removeEvents(['strike']);
    element.addEvents([{ id: 'strike', date: '2020-06-01', title: 'Another strike' }]);
    await element.ready;
    expect(sent.map(({ type, detail: { count } }) => [type, count])).to.deep.equal([['load', 3]]);
    const titles = (element.toJSON().events as EventRecord[]).map(({ id, title, date }) => [id, title, date]);
    expect(titles).to.have.deep.members([
      ['strike', 'Another strike', '2020-06-01'],
      ['trial', 'the trial', '2020-02-15'],
      ['memo', 'The memo', '2020-05-01'],
    ]);
    expect(element.getEvent('trial')!.summary).to.equal('It began.');
  });

  it('hands out a document that is the same when it is given again', async () => {
    const element = await mount({ data: { title: 'A story', credit: 'us', events: days('strike') } });
    element.addEvents([{ date: '2020-05~', title: 'A memo', lane: 'papers', mood: 'grim' }]);
    await element.ready;
    const written = element.toJSON();
    const again = await mount({ data: JSON.parse(JSON.stringify(written)) as typeof written });
    expect(again.toJSON()).to.deep.equal(written);
    expect(written.title).to.equal('A story');
    const [, memo] = written.events as (EventRecord & { mood?: string })[];
    expect(memo!.date).to.equal('2020-05~');
    expect(memo!.mood).to.equal('grim');
  });

  it('holds what was added until other data are given', async () => {
    const element = await mount({ events: days('strike') });
    element.addEvents(days('strike', 'trial').slice(1));
    element.events = days('memo');
    await element.ready;
    expect((element.toJSON().events as EventRecord[]).map(({ id }) => id)).to.deep.equal(['memo']);
    element.data = { events: days('strike', 'trial') };
    element.addEvents([{ id: 'verdict', date: '2020-09-01', title: 'The verdict' }]);
    await element.ready;
    expect(element.visibleEvents().map(({ id }) => id)).to.include.members(['strike', 'trial']);
    expect(element.getEvent('verdict')).not.to.equal(undefined);
  });

  it('says what is wrong with records, and throws where there is no list', async () => {
    const element = await mount({ events: days('strike') });
    element.addEvents([{ id: 'memo', date: '2020-13-01', title: 'A memo' }, null as never]);
    element.updateEvents([{ id: 'nobody', title: 'No one' }]);
    await element.ready;
    expect(element.getEvent('memo')!.span).to.equal(null);
    expect(element.issues.map(({ code }) => code)).to.include.members(['invalid-date', 'invalid-type']);
    expect(element.issues.length).to.equal(3);
    for (const no of [null, undefined, 'strike', { id: 'strike' }, 7]) {
      expect(() => element.addEvents(no as never)).to.throw(TypeError);
      expect(() => element.updateEvents(no as never)).to.throw(TypeError);
      expect(() => element.removeEvents(no as never)).to.throw(TypeError);
    }
  });

  it('keeps the details of an updated event open and in step, and what has the focus in them', async () => {
    const element = await mount({ events: days('strike', 'trial', 'memo'), selected: 'trial' });
    const close = find(element, '.details .close')!;
    close.focus();
    element.updateEvents([{ id: 'trial', title: 'The long trial', date: '2020-02/2020-03' }]);
    await settled(element);
    expect(textOf(find(element, '#details-title'))).to.equal('The long trial');
    expect(focused()).to.equal(close);
    expect(element.selected).to.equal('trial');
  });

  it('ends the selection with its event, and gives the focus of its details to the nearest in time', async () => {
    const element = await mount({ events: days('strike', 'trial', 'memo', 'verdict'), selected: 'trial' });
    const sent = listen(element);
    find(element, '.details .close')!.focus();
    element.removeEvents(['trial', 'memo']);
    await settled(element);
    expect(element.selected).to.equal(null);
    expect(find(element, '.details')).to.equal(null);
    await until(() => focused()?.dataset.id === 'strike' || focused()?.dataset.id === 'verdict');
    expect(sent.map(({ type }) => type)).not.to.include('select');
  });

  it('gives the focus of a mark or an entry of the list to the nearest in time', async () => {
    for (const layout of ['horizontal', 'list'] as const) {
      const element = await mount({ events: days('strike', 'trial', 'memo'), layout });
      parts(element, layout === 'list' ? 'list-item' : 'mark')[2]!.focus();
      element.removeEvents(['memo']);
      await settled(element);
      await until(() => focused()?.dataset.id === 'trial', `focus on the trial in ${layout}`);
    }
  });

  it('keeps the nodes of the list, how much of it is shown, and where it is scrolled to', async () => {
    const element = await mount({ events: stream(0, 450), layout: 'list' });
    find(element, '.more')!.click();
    await settled(element);
    const items = parts(element, 'list-item');
    expect(items.length).to.equal(400);
    const [, second] = items;
    second!.focus();
    element.removeEvents([items[0]!.dataset.id!]);
    element.addEvents(stream(1000, 20));
    await settled(element);
    expect(parts(element, 'list-item').length).to.equal(400);
    expect(focused()).to.equal(second);
    element.events = (element.toJSON().events as EventRecord[]).slice(5);
    await settled(element);
    expect(parts(element, 'list-item').length).to.equal(400);
  });

  it('keeps view, selection, focus and picture where a new list holds much the same events', async () => {
    const events = stream(0, 60);
    const element = await mount({ events });
    element.view = VIEW;
    await settled(element);
    const focus = labelled(element)[0]!;
    focus.node.focus();
    element.selected = focus.id;
    await settled(element);
    const before = new Map(standing(element));
    const removed = [...before.keys()].find(id => id !== focus.id)!;
    element.events = [
      ...events.filter(({ id }) => id !== removed).map(record => ({ ...record })),
      ...stream(60, 5),
    ];
    await settled(element);
    before.delete(removed);
    expectStill(before, standing(element));
    expect(element.view).to.deep.equal(VIEW);
    expect(element.selected).to.equal(focus.id);
    expect(focused()).to.equal(focus.node);
  });

  it('shows everything while nobody has moved the view, seldom laid out anew as the stream goes on', async () => {
    const element = await mount({ events: [], layout: 'horizontal' });
    const start = Date.UTC(2030, 0, 1);
    const views = new Set<string>();
    for (let i = 0; i < 60; i++) {
      element.addEvents([
        { id: `m${i}`, date: new Date(start + i * 1000).toISOString(), title: `message ${i}` },
      ]);
      await element.ready;
      const { view } = element;
      views.add(`${view.start} ${view.end}`);
      expect(counted(element), `of ${i + 1}`).to.equal(i + 1);
      // All that there is has most of the width.
      if (i > 0) expect((i * 1000) / (view.end - view.start), `${i}`).to.be.above(0.25);
    }
    expect(views.size).to.be.below(20);
  });

  it('shares out the height anew where a lane that is new would lie below the picture', async () => {
    const element = await mount({ events: [], layout: 'horizontal' });
    for (const lane of ['A', 'B', 'C']) {
      element.addEvents([{ id: lane, date: '2020-05-01', title: `In ${lane}`, lane }]);
      await settled(element);
      const scroller = find(element, '.scroller')!;
      expect(scroller.scrollHeight, lane).to.be.at.most(scroller.clientHeight + 1);
    }
    expect(parts(element, 'lane-label').length).to.equal(3);
  });

  it('leaves the view where the reader is: at one that somebody moved, in the picture, or at the selected event', async () => {
    const later = [{ id: 'later', date: '2030', title: 'Much later' }];
    const ways: Record<string, (element: TimelineView) => unknown> = {
      moved: element => element.zoomIn(),
      read: element => marksOf(element)[0]!.node.focus(),
      selected: element => void (element.selected = 'trial'),
      'asked for': element => element.setAttribute('view', '2020'),
    };
    for (const [name, take] of Object.entries(ways)) {
      const element = await mount({ events: days('strike', 'trial') });
      await take(element);
      await settled(element);
      const { view } = element;
      element.addEvents(later);
      await settled(element);
      expect(element.view, name).to.deep.equal(view);
      await element.fit();
      if (name === 'asked for') continue;
      expect(element.view.end, name).to.be.greaterThan(Date.UTC(2030, 11, 31));
      // Everything again: it grows on.
      if (name === 'moved') {
        element.addEvents([{ id: 'last', date: '2050', title: 'Later yet' }]);
        await settled(element);
        expect(element.view.end).to.be.greaterThan(Date.UTC(2050, 11, 31));
      }
      element.remove();
    }
  });

  it('goes to the whole where other data are given', async () => {
    const empty = await mount({ events: [] });
    empty.addEvents(days('strike', 'trial'));
    await settled(empty);
    expect(marksOf(empty).length).to.equal(2);
  });
});
