import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { fromCivil, toCivil } from '../../src/time/civil.js';
import type { DatedSpan } from '../../src/time/dated-span.js';
import {
  dateSpan,
  isUnknownDate,
  isYearless,
  parseDate,
  parseStretch,
  type DateInput,
} from '../../src/time/parse-date.js';

const seed = 1944;

function spanOf(input: DateInput, timeZone?: string): DatedSpan {
  const result = parseDate(input, { timeZone });
  if (!result.ok) throw new Error(result.issue.message);
  return result.value;
}

function issueOf(input: unknown) {
  const result = parseDate(input as DateInput);
  if (result.ok) throw new Error(`${String(input)} was read`);
  return result.issue;
}

/** `2024-02-29T06:30`, with as much of the time as is not zero. */
function written(ms: number): string {
  if (!Number.isFinite(ms)) return ms > 0 ? '..' : '-..';
  const { year, month, day, hour, minute, second, millisecond } = toCivil(ms);
  const two = (n: number) => String(n).padStart(2, '0');
  const date = `${year}-${two(month)}-${two(day)}`;
  if (!(hour || minute || second || millisecond)) return date;
  return `${date}T${two(hour)}:${two(minute)}:${two(second)}${millisecond ? `.${millisecond}` : ''}`;
}

const covered = (input: DateInput, timeZone?: string) => {
  const { start, end } = spanOf(input, timeZone);
  return start === end ? written(start) : `${written(start)} ${written(end)}`;
};

