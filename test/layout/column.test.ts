import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { overlapsView, type EventSource } from '../../src/index/event-source.js';
import type { Column } from '../../src/layout/column.js';
import { markKey } from '../../src/layout/mark-key.js';
import { DAY, type TimeSpan } from '../../src/time/epoch-ms.js';
import { columnOf, columns, pannedColumns, tableOf } from './columns.js';
import { crowdedRecords, randomRecords, seeded } from './sample.js';

const RUNS = { numRuns: 60, seed: 20251119 };

/** What stands, by lane and id. */
const standing = ({ events }: Column): Set<string> =>
  new Set(events.flatMap(({ event, lanes }) => lanes.map(lane => `${lane} ${event.id}`)));

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

  it('opens members of a cluster in their place, in whatever view they are', () => {
    const source = tableOf(crowdedRecords(3000, 3));
    const view = source.extent()!;
    const before = columnOf(source, view);
    const cluster = before.clusters.find(({ count }) => count > 150)!;
    const opened = cluster.ids.slice(0, 100);
    const after = columnOf(source, view, { opened });
    expect(after.events).to.have.length(before.events.length + 100);
    const left = after.clusters.find(({ key }) => key === cluster.key)!;
    expect(left.count).to.equal(cluster.count - 100);
    const { start, end } = cluster.anchors;
    const closer = { start, end: start + (end - start) / 4 };
    const shown = columnOf(source, closer, { opened });
    const stands = new Set(shown.events.map(({ event }) => event.id));
    const inCloser = opened.filter(id => overlapsView(source.get(id)!.span!, closer));
    expect(inCloser.length).to.be.above(10);
    expect(inCloser.filter(id => !stands.has(id))).to.eql([]);
  });

  it('lets the selected and the focused one stand for themselves, and changes nothing else', () => {
    const source = tableOf(crowdedRecords(3000, 3));
    const view = source.extent()!;
    const before = columnOf(source, view);
    const cluster = before.clusters[2]!;
    const id = cluster.ids[7]!;
    const after = columnOf(source, view, { kept: [id], selected: id });
    expect(after.events.find(({ event }) => event.id === id)?.selected).to.equal(true);
    expect(after.events).to.have.length(before.events.length + 1);
    expect(after.clusters.find(({ key }) => key === cluster.key)!.count).to.equal(cluster.count - 1);
  });

  it('says the hull, the first and the last of a cluster as looking at all of it does', () => {
    const source = tableOf(randomRecords(900, 4, 1));
    const view = source.extent()!;
    const stands = standing(columnOf(source, view));
    for (const { lane, anchors, start, end, named, count } of columnOf(source, view).clusters) {
      if (anchors.start === -Infinity) continue;
      const rest = source
        .entries(lane)
        .filter(entry => entry.start >= anchors.start && entry.start < anchors.end)
        .filter(({ event }) => !stands.has(`${lane} ${event.id}`));
      expect(count).to.equal(rest.length);
      expect(named).to.eql([rest[0]!.event.id, rest.at(-1)!.event.id]);
      expect([start, end]).to.eql([
        Math.min(...rest.map(entry => entry.start)),
        Math.max(...rest.map(entry => entry.end)),
      ]);
    }
  });

  it('shows an event of several lanes once, in all of them, and the same when it has the focus', () => {
    const records = randomRecords(2000, 8, 3).map((record, i) =>
      i % 5 === 0 ? { ...record, lane: ['l2', 'l0'] } : record,
    );
    const source = tableOf(records);
    const view = source.extent()!;
    const column = columnOf(source, view);
    const shared = column.events.filter(({ event }) => event.lanes.length > 1);
    expect(shared.length).to.be.above(5);
    for (const item of shared) {
      const lanes = source.lanesOf(item.event);
      expect(item.lanes).to.eql(lanes);
      expect(item.key).to.equal(markKey(item.event.id, lanes[0]!));
    }
    const { id } = shared[1]!.event;
    const focused = columnOf(source, view, { kept: [id] });
    expect(focused).to.eql(column);
    // One that waits in two clusters is taken off both.
    const waiting = column.clusters
      .flatMap(({ ids }) => ids)
      .map(other => source.get(other)!)
      .find(event => event.lanes.length > 1)!;
    const kept = columnOf(source, view, { kept: [waiting.id] });
    const counted = ({ clusters }: Column): number => clusters.reduce((sum, { count }) => sum + count, 0);
    expect(counted(kept)).to.equal(counted(column) - 2);
    expect(kept.events.find(({ event }) => event.id === waiting.id)!.key).to.equal(
      markKey(waiting.id, source.lanesOf(waiting)[0]!),
    );
  });

  it('counts what began before the view and lasts into it, however much that is', () => {
    const records = Array.from({ length: 220_000 }, (_, i) => ({
      id: `e${i}`,
      title: 'open',
      date: `${1000 + (i % 900)}-0${1 + (i % 9)}-11/${i % 100 === 0 ? '1930' : '..'}`,
    }));
    const source = tableOf(records);
    const view = { start: Date.UTC(1950, 0), end: Date.UTC(1960, 0) };
    const begin = performance.now();
    const { events, clusters } = columnOf(source, view);
    expect(performance.now() - begin).to.be.below(1000);
    const [cluster] = clusters;
    const lasting = source.entries(source.lanes[0]!.id).filter(({ end }) => end > view.start);
    expect(events.length + cluster!.count).to.equal(lasting.length);
    expect(cluster!.named).to.eql([lasting[events.length]!.event.id, lasting.at(-1)!.event.id]);
    expect(cluster!.ids).to.have.length(200);
    expect(cluster!.end).to.equal(Infinity);
  }).timeout(30_000);

  it('keeps those that stand of what began before the view for as long as they last', () => {
    fc.assert(
      fc.property(columns, fc.double({ min: 0, max: 0.5, noNaN: true }), ([source, view], by) => {
        const later = { start: view.start + (view.end - view.start) * by, end: view.end };
        const after = standing(columnOf(source, later));
        for (const { event, start, end, lanes } of columnOf(source, view).events)
          if (start < view.start && end > later.start)
            expect(after.has(`${lanes[0]} ${event.id}`), event.id).to.equal(true);
      }),
      RUNS,
    );
  });

  it('draws as lasting what covers a stretch, and a day where a day is long', () => {
    const dates = [
      '2025-05-03T08:00/2025-05-03T10:00',
      '2025-05-03',
      '2025-05',
      '2025-05-03/..',
      '2025-05-03T09:00',
    ];
    const source = tableOf(dates.map((date, i) => ({ id: `e${i}`, title: 'a', date })));
    const at = Date.UTC(2025, 4, 3);
    const lasting = (length: number): string[] =>
      columnOf(source, { start: at, end: at + length })
        .events.filter(({ lasts }) => lasts)
        .map(({ event }) => event.id)
        .sort();
    expect(lasting(365 * DAY)).to.eql(['e0', 'e2', 'e3']);
    expect(lasting(9 * DAY)).to.eql(['e0', 'e2', 'e3']);
    expect(lasting(7 * DAY)).to.eql(['e0', 'e1', 'e2', 'e3']);
  });
});
