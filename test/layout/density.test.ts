import { expect } from '@open-wc/testing';
import { overlapsView } from '../../src/index/event-source.js';
import { densityOf } from '../../src/layout/density.js';
import { layoutOf, randomRecords } from './sample.js';

describe('densityOf(source, stretch, parts)', () => {
  it('counts the entries that overlap each part', () => {
    const { source } = layoutOf(randomRecords(300, 4));
    const extent = source.extent()!;
    const parts = 64;
    const entries = source.lanes.flatMap(({ id }) => source.entries(id));
    const length = extent.end - extent.start;
    const expected = Array.from({ length: parts }, (_, i) => {
      const view = {
        start: extent.start + (length * i) / parts,
        end: extent.start + (length * (i + 1)) / parts,
      };
      return entries.filter(entry => overlapsView(entry, view)).length;
    });
    expect(densityOf(source, extent, parts)).to.deep.equal(expected);
  });

  it('asks as often for a thousand events as for ten', () => {
    let asked = 0;
    densityOf({ count: () => asked++ }, { start: 0, end: 1 }, 300);
    expect(asked).to.equal(300);
  });
});
