import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { overlapsView, type EventSource } from '../../src/index/event-source.js';
import { layoutOf, randomRecords } from '../layout/sample.js';

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
