import { expect } from '@open-wc/testing';
import type { TimelineView } from '../../src/timeline-view.js';
import { randomRecords } from '../layout/sample.js';
import { AUTUMN, find, mount, settled, STORY_URL } from './mounted.js';

/** What is drawn, but for the words: it has a direction of its own. */
const DRAWN =
  '[part~="mark"], [part~="cluster"], [part~="lane-label"], [part~="label"], .tick, .entry, .spot, .rail > *, .period-head, .gathered, .toolbar button';

type Edges = readonly [start: number, end: number];

/** Of everything drawn, how far its edges are from the side where a line of text begins. */
function edges(element: TimelineView): Map<string, Edges> {
  const frame = element.getBoundingClientRect();
  const rtl = find(element, '.root')!.dir === 'rtl';
  const seen = new Map<string, number>();
  return new Map(
    [...element.shadowRoot!.querySelectorAll(DRAWN)].map(node => {
      const { left, right, top } = node.getBoundingClientRect();
      const name = `${node.getAttribute('class')} ${(node as HTMLElement).dataset?.id ?? ''} at ${Math.round(top)}`;
      const times = (seen.get(name) ?? 0) + 1;
      seen.set(name, times);
      const box: Edges = rtl
        ? [frame.right - right, frame.right - left]
        : [left - frame.left, right - frame.left];
      return [`${name}, ${times}`, box];
    }),
  );
}

/** Px. A gridline is a px wide on whichever side, and the texts beside it are as wide as the engine rounds them. */
const tolerance = (name: string): number => (name.startsWith('tick') ? 1.25 : 1);

/** What of a timeline is not the mirror image, within a px, of what it is the other way around. */
async function unmirrored(element: TimelineView): Promise<string[]> {
  const ltr = edges(element);
  element.dir = 'rtl';
  await settled(element);
  const rtl = edges(element);
  expect(ltr.size).to.be.greaterThan(20);
  expect([...rtl.keys()]).to.eql([...ltr.keys()]);
  return [...ltr].flatMap(([name, box]) => {
    const other = rtl.get(name)!;
    return box.every((x, i) => Math.abs(x - other[i]!) <= tolerance(name))
      ? []
      : [`${name}: ${box.join(' to ')} and ${other.join(' to ')}`];
  });
}

describe('from right to left', () => {
  for (const [layout, width] of [
    ['horizontal', 780],
    ['vertical', 360],
  ] as const) {
    it(`the story is the mirror image, ${layout}`, async () => {
      const attributes = { lang: 'en-GB', view: AUTUMN };
      expect(await unmirrored(await mount({ src: STORY_URL, layout }, { width, attributes }))).to.eql([]);
    });

    it(`a crowd is, ${layout}`, async () => {
      const events = randomRecords(150, 5) as never;
      const attributes = { lang: 'en-GB' };
      expect(await unmirrored(await mount({ events, layout }, { width, attributes }))).to.eql([]);
    });
  }
});
