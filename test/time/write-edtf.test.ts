import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import type { DatedSpan } from '../../src/time/dated-span.js';
import { formatDate } from '../../src/time/format-date.js';
import type { CalendarName } from '../../src/time/julian.js';
import { parseDate, parseStretch, type DateInput } from '../../src/time/parse-date.js';
import { writeEdtf } from '../../src/time/write-edtf.js';
import { readText } from '../lib/browser-commands.js';

const seed = 2019;

function read(input: DateInput, timeZone?: string, calendar?: CalendarName): DatedSpan {
  const result = parseDate(input, { timeZone, calendar });
  if (!result.ok) throw new Error(result.issue.message);
  return result.value;
}

/** All that a span says but how it was spelled. */
function meaning(span: DatedSpan): object {
  const members = span.members?.map(meaning);
  return { ...span, ...(members && { members }), source: undefined };
}

function expectSame(input: DateInput, timeZone?: string): void {
  const span = read(input, timeZone);
  const written = writeEdtf(span);
  const again = read(written, timeZone);
  expect(meaning(again), written).to.deep.equal(meaning(span));
  expect(writeEdtf(again)).to.equal(written);
  expect(formatDate(again, { timeZone })).to.equal(formatDate(span, { timeZone }));
}

// EDTF of all levels. Not all of it names a day that there is; what is no date is left out.
const digit = fc.constantFrom(...'0123456789');
const open = fc.oneof({ weight: 6, arbitrary: digit }, { weight: 1, arbitrary: fc.constant('X') });
const mark = fc.constantFrom('', '', '', '', '?', '~', '%');
const minus = fc.constantFrom('', '', '', '-');
const join = (...parts: fc.Arbitrary<string>[]) => fc.tuple(...parts).map(texts => texts.join(''));
const two = (least: number, most: number) =>
  fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min: least, max: most }).map(n => String(n).padStart(2, '0')) },
    { weight: 1, arbitrary: join(open, open) },
  );
const year = join(minus, mark, open, open, open, open, mark);
const month = join(fc.constant('-'), mark, two(1, 12), mark);
const day = join(fc.constant('-'), mark, two(1, 28), mark);
const subYear = fc.integer({ min: 21, max: 41 }).map(code => `-${code}`);
const longYear = join(
  fc.constant('Y'),
  minus,
  fc.integer({ min: 10_000, max: 9_999_999 }).map(String),
  fc.constantFrom('', 'E3'),
  fc.constantFrom('', 'S2', 'S5'),
  mark,
);
const time = join(
  fc.constantFrom('T10:30', 'T00:00:05', 'T24:00', 'T23:59:60', 'T12:00:00.5', 'T12:00:00.025'),
  fc.constantFrom('', 'Z', '+05:30', '-08'),
);
const date = fc.oneof(
  year,
  join(year, month),
  join(year, month, day),
  join(year, subYear, mark),
  join(year, month, day, time),
  join(minus, digit, digit, digit, digit, fc.constantFrom('S1', 'S2', 'S4'), mark),
  join(fc.constantFrom('+', '-'), fc.integer({ min: 100_000, max: 400_000 }).map(String), month, day),
  longYear,
);
const interval = join(
  fc.oneof(date, fc.constantFrom('..', '')),
  fc.constant('/'),
  fc.oneof(date, fc.constantFrom('..', '')),
);
const member = fc.oneof(
  date,
  join(date, fc.constant('..'), date),
  join(date, fc.constant('..')),
  join(fc.constant('..'), date),
);
const set = fc
  .tuple(fc.constantFrom('[]', '{}'), fc.array(member, { minLength: 1, maxLength: 2 }))
  .map(([brackets, members]) => brackets[0] + members.join() + brackets[1]);
const edtf = fc.oneof(date, interval, set);

