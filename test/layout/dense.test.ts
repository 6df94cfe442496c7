import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { amendTable } from '../../src/data/amend-table.js';
import { readTable } from '../../src/data/read-table.js';
import { finish } from '../../src/data/work.js';
import { overlapsView } from '../../src/index/event-source.js';
import { TableSource } from '../../src/index/table-source.js';
import { markOfKey } from '../../src/layout/mark-key.js';
import type { SceneMark } from '../../src/layout/scene.js';
import { sceneOf } from '../../src/layout/scene-of.js';
import { engineShare } from '../lib/engine-share.js';
import { collisions, expectConserved, expectLegible } from './oracles.js';
import { crowdedRecords, layoutFor, layoutOf, randomRecords, seeded, viewsOf } from './sample.js';

const MIN_SPAN = 4;
const rest = { selected: null, focused: null, moving: false };
const seed = 20251119;
const RUNS = engineShare({ seed, numRuns: 40 });

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
    return layoutOf({ events: records }, width, height, home);
  });

const cases = inputs.chain(input => fc.tuple(fc.constant(input), viewsOf(input.layout.input.home, 2)));

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
      fc.property(cases, ([{ layout }, view]) => {
        const scene = sceneOf(layout, { ...rest, view }, MIN_SPAN);
        expectLegible(scene);
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
      engineShare({ seed, numRuns: 15 }),
    );
  });

  it('only opens on zooming in: marks keep their row and label, clusters lose members', () => {
    fc.assert(
      fc.property(inputs, fc.double({ min: 0, max: 1, noNaN: true }), ({ layout }, at) => {
        const { home } = layout.input;
        const middle = home.start + (home.end - home.start) * at;
        let before = new Map<string, { y: number; title: boolean }>();
        for (let octave = -1; octave <= 9; octave++) {
          const length = (home.end - home.start) / 2 ** octave;
          const view = { start: middle - length / 2, end: middle + length / 2 };
          const scene = sceneOf(layout, { ...rest, view, moving: true }, MIN_SPAN);
          const marks = new Map(
            scene.marks.map(({ key, y, label, sign }) => [key, { y: y + sign.cy, title: label !== null }]),
          );
          for (const [key, { y, title }] of before) {
            const event = layout.input.source.get(markOfKey(key)!.id)!;
            if (event.kind === 'era' || !overlapsView(event.span!, view)) continue;
            const now = marks.get(key);
            expect(now, key).not.to.equal(undefined);
            // A label may come to a mark and turn its sign within the same rows; what has one keeps it.
            if (octave > 0 && title) expect([now!.y, now!.title], key).to.deep.equal([y, title]);
          }
          before = marks;
        }
      }),
      engineShare({ seed, numRuns: 15 }),
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

  it('stands a selected event in the head row, taken off the count, and moves nothing for it', () => {
    const { layout, source } = layoutOf({ events: crowdedRecords(2000, 9) }, 900, 300);
    const { home } = layout.input;
    for (const octave of [0, 2, 5]) {
      const view = { start: home.start, end: home.start + (home.end - home.start) / 2 ** octave };
      const before = sceneOf(layout, { ...rest, view }, MIN_SPAN);
      const hidden = before.clusters.flatMap(({ ids }) => ids.slice(0, 2)).slice(0, 12);
      expect(hidden.length).to.be.above(5);
      for (const id of hidden) {
        const after = sceneOf(layout, { ...rest, view, selected: id }, MIN_SPAN);
        expect(after.marks.filter(({ guest }) => guest).map(({ event }) => event.id)).to.deep.equal([id]);
        expectConserved(after, source);
        const still = after.marks.filter(({ guest }) => !guest).map(({ key, x, y }) => [key, x, y]);
        expect(still).to.deep.equal(before.marks.map(({ key, x, y }) => [key, x, y]));
      }
    }
  });

  it('keeps the focused mark wherever the view goes', () => {
    const { layout } = layoutOf({ events: crowdedRecords(2000, 9) }, 900, 300);
    const { home } = layout.input;
    const [first] = sceneOf(layout, { ...rest, view: home }, MIN_SPAN).marks;
    const length = (home.end - home.start) / 64;
    const view = { start: home.end - 2 * length, end: home.end - length };
    const scene = sceneOf(layout, { ...rest, view, focused: first!.event.id }, MIN_SPAN);
    expect(scene.marks.map(({ key }) => key)).to.include(first!.key);
  });

  it('counts thousands on one instant in one pill that no zoom can part', () => {
    const date = '2025-03-01T10:00';
    const events = Array.from({ length: 5000 }, (_, i) => ({ id: `e${i}`, date, title: `${i}` }));
    const { layout, source } = layoutOf({ events }, 800, 300);
    for (const power of [0, 3, 9, 20]) {
      const at = Date.UTC(2025, 2, 1, 10);
      const length = 864e5 / 2 ** power;
      const view = { start: at - length / 2, end: at + length / 2 };
      const scene = sceneOf(layout, { ...rest, view }, MIN_SPAN);
      expectConserved(scene, source);
      expect(collisions(scene)).to.deep.equal([]);
      expect(scene.clusters.map(({ inseparable }) => inseparable)).to.deep.equal([true]);
    }
  });

  it('holds at any depth: one era over a million million screens, and crowds at its ends', () => {
    const two = (n: number): string => String(n).padStart(2, '0');
    const crowd = (year: string): object[] =>
      Array.from({ length: 450 }, (_, i) => ({
        id: `${year}-${i}`,
        date: `${year}-03-01T10:${two(i % 60)}:${two(i % 59)}`,
        title: `event ${i}`,
      }));
    const era = { id: 'era', kind: 'era', title: 'Era', start: '1000', end: '2025' };
    const { layout, source } = layoutOf({ events: [...crowd('1000'), ...crowd('2025'), era] }, 800, 300);
    const { home } = layout.input;
    for (const at of [Date.UTC(1000, 2, 1, 10, 30), Date.UTC(2025, 2, 1, 10, 30)])
      for (let power = 0; power <= 42; power += 3) {
        const length = Math.max(4, (home.end - home.start) / 2 ** power);
        const view = { start: at - length / 2, end: at + length / 2 };
        const scene = sceneOf(layout, { ...rest, view }, MIN_SPAN);
        expectConserved(scene, source);
        expect(collisions(scene)).to.deep.equal([]);
      }
  });

  it('leaves what stands where it stands when other data come, and keeps the laws', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 0, max: 6 }), (seed, octave) => {
        let { table } = finish(readTable({ events: crowdedRecords(1200, seed) }));
        const { layout } = layoutFor(new TableSource(table), 900, 300);
        const { home } = layout.input;
        const length = (home.end - home.start) / 2 ** octave;
        const view = { start: home.start + length / 4, end: home.start + length * 1.25 };
        const random = seeded(seed);
        for (const step of [0, 1, 2]) {
          const before = sceneOf(layout, { ...rest, view }, MIN_SPAN);
          const changed = before.marks.filter(() => random() < 0.1).map(({ event }) => event.id);
          const retitled = changed.filter((_, i) => i % 2);
          table = amendTable(table, {
            remove: changed.filter(id => !retitled.includes(id)),
            update: retitled.map(id => ({ id, title: 'quite another title' })),
            add: crowdedRecords(60, seed + step + 1).map((record, i) => ({ ...record, id: `n${step}-${i}` })),
          }).table;
          const source = new TableSource(table);
          expect(layout.amend(source, before.pxPerMs)).to.equal(true);

          const after = sceneOf(layout, { ...rest, view }, MIN_SPAN);
          expectConserved(after, source);
          expect(collisions(after)).to.deep.equal([]);
          const now = new Map(after.marks.map(mark => [mark.key, placeOf(mark)]));
          for (const mark of before.marks)
            if (!changed.includes(mark.event.id))
              expect(now.get(mark.key), mark.key).to.deep.equal(placeOf(mark));
        }
      }),
      engineShare({ seed, numRuns: 15 }),
    );
  });
});

const placeOf = ({ x, y, label }: SceneMark): unknown[] => [x, y, label?.side, label?.lines];
