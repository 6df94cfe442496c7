import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { overlapsView, type EventSource } from '../../src/index/event-source.js';
import { layoutColumn, type Column, type ColumnRequest } from '../../src/layout/column.js';
import { columnGaps } from '../../src/layout/column-gaps.js';
import { layoutRail } from '../../src/layout/rail.js';
import { assignTracks, NO_TRACK } from '../../src/layout/tracks.js';
import { TableSource } from '../../src/index/table-source.js';
import { readTable } from '../../src/data/read-table.js';
import { finish } from '../../src/data/work.js';
import { DAY, type TimeSpan } from '../../src/time/epoch-ms.js';
import { crowdedRecords, randomRecords, seeded, viewsOf } from './sample.js';

const RUNS = { numRuns: 60, seed: 20251119 };
const NONE: ReadonlyMap<string, number> = new Map();

const tableOf = (events: readonly object[]): EventSource =>
  new TableSource(finish(readTable({ events })).table);

function columnOf(source: EventSource, view: TimeSpan, more: Partial<ColumnRequest> = {}): Column {
  const kept = { calendar: undefined, opened: NONE, kept: [], selected: null };
  return layoutColumn({ source, view, ...kept, ...more });
}

/** Sources of few and of very many events in some lanes, and views of them. */
const cases = fc
  .record({
    seed: fc.integer({ min: 1, max: 1e6 }),
    count: fc.constantFrom(1, 12, 150, 600, 3000),
    lanes: fc.constantFrom(1, 2, 5, 24),
    crowded: fc.boolean(),
  })
  .map(({ seed, count, lanes, crowded }) =>
    tableOf(crowded ? crowdedRecords(count, seed) : randomRecords(count, seed, lanes)),
  )
  .filter(source => source.extent() !== null)
  .chain(source => fc.tuple(fc.constant(source), viewsOf(source.extent()!, 1)));

/** What stands, by lane and id. */
const standing = ({ events }: Column): Set<string> =>
  new Set(events.flatMap(({ event, lanes }) => lanes.map(lane => `${lane} ${event.id}`)));

/** All that a view shows of each lane, found by looking at everything. */
const overlapping = (source: EventSource, view: TimeSpan): Map<string, number> =>
  new Map(
    source.lanes.map(({ id }) => [id, source.entries(id).filter(entry => overlapsView(entry, view)).length]),
  );

