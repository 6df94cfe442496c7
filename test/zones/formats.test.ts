import { expect } from '@open-wc/testing';
import { parseTimeline } from '../../src/data/parse-timeline.js';
import { writeIcs } from '../../src/data/writers/ics.js';
import { calendar, readIcs } from '../data/formats/calendars.js';
import { codesIn, datesIn, type Result } from '../data/formats/results.js';
import { firstNoted } from '../lib/browser-commands.js';
import { span } from './moment.js';
import { describeReader } from './reader.js';

/** The lines of one event, and its dates: how they are understood, and what each covers (half-open, or one moment). */
type Trap = readonly [lines: string, ...dates: (readonly [source: string, covers: string])[]];

/** In a calendar of New York. */
const IN_CALENDARS: readonly Trap[] = [
  ['DTSTART;VALUE=DATE:20111230', ['2011-12-30', '2011-12-30 2011-12-31']],
  ['DTSTART:20111230T080000', ['2011-12-30T08:00', '2011-12-30T08:00']],
  [
    'DTSTART;VALUE=DATE:20111229 DTEND;VALUE=DATE:20120101',
    ['2011-12-29/2011-12-31', '2011-12-29 2012-01-01'],
  ],
  ['DTSTART;TZID=Pacific/Apia:20111231T000000', ['2011-12-31T00:00+14:00', '2011-12-30T05:00']],
  ['DTSTART:20240310T023000', ['2024-03-10T02:30', '2024-03-10T02:30']],
  ['DTSTART;TZID=America/New_York:20240310T023000', ['2024-03-10T02:30-05:00', '2024-03-10T03:30']],
  ['DTSTART;TZID=America/New_York:20241103T013000', ['2024-11-03T01:30-04:00', '2024-11-03T01:30']],
  ['DTSTART:20241103T063000Z', ['2024-11-03T06:30Z', '2024-11-03T01:30']],
  ['DTSTART:18500101T000000', ['1850-01-01T00:00', '1850-01-01T00:00']],
  [
    'DTSTART;VALUE=DATE:20111229 RRULE:FREQ=DAILY;COUNT=3',
    ['2011-12-29', '2011-12-29 2011-12-30'],
    ['2011-12-30', '2011-12-30 2011-12-31'],
    ['2011-12-31', '2011-12-31 2012-01-01'],
  ],
  [
    'DTSTART:20181103T000000 RRULE:FREQ=DAILY;UNTIL=20181105T000000',
    ['2018-11-03T00:00', '2018-11-03T00:00'],
    ['2018-11-04T00:00', '2018-11-04T00:00'],
    ['2018-11-05T00:00', '2018-11-05T00:00'],
  ],
];

/** Where no zone is named. */
const IN_MARKWHEN: readonly Trap[] = [
  ['2011-12-30', ['2011-12-30', '2011-12-30 2011-12-31']],
  ['12/30/2011, 8:00AM', ['2011-12-30T08:00', '2011-12-30T08:00']],
  ['3/10/2024, 2:30AM', ['2024-03-10T02:30', '2024-03-10T02:30']],
  ['1/1/1850', ['1850-01-01', '1850-01-01 1850-01-02']],
  ['2011-12-29 / 2 days', ['2011-12-29/2011-12-30', '2011-12-29 2011-12-31']],
  ['12/29/2011 - 12/31/2011', ['2011-12-29/2011-12-31', '2011-12-29 2012-01-01']],
  [
    '2011-12-29 every day x3',
    ['2011-12-29', '2011-12-29 2011-12-30'],
    ['2011-12-30', '2011-12-30 2011-12-31'],
    ['2011-12-31', '2011-12-31 2012-01-01'],
  ],
  [
    '11/3/2018, 12:30AM every day x3',
    ['2018-11-03T00:30', '2018-11-03T00:30'],
    ['2018-11-04T00:30', '2018-11-04T00:30'],
    ['2018-11-05T00:30', '2018-11-05T00:30'],
  ],
];

const calendarOfTraps = calendar(
  'X-WR-TIMEZONE:America/New_York',
  ...IN_CALENDARS.flatMap(([lines], i) => [
    'BEGIN:VEVENT',
    `UID:${i}`,
    'SUMMARY:A',
    ...lines.split(' '),
    'END:VEVENT',
  ]),
);

function expectDates(result: Result, traps: readonly Trap[]): void {
  const dates = traps.flatMap(([, ...dates]) => dates);
  expect(codesIn(result)).to.eql([]);
  expect(datesIn(result)).to.eql(dates.map(([source]) => source));
  for (const [i, [source, covers]] of dates.entries())
    expect(result.document.events[i]!.span, source).to.include(span(covers));
}

describeReader();

describe('dates that a zone could move', () => {
  it('stay where they are in calendars', async () => {
    expectDates(await readIcs(calendarOfTraps), IN_CALENDARS);
  });

  it('stay where they are in markwhen', async () => {
    const text = IN_MARKWHEN.map(([line]) => `${line}: A`).join('\n');
    expectDates(await parseTimeline(text, { format: 'markwhen' }), IN_MARKWHEN);
  });

  it('are on the clock of the zone that markwhen names', async () => {
    const times = ['12/30/2011, 8:00AM', '3/10/2024, 2:30AM', '11/3/2024, 1:30AM'];
    const text = ['timezone: America/New_York', ...times.map(time => `${time}: A`)].join('\n');
    expect(datesIn(await parseTimeline(text, { format: 'markwhen' }))).to.eql([
      '2011-12-30T08:00-05:00',
      '2024-03-10T02:30-05:00',
      '2024-11-03T01:30-04:00',
    ]);
  });

  it('are written into the same calendar everywhere', async () => {
    const { document } = await readIcs(calendarOfTraps);
    const { text } = writeIcs(document, Date.UTC(2024, 2, 10, 7, 30));
    const noted = await firstNoted('a calendar', text);
    expect(text, `unlike ${noted.by}`).to.equal(noted.text);
    const covered = (events: Result['document']['events']) =>
      events.map(({ span }) => [span!.start, span!.end, span!.instant]);
    expect(covered((await readIcs(text)).document.events)).to.eql(covered(document.events));
  });
});
