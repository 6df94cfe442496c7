import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { overlapsView, type Entry, type EventSource } from '../../src/index/event-source.js';
import { Ranking } from '../../src/index/ranking.js';
import { layoutOf, randomRecords } from '../layout/sample.js';

const RUNS = { seed: 20251119, numRuns: 100 };

describe('Ranking', () => {
  it('finds the first so many of any range, as sorting all of it does', () => {
    const input = fc
      .array(fc.integer({ min: 0, max: 50 }), { maxLength: 700 })
      .chain(ranks => fc.tuple(fc.constant(ranks), fc.nat(ranks.length), fc.nat(ranks.length), fc.nat(30)));
    fc.assert(
      fc.property(input, ([ranks, a, b, count]) => {
        const precedes = (i: number, j: number): boolean =>
          ranks[i]! - ranks[j]! < 0 || (ranks[i] === ranks[j] && i < j);
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        const all = Array.from({ length: to - from }, (_, i) => from + i);
        const expected = all.sort((i, j) => (precedes(i, j) ? -1 : 1)).slice(0, count);
        expect(new Ranking(ranks.length, precedes).top(from, to, count)).to.deep.equal(expected);
      }),
      RUNS,
    );
  });

  it('looks at few of very many', () => {
    const size = 200_000;
    let looks = 0;
    const ranking = new Ranking(size, (a, b) => {
      looks++;
      return Math.imul(a, 0x9e3779b1) >>> 0 < Math.imul(b, 0x9e3779b1) >>> 0;
    });
    expect(looks).to.be.below(2 * size);
    looks = 0;
    expect(ranking.top(1000, 190_000, 10)).to.have.length(10);
    expect(looks).to.be.below(size / 20);
  });
});

describe('LaneIndex', () => {
  const records = [
    ...randomRecords(700, 11),
    { id: 'now', date: '2010-05-05T10:00:00', title: 'instant', lane: 'l0' },
  ];
  const { source } = layoutOf(records);
  const moments = (entries: readonly Entry[]): number[] =>
    entries.flatMap(({ start, end }) => [start, end]).filter(Number.isFinite);
  const lanes = (of: EventSource): string[] => of.lanes.map(({ id }) => id);

  it('has the entries of its lane in time order, each at its place', () => {
    for (const id of lanes(source)) {
      const [index, entries] = [source.lane(id), source.entries(id)];
      expect(index.size).to.equal(entries.length);
      entries.forEach((entry, i) => {
        expect([index.start(i), index.end(i)]).to.deep.equal([entry.start, entry.end]);
        expect(index.entry(i).event).to.equal(entry.event);
        expect(index.indexOf(entry.event.id)).to.equal(i);
      });
      for (const other of lanes(source).flatMap(lane => source.entries(lane)))
        if (!other.event.lanes.includes(id)) expect(index.indexOf(other.event.id)).to.equal(-1);
      expect(index.eras).to.deep.equal(entries.flatMap(({ event }, i) => (event.kind === 'era' ? [i] : [])));
    }
    expect(source.lane('nowhere').size).to.equal(0);
  });

  it('counts what overlaps, has begun and is over as a walk over all does', () => {
    for (const id of lanes(source)) {
      const [index, entries] = [source.lane(id), source.entries(id)];
      fc.assert(
        fc.property(fc.constantFrom(...moments(entries)), fc.nat(9e11), (start, length) => {
          const view = { start, end: start + length + 1 };
          expect(index.begunBefore(start)).to.equal(entries.filter(entry => entry.start < start).length);
          expect(index.overlapping(view)).to.equal(entries.filter(entry => overlapsView(entry, view)).length);
          const before = index.begunBefore(view.end);
          expect([...index.lasting(start, before)]).to.deep.equal(
            entries.flatMap(({ end }, i) => (i < before && end > start ? [i] : [])),
          );
        }),
        RUNS,
      );
    }
  });

  it('ranks by importance, then duration, eras last', () => {
    const [lane = ''] = lanes(source);
    const index = source.lane(lane);
    const ranked = index.top(0, index.size, index.size).map(i => index.entry(i));
    expect(ranked).to.have.length(index.size);
    ranked.forEach((entry, i) => {
      const next = ranked[i + 1];
      if (!next) return;
      const [era, nextEra] = [entry, next].map(({ event }) => event.kind === 'era');
      expect(!era || nextEra).to.equal(true);
      if (era !== nextEra) return;
      expect(entry.event.importance).to.be.at.least(next.event.importance);
      if (entry.event.importance === next.event.importance)
        expect(entry.end - entry.start).to.be.at.least(next.end - next.start);
    });
  });
});
