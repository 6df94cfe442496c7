import { expect } from '@open-wc/testing';
import type { EventRecord } from '../../src/core.js';
import { PictureMaker } from '../../src/layout/picture.js';
import type { TimelineView } from '../../src/timeline-view.js';
import { drag } from '../lib/browser-commands.js';
import {
  at,
  atRest,
  canvasBox,
  centre,
  find,
  frames,
  listen,
  markOf,
  mount,
  sleep,
  until,
  xOf,
} from './mounted.js';

const MODERN: EventRecord[] = [
  { id: 'a', date: '2020-01-10', title: 'Alpha', lane: 'A lane with a long title' },
  { id: 'b', date: '2021-06-01', title: 'Beta', lane: 'B' },
  { id: 'c', date: '2022-12-20', title: 'Gamma', lane: 'B' },
];
const LATER: EventRecord[] = [
  { id: 'b', date: '2021-06-01', title: 'The same day elsewhere' },
  { id: 'z', date: '2030-03-01', title: 'Much later' },
];
const linked = (
  events: EventRecord[],
  attributes: Record<string, string> = {},
  width = 600,
): Promise<TimelineView> => mount({ events }, { width, attributes: { sync: 'both', ...attributes } });
const pair = async (): Promise<[TimelineView, TimelineView]> => [await linked(MODERN), await linked(LATER)];
const near = (a: { start: number; end: number }, b: { start: number; end: number }): void => {
  const px = (b.end - b.start) / 600;
  expect(a.start).to.be.closeTo(b.start, px / 10);
  expect(a.end).to.be.closeTo(b.end, px / 10);
};

