import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { readTable } from '../../src/data/read-table.js';
import { finish } from '../../src/data/work.js';

const tableOf = (input: unknown) => finish(readTable(input)).table;
const idsOf = (records: readonly object[], timeZone?: string) => {
  const table = tableOf({ timeZone, events: records });
  return Array.from({ length: table.size }, (_, i) => table.event(i).id);
};

describe('EventTable', () => {
  it('sorts by start, then end, then id, open ends outermost', () => {
    const dates = {
      g: '2025-02',
      f: '2025-01/..',
      e: '2025',
      d: '2025-01-01T00:00',
      b: '../2024',
      c: '2025-01',
      a: '2025-01',
      h: '..',
    };
    const records = Object.entries(dates).map(([id, date]) => ({
      id,
      date: date === '..' ? '../..' : date,
      title: id,
    }));
    expect(idsOf(records)).to.deep.equal(['b', 'h', 'd', 'a', 'c', 'e', 'f', 'g']);
    const { starts, ends } = tableOf(records);
    expect([...starts.slice(0, 3)]).to.deep.equal([-Infinity, -Infinity, Date.UTC(2025, 0)]);
    expect([...ends.slice(0, 3)]).to.deep.equal([Date.UTC(2025, 0), Infinity, Date.UTC(2025, 0)]);
    expect(ends[6]).to.equal(Infinity);
  });

  it('keeps times that a clock shows twice in the order in which they came', () => {
    const at = (id: string, date: string) => ({ id, date, title: id });
    const events = [
      at('a', '2024-11-03T06:30Z'),
      at('z', '2024-11-03T05:30Z'),
      at('b', '2024-11-03T06:30Z/2024-11-03T07:30Z'),
      at('y', '2024-11-03T05:30Z/2024-11-03T07:30Z'),
      at('c', '2024-11-03T04:30Z/2024-11-03T06:15Z'),
      at('x', '2024-11-03T04:30Z/2024-11-03T05:15Z'),
    ];
    expect(idsOf(events, 'America/New_York')).to.deep.equal(['x', 'c', 'z', 'a', 'y', 'b']);
  });

  it('keeps the undated apart, in the order given', () => {
    const table = tableOf([
      { id: 'z', title: 'Z' },
      { id: 'm', date: '2025', title: 'M' },
      { id: 'a', title: 'A', date: 'soon' },
    ]);
    expect(table.undated.map(({ id }) => id)).to.deep.equal(['z', 'a']);
    expect([table.size, table.indexOf('m'), table.indexOf('z'), table.indexOf('none')]).to.deep.equal([
      1, 0, -1, -1,
    ]);
  });

  it('is the same in whatever order the events come', () => {
    const day = fc.integer({ min: 1, max: 3 }).map(d => `2025-01-0${d}`);
    const record = fc.record({
      id: fc.string({ minLength: 1, maxLength: 2 }),
      date: fc.oneof(
        day,
        fc.tuple(day, day).map(days => days.sort().join('/')),
      ),
    });
    fc.assert(
      fc.property(fc.uniqueArray(record, { selector: ({ id }) => id }), records => {
        const titled = records.map(fields => ({ ...fields, title: 'x' }));
        const ids = idsOf(titled);
        expect(idsOf(titled.toReversed())).to.deep.equal(ids);
        const table = tableOf(titled);
        for (const [i, id] of ids.entries()) expect(table.indexOf(id)).to.equal(i);
        expect([...table.starts]).to.deep.equal([...table.starts].sort((a, b) => a - b));
      }),
      { seed: 2025, numRuns: 200 },
    );
  });
});
