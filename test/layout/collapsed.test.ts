import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { amendTable } from '../../src/data/amend-table.js';
import { readTable } from '../../src/data/read-table.js';
import { finish } from '../../src/data/work.js';
import { overlapsView } from '../../src/index/event-source.js';
import { TableSource } from '../../src/index/table-source.js';
import { footOf } from '../../src/layout/guests.js';
import type { Scene, SceneSilhouette } from '../../src/layout/scene.js';
import { sceneOf } from '../../src/layout/scene-of.js';
import type { TimeSpan } from '../../src/time/epoch-ms.js';
import { expectConserved, expectLegible } from './oracles.js';
import {
  crowdedRecords,
  HEIGHTS,
  layoutFor,
  layoutOf,
  randomRecords,
  seeded,
  viewsOf,
  WIDTHS,
} from './sample.js';

const MIN_SPAN = 4;
const rest = { selected: null, focused: null, moving: false };
const RUNS = { numRuns: 60, seed: 20251119 };

/** A document with random events in a random tree of lanes, some of them collapsed. */
function documentOf(count: number, seed: number, size: number): Record<string, unknown> {
  const random = seeded(seed);
  const lanes = Array.from({ length: size }, (_, i) => ({
    id: `l${i}`,
    title: `Lane ${'of the far side '.repeat(Math.floor(random() * 3))}${i}`,
    ...(i > 0 && random() < 0.6 && { parent: `l${Math.floor(random() * i)}` }),
    collapsed: random() < 0.4,
  }));
  return { lanes, events: randomRecords(count, seed, size) };
}

const inputs = fc
  .record({
    seed: fc.integer({ min: 1, max: 1e6 }),
    count: fc.constantFrom(3, 12, 60, 300, 2000),
    width: WIDTHS,
    height: HEIGHTS,
    lanes: fc.integer({ min: 2, max: 9 }),
  })
  .map(({ seed, count, width, height, lanes }) => ({
    ...layoutOf(documentOf(count, seed, lanes), width, height),
    width,
  }));
const cases = inputs.chain(input => fc.tuple(fc.constant(input), viewsOf(input.layout.input.home, 1)));

