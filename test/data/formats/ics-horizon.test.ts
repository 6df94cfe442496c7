import { expect } from '@open-wc/testing';
import { calendar, event, readIcs } from './calendars.js';
import { datesIn } from './results.js';

describe('rules without an end in iCalendar', () => {
  const datesOf = async (...lines: string[]) => {
    const result = await readIcs(calendar(...event(...lines)));
    expect(result.issues.map(({ code }) => code)).to.eql(['too-many-events']);
    return datesIn(result);
  };

  it('are shown until a year after the calendar was written', async () => {
    const yearly = ['DTSTART;VALUE=DATE:20250301', 'RRULE:FREQ=YEARLY'];
    expect(await datesOf('DTSTAMP:20250401T120000Z', ...yearly)).to.eql(['2025-03-01', '2026-03-01']);
    expect(await datesOf('DTSTAMP:20250401T120000Z', 'LAST-MODIFIED:20270101T000000Z', ...yearly)).to.eql([
      '2025-03-01',
      '2026-03-01',
      '2027-03-01',
    ]);
    // What is planned for later is no reason to show nothing of it.
    expect(await datesOf('DTSTAMP:20200101T000000Z', ...yearly)).to.eql(['2025-03-01', '2026-03-01']);
  });

  it('are shown by their last dates, and the first, where there are too many', async () => {
    const dates = await datesOf(
      'DTSTAMP:20250604T120000Z',
      'DTSTART;VALUE=DATE:20050103',
      'RRULE:FREQ=WEEKLY',
    );
    expect(dates).to.have.length(501);
    const weeks = dates.slice(1).map(date => Date.parse(date!) / (7 * 86_400_000));
    expect(new Set(weeks.slice(1).map((week, i) => week - weeks[i]!))).to.eql(new Set([1]));
    expect([dates[0], dates.at(-1)]).to.eql(['2005-01-03', '2026-06-01']);
  });

  it('take their horizon from all events of the text, and none from its zones', async () => {
    const old = event('DTSTAMP:20050103T000000Z', 'DTSTART;VALUE=DATE:20240101', 'RRULE:FREQ=YEARLY');
    const zone = ['BEGIN:VTIMEZONE', 'TZID:x', 'LAST-MODIFIED:20900101T000000Z', 'END:VTIMEZONE'];
    const recent = ['BEGIN:VEVENT', 'UID:v', 'DTSTAMP:20260201T000000Z', 'DTSTART:20260201', 'END:VEVENT'];
    const result = await readIcs(calendar(...zone, ...old, ...recent));
    expect(datesIn(result)).to.eql(['2024-01-01', '2025-01-01', '2026-01-01', '2027-01-01', '2026-02-01']);
  });

  it('of seconds and hours come to an end', async () => {
    const lines = event('DTSTAMP:20250604T120000Z', 'DTSTART:20050103T100000Z', 'RRULE:FREQ=SECONDLY');
    const { document } = await readIcs(calendar(...lines));
    expect(document.events).to.have.length(501);
  });
});
