import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { Scene, SceneMark } from '../../src/layout/scene.js';
import { sceneOf } from '../../src/layout/scene-of.js';
import { engineShare } from '../lib/engine-share.js';
import { expectLegible, labelBox } from './oracles.js';
import { layoutOf, randomRecords, viewsOf } from './sample.js';

const MIN_SPAN = 4;
const rest = { selected: null, focused: null, moving: false };

/** The one mark of a title, where the view begins so many days after the first of January 2000 and lasts for 100, 10 px each. */
function markAt(days: number, others: readonly { date: string; title: string }[] = []): SceneMark {
  const bar = { start: '2000-01-01', end: '2000-02-09', title: 'A stretch of 40 days' };
  const { layout } = layoutOf({ events: [bar, ...others] }, 1000, 200, {
    start: Date.UTC(2000, 0, 1),
    end: Date.UTC(2000, 3, 10),
  });
  const start = Date.UTC(2000, 0, 1 + days);
  const { marks } = sceneOf(layout, { ...rest, view: { start, end: start + 100 * 864e5 } }, MIN_SPAN);
  return marks.find(({ event }) => event.title === bar.title)!;
}

/** How far over the end of its bar a label stands. */
const beyond = (mark: SceneMark): number => labelBox(mark)!.right - (mark.x + mark.width);

describe('layout: the label of a bar that begins before the view', () => {
  it('slides along the bar, and over its end where less of that is seen than the label is long', () => {
    expect(beyond(markAt(10))).to.be.below(0);
    // 100 px are seen, and the label is longer.
    const mark = markAt(30);
    expect(mark.label!.width).to.be.greaterThan(110);
    expect(labelBox(mark)!.left).to.equal(4);
    expect(beyond(mark)).to.be.greaterThan(0);
  });

  it('stays over its bar, and goes with the last of it', () => {
    expect(markAt(38).label!.hidden).to.equal(true);
  });

  it('meets nothing, and is never hidden where its row is free', () => {
    fc.assert(
      fc.property(
        fc
          .record({ seed: fc.integer({ min: 1, max: 1e6 }), count: fc.constantFrom(3, 12, 60) })
          .map(({ seed, count }) => layoutOf(randomRecords(count, seed), 800, 300).layout)
          .chain(layout => fc.tuple(fc.constant(layout), viewsOf(layout.input.home, 0))),
        ([layout, view]) => {
          const scene = sceneOf(layout, { ...rest, view }, MIN_SPAN);
          expectLegible(scene);
          expect(scene.marks.filter(mark => isNeedless(mark, scene)).map(({ key }) => key)).to.deep.equal([]);
        },
      ),
      engineShare({ seed: 20251130, numRuns: 80 }),
    );
  });
});

/** Whether a label over a bar is hidden that would have had room from the edge of the view on. */
function isNeedless(mark: SceneMark, scene: Scene): boolean {
  const { label, x, width, era } = mark;
  if (era || label?.side !== 'above' || !label.hidden) return false;
  if (x >= 0 || x + width < 40 || label.width > scene.width / 2) return false;
  return scene.marks.every(
    other =>
      other === mark ||
      other.lane !== mark.lane ||
      other.y >= mark.y + mark.height ||
      mark.y >= other.y + other.height ||
      other.x - (other.label?.side === 'before' ? other.label.width + 60 : 40) > 4 + label.width + 20 ||
      other.x + other.width < x,
  );
}