describe('layout of nested and collapsed lanes', () => {
  it('conserves and is legible: marks and counts are what overlaps the view, of a collapsed lane those of all below it', () => {
    let collapsed = 0;
    fc.assert(
      fc.property(cases, ([{ layout, source }, view]) => {
        const scene = sceneOf(layout, { ...rest, view }, MIN_SPAN);
        expectConserved(scene, source);
        expectLegible(scene);
        for (const lane of scene.lanes.filter(other => other.collapsed)) {
          collapsed++;
          expect(scene.marks.filter(mark => mark.lane === lane.id)).to.eql([]);
          expect(lane.height).to.be.below(40);
        }
        expect(Math.min(...scene.lanes.map(({ height }) => height))).to.be.at.least(28);
      }),
      RUNS,
    );
    expect(collapsed).to.be.above(30);
  });

  it('counts an event once that stands in several lanes of a collapsed one, and in every lane that is shown', () => {
    const lanes = [
      { id: 'p', title: 'Parent', collapsed: true },
      { id: 'a', title: 'A', parent: 'p' },
      { id: 'b', title: 'B', parent: 'p' },
      { id: 'c', title: 'C' },
    ];
    const events = [
      { id: '1', date: '2020', title: 'In three', lane: ['a', 'b', 'c'] },
      { id: '2', date: '2021', title: 'In one', lane: 'a' },
    ];
    const { layout, source } = layoutOf({ lanes, events });
    expect(source.entries('p').map(({ event }) => event.id)).to.eql(['1', '2']);
    expect(source.lanesOf(source.get('1')!)).to.eql(['p', 'c']);
    const scene = sceneOf(layout, { ...rest, view: layout.input.home }, MIN_SPAN);
    const counted = scene.clusters.map(({ lane, count }) => `${lane} ${count}`);
    expect(counted).to.eql(['p 1', 'p 1']);
    expect(scene.marks.map(({ lane, event }) => `${lane} ${event.id}`)).to.eql(['c 1']);
  });

  it('is stable: panning moves no pill that stays in view, and no step of a silhouette', () => {
    fc.assert(
      fc.property(cases, fc.double({ min: -0.9, max: 0.9, noNaN: true }), ([{ layout, width }, view], by) => {
        const shift = (view.end - view.start) * by;
        const panned = { start: view.start + shift, end: view.end + shift };
        const [before, after] = [view, panned].map(at =>
          sceneOf(layout, { ...rest, view: at }, MIN_SPAN),
        ) as [Scene, Scene];
        if (layout.levelOf(before.pxPerMs) !== layout.levelOf(after.pxPerMs)) return;
        const collapsed = new Set(before.lanes.flatMap(lane => (lane.collapsed ? [lane.id] : [])));
        const shown = (scene: Scene, by: number): unknown[] => {
          const stays = (left: number, right: number): boolean =>
            left >= width * 0.7 &&
            right <= width * 0.95 &&
            left - by * width >= width * 0.7 &&
            right - by * width <= width * 0.95;
          const xOf = (at: number): number => (at - scene.view.start) * scene.pxPerMs;
          return scene.clusters.flatMap(c =>
            collapsed.has(c.lane) &&
            !c.edge &&
            stays(Math.min(c.x, xOf(c.start)), Math.max(c.x + 36, xOf(c.end)))
              ? [[c.key, c.y, c.count]]
              : [],
          );
        };
        expect(shown(after, -by)).to.eql(shown(before, by));
        for (const [i, one] of before.silhouettes.entries()) {
          const other = after.silhouettes[i]!;
          // Of a lane that is too long to be counted as a whole, the scale is that of what is about the view.
          const { start, end } = layout.input.source.hull()!;
          if ((end - start) * before.pxPerMs < 14 * 128 * one.step) expect(other.most).to.equal(one.most);
          const steps = stepsBy(one, before, layout.origin);
          for (const [index, count] of stepsBy(other, after, layout.origin))
            if (steps.has(index)) expect(steps.get(index)).to.equal(count);
        }
      }),
      RUNS,
    );
  });

  it('only opens on zooming in: the members of a pill come from one pill', () => {
    fc.assert(
      fc.property(inputs, fc.double({ min: 0, max: 1, noNaN: true }), ({ layout }, at) => {
        const { home } = layout.input;
        const middle = home.start + (home.end - home.start) * at;
        let before = new Map<string, string>();
        for (let octave = -1; octave <= 9; octave++) {
          const length = (home.end - home.start) / 2 ** octave;
          const view = { start: middle - length / 2, end: middle + length / 2 };
          const scene = sceneOf(layout, { ...rest, view, moving: true }, MIN_SPAN);
          const collapsed = new Set(scene.lanes.flatMap(lane => (lane.collapsed ? [lane.id] : [])));
          const now = new Map<string, string>();
          for (const { key, lane, ids } of scene.clusters) {
            if (!collapsed.has(lane)) continue;
            const from = new Set(ids.flatMap(id => before.get(`${lane} ${id}`) ?? []));
            expect(from.size, key).to.be.at.most(1);
            for (const id of ids) now.set(`${lane} ${id}`, key);
          }
          before = now;
        }
      }),
      { ...RUNS, numRuns: 25 },
    );
  });

  it('stands a selected or focused event under all lanes, taken off the count, and moves nothing for it', () => {
    const { layout, source } = layoutOf(documentOf(300, 5, 6), 900, 300);
    const view = layout.input.home;
    const before = sceneOf(layout, { ...rest, view }, MIN_SPAN);
    const collapsed = new Set(before.lanes.flatMap(lane => (lane.collapsed ? [lane.id] : [])));
    const hidden = before.clusters.filter(c => collapsed.has(c.lane)).flatMap(c => c.ids.slice(0, 2));
    expect(hidden.length).to.be.above(10);
    expect(footOf(before)).to.equal(null);
    let told = 0;
    for (const id of hidden)
      for (const chosen of [{ selected: id }, { focused: id }]) {
        const after = sceneOf(layout, { ...rest, view, ...chosen }, MIN_SPAN);
        expect(after.marks.filter(({ guest }) => guest).map(({ event }) => event.id)).to.include(id);
        expectConserved(after, source);
        expectLegible(after);
        const foot = footOf(after);
        const last = after.lanes.at(-1)!;
        for (const { guest, y, label, lane } of after.marks)
          if (guest && y >= last.y + last.height) {
            expect(foot).to.equal(last.y + last.height);
            const { title } = after.lanes.find(other => other.id === lane)!;
            if (label) expect(label.date, 'its lane').to.equal(title);
            told += label ? 1 : 0;
          }
        const still = after.marks.filter(({ guest }) => !guest).map(({ key, x, y }) => [key, x, y]);
        expect(still).to.eql(before.marks.map(({ key, x, y }) => [key, x, y]));
      }
    expect(told).to.be.above(10);
  });

  it('gives what a collapsed lane leaves to the others, and to an empty parent the row of its title', () => {
    const lanes = [
      { id: 'p', title: 'Parent' },
      { id: 'a', title: 'A', parent: 'p' },
      { id: 'b', title: 'B' },
    ];
    const events = crowdedRecords(120, 3).map((record, i) => ({ ...record, lane: i % 2 ? 'a' : 'b' }));
    const heights = (collapsed: boolean): number[] => {
      const { layout } = layoutOf({
        lanes: lanes.map(l => (l.id === 'b' ? { ...l, collapsed } : l)),
        events,
      });
      expect(layout.height).to.be.at.most(400);
      return layout.bands.map(({ height }) => height);
    };
    const [parent, a, b] = heights(false);
    expect(parent).to.be.below(40);
    const [, grown, low] = heights(true);
    expect(low).to.be.below(40).and.below(b!);
    expect(grown).to.be.above(a!);
  });

  it('follows other data: a collapsed lane counts what comes to it, and one that is toggled is laid out anew', () => {
    let { table } = finish(readTable(documentOf(300, 5, 6)));
    const choices = new Map([['l1', true]]);
    const { layout } = layoutFor(new TableSource(table, { choices }), 900, 300);
    const view = layout.input.home;
    const { pxPerMs, lanes } = sceneOf(layout, { ...rest, view }, MIN_SPAN);
    table = amendTable(table, {
      remove: ['e1', 'e2', 'e3'],
      add: randomRecords(80, 9, 6).map((record, i) => ({ ...record, id: `n${i}` })),
    }).table;
    const source = new TableSource(table, { choices });
    expect(layout.amend(source, pxPerMs)).to.equal(true);
    const after = sceneOf(layout, { ...rest, view }, MIN_SPAN);
    expectConserved(after, source);
    expectLegible(after);
    expect(after.lanes).to.eql(lanes);
    expect(layout.amend(new TableSource(table, { choices: new Map([['l1', false]]) }), pxPerMs)).to.equal(
      false,
    );
  });
});

