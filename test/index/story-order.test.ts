import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { readTable } from '../../src/data/read-table.js';
import { RowSet } from '../../src/data/row-set.js';
import { finish } from '../../src/data/work.js';
import { StoryOrder } from '../../src/index/story-order.js';
import { randomRecords } from '../layout/sample.js';

const records = [
  ...randomRecords(40, 8),
  ...['x', 'y', 'z'].map(id => ({ id, title: `${id}, without a date` })),
].map((record, i) => ({ ...record, id: `e${i}` }));
const { table } = finish(readTable(records));
const whole = new StoryOrder(table);
const all = Array.from({ length: whole.length }, (_, i) => whole.at(i)!.id);

describe('StoryOrder', () => {
  it('puts an event that is hidden where it would be, among the dated and the undated ones', () => {
    const shown = fc.array(fc.boolean(), { minLength: records.length, maxLength: records.length });
    fc.assert(
      fc.property(shown, fc.constantFrom(...all), (flags, id) => {
        const rows = new RowSet(Uint8Array.from(flags, Number));
        const order = new StoryOrder(table.narrowed(rows));
        const isShown = (other: string): boolean => rows.has(table.rows.rowOf(other));
        const at = all.indexOf(id);
        const before = all.slice(0, at).filter(isShown);
        const after = all.slice(at + 1).filter(isShown);
        expect(order.neighbour(id, -1)?.id).to.equal(before.at(-1));
        expect(order.neighbour(id, 1)?.id).to.equal(after[0]);
        const { place, canGoBack, canGoOn } = order.progress(id);
        expect(place).to.equal(isShown(id) ? before.length : -1);
        expect([canGoBack, canGoOn]).to.eql([before.length > 0, after.length > 0]);
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  it('puts what nobody knows after the end', () => {
    expect(whole.neighbour('nobody', -1)!.id).to.equal(all.at(-1));
    expect(whole.neighbour('nobody', 1)).to.equal(null);
  });
});
