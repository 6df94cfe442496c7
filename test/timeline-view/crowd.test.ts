import { expect } from '@open-wc/testing';
import { seeded } from '../layout/sample.js';
import { viewport } from '../lib/browser-commands.js';
import { ownOf } from '../lib/engine-share.js';
import { illegible } from './legible.js';
import { clustersOf, find, frames, marksOf, mount, overlaps, parts, settled } from './mounted.js';

const DAY = 864e5;
const FROM = Date.UTC(1900, 0, 1);
const WHAT = 'Treaty Opening Election Flood Strike Coronation Launch Concert Trial Shipwreck'.split(' ');
const WHERE = 'Lisbon,Vienna,Nagasaki,Buenos Aires,Leeds,Saint Petersburg,Timbuktu,Oslo'.split(',');

/** Events of a century, seeded: seven of ten on one day, the others up to three years long. */
function records(count: number, lanes = 1): object[] {
  const random = seeded(7);
  const oneOf = (list: readonly string[]): string => list[Math.floor(random() * list.length)]!;
  const day = (number: number): string => new Date(FROM + number * DAY).toISOString().slice(0, 10);
  return Array.from({ length: count }, (_, i) => {
    const start = Math.floor(random() * 36_500);
    const length = random() < 0.3 && 30 + Math.floor(random() * 1000);
    return {
      id: `e${i}`,
      ...(length ? { start: day(start), end: day(start + length) } : { date: day(start) }),
      title: `${i + 1}. ${oneOf(WHAT)} of ${oneOf(WHERE)}`,
      ...(lanes > 1 && { lane: `lane ${1 + Math.floor(random() * lanes)}` }),
    };
  });
}

const whole = { start: FROM, end: FROM + 36_500 * DAY };

/** Mounts so many events in a box of that size, header and all. */
async function boxed(count: number, width: number, height: number, lanes?: number) {
  await viewport({ width: Math.max(800, width), height: 900 });
  const element = await mount({ events: records(count, lanes) as never }, { width });
  const rest =
    element.getBoundingClientRect().height - find(element, '.stage')!.getBoundingClientRect().height;
  element.style.setProperty('--timeline-height', `${height - rest}px`);
  await settled(element);
  await element.ready;
  expect(Math.round(element.getBoundingClientRect().height)).to.equal(height);
  return element;
}

describe('crowds', () => {
  for (const [width, height, least] of [
    [1200, 400, { 10: 10, 100: 40, 1000: 45 }],
    [360, 640, { 10: 10, 100: 14, 1000: 16 }],
  ] as const)
    for (const [count, labels] of Object.entries(least))
      it(`of ${count} events show at least ${labels} labels whole at ${width}×${height}, and none that is not`, async () => {
        const element = await boxed(Number(count), width, height);
        const shown = parts(element, 'label').filter(label => {
          const { left, right } = label.getBoundingClientRect();
          const canvas = find(element, '.canvas')!.getBoundingClientRect();
          return left >= canvas.left && right <= canvas.right;
        });
        expect(shown.filter(label => label.textContent.includes('…'))).to.be.empty;
        expect(shown.length).to.be.at.least(labels);
        expect(illegible(element)).to.eql([]);
      });

  // Each round from a seed of its own, so that engines can deal them out.
  it('are legible in 240 random views, at any width and in any font', async function () {
    this.timeout(240_000);
    const fonts = ['serif', 'monospace', 'sans-serif', 'cursive'];
    for (const round of ownOf(Array.from({ length: 24 }, (_, i) => i))) {
      const random = seeded(round + 1);
      // Every engine gets each number of lanes and each font.
      const turn = Math.floor(round / 3);
      const lanes = [1, 4, 9][turn % 3]!;
      const width = 320 + Math.floor(random() ** 2 * 1300);
      await viewport({ width: Math.max(800, width), height: 900 });
      const element = await mount({ events: records(1000, lanes) as never }, { width });
      element.parentElement!.style.cssText += `; font: ${13 + (turn % 4) * 2}px ${fonts[turn % 4]}`;
      await settled(element);
      for (let i = 0; i < 10; i++) {
        const length = (whole.end - whole.start) * 2 ** (-10 * random());
        const start = whole.start + (whole.end - whole.start) * random() - length / 2;
        element.view = { start, end: start + length };
        await element.ready;
        expect(illegible(element), `${width} px, ${JSON.stringify(element.view)}`).to.eql([]);
      }
      element.remove();
    }
  });

  // How many elements there are follows from layout, which is the same but for the widths of fonts.
  it('draw at most 1,500 elements on tall canvases and in many lanes, and count them all', async function () {
    const canvases = [
      [5000, 1, 1200, 60],
      [5000, 4, 1600, 60],
      [1000, 40, 1200, 30],
      [5000, 40, 1600, 60],
      [100_000, 25, 360, 40],
    ] as const;
    for (const [count, lanes, width, rem] of ownOf(canvases)) {
      await viewport({ width: Math.max(800, width), height: 1100 });
      const element = await mount({ events: records(count, lanes) as never }, { width });
      element.style.setProperty('--timeline-height', `${rem}rem`);
      await settled(element);
      const scroller = find(element, '.scroller')!;
      for (const part of [1, 0.3, 0.1, 0.02]) {
        const length = (whole.end - whole.start) * part;
        element.view = { start: whole.start + length / 3, end: whole.start + (4 * length) / 3 };
        await element.ready;
        for (const top of [0, scroller.scrollHeight / 3, scroller.scrollHeight]) {
          scroller.scrollTop = top;
          await frames(2);
          await element.ready;
          const what = `${count} events, ${lanes} lanes, ${width} px, ${rem} rem, ${part} of the whole, at ${top}`;
          const { length: elements } = element.renderRoot.querySelectorAll('*');
          expect(elements, what).to.be.at.most(1500);
          const seen = [...marksOf(element), ...clustersOf(element)].filter(item =>
            overlaps(item, element.view),
          );
          expect(
            seen.reduce((sum, item) => sum + item.count, 0),
            what,
          ).to.equal(element.visibleEvents().length);
        }
      }
      element.remove();
    }
  });

  it('have all lanes in sight drawn in full, wherever they are scrolled to', async () => {
    const element = await boxed(5000, 1600, 480, 40);
    const scroller = find(element, '.scroller')!;
    const lanesInSight = (): string[] => {
      const { top, bottom } = scroller.getBoundingClientRect();
      return marksOf(element)
        .filter(({ node }) => {
          const box = node.getBoundingClientRect();
          return box.bottom > top && box.top < bottom;
        })
        .map(({ lane }) => lane);
    };
    const first = new Set(lanesInSight());
    expect(first.size).to.be.within(6, 12);
    const height = scroller.clientHeight;
    for (let top = 0; top < scroller.scrollHeight - height; top += height) {
      scroller.scrollTop = top;
      await frames(2);
      expect(new Set(lanesInSight()).size, `at ${top}`).to.be.at.least(first.size - 1);
    }
  });

  it('draw at most 1,500 elements, whether they are ten or 100,000', async function () {
    await viewport({ width: 1600, height: 900 });
    for (const count of ownOf([10, 1000, 100_000])) {
      const element = await mount({ events: records(count, 4) as never }, { width: 1600 });
      for (const part of [1, 0.3, 0.02]) {
        const length = (whole.end - whole.start) * part;
        element.view = { start: whole.start + length / 3, end: whole.start + (4 * length) / 3 };
        await element.ready;
        const { length: elements } = element.renderRoot.querySelectorAll('*');
        expect(elements, `${count} events, ${part} of the whole`).to.be.at.most(1500);
      }
      element.remove();
    }
  });
});
