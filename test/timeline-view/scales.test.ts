import { expect } from '@open-wc/testing';
import type { TimelineView } from '../../src/timeline-view.js';
import { randomRecords, seeded } from '../layout/sample.js';
import { media } from '../lib/browser-commands.js';
import { illegible } from './legible.js';
import {
  at,
  canvasBox,
  centre,
  clustersOf,
  find,
  listen,
  markOf,
  marksOf,
  mount,
  overlaps,
  parts,
  settled,
  sleep,
  textOf,
  until,
} from './mounted.js';

const DATES = [
  '2019-03-04',
  '2019-03-06',
  '2019-03-11',
  '2019-03-20',
  '2021-09-14',
  '2021-09-15',
  '2021-09-21',
];
const EVENTS = [
  ...DATES.map((date, i) => ({ id: `e${i}`, date, title: `Event ${i}` })),
  { id: 'long', date: '2019-03-11/2021-09-15', title: 'All the while' },
];
/** The same, each within a minute: the middle of a mark is where it stands. */
const MOMENTS = DATES.map((date, i) => ({ id: `e${i}`, date: `${date}T12:00`, title: `Moment ${i}` }));
const SCALES = ['time', 'even', 'compressed'] as const;
const story = (settings: object = {}, width = 900): Promise<TimelineView> =>
  mount({ events: EVENTS, ...settings }, { width });
const choice = (element: TimelineView): HTMLSelectElement => find(element, 'select[data-action="scale"]')!;
/** The texts of the axis that are seen, with their boxes, those of folds among them. */
const axisTexts = (element: TimelineView): { text: string; box: DOMRect; isFold: boolean }[] => {
  const canvas = element.shadowRoot!.querySelector('.axis')!.getBoundingClientRect();
  return [...element.shadowRoot!.querySelectorAll<SVGTextElement>('.axis text')]
    .filter(node => node.textContent && getComputedStyle(node).visibility !== 'hidden')
    .map(node => ({
      text: textOf(node),
      box: node.getBoundingClientRect(),
      isFold: node.parentElement!.matches('.fold'),
    }))
    .filter(({ box }) => box.right > canvas.left && box.left < canvas.right);
};
/** Expects the marks of some events to stand at equal steps, in that order. */
function expectSteps(element: TimelineView, ids: readonly string[]): void {
  const middles = ids.map(id => markOf(element, id)!).map(({ left, right }) => (left + right) / 2);
  const step = (middles.at(-1)! - middles[0]!) / (ids.length - 1);
  expect(step).to.be.above(20);
  middles.forEach((x, i) => expect(x - middles[0]!, ids[i]).to.be.closeTo(i * step, 1));
}
/** What is on its way to another place. */
const animations = (element: TimelineView): Animation[] =>
  parts(element, 'mark')
    .flatMap(mark => mark.getAnimations())
    .filter(animation => !(animation instanceof CSSTransition));
/** Once marks are where they go. */
async function arrived(element: TimelineView): Promise<void> {
  await settled(element);
  await Promise.all(animations(element).map(({ finished }) => finished));
}

