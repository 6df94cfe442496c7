import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { languageFor } from '../../src/language/language.js';
import { loadTranslation } from '../../src/language/load-translation.js';
import { formatDate, formatStretch, type FormatDateOptions } from '../../src/time/format-date.js';
import { parseDate, type DateInput } from '../../src/time/parse-date.js';

const seed = 622;
const LOCALES = ['en', 'de', 'fr', 'pl', 'ru', 'ar-EG', 'fa-IR', 'he', 'ja', 'th', 'hi', 'zh-Hans', 'tr'];

function words(input: DateInput, options?: FormatDateOptions): string {
  const result = parseDate(input);
  if (!result.ok) throw new Error(result.issue.message);
  return formatDate(result.value, options);
}

const locale = fc.constantFrom(...LOCALES);
const style = fc.constantFrom('long', 'short');
const fourDigits = fc.integer({ min: -9998, max: 9999 });
const padded = (year: number) => (year < 0 ? '-' : '') + String(Math.abs(year)).padStart(4, '0');
const fields = (locale: string, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(locale, { timeZone: 'UTC', calendar: 'gregory', ...options });

function once<T>(make: (locale: string) => T): (locale: string) => T {
  const made = new Map<string, T>();
  return locale => made.get(locale) ?? (made.set(locale, make(locale)), made.get(locale)!);
}

const digitsOf = once(locale =>
  [...new Intl.NumberFormat(locale, { useGrouping: false }).format(9_876_543_210)].reverse(),
);

/** The numbers in a text, whatever digits they are written in; throws where the digits are not those of the locale. */
function numbers(text: string, locale: string): number[] {
  const digits = digitsOf(locale);
  return (text.match(/\p{Nd}+/gu) ?? []).map(number =>
    Number(
      [...number]
        .map(digit => {
          expect(digits, `${text} (${locale})`).to.include(digit);
          return digits.indexOf(digit);
        })
        .join(''),
    ),
  );
}

/** How a locale calls the years before 1. */
const eraOf = once(locale =>
  fields(locale, { era: 'short', year: 'numeric' })
    .formatToParts(Date.UTC(-99, 0))
    .find(({ type }) => type === 'era')!
    .value.replace(/^BC$/, 'BCE'),
);

const monthNames = once(locale =>
  (['long', 'short'] as const).flatMap(month =>
    Array.from({ length: 12 }, (_, m) => fields(locale, { month }).format(Date.UTC(2025, m))),
  ),
);

// All but Polish, Thai and Turkish have words of their own around the dates of `Intl`.
before(() => Promise.all(LOCALES.map(loadTranslation)));

describe('dates in 13 languages', () => {
  it('a year says its number, its era before 1, and nothing finer', () => {
    fc.assert(
      fc.property(locale, style, fourDigits, (locale, style, year) => {
        const text = words(padded(year), { locale, style });
        expect(numbers(text, locale)).to.deep.equal([year < 1 ? 1 - year : year]);
        if (year < 1) expect(text).to.include(eraOf(locale));
        for (const name of monthNames(locale)) expect(text, locale).not.to.include(name);
      }),
      { seed, numRuns: 500 },
    );
  });

  it('a month says no day, and no date leaves out the era of a year before 1', () => {
    const month = fc.integer({ min: 1, max: 12 });
    fc.assert(
      fc.property(locale, style, fourDigits, month, (locale, style, year, m) => {
        const written = `${padded(year)}-${String(m).padStart(2, '0')}`;
        const allowed = [m, year < 1 ? 1 - year : year];
        for (const number of numbers(words(written, { locale, style }), locale))
          expect(allowed).to.include(number);
        if (year < 1)
          for (const rest of [
            '',
            '-17',
            '-17T10:00',
            '-17T10:00:00Z',
            '/2000',
            '-17/-0001',
            '/0001',
            '/..',
            '/',
          ])
            if (rest !== '-17/-0001' || year < -1)
              expect(words(written + rest, { locale, style }), written + rest).to.include(eraOf(locale));
      }),
      { seed, numRuns: 500 },
    );
  });

  it('a range of months loses neither end, whatever its years', () => {
    const months = fc.tuple(
      fc.constantFrom(-43, 50, 1999, 2025),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 12 }),
    );
    // Beside a day, an era or another month, languages put a month in another case or cut it short.
    const forms = (locale: string, m: number) =>
      [
        { month: 'long', year: 'numeric' } as const,
        { month: 'long', year: 'numeric', era: 'short' } as const,
        { month: 'long' } as const,
        { month: 'long', day: 'numeric' } as const,
        { month: 'short', year: 'numeric', era: 'short' } as const,
        { month: 'short', day: 'numeric' } as const,
      ].map(
        options =>
          fields(locale, options)
            .formatToParts(Date.UTC(2025, m - 1))
            .find(({ type }) => type === 'month')!.value,
      );
    fc.assert(
      fc.property(locale, months, fc.constantFrom(undefined, 'hebrew'), (locale, [year, m, n], calendar) => {
        const [first, last] = [Math.min(m, n), Math.max(m, n)].map(
          m => `${padded(year)}-${String(m).padStart(2, '0')}`,
        );
        const said = words(`${first}/${last}`, { locale, calendar });
        for (const each of [m, n]) {
          const found = forms(locale, each).some(form => said.includes(form));
          expect(found, `${locale} ${first}/${last}: ${said}`).to.equal(true);
        }
      }),
      { seed, numRuns: 500 },
    );
    const farsi = words('0050-01/0050-03', { locale: 'fa' });
    expect(farsi).to.match(/ژانویه.* تا مارس/);
    expect(words('1560-XX-25', { locale: 'fa' })).to.match(/ژانویه.*دسامبر/);
  });

  it('every kind of date is said with the digits of the locale, and with no gap left', () => {
    const inputs = [
      '2025-10-02',
      '2025-10-02T10:30',
      '2025-10-02T10:30:15.25Z',
      '196X',
      '19XX',
      '0XXX',
      '-004X',
      '2001-24',
      '2001-30',
      '2001-34',
      '2001-38',
      '2001-41',
      '1850~',
      '1984%',
      '2004?-06-~11',
      '1950S2',
      '156X-12-25',
      '1560-XX-25',
      '1984-1X',
      '[1667,1668,1670..1672]',
      '{..1984,1990..}',
      '[1404..1438]',
      'Y-138E8',
      'Y5E9',
      'Y-300000',
      'Y-66000001',
      '1914/1918',
      '2025-11-17/2025-11-18',
      '2025-09-02/..',
      '/1985~',
      '../..',
    ];
    for (const locale of LOCALES)
      for (const style of ['long', 'short'] as const)
        for (const input of inputs) {
          const text = words(input, { locale, style, weekday: true });
          numbers(text, locale);
          expect(text, `${locale} ${input}`).not.to.match(/[\u2009\u202f]|NaN|undefined|\{|\}|^\s|\s$|\(\)/);
        }
  });
});

