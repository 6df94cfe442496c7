import { expect } from '@open-wc/testing';
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

/** Two days of each month of two years that follow each other, and one far from them. */
const DAYS = [1914, 1915].flatMap(year =>
  Array.from({ length: 12 }, (_, i) => [4, 27].map(day => fromCivil({ year, month: i + 1, day }))).flat(),
);
DAYS.push(fromCivil({ year: 2025, month: 1, day: 4 }));
const FIRST = [0, 1, 2, 9, 23].map(i => DAYS[i]!);

/** How often an answer was not asked for. */
function compare(
  locale: string,
  fields: Intl.DateTimeFormatOptions,
  order: (a: number, b: number) => number,
) {
  const options = { timeZone: 'UTC', calendar: 'gregory', ...fields };
  const format = new Intl.DateTimeFormat(locale, options);
  const other = new Intl.DateTimeFormat(locale, options);
  let asked = 0;
  format.formatRangeToParts = (...range) => {
    asked++;
    return other.formatRangeToParts(...range);
  };
  const pairs = FIRST.flatMap(from => DAYS.filter(to => to >= from).map(to => [from, to] as const));
  for (const [from, to] of pairs.sort(([a, b], [c, d]) => order(a, c) || order(b, d))) {
    const parts = rangeParts(format, from, to, locale);
    const text = JSON.stringify(parts.map(({ type, value, source }) => [type, value, source]));
    const expected = other.formatRangeToParts(from, to) as Intl.DateTimeFormatPart[];
    const words = expected.map(part => [part.type, part.value, (part as { source?: string }).source]);
    if (text !== JSON.stringify(words))
      expect.fail(
        `${locale} ${JSON.stringify(fields)} ${new Date(from).toISOString()}/${new Date(to).toISOString()}: ${text}`,
      );
  }
  return 1 - asked / pairs.length;
}

describe('rangeParts(format, from, to, locale)', () => {
  for (const locale of LOCALES)
    it(`are the parts that Intl gives, whatever was asked for before: ${locale}`, () => {
      for (const fields of FIELDS) {
        compare(locale, fields, (a, b) => a - b);
        compare(locale, fields, (a, b) => b - a);
      }
    });

  it('are mostly not asked for', () => {
    for (const locale of ['en', 'es', 'de', 'zh', 'ar'])
      for (const fields of FIELDS)
        expect(
          compare(locale, fields, (a, b) => a - b),
          locale,
        ).to.be.above(0.5);
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
