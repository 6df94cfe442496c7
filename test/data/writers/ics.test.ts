import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { parseTimeline } from '../../../src/data/parse-timeline.js';
import type { TimelineEvent } from '../../../src/data/timeline-event.js';
import { writeIcs } from '../../../src/data/writers/ics.js';
import type { DatedSpan } from '../../../src/time/dated-span.js';
import { writeEdtf } from '../../../src/time/write-edtf.js';
import { documentOf, edtf, few, phrase, word } from './documents.js';

const seed = 4180;
const STAMP = Date.UTC(2026, 0, 2, 3, 4, 5);
const YEAR_1 = -62_135_596_800_000;
const YEAR_10000 = 253_402_300_800_000;

const records = fc.array(
  fc.record(
    {
      id: fc.uuid(),
      title: phrase,
      date: edtf,
      summary: phrase,
      place: phrase,
      tags: few(word),
      status: fc.constantFrom('alleged'),
      color: fc.constantFrom('teal', '3'),
    },
    { requiredKeys: ['id', 'title', 'date'] },
  ),
  { maxLength: 6 },
);

type DatedEvent = TimelineEvent & { readonly span: DatedSpan };

const isWithinReach = (event: TimelineEvent): event is DatedEvent =>
  event.span !== null && event.span.end > YEAR_1 && event.span.start < YEAR_10000;

const octets = (text: string) => new TextEncoder().encode(text).length;

/** The events that a reader of others finds in a calendar. */
const foundIn = (text: string) =>
  new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents('vevent');