// What is written → what it covers, half-open, or the one moment.
const TRAPS: Record<string, string> = {
  '1985': '1985-01-01 1986-01-01',
  '1985-04': '1985-04-01 1985-05-01',
  '1985-12': '1985-12-01 1986-01-01',
  '2025-10-02': '2025-10-02 2025-10-03',
  '2024-02-29': '2024-02-29 2024-03-01',
  '2000-02-29': '2000-02-29 2000-03-01',
  '2011-12-30': '2011-12-30 2011-12-31', // a day that Apia did not have
  '1985-04-12/1986': '1985-04-12 1987-01-01',
  '2024-07-01/2024-07-04': '2024-07-01 2024-07-05',
  '2024-05/2025-04': '2024-05-01 2025-05-01',
  '1985-04-12/..': '1985-04-12 ..',
  '../1985': '-.. 1986-01-01',
  '../..': '-.. ..',
  '1985/': '1985-01-01 1986-01-01',
  '/1985-04': '1985-04-01 1985-05-01',
  '1985/1985': '1985-01-01 1986-01-01',
  '1984?': '1984-01-01 1985-01-01',
  '2004-06~/2004-06-11%': '2004-06-01 2004-06-12',
  '201X': '2010-01-01 2020-01-01',
  '20XX': '2000-01-01 2100-01-01',
  '1XXX': '1000-01-01 2000-01-01',
  '-01XX': '-199-01-01 -99-01-01',
  '-000X': '-9-01-01 0-01-01',
  XXXX: '0-01-01 10000-01-01',
  '156X-12-25': '1560-12-25 1569-12-26',
  '1560-XX-25': '1560-01-25 1560-12-26',
  '1984-1X': '1984-10-01 1985-01-01',
  '-1X32-X1-X2': '-1932-01-02 -1032-11-23',
  '190X-02-29': '1904-02-29 1908-03-01',
  '2001-28': '2001-12-01 2002-03-01',
  '2001-29': '2001-09-01 2001-12-01',
  '2001-30': '2001-12-01 2002-03-01',
  '2001-31': '2001-03-01 2001-06-01',
  '2001-32': '2001-06-01 2001-09-01',
  '2001-33': '2001-01-01 2001-04-01',
  '2001-36': '2001-10-01 2002-01-01',
  '2001-37': '2001-01-01 2001-05-01',
  '2001-39': '2001-09-01 2002-01-01',
  '2001-40': '2001-01-01 2001-07-01',
  '2001-41': '2001-07-01 2002-01-01',
  '156X-24': '1560-12-01 1570-03-01',
  Y17E7: '170000000-01-01 170000001-01-01',
  'Y-17E7': '-170000000-01-01 -169999999-01-01',
  '1950S2': '1950-01-01 1951-01-01',
  Y3388E2S3: '338800-01-01 338801-01-01',
  '-1859S5': '-1859-01-01 -1858-01-01',
  '2015-02-27/2015-02-X8': '2015-02-27 2015-03-01',
  '[1667,1668,1670..1672]': '1667-01-01 1673-01-01',
  '{1984,1760-12..}': '1760-12-01 ..',
  '[..1760-12-03]': '-.. 1760-12-04',
  '1985-04-XX': '1985-04-01 1985-05-01',
  '1985-XX-XX': '1985-01-01 1986-01-01',
  '1985-XX': '1985-01-01 1986-01-01',
  '2001-21': '2001-03-01 2001-06-01',
  '2001-22': '2001-06-01 2001-09-01',
  '2001-23': '2001-09-01 2001-12-01',
  '2001-24': '2001-12-01 2002-03-01',
  Y170000002: '170000002-01-01 170000003-01-01',
  'Y-66000000': '-66000000-01-01 -65999999-01-01',
  'Y-13800000000': '-13800000000-01-01 -13799999999-01-01',
  '0000': '0-01-01 1-01-01',
  '-0001': '-1-01-01 0-01-01',
  '-0043-03-15': '-43-03-15 -43-03-16',
  '44 BCE': '-43-01-01 -42-01-01',
  '44 BC': '-43-01-01 -42-01-01',
  'c. 1850': '1850-01-01 1851-01-01',
  '1 BCE/14 CE': '0-01-01 15-01-01',
  '0050-06-01': '50-06-01 50-06-02',
  '-0050-01-01': '-50-01-01 -50-01-02',
  '-271821-04-19': '-271821-04-19 -271821-04-20',
  '+275760-09-13T00:00:00.001Z': '275760-09-13T00:00:00.1',
  '2016-12-31T23:59:60Z': '2017-01-01',
  '2024-01-05T24:00': '2024-01-06',
  '2024-01-05T10:00': '2024-01-05T10:00:00',
  '2024-01-05T10:00:30.25': '2024-01-05T10:00:30.250',
  '2024-01-05T10:00:30,1239': '2024-01-05T10:00:30.123',
  '1985-04-12T23:20:30-04': '1985-04-13T03:20:30',
  '1985-04-12T23:20:30+04:30': '1985-04-12T18:50:30',
  '2024-03-10T02:30': '2024-03-10T02:30:00', // skipped by New York's clocks
  '1850-01-01': '1850-01-01 1850-01-02',
  '2024-01-05T10:00/2024-01-05T12:30': '2024-01-05T10:00:00 2024-01-05T12:30:00',
  '2024-01-05/2024-01-07T12:00': '2024-01-05 2024-01-07T12:00:00',
};

const REFUSED = [
  ...['2023-02-29', '1900-02-29', '2024-13-01', '2024-00-10', '2024-01-32', '2024-01-00', '2024-04-31'],
  ...['1', '12', '50', '0', '193', '2024-1-5', '24-01-05', '12024', '+2024', 'Y2024', 'Y00001', 'Y1E12'],
  ...['-0000', '-000000-01-01', '-0000-01-01', '0 BCE', '44 B', '-44 BCE'],
  ...['２０２４-01-05', '2024−01−05', '2024‐01', '२०२४'],
  ...['2024-01-05T25:00', '2024-01-05T24:01', '2024-01-05T10:60', '2024-01-05T10:00:61', '2024-01-05T10'],
  ...['2024-01-05 10:00', '2024-01-05t10:00', '2024-01-05T10:00z', '2012-10-10T1:10:10', '2024-01T10:00'],
  ...['2024-01-05T10:00-00:00', '2024-01-05T10:00+15', '2024-01-05T10:00-12:01', '2024-01-05T10:00+01:60'],
  ...['201x', '156X-09-31', '1985-XX-32', '1984-2X', '1985-XX-XXT10:00', '199u', '1950S0', '19XXS2', '1E3'],
  ...['[1667', '{1667]', '[]', '[..]', '[1672..1670]', '[1667/1670]', '[1667]~', '[1667]/1700', '1667..1670'],
  ...[
    '2001-20',
    '2001-21-05',
    '2001-42',
    '1984?~',
    '~~1984',
    'Y17E7-12',
    '1985/04/12',
    '/',
    '../',
    '/..',
    '..',
    '',
  ],
  ...['not a date', 'circa', 'before 1850', '2024-01-05junk', 'Y17E7-12-26', '{1999', 'unknown', '2020/nope'],
];

