import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { fromCivil } from '../../src/time/civil.js';
import { rangeParts } from '../../src/time/range-parts.js';

const LOCALES =
  'en-GB en-US es fr de it pt pt-PT ru ar ar-EG fa hi ne mr my bn ja zh zh-Hant ko he tr pl cs uk ca eu fi hu sv da nb nl el ro bg vi th id sw lt lv et ka hy az'.split(
    ' ',
  );
const FIELDS: Intl.DateTimeFormatOptions[] = [
  { year: 'numeric' },
  { year: 'numeric', month: 'long' },
  { year: 'numeric', month: 'short' },
  { year: 'numeric', month: 'long', day: 'numeric' },
  { year: 'numeric', month: 'short', day: 'numeric' },
  { month: 'long' },
  { month: 'long', day: 'numeric' },
  { month: 'short', day: 'numeric' },
];

describe('rangeParts(format, from, to, locale)', () => {
  it('are the parts that Intl gives, whatever was asked for before, in the words of any locale', () => {
    const day = fc.tuple(
      fc.integer({ min: 0, max: 3 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
    );
    const first = fc.oneof(fc.integer({ min: 100, max: 9990 }), fc.constant(1999));
    for (const locale of LOCALES)
      for (const fields of FIELDS) {
        const options = { timeZone: 'UTC', calendar: 'gregory', ...fields };
        const format = new Intl.DateTimeFormat(locale, options);
        const other = new Intl.DateTimeFormat(locale, options);
        fc.assert(
          fc.property(first, day, day, (year, a, b) => {
            const [from, to] = [a, b]
              .map(([years, month, day]) => fromCivil({ year: year + years, month, day }))
              .sort((x, y) => x - y) as [number, number];
            expect(rangeParts(format, from, to, locale), `${locale} ${JSON.stringify(fields)}`).to.deep.equal(
              other.formatRangeToParts(from, to),
            );
          }),
          { seed: 1964, numRuns: 60 },
        );
      }
  });

  it('ask Intl no more once the words are known', () => {
    const format = new Intl.DateTimeFormat('en', { year: 'numeric', month: 'short', timeZone: 'UTC' });
    const months = Array.from({ length: 12 }, (_, i) => fromCivil({ year: 1914, month: i + 1 }));
    for (const at of months) rangeParts(format, at, at + 366 * 86_400_000, 'en');
    format.formatRangeToParts = () => expect.fail('asked');
    const texts = (year: number, month: number): string =>
      rangeParts(
        format,
        fromCivil({ year, month }),
        fromCivil({ year: year + 20, month: 1 + (month % 12) }),
        'en',
      )
        .map(({ value }) => value)
        .join('');
    expect(texts(1949, 5)).to.match(/^May 1949\W+Jun 1969$/);
    expect(texts(1832, 12)).to.match(/^Dec 1832\W+Jan 1852$/);
  });
});
