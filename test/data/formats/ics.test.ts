import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { calendar, event, icsDates, readIcs } from './calendars.js';
import { damagedText } from './damaged-text.js';
import { codesIn, datesIn } from './results.js';

describe('iCalendar', () => {
  it('reads all that an event says', async () => {
    const { document, issues } = await readIcs(
      calendar(
        'NAME:Walks\\, talks',
        'X-WR-CALDESC:What we did',
        'X-WR-TIMEZONE:Europe/Vienna',
        ...event(
          'DTSTART;TZID=Europe/Vienna:20240213T100000',
          'DTEND;TZID=Europe/Vienna:20240213T113000',
          'DESCRIPTION:<p>See <a href="https://example.org/a">the map</a>.</p><p>Bring',
          '  boots.</p>',
          'LOCATION:Graz\\, main square',
          'CATEGORIES:Walk\\, long,Spring',
          'STATUS:TENTATIVE',
          'ORGANIZER;CN="Ada, Countess":mailto:ada@example.org',
          'ATTENDEE;CN=someone@example.org:mailto:someone@example.org',
          'ATTENDEE;CUTYPE=ROOM;CN=Room 5:mailto:room5@example.org',
          'URL:https://example.org/walk',
          'COLOR:teal',
          'ATTACH;FMTTYPE=image/png:https://example.org/a.png',
          'ATTACH:https://example.org/plan.pdf',
          'PRIORITY:3',
        ),
      ),
    );
    expect(issues).to.eql([]);
    const { title, summary, timeZone, events } = document;
    expect([title, summary, timeZone]).to.eql(['Walks, talks', 'What we did', 'Europe/Vienna']);
    const walk = events[0]!;
    expect(walk.id).to.equal('u');
    expect(walk.span!.source).to.equal('2024-02-13T10:00+01:00/2024-02-13T11:30+01:00');
    expect(walk.summary).to.equal('See the map.\n\nBring boots.');
    expect(walk.place).to.equal('Graz, main square');
    expect(walk.tags).to.eql(['Walk, long', 'Spring', 'tentative']);
    expect(walk.people).to.eql(['Ada, Countess']);
    expect([walk.url, walk.color, walk.status]).to.eql(['https://example.org/walk', 'teal', undefined]);
    expect(walk.media.map(({ src }) => src)).to.eql(['https://example.org/a.png']);
    expect(walk.sources.map(({ url }) => url)).to.eql([
      'https://example.org/a',
      'https://example.org/plan.pdf',
    ]);
    expect(walk.data.priority).to.equal(3);
    expect(JSON.stringify(walk.data)).to.not.match(/@example/);
  });

  it('reads dates as they are meant', async () => {
    const table: readonly [lines: string[], date: string][] = [
      [['DTSTART;VALUE=DATE:20240501'], '2024-05-01'],
      [['DTSTART;VALUE=DATE:20240501', 'DTEND;VALUE=DATE:20240502'], '2024-05-01'],
      [['DTSTART;VALUE=DATE:20240501', 'DTEND;VALUE=DATE:20240504'], '2024-05-01/2024-05-03'],
      [['DTSTART;VALUE=DATE:20240501', 'DTEND;VALUE=DATE:20240501'], '2024-05-01'],
      [['DTSTART:20240501'], '2024-05-01'],
      [['DTSTART;VALUE=DATE:20240501', 'DURATION:P1W'], '2024-05-01/2024-05-07'],
      [['DTSTART:20240501T100000'], '2024-05-01T10:00'],
      [['DTSTART:20240501T100005Z'], '2024-05-01T10:00:05Z'],
      [['DTSTART:20240501T100000Z', 'DTEND:20240501T100000Z'], '2024-05-01T10:00Z'],
      [['DTSTART:20240501T100000', 'DURATION:PT1H30M'], '2024-05-01T10:00/2024-05-01T11:30'],
      [
        ['DTSTART;TZID=America/New_York:20240309T120000', 'DURATION:P1D'],
        '2024-03-09T12:00-05:00/2024-03-10T12:00-04:00',
      ],
      [
        ['DTSTART;TZID=America/New_York:20240309T120000', 'DURATION:PT24H'],
        '2024-03-09T12:00-05:00/2024-03-10T17:00Z',
      ],
      [['DTSTART;VALUE=DATE:20240501', 'DTEND:20240502T120000'], '2024-05-01/2024-05-02T12:00'],
      [['DTSTART:20240501T100000', 'DTEND;VALUE=DATE:20240503'], '2024-05-01T10:00/2024-05-02'],
      [['DTSTART;TZID="/mozilla.org/20050126_1/Europe/Vienna":20240701T100000'], '2024-07-01T10:00+02:00'],
      [['DTSTART:2024-05-01T10:00:00+02:00'], '2024-05-01T08:00Z'],
    ];
    for (const [lines, date] of table) expect(await icsDates(...lines), lines.join(' ')).to.eql([date]);
  });

  it('never lets a wrong date through', async () => {
    for (const value of ['20240230', 'banana', '20241301T100000', '20240101T250000', '0830', '2024']) {
      const result = await readIcs(calendar(...event(`DTSTART:${value}`)));
      expect(datesIn(result)).to.eql([value]);
      expect(codesIn(result), value).to.eql(['line 6, DTSTART: invalid-date']);
    }
    const undated = await readIcs(calendar(...event('LOCATION:Here')));
    expect([datesIn(undated), undated.issues]).to.eql([[null], []]);
    const reversed = await readIcs(calendar(...event('DTSTART:20240501T100000', 'DTEND:20240501T090000')));
    expect(datesIn(reversed)).to.eql(['2024-05-01T10:00']);
    expect(codesIn(reversed)).to.eql(['line 7, DTEND: end-before-start']);
    const wrongEnd = await readIcs(calendar(...event('DTSTART:20240501T100000', 'DURATION:PX')));
    expect(datesIn(wrongEnd)).to.eql(['2024-05-01T10:00']);
    expect(codesIn(wrongEnd)).to.eql(['line 7, DURATION: invalid-date']);
  });

  it('keeps what is good beside what is broken', async () => {
    const result = await readIcs(
      calendar(
        ...event('DTSTART:20240101', 'THIS IS NO LINE', 'LOCATION:Here'),
        'BEGIN:VEVENT',
        'SUMMARY:No end',
        'DTSTART:20240102',
        'BEGIN:VEVENT',
        'SUMMARY:Next',
        'DTSTART:20240103',
        'END:VEVENT',
        'END:VALARM',
      ).replaceAll('\r\n', '\n'),
    );
    const { events } = result.document;
    expect(events.map(({ title }) => title)).to.eql(['A', 'No end', 'Next']);
    expect(events[0]!.place).to.equal('Here');
    expect(codesIn(result)).to.eql([
      'line 10: invalid-value',
      'line 17: invalid-value',
      'line 7, THIS: invalid-value',
    ]);
    const cutOff = await readIcs(
      'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Cut\r\nDTSTART:20240101\r\nDESCR',
    );
    expect(datesIn(cutOff)).to.eql(['2024-01-01']);
    expect((await readIcs('<!doctype html>')).issues[0]!.code).to.equal('invalid-document');
    const deep = await readIcs(`${'BEGIN:X\n'.repeat(20_000)}${'END:Y\n'.repeat(20_000)}`);
    expect(deep.issues).not.to.be.empty;
  });

  it('knows zones by name, by what the calendar says of them, wherever that stands, or not at all', async () => {
    const zone = [
      'BEGIN:VTIMEZONE',
      'TZID:Wien (hier)',
      'BEGIN:DAYLIGHT',
      'DTSTART:19960331T020000',
      'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
      'TZOFFSETFROM:+0100',
      'TZOFFSETTO:+0200',
      'END:DAYLIGHT',
      'BEGIN:STANDARD',
      'DTSTART:19961027T030000',
      'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
      'TZOFFSETFROM:+0200',
      'TZOFFSETTO:+0100',
      'END:STANDARD',
      'END:VTIMEZONE',
    ];
    const at = (time: string) => event(`DTSTART;TZID=Wien (hier):${time}`);
    const known = await readIcs(
      calendar(...at('20240701T100000'), ...at('20240101T100000'), ...at('19500101T100000'), ...zone),
    );
    expect(datesIn(known)).to.eql([
      '2024-07-01T10:00+02:00',
      '2024-01-01T10:00+01:00',
      '1950-01-01T10:00+01:00',
    ]);
    const unknown = await readIcs(
      calendar(...at('20240701T100000'), ...at('20240702T100000').filter(line => line !== 'UID:u')),
    );
    expect(datesIn(unknown)).to.eql(['2024-07-01T10:00', '2024-07-02T10:00']);
    expect(codesIn(unknown)).to.eql(['line 6, DTSTART: invalid-value']);
    for (const name of ['local', '+05:00'])
      expect(await icsDates(`DTSTART;TZID="${name}":20240701T100000`), name).to.eql(['2024-07-01T10:00']);
    // A rule that no zone has must not keep anyone waiting.
    const odd = zone.map(line => line.replace('FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU', 'FREQ=SECONDLY'));
    expect((await readIcs(calendar(...at('20240701T100000'), ...odd))).document.events).to.have.length(1);
  });

  it('makes a lane of each of several calendars', async () => {
    const one = (name: string) =>
      calendar(`X-WR-CALNAME:${name}`, 'COLOR:teal', ...event('DTSTART:20240101')).trim();
    const { document } = await readIcs(`${one('Home')}\r\n${one('Work').replace('UID:u', 'UID:v')}`);
    expect(document.lanes.map(({ title, color }) => [title, color])).to.eql([
      ['Home', 'teal'],
      ['Work', 'teal'],
    ]);
    expect(document.events.map(({ lanes }) => lanes.join())).to.eql(['Home', 'Work']);
  });

  it('shows to-dos and journals, and says that busy times are left out', async () => {
    const result = await readIcs(
      calendar(
        'BEGIN:VTODO',
        'SUMMARY:Tax',
        'DUE;VALUE=DATE:20240430',
        'STATUS:NEEDS-ACTION',
        'END:VTODO',
        'BEGIN:VJOURNAL',
        'SUMMARY:Diary',
        'DTSTART;VALUE=DATE:20240501',
        'END:VJOURNAL',
        'BEGIN:VFREEBUSY',
        'FREEBUSY:20240501T100000Z/PT1H',
        'END:VFREEBUSY',
      ),
    );
    expect(datesIn(result)).to.eql(['2024-04-30', '2024-05-01']);
    expect(result.document.events[0]!.tags).to.eql(['needs action']);
    expect(result.issues.map(({ code, severity }) => [code, severity])).to.eql([
      ['source-ignored', 'warning'],
    ]);
  });

  it('throws for no text, however it is damaged', async () => {
    const text = calendar(
      ...event(
        'DTSTART;TZID=Europe/Vienna:20240101T100000',
        'DURATION:P1D',
        'RRULE:FREQ=WEEKLY;BYDAY=MO;UNTIL=20240301T000000Z',
      ),
      ...event('RECURRENCE-ID;RANGE=THISANDFUTURE:20240108T100000', 'DTSTART:20240109T100000'),
      'BEGIN:VTIMEZONE',
      'TZID:X',
      'BEGIN:STANDARD',
      'DTSTART:19960331T020000',
      'RRULE:FREQ=YEARLY;BYMONTH=3',
      'TZOFFSETFROM:+0100',
      'TZOFFSETTO:+0200',
      'END:STANDARD',
      'END:VTIMEZONE',
      ...event(
        'DTSTART;TZID=X:20240101T100000',
        'EXDATE:20240101',
        'RDATE;VALUE=PERIOD:20240102T100000/PT1H',
      ),
    );
    const bits = [
      ...['', ':', ';', '=', '\r\n', '\n ', '"', ',', '-', '\u0000', '99999999'],
      ...['BEGIN:VEVENT\n', 'END:VEVENT\n', 'RRULE:', 'FREQ=', 'INTERVAL=9e9;'],
    ];
    await fc.assert(
      fc.asyncProperty(damagedText(text, bits, { edits: 5, cut: 9 }), async damaged => {
        await readIcs(damaged);
      }),
      { seed: 5545, numRuns: 300 },
    );
  });
});