describe('silhouettes', () => {
  it('count in every step the entries that overlap it, of collapsed lanes and of those with very many', () => {
    let looked = 0;
    fc.assert(
      fc.property(cases, ([{ layout, source }, view]) => {
        const scene = sceneOf(layout, { ...rest, view }, MIN_SPAN);
        const many = scene.lanes.filter(({ id, collapsed }) => collapsed || source.entries(id).length > 400);
        expect(scene.silhouettes.map(({ lane }) => lane)).to.eql(many.map(({ id }) => id));
        for (const one of scene.silhouettes) {
          const entries = source.entries(one.lane);
          const start = Math.floor(one.counts.length / 3);
          for (let i = start; i < start + 40; i++, looked++) {
            const step = stretchOf(one, i, scene);
            const margin = (step.end - step.start) / 1e4;
            const inner = { start: step.start + margin, end: step.end - margin };
            const outer = { start: step.start - margin, end: step.end + margin };
            const count = (of: TimeSpan): number => entries.filter(entry => overlapsView(entry, of)).length;
            // px were computed from ms: by a rounding, what begins at an edge may be seen on either side of it.
            expect(one.counts[i]).to.be.within(count(inner), count(outer));
          }
        }
      }),
      { ...RUNS, numRuns: 40 },
    );
    expect(looked).to.be.above(1000);
  });

  it('have the highest step of the whole lane as their scale, and cover what is drawn', () => {
    const lanes = [
      { id: 'l0', title: 'A', collapsed: true },
      { id: 'l1', title: 'B' },
    ];
    const { layout, source } = layoutOf({ lanes, events: randomRecords(300, 4, 2) }, 800, 300);
    const { home } = layout.input;
    const scene = sceneOf(layout, { ...rest, view: home }, MIN_SPAN);
    const [one] = scene.silhouettes;
    expect(one!.most).to.equal(Math.max(...one!.counts));
    expect(one!.x).to.be.at.most(-800);
    expect(one!.x + one!.step * one!.counts.length).to.be.at.least(1600);
    expect(one!.step).to.be.within(3.999, 8.001);
    const early = { start: home.start, end: home.start + (home.end - home.start) / 4 };
    const late = { start: home.end - (home.end - home.start) / 4, end: home.end };
    const scales = [early, late].map(
      view => sceneOf(layout, { ...rest, view }, MIN_SPAN).silhouettes[0]!.most,
    );
    expect(scales[0]).to.equal(scales[1]);
    const step = (home.end - home.start) / 4 / 800;
    const most = Math.max(
      ...Array.from({ length: 3200 }, (_, i) => {
        const start = home.start + i * step;
        return source.entries('l0').filter(entry => overlapsView(entry, { start, end: start + step })).length;
      }),
    );
    expect(scales[0]).to.be.at.least(most);
  });

  it('cost by px: a hundred times as many events are asked for no more often', () => {
    const asked = [500, 50_000].map(count => {
      const { layout } = layoutOf({ events: crowdedRecords(count, 3) }, 800, 300);
      const entries = layout.bands[0]!.silhouette!.entries;
      let times = 0;
      const { overlapping } = entries;
      Object.assign(entries, {
        overlapping(this: typeof entries, view: TimeSpan) {
          times++;
          return overlapping.call(this, view);
        },
      });
      for (let octave = 0; octave < 14; octave++) {
        const { home } = layout.input;
        const view = { start: home.start, end: home.start + (home.end - home.start) / 2 ** octave };
        sceneOf(layout, { ...rest, view }, MIN_SPAN);
      }
      return times;
    });
    expect(asked[1]).to.equal(asked[0]);
    expect(asked[0]! / 14).to.be.below(3000);
  });

  it('keep their list while nothing has changed, so that nothing is drawn anew', () => {
    const { layout } = layoutOf({ events: crowdedRecords(2000, 3) }, 800, 300);
    const { home } = layout.input;
    const length = (home.end - home.start) * 0.99;
    const counts = [home, { start: home.start, end: home.start + length }].map(
      view => sceneOf(layout, { ...rest, view }, MIN_SPAN).silhouettes[0]!.counts,
    );
    expect(counts[0]!.length).to.be.above(0);
    const again = sceneOf(
      layout,
      { ...rest, view: { start: home.start, end: home.start + length } },
      MIN_SPAN,
    );
    expect(again.silhouettes[0]!.counts).to.equal(counts[1]);
  });
});

