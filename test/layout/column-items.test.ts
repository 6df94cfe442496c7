import { expect } from '@open-wc/testing';
import { overlapsView } from '../../src/index/event-source.js';
import type { Column } from '../../src/layout/column.js';
import { markKey } from '../../src/layout/mark-key.js';
import { DAY, type TimeSpan } from '../../src/time/epoch-ms.js';
import { columnOf, standing, tableOf } from './columns.js';
import { crowdedRecords, randomRecords } from './sample.js';

describe('items of the column', () => {
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
      // Those that began last are over.
      date: `${1000 + (i % 900)}-0${1 + (i % 9)}-11/${i % 900 > 800 ? '1930' : '..'}`,
    }));
    const source = tableOf(records);
    const view = { start: Date.UTC(1950, 0), end: Date.UTC(1960, 0) };
    const begin = performance.now();
    const { events, clusters } = columnOf(source, view);
    expect(performance.now() - begin).to.be.below(1000);
    const [cluster] = clusters;
    const lane = source.lane(source.lanes[0]!.id);
    const lasting = records.flatMap((_, i) => (lane.end(i) > view.start ? [i] : []));
    const idAt = (n: number): string => lane.entry(lasting.at(n)!).event.id;
    expect(events.length + cluster!.count).to.equal(lasting.length);
    expect(cluster!.named).to.eql([idAt(events.length), idAt(-1)]);
    expect(cluster!.ids).to.have.length(200);
    expect(cluster!.end).to.equal(Infinity);
  }).timeout(30_000);

  it('keeps those that stand of what began before the view for as long as they last', () => {
    const source = tableOf(randomRecords(3000, 12, 2));
    let kept = 0;
    for (let year = 1992; year < 2015; year++) {
      const view = (from: number): TimeSpan => ({ start: Date.UTC(from, 3, 9), end: Date.UTC(2020, 0) });
      const later = view(year + 1);
      const after = standing(columnOf(source, later));
      for (const { event, start, end, lanes } of columnOf(source, view(year)).events)
        if (start < view(year).start && end > later.start) {
          kept++;
          expect(after.has(`${lanes[0]} ${event.id}`), event.id).to.equal(true);
        }
    }
    expect(kept).to.be.above(10);
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