describe('sync', () => {
  it('begins with all that its timelines hold, and the same day stands above the same day', async () => {
    const [one, two] = await pair();
    await atRest(one);
    near(one.view, two.view);
    expect(one.view.start).to.be.below(at(2020, 1, 10));
    expect(one.view.end).to.be.above(at(2030, 3, 1));
    const [upper, lower] = [markOf(one, 'b')!, markOf(two, 'b')!].map(({ node }) => centre(node)[0]);
    expect(upper).to.be.closeTo(lower!, 1);
  });

  it('begins where an author says', async () => {
    const one = await linked(MODERN);
    const two = await linked(LATER, { view: '2021-05/2021-08' });
    await atRest(one);
    expect(one.view).to.eql({ start: at(2021, 5, 1), end: at(2021, 9, 1) });
    near(two.view, one.view);
  });

  it('follows what a script does, at once and at rest, and tells of it at followers alone', async () => {
    const [one, two] = await pair();
    const sent = [listen(one), listen(two)];
    one.view = '2021';
    expect(two.view).to.eql({ start: at(2021, 1, 1), end: at(2022, 1, 1) });
    await one.zoomIn();
    await atRest(two);
    near(two.view, one.view);
    expect(sent[0]!.filter(({ type }) => type === 'view-change')).to.eql([]);
    const told = sent[1]!.filter(({ type }) => type === 'view-change').map(({ detail }) => detail);
    expect(new Set(told.map(({ by }) => by))).to.eql(new Set(['sync']));
    expect(told.at(-1)!.settled).to.equal(true);
    one.view = '';
    expect(two.view).to.eql(one.view);
    await two.fit();
    near(one.view, two.view);
  });

  it('is led by whoever moved last, in the middle of a motion too', async () => {
    const [one, two] = await pair();
    const first = one.show('2021');
    await frames(3);
    await two.show('2029');
    await first;
    await atRest(one);
    near(one.view, { start: at(2029, 1, 1), end: at(2030, 1, 1) });
    near(two.view, one.view);
  });

  for (const [what, cut] of [
    ['another scale', element => (element.scale = 'time')],
    ['another layout', element => (element.layout = 'vertical')],
    ['other data', element => (element.events = [...LATER, { id: 'y', date: '2031', title: 'Later still' }])],
  ] as [string, (element: TimelineView) => void][])
    it(`is at rest where ${what} cut a motion of the reader's short: told, and followed`, async () => {
      const [one, two] = await pair();
      one.scale = 'even';
      one.view = '2020-01/2022-12';
      await one.ready;
      await frames(3);
      const sent = [listen(one), listen(two)];
      find(one, '[data-action="zoom-in"]')!.click();
      await sleep(80);
      expect(two.view.end).to.be.below(at(2022, 12, 1));
      cut(one);
      await one.ready;
      await sleep(400);
      for (const list of sent) {
        const told = list.filter(({ type }) => type === 'view-change').map(({ detail }) => detail.settled);
        expect(told.filter(isSettled => isSettled).length, what).to.equal(1);
        expect(told.at(-1)).to.equal(true);
      }
      near(two.view, one.view);
    });

  it('leads a follower on that comes to another scale meanwhile', async () => {
    const [one, two] = await pair();
    one.view = '2020-01/2022-12';
    await atRest(one);
    const sent = listen(two);
    const moved = one.show('2021-03/2021-08');
    await sleep(80);
    two.scale = 'even';
    await two.updateComplete;
    near(two.view, one.view);
    await moved;
    await atRest(one);
    near(two.view, one.view);
    const told = sent.filter(({ type }) => type === 'view-change').map(({ detail }) => detail.settled);
    expect(told.indexOf(true)).to.equal(told.length - 1);
  });

  it('holds each to its own limits, and nobody follows a follower', async () => {
    const one = await linked(MODERN);
    const two = await linked(LATER, { limits: '2021/..' });
    one.view = '2020';
    await atRest(two);
    expect(one.view).to.eql({ start: at(2020, 1, 1), end: at(2021, 1, 1) });
    expect(two.view.start).to.equal(at(2021, 1, 1));
    one.view = '2025';
    near(two.view, one.view);
  });

  it('gives its view to who joins, and leaves it to who goes', async () => {
    const [one, two] = await pair();
    one.view = '2021-03';
    const three = await linked(LATER);
    near(three.view, one.view);
    two.sync = null;
    await atRest(two);
    one.view = '2022';
    await atRest(one);
    near(two.view, { start: at(2021, 3, 1), end: at(2021, 4, 1) });
    near(three.view, one.view);
    two.sync = 'both';
    await atRest(two);
    near(two.view, one.view);
    const box = three.parentElement!;
    three.remove();
    one.view = '2023';
    near(three.view, { start: at(2022, 1, 1), end: at(2023, 1, 1) });
    box.append(three);
    await atRest(three);
    near(three.view, one.view);
  });

  it('does not reach other words', async () => {
    const one = await linked(MODERN);
    const other = await linked(LATER, { sync: 'other' });
    const none = await mount({ events: LATER });
    const before = [other.view, none.view];
    one.view = '2021-03';
    await atRest(one);
    expect([other.view, none.view]).to.eql(before);
  });

  it('reaches through shadow roots', async () => {
    const one = await linked(MODERN);
    const host = document.createElement('div');
    one.parentElement!.append(host);
    const two = Object.assign(document.createElement('timeline-view'), { events: LATER, sync: 'both' });
    host.attachShadow({ mode: 'open' }).append(two);
    await two.ready;
    one.view = '2021-03';
    near(two.view, one.view);
  });

  it('moves nobody when one gets more events, but all know how far they reach', async () => {
    const [one, two] = await pair();
    const before = one.view;
    two.addEvents([{ id: 'far', date: '2050', title: 'Far' }]);
    await atRest(two);
    await atRest(one);
    near(one.view, before);
    near(two.view, before);
    await one.fit();
    expect(two.view.end).to.be.above(at(2050, 12, 31));
  });

  it('costs each of twenty one layout a frame, without a frame’s delay', async () => {
    const all: TimelineView[] = [];
    for (let i = 0; i < 20; i++) {
      all.push(await linked(i % 2 ? LATER : MODERN));
      all[i]!.style.setProperty('--timeline-height', '90px');
    }
    const [leader] = all;
    leader!.scrollIntoView();
    await atRest(leader!);
    /** How many pictures each made, by frames; what is made between two belongs to the first. */
    const made: Map<object, number>[] = [new Map()];
    const { picture } = PictureMaker.prototype;
    PictureMaker.prototype.picture = function (...input) {
      const frame = made.at(-1)!;
      frame.set(this, (frame.get(this) ?? 0) + 1);
      return picture.apply(this, input);
    };
    let apart = 0;
    let running = true;
    const watch = (): void => {
      // It was asked for before all others are: a frame begins with it.
      made.push(new Map());
      // After the callbacks of this frame, before those of the next.
      const port = new MessageChannel();
      port.port1.onmessage = () => {
        const [x, y] = [all[0]!, all[1]!].map(element => markOf(element, 'b'));
        if (x && y) apart = Math.max(apart, Math.abs(centre(x.node)[0] - centre(y.node)[0]));
      };
      port.port2.postMessage(null);
      if (running) requestAnimationFrame(watch);
    };
    try {
      requestAnimationFrame(watch);
      await leader!.show('2021');
      running = false;
      await frames(2);
    } finally {
      PictureMaker.prototype.picture = picture;
    }
    const most = made.map(frame => Math.max(0, ...frame.values()));
    expect(most.some(count => count === 1)).to.equal(true);
    // The last frame of a motion rests, and what rests has all that the frames left out.
    expect(most.filter(count => count > 1).length, String(most)).to.be.at.most(1);
    expect(apart).to.be.at.most(1);
  });

  it('goes along with a drag, many events a frame or few', async () => {
    const [one, two] = await pair();
    one.view = '2021';
    await atRest(one);
    const [x, y] = centre(find(one, '.stage')!);
    await drag([x, y], [x - 120, y]);
    await until(() => one.view.start > at(2021, 1, 20));
    await sleep(500);
    await atRest(one);
    near(two.view, one.view);
    const { width } = canvasBox(one);
    expect(width).to.equal(canvasBox(two).width);
    expect(xOf(at(2021, 6, 1), one.view, width)).to.be.closeTo(xOf(at(2021, 6, 1), two.view, width), 0.5);
  });

  it('lets who is far from the window sleep, and has them at the same place when they come near', async () => {
    const one = await linked(MODERN);
    const far = await linked(LATER);
    far.parentElement!.style.marginTop = '6000px';
    await sleep(100);
    const { picture } = PictureMaker.prototype;
    let made = 0;
    PictureMaker.prototype.picture = function (...input) {
      made++;
      return picture.apply(this, input);
    };
    try {
      const own = await (async () => {
        await one.show('2021', { animate: false });
        await frames(3);
        return made;
      })();
      near(far.view, one.view);
      expect(own).to.be.at.most(2);
    } finally {
      PictureMaker.prototype.picture = picture;
    }
    far.scrollIntoView();
    await atRest(far);
    expect(markOf(far, 'b')).to.be.ok;
    scrollTo(0, 0);
  });
});