/** The stretch of time of a step. */
function stretchOf({ x, step }: SceneSilhouette, i: number, { view, pxPerMs }: Scene): TimeSpan {
  const at = (n: number): number => view.start + (x + n * step) / pxPerMs;
  return { start: at(i), end: at(i + 1) };
}

/** The counts of the steps, by their places on the grid. */
function stepsBy(one: SceneSilhouette, scene: Scene, origin: number): Map<number, number> {
  const first = Math.round(((scene.view.start - origin) * scene.pxPerMs + one.x) / one.step);
  return new Map(one.counts.map((count, i) => [first + i, count]));
}

describe('collapsed lanes at their edges', () => {
  it('come to an end however deep one zooms, and list what no zoom parts', () => {
    const collapsed = { id: 'a', title: 'Deep time', collapsed: true };
    const events = [
      ...Array.from({ length: 40 }, (_, i) => ({
        id: `e${i}`,
        date: `Y-${13_800_000_000 - i * 300_000_000}`,
        title: `${i}`,
        lane: 'a',
      })),
      { id: 'one', date: '1969-07-20T20:17:40', title: 'One', lane: 'a' },
      { id: 'other', date: '1969-07-20T20:17:50', title: 'Other', lane: 'b' },
    ];
    const { layout } = layoutOf({ lanes: [collapsed, { id: 'b', title: 'B' }], events }, 900, 400);
    const moment = Date.UTC(1969, 6, 20, 20, 17, 40);
    for (let length = 1e13; length >= MIN_SPAN; length /= 10) {
      const view = { start: moment - length / 2, end: moment + length / 2 };
      expect(sceneOf(layout, { ...rest, view }, MIN_SPAN).lanes).to.have.length(2);
    }

    const long = Array.from({ length: 10 }, (_, i) => ({
      id: `l${i}`,
      start: `19${10 + i}`,
      end: '1990',
      title: `${i}`,
      lane: 'a',
    }));
    const other = layoutOf(
      { lanes: [collapsed], events: [...long, { id: 'b', date: '1900', title: 'B', lane: 'b' }] },
      900,
      400,
    );
    const view = { start: Date.UTC(1940, 0), end: Date.UTC(1960, 0) };
    const { clusters } = sceneOf(other.layout, { ...rest, view }, MIN_SPAN);
    const [early] = clusters.filter(({ lane }) => lane === 'a');
    expect([early!.count, early!.edge, early!.inseparable]).to.eql([10, 'start', true]);
  });

  it('keep the colours of all lanes when one between them gets its first event', () => {
    const lanes = ['a', 'b', 'c'].map(id => ({ id, title: id }));
    const events = ['a', 'c'].map(lane => ({ id: lane, date: '2000', title: lane, lane }));
    const { table } = finish(readTable({ lanes, events }));
    const colorsOf = (source: TableSource): string[] =>
      layoutFor(source, 900, 400).layout.bands.map(({ lane, color }) => `${lane.id} ${color}`);
    const before = colorsOf(new TableSource(table));
    const add = [{ id: 'new', date: '2001', title: 'b', lane: 'b' }];
    const now = colorsOf(new TableSource(amendTable(table, { add }).table));
    expect(now).to.include.members(before);
    expect(new Set(now.map(text => text.slice(2)))).to.have.length(3);
  });
});
