import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import type { DatedSpan } from '../../src/time/dated-span.js';
import { stepsAtOnce, stepLength, months, milliseconds } from '../../src/time/date-step.js';
import type { Reading } from '../../src/time/edtf.js';
import { parseDate, type DateInput } from '../../src/time/parse-date.js';
import { dateShifter, shiftTogether } from '../../src/time/shift-date.js';
import { engineShare } from '../lib/engine-share.js';

const reading: Reading = { timeZone: 'UTC', calendar: 'gregorian' };
const shifted = (input: unknown, n: number, of = reading): unknown => dateShifter(input, of)?.shift(n);

function read(input: unknown, { timeZone, calendar } = reading): DatedSpan {
  const result = parseDate(input as DateInput, { timeZone, calendar });
  if (!result.ok) throw new Error(result.issue.message);
  return result.value;
}

// Dates of all spellings that have a digit to move.
const digit = fc.constantFrom(...'0123456789');
const join = (...parts: fc.Arbitrary<string>[]) => fc.tuple(...parts).map(texts => texts.join(''));
const number = (least: number, most: number) =>
  fc.integer({ min: least, max: most }).map(n => String(n).padStart(2, '0'));
const mark = fc.constantFrom('', '', '', '?', '~', '%');
const year = fc.oneof(
  { weight: 4, arbitrary: join(digit, digit, digit, digit) },
  join(
    fc.constantFrom('-', '+'),
    fc.integer({ min: 1, max: 899_999 }).map(n => String(n).padStart(6, '0')),
  ),
);
const shortYear = join(fc.constantFrom('', '', '-'), fc.constantFrom('19', '04', '88'), number(10, 99));
const alone = fc.oneof(
  join(fc.constant('Y'), fc.constantFrom('', '-'), fc.integer({ min: 20_000, max: 9e8 }).map(String)),
  join(fc.integer({ min: 1, max: 2100 }).map(String), fc.constantFrom(' BCE', ' CE', ' bc', ' AD')),
  join(fc.constantFrom('', '-'), digit, digit, fc.constantFrom('XX', '7X', '0X', 'X5')),
  join(shortYear, fc.constantFrom('S2', 'S3')),
  fc.integer({ min: 40, max: 99 }).map(n => `Y${n}E7`),
);
const qualifier = fc.constantFrom('?', '~', '%');
const time = join(
  fc.constantFrom('T10:30', 'T00:00:05', 'T23:59:59', 'T12:00:00.5', 'T12:00:00,02512'),
  fc.constantFrom('', 'Z', '+05:30', '-08'),
);
const day = join(shortYear, fc.constant('-'), number(1, 12), fc.constant('-'), number(1, 28));
const texts = fc.oneof(
  join(fc.oneof(year, alone), mark),
  join(fc.constant('c. '), alone),
  join(year, fc.constant('-'), number(1, 12), fc.oneof(mark, fc.constant('-XX'))),
  join(year, fc.constant('-'), number(21, 41), mark),
  join(day, mark),
  join(shortYear, qualifier, fc.constant('-'), qualifier, number(1, 12), fc.constant('-'), number(1, 28)),
  join(day, time, mark),
  join(fc.constantFrom('156X', '12XX'), fc.constant('-'), number(1, 12), fc.constant('-'), number(1, 28)),
);
const readings: fc.Arbitrary<Reading> = fc.record({
  timeZone: fc.constantFrom('UTC', 'Pacific/Apia', 'America/Sao_Paulo', 'Asia/Kathmandu', 'America/St_Johns'),
  calendar: fc.constantFrom('gregorian' as const, 'julian' as const),
});
/** Far enough to leave the year, but no era of the spelling. */
const few = fc.integer({ min: -9, max: 9 });

/** What a date says apart from when. */
function manner({ precision, approximate, uncertain, kind, from }: DatedSpan): object {
  const { doubts, significantDigits, state } = from;
  return { precision, approximate, uncertain, kind, doubts, significantDigits, state };
}