describe('parseDate', () => {
  it('covers what is written', () => {
    const got = Object.fromEntries(Object.keys(TRAPS).map(input => [input, covered(input)]));
    expect(got).to.deep.equal(TRAPS);
  });

  it('refuses what is no date, each time with a remedy', () => {
    for (const input of REFUSED) {
      const { code, message, path, severity } = issueOf(input);
      expect([code, path, severity], input).to.deep.equal(['invalid-date', '', 'error']);
      expect(message, input).to.match(/^invalid date: ".*"; (expected .+|did you mean ".+"\?)$/);
    }
  });

  it('names what is wrong, or what was meant', () => {
    const remedy = (input: unknown) => issueOf(input).message.split('; ')[1];
    expect(remedy('2020-13-01')).to.match(/month from 01 to 12/);
    expect(remedy('2023-02-29')).to.match(/day from 01 to 28/);
    expect(remedy('2024-01-05T10:99')).to.match(/time from 00:00 to 24:00/);
    for (const [input, meant] of [
      ['199u', '199X'],
      ['1999-01-uu', '1999-01-XX'],
      ['2004-01-01/unknown', '2004-01-01/'],
      ['2004-01-01/open', '2004-01-01/..'],
      ['1984?~', '1984%'],
      ['1914–1918', '1914/1918'],
      ['2020-1-5', '2020-01-05'],
      ['2020/01/05', '2020-01-05'],
      ['2024-01-05 10:00', '2024-01-05T10:00'],
      ['２０２４-01-05', '2024-01-05'],
      ['1960s', '196X'],
      ['c. 1960s', '196X~'],
      ['2022/23', '2022/2023'],
      ['-66000000', 'Y-66000000'],
      ['20250801', '2025-08-01'],
      ['2001-02-03 10:00', '2001-02-03T10:00'],
      ['y-17e7', 'Y-17E7'],
      ['open/1985', '../1985'],
      ['20240105T100000Z', '2024-01-05T10:00:00Z'],
      ['20240105T1000', '2024-01-05T10:00'],
      ['2024-01-05T10:00 Z', '2024-01-05T10:00Z'],
      ['44 BCE - 14 CE', '44 BCE/14 CE'],
      ['2024-01-05 – 2024-02-01', '2024-01-05/2024-02-01'],
      ['May 2019', '2019-05'],
      ['12 March 1920', '1920-03-12'],
      ['march 12, 1920', '1920-03-12'],
      ['1 Sept. 1939 - 8 May 1945', '1939-09-01/1945-05-08'],
      ['c. June 1850', '1850-06~'],
    ])
      expect(remedy(input), input).to.equal(`did you mean "${meant}"?`);
    expect(remedy('2020-13')).to.match(/month from 01 to 12, or a code .* from 21 to 41/);
    expect(remedy('156X-02-30')).to.match(/day from 01 to 29/);
    expect(remedy('44')).to.match(/year of four digits/);
    expect(remedy('9'.repeat(65))).to.match(/at most 64 characters/);
  });

  it('guesses at nothing that has a second meaning', () => {
    for (const input of ['202508', '20251301', '1800s', '193', '1700000000', 'Spring 2019', '2 May 3, 1920'])
      expect(issueOf(input).message, input).to.match(/; expected /);
    for (const [input, remedy] of [
      ['12/11/2019', 'expected "2019-11-12" (day first) or "2019-12-11" (month first)'],
      ['3.4.2015', 'expected "2015-04-03" (day first) or "2015-03-04" (month first)'],
      ['31.01.1960', 'did you mean "1960-01-31"?'],
      ['01/31/1960', 'did you mean "1960-01-31"?'],
      ['5-5-2005', 'did you mean "2005-05-05"?'],
      ['31.02.1960', 'expected a day that exists, such as "2019-11-12"'],
      ['44562', 'expected "2022-01-01" (spreadsheet) or "Y44562" (year)'],
      ['1640995200', 'expected "2022-01-01T00:00Z" (Unix seconds)'],
      ['1593000000001', 'expected "2020-06-24T12:00:00.001Z" (Unix ms)'],
      ['12-11-19', 'expected a year of four digits, month and day, such as "2019-11-12"'],
    ])
      expect(issueOf(input).message, input).to.contain(`; ${remedy}`);
    // The end of a range, or a month mistyped.
    expect(issueOf('2018-44').message).to.match(
      /; expected a month from 01 to 12, .*; from year to year is "2018\/2044"$/,
    );
    expect(issueOf('2001-21^southernHemisphere').message).to.match(/a code from 21 to 41/);
    expect(issueOf('(2011)-06-04~').message).to.match(/such as "2004-~06"$/);
  });

  it('tells a time from some time within and from a whole stretch', () => {
    const kinds = (input: DateInput) => [spanOf(input).kind, spanOf(input).precision];
    expect(kinds('2025-08')).to.deep.equal(['within', 'month']);
    expect(kinds('2025-10-02')).to.deep.equal(['within', 'day']);
    expect(kinds('2025-08-01/2025-08-31')).to.deep.equal(['stretch', 'day']);
    expect(kinds('2001/2001-21')).to.deep.equal(['stretch', 'season']);
    expect(kinds('2025-10-02T10:00')).to.deep.equal(['instant', 'minute']);
    expect(kinds('2025-10-02T10:00:00')).to.deep.equal(['instant', 'second']);
    expect(kinds('2025-10-02T10:00:00.5Z')).to.deep.equal(['instant', 'millisecond']);
    expect(['201X', '20XX', '2XXX', '2001-21'].map(input => spanOf(input).precision)).to.deep.equal([
      'decade',
      'century',
      'millennium',
      'season',
    ]);
  });

  it('keeps qualifiers with the side they are written at', () => {
    const flags = (input: string) => {
      const { approximate, uncertain, from, to } = spanOf(input);
      return [{ approximate, uncertain }, from, to].map(
        s => (s.approximate ? '~' : '') + (s.uncertain ? '?' : ''),
      );
    };
    expect(flags('1984')).to.deep.equal(['', '', '']);
    expect(flags('1984?')).to.deep.equal(['?', '?', '?']);
    expect(flags('1984~')).to.deep.equal(['~', '~', '~']);
    expect(flags('1984%')).to.deep.equal(['~?', '~?', '~?']);
    expect(flags('1984?/2004-06~')).to.deep.equal(['~?', '?', '~']);
    expect(flags('44 BCE~')).to.deep.equal(['~', '~', '~']);
  });

  it('tells an open side from an unknown one', () => {
    const sides = (input: string) => {
      const { open, from, to } = spanOf(input);
      return [open, from.state, to.state];
    };
    expect(sides('1985')).to.deep.equal(['none', 'known', 'known']);
    expect(sides('1985/..')).to.deep.equal(['end', 'known', 'open']);
    expect(sides('../1985')).to.deep.equal(['start', 'open', 'known']);
    expect(sides('../..')).to.deep.equal(['both', 'open', 'open']);
    expect(sides('1985/')).to.deep.equal(['none', 'known', 'unknown']);
    expect(sides('/1985')).to.deep.equal(['none', 'unknown', 'known']);
  });

  it('an offset gives an instant, shown in the zone; without one no zone is met', () => {
    const noon = spanOf('2025-10-02T12:00Z', 'America/New_York');
    expect(written(noon.start)).to.equal('2025-10-02T08:00:00');
    expect([noon.instant, noon.from.instant, noon.source]).to.deep.equal([
      Date.UTC(2025, 9, 2, 12),
      Date.UTC(2025, 9, 2, 12),
      '2025-10-02T12:00Z',
    ]);
    for (const floating of ['2025-10-02', '2025-10-02T12:00', '2011-12-30', '2024-03-10T02:30'])
      for (const zone of ['Pacific/Apia', 'America/New_York', 'Asia/Kolkata']) {
        expect(covered(floating, zone)).to.equal(covered(floating));
        expect('instant' in spanOf(floating, zone)).to.equal(false);
      }
    expect(spanOf('2025-10-02T12:00Z', 'Mars/Olympus').start).to.equal(Date.UTC(2025, 9, 2, 12));
  });

  it('instants keep their order where the clocks do not', () => {
    const zone = 'America/New_York';
    const [a, b] = [spanOf('2024-11-03T05:30Z', zone), spanOf('2024-11-03T06:30Z', zone)];
    expect(a.start).to.equal(b.start);
    expect(a.instant!).to.be.below(b.instant!);
    const across = spanOf('2024-11-03T05:59Z/2024-11-03T06:01Z', zone); // 01:59 to 01:01
    expect(across.end).to.be.at.least(across.start);
    expect([across.from.instant, across.to.instant]).to.deep.equal([
      Date.UTC(2024, 10, 3, 5, 59),
      Date.UTC(2024, 10, 3, 6, 1),
    ]);
  });

  it('reads numbers of a date, with an era', () => {
    expect(covered({ year: 99 })).to.equal('99-01-01 100-01-01');
    expect(covered({ year: 44, era: 'bce' })).to.equal('-43-01-01 -42-01-01');
    expect(covered({ year: 44, month: 3, day: 15, era: 'BC' })).to.equal('-43-03-15 -43-03-16');
    expect(covered({ year: 14, era: 'ce' })).to.equal('14-01-01 15-01-01');
    expect(covered({ year: '0044', month: '3' } as unknown as DateInput)).to.equal('44-03-01 44-04-01');
    expect(covered({ year: 0 })).to.equal('0-01-01 1-01-01');
    expect(covered({ year: -66_000_000 })).to.equal('-66000000-01-01 -65999999-01-01');
    expect(covered({ year: 300_000, month: 2 })).to.equal('300000-02-01 300000-03-01');
    expect(spanOf({ year: 44, month: 3, day: 15, era: 'bce' }).source).to.equal('-0043-03-15');
    for (const wrong of [
      { year: 2024, month: 13 },
      { year: 2023, month: 2, day: 29 },
      { year: 2024, day: 5 },
      { year: 1.5 },
      { year: NaN },
      { year: 0, era: 'bce' },
      { year: 5, era: 'xyz' },
      { year: 5, calendar: 'hebrew' as 'julian' },
      { year: 1e9, month: 2 },
      { year: 1e13 },
    ])
      expect(issueOf(wrong).code, JSON.stringify(wrong)).to.equal('invalid-date');
  });

  it('takes nothing but numbers, and their digits, for the numbers of a date', () => {
    for (const field of [false, true, [], [5], {}, '', ' ', '1X', '0x7', '1'.repeat(1000)])
      for (const fields of [{ year: field }, { year: 5, month: field }, { year: 5, month: 5, day: field }])
        expect(issueOf(fields).message, JSON.stringify(fields)).to.match(/; expected whole numbers/);
    for (const none of [{ year: null }, { year: null, month: 3 }, { year: 5, day: 3 }])
      expect(issueOf(none).message, JSON.stringify(none)).to.match(/; expected whole numbers/);
    expect(issueOf({ year: 5, era: ['bce'] }).message).to.match(/as era$/);
  });

  it('looks into nothing that is within an object, however much it is', () => {
    const secret = {
      toString: () => expect.fail('made a text'),
      get within() {
        return expect.fail('looked into');
      },
    };
    for (const fields of [{ year: secret }, { year: 5, month: [secret] }, { year: 5, era: [secret] }])
      expect(issueOf(fields).message).to.match(/^invalid date: .*…/);
  });

  it('reads Date, Unix milliseconds and Temporal objects', () => {
    const unix = Date.UTC(2025, 9, 2, 14, 30);
    for (const input of [unix, new Date(unix), { epochMilliseconds: unix }]) {
      expect(spanOf(input)).to.deep.include({
        start: unix,
        end: unix,
        instant: unix,
        kind: 'instant',
        precision: 'minute',
        source: '2025-10-02T14:30:00.000Z',
      });
      expect(written(spanOf(input, 'America/New_York').start)).to.equal('2025-10-02T10:30:00');
    }
    expect(spanOf(unix + 1000).precision).to.equal('second');
    expect(spanOf(unix + 1).precision).to.equal('millisecond');
    // What is finer than a millisecond is cut off once, so that all tell the same.
    expect(spanOf(-1.5)).to.deep.include({ start: -2, instant: -2, source: '1969-12-31T23:59:59.998Z' });
    expect(spanOf(-1.5, 'Asia/Kolkata').start).to.equal(19_800_000 - 2);
    expect(spanOf(8.64e15 + 1)).to.deep.include({ start: 8.64e15 + 1, source: '8640000000000001' });

    const plain = (name: string, text: string) => ({
      [Symbol.toStringTag]: `Temporal.Plain${name}`,
      calendarId: 'iso8601',
      year: 1,
      toString: () => text,
    });
    expect(covered(plain('Date', '2024-01-05'))).to.equal('2024-01-05 2024-01-06');
    expect(covered(plain('Date', '2024-01-05[u-ca=hebrew]'))).to.equal('2024-01-05 2024-01-06');
    expect(covered(plain('YearMonth', '2024-01'))).to.equal('2024-01-01 2024-02-01');
    expect(covered(plain('DateTime', '2024-01-05T10:00:00'))).to.equal('2024-01-05T10:00:00');
    for (const [name, text] of [
      ['Time', '10:00:00'],
      ['MonthDay', '1972-12-25[u-ca=hebrew]'],
      ['YearMonth', '2024-01-11[u-ca=hebrew]'], // one of its months, though by the ISO date it begins at
    ] as const)
      expect(issueOf(plain(name, text)).message, name).to.match(/expected a PlainDate/);
  });

  it('reads the Temporal of the engine, where it has one', function () {
    type Plain = { from(text: string): { readonly calendarId: string } };
    const { Temporal } = globalThis as { Temporal?: Record<'PlainDate' | 'ZonedDateTime', Plain> };
    if (!Temporal) return this.skip();
    expect(covered(Temporal.PlainDate.from('-000043-03-15'))).to.equal('-43-03-15 -43-03-16');
    const zoned = Temporal.ZonedDateTime.from('2025-10-02T14:30[America/New_York]');
    expect(covered(zoned, 'America/New_York')).to.equal('2025-10-02T14:30:00');
  });

  it('what JavaScript has besides is an issue, never a throw', () => {
    const hostile = {
      get year(): never {
        throw new Error('no');
      },
    };
    const circular: Record<string, unknown> = {};
    circular.self = circular;
    for (const input of [
      null,
      undefined,
      true,
      {},
      [],
      circular,
      hostile,
      new Date(NaN),
      NaN,
      1e300,
      () => 1,
      1n,
      Symbol('s'),
    ])
      expect(issueOf(input)).to.deep.include({ code: 'invalid-date', severity: 'error' });
  });

  it('any value is answered', () => {
    const value = fc.oneof(
      fc.anything(),
      fc.record(
        { year: fc.anything(), month: fc.anything(), calendar: fc.anything() },
        { requiredKeys: ['year'] },
      ),
    );
    fc.assert(
      fc.property(value, value, (a, b) => {
        for (const result of [parseDate(a as DateInput), parseStretch(a, b)])
          if (result.ok) expect(result.value.start).to.be.at.most(result.value.end);
          else expect(result.issue.message).to.match(/; (expected|did you mean) /);
        const alone = parseDate(a as DateInput);
        expect(dateSpan(a as DateInput)).to.deep.equal(alone.ok ? alone.value : null);
      }),
      { seed, numRuns: 2000 },
    );
  });

  it('reads 64 characters and no more', () => {
    expect(issueOf(`${' '.repeat(60)}2024-01`).message.length).to.be.below(160);
    const long = issueOf('9'.repeat(1_000_000));
    expect(long.message.length).to.be.below(160);
    expect(covered(' 2024-01\n')).to.equal('2024-01-01 2024-02-01');
  });

  it('an end before its start leaves the start', () => {
    for (const input of ['2020/2019', '0001/0000', '1000/-2000', '2024-01-05T10:00/2024-01-05T09:59']) {
      const result = parseDate(input);
      if (result.ok) throw new Error(input);
      expect(result.issue).to.deep.include({ code: 'end-before-start', path: '', severity: 'warning' });
      expect(result.issue.message).to.contain(JSON.stringify(input));
      expect(result.fallback).to.deep.equal(spanOf(input.split('/')[0]!));
    }
  });

  it('never throws, and covers something, for any text', () => {
    const signs = fc.constantFrom('', ...'0123456789X-/.TZ:+~?%Y []{},ES', '..', '-12', 'T10:00', ' BCE');
    const notation = fc.array(signs, { maxLength: 14 }).map(parts => parts.join(''));
    const slip = fc
      .tuple(fc.constantFrom(...Object.keys(TRAPS)), fc.nat(24), signs)
      .map(([text, at, sign]) => text.slice(0, at) + sign + text.slice(at + 1));
    let read = 0;
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }), notation, slip), text => {
        expect(dateSpan(text) !== null, text).to.equal(parseDate(text).ok);
        const result = parseDate(text, { timeZone: 'Asia/Kolkata' });
        if (!result.ok) return;
        read++;
        const { start, end, kind } = result.value;
        expect(start <= end && (start < end || kind === 'instant' || kind === 'set'), text).to.equal(true);
      }),
      { seed, numRuns: 5000 },
    );
    expect(read).to.be.above(200);
  });

  it('a year covers its months, and a month its days', () => {
    const date = fc.tuple(
      fc.integer({ min: -9999, max: 9999 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
    );
    fc.assert(
      fc.property(date, ([y, m, d]) => {
        const year = (y < 0 ? '-' : '') + String(Math.abs(y)).padStart(4, '0');
        const month = `${year}-${String(m).padStart(2, '0')}`;
        const spans = [year, month, `${month}-${String(d).padStart(2, '0')}`].map(text => spanOf(text));
        for (const [outer, inner] of [spans.slice(0, 2), spans.slice(1)] as [DatedSpan, DatedSpan][]) {
          expect(outer.start).to.be.at.most(inner.start);
          expect(outer.end).to.be.at.least(inner.end);
        }
        expect(spans[2]!.start).to.equal(fromCivil({ year: y, month: m, day: d }));
      }),
      { seed, numRuns: 1000 },
    );
  });

  it('plain dates are in the order of their text', () => {
    const date = fc
      .integer({ min: Date.UTC(0, 0), max: Date.UTC(9999, 0) })
      .map(ms => new Date(ms).toISOString().slice(0, 10));
    fc.assert(
      fc.property(date, date, (a, b) => {
        expect(Math.sign(spanOf(a).start - spanOf(b).start)).to.equal(a < b ? -1 : a > b ? 1 : 0);
        expect(spanOf(a).start).to.equal(Date.parse(a));
      }),
      { seed, numRuns: 1000 },
    );
  });
});

