import { expect } from '@open-wc/testing';
import type { EventRecord } from '../../src/core.js';
import { fromInstant } from '../../src/time/zone.js';
import type { TimelineView } from '../../src/timeline-view.js';
import {
  at,
  atRest,
  canvasBox,
  find,
  frames,
  mount,
  parts,
  settled,
  sleep,
  textOf,
  until,
  xOf,
} from './mounted.js';

const DAY = 864e5;
/** Days about today, so that the current moment is among them. */
const days = (...offsets: number[]): EventRecord[] =>
  offsets.map(offset => ({
    id: `d${offset}`,
    date: new Date(Date.now() + offset * DAY).toISOString().slice(0, 10),
    title: `Day ${offset}`,
  }));
const FIXED: EventRecord[] = [
  { id: 'a', date: '2025-01-10', title: 'Alpha' },
  { id: 'b', date: '2025-03-05', title: 'Beta' },
  { id: 'c', date: '2025-06-30', title: 'Gamma' },
];
const line = (element: TimelineView): HTMLElement | undefined => parts(element, 'now')[0];
/** Where the line is, in px from the start of the canvas. */
const lineX = (element: TimelineView): number =>
  line(element)!.getBoundingClientRect().left - canvasBox(element).left;

describe('now', () => {
  it('is not drawn unless it is asked for', async () => {
    expect(parts(await mount({ events: days(-3, 3) }), 'now')).to.have.length(0);
  });

  for (const value of ['', 'now'])
    it(`"${value}" is the current moment in the document’s zone, with its word`, async () => {
      for (const timeZone of ['UTC', 'Pacific/Kiritimati', 'America/Los_Angeles']) {
        const element = await mount({ events: days(-3, 3), timeZone }, { attributes: { now: value } });
        const { width } = canvasBox(element);
        expect(lineX(element), timeZone).to.be.closeTo(
          xOf(fromInstant(Date.now(), timeZone), element.view, width),
          1,
        );
        expect(textOf(line(element))).to.match(/^Now: .*\d/);
        expect(element.issues).to.eql([]);
      }
    });

  it('is the moment that is given, and goes with the view', async () => {
    const element = await mount(
      { events: FIXED, timeZone: 'America/New_York' },
      { attributes: { now: '2025-03-05T17:00Z' } },
    );
    const { width } = canvasBox(element);
    const noon = at(2025, 3, 5) + DAY / 2;
    expect(lineX(element)).to.be.closeTo(xOf(noon, element.view, width), 1);
    expect(textOf(line(element))).to.match(/^Now: 5 March 2025, 12:00|^Now: March 5, 2025/);
    element.view = '2025-03';
    await atRest(element);
    expect(lineX(element)).to.be.closeTo(xOf(noon, element.view, width), 1);
    await element.panBy(-0.2);
    expect(lineX(element)).to.be.closeTo(xOf(noon, element.view, width), 1);
    // It waits a screen beyond the view, as all that panning brings in does, and no further.
    element.view = '2020';
    await atRest(element);
    expect(parts(element, 'now')).to.have.length(0);
  });

  it('keeps the height of the element, and its word off every label and out of no edge', async () => {
    const plain = await mount({ events: FIXED });
    for (const now of ['2025-01-04', '2025-03-05', '2025-07-07']) {
      const element = await mount({ events: FIXED }, { attributes: { now } });
      expect(element.offsetHeight).to.equal(plain.offsetHeight);
      const word = line(element)!.querySelector('span')!.getBoundingClientRect();
      const stage = find(element, '.stage')!.getBoundingClientRect();
      expect(word.left).to.be.at.least(stage.left - 0.5);
      expect(word.right).to.be.at.most(stage.right + 0.5);
      for (const label of parts(element, 'label'))
        expect(label.getBoundingClientRect().top, textOf(label)).to.be.at.least(word.bottom - 0.5);
    }
  });

  it('runs from right to left where the text does', async () => {
    const element = await mount(
      { events: FIXED },
      { attributes: { now: '2025-03-05', dir: 'rtl', lang: 'ar' } },
    );
    const box = canvasBox(element);
    const x = box.right - line(element)!.getBoundingClientRect().right;
    expect(x).to.be.closeTo(xOf(at(2025, 3, 5), element.view, box.width), 1);
    expect(textOf(line(element))).to.match(/^الآن/);
  });

  it('stands between the events of the column', async () => {
    for (const [now, before, after] of [
      ['2025-02-01', 'a', 'b'],
      ['2025-04-01', 'b', 'c'],
      ['2025-07-01', 'c', null],
    ] as const) {
      const element = await mount({ events: FIXED, layout: 'vertical' }, { width: 400, attributes: { now } });
      const top = line(element)!.getBoundingClientRect();
      expect(textOf(line(element))).to.match(/^Now: .*2025/);
      const y = (id: string) =>
        parts(element, 'mark')
          .find(mark => mark.dataset.id === id)!
          .getBoundingClientRect();
      expect(y(before).bottom).to.be.below(top.top + 1);
      if (after) expect(y(after).top).to.be.above(top.bottom - 1);
    }
  });

  it('that is none is an issue', async () => {
    const element = await mount({ events: FIXED }, { attributes: { now: 'soon' } });
    expect(element.issues.map(({ code, path }) => [code, path])).to.eql([['invalid-value', 'now']]);
    expect(parts(element, 'now')).to.have.length(0);
    element.now = '../2025';
    await settled(element);
    expect(element.issues).to.have.length(1);
    element.now = null;
    await settled(element);
    expect(element.issues).to.eql([]);
  });

  it('sets a timer only while it is seen, and only for when it would be another px on', async () => {
    const waits: number[] = [];
    const { setTimeout: later } = window;
    window.setTimeout = ((handler: () => void, ms?: number, ...rest: unknown[]) => {
      // Others wait for less. In the last second of a minute the next one is noted.
      if ((ms ?? 0) > 1000) waits.push(ms!);
      return later(handler, ms, ...rest);
    }) as typeof setTimeout;
    try {
      const element = await mount({ events: days(-3, 3) }, { attributes: { now: '' } });
      const px = (element.view.end - element.view.start) / canvasBox(element).width;
      expect(waits.at(-1)).to.be.closeTo(Math.max(px, 6e4), 6e4);
      waits.length = 0;
      element.view = { start: Date.now() - 3e5, end: Date.now() + 3e5 };
      await atRest(element);
      await until(() => waits.length > 0);
      expect(waits.at(-1)).to.be.at.most(6e4);
      const box = element.parentElement!;
      box.style.marginTop = '6000px';
      await sleep(150);
      waits.length = 0;
      element.view = { start: Date.now() - 4e5, end: Date.now() + 4e5 };
      await frames(5);
      expect(waits).to.eql([]);
      box.style.marginTop = '';
      await until(() => waits.length > 0);
    } finally {
      window.setTimeout = later;
    }
  });
});
