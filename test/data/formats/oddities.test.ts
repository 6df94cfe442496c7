import { expect } from '@open-wc/testing';
import { parseTimeline } from '../../../src/data/parse-timeline.js';
import { calendar, event, readIcs } from './calendars.js';
import { codesIn, datesIn } from './results.js';

/** Oddities of data in the wild that the tests of no one format hold; by hand, so that all of them are told everywhere. */
describe('oddities of data in the wild', () => {
  const lines = (...rows: string[]) => rows.join('\n');
  const csv = (...rows: string[]) => parseTimeline(lines(...rows), { fileName: 'table.csv' });
  const titlesIn = ({ document }: Awaited<ReturnType<typeof parseTimeline>>) =>
    document.events.map(({ title }) => title);
  const severitiesIn = ({ issues }: Awaited<ReturnType<typeof parseTimeline>>) =>
    issues.map(({ severity, code }) => `${severity} ${code}`);

  it('9: millions of years counted downwards are kept as written, and said to run backwards', async () => {
    const simile = await parseTimeline(
      JSON.stringify({
        dateTimeFormat: 'iso8601',
        events: [
          { start: '115', end: '105', isDuration: true, title: 'Warm seas' },
          { start: '?70', title: 'A fall of stones' },
          { start: '66', title: 'The end' },
        ],
      }),
    );
    expect(datesIn(simile)).to.eql(['0115', '?70', '0066']);
    expect(severitiesIn(simile)).to.eql(['warning end-before-start', 'error invalid-date']);
    const table = await csv('title,start,end', 'Warm seas,115,105', 'A fall of stones,?70,', 'The end,066,');
    expect(datesIn(table)).to.eql(['0115', '?70', '0066']);
    expect(severitiesIn(table)).to.eql(['warning end-before-start', 'error invalid-date']);
  });

  it('10: four thousand events of one day each, a day apart', async () => {
    const first = Date.UTC(2009, 1, 27);
    const dayOf = (i: number) => new Date(first + i * 86_400_000).toISOString().slice(0, 10);
    const result = await csv(
      'title,date',
      ...Array.from({ length: 4000 }, (_, i) => `Photo ${i},${dayOf(i)}`),
    );
    const { events } = result.document;
    expect(result.issues).to.eql([]);
    expect(events.length).to.equal(4000);
    expect(new Set(events.map(({ id }) => id)).size).to.equal(4000);
    expect(events[1]!.span!.source).to.equal('2009-02-28');
    expect(events[2]!.span!.source).to.equal('2009-03-01');
    for (let i = 1; i < 4000; i++) expect(events[i]!.span!.start).to.equal(events[i - 1]!.span!.end);
  });

  it('11: years before the first that a generator made are believed, with the text and a warning', async () => {
    const result = await parseTimeline(
      lines(
        '<!doctype html><title>Fairs</title><ul>',
        '<li><time datetime="-0012-04-03">3 April 2018</time> Spring fair</li>',
        '<li><time datetime="-0026-04-17">17 April 2018</time> Second fair</li></ul>',
      ),
    );
    expect(datesIn(result)).to.eql(['-0012-04-03', '-0026-04-17']);
    expect(result.document.events.map(({ summary }) => summary)).to.eql(['3 April 2018', '17 April 2018']);
    expect(severitiesIn(result)).to.eql(Array(2).fill('warning invalid-date'));
  });

  it('12: footnotes behind dates', async () => {
    const result = await csv('Name,Start,End', 'Old mill,1871[8][9],c. 1903 [10]', 'New mill,1904 [11],');
    expect(datesIn(result)).to.eql(['1871/c. 1903', '1904']);
    expect(result.issues).to.eql([]);
    expect(result.document.events[0]!.data).to.include({ Start: '1871[8][9]' });
  });

  it('12: players in cells', async () => {
    const player = '<video controls><source src=""https://media.example/a.mp4""></video>';
    const result = await csv('title,date,text', `Launch,1961-04-12,"${player}"`, `Landing,1969,"${player}"`);
    expect(datesIn(result)).to.eql(['1961-04-12', '1969']);
    expect(result.document.events.map(({ summary }) => summary)).to.eql(
      Array(2).fill(player.replaceAll('""', '"')),
    );
    expect(result.issues).to.eql([]);
  });

  it('12: bytes of an old Mac, whose lines end with CR alone', async () => {
    // 8E is an é to a Mac, and a Ž to Windows, which is what files without a sign of theirs are taken for.
    const bytes = Uint8Array.from('title,date\rCaf\x8e,1914\rBar,1915\r', character =>
      character.charCodeAt(0),
    );
    const result = await parseTimeline(bytes, { fileName: 'table.csv' });
    expect(titlesIn(result)).to.eql(['CafŽ', 'Bar']);
    expect(datesIn(result)).to.eql(['1914', '1915']);
    expect(severitiesIn(result)).to.eql(['warning unknown-encoding']);
  });

  it('13: a time of day written as a number', async () => {
    const result = await csv(
      'name,date,time',
      'A,19450716,123000.0',
      'B,19450806,81500.0',
      'C,19450809,110200',
      'D,19450810,997000.0',
    );
    expect(datesIn(result)).to.eql([
      '1945-07-16T12:30:00',
      '1945-08-06T08:15:00',
      '1945-08-09T11:02:00',
      '1945-08-10',
    ]);
    expect(codesIn(result)).to.eql(['row 5, column "time": invalid-date']);
  });

  it('17: offsets of several zones, in no order of time', async () => {
    const result = await csv(
      'subject,date',
      'Later,2020-01-02T10:00:00+02:00',
      'First,2020-01-02T05:00:00+05:30',
      'Last,2020-01-02T03:30:00-05:00',
      'Second,2020-01-01T18:45:00-05:00',
    );
    expect(titlesIn(result)).to.eql(['Later', 'First', 'Last', 'Second']);
    expect(result.document.events.map(({ span }) => span!.start)).to.eql([
      Date.UTC(2020, 0, 2, 8),
      Date.UTC(2020, 0, 1, 23, 30),
      Date.UTC(2020, 0, 2, 8, 30),
      Date.UTC(2020, 0, 1, 23, 45),
    ]);
    expect(result.issues).to.eql([]);
  });

  it('18: sixty-six events on one day, some of them twice', async () => {
    const rows = Array.from({ length: 66 }, (_, i) => `Shower ${i % 60},1983-05-11`);
    const result = await csv('title,date', 'After,1983-05-12', ...rows, 'Before,1983-05-10');
    const { events } = result.document;
    expect(events.length).to.equal(68);
    expect(new Set(events.map(({ id }) => id)).size).to.equal(68);
    expect(events.filter(({ span }) => span?.source === '1983-05-11').length).to.equal(66);
    expect(result.issues).to.eql([]);
  });

  it('19: an offset of minus nothing', async () => {
    const zone = [
      'BEGIN:VTIMEZONE',
      'TZID:Home',
      'BEGIN:STANDARD',
      'DTSTART:19700101T000000',
      'TZOFFSETFROM:-0000',
      'TZOFFSETTO:-0000',
      'END:STANDARD',
      'END:VTIMEZONE',
    ];
    const result = await readIcs(
      calendar(...zone, ...event('SUMMARY:Tea', 'DTSTART;TZID=Home:20200105T160000')),
    );
    expect(result.document.events[0]!.span!.start).to.equal(Date.UTC(2020, 0, 5, 16));
    expect(result.issues).to.eql([]);
  });

  it('20: list items in options', async () => {
    const result = await parseTimeline(
      lines(
        '<!doctype html><title>War</title><ul>',
        '<option><li><time datetime="1914-07-28">28 July 1914</time> First day</li></option>',
        '<option><li><time datetime="1918-11-11">11 November 1918</time> Last day</li></option></ul>',
      ),
    );
    expect(titlesIn(result)).to.eql(['First day', 'Last day']);
    expect(datesIn(result)).to.eql(['1914-07-28', '1918-11-11']);
    expect(result.issues).to.eql([]);
  });

  it('21: what catalogues write that is no EDTF is shown as it is, and named', async () => {
    const dates = ['..1984', '1670..1673', '1156X-12-25'];
    const json = await parseTimeline(JSON.stringify({ events: dates.map(date => ({ title: date, date })) }));
    const table = await csv('title,date', ...dates.map(date => `A,${date}`), 'B,1984');
    expect(datesIn(json)).to.eql(dates);
    expect(datesIn(table)).to.eql([...dates, '1984']);
    for (const result of [json, table])
      expect(severitiesIn(result)).to.eql(Array(3).fill('error invalid-date'));
  });
});
