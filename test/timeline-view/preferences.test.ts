import { expect } from '@open-wc/testing';
import type { EventRecord } from '../../src/core.js';
import type { TimelineView } from '../../src/timeline-view.js';
import { randomRecords } from '../layout/sample.js';
import { keys, media, screenshot, viewport, type Pixels } from '../lib/browser-commands.js';
import { contrast, faint, painted } from './faint.js';
import { find, frames, mount, parts } from './mounted.js';

const DAY = 864e5;
const LAYOUTS = ['horizontal', 'vertical', 'list'] as const;
const STATUSES = ['confirmed', 'reported', 'alleged', 'disputed', 'refuted', 'retracted'] as const;
/** Every status, in eight lanes of the eight colours. */
const EVENTS: EventRecord[] = Array.from({ length: 8 }, (_, i) => ({
  id: `e${i}`,
  date: `2025-0${i + 1}-10`,
  title: `Event ${i}`,
  lane: `Lane ${i}`,
  ...(STATUSES[i] && { status: STATUSES[i] }),
}));

describe('contrast is 4.5 : 1 for texts and 3 : 1 for signs, and a focus ring of 2 px stands out', () => {
  before(() => viewport({ width: 900, height: 900 }));
  afterEach(() => {
    document.documentElement.style.colorScheme = '';
  });

  for (const scheme of ['light', 'dark'])
    for (const more of [false, true])
      it(`${scheme}${more ? ', with more contrast asked for' : ''}`, async function () {
        if (more && !(await media({ 'prefers-contrast': 'more' }))) return this.skip();
        document.documentElement.style.colorScheme = scheme;
        for (const layout of LAYOUTS) {
          const element = await mount({ events: EVENTS, layout, selected: 'e2' });
          expect(faint(element), layout).to.eql([]);
          const stop = find(element, '.stage [tabindex="0"], .list button, .toolbar [tabindex="0"]')!;
          stop.focus();
          await keys('Shift');
          const { outlineColor, outlineWidth, outlineStyle } = getComputedStyle(stop);
          const paper = painted(getComputedStyle(find(element, '.root')!).backgroundColor);
          expect([outlineStyle, outlineWidth], layout).to.eql(['solid', '2px']);
          expect(contrast(painted(outlineColor), paper)).to.be.at.least(4.5);
          element.remove();
        }
        if (more) await media({});
      });

  it('finds what is faint', async () => {
    const element = await mount({ events: EVENTS });
    element.style.setProperty('--timeline-color-1', '#ddd');
    element.style.setProperty('--timeline-muted', '#999');
    expect(faint(element).join()).to.match(/date: 2\.8.*sign \w+: 1\.3/);
  });
});

describe('forced colours', () => {
  before(async function () {
    if (!(await media({ 'forced-colors': 'active' }))) return this.skip();
    await viewport({ width: 900, height: 900 });
    document.body.style.background = 'Canvas';
  });
  after(async () => {
    document.body.style.background = '';
    await media({});
  });

  /** What of a box of px differs from the canvas: a text of dots. */
  function inked(pixels: Pixels, { left, top, right, bottom }: DOMRect): string {
    const paper = pixels(898, 898);
    let text = '';
    for (let y = Math.ceil(top); y < Math.floor(bottom); y++)
      for (let x = Math.ceil(left); x < Math.floor(right); x++)
        text += contrast(pixels(x, y), paper) >= 3 ? '#' : '.';
    return text;
  }

  for (const layout of ['horizontal', 'vertical'] as const)
    it(`leave every sign seen, each status its own: ${layout}`, async () => {
      const element = await mount({ events: EVENTS, layout }, { width: 700 });
      const pixels = await screenshot();
      const signs = new Map<string, string>();
      for (const mark of parts(element, 'mark')) {
        const spot = mark.querySelector('.spot') ?? mark;
        const box = spot.getBoundingClientRect();
        if (box.bottom > innerHeight) continue;
        const looks = inked(pixels, new DOMRect(box.x + 4, box.y + 4, 16, 16));
        expect(looks.split('#').length, `${mark.dataset.id} is seen`).to.be.greaterThan(10);
        if (mark.dataset.status) signs.set(looks, mark.dataset.status);
      }
      expect([...signs.values()].sort()).to.eql([...STATUSES].sort());
    });

  it('leave the ends of the overview, the line, the selected and the focused seen', async () => {
    const crowd = await mount({ events: randomRecords(300, 9) as never }, { width: 700 });
    const ink = async (element: TimelineView, selector: string): Promise<boolean> => {
      const pixels = await screenshot();
      return inked(pixels, find(element, selector)!.getBoundingClientRect()).includes('#');
    };
    expect(await ink(crowd, '.overview-start'), 'an end of the overview').to.equal(true);
    expect(await ink(crowd, '[part~="cluster"]'), 'a pill').to.equal(true);
    crowd.remove();
    const element = await mount({ events: EVENTS, layout: 'vertical', selected: 'e1' }, { width: 400 });
    expect((await ink(element, '.rail .line')) || (await ink(element, '.rail'))).to.equal(true);
    const stop = find(element, '.stage [tabindex="0"]')!;
    stop.focus();
    await keys('Shift');
    await frames(2);
    const { left, top, width, height } = stop.getBoundingClientRect();
    const ring = inked(await screenshot(), new DOMRect(left, top - 5, width, height + 10));
    expect(ring.slice(0, Math.floor(width) * 4), 'a ring above what has the focus').to.include(
      '#'.repeat(100),
    );
  });
});

describe('motion', () => {
  it('there is none for those who want none: a frame after an action all is done', async function () {
    if (!(await media({ 'prefers-reduced-motion': 'reduce' }))) return this.skip();
    try {
      for (const layout of LAYOUTS) {
        const element = await mount({ events: randomRecords(60, 2) as never, layout });
        const running = () =>
          element.shadowRoot!.getAnimations().filter(({ playState }) => playState === 'running');
        for (const action of ['zoom-in', 'later', 'zoom-out', 'fit', 'help', 'list', 'list']) {
          find(element, `[data-action="${action}"]`)?.click();
          await frames(1);
          expect(running(), `${layout}: ${action}`).to.eql([]);
          if (action === 'help') await keys('Escape');
        }
        if (layout === 'list') continue;
        const seen: boolean[] = [];
        element.addEventListener('timeline-view-change', event => seen.push(event.detail.settled));
        find(element, '[data-action="zoom-in"]')!.click();
        await frames(2);
        expect(seen).to.eql([true]);
        parts(element, 'mark')[0]!.click();
        await frames(1);
        expect(running()).to.eql([]);
        element.remove();
      }
    } finally {
      await media({});
    }
  });

  it('a zoom takes its time for all others, and less than a third of a second', async () => {
    const element = await mount({ events: randomRecords(60, 2) as never });
    const begin = performance.now();
    await element.show({ start: 5000 * DAY, end: 6000 * DAY });
    expect(performance.now() - begin).to.be.within(100, 1500);
  });
});
