import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { Scene, SceneCluster } from '../../src/layout/scene.js';
import { sceneOf } from '../../src/layout/scene-of.js';
import type { TimelineLayout } from '../../src/layout/timeline-layout.js';
import type { TimeSpan } from '../../src/time/epoch-ms.js';
import { engineShare } from '../lib/engine-share.js';
import { expectConserved, expectLegible, expectOnlyOpens } from './oracles.js';
import { HEIGHTS, layoutOf, randomRecords, seeded, viewsOf, WIDTHS } from './sample.js';

const MIN_SPAN = 4;
const rest = { selected: null, focused: null, moving: false };
const FAR = 100;

/** Days of twenty years, in lanes too low for them. */
const cases = fc
  .record({
    seed: fc.integer({ min: 1, max: 1e6 }),
    count: fc.constantFrom(12, 40, 120),
    width: WIDTHS,
    height: HEIGHTS,
    lanes: fc.integer({ min: 1, max: 5 }),
  })
  .map(({ seed, count, width, height, lanes }) => {
    const random = seeded(seed);
    const days = randomRecords(count, seed, lanes).map(record => ({
      ...record,
      date: new Date(Date.UTC(2000, 0, 1 + Math.floor(random() * 7300))).toISOString().slice(0, 10),
    }));
    return layoutOf(days, width, height);
  })
  .chain(({ layout, source }) => fc.tuple(fc.constant({ layout, source }), viewsOf(layout.input.home, 0)));

const RUNS = engineShare({ seed: 20251130, numRuns: 80 });

const toX = (moment: number, { view, pxPerMs }: Scene): number => (moment - view.start) * pxPerMs;

/** Whether a pill holds one event that is drawn as a point, whole in the view and clear of all titles, with no other pill near it. */
function isNeedless(pill: SceneCluster, scene: Scene): boolean {
  const { only, lane } = pill;
  if (!only?.span || (only.span.end - only.span.start) * scene.pxPerMs > 6) return false;
  const x = toX(only.span.start, scene);
  const titles = Math.max(...scene.lanes.map(({ titleWidth }) => titleWidth));
  const others = scene.clusters.filter(other => other.lane === lane && other !== pill);
  const isFar = others.every(other => x < toX(other.start, scene) - FAR || x > toX(other.end, scene) + FAR);
  const isClear = others.every(other => x + FAR < other.x || x - FAR > other.x + other.width);
  return isFar && isClear && x > titles + FAR && x < scene.width - 20;
}

const sceneAt = (layout: TimelineLayout, view: TimeSpan): Scene =>
  sceneOf(layout, { ...rest, view }, MIN_SPAN);

describe('layout: one without a row', () => {
  it('stands as a mark, never as a pill that is longer than itself, where nothing is near', () => {
    fc.assert(
      fc.property(cases, ([{ layout }, view]) => {
        const scene = sceneAt(layout, view);
        expect(scene.clusters.filter(pill => isNeedless(pill, scene)).map(({ key }) => key)).to.deep.equal(
          [],
        );
      }),
      RUNS,
    );
  });

  it('keeps the laws beside titles and pills, and zooming in only opens', () => {
    fc.assert(
      fc.property(cases, ([{ layout, source }, view]) => {
        const scene = sceneAt(layout, view);
        expectConserved(scene, source);
        expectLegible(scene);
        expectOnlyOpens(layout);
      }),
      RUNS,
    );
  });

  it('stands beside the title of its lane, up to the edges of the view', () => {
    const sizes = { 1900: 6, 1925: 2, 1950: 2, 1960: 3, 1999: 2 };
    const events = ['Of the one', 'Of the other'].flatMap(lane =>
      Object.entries(sizes).flatMap(([year, size]) =>
        Array.from({ length: size }, (_, i) => ({
          id: `${lane} ${year} ${i}`,
          date: `${year}-06-01`,
          title: 'Title',
          lane,
        })),
      ),
    );
    const { layout, source } = layoutOf({ events }, 700, 120);
    const { home } = layout.input;
    const alone = new Set<string>();
    for (let px = -700; px <= 700; px += 9) {
      const by = ((home.end - home.start) * px) / 700;
      const view = { start: home.start + by, end: home.end + by };
      const scene = sceneAt(layout, view);
      expectLegible(scene);
      expectConserved(scene, source);
      for (const mark of scene.marks)
        if (layout.bands.some(({ y, sharesHead }) => sharesHead && y === mark.y)) {
          alone.add(mark.event.id);
          // With the focus on it, it stays where it is, as does all else.
          const focused = sceneOf(layout, { ...rest, view, focused: mark.event.id }, MIN_SPAN);
          expect(focused.marks.filter(({ guest }) => guest)).to.deep.equal([]);
          expect(focused.marks.find(({ key }) => key === mark.key)).to.deep.equal(mark);
          expect(focused.clusters.length).to.equal(scene.clusters.length);
        }
    }
    expect(alone.size).to.be.greaterThan(0);
  });
});
