import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { readTable } from '../../src/data/read-table.js';
import { finish } from '../../src/data/work.js';
import { columnsOf } from '../../src/index/event-columns.js';
import { warpOf } from '../../src/index/warp-of.js';
import { randomRecords } from '../layout/sample.js';

describe('columnsOf(table, warp)', () => {
  it('are where each event lies, and when each of its entries begins and ends', () => {
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom('even', 'compressed'), (seed, scale) => {
        const events = randomRecords(60, seed).map((record, i) =>
          i % 3 ? record : { ...record, lane: ['a', 'b'] },
        );
        const table = finish(readTable({ events })).table;
        const warp = warpOf(scale, table);
        const { starts, ends, bounds } = columnsOf(table, warp);
        expect([...starts]).to.eql([...table.starts].map(warp.place));
        expect([...ends]).to.eql([...table.ends].map(warp.place));
        // An event counts once for each of its lanes.
        const entries = [...starts].flatMap((start, i) =>
          table.lanesAt(i).map(() => ({ start, end: ends[i]! })),
        );
        const ascending = (places: number[]): number[] => places.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
        expect([...bounds.starts]).to.eql(entries.map(({ start }) => start));
        expect([...bounds.ends]).to.eql(
          ascending(entries.flatMap(({ start, end }) => (start === end ? [] : end))),
        );
        expect([...bounds.instants]).to.eql(entries.flatMap(({ start, end }) => (start === end ? end : [])));
      }),
    );
  });
});
