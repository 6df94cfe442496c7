import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { fromCivil } from '../../src/time/civil.js';
import { languageFor } from '../../src/language/language.js';
import { formatDate, formatStretch, type FormatDateOptions } from '../../src/time/format-date.js';
import { parseDate, type DateInput } from '../../src/time/parse-date.js';

const seed = 1066;

function words(input: DateInput, options?: FormatDateOptions): string {
  const result = parseDate(input, { timeZone: options?.timeZone });
  if (!result.ok) throw new Error(result.issue.message);
  return formatDate(result.value, options);
}

const short = (omitYear?: number): FormatDateOptions => ({ style: 'short', omitYear });

describe('formatDate', () => {
  it('says no more than is written', () => {
    const long: Record<string, string> = {
      '1985': '1985',
      '2025-08': 'August 2025',
      '2025-08-XX': 'August 2025',
      '2025-10-02': '2 October 2025',
      '2025-10-02T14:30': '2 October 2025, 14:30',
      '2025-10-02T04:30:05': '2 October 2025, 04:30:05',
      '2025-10-02T14:30:05.5': '2 October 2025, 14:30:05.5',
      '2025-10-02T14:30:05.25': '2 October 2025, 14:30:05.25',
      '2025-10-02T14:30:05.025': '2 October 2025, 14:30:05.025',
      '2025-10-02T14:30Z': '2 October 2025, 14:30 UTC',
      '2024-01-05T24:00': '6 January 2024, 00:00',
      '2001-21': 'spring 2001',
      '2001-24': 'winter 2001',
      '-0043-24': 'winter 44 BCE',
      '2001-26': 'summer 2001 (northern hemisphere)',
      '2001-30': 'summer 2001 (southern hemisphere)',
      '2001-33': 'the first quarter of 2001',
      '2001-36': 'the fourth quarter of 2001',
      '2001-37': 'the first four months of 2001',
      '2001-39': 'the last four months of 2001',
      '2001-40': 'the first half of 2001',
      '-0043-41': 'the second half of 44 BCE',
      '196X': 'the 1960s',
      '190X': '1900–1909',
      '-004X': '50–41 BCE',
      '19XX': 'the 20th century',
      '20XX': 'the 21st century',
      '00XX': 'the 1st century CE',
      '-01XX': 'the 2nd century BCE',
      '-00XX': 'the 1st century BCE',
      '1XXX': 'the 2nd millennium',
      '0XXX': 'the 1st millennium CE',
      '000X': '1 BCE – 9 CE',
      XXXX: 'an unknown year',
      '1850~': 'about 1850',
      '1984?': '1984?',
      '1984%': 'about 1984?',
      '2004-06-11%': 'about 11 June 2004?',
    };
    expect(Object.fromEntries(Object.keys(long).map(input => [input, words(input)]))).to.deep.equal(long);
  });

  it('says which parts are doubtful, in short that something is', () => {
    const said: Record<string, [long: string, short: string]> = {
      '2004?-06-11': ['11 June 2004 (year uncertain)', '11 Jun 2004?'],
      '2004-06~-11': ['11 June 2004 (year and month approximate)', 'about 11 Jun 2004'],
      '2004-?06-~11': ['11 June 2004 (day approximate, month uncertain)', 'about 11 Jun 2004?'],
      '%1945-01-~01': [
        '1 January 1945 (day approximate, year approximate and uncertain)',
        'about 1 Jan 1945?',
      ],
      '1984-06-?02/2004': ['2 June 1984 (day uncertain) – 2004', '2 Jun 1984? – 2004'],
      '1950S2': ['about 1950 (1900–1999)', 'about 1950'],
      '1950S3~': ['about 1950 (1950–1959)', 'about 1950'],
      '2001~-21': ['spring 2001 (year approximate)', 'about spring 2001'],
      '1984?-36': ['the fourth quarter of 1984 (year uncertain)', 'Q4 1984?'],
      '2001-~21': ['about spring 2001', 'about spring 2001'],
      '-1859S2': ['about 1860 BCE (1900–1801 BCE)', 'about 1860 BCE'],
      '1950S4': ['1950', '1950'],
      'Y-138E8S3': ['about 13.8 billion years ago', 'about 13.8\u00a0Ga'],
      'Y-13799E6S3': ['about 13.8 billion years ago', 'about 13.8\u00a0Ga'],
      Y171010000S3: ['in about 171 million years', 'in about 171\u00a0Ma'],
      'Y5E9%': ['in about 5 billion years?', 'in about 5\u00a0Ga?'],
    };
    for (const [input, both] of Object.entries(said))
      expect([words(input), words(input, short())], input).to.deep.equal(both);
  });

  it('says between which dates one lies whose digits are not all given', () => {
    const long: Record<string, string> = {
      '156X-12-25': '25 December in the 1560s',
      '15XX-12-XX': 'December in the 16th century',
      '15XX-21': 'spring in the 16th century',
      'XXXX-12-25': '25 December in an unknown year',
      '-019X-12-25': '25 December in 200–191 BCE',
      '1560-XX-25': 'between 25 January 1560 and 25 December 1560',
      '1984-1X': 'between October 1984 and December 1984',
      '2018-05-0X': 'between 1 May 2018 and 9 May 2018',
      '1X32': 'between 1032 and 1932',
      '1X3X': 'between the 1030s and the 1930s',
      '15XX-01-3X~': 'about between 30 January 1500 and 31 January 1599',
      '2003-06-25/2004-X1-03': '25 June 2003 – between 3 January 2004 and 3 November 2004',
      '1930-X0-10': '10 October 1930',
    };
    expect(Object.fromEntries(Object.keys(long).map(input => [input, words(input)]))).to.deep.equal(long);
    expect(words('1560-XX-25', { locale: 'en-US' })).to.equal(
      'between January 25, 1560 and December 25, 1560',
    );
  });

  it('lists the members of a set', () => {
    const long: Record<string, string> = {
      '[1667,1668,1670..1672]': '1667, 1668 or 1670–1672',
      '{1667,1668,1670..1672}': '1667, 1668 and 1670–1672',
      '{1960,1961-12}': '1960 and December 1961',
      '[..1984]': '1984 or earlier',
      '[1760-01,1760-12..]': 'January 1760 or December 1760 or later',
      '{..1984}': '1984 and earlier',
      '{1760-12..}': 'December 1760 and later',
      '[1404..1438]': 'between 1404 and 1438',
      '{1404..1438}': '1404–1438',
      '[1404..1438,1500~]': '1404–1438 or about 1500',
    };
    expect(Object.fromEntries(Object.keys(long).map(input => [input, words(input)]))).to.deep.equal(long);
    expect(words('[2025-01,2026-01]', { locale: 'de', ...short() })).to.equal('Jan. 2025 oder Jan. 2026');
  });

  it('tells a Julian date in its own calendar, and says so', () => {
    const julian = (year: number, month?: number, day?: number) =>
      ({ year, month, day, calendar: 'julian' }) as DateInput;
    expect(words(julian(1066, 10, 14))).to.equal('14 October 1066 (Julian)');
    expect(words(julian(1066, 10, 14), { calendar: 'persian', ...short() })).to.equal('14 Oct 1066 (Julian)');
    expect(words(julian(1900, 2, 29))).to.equal('29 February 1900 (Julian)');
    expect(words(julian(1900, 2, 29), { weekday: true, locale: 'en-US' })).to.equal(
      'Tuesday, February 29, 1900 (Julian)',
    );
    expect(words(julian(-43, 3, 15))).to.equal('15 March 44 BCE (Julian)');
    expect(words(julian(-100, 2, 29))).to.equal('29 February 101 BCE (Julian)');
    expect(words(julian(1066))).to.equal('1066 (Julian)');
    expect(words(julian(1066, 12, 31), { omitYear: 1067 })).to.equal('31 December 1066 (Julian)');
    const stretch = parseDate('1900-02-28/1900-02-29', { calendar: 'julian' });
    expect(stretch.ok && formatDate(stretch.value)).to.equal('28 February 1900 – 29 February 1900 (Julian)');
    const days = parseDate('1066-10-13/1066-10-14', { calendar: 'julian' });
    expect(days.ok && formatDate(days.value)).to.equal('13–14 October 1066 (Julian)');
  });

  it('says what both sides of a stretch share once', () => {
    const long: Record<string, string> = {
      '1914/1918': '1914–1918',
      '2025-11-17/2025-11-18': '17–18 November 2025',
      '2025-11-28/2025-12-02': '28 November – 2 December 2025',
      '2024-12-31/2025-01-02': '31 December 2024 – 2 January 2025',
      '2024-05/2025-04': 'May 2024 – April 2025',
      '-0043/0014': '44 BCE – 14 CE',
      '-0043/-0029': '44–30 BCE',
      '1985/1985': '1985',
      '2025-08-01/2025-08-01': '1 August 2025',
      '2004-02-01/2005': '1 February 2004 – 2005',
      '1984?/2004-06~': '1984? – about June 2004',
      '2001-21/2001-24': 'spring 2001 – winter 2001',
      '196X/197X': 'the 1960s – the 1970s',
      '2025-10-02T09:00/2025-10-02T15:00': '2 October 2025, 09:00 – 15:00',
      '2025-10-02T09:00Z/2025-10-02T15:00Z': '2 October 2025, 09:00 – 15:00 UTC',
      '2025-10-02T22:00/2025-10-03T06:00': '2 October 2025, 22:00 – 3 October 2025, 06:00',
    };
    expect(Object.fromEntries(Object.keys(long).map(input => [input, words(input)]))).to.deep.equal(long);
  });

  it('says which side is open and which is unknown', () => {
    expect(words('2025-09-02/..')).to.equal('from 2 September 2025, ongoing');
    expect(words('../1985')).to.equal('until 1985');
    expect(words('1985/')).to.equal('1985 to an unknown date');
    expect(words('/1985~')).to.equal('from an unknown date to about 1985');
    expect(words('../..')).to.equal('without beginning or end');
    expect(words('2025-09-02/..', short())).to.equal('since 2 Sept 2025');
    expect(words('1985/', short())).to.equal('1985 – ?');
    expect(words('/1985', short())).to.equal('? – 1985');
  });

  it('is short for labels, and omits the year that goes without saying', () => {
    const said = (input: string) => words(input, { locale: 'en-US', ...short(2025) });
    expect(said('2025-10-02')).to.equal('Oct 2');
    expect(said('2025-08')).to.equal('Aug');
    expect(said('2025')).to.equal('2025');
    expect(said('2025-21')).to.equal('spring');
    expect(said('2025-11-15/2025-11-16')).to.equal('Nov 15–16');
    expect(said('2025-09-02/..')).to.equal('since Sep 2');
    expect(said('2024-12-31/2025-01-02')).to.equal('Dec 31, 2024 – Jan 2, 2025');
    expect(said('2024-10-02')).to.equal('Oct 2, 2024');
    expect(words('196X', short())).to.equal('1960s');
    expect(said('2025-34')).to.equal('Q2 2025');
    expect(said('2025-41')).to.equal('H2 2025');
    expect(words('2025-10-02', { omitYear: 2025 })).to.equal('2 October');
    expect(words('2025-10-02T14:30Z', short(2025))).to.equal('2 Oct, 14:30');
  });

  it('gives the era with every year before 1, and with the first century', () => {
    expect(words('-0043-03-15')).to.equal('15 March 44 BCE');
    expect(words('0000')).to.equal('1 BCE');
    expect(words('0001')).to.equal('1 CE');
    expect(words('0050-06-01')).to.equal('1 June 50 CE');
    expect(words('0100')).to.equal('100');
    expect(words('-0043', { locale: 'de' })).to.equal('44 v. Chr.');
    fc.assert(
      fc.property(fc.integer({ min: -9998, max: 0 }), fc.constantFrom('', '-05', '-05-17'), (year, rest) => {
        const text = (year < 0 ? '-' : '') + String(Math.abs(year)).padStart(4, '0') + rest;
        expect(words(text)).to.match(new RegExp(`(^| )${1 - year} BCE$`));
        expect(words(`${text}/2000`)).to.contain(`${1 - year} BCE`);
      }),
      { seed, numRuns: 300 },
    );
  });

  it('goes on where Date ends', () => {
    expect(words('Y-66000001')).to.equal('66,000,002 BCE');
    expect(words('Y170000002')).to.equal('170,000,002 CE');
    expect(words('Y-66000001', { locale: 'ja' })).to.equal('紀元前66,000,002年');
    expect(words('+300000-03-15')).to.equal('15 March 300,000 CE');
    expect(words('-300000-02-29', { locale: 'en-US' })).to.equal('February 29, 300,001 BCE');
  });

  it('groups the digits of a year from 10,000 on, alone and in a range', () => {
    const long: Record<string, string> = {
      'Y-12000/Y-10000': '12,001–10,001 BCE',
      '-9999/-9998': '10,000–9999 BCE',
      '9999/Y10001': '9999–10,001',
      '+012000-03-01/+012000-03-02': '1–2 March 12,000',
      'Y-250001': '250,002 BCE',
      'Y-271821': '271,822 BCE',
    };
    expect(Object.fromEntries(Object.keys(long).map(input => [input, words(input)]))).to.deep.equal(long);
    expect(words('-9999')).to.equal('10,000 BCE');
    const julian = parseDate('+012000-02-29/+012100-02-29', { calendar: 'julian' });
    expect(julian.ok && formatDate(julian.value)).to.equal(
      '29 February 12,000 – 29 February 12,100 (Julian)',
    );
  });

  it('tells round years of deep time by their distance', () => {
    const long: Record<string, string> = {
      'Y-66000000': '66 million years ago',
      'Y-138E8': '13.8 billion years ago',
      'Y-13812340000': '13.81234 billion years ago',
      'Y-300000~': 'about 300,000 years ago',
      Y5E9: 'in 5 billion years',
      'Y-66000000/Y-23000000': '66 million – 23 million years ago',
      'Y-138E8/2025': '13.8 billion years ago – 2025',
      'Y-90000': '90,001 BCE',
      'Y-11700': '11,701 BCE',
      'Y-11700~': 'about 11,700 BCE',
      'Y-11700?': '11,701 BCE?',
      'Y-11700S3': 'about 11,700 BCE (11,800–11,701 BCE)',
      '-2559~': 'about 2560 BCE',
      '-0500~': 'about 500 BCE',
      'Y-105000': '105,001 BCE',
      'Y-66000000/Y-60000001': '66 million years ago – 60,000,002 BCE',
    };
    expect(Object.fromEntries(Object.keys(long).map(input => [input, words(input)]))).to.deep.equal(long);
    const century = (year: number): string =>
      formatStretch({ start: fromCivil({ year }), end: fromCivil({ year: 1950 }) }, 'century');
    expect(century(-66_000_000)).to.equal('66 million years ago – the 20th century');
    expect(century(-11_734)).to.equal('11,700 BCE – the 20th century');
    expect(century(-433)).to.equal('the 5th century BCE – the 20th century');
    const ka = (input: string, locale?: string) =>
      words(input, { locale, ...short() }).replaceAll('\u00a0', ' ');
    expect(ka('Y-66000000')).to.equal('66 Ma');
    expect(ka('Y-138E8', 'de')).to.equal('13,8 Ga');
    expect(ka('Y-300000')).to.equal('300 ka');
    expect(ka('Y5E9')).to.equal('in 5 Ga');
    expect(ka('Y-66000000/Y-23000000')).to.equal('66 Ma – 23 Ma');
    const language = languageFor('de', { yearsAgo: 'vor {years} Jahren' });
    expect(words('Y-66000000', { language })).to.equal('vor 66 Millionen Jahren');
  });

  it('names the day of the week where people had it', () => {
    expect(words('2025-11-18', { weekday: true })).to.equal('Tuesday, 18 November 2025');
    expect(words('2025-11-18T09:00', { weekday: true })).to.equal('Tuesday, 18 November 2025, 09:00');
    expect(words('1582-10-15', { weekday: true })).to.equal('Friday, 15 October 1582');
    expect(words('1582-10-14', { weekday: true })).to.equal('14 October 1582');
    expect(words('1066-10-14', { weekday: true })).to.equal('14 October 1066');
    for (const input of ['2025-11', '2025-11-18/2025-11-19', '2025-11-18/..'])
      expect(words(input, { weekday: true })).to.equal(words(input));
  });

  it('shows instants in the zone, with its name, and floating times as they are', () => {
    const timeZone = 'America/New_York';
    const options = { timeZone, locale: 'en-US' };
    expect(words('2024-11-03T05:30Z', options)).to.equal('November 3, 2024, 1:30 AM EDT');
    expect(words('2024-11-03T06:30Z', options)).to.equal('November 3, 2024, 1:30 AM EST');
    expect(words('2024-11-03T05:30Z/2024-11-03T06:30Z', options)).to.equal(
      'November 3, 2024, 1:30 AM EDT – November 3, 2024, 1:30 AM EST',
    );
    expect(words('2024-11-03T01:30', options)).to.equal('November 3, 2024, 1:30 AM');
    const brief = (input: string) => words(input, { ...options, style: 'short' });
    expect(brief('2024-11-03T05:30Z')).to.equal('Nov 3, 2024, 1:30 AM EDT');
    expect(brief('2024-11-03T06:30Z')).to.equal('Nov 3, 2024, 1:30 AM EST');
    expect(brief('2024-11-03T07:30Z')).to.equal('Nov 3, 2024, 2:30 AM');
    expect(brief('2024-11-03T01:30')).to.equal('Nov 3, 2024, 1:30 AM');
    // New York kept its own mean time, 4:56:02 behind, until 1883.
    expect(words('1850-01-01T12:00Z', options)).to.equal('January 1, 1850, 7:03 AM GMT-4:56:02');
    const inUtc = parseDate('2025-10-02T02:00Z');
    expect(inUtc.ok && formatDate(inUtc.value, options)).to.equal('October 1, 2025, 10:00 PM EDT');
  });

  it('speaks each language in Gregorian dates', () => {
    const in2025 = (locale: string) => words('2025-10-02', { locale });
    expect(in2025('en')).to.equal('October 2, 2025');
    expect(in2025('de')).to.equal('2. Oktober 2025');
    expect(in2025('ja')).to.equal('2025年10月2日');
    expect(in2025('fa-IR')).to.contain('۲۰۲۵');
    expect(in2025('th')).to.contain('2025');
    expect(in2025('ar-SA')).to.match(/2025|٢٠٢٥/);
    expect(in2025('no-such-tag-at-all')).to.equal('October 2, 2025');
    for (const locale of ['fr', 'pl', 'ru', 'ar-EG', 'he', 'hi', 'zh-Hans', 'tr', 'en_US', 'C'])
      for (const input of [
        '2025-10-02',
        '-0043/0014',
        '196X',
        '19XX',
        '2001-24',
        '2025-09-02T10:00Z',
        '1985/..',
      ])
        expect(words(input, { locale, weekday: true }), `${locale} ${input}`).not.to.match(
          /[\u2009\u202f]|NaN|undefined|\{/,
        );
  });

  it('takes its phrases from the language', () => {
    const language = languageFor('de', {
      about: 'um {date}',
      bce: 'v. u. Z.',
      'the-decade': '{date}',
      decade: '{year}er',
    });
    expect(words('1850~', { language })).to.equal('um 1850');
    expect(words('196X', { language })).to.equal('1960er');
    const own = languageFor('en-GB', { bce: 'B.C.', ce: 'A.D.' });
    expect(words('-0043/0014', { language: own })).to.equal('44 B.C. – 14 A.D.');
  });

  it('is the same for the same date, and reads what it has written back into the source', () => {
    const text = fc.oneof(
      fc.integer({ min: -5e12, max: 5e12 }).map(ms => new Date(ms).toISOString().slice(0, 10)),
      fc.integer({ min: 0, max: 9999 }).map(year => `${String(year).padStart(4, '0')}~`),
    );
    fc.assert(
      fc.property(text, text, (a, b) => {
        for (const input of [a, `${a}/${b}`]) {
          const result = parseDate(input);
          if (!result.ok) continue;
          const again = parseDate(result.value.source);
          expect(again).to.deep.equal(result);
          expect(formatDate(result.value)).to.equal(again.ok && formatDate(again.value));
        }
      }),
      { seed, numRuns: 300 },
    );
  });
});

describe('formatStretch', () => {
  it('names the first and the last unit of a stretch', () => {
    const years = { start: Date.UTC(1980, 0), end: Date.UTC(1990, 0) };
    expect(formatStretch(years, 'year')).to.equal('1980–1989');
    expect(formatStretch(years, 'month')).to.equal('January 1980 – December 1989');
    expect(formatStretch({ start: Date.UTC(2025, 9, 2, 5), end: Date.UTC(2025, 9, 2, 7) }, 'day')).to.equal(
      '2 October 2025',
    );
    expect(formatStretch({ start: -Infinity, end: 0 }, 'day', { locale: 'en' })).to.equal(
      'until December 31, 1969',
    );
    expect(formatStretch({ start: 0, end: Infinity }, 'year')).to.equal('from 1970, ongoing');
    expect(formatStretch({ start: 0, end: 0 }, 'minute')).to.equal('1 January 1970, 00:00');
    expect(formatStretch({ start: 0, end: 0 }, 'day')).to.equal('1 January 1970');
  });
});
