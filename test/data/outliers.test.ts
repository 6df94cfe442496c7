import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { readTable } from '../../src/data/read-table.js';
import { finish } from '../../src/data/work.js';
import { TableSource } from '../../src/index/table-source.js';

const read = (dates: readonly string[]) =>
  finish(readTable(dates.map((date, i) => ({ id: `${i}`, date, title: 'A' }))));

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The finite bounds of stretches. */
function hullOf(all: readonly Stretch[]): Stretch {
  const bounds = all.flatMap(({ start, end }) => [start, end]).filter(Number.isFinite);
  return { start: Math.min(...bounds), end: Math.max(...bounds) };
}
const length = ({ start, end }: Stretch) => end - start;

/**
 * How many events must go for what is left to be shorter than a tenth, and how long it is then: by trying all windows from one
 * bound to another.
 */
function bruteForce(all: readonly Stretch[], most: number): { count: number; length: number } | null {
  const limit = length(hullOf(all)) / 10;
  const finite = all.map(({ start, end }) => [start, end].filter(Number.isFinite));
  const bounds = [...new Set(finite.flat())];
  let best: { count: number; length: number } | null = null;
  for (const start of bounds)
    for (const end of bounds) {
      if (end < start || end - start >= limit) continue;
      const count = finite.filter(own => own.some(at => at < start || at > end)).length;
      if (count > most || count === all.length) continue;
      if (!best || count < best.count || (count === best.count && end - start < best.length))
        best = { count, length: end - start };
    }
  return best;
}

describe('outliers', () => {
  it('are the fewest, one in a hundred or a single one, without which a tenth of the hull is left', () => {
    const year = fc.oneof(
      { weight: 40, arbitrary: fc.integer({ min: 1950, max: 1990 }) },
      { weight: 1, arbitrary: fc.integer({ min: 1000, max: 3000 }) },
    );
    const date = fc.oneof(
      { weight: 20, arbitrary: year.map(String) },
      { weight: 4, arbitrary: fc.tuple(year, year).map(years => years.sort((a, b) => a - b).join('/')) },
      { weight: 1, arbitrary: year.map(y => `${y}/..`) },
      { weight: 1, arbitrary: year.map(y => `../${y}`) },
    );
    let found = 0;
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(date, { minLength: 18, maxLength: 60 }),
          fc.array(date, { minLength: 195, maxLength: 205 }),
        ),
        dates => {
          const { table, issues } = read(dates);
          const stretches = Array.from({ length: table.size }, (_, i) => table.event(i).span!);
          const most = Math.max(1, Math.floor(dates.length / 100));
          const expected = dates.length < 20 ? null : bruteForce(stretches, most);
          const { outliers, extent, hull } = table.reach;
          expect(hull).to.deep.equal(hullOf(stretches));
          expect(outliers.length).to.equal(expected?.count ?? 0);
          expect(length(extent!)).to.equal(expected?.length ?? length(hull!));
          expect(extent).to.deep.equal(hullOf(stretches.filter((_, i) => !outliers.includes(i))));
          expect(issues.length).to.equal(outliers.length);
          if (expected) found++;
        },
      ),
      { seed: 2918, numRuns: 150 },
    );
    expect(found).to.be.above(15);
  });

  it('are told by place and date, set no view and can be reached', () => {
    const launches = Array.from({ length: 40 }, (_, i) => `${1957 + i}-05-01`);
    const { table, issues } = read([...launches, '2918-10-11']);
    expect(issues.map(({ code, path, severity }) => [code, path, severity])).to.deep.equal([
      ['outlier-date', 'events[40].date', 'warning'],
    ]);
    expect(issues[0]!.message).to.contain('"2918-10-11"; far outside the rest');
    const source = new TableSource(table);
    expect(source.extent()!.end).to.equal(Date.UTC(1996, 4, 2));
    expect(source.hull()!.end).to.equal(Date.UTC(2918, 9, 12));
    expect(source.knownUntil()).to.equal(source.extent()!.end);
    expect(source.count({ start: Date.UTC(2900), end: Date.UTC(3000) })).to.equal(1);
  });

  it('are none among few events, however deep the time', () => {
    const cosmos = ['Y-13800000000', 'Y-4600000000', 'Y-66000000', '-3000', '1957', '1969', '2025'];
    expect(read(cosmos).issues).to.deep.equal([]);
    expect(read([...Array.from({ length: 18 }, (_, i) => `${1957 + i}`), '2918']).issues).to.deep.equal([]);
  });
});
