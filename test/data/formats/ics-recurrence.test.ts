import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { calendar, event, icsDates, readIcs } from './calendars.js';
import { codesIn, datesIn } from './results.js';

describe('recurrence in iCalendar', () => {
  it('has rules, further dates and exceptions, each date with an id of its own', async () => {
    const result = await readIcs(
      calendar(
        ...event(
          'DTSTART;VALUE=DATE:20240229',
          'RRULE:FREQ=YEARLY;COUNT=3',
          'RDATE;VALUE=DATE:20250101,20260101',
          'EXDATE;VALUE=DATE:20260101',
        ),
      ),
    );
    const dates = ['2024-02-29', '2025-01-01', '2028-02-29', '2032-02-29'];
    expect(datesIn(result)).to.eql(dates);
    expect(result.document.events.map(({ id }) => id)).to.eql(dates.map(date => `u@${date}`));
  });

  it('keeps the time on the clock when clocks change', async () => {
    const lines = [
      'DTSTART;TZID=Europe/Vienna:20240330T100000',
      'DTEND;TZID=Europe/Vienna:20240330T110000',
      'RRULE:FREQ=DAILY;COUNT=2',
    ];
    expect(await icsDates(...lines)).to.eql([
      '2024-03-30T10:00+01:00/2024-03-30T11:00+01:00',
      '2024-03-31T10:00+02:00/2024-03-31T11:00+02:00',
    ]);
  });

  it('has periods, several rules, and dates without a first one', async () => {
    expect(
      await icsDates('RDATE;VALUE=PERIOD:20240101T100000Z/20240101T120000Z,20240102T100000Z/PT3H'),
    ).to.eql(['2024-01-01T10:00Z/2024-01-01T12:00Z', '2024-01-02T10:00Z/2024-01-02T13:00Z']);
    expect(
      await icsDates('DTSTART;VALUE=DATE:20240101', 'RRULE:FREQ=DAILY;COUNT=2', 'RRULE:FREQ=WEEKLY;COUNT=2'),
    ).to.eql(['2024-01-01', '2024-01-02', '2024-01-08']);
  });

  it('moves single dates, and all from one on', async () => {
    const series = event('DTSTART:20240101T100000', 'DTEND:20240101T110000', 'RRULE:FREQ=DAILY;COUNT=5');
    const moved = event('RECURRENCE-ID:20240102T100000', 'DTSTART:20240102T150000', 'STATUS:CANCELLED');
    const later = event(
      'RECURRENCE-ID;RANGE=THISANDFUTURE:20240104T100000',
      'DTSTART:20240104T120000',
      'DTEND:20240104T140000',
    );
    const stray = event('RECURRENCE-ID:20250101T100000', 'DTSTART:20250101T110000');
    const result = await readIcs(calendar(...moved, ...series, ...later, ...stray));
    expect(datesIn(result)).to.eql([
      '2024-01-01T10:00/2024-01-01T11:00',
      '2024-01-02T15:00',
      '2024-01-03T10:00/2024-01-03T11:00',
      '2024-01-04T12:00/2024-01-04T14:00',
      '2024-01-05T12:00/2024-01-05T14:00',
      '2025-01-01T11:00',
    ]);
    const second = result.document.events[1]!;
    expect(second.id).to.equal('u@2024-01-02T10:00');
    expect(second.tags).to.eql(['cancelled']);
  });

  it('is bounded, and says so once', async () => {
    const endless = (rule: string) => event('DTSTART;VALUE=DATE:20240101', `RRULE:${rule}`);
    const yearly = endless('FREQ=YEARLY').map(line => line.replace('UID:u', 'UID:v'));
    const { document, issues } = await readIcs(calendar(...endless('FREQ=DAILY'), ...yearly));
    expect(document.events).to.have.length(500 + 11);
    expect(issues.map(({ code, path, severity }) => [code, path, severity])).to.eql([
      ['too-many-events', 'line 7, RRULE', 'warning'],
    ]);
  });

  it('shows the first date where a rule is broken, over before it begins, or fits no date', async () => {
    const table: readonly [rule: string, code: string][] = [
      ['FREQ=SOMETIMES', 'invalid-value'],
      ['FREQ=YEARLY;BYMONTH=13', 'invalid-value'],
      ['FREQ=YEARLY;BYMONTH=0', 'invalid-value'],
      ['FREQ=DAILY;COUNT=x', 'invalid-value'],
      ['FREQ=DAILY;UNTIL=20200101', ''],
      ['FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30', 'invalid-value'],
      ['FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30', 'invalid-value'],
      ['FREQ=DAILY;INTERVAL=7;BYDAY=SU', 'invalid-value'],
      ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', 'invalid-value'],
      ['FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30', ''],
    ];
    for (const [rule, code] of table) {
      const result = await readIcs(calendar(...event('DTSTART:20240101T100000', `RRULE:${rule}`)));
      expect(datesIn(result), rule).to.eql(['2024-01-01T10:00']);
      expect(codesIn(result), rule).to.eql(code ? [`line 7, RRULE: ${code}`] : []);
    }
  });

  it('gives the days that a plain count gives', async () => {
    const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
    // Days are numbers, from 1970 on.
    const dateOf = (day: number) => new Date(day * 86_400_000);
    const textOf = (day: number) => dateOf(day).toISOString().slice(0, 10);
    type Rule = { readonly rule: string; readonly fits: (day: number, first: number) => boolean };
    const rules = fc.oneof(
      fc.constant<Rule>({ rule: 'FREQ=DAILY', fits: () => true }),
      fc.subarray(WEEKDAYS, { minLength: 1 }).map<Rule>(days => ({
        rule: `FREQ=WEEKLY;BYDAY=${days.join()}`,
        fits: day => days.includes(WEEKDAYS[dateOf(day).getUTCDay()]!),
      })),
      fc.integer({ min: 1, max: 31 }).map<Rule>(n => ({
        rule: `FREQ=MONTHLY;BYMONTHDAY=${n}`,
        fits: day => dateOf(day).getUTCDate() === n,
      })),
      fc.constant<Rule>({
        rule: 'FREQ=YEARLY',
        fits: (day, first) => textOf(day).slice(5) === textOf(first).slice(5),
      }),
    );
    type Bound = { readonly count: number } | { readonly days: number };
    const bounds = fc.oneof(
      fc.integer({ min: 1, max: 9 }).map<Bound>(count => ({ count })),
      fc.integer({ min: -9, max: 900 }).map<Bound>(days => ({ days })),
    );
    await fc.assert(
      fc.asyncProperty(
        rules,
        fc.integer({ min: 10_000, max: 25_000 }),
        bounds,
        async ({ rule, fits }, first, bound) => {
          const compact = (day: number) => textOf(day).replaceAll('-', '');
          const end = 'count' in bound ? `COUNT=${bound.count}` : `UNTIL=${compact(first + bound.days)}`;
          const expected: string[] = [];
          const isOver = (day: number) =>
            'count' in bound ? expected.length >= bound.count : day > first + bound.days;
          for (let day = first; !isOver(day); day++) if (fits(day, first)) expected.push(textOf(day));
          if (!expected.includes(textOf(first))) expected.unshift(textOf(first)); // DTSTART is always in
          const found = await icsDates(`DTSTART;VALUE=DATE:${compact(first)}`, `RRULE:${rule};${end}`);
          expect(found, `${textOf(first)} ${rule};${end}`).to.eql(expected);
        },
      ),
      { seed: 5545, numRuns: 80 },
    );
  });
});
