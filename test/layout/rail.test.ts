import { expect } from '@open-wc/testing';
import { layoutRail } from '../../src/layout/rail.js';
import { columnOf, tableOf } from './columns.js';

describe('the rail', () => {
  /** Each item so many px under the one before. */
  const railOf = (records: readonly object[], knownUntil = Date.UTC(2025, 10, 19)) => {
    const source = tableOf(records);
    const column = columnOf(source, { start: Date.UTC(2025, 0), end: Date.UTC(2026, 0) });
    const tops = new Map(column.events.map(({ key }, i) => [key, 100 * (i + 1)]));
    const places = { height: 100 * (tops.size + 1), spots: tops, gaps: new Map(), ticks: [] };
    const rail = layoutRail(column, places, knownUntil);
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
