import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { overlapsView, type EventSource } from '../../src/index/event-source.js';
import type { Column } from '../../src/layout/column.js';
import { columnRoom } from '../../src/layout/column-room.js';
import type { TimeSpan } from '../../src/time/epoch-ms.js';
import { engineShare } from '../lib/engine-share.js';
import { columnOf, columns, pannedColumns, standing, tableOf } from './columns.js';
import { randomRecords, seeded } from './sample.js';

const RUNS = engineShare({ seed: 20251119, numRuns: 60 });

/** All that a view shows of each lane, found by looking at everything. */
const overlapping = (source: EventSource, view: TimeSpan): Map<string, number> =>
  new Map(
    source.lanes.map(({ id }) => [id, source.entries(id).filter(entry => overlapsView(entry, view)).length]),
  );

/** How long the longest cell is that gathers. */
const cellLength = ({ clusters }: Column): number =>
  Math.max(0, ...clusters.map(({ anchors }) => anchors.end - anchors.start).filter(Number.isFinite));

describe('layout of the column', () => {
  it('conserves: what stands and what is counted is what overlaps the view, lane by lane', () => {
    fc.assert(
      fc.property(columns, ([source, view]) => {
        const column = columnOf(source, view);
        const shown = new Map<string, number>(source.lanes.map(({ id }) => [id, 0]));
        const add = (lane: string, count: number): unknown => shown.set(lane, shown.get(lane)! + count);
        for (const { lanes } of column.events) lanes.forEach(lane => add(lane, 1));
        for (const { lane, count } of column.clusters) add(lane, count);
        expect([...shown]).to.eql([...overlapping(source, view)]);
        for (const { event } of column.events) expect(overlapsView(event.span!, view)).to.equal(true);
      }),
      RUNS,
    );
  });

  it('counts what lies wholly before and after the view', () => {
    fc.assert(
      fc.property(columns, ([source, view]) => {
        const all = new Map(
          source.lanes.flatMap(({ id }) => source.entries(id).map(entry => [entry.event.id, entry])),
        );
        const { before, after } = columnOf(source, view);
        const isBefore = ({ start, end }: TimeSpan) =>
          end < view.start || (end === view.start && start < end);
        expect(before).to.equal([...all.values()].filter(isBefore).length);
        expect(after).to.equal([...all.values()].filter(({ start }) => start >= view.end).length);
      }),
      RUNS,
    );
  });

  it('is in the order of time, each item once, all of them under the period they begin in', () => {
    fc.assert(
      fc.property(columns, ([source, view]) => {
        const { groups, events, clusters } = columnOf(source, view);
        const items = groups.flatMap(group => group.items);
        expect(items).to.have.length(events.length + clusters.length);
        expect(new Set(items.map(({ key }) => key)).size).to.equal(items.length);
        const starts = events.map(({ start }) => start);
        expect(starts).to.eql([...starts].sort((a, b) => a - b));
        for (const { period, items: within } of groups)
          for (const item of within)
            if (item.kind === 'event' && period.start > -Infinity) {
              expect(item.start).to.be.at.least(period.start);
              expect(item.start).to.be.below(period.end);
            }
      }),
      RUNS,
    );
  });

  it('mounts at most two hundred items, however many lanes there are; of more lanes than that one each', () => {
    for (const [lanes, count] of [1, 2, 3, 5, 9, 10, 14, 15, 28, 29, 100, 200, 500].flatMap(n => [
      [n, 2000] as const,
      [n, 6000] as const,
    ])) {
      const source = tableOf(randomRecords(count, lanes, lanes));
      const extent = source.extent()!;
      for (const share of [1, 0.4, 0.1, 0.01]) {
        const view = { start: extent.end - (extent.end - extent.start) * share, end: extent.end };
        const { events, clusters } = columnOf(source, view);
        const inView = [...overlapping(source, view).values()].filter(n => n > 0).length;
        const name = `${lanes} lanes, ${share}`;
        expect(events.length + clusters.length, name).to.be.at.most(Math.max(200, inView));
        expect(events.length + clusters.length, name).to.be.at.least(Math.min(inView, 4));
      }
    }
  }).timeout(20_000);

  it('shares out room for two hundred items at the most, among as many lanes as that goes', () => {
    for (let lanes = 1; lanes <= 500; lanes++) {
      const { cells, seats, standing: stand } = columnRoom(lanes, 1e6);
      // A view touches two more cells at its edges, and what began before it is one of its own.
      if (cells > 0) expect(lanes * seats * (cells + 3), `${lanes} lanes`).to.be.at.most(200);
      else expect(lanes).to.be.above(28);
      expect(stand).to.be.within(0, seats - 1);
    }
  });

  it('is stable: panning changes no item, silence or track of what begins in both views', () => {
    fc.assert(
      fc.property(pannedColumns, ({ source, view, other }) => {
        const inner = { start: Math.max(view.start, other.start), end: Math.min(view.end, other.end) };
        const of = (at: TimeSpan): string[] => {
          const column = columnOf(source, at);
          const whole = column.clusters.filter(
            ({ anchors }) => anchors.start > inner.start && anchors.end < inner.end,
          );
          const cells = whole.map(({ key, count }) => `${key}: ${count}`);
          const inWhole = column.events.filter(({ start, lanes }) =>
            whole.some(
              ({ anchors, lane }) => lanes.includes(lane) && start >= anchors.start && start < anchors.end,
            ),
          );
          return [...cells, ...inWhole.map(({ key }) => key)].sort();
        };
        expect(of(view)).to.eql(of(other));
        const [before, after] = [columnOf(source, view), columnOf(source, other)];
        expect(after.trackCount).to.equal(before.trackCount);
        const both = new Set(after.events.map(({ key }) => key));
        for (const { key } of before.events)
          if (both.has(key)) expect(after.tracks.get(key), key).to.equal(before.tracks.get(key));
        const silences = ({ gaps }: Column): string[] =>
          [...gaps]
            .flatMap(([key, gap]) =>
              gap && gap.start > inner.start && gap.end < inner.end ? [[key, gap]] : [],
            )
            .map(told => JSON.stringify(told))
            .sort();
        // At the edges of a view its cells are cut: less lies in them, or none waits.
        const edge = cellLength(before);
        const inside = (told: string): boolean => {
          const [, { start, end }] = JSON.parse(told) as [string, TimeSpan];
          return start > inner.start + edge && end < inner.end - edge;
        };
        expect(silences(before).filter(inside)).to.eql(silences(after).filter(inside));
      }),
      RUNS,
    );
  });

  it('only opens as the view comes closer', () => {
    fc.assert(
      fc.property(
        columns,
        fc.double({ min: 0.05, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        ([source, view], share, at) => {
          const length = (view.end - view.start) * share;
          const start = view.start + (view.end - view.start - length) * at;
          const closer = { start, end: start + length };
          const after = standing(columnOf(source, closer));
          const begunIn = columnOf(source, view).events.filter(
            item => item.start >= closer.start && item.start < closer.end,
          );
          for (const { event, lanes } of begunIn)
            for (const lane of lanes) expect(after.has(`${lane} ${event.id}`)).to.equal(true);
        },
      ),
      RUNS,
    );
  });

  it('is the same for any order of the records', () => {
    const lanes = ['l0', 'l1', 'l2'].map(id => ({ id, title: id }));
    const inLanes = (events: readonly object[]): EventSource => tableOf({ lanes, events });
    const records = randomRecords(700, 11);
    const random = seeded(5);
    const shuffled = [...records].sort(() => random() - 0.5);
    const view = inLanes(records).extent()!;
    const told = (source: EventSource): unknown => {
      const { groups, tracks } = columnOf(source, view);
      return [groups.map(({ period, items }) => [period, items.map(({ key }) => key)]), [...tracks]];
    };
    expect(told(inLanes(shuffled))).to.eql(told(inLanes(records)));
  });
});
