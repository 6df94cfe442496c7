import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { readTable } from '../../src/data/read-table.js';
import { RowSet } from '../../src/data/row-set.js';
import { finish } from '../../src/data/work.js';
import { overlapsView, type EventSource, type LaneEntries } from '../../src/index/event-source.js';
import { TableSource } from '../../src/index/table-source.js';
import { warpOf } from '../../src/index/warp-of.js';
import { PROPORTIONAL } from '../../src/scale/warp.js';
import { layoutOf, randomRecords, seeded } from '../layout/sample.js';

const sourceOf = (records: Record<string, unknown>[]): EventSource => layoutOf(records).source;
const entriesOf = (source: EventSource) => source.lanes.flatMap(({ id }) => source.entries(id));
const day = (n: number): number => Date.UTC(2025, 0, n);

describe('TableSource', () => {
  it('counts what overlaps a view as a walk over all entries does, instants and open ends included', () => {
    const source = sourceOf([
      ...randomRecords(300, 5),
      { id: 'now', date: '2010-05-05T10:00:00', title: 'instant' },
    ]);
    const entries = entriesOf(source);
    const moments = entries.flatMap(({ start, end }) => [start, end]).filter(Number.isFinite);
    fc.assert(
      fc.property(fc.constantFrom(...moments), fc.nat(9e11), (start, length) => {
        const view = { start, end: start + length + 1 };
        const found = entries.filter(entry => overlapsView(entry, view));
        expect(source.count(view)).to.equal(found.length);
        expect(source.countEvents(view)).to.equal(new Set(found.map(({ event }) => event)).size);
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it('spans all finite bounds, and nothing where there are none', () => {
    const source = sourceOf([
      { date: '2025-01-03/..', title: 'a' },
      { date: '../2025-01-01', title: 'b' },
    ]);
    expect(source.extent()).to.deep.equal({ start: day(2), end: day(3) });
    expect(sourceOf([{ date: 'unknown', title: 'a' }]).extent()).to.equal(null);
  });

  it('knows until when: asOf, else the last finite bound', () => {
    const events = [
      { date: '2025-01-03/..', title: 'a' },
      { date: '2025-01-09', title: 'b' },
    ];
    expect(sourceOf(events).knownUntil()).to.equal(day(10));
    expect(layoutOf({ events, asOf: '2025-01-20' }).source.knownUntil()).to.equal(day(21));
  });

  it('walks in time order, over all lanes or in one, and stops at the ends', () => {
    const source = sourceOf([
      { id: 'c', date: '2025-01-03', title: 'c', lane: 'x' },
      { id: 'a', date: '2025-01-01', title: 'a', lane: 'x' },
      { id: 'b', date: '2025-01-02', title: 'b', lane: 'y' },
      { id: 'u', date: 'unknown', title: 'u' },
    ]);
    expect(source.neighbour('a', 1)?.id).to.equal('b');
    expect(source.neighbour('a', 1, 'x')?.id).to.equal('c');
    expect(source.neighbour('a', -1)).to.equal(null);
    expect(source.neighbour('c', 1)).to.equal(null);
    expect(source.neighbour('u', 1)).to.equal(null);
    expect([source.edge('first')?.id, source.edge('last')?.id]).to.deep.equal(['a', 'c']);
    expect(source.get('u')?.title).to.equal('u');
  });

  it('finds the nearest of a lane by where events begin and end, not by what lasts over the moment', () => {
    const source = sourceOf([
      { id: 'long', date: '2020/..', title: 'long', lane: 'x' },
      { id: 'near', date: '2025-01-05', title: 'near', lane: 'x' },
    ]);
    expect(source.nearest(day(7), 'x')?.id).to.equal('near');
    expect(source.nearest(day(7), 'none')).to.equal(null);
  });

  it('goes a page on: to the last that begins by then, at least to the neighbour', () => {
    const source = sourceOf(
      Array.from({ length: 9 }, (_, i) => ({ id: `e${i + 1}`, date: `2025-01-0${i + 1}`, title: 'e' })),
    );
    expect(source.beyond('e1', day(5))?.id).to.equal('e5');
    expect(source.beyond('e1', day(1) + 1)?.id).to.equal('e2');
    expect(source.beyond('e5', day(2))?.id).to.equal('e2');
    expect(source.beyond('e9', day(20))).to.equal(null);
  });

  it('knows who names an event', () => {
    const source = sourceOf([
      { id: 'a', date: '2025', title: 'a', links: [{ to: 'b', rel: 'responds-to' }] },
      { id: 'b', date: '2024', title: 'b' },
    ]);
    expect(source.namedBy('b').map(({ event, link }) => [event.id, link.rel])).to.deep.equal([
      ['a', 'responds-to'],
    ]);
    expect(source.namedBy('a')).to.deep.equal([]);
  });
});

describe('TableSource of some of the events', () => {
  // Some stand in two lanes, and some are instants.
  const records = randomRecords(400, 9).map((record, i) => {
    if (i % 9 === 0) return { ...record, date: `19${10 + (i % 90)}-05-05T10:00:00` };
    return i % 5 === 0 ? { ...record, lane: ['a', 'b'] } : record;
  });
  const { table } = finish(readTable(records));

  const warp = fc.constantFrom(PROPORTIONAL, warpOf('even', table), warpOf('compressed', table));

  it('answers as the source of a table that holds no others, but for lanes and extent, which stay', () => {
    fc.assert(
      fc.property(fc.integer(), fc.double({ min: 0, max: 1, noNaN: true }), warp, (seed, share, warp) => {
        const whole = new TableSource(table, { warp });
        const random = seeded(seed);
        const kept = new Set(
          table
            .toDocument()
            .events.map(({ id }) => id)
            .filter(() => random() < share),
        );
        const mask = Uint8Array.from({ length: table.rows.size }, (_, row) =>
          kept.has(table.rows.ids.of(row)) ? 1 : 0,
        );
        const source = whole.narrowed(new RowSet(mask));
        const alone = new TableSource(
          finish(readTable(records.filter(({ id }) => kept.has(id as string)))).table,
          { warp },
        );
        expect(source.lanes).to.deep.equal(whole.lanes);
        expect([source.extent(), source.hull()]).to.deep.equal([whole.extent(), whole.hull()]);
        expect(source.table.undated.map(({ id }) => id)).to.deep.equal(
          table.undated.map(({ id }) => id).filter(id => kept.has(id)),
        );
        expect(source.table.total).to.equal(kept.size);
        for (const { id } of whole.lanes)
          expect(source.entries(id).map(({ event }) => event.id)).to.deep.equal(
            alone.entries(id).map(({ event }) => event.id),
          );
        const { start, end } = whole.hull()!;
        for (let i = 0; i < 20; i++) {
          const from = start + random() * (end - start);
          const view = { start: from, end: from + random() * 1e12 };
          expect(source.count(view)).to.equal(alone.count(view));
          expect(source.countEvents(view)).to.equal(alone.countEvents(view));
          for (const { id } of whole.lanes) {
            const [lane, other] = [source.lane(id), alone.lane(id)];
            expect(lane.overlapping(view)).to.equal(other.overlapping(view));
            const begun = lane.begunBefore(view.end);
            expect(lane.top(0, begun, 5)).to.deep.equal(other.top(0, begun, 5));
            expect(lane.latestEnd(0, begun)).to.equal(other.latestEnd(0, begun));
          }
          const some = source.table.size > 0 && source.table.event(i % source.table.size);
          if (some) expect(source.beyond(some.id, from)?.id).to.equal(alone.beyond(some.id, from)?.id);
        }
        expect(source.edge('first')?.id).to.equal(alone.edge('first')?.id);
        expect(source.table.order).to.deep.include({
          starts: alone.table.starts,
          ends: alone.table.ends,
        });
      }),
      { seed: 3, numRuns: 20 },
    );
  });

  it('joins the lanes below a collapsed one as the source of a table that holds no others does', () => {
    const lanes = [{ id: 'all', collapsed: true }, ...['a', 'b', 'c'].map(id => ({ id, parent: 'all' }))];
    const events: Record<string, unknown>[] = records.map((record, i) => ({
      ...record,
      lane: [['a', 'b'], ['b'], ['c'], ['all']][i % 4]!,
    }));
    const { table } = finish(readTable({ lanes, events }));
    const whole = new TableSource(table);
    expect(whole.lanes.map(({ id }) => id)).to.eql(['all']);
    for (const share of [0, 0.05, 0.5, 1]) {
      const random = seeded(5);
      const kept = new Set(events.map(({ id }) => id).filter(() => random() < share));
      const mask = Uint8Array.from({ length: table.rows.size }, (_, row) =>
        kept.has(table.rows.ids.of(row)) ? 1 : 0,
      );
      const lane = whole.narrowed(new RowSet(mask)).lane('all');
      const some = events.filter(({ id }) => kept.has(id));
      const alone = new TableSource(finish(readTable({ lanes, events: some })).table).lane('all');
      const ids = (index: LaneEntries) =>
        Array.from({ length: index.size }, (_, i) => index.entry(i).event.id);
      expect(ids(lane)).to.eql(ids(alone));
      const { start, end } = whole.hull()!;
      for (let i = 0; i < 20; i++) {
        const from = start + random() * (end - start);
        const view = { start: from, end: from + random() * 1e12 };
        expect(lane.overlapping(view)).to.equal(alone.overlapping(view));
      }
    }
  });

  it('walks from any event to those that are among them, and knows all by their ids', () => {
    const isKept = (i: number): boolean => i % 7 === 3;
    const mask = new Uint8Array(table.rows.size);
    for (let i = 0; i < table.size; i++) if (isKept(i)) mask[table.order.rows[i]!] = 1;
    const source = new TableSource(table, { rows: new RowSet(mask) });
    const idAt = (i: number): string | undefined => (i < table.size ? table.event(i).id : undefined);
    for (let i = 7; i < 60; i++) {
      const [before, after] = [i - 1, i + 1].map((at, side) => {
        while (!isKept(at)) at += side === 0 ? -1 : 1;
        return idAt(at);
      });
      expect(source.neighbour(idAt(i)!, 1)?.id).to.equal(after);
      expect(source.neighbour(idAt(i)!, -1)?.id).to.equal(before);
      expect(source.has(idAt(i)!)).to.equal(isKept(i));
      expect(source.get(idAt(i)!)).to.equal(table.event(i));
    }
    const [undated] = table.undated;
    expect(source.neighbour(undated!.id, 1)).to.equal(null);
  });
});
