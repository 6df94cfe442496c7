import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { readDelimited } from '../../../src/data/formats/delimited.js';
import { isEither, noPairs, observePair, readingOfPairs } from '../../../src/data/formats/year-pairs.js';
import { normalizeDocument } from '../../../src/data/normalize-document.js';
import { finish } from '../../../src/data/work.js';
import { writeCsv } from '../../../src/data/writers/csv.js';
import { parseDate } from '../../../src/time/parse-date.js';

const seed = 2223;

const two = (n: number) => String(n % 100).padStart(2, '0');

/** A year that has a season beside it which is also the last two digits of a later year. */
const either = fc
  .tuple(fc.integer({ min: 15, max: 20 }), fc.integer({ min: 0, max: 20 }), fc.integer({ min: 21, max: 24 }))
  .map(([century, year, second]) => `${century}${two(year)}-${second}`);

function read(cells: readonly string[], header = 'title,date') {
  const text = [header, ...cells.map(cell => `A,${cell}`)].join('\n');
  const { document, issues } = finish(readDelimited({ text }));
  return { dates: (document.events as { date: string }[]).map(({ date }) => date), issues };
}

const readingOf = (...cells: string[]) => {
  const evidence = noPairs();
  for (const cell of cells) observePair(cell, evidence);
  return readingOfPairs([noPairs(), evidence]);
};

describe('two years, or a season', () => {
  it('of one table are all read alike', () => {
    expect(readingOf('2022-23', '2023-24', '2024-25')).to.equal('likely years');
    expect(readingOf('2022-23', '1914-18')).to.equal('years');
    expect(readingOf('2022-23', '2021-21')).to.equal('parts');
    expect(readingOf('2022-23')).to.equal('likely parts');
    expect(readingOf('2020-21', '2022-24')).to.equal('likely parts');
    expect(readingOf('2020-01', '2020-12', '2020')).to.equal('likely parts');
    expect(['2020-21', '2020-24', '2021-21', '2020-25', '2020-12', 'c. 2020-21'].map(isEither)).to.eql([
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });

  it('that follow each other are years, and an issue tells both readings', () => {
    const { dates, issues } = read(['2022-23', '2023-24', '2024-25']);
    expect(dates).to.eql(['2022/2023', '2023/2024', '2024/2025']);
    expect(issues.map(({ code, severity, path }) => [code, severity, path])).to.eql([
      ['ambiguous-date', 'warning', 'row 2, column "date"'],
    ]);
    expect(issues[0]!.message).to.match(
      /years?, or a season.*\(2 cells.*"2022-23"; read as years.*"2022\/2023"/,
    );
  });

  it('where nothing tells are seasons, as EDTF says, with an issue', () => {
    fc.assert(
      fc.property(either, cell => {
        const { dates, issues } = read([cell, '3 March 2019']);
        expect(dates[0]).to.equal(cell);
        expect(issues.map(({ code }) => code)).to.eql(['ambiguous-date']);
        expect(issues[0]!.message).to.match(
          /season.*or two years: "[-\d]{7}"; read as a season; .*"2022\/2023"/,
        );
      }),
      { seed, numRuns: 50 },
    );
  });

  it('are silent where other cells of the table leave no doubt', () => {
    fc.assert(
      fc.property(either, fc.integer({ min: 1600, max: 1980 }), (cell, year) => {
        const years = read([cell, `${year}-${two(Math.max((year % 100) + 1, 42))}`]);
        const seasons = read([cell, '2021-21']);
        if (year % 100 < 57)
          expect(years.dates[0]).to.equal(`${cell.slice(0, 4)}/${cell.slice(0, 2)}${cell.slice(5)}`);
        expect(seasons.dates).to.eql([cell, '2021-21']);
        expect([...seasons.issues, ...(year % 100 < 57 ? years.issues : [])]).to.eql([]);
      }),
      { seed, numRuns: 50 },
    );
  });

  it('of our own tables are seasons, so that these read back', () => {
    const { document } = normalizeDocument(
      { events: ['2022-23', '2023-24', '2024-25'].map((date, i) => ({ id: `${i}`, title: 'A', date })) },
      { textual: true },
    );
    const { document: again, issues } = finish(readDelimited({ text: writeCsv(document) }));
    expect((again.events as { date: string }[]).map(({ date }) => date)).to.eql([
      '2022-23',
      '2023-24',
      '2024-25',
    ]);
    expect(issues).to.eql([]);
    expect(parseDate('2022-23').ok).to.equal(true);
  });
});