describe('writeEdtf(span)', () => {
  it('is what was written, in its shortest form', () => {
    const same = [
      '1985',
      '2025-08',
      '2025-10-02',
      '2025-10-02T10:30',
      '2025-10-02T10:30:15.5Z',
      '-0043-03-15',
      '0000',
      '196X',
      '-019X',
      '19XX',
      '1XXX',
      'XXXX',
      '2001-21',
      '2001-30',
      '2001-41',
      'Y-66000000',
      'Y17000S2',
      '1950S2',
      '1984?',
      '2004-06-11%',
      '?2004-06-~11',
      '156X-12-25',
      '1560-XX-25',
      '1914/1918',
      '2025-09-02/..',
      '/1985~',
      '../1985',
      '1985/',
      '../..',
      '[1667,1668,1670..1672]',
      '{..1984,1990..}',
      '[1404..1438]',
      '2001-24/2002-24',
      '+300000-03-15',
    ];
    expect(same.map(text => writeEdtf(read(text)))).to.deep.equal(same);
    const other: Record<string, string> = {
      '2025-08-XX': '2025-08',
      '1985-XX-XX': '1985',
      'Y-138E8S3': 'Y-13800000000S3',
      '44 BCE': '-0043',
      '2004?-06~-11': '%2004-~06-11',
      '2025-10-02T10:30+02:00': '2025-10-02T08:30Z',
      '2024-01-05T24:00': '2024-01-06T00:00',
      '[2025,1985-04]': '[1985-04,2025]',
    };
    expect(Object.keys(other).map(text => writeEdtf(read(text)))).to.deep.equal(Object.values(other));
  });

  it('a date of another calendar or era comes out Gregorian', () => {
    const julian = (year: number, month?: number, day?: number) =>
      writeEdtf(read({ year, month, day, calendar: 'julian' }));
    expect(julian(1066, 10, 14)).to.equal('1066-10-20');
    expect(julian(1900, 2, 29)).to.equal('1900-03-13');
    expect(julian(-43, 3, 15)).to.equal('-0043-03-13');
    expect(julian(1066, 10)).to.equal('[1066-10-07..1066-11-06]');
    expect(writeEdtf(read({ year: 44, month: 3, era: 'bce' }))).to.equal('-0043-03');
    const spans: Record<string, string> = {
      '1066-10~/1066-12-25': '1066-10-07~/1066-12-31',
      '1066/..': '1066-01-07/..',
      '../1066-10': '../1066-11-06',
      '1066/': '[1066-01-07..1067-01-06]',
      '/1066-10?': '[1066-10-07?..1066-11-06?]',
      '1066-10-14/': '1066-10-20/',
      '/1066-10-14T10:00': '/1066-10-20T10:00',
      '{1066-10,1066-12-25}': '{1066-10-07..1066-11-06,1066-12-31}',
      '1950S2': '[1950-01-14~..1951-01-13~]',
      '0298S2/': '[0298-01-01~..0298-12-31~]',
    };
    const written = Object.keys(spans).map(text => writeEdtf(read(text, 'UTC', 'julian')));
    expect(written).to.deep.equal(Object.values(spans));
  });

  it('a Julian interval is read again with the same bounds, as firmly, in a form that stays', () => {
    const part = join(
      fc.integer({ min: 1000, max: 9999 }).map(String),
      fc.constantFrom('', '-02', '-12', '-02-28', '-12-31', '-33', '-24'),
      fc.constantFrom('', '', '~', '?', '%'),
    );
    const side = fc.oneof({ weight: 3, arbitrary: part }, fc.constantFrom('', '..'));
    let intervals = 0;
    fc.assert(
      fc.property(join(side, fc.constant('/'), side), text => {
        const parsed = parseDate(text, { calendar: 'julian' });
        if (!parsed.ok) return;
        intervals++;
        const { start, end, approximate, uncertain } = parsed.value;
        const again = read(writeEdtf(parsed.value));
        expect([again.start, again.end, again.approximate, again.uncertain], text).to.deep.equal([
          start,
          end,
          approximate,
          uncertain,
        ]);
        expect(writeEdtf(again)).to.equal(writeEdtf(parsed.value));
      }),
      { seed, numRuns: 1000 },
    );
    expect(intervals).to.be.above(400);
  });

  it('beyond six digits it is the year', () => {
    const far = writeEdtf(read('Y-66000000', 'UTC', 'julian'));
    expect(far).to.equal('[Y-66001356..Y-66001355]');
    expect(writeEdtf(read(1e20))).to.equal('Y3168875820');
    for (const written of [far, 'Y3168875820']) expect(writeEdtf(read(written))).to.equal(written);
    expect(writeEdtf(read({ year: 999_999, month: 12, day: 31 }))).to.equal('+999999-12-31');
  });

  it('a day and its first minute stay two', () => {
    const day = parseStretch('2024-01-05', '2024-01-05T00:00');
    expect(day.ok && writeEdtf(day.value)).to.equal('2024-01-05/2024-01-05T00:00');
  });

  it('is read again as the same date, in the same words', function () {
    this.timeout(60_000);
    let dates = 0;
    fc.assert(
      fc.property(edtf, fc.constantFrom('UTC', 'America/New_York'), (text, timeZone) => {
        if (!parseDate(text, { timeZone }).ok) return;
        dates++;
        expectSame(text, timeZone);
      }),
      { seed, numRuns: 4000 },
    );
    expect(dates).to.be.above(2000);
  });

  it('so is a date given by its numbers, whatever its calendar covers', () => {
    const part = (max: number) => fc.option(fc.integer({ min: 1, max }), { nil: undefined });
    const fields = fc.record({
      year: fc.integer({ min: 1, max: 9999 }),
      month: part(12),
      day: part(28),
      era: fc.constantFrom('bce', 'ce', undefined),
    });
    fc.assert(
      fc.property(fields, given => {
        const fields = given.month ? given : { ...given, day: undefined };
        expectSame(fields);
        const julian = read({ ...fields, calendar: 'julian' });
        const { start, end } = read(writeEdtf(julian));
        expect([start, end]).to.deep.equal([julian.start, julian.end]);
      }),
      { seed, numRuns: 500 },
    );
  });

  it('so are the agreed cases', async function () {
    const text = await readText('../shared/fixtures/edtf/edtf-cases.json');
    if (text === null) return this.skip();
    const cases = JSON.parse(text) as { input: string; valid: boolean }[];
    const read = cases.filter(({ input, valid }) => valid && parseDate(input).ok);
    expect(read).to.have.length.above(100);
    for (const { input } of read) expectSame(input);
  });
});
