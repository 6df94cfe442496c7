import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { sceneOf } from '../../src/layout/scene-of.js';
import type { Scene } from '../../src/layout/scene.js';
import { engineShare } from '../lib/engine-share.js';
import { labelBox, markBox } from './oracles.js';
import { crowdedRecords, HEIGHTS, layoutOf, randomRecords, viewsOf, WIDTHS } from './sample.js';

/** Px between the text of one event and whatever is of another. */
const LEAST = 6;

/** Labels in one row with what is of others, or two of them, that are nearer to each other, by brute force. */
function crampedIn(scene: Scene): string[] {
  const labels = scene.marks.flatMap(mark => labelBox(mark) ?? []);
  const cramped: string[] = [];
  for (const label of labels)
    for (const mark of scene.marks) {
      if (mark.key === label.key || mark.era) continue;
      for (const { left, right, top, bottom } of [
        markBox(mark),
        ...(labelBox(mark) ? [labelBox(mark)!] : []),
      ]) {
        const isBeside = top < label.bottom - 0.01 && label.top < bottom - 0.01;
        const gap = Math.max(left - label.right, label.left - right);
        if (isBeside && gap < LEAST - 0.01 && left < scene.width && right > 0)
          cramped.push(`${label.key} is ${gap} px from ${mark.key}`);
      }
    }
  return cramped;
}

const cases = fc
  .record({
    seed: fc.integer({ min: 1, max: 1e6 }),
    count: fc.constantFrom(12, 60, 300, 900),
    width: WIDTHS,
    height: HEIGHTS,
    lanes: fc.integer({ min: 1, max: 4 }),
    crowded: fc.boolean(),
  })
  .map(({ seed, count, width, height, lanes, crowded }) => {
    const records = crowded ? crowdedRecords(count, seed) : randomRecords(count, seed, lanes);
    return layoutOf(records, width, height).layout;
  })
  .chain(layout => fc.tuple(fc.constant(layout), viewsOf(layout.input.home, 1)));

describe('layout: the gaps between neighbours', () => {
  it('are some px wide between a label and whatever is of another event, in any view at rest', () => {
    fc.assert(
      fc.property(cases, ([layout, view]) => {
        const scene = sceneOf(layout, { view, selected: null, focused: null, moving: false }, 4);
        expect(crampedIn(scene)).to.deep.equal([]);
      }),
      engineShare({ seed: 20251130, numRuns: 80 }),
    );
  });

  it('are so between the label at the end of its bar and that of the bar that comes next', () => {
    const events = [
      { start: '2000-01-01', end: '2000-02-09', title: 'The one' },
      { start: '2000-02-10', end: '2000-03-30', title: 'The next' },
    ];
    const home = { start: Date.UTC(2000, 0, 1), end: Date.UTC(2000, 3, 10) };
    const { layout } = layoutOf({ events }, 1000, 120, home);
    for (let px = 0; px < 500; px += 3) {
      const by = (px * (home.end - home.start)) / 1000;
      const view = { start: home.start + by, end: home.end + by };
      expect(
        crampedIn(sceneOf(layout, { view, selected: null, focused: null, moving: false }, 4)),
        `${px}`,
      ).to.eql([]);
    }
  });
});
