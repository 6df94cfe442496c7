import { expect } from '@open-wc/testing';
import { isIanaZone } from '../../../src/data/formats/iana-zone.js';
import { ianaZone, WINDOWS_ZONES } from '../../../src/data/formats/windows-zones.js';
import { calendar, event, readIcs } from './calendars.js';
import { datesIn } from './results.js';

describe('time zones of Windows in iCalendar', () => {
  const meeting = (zone: string) => event(`DTSTART;TZID=${zone}:20240701T100000`);

  it('have the clocks of their places', async () => {
    const table = [
      ['W. Europe Standard Time', 'Europe/Berlin', '+02:00'],
      ['"Eastern Standard Time"', 'America/New_York', '-04:00'],
      ['India Standard Time', 'Asia/Kolkata', '+05:30'],
    ] as const;
    for (const [zone, name, offset] of table) {
      const result = await readIcs(calendar(...meeting(zone)));
      expect(datesIn(result)).to.eql([`2024-07-01T10:00${offset}`]);
      expect([result.document.timeZone, result.issues]).to.eql([name, []]);
    }
    const named = await readIcs(calendar('X-WR-TIMEZONE:Tokyo Standard Time', ...meeting('Asia/Tokyo')));
    expect([named.document.timeZone, named.issues]).to.eql(['Asia/Tokyo', []]);
  });

  it('are those that the calendar defines, where it does', async () => {
    const definition = [
      'BEGIN:VTIMEZONE',
      'TZID:W. Europe Standard Time',
      'BEGIN:STANDARD',
      'DTSTART:19700101T000000',
      'TZOFFSETFROM:+0300',
      'TZOFFSETTO:+0300',
      'END:STANDARD',
      'END:VTIMEZONE',
    ];
    const result = await readIcs(calendar(...definition, ...meeting('W. Europe Standard Time')));
    expect(datesIn(result)).to.eql(['2024-07-01T10:00+03:00']);
  });

  it('are an issue where there is none of that name', async () => {
    const result = await readIcs(calendar(...meeting('Atlantis Standard Time')));
    expect(result.issues.map(({ message }) => message)[0]).to.match(/unknown time zone: "Atlantis/);
  });

  it('are all known to Intl', () => {
    for (const zone of WINDOWS_ZONES.values()) expect(isIanaZone(zone), zone).to.equal(true);
    expect(ianaZone(' gmt standard time ')).to.equal('Europe/London');
    expect(ianaZone('constructor')).to.equal('');
  });
});