describe('parseStretch', () => {
  const stretch = (start: unknown, end: unknown) => {
    const result = parseStretch(start, end);
    if (!result.ok) throw new Error(result.issue.message);
    return result.value;
  };

  it('includes both sides, and is a stretch even within one day', () => {
    expect(stretch('2025-11-15', '2025-11-16')).to.deep.equal(spanOf('2025-11-15/2025-11-16'));
    expect(stretch('2025-11-15', '2025-11-15').kind).to.equal('stretch');
    expect(stretch({ year: 44, era: 'bce' }, '14 CE')).to.deep.equal({
      ...spanOf('-0043/0014'),
      source: '-0043/14 CE',
    });
  });

  it('is of one calendar, which tells both sides; an instant can be told in any', () => {
    const mixed = parseStretch('1700-01', { year: 1700, month: 5, calendar: 'julian' });
    if (mixed.ok) throw new Error('read');
    expect(mixed.issue).to.deep.include({ code: 'invalid-date', path: 'end', severity: 'error' });
    expect(mixed.issue.message).to.match(
      /^invalid date: {"year":1700,.*}; expected both dates in one calendar$/,
    );
    expect(mixed.fallback).to.deep.equal(spanOf('1700-01'));
    expect(parseStretch({ year: 1700, calendar: 'julian' }, '1701').ok).to.equal(false);
    for (const end of ['..', 'unknown', new Date(0), '2024-01-05T10:00Z', { year: 1701, calendar: 'julian' }])
      expect(stretch({ year: 1700, calendar: 'julian' }, end).calendar).to.equal('julian');
    expect(parseStretch('1700', '1701', { calendar: 'julian' }).ok).to.equal(true);
  });

  it('takes what is open, unknown or absent as said', () => {
    expect(stretch('2025', '..')).to.deep.equal(spanOf('2025/..'));
    expect(stretch('..', '2025')).to.deep.equal(spanOf('../2025'));
    expect(stretch('2025', 'unknown')).to.deep.equal(spanOf('2025/'));
    expect(stretch(undefined, '2025')).to.deep.equal(spanOf('/2025'));
    for (const absent of [undefined, null, '', ' '])
      expect(stretch('2025', absent)).to.deep.equal(spanOf('2025'));
  });

  it('names the side that is wrong, and keeps the start where it can', () => {
    const wrong = (start: unknown, end: unknown) => {
      const result = parseStretch(start, end);
      return result.ok ? null : [result.issue.code, result.issue.path, result.fallback?.source];
    };
    expect(wrong('2020-13', '2021')).to.deep.equal(['invalid-date', 'start', undefined]);
    expect(wrong('2020', '2021-13')).to.deep.equal(['invalid-date', 'end', '2020']);
    expect(wrong('2020', '2021/2022')).to.deep.equal(['invalid-date', 'end', '2020']);
    expect(wrong('2020', '2019')).to.deep.equal(['end-before-start', 'end', '2020']);
    expect(wrong(new Date(1000), new Date(0))).to.deep.equal([
      'end-before-start',
      'end',
      '1970-01-01T00:00:01.000Z',
    ]);
  });
});

describe('isYearless', () => {
  it('is true for a date that can be in any year', () => {
    for (const input of ['XXXX-12-25', 'XXXX-12', '-XXXX-12', '[1560,XXXX-12-25]'])
      expect(isYearless(spanOf(input)), input).to.equal(true);
    for (const input of ['1XXX-12-25', '2004', '../..'])
      expect(isYearless(spanOf(input)), input).to.equal(false);
  });

  it('such a side of an interval is unknown', () => {
    expect(spanOf('XXXX-12/2004').from.state).to.equal('unknown');
    expect(covered('XXXX-12/2004')).to.equal(covered('/2004'));
    expect(issueOf('XXXX-12/XXXX').code).to.equal('invalid-date');
  });
});

describe('isUnknownDate', () => {
  it('is true for nothing, for the word, and for a year without a digit', () => {
    for (const input of [undefined, null, '', '  ', 'unknown', ' Unknown ', 'XXXX', 'XXXX-XX', 'XXXX-XX-XX'])
      expect(isUnknownDate(input), String(input)).to.equal(true);
    for (const input of ['1XXX', 'XXXX-12', 'soon', 0, {}, '..'])
      expect(isUnknownDate(input), String(input)).to.equal(false);
  });
});