describe('dates in other calendars', () => {
  const en = (calendar: string): FormatDateOptions => ({ locale: 'en', calendar });

  it('days and times are told in the calendar, what is coarser in Gregorian with its era', () => {
    const persian = en('persian');
    expect(words('2025-03-21', persian)).to.equal('Farvardin 1, 1404 AP');
    expect(words('2025-03-21T10:30', { ...persian, locale: 'en-GB' })).to.equal('1 Farvardin 1404 AP, 10:30');
    expect(words('2025-03-21/2025-03-25', persian)).to.equal('Farvardin 1, 1404 AP – Farvardin 5, 1404 AP');
    expect(words('2025-03', persian)).to.equal('March 2025 CE');
    expect(words('2025', persian)).to.equal('2025 CE');
    expect(words('2024/2025', persian)).to.equal('2024–2025 CE');
    expect(words('196X', persian)).to.equal('the 1960s CE');
    expect(words('2025-21', persian)).to.equal('spring 2025 CE');
    expect(words('2025-03-21', { ...persian, omitYear: 2025 })).to.equal('Farvardin 1, 1404 AP');
    expect(words('2025-03-21', { ...persian, weekday: true })).to.equal('Friday, Farvardin 1, 1404 AP');
    expect(words('2025-09-23', en('hebrew'))).to.equal('1 Tishri 5786');
    expect(words('2024-07-07', en('islamic-umalqura'))).to.match(/^Muharram 1, 1446/);
  });

  it('calendars with Gregorian months tell those and the years too', () => {
    expect(words('2025', en('buddhist'))).to.equal('2568 BE');
    expect(words('2025-08', en('buddhist'))).to.equal('August 2568 BE');
    expect(words('2025', { locale: 'ja', calendar: 'japanese' })).to.equal('令和7年');
    expect(words('2019-05-01', { locale: 'ja', calendar: 'japanese' })).to.match(
      /^令和元年5月1日$|^令和1年5月1日$/,
    );
    // Two eras share this year.
    expect(words('2019', en('japanese'))).to.equal('2019 CE');
    expect(words('2019-04', en('japanese'))).to.match(/^April 31 Heisei$|^April Heisei 31$/);
  });

  it('a stretch gives both its days in full', () => {
    for (const locale of [...LOCALES, 'ko', 'te'])
      for (const calendar of ['chinese', 'dangi', 'japanese', 'buddhist', 'hebrew', 'persian'])
        for (const [first, last] of [
          ['2025-11-17', '2025-11-18'],
          ['2019-04-28', '2019-05-02'],
        ] as const) {
          const options = { locale, calendar };
          expect(words(`${first}/${last}`, options)).to.equal(
            languageFor(locale).say('range', { start: words(first, options), end: words(last, options) }),
          );
        }
    // V8 aborts over this one as a range of Intl's.
    expect(words('2025-11/2026-02', { locale: 'te', calendar: 'japanese' })).to.include(' – ');
  });

  it('a day or month of many years is told as it was written', () => {
    const said = (input: string, calendar: string) => words(input, { locale: 'en-GB', calendar });
    for (const calendar of ['hebrew', 'persian', 'buddhist', 'japanese', 'chinese']) {
      expect(said('156X-12-25', calendar)).to.equal('25 December in the 1560s CE');
      expect(said('197X-12', calendar)).to.equal('December in the 1970s CE');
      expect(said('19XX-12-25', calendar)).to.equal('25 December in the 20th century CE');
      expect(said('15XX-21', calendar)).to.equal('spring in the 16th century CE');
    }
    expect(said('2025-1X', 'hebrew')).to.equal('between October 2025 CE and December 2025 CE');
    expect(said('2025-XX-25', 'hebrew')).to.equal('between 25 Tevet 5785 and 5 Tevet 5786');
  });

  it('before a calendar begins, and where Date ends, it is Gregorian', () => {
    expect(words('-0043-03-15', en('persian'))).to.equal('March 15, 44 BCE');
    expect(words('0500-03-15', en('islamic-umalqura'))).to.equal('March 15, 500 CE');
    expect(words('1500-03-15', en('buddhist'))).to.equal('March 15, 1500 CE');
    expect(words('+300000-03-15', en('hebrew'))).to.equal('March 15, 300,000 CE');
    expect(words('Y-66000000', en('hebrew'))).to.equal('66 million years ago');
  });

  it('a name that is none, and that of the day as ISO 8601 counts it, are Gregorian', () => {
    for (const calendar of ['gregory', 'iso8601', 'nonsense', 'no such', ''])
      expect(words('2025-10-02', en(calendar))).to.equal('October 2, 2025');
  });

  it('a stretch of time is told in the calendar whatever the precision', () => {
    const span = { start: Date.UTC(2000, 3), end: Date.UTC(2025, 3) };
    expect(formatStretch(span, 'year', en('persian'))).to.equal('1379 AP – 1404 AP');
    expect(formatStretch(span, 'year', { language: { ...languageFor('en'), calendar: 'persian' } })).to.equal(
      '1379 AP – 1404 AP',
    );
    expect(formatStretch(span, 'month', en('hebrew'))).to.equal('Adar II 5760 – Nisan 5785');
  });

  it('none throws, whatever the date', () => {
    const inputs = [
      '-271821-04-20',
      '-0043-03-15',
      '0622-07-19',
      '1582-10-14',
      '1868-01-25',
      '2025-08',
      '9999-12-31',
    ];
    for (const calendar of Intl.supportedValuesOf('calendar'))
      for (const locale of LOCALES)
        for (const input of [...inputs, '1582-10-14/2025-08-02', '196X', '2025-08-02T24:00'])
          expect(
            words(input, { locale, calendar, weekday: true }),
            `${calendar} ${locale} ${input}`,
          ).not.to.match(/[\u2009\u202f]|NaN|undefined|\{/);
  });
});
