import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { MOST_ELEMENTS } from '../../src/layout/canvas-budget.js';
import type { Scene } from '../../src/layout/scene.js';
import { sceneOf, type SceneRequest } from '../../src/layout/scene-of.js';
import { engineShare } from '../lib/engine-share.js';
import { expectConserved, expectLegible, expectOnlyOpens } from './oracles.js';
import { layoutOf, randomRecords, viewsOf } from './sample.js';

const MIN_SPAN = 4;
const rest = { selected: null, focused: null, moving: false };

const bigCanvases = fc
  .record({
    seed: fc.integer({ min: 1, max: 1e6 }),
    count: fc.constantFrom(300, 3000),
    width: fc.integer({ min: 320, max: 3000 }),
    height: fc.constantFrom(432, 912, 1600),
    lanes: fc.constantFrom(1, 5, 18, 50),
  })
  .map(({ seed, count, width, height, lanes }) => ({
    ...layoutOf(randomRecords(count, seed, lanes), width, height),
    height,
  }));
const cases = bigCanvases.chain(at =>
  fc.tuple(
    fc.constant(at),
    viewsOf(at.layout.input.home, 1),
    fc.double({ min: 0, max: 1, noNaN: true }).map(part => {
      const top = part * Math.max(0, at.layout.height - at.height);
      return { top, bottom: top + at.height };
    }),
  ),
);

const RUNS = engineShare({ seed: 20251119, numRuns: 40 });

/** Elements that the lanes, marks and pills of a scene take, counted as the templates make them at the most. */
const elementsOf = ({ lanes, marks, clusters }: Scene): number =>
  marks.reduce(
    (sum, { label }) => sum + (label ? 7 + label.lines.length : 4),
    3 * lanes.length + 2 * clusters.length,
  );

/** What of a scene lies in sight, without the pills of the lanes that do not. */
function inSight(scene: Scene, { top, bottom }: { top: number; bottom: number }): unknown[] {
  const lanes = new Map(scene.lanes.map(lane => [lane.id, lane]));
  const isSeen = ({ lane, x, width }: { lane: string; x: number; width: number }): boolean => {
    const { y, height } = lanes.get(lane)!;
    return y < bottom && y + height > top && x + width > 0 && x < scene.width;
  };
  return [...scene.marks.filter(isSeen), ...scene.clusters.filter(isSeen)];
}

describe('layout: what is drawn of a big canvas', () => {
  it('is bounded, conserves, and is all of what is in sight', function () {
    fc.assert(
      fc.property(cases, ([{ layout, source }, view, sight]) => {
        const whole = sceneOf(layout, { ...rest, view }, MIN_SPAN);
        const scene = sceneOf(layout, { ...rest, view, sight }, MIN_SPAN);
        expectConserved(scene, source);
        expect(elementsOf(scene)).to.be.at.most(MOST_ELEMENTS * 1.1);
        expect(inSight(scene, sight)).to.deep.equal(inSight(whole, sight));
        if (scene.sight)
          expect(scene.sight.top <= sight.top && scene.sight.bottom >= sight.bottom).to.equal(true);
      }),
      RUNS,
    );
  });

  it('is legible, and only opens', function () {
    fc.assert(
      fc.property(cases, ([{ layout }, view, sight]) => {
        expectLegible(sceneOf(layout, { ...rest, view, sight }, MIN_SPAN));
        if (layout.bands.every(({ dense }) => !dense)) expectOnlyOpens(layout);
      }),
      engineShare({ seed: 20251119, numRuns: 15 }),
    );
  });

  it('keeps the marks of the selected and the focused event, and the lane that has the focus', () => {
    const { layout, source } = layoutOf(randomRecords(3000, 7, 50), 1200, 400);
    const view = layout.input.home;
    const sight = { top: 0, bottom: 400 };
    const sceneFor = (request: Partial<SceneRequest>): Scene =>
      sceneOf(layout, { ...rest, view, sight, ...request }, MIN_SPAN);
    const plain = sceneFor({});
    const last = plain.lanes.at(-1)!.id;
    expect(plain.marks.filter(({ lane, era }) => lane === last && !era)).to.be.empty;
    expect(plain.clusters.filter(({ lane }) => lane === last)).to.have.length(1);

    const all = sceneOf(layout, { ...rest, view }, MIN_SPAN);
    const mark = all.marks.find(({ lane, era }) => lane === last && !era)!;
    const selected = sceneFor({ selected: mark.event.id });
    expect(selected.marks.filter(({ lane, era }) => lane === last && !era).map(({ key }) => key)).to.eql([
      mark.key,
    ]);
    expectConserved(selected, source);
    const focused = sceneFor({ focusedKey: all.clusters.find(({ lane }) => lane === last)!.key });
    expect(focused.clusters.filter(({ lane }) => lane === last).length).to.be.greaterThan(1);
    expectConserved(focused, source);
  });
});