describe('layout of the column', () => {
  it('conserves: what stands and what is counted is what overlaps the view, lane by lane', () => {
    fc.assert(
      fc.property(cases, ([source, view]) => {
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
      fc.property(cases, ([source, view]) => {
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

  it('mounts no more than some two hundred of a crowd', () => {
    fc.assert(
      fc.property(cases, ([source, view]) => {
        const { events, clusters } = columnOf(source, view);
        const many = source.lanes.length > 12 ? 500 : 240;
        expect(events.length + clusters.length).to.be.at.most(many);
      }),
      RUNS,
    );
  });

  it('is stable: panning changes nothing of what begins in both views', () => {
    fc.assert(
      fc.property(cases, fc.double({ min: -0.9, max: 0.9, noNaN: true }), ([source, view], by) => {
        const shift = (view.end - view.start) * by;
        // A length may round as the view moves, and with it the step of cells that it just has room for.
        const other = { start: view.start + shift, end: view.start + shift + (view.end - view.start) };
        if (other.end - other.start !== view.end - view.start) return;
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
      }),
      RUNS,
    );
  });

  it('only opens as the view comes closer', () => {
    fc.assert(
      fc.property(
        cases,
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
            // Of several lanes one may have it as one of its first, and the others as one of many.
            expect(lanes.some(lane => after.has(`${lane} ${event.id}`))).to.equal(true);
        },
      ),
      RUNS,
    );
  });

  it('is the same for any order of the records', () => {
    const lanes = ['l0', 'l1', 'l2'].map(id => ({ id, title: id }));
    const inLanes = (events: readonly object[]): EventSource =>
      new TableSource(finish(readTable({ lanes, events })).table);
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

  it('opens a cluster in its place, a hundred at a time, in the order of time', () => {
    const source = tableOf(crowdedRecords(3000, 3));
    const view = source.extent()!;
    const before = columnOf(source, view);
    const cluster = before.clusters.find(({ count }) => count > 200)!;
    const open = (count: number): Column =>
      columnOf(source, view, { opened: new Map([[cluster.key, count]]) });
    expect(open(100).events).to.have.length(before.events.length + 100);
    const left = open(100).clusters.find(({ key }) => key === cluster.key)!;
    expect(left.count).to.equal(cluster.count - 100);
    const first = new Set(cluster.ids.slice(0, 100));
    expect(open(100).events.filter(({ event }) => first.has(event.id))).to.have.length(100);
    expect(open(1e6).clusters.some(({ key }) => key === cluster.key)).to.equal(false);
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
});

describe('tracks', () => {
  const span = (start: number, end: number, lasts = true) => ({ start, end, lasts });

  it('are others for what is under way at once, and none for what finds no room', () => {
    const { tracks, count } = assignTracks([
      span(0, 9),
      span(1, 9),
      span(2, 3, false),
      span(2, 20),
      span(3, 20),
      span(9, 12),
      span(11, 11, false),
    ]);
    expect(tracks).to.eql([1, 2, 0, 3, NO_TRACK, 1, 0]);
    expect(count).to.equal(3);
  });

  it('are the line where one is over before the next begins, and at the end', () => {
    expect(assignTracks([span(0, 5), span(5, 6), span(7, Infinity)])).to.eql({ tracks: [0, 0, 0], count: 0 });
  });
});

describe('gaps', () => {
  const view = { start: 0, end: 1200 * DAY };
  const gaps = (...spans: readonly [number, number][]) =>
    columnGaps(
      spans.map(([start, end]) => ({ start: start * DAY, end: end * DAY })),
      view,
    ).map(gap => gap && [gap.length / DAY, gap.folded]);

  it('lie between what is over, or has begun, and what begins', () => {
    expect(gaps([0, 1], [31, 32], [31, 40], [35, 36])).to.eql([null, [30, false], null, [3, false]]);
  });

  it('are as long as nothing begins or ends, whatever lasts', () => {
    expect(gaps([0, Infinity], [30, 31], [300, 301])).to.eql([null, [30, false], [269, true]]);
  });

  it('are as high as they are long, up to where they are folded', () => {
    const [, short, long] = columnGaps(
      [10, 20, 60].map(day => ({ start: day * DAY, end: day * DAY })),
      view,
    );
    expect(long!.px / short!.px).to.be.closeTo(4, 1e-9);
  });
});

describe('the rail', () => {
  /** Each item so many px under the one before. */
  const railOf = (records: readonly object[], knownUntil = Date.UTC(2025, 10, 19)) => {
    const source = tableOf(records);
    const column = columnOf(source, { start: Date.UTC(2025, 0), end: Date.UTC(2026, 0) });
    const tops = new Map(column.events.map(({ key }, i) => [key, 100 * (i + 1)]));
    const rail = layoutRail(column, tops, 100 * (column.events.length + 1), knownUntil);
    return new Map(rail.bars.map(bar => [bar.key.replace(/^\d+:|@.*/g, ''), bar]));
  };

  it('draws a stretch from its text to where its end lies between others', () => {
    const bars = railOf([
      { id: 'a', title: 'a', date: '2025-02-01/2025-04-10' },
      { id: 'b', title: 'b', date: '2025-03-01' },
      { id: 'c', title: 'c', date: '2025-04-01' },
      { id: 'd', title: 'd', date: '2025-04-21' },
    ]);
    const { y, sign } = bars.get('a')!;
    // Half way from c, at 300 px, to d, at 400.
    expect([y, y + sign.x1]).to.eql([100, 350]);
    expect(sign).to.include({ shape: 'bar', openEnd: false, cutEnd: false });
  });

  it('draws what is ongoing as known only until it is known, and then to the end', () => {
    const bars = railOf([
      { id: 'a', title: 'a', date: '2025-02-01/..' },
      { id: 'b', title: 'b', date: '2025-11-18' },
      { id: 'c', title: 'c', date: '2025-11-20' },
    ]);
    const { y, sign } = bars.get('a')!;
    expect(sign.openEnd).to.equal(true);
    expect(y + sign.knownX).to.equal(250);
    expect(y + sign.x1).to.equal(400);
  });

  it('draws no stretch where it is too short to be seen, and no point as one', () => {
    const bars = railOf([
      { id: 'a', title: 'a', date: '2025-02-01/2025-02-02' },
      { id: 'b', title: 'b', date: '2025-03-01' },
      { id: 'c', title: 'c', date: '2025-12-01' },
    ]);
    expect([...bars.keys()]).to.eql([]);
  });

  it('tells how an end is known', () => {
    const bars = railOf([
      { id: 'a', title: 'a', date: '2025-02~/2025-06?' },
      { id: 'b', title: 'b', date: '2025-03-01' },
      { id: 'c', title: 'c', date: '2025-07' },
      { id: 'd', title: 'd', date: '2025-08-01' },
    ]);
    expect(bars.get('a')!.sign.fadeStart).to.be.above(0);
    expect(bars.get('a')!.sign).to.include({ fadeEnd: 0, uncertain: true });
    expect(bars.get('c')!.sign.shape).to.equal('bracket');
  });
});
