import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { overlapsView } from '../../src/index/event-source.js';
import { sceneOf } from '../../src/layout/scene-of.js';
import type { TimeSpan } from '../../src/time/epoch-ms.js';
import { collisions, expectConserved, labelBox } from './oracles.js';
import { layoutOf, randomRecords, seeded } from './sample.js';

const MIN_SPAN = 4;
const rest = { selected: null, focused: null, moving: false };
const RUNS = { numRuns: 40, seed: 20251119 };

/** Very many short events in one lane, some stretches among them. */
function crowdedRecords(count: number, seed: number): Record<string, unknown>[] {
  const random = seeded(seed);
  return Array.from({ length: count }, (_, i) => {
    const day = new Date(Date.UTC(1990, 0, 1 + Math.floor(random() ** 2 * 12_000)));
    const start = day.toISOString().slice(0, 10);
    const end = new Date(day.getTime() + random() ** 8 * 4e11).toISOString().slice(0, 10);
    return {
      id: `e${i}`,
      ...(random() < 0.2 ? { start, end } : { date: start }),
      title: `Event number ${i}`,
      ...(random() < 0.1 && { importance: Math.round(random() * 100) / 100 }),
      ...(random() < 0.002 && { kind: 'era' }),
    };
  });
}

const inputs = fc
  .record({
    seed: fc.integer({ min: 1, max: 1e6 }),
    count: fc.constantFrom(401, 900, 3000),
    width: fc.integer({ min: 320, max: 1600 }),
    height: fc.constantFrom(120, 300, 432),
    mixed: fc.boolean(),
    narrow: fc.boolean(),
  })
  .map(({ seed, count, width, height, mixed, narrow }) => {
    const records = mixed ? randomRecords(2 * count, seed, 2) : crowdedRecords(count, seed);
    const home = narrow ? { start: Date.UTC(1999, 0), end: Date.UTC(2001, 0) } : undefined;
    return { ...layoutOf({ events: records }, width, height, home), width };
  });

/** Views to try: the whole, and random stretches of it down to a millionth. */
const viewIn = (whole: TimeSpan): fc.Arbitrary<TimeSpan> =>
  fc
    .tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: -20, max: 2, noNaN: true }))
    .map(([at, power]) => {
      const length = (whole.end - whole.start) * 2 ** power;
      const start = whole.start + (whole.end - whole.start) * at - length / 2;
      return { start, end: start + length };
    });
const cases = inputs.chain(input => fc.tuple(fc.constant(input), viewIn(input.layout.input.home)));

describe('layout of lanes with very many entries', () => {
  it('conserves: marks and counts are what overlaps the view', () => {
    fc.assert(
      fc.property(cases, ([{ layout, source }, view]) => {
        const scene = sceneOf(layout, { ...rest, view }, MIN_SPAN);
        expectConserved(scene, source);
        for (const { ids, count } of scene.clusters) expect(ids.length).to.equal(Math.min(200, count));
      }),
      RUNS,
    );
  });

  it('is legible: no label meets another label, mark or pill, and none is cut at rest', () => {
    fc.assert(
      fc.property(cases, ([{ layout, width }, view]) => {
        const scene = sceneOf(layout, { ...rest, view }, MIN_SPAN);
        expect(collisions(scene)).to.deep.equal([]);
        for (const mark of scene.marks) {
          const box = labelBox(mark);
          if (box) expect(box.left >= 0 && box.right <= width, `${mark.key} is cut`).to.equal(true);
        }
      }),
      RUNS,
    );
  });

  it('is stable: what stays in view under panning keeps its row and label, whatever was looked at before', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e6 }).chain(seed =>
          fc.tuple(
            fc.constant(seed),
            fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 0, max: 10 })), {
              minLength: 2,
              maxLength: 5,
            }),
          ),
        ),
        ([seed, stops]) => {
          const records = crowdedRecords(2000, seed);
          const { layout } = layoutOf({ events: records }, 900, 400);
          const { home } = layout.input;
          for (const [at, octave] of stops) {
            const length = (home.end - home.start) / 2 ** octave;
            const start = home.start + (home.end - home.start) * at - length / 2;
            const view = { start, end: start + length };
            const pose = (fresh: boolean) => {
              const of = fresh ? layoutOf({ events: records }, 900, 400).layout : layout;
              const scene = sceneOf(of, { ...rest, view, moving: true }, MIN_SPAN);
              return scene.marks.map(({ key, x, y, label }) => [
                key,
                Math.round(x),
                y,
                label?.side,
                label?.lines,
              ]);
            };
            expect(pose(false)).to.deep.equal(pose(true));
            const before = sceneOf(layout, { ...rest, view, moving: true }, MIN_SPAN);
            const by = length * 0.3;
            const panned = { start: view.start + by, end: view.end + by };
            const after = sceneOf(layout, { ...rest, view: panned, moving: true }, MIN_SPAN);
            const rows = new Map(after.marks.map(mark => [mark.key, mark]));
            for (const mark of before.marks) {
              if (!overlapsView(mark, view) || !overlapsView(mark, panned)) continue;
              const other = rows.get(mark.key)!;
              expect([other.y, other.label?.side, other.label?.lines]).to.deep.equal([
                mark.y,
                mark.label?.side,
                mark.label?.lines,
              ]);
            }
          }
        },
      ),
      { ...RUNS, numRuns: 15 },
    );
  });

  it('only opens on zooming in: marks keep their row and label, clusters lose members', () => {
    fc.assert(
      fc.property(inputs, fc.double({ min: 0, max: 1, noNaN: true }), ({ layout }, at) => {
        const { home } = layout.input;
        const middle = home.start + (home.end - home.start) * at;
        let before: {
          marks: Map<string, { y: number; title: boolean }>;
          counted: Map<string, string>;
        } | null = null;
        for (let octave = -1; octave <= 9; octave++) {
          const length = (home.end - home.start) / 2 ** octave;
          const view = { start: middle - length / 2, end: middle + length / 2 };
          const scene = sceneOf(layout, { ...rest, view, moving: true }, MIN_SPAN);
          const marks = new Map(
            scene.marks.map(({ key, y, label, height, sign }) => [
              key,
              { y: y + sign.cy, title: label !== null, height },
            ]),
          );
          if (before)
            for (const [key, { y, title }] of before.marks) {
              const event = layout.input.source.get(key.split('@')[0]!);
              if (!event || event.kind === 'era' || !overlapsView(event.span!, view)) continue;
              const now = marks.get(key);
              expect(now, key).not.to.equal(undefined);
              if (octave > 0 && title) expect([now!.y, now!.title], key).to.deep.equal([y, title]);
            }
          before = { marks, counted: new Map() };
        }
      }),
      { ...RUNS, numRuns: 15 },
    );
  });

  it('lays out the same whatever the order of the input', () => {
    const records = crowdedRecords(1500, 5);
    const one = layoutOf({ events: records }, 900, 400).layout;
    const other = layoutOf({ events: [...records].reverse() }, 900, 400).layout;
    for (const octave of [0, 3, 6]) {
      const { home } = one.input;
      const view = { start: home.start, end: home.start + (home.end - home.start) / 2 ** octave };
      expect(JSON.stringify(sceneOf(one, { ...rest, view }, MIN_SPAN))).to.equal(
        JSON.stringify(sceneOf(other, { ...rest, view }, MIN_SPAN)),
      );
    }
  });
});
