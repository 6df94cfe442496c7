import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { Scene } from '../../src/layout/scene.js';
import { sceneOf } from '../../src/layout/scene-of.js';
import { engineShare } from '../lib/engine-share.js';
import { expectConserved, expectOnlyOpens, expectLegible } from './oracles.js';
import { HEIGHTS, layoutOf, randomRecords, viewsOf, WIDTHS } from './sample.js';

const MIN_SPAN = 4;
const rest = { selected: null, focused: null, moving: false };

const cases = fc
  .record({
    seed: fc.integer({ min: 1, max: 1e6 }),
    count: fc.constantFrom(1, 3, 12, 60, 300),
    width: WIDTHS,
    height: HEIGHTS,
    lanes: fc.integer({ min: 1, max: 6 }),
  })
  .map(({ seed, count, width, height, lanes }) => ({
    ...layoutOf(randomRecords(count, seed, lanes), width, height),
    width,
  }));

const seed = 20251119;
const RUNS = engineShare({ seed, numRuns: 60 });

describe('layout: the laws, against brute force', () => {
  it('conserves: marks and counts are what overlaps the view, lane by lane', () => {
    fc.assert(
      fc.property(
        cases.chain(at => fc.tuple(fc.constant(at), viewsOf(at.layout.input.home, 1))),
        ([{ layout, source }, view]) => {
          const scene = sceneOf(layout, { ...rest, view }, MIN_SPAN);
          expectConserved(scene, source);
        },
      ),
      RUNS,
    );
  });

  it('conserves with a guest: it is taken off its cluster, and nothing else moves for it', () => {
    const { layout } = layoutOf(randomRecords(300, 7), 800, 300);
    const view = layout.input.home;
    const before = sceneOf(layout, { ...rest, view }, MIN_SPAN);
    const hidden = before.clusters.flatMap(c => c.ids.slice(0, 2));
    expect(hidden.length).to.be.greaterThan(10);
    for (const id of hidden) {
      const after = sceneOf(layout, { ...rest, view, selected: id }, MIN_SPAN);
      const guests = after.marks.filter(mark => mark.guest);
      expect(guests.map(mark => mark.event.id)).to.include(id);
      expect(sum(after) + guests.length).to.equal(sum(before));
      const still = after.marks.filter(mark => !mark.guest).map(({ key, x, y }) => [key, x, y]);
      expect(still).to.deep.equal(before.marks.map(({ key, x, y }) => [key, x, y]));
    }
  });

  it('is legible: no label meets another label, mark or pill, and none is cut at rest', () => {
    fc.assert(
      fc.property(
        cases.chain(at => fc.tuple(fc.constant(at), viewsOf(at.layout.input.home, 1))),
        ([{ layout }, view]) => {
          const scene = sceneOf(layout, { ...rest, view }, MIN_SPAN);
          expectLegible(scene);
        },
      ),
      RUNS,
    );
  });

  it('is legible where pills and guests come near the titles of low lanes', () => {
    const sizes = { 1900: 2, 1925: 9, 1950: 2, 2000: 3 };
    for (const lanes of [['Of the one side', 'Of the other'], ['Of the one']]) {
      const events = lanes.flatMap(lane =>
        Object.entries(sizes).flatMap(([date, size]) =>
          Array.from({ length: size }, (_, i) => ({
            id: `${lane} ${date} ${i}`,
            date,
            title: 'Title',
            lane,
          })),
        ),
      );
      const { layout, source } = layoutOf({ events }, 700, 120);
      const { start, end } = layout.input.home;
      for (let px = -700; px <= 700; px += 9) {
        const by = ((end - start) * px) / 700;
        const view = { start: start + by, end: end + by };
        for (const selected of [null, `${lanes[0]} 1925 8`, `${lanes.at(-1)} 1950 1`]) {
          const scene = sceneOf(layout, { ...rest, view, selected }, MIN_SPAN);
          expectLegible(scene);
          expectConserved(scene, source);
        }
      }
    }
  });

  it('is the same where little is drawn ahead, as far as it is seen', () => {
    fc.assert(
      fc.property(
        cases.chain(at => fc.tuple(fc.constant(at), viewsOf(at.layout.input.home, 1))),
        ([{ layout }, view]) => {
          const [whole, narrow] = [false, true].map(isNarrow =>
            sceneOf(layout, { ...rest, view, moving: true, narrow: isNarrow }, MIN_SPAN),
          );
          const seen = <T extends { x: number; width: number }>(all: readonly T[]): T[] =>
            all.filter(({ x, width }) => x + width > 0 && x < whole!.width);
          expect(seen(narrow!.marks)).to.deep.equal(seen(whole!.marks));
          expect(seen(narrow!.clusters)).to.deep.equal(seen(whole!.clusters));
          expect(narrow!.marks.length).to.be.at.most(whole!.marks.length);
        },
      ),
      RUNS,
    );
  });

  it('is legible and conserves where a zoom keeps the level it began with, until that is two octaves away', () => {
    fc.assert(
      fc.property(
        cases.chain(at =>
          fc.tuple(fc.constant(at), viewsOf(at.layout.input.home, 1), fc.integer({ min: -2, max: 5 })),
        ),
        ([{ layout, source }, view, closer]) => {
          const own = sceneOf(layout, { ...rest, view, narrow: true }, MIN_SPAN);
          const kept = own.level - closer;
          const scene = sceneOf(layout, { ...rest, view, narrow: true, kept }, MIN_SPAN);
          // Nothing that another level would part may stand when one goes away: that merges at once.
          expect(scene.level).to.equal(closer >= 0 && closer < 4 ? kept : own.level);
          expectLegible(scene);
          expectConserved(scene, source);
          const { placed, cells } = layout.plan(scene.level);
          const standing = new Set(placed.map(({ placed: { item } }) => item.key));
          for (const { cell, alone } of cells) if (alone) standing.add(cell.items[0]!.key);
          for (const { key, guest } of scene.marks) expect(guest || standing.has(key), key).to.equal(true);
          const atRest = sceneOf(layout, { ...rest, view, kept }, MIN_SPAN);
          expect(atRest.level).to.equal(own.level);
        },
      ),
      RUNS,
    );
  });

  it('is stable: panning changes no row, label or cluster of what stays in view', () => {
    fc.assert(
      fc.property(
        cases.chain(at =>
          fc.tuple(
            fc.constant(at),
            viewsOf(at.layout.input.home, 1),
            fc.double({ min: -0.9, max: 0.9, noNaN: true }),
          ),
        ),
        ([{ layout, width }, view, by]) => {
          const shift = (view.end - view.start) * by;
          const before = sceneOf(layout, { ...rest, view }, MIN_SPAN);
          const after = sceneOf(
            layout,
            { ...rest, view: { start: view.start + shift, end: view.end + shift } },
            MIN_SPAN,
          );
          // A pan changes the scale by rounding alone; a level's edge must not be there.
          if (layout.levelOf(before.pxPerMs) !== layout.levelOf(after.pxPerMs)) return;
          const inside = (scene: Scene): unknown[] => {
            const other = scene === before ? by : -by;
            const stays = (left: number, right: number): boolean => {
              const moved = other * width;
              return left >= 0 && right <= width && left - moved >= 0 && right - moved <= width;
            };
            const marks = scene.marks.flatMap(mark => {
              const label = mark.label;
              const left = label ? Math.min(mark.x, mark.x + label.x) : mark.x;
              const right = Math.max(mark.x + mark.width, label ? mark.x + label.x + label.width : 0);
              return stays(left - 1, right + 1)
                ? [[mark.key, mark.y, label?.side, label?.lines, label?.date, label?.note]]
                : [];
            });
            const clusters = scene.clusters.flatMap(c =>
              !c.edge &&
              stays(Math.min(c.x, xOf(scene, c.start)) - 1, Math.max(c.x + c.width, xOf(scene, c.end)) + 1)
                ? [[c.key, c.y, c.count]]
                : [],
            );
            return [...marks, ...clusters];
          };
          expect(inside(after)).to.deep.equal(inside(before));
        },
      ),
      RUNS,
    );
  });

  it('only opens on zooming in: what stands stays in its row, a cluster only loses members', () => {
    fc.assert(
      fc.property(cases, ({ layout }) => {
        expectOnlyOpens(layout);
      }),
      engineShare({ seed, numRuns: 25 }),
    );
  });

  it('is deterministic: the order of input changes nothing', () => {
    const records = randomRecords(120, 3);
    const scene = (list: Record<string, unknown>[]): unknown => {
      const { layout } = layoutOf(list, 900, 300);
      const { marks, clusters, lanes } = sceneOf(layout, { ...rest, view: layout.input.home }, MIN_SPAN);
      return {
        marks: marks.map(({ key, x, y, label }) => ({ key, x, y, label })),
        clusters: clusters.map(({ key, count, x }) => ({ key, count, x })),
        lanes: lanes.map(({ id, y }) => ({ id, y })),
      };
    };
    const lanes = [{ lane: 'l0' }, { lane: 'l1' }, { lane: 'l2' }].map((r, i) => ({
      ...r,
      id: `z${i}`,
      date: '2020',
      title: 'lane',
    }));
    const forward = scene([...lanes, ...records]);
    expect(scene([...lanes, ...records.slice().reverse()])).to.deep.equal(forward);
  });

  it('is bounded by px: a crowd of 3,000 draws fewer than 1,500 elements', () => {
    for (const width of [320, 768, 1600]) {
      const { layout } = layoutOf(randomRecords(3000, 11, 4), width, 432);
      const scene = sceneOf(layout, { ...rest, view: layout.input.home }, MIN_SPAN);
      expect(scene.marks.length + scene.clusters.length).to.be.below(1500);
    }
  });
});

const sum = (scene: Scene): number => scene.clusters.reduce((n, c) => n + c.count, 0);
const xOf = (scene: Scene, at: number): number => (at - scene.view.start) * scene.pxPerMs;