describe('scale', () => {
  it('is time unless told otherwise, and says what it does not know', async () => {
    const element = await story();
    expect(element.scale).to.equal('time');
    element.setAttribute('scale', 'logarithmic');
    await settled(element);
    expect(element.issues.map(({ path, code }) => [path, code])).to.eql([['scale', 'invalid-value']]);
    expect(choice(element).value).to.equal('time');
    element.scale = 'even';
    await settled(element);
    expect(element.issues).to.eql([]);
  });

  it('even: the marks stand at equal steps', async () => {
    const element = await mount({ events: MOMENTS, scale: 'even' }, { width: 900 });
    expectSteps(
      element,
      MOMENTS.map(({ id }) => id),
    );
    expect(parts(element, 'fold')).to.have.length(0);
  });

  it('compressed: a fold is drawn through the lanes and on the axis, is named, and breaks what lasts over it', async () => {
    const element = await story({ scale: 'compressed' });
    const axis = find(element, '.axis [part="fold"]')!;
    // As much of it as has room.
    expect(textOf(axis.querySelector('text'))).to.match(/^30 ?m/);
    expect(element.shadowRoot!.querySelectorAll('.backdrop [part="fold"]').length).to.equal(1);
    expect(textOf(find(element, 'ol > li.vh'))).to.equal('30 months, nothing begins or ends');
    expect(markOf(element, 'long')!.node.querySelectorAll('.figure .gap').length).to.equal(1);
    expect(markOf(element, 'e0')!.node.querySelectorAll('.figure .gap').length).to.equal(0);
    // It stands in the list where it lies in time.
    const items = [...element.shadowRoot!.querySelectorAll('ol[role="list"] > li')].map(textOf);
    const fold = items.findIndex(text => text.includes('nothing begins'));
    expect(items.slice(0, fold).join()).to.contain('Event 3');
    expect(items.slice(fold + 1).join()).to.contain('Event 4');
  });

  it('compressed: each of many folds says what it is where a pointer rests on it, named or not', async () => {
    const events = Array.from({ length: 40 }, (_, i) =>
      [1, 2, 3].map(day => ({ date: `${1900 + 3 * i}-05-0${day}`, title: `Match ${i}` })),
    ).flat();
    const element = await story({ events, scale: 'compressed' });
    const folds = parts(element, 'fold');
    const onAxis = folds.filter(fold => fold.matches('.axis *'));
    expect(onAxis).to.have.length(39);
    expect(onAxis.filter(fold => textOf(fold.querySelector('text')) === '')).not.to.eql([]);
    for (const fold of folds) {
      const told = textOf(fold.querySelector('title'));
      expect(told).to.match(/^3 years, nothing begins/);
    }
    // The window may be narrower than that.
    const isAt = (fold: Element, x: number, y: number): boolean =>
      x > innerWidth || element.shadowRoot!.elementFromPoint(x, y)?.closest('[part="fold"]') === fold;
    onAxis[0]!.scrollIntoView({ block: 'end' });
    expect(onAxis.filter(fold => !isAt(fold, ...centre(fold.querySelector('.sign')!))).length).to.equal(0);
    const torn = folds.filter(fold => !onAxis.includes(fold));
    const unseen = torn.filter(fold => {
      const { left, bottom, width } = fold.querySelector('.gap')!.getBoundingClientRect();
      return !isAt(fold, left + width / 2, bottom - 3);
    });
    expect(unseen.length).to.equal(0);
  });

  for (const scale of SCALES) {
    it(`${scale}: the page is told of time in ms`, async () => {
      const element = await story({ scale });
      const sent = listen(element);
      const view = { start: at(2019, 3, 5), end: at(2021, 9, 18) };
      element.view = view;
      await settled(element);
      for (const side of ['start', 'end'] as const) expect(element.view[side]).to.be.closeTo(view[side], 1);
      const seen = EVENTS.filter(({ id }) => !['e0', 'e6'].includes(id)).map(({ id }) => id);
      expect(element.visibleEvents().map(({ id }) => id)).to.have.members(seen);
      for (const { id, node } of marksOf(element)) {
        const { span } = element.getEvent(id)!;
        expect(node.dataset.start).to.equal(`${span!.start}`);
        expect(node.dataset.end).to.equal(`${span!.end}`);
      }
      find(element, '[data-action="later"]')!.click();
      const last = () => sent.filter(({ type }) => type === 'view-change').at(-1)?.detail;
      await until(() => last()?.settled, 'the view came to rest');
      const detail = last();
      expect(detail).to.deep.include({ ...element.view, settled: true, by: 'reader' });
      element.limits = '2019-03-06/2021-09-14';
      await element.fit();
      expect(element.view.start).to.be.at.least(at(2019, 3, 6) - 1);
      expect(element.view.end).to.be.at.most(at(2021, 9, 15) + 1);
    });

    it(`${scale}: marks and counts are what overlaps the view, and nothing is illegible`, async () => {
      const events = randomRecords(120, 7);
      const element = await mount({ events: events as never, scale }, { width: 700 });
      const whole = element.view;
      const random = seeded(3);
      for (let i = 0; i < 6; i++) {
        const length = (whole.end - whole.start) * 2 ** (-5 * random());
        const start = whole.start + random() * (whole.end - whole.start - length);
        element.view = { start, end: start + length };
        await settled(element);
        const { view } = element;
        const stands = [...marksOf(element), ...clustersOf(element)].filter(item => overlaps(item, view));
        const expected = element.visibleEvents().flatMap(({ lanes }) => lanes).length;
        expect(stands.reduce((sum, { count }) => sum + count, 0)).to.equal(expected);
        expect(illegible(element)).to.eql([]);
      }
    });

    it(`${scale}: the content box of the canvas spans exactly the view`, async () => {
      const element = await story({ scale });
      element.view = { start: at(2019, 3, 6), end: at(2021, 9, 15) };
      await settled(element);
      const { width } = canvasBox(element);
      const [from, to] = [markOf(element, 'long')!, markOf(element, 'e4')!];
      // It lasts a day more: of time, of six on the last of four steps, of as many as one without a fold.
      const days = (at(2021, 9, 15) - at(2019, 3, 6)) / 864e5;
      const { left, right } = markOf(element, 'e1')!;
      const day = { time: width / days, even: width / 4 / 6, compressed: right - left }[scale];
      expect(from.right).to.be.closeTo(width + day, 1.5);
      expect(to.left).to.be.below(width);
      element.view = { start: at(2019, 3, 11), end: at(2021, 9, 16) };
      await settled(element);
      const long = markOf(element, 'long')!;
      expect([Math.round(long.left), Math.round(long.right)]).to.eql([0, Math.round(width)]);
    });
  }

  it('is chosen by the reader: the marks keep their nodes, the view its stretch, the selection its place', async () => {
    const element = await story();
    element.view = { start: at(2019, 3, 5), end: at(2021, 9, 18) };
    element.selected = 'e3';
    await settled(element);
    const before = element.view;
    const nodes = new Map(marksOf(element).map(({ id, node }) => [id, node]));
    const select = choice(element);
    select.value = 'even';
    select.dispatchEvent(new Event('change'));
    await settled(element);
    expect(element.scale).to.equal('even');
    expect(animations(element).length).to.be.greaterThan(0);
    for (const { effect } of animations(element)) expect(effect!.getTiming().duration).to.be.at.most(320);
    await arrived(element);
    expect(animations(element).length).to.equal(0);
    for (const { id, node } of marksOf(element))
      if (nodes.has(id)) expect(node === nodes.get(id)).to.equal(true);
    for (const side of ['start', 'end'] as const) expect(element.view[side]).to.be.closeTo(before[side], 1);
    expect(markOf(element, 'e3')).not.to.equal(undefined);
  });

  it('moves nothing on the way where little motion is asked for', async function () {
    if (!(await media({ 'prefers-reduced-motion': 'reduce' }))) return this.skip();
    const element = await story();
    element.scale = 'compressed';
    await settled(element);
    expect(animations(element).length).to.equal(0);
    await media({});
  });

  it('is offered with the other choices of a view, where there is something to choose', async () => {
    const element = await story({ controls: 'zoom' });
    expect(choice(element)).to.equal(null);
    element.controls = 'views';
    await settled(element);
    expect(choice(element).getAttribute('aria-label')).to.equal('Scale');
    expect([...choice(element).options].map(textOf)).to.eql(['By time', 'Even steps', 'Gaps folded']);
    element.layout = 'list';
    await settled(element);
    expect(choice(element)).to.equal(null);
    expect(choice(await mount({ events: EVENTS.slice(0, 2) }))).to.equal(null);
  });

  it('tells what the reader has chosen, and where there is nothing to fold', async () => {
    const events = Array.from({ length: 5 }, (_, i) => ({ id: `y${i}`, date: `${2001 + i}`, title: 'Year' }));
    const element = await mount({ events });
    const select = choice(element);
    const names = (): string[] => [...select.options].map(textOf);
    const choose = async (word: string): Promise<string> => {
      select.focus();
      select.value = word;
      select.dispatchEvent(new Event('change'));
      await settled(element);
      await sleep(600);
      return textOf(find(element, '#status'));
    };
    expect(names()).to.eql(['By time', 'Even steps', 'Gaps folded']);
    expect(await choose('compressed')).to.equal('Scale: No gaps to fold');
    expect(names()).to.eql(['By time', 'Even steps', 'No gaps to fold']);
    expect(await choose('even')).to.equal('Scale: Even steps');
    expect(names()).to.eql(['By time', 'Even steps', 'Gaps folded']);
    element.events = EVENTS;
    await settled(element);
    expect(await choose('compressed')).to.equal('Scale: Gaps folded');
  });

  it('stands still while data are amended, and is made anew for others', async () => {
    const element = await story({ scale: 'even' });
    const places = (): number[] => DATES.map((_, i) => Math.round(markOf(element, `e${i}`)!.left));
    const before = places();
    element.addEvents([
      { id: 'new', date: '2020-02-02', title: 'New' },
      { id: 'late', date: '2024-01-01', title: 'Late' },
    ]);
    await settled(element);
    expect(places()).to.eql(before);
    element.events = [...EVENTS.slice(0, 3), { id: 'x', date: '1800', title: 'X' }] as never;
    await settled(element);
    const [first, second] = [markOf(element, 'x')!, markOf(element, 'e0')!];
    expect(second.left - first.left).to.be.above(100);
  });

  it('even: tells the time of events that have come after the last step', async () => {
    const element = await story({ scale: 'even' });
    element.addEvents(
      ['2022-01-04', '2022-06-20', '2023-02-11'].map(date => ({ id: date, date, title: 'Late' })),
    );
    await settled(element);
    element.view = { start: at(2021, 9, 1), end: at(2023, 6, 1) };
    await settled(element);
    const late = markOf(element, '2023-02-11')!;
    const texts = axisTexts(element).sort((a, b) => a.box.left - b.box.left);
    const { left } = canvasBox(element);
    const seen = (year: string) => texts.find(({ text }) => text.includes(year))!;
    expect(seen('2023').box.left - left).to.be.within(seen('2022').box.left - left, late.left);
    // Those of one row; Firefox counts more than the letters in a box.
    for (const [i, { text, box }] of texts.entries())
      for (const other of texts.slice(i + 1))
        if (Math.abs(box.top - other.box.top) < 6)
          expect(box.right - 4, `${text} and ${other.text}`).to.be.at.most(other.box.left);
  });

  it('compressed: no texts of the axis meet, at whatever zoom, and each length that has room is written', async () => {
    const seasons = [2001, 2004, 2009, 2013].flatMap(year =>
      ['03-04', '03-06', '03-11', '03-29'].map(day => ({ date: `${year}-${day}`, title: 'Match' })),
    );
    for (const { width, events } of [
      { width: 900, events: EVENTS },
      { width: 900, events: seasons },
      { width: 320, events: seasons },
    ]) {
      const element = await mount({ events, scale: 'compressed' }, { width });
      const { start, end } = element.view;
      const folds = parts(element, 'fold').filter(fold => fold.matches('.axis *')).length;
      expect(axisTexts(element).filter(({ isFold }) => isFold).length, `${width}`).to.equal(folds);
      for (let zoom = 1; zoom < 300; zoom *= 1.7)
        for (const share of [0.2, 0.5, 0.8]) {
          const length = (end - start) / zoom;
          const from = start + share * (end - start - length);
          element.view = { start: from, end: from + length };
          await settled(element);
          const texts = axisTexts(element);
          texts.forEach(({ text, box }, i) => {
            for (const other of texts.slice(i + 1)) {
              const apart =
                box.right <= other.box.left + 0.5 ||
                other.box.right <= box.left + 0.5 ||
                box.bottom <= other.box.top + 3 ||
                other.box.bottom <= box.top + 3;
              expect(apart, `${width} px, × ${zoom}: "${text}" and "${other.text}"`).to.equal(true);
            }
          });
        }
    }
  });

  it('even: says the dates of its steps, whatever is hidden, removed or added', async () => {
    const element = await story({ scale: 'even' });
    const dates = (): string[] => axisTexts(element).map(({ text }) => text);
    const before = dates();
    expect(before.length).to.be.at.least(4);
    element.query = 'Event 3';
    await settled(element);
    expect(marksOf(element)).to.have.length(1);
    expect(dates()).to.eql(before);
    element.query = '';
    element.removeEvents(['e0', 'e2', 'e4', 'e6']);
    element.addEvents([{ id: 'new', date: '2020-02-02', title: 'New' }]);
    await settled(element);
    expect(dates()).to.eql(before);
    // Drawn anew there, and back again.
    const view = element.view;
    element.view = { start: at(2019, 3, 6), end: at(2021, 9, 15) };
    await settled(element);
    element.view = view;
    await settled(element);
    expect(dates()).to.eql(before);
  });

  it('begins with the first events that come by themselves', async () => {
    const element = await mount({ scale: 'even', events: [] }, { width: 900 });
    element.addEvents(MOMENTS);
    await settled(element);
    await element.fit();
    await settled(element);
    expectSteps(
      element,
      MOMENTS.map(({ id }) => id),
    );
  });

  it('stands still while data stream in, and has them all once everything is to be shown', async () => {
    const element = await mount({ scale: 'even', events: MOMENTS.slice(0, 3) }, { width: 900 });
    const fit = find(element, '[data-action="fit"]')!;
    expect(fit.getAttribute('aria-disabled')).to.equal('true');
    const places = (): number[] => MOMENTS.slice(0, 3).map(({ id }) => markOf(element, id)!.left);
    const before = places();
    for (const moment of MOMENTS.slice(3)) {
      element.addEvents([moment]);
      await settled(element);
      expect(places()).to.eql(before);
    }
    expect(fit.getAttribute('aria-disabled')).to.equal(null);
    fit.click();
    await sleep(350);
    await arrived(element);
    expectSteps(
      element,
      MOMENTS.map(({ id }) => id),
    );
    expect(fit.getAttribute('aria-disabled')).to.equal('true');
    // One between others moves none of them, until all is asked for by a script.
    element.addEvents([{ id: 'new', date: '2020-02-02T12:00', title: 'New' }]);
    await settled(element);
    const { view } = element;
    await element.fit();
    await arrived(element);
    expectSteps(element, ['e0', 'e1', 'e2', 'e3', 'new', 'e4', 'e5', 'e6']);
    for (const side of ['start', 'end'] as const) expect(element.view[side]).to.be.closeTo(view[side], 864e5);
  });

  it('is made anew of what is loaded again, much the same as it may be, and what is in view stays', async () => {
    for (const scale of ['even', 'compressed'] as const) {
      const element = await mount({ events: MOMENTS, scale }, { width: 900 });
      element.view = { start: at(2019, 3, 4), end: at(2021, 9, 18) };
      await settled(element);
      const { view } = element;
      element.events = [
        ...MOMENTS,
        ...[1, 2, 4, 7].map(day => ({ id: `new${day}`, date: `2020-06-0${day}T12:00`, title: 'New' })),
      ];
      await arrived(element);
      for (const side of ['start', 'end'] as const) expect(element.view[side]).to.be.closeTo(view[side], 1);
      const all = ['e0', 'e1', 'e2', 'e3', 'new1', 'new2', 'new4', 'new7', 'e4', 'e5'];
      if (scale === 'even') expectSteps(element, all);
      else expect(element.shadowRoot!.querySelectorAll('.axis [part="fold"]').length).to.equal(2);
    }
  });

  it('is made anew where instants are shown in another zone', async () => {
    const events = ['04T10:00', '04T12:00', '07T01:00', '09T20:00', '20T05:00'].map((date, i) => ({
      id: `i${i}`,
      date: `2019-03-${date}Z`,
      title: `Instant ${i}`,
    }));
    const element = await mount(
      { events: [...events, { id: 'day', date: '2019-03-10T02:00', title: 'Of no zone' }], scale: 'even' },
      { width: 900 },
    );
    expectSteps(element, ['i0', 'i1', 'i2', 'i3', 'day', 'i4']);
    element.timeZone = 'Asia/Tokyo';
    await settled(element);
    await element.fit();
    await arrived(element);
    // 20:00 there is 05:00 of the next day.
    expectSteps(element, ['i0', 'i1', 'i2', 'day', 'i3', 'i4']);
  });

  it('stays as it is where what is loaded again lies as it did', async () => {
    const element = await mount({ events: MOMENTS, scale: 'even' }, { width: 900 });
    const nodes = marksOf(element).map(({ node }) => node);
    const tick = find(element, '.axis .units .tick');
    element.events = MOMENTS.map(moment => ({ ...moment, title: `${moment.title}, retold` }));
    await settled(element);
    expect(animations(element)).to.eql([]);
    expect(marksOf(element).map(({ node }) => node)).to.eql(nodes);
    expect(find(element, '.axis .units .tick') === tick).to.equal(true);
  });

  it('down the line: folds what it folded, however data are amended', async () => {
    const element = await story({ layout: 'vertical', scale: 'compressed' });
    const lengths = (): string[] => parts(element, 'fold').map(textOf);
    expect(lengths()).to.eql(['30 months']);
    // Of all there is by now some weeks would be long silences, too.
    element.addEvents(
      Array.from({ length: 40 }, (_, i) => ({
        id: `h${i}`,
        date: `2019-03-04T${10 + (i % 10)}:0${i % 6}`,
        title: 'Hour',
      })),
    );
    await settled(element);
    expect(lengths()).to.eql(['30 months']);
  });

  it('down the line: even keeps no distances, compressed folds what the picture folds', async () => {
    const element = await story({ layout: 'vertical', scale: 'even' });
    expect(element.shadowRoot!.querySelectorAll('[data-gap]').length).to.equal(0);
    element.scale = 'compressed';
    await settled(element);
    expect(parts(element, 'fold').map(textOf)).to.eql(['30 months']);
    element.view = { start: at(2019, 3, 5), end: at(2021, 9, 18) };
    const { view } = element;
    element.layout = 'horizontal';
    await settled(element);
    for (const side of ['start', 'end'] as const) expect(element.view[side]).to.be.closeTo(view[side], 1);
    expect(textOf(find(element, '.axis [part="fold"]'))).to.match(/^30 ?m/);
  });
});