describe('writeIcs(document, stamp)', () => {
  it('is a calendar that ical.js reads: texts, tags, first days', () => {
    fc.assert(
      fc.property(records, events => {
        const document = documentOf({ title: 'T;,', events });
        const { text, omitted } = writeIcs(document, STAMP);
        const written = document.events.filter(isWithinReach);
        expect(omitted).to.equal(events.length - written.length);
        for (const line of text.split('\r\n')) expect(octets(line), line).to.be.at.most(75);
        expect(text.match(/^DTSTAMP/gm)?.length ?? 0, 'stamps').to.equal(written.length);
        const found = foundIn(text);
        expect(found.length).to.equal(written.length);
        found.forEach((component, i) => {
          const { id, title, place, tags, span } = written[i]!;
          const value = (name: string): unknown => component.getFirstPropertyValue(name);
          expect([value('uid'), value('summary'), value('location')]).to.eql([id, title, place ?? null]);
          expect(
            component.getAllProperties('categories').flatMap(property => property.getValues() as unknown[]),
          ).to.eql(tags);
          expect(String(value('dtstamp'))).to.equal('2026-01-02T03:04:05Z');
          if (span.start > -Infinity) {
            const first = new Date(span.from.instant ?? span.start).toISOString().slice(0, 10);
            expect(String(value('dtstart')).slice(0, 10)).to.equal(first);
          }
        });
      }),
      { seed, numRuns: 80 },
    );
  });

  it('reads back to the same dates', async () => {
    const shown = ({ id, title, span, place, tags, status }: TimelineEvent) => ({
      id,
      title,
      place,
      tags,
      status,
      date: writeEdtf(span!),
    });
    await fc.assert(
      fc.asyncProperty(records, async events => {
        const document = documentOf(events);
        const { document: again } = await parseTimeline(writeIcs(document, STAMP).text, { format: 'ics' });
        expect(again.events.map(shown)).to.eql(document.events.filter(isWithinReach).map(shown));
      }),
      { seed, numRuns: 60 },
    );
  });

  it('says what a calendar can, and the rest in words', () => {
    const table: readonly [date: string, start: string, end: string, words: string][] = [
      ['2025-08-02', 'DTSTART;VALUE=DATE:20250802', '', ''],
      ['2025-08', 'DTSTART;VALUE=DATE:20250801', 'DTEND;VALUE=DATE:20250901', 'August 2025'],
      ['2025-01-01/2025-01-03', 'DTSTART;VALUE=DATE:20250101', 'DTEND;VALUE=DATE:20250104', ''],
      ['1984~', 'DTSTART;VALUE=DATE:19840101', 'DTEND;VALUE=DATE:19850101', 'about 1984'],
      ['2025-09-02/..', 'DTSTART;VALUE=DATE:20250902', '', 'from 2 September 2025\\, ongoing'],
      ['../1985', 'DTSTART;VALUE=DATE:19851231', 'DTEND;VALUE=DATE:19860101', 'until 1985'],
      ['2025-01-01T10:00', 'DTSTART:20250101T100000', '', ''],
      ['2025-01-01T10:00+02:00', 'DTSTART:20250101T080000Z', '', ''],
    ];
    for (const [date, start, end, words] of table) {
      const lines = writeIcs(documentOf([{ id: 'a', title: 'A', date }]), STAMP).text.split('\r\n');
      const line = (name: string) => lines.find(text => text.startsWith(name)) ?? '';
      expect([line('DTSTART'), line('DTEND'), line('DESCRIPTION').slice('DESCRIPTION:'.length)], date).to.eql(
        [start, end, words],
      );
    }
  });

  it('leaves out what is undated or out of reach, and counts it', () => {
    const { text, omitted } = writeIcs(
      documentOf([
        { title: 'A' },
        { title: 'B', date: '44 BCE' },
        { title: 'C', date: '12024-01' },
        { title: 'D', date: 'Y17E7' },
      ]),
      STAMP,
    );
    expect(omitted).to.equal(4);
    expect(foundIn(text)).to.eql([]);
  });

  it('says a Julian date in words, and reads it back in its calendar', async () => {
    const dates = ['1066-10-14', '1066-10', '1100-02-29', '1066-10-14~'];
    const document = documentOf(
      dates.map((date, i) => ({ id: `${i}`, title: 'A', date, calendar: 'julian' })),
    );
    const { text } = writeIcs(document, STAMP);
    expect(text)
      .to.include('DTSTART;VALUE=DATE:10661020')
      .and.to.include('DESCRIPTION:14 October 1066 (Julian)');
    const { document: again } = await parseTimeline(text, { format: 'ics' });
    expect(
      again.events.map(({ span, summary }) => [span!.source, span!.calendar, span!.start, summary]),
    ).to.eql(document.events.map(({ span }) => [span!.source, 'julian', span!.start, undefined]));
  });

  it('goes by the date of the calendar where the event was moved since', async () => {
    const { text } = writeIcs(documentOf([{ id: 'a', title: 'A', date: '2025-08' }]), STAMP);
    const moved = text.replaceAll('20250801', '20250802');
    const { document } = await parseTimeline(moved, { format: 'ics' });
    expect(document.events[0]!.span!.source).to.equal('2025-08-02/2025-08-31');
  });

  it('lets no text out of its line', () => {
    const bad = 'x\r\nEND:VEVENT\r\nBEGIN:VEVENT\u0000\u0085';
    const { text } = writeIcs(
      documentOf([
        { id: bad, title: bad, date: '2020', url: bad, place: bad, tags: [bad], sources: [{ url: bad }] },
      ]),
      STAMP,
    );
    expect(foundIn(text).length).to.equal(1);
    expect(text).to.not.match(/[^\P{Cc}\r\n]/u);
  });

  it('hands on no address that a page would not follow', () => {
    const bad = ['javascript:alert(1)', 'JaVaScript:x', 'file:///etc/passwd', 'data:text/html,x'];
    const good = ['https://a.example/1', 'http://b.example/2', 'mailto:c@d.example'];
    for (const url of [...bad, ...good]) {
      const event = {
        title: 'A',
        date: '2020',
        url,
        sources: [{ title: 'S', url }],
        media: [{ src: url, type: 'image' }],
      };
      const text = writeIcs(documentOf([event]), STAMP).text.replaceAll('\r\n ', '');
      const uses = text.split(url).length - 1;
      expect(uses, url).to.equal(bad.includes(url) ? 0 : url.startsWith('mailto:') ? 2 : 3);
    }
  });
});