describe('dateShifter', () => {
  const cases: [input: unknown, n: number, shifted: unknown][] = [
    ['1984~', 1, '1985~'],
    ['c. 1850', -1, 'c. 1849'],
    ['198X', 2, '200X'],
    ['-000X', 1, '000X'],
    ['1985-11', 3, '1986-02'],
    ['1985-11-XX', 1, '1985-12-XX'],
    ['2024-02-28', 2, '2024-03-01'],
    ['1 BCE', 1, '1 CE'],
    ['3 AD', -3, '1 BC'],
    ['Y-17E7', 1, 'Y-16E7'],
    ['9999', 1, 'Y10000'],
    ['2001-24', 1, '2002-21'],
    ['2001-30', 1, '2002-31'], // the southern summer begins in December, autumn follows in March
    ['2001-36', 1, '2002-33'],
    ['2001-39', 1, '2002-37'],
    ['2001-41', 1, '2002-40'],
    ['156X-12-25', 1, '157X-12-25'],
    ['1560-XX-25', 1, '1561-XX-25'],
    ['2004?-06-~11', 20, '2004?-07-~01'],
    ['2024-12-31T23:59+05:30', 1, '2025-01-01T00:00+05:30'],
    ['2024-12-31T23:59:59,9991Z', 1, '2025-01-01T00:00:00,0001Z'],
    [{ year: 1, month: 12, era: 'BCE' }, 1, { year: 1, month: 1, era: 'ce' }],
    [{ year: '44', month: 3, day: '31', era: 'bce' }, 1, { year: '44', month: 4, day: '1', era: 'bce' }],
    [60_000, 2, 180_000],
    [new Date(1000), 1, new Date(2000)],
    ['XXXX-12-25', 1, undefined],
    ['no date', 1, undefined],
    ['Y999999999999', 1, null],
  ];
  for (const [input, n, expected] of cases)
    it(`moves ${JSON.stringify(input)} by ${n} to ${JSON.stringify(expected)}`, () => {
      expect(shifted(input, n)).to.deep.equal(expected);
    });

  it('moves the dates of Temporal by their own arithmetic', () => {
    const plainDate = { calendarId: 'iso8601', [Symbol.toStringTag]: 'Temporal.PlainDate' };
    const make = (day: number): object => ({
      ...plainDate,
      toString: () => `2024-05-0${day}`,
      add: ({ days }: { days: number }) => make(day + days),
    });
    expect(String(shifted(make(2), 3))).to.equal('2024-05-05');
  });

  it('comes back where it went from, as finely and as firmly known, in any zone and calendar', () => {
    fc.assert(
      fc.property(texts, few, readings, (text, n, of) => {
        const there = shifted(text, n, of) as string | null | undefined;
        fc.pre(typeof there === 'string');
        const [before, after] = [read(text, of), read(there, of)];
        expect(manner(after), there).to.deep.equal(manner(before));
        const { start, end } = read(shifted(there, -n, of), of);
        expect({ start, end }, `${text} → ${there}`).to.deep.equal({ start: before.start, end: before.end });
        // Clocks that are put back show an earlier time later.
        const [a, b] = [before.instant ?? before.start, after.instant ?? after.start];
        expect(Math.sign(b - a), `${text} → ${there}`).to.equal(Math.sign(n) || 0);
      }),
      engineShare({ seed: 71, numRuns: 6000 }),
    );
  });

  it('goes in single steps where it goes at once', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 0, max: 6 }), (text, n) => {
        const at = shifted(text, n);
        fc.pre(typeof at === 'string');
        let step: unknown = text;
        for (let i = 0; i < n; i++) step = shifted(step, 1);
        expect(read(step).start).to.equal(read(at).start);
      }),
      engineShare({ seed: 72, numRuns: 1500 }),
    );
  });
});

describe('shiftTogether', () => {
  const together = (dates: readonly string[], n: number): unknown =>
    shiftTogether(
      dates.map(date => dateShifter(date, reading)!),
      n,
      reading,
    );

  it('moves by the coarser unit, and the finer date as far', () => {
    expect(together(['1985', '1987-04'], 1)).to.deep.equal(['1986', '1988-04']);
    expect(together(['2024-01-31', '2024-03'], 1)).to.deep.equal(['2024-03-02', '2024-04']);
    expect(together(['198X', '1991'], 1)).to.deep.equal(['199X', '2001']);
  });

  it('comes back, in the order in which it went', () => {
    fc.assert(
      fc.property(fc.tuple(texts, texts), few, (dates, n) => {
        fc.pre(dates.every(date => dateShifter(date, reading)));
        const there = together(dates, n) as string[] | null;
        fc.pre(there !== null);
        const back = together(there, -n) as string[];
        const spans = (all: readonly string[]) => all.map(date => [read(date).start, read(date).end]);
        expect(spans(back), there.join()).to.deep.equal(spans(dates));
      }),
      engineShare({ seed: 73, numRuns: 2000 }),
    );
  });
});

describe('stepsAtOnce', () => {
  it('is one for days and months, and as many round minutes or years as a px tells apart', () => {
    expect(stepsAtOnce(milliseconds(86_400_000), 1e12)).to.equal(1);
    expect(stepsAtOnce(months(1), 1e12)).to.equal(1);
    expect(stepsAtOnce(milliseconds(60_000), 1)).to.equal(1);
    expect(stepsAtOnce(milliseconds(60_000), 400_000)).to.equal(15);
    expect(stepsAtOnce(months(12), stepLength(months(12)) / 3)).to.equal(1);
    expect(stepsAtOnce(months(12), 2e6 * stepLength(months(12)))).to.equal(1e7);
  });
});
