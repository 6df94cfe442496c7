import { expect } from '@open-wc/testing';
import { csvParseRows } from 'd3-dsv';
import fc from 'fast-check';
import { parseTimeline } from '../../../src/data/parse-timeline.js';
import type { TimelineDocument } from '../../../src/data/timeline-event.js';
import { writeCsv } from '../../../src/data/writers/csv.js';
import { dateSpan } from '../../../src/time/parse-date.js';
import { writeEdtf } from '../../../src/time/write-edtf.js';
import { documentOf, edtf, few, hostile, phrase } from './documents.js';

const seed = 4180;

const cell = phrase.map(text => text.trim());
const pad = (n: number, size: number) => String(n).padStart(size, '0');
const at = (day: string): number => dateSpan(day)!.start;

const plain = fc.string({ unit: fc.constantFrom(...'abcÄß😀'), minLength: 1, maxLength: 9 });
const records = fc.array(
  fc.record(
    {
      id: fc.uuid(),
      title: cell,
      date: edtf,
      summary: cell,
      place: cell,
      status: fc.constantFrom('alleged', 'confirmed'),
      url: fc.webUrl(),
      tags: few(plain),
      people: few(plain),
      lane: fc.constantFrom('x', 'y'),
      color: fc.constantFrom('3', 'teal'),
      kind: fc.constant('era'),
    },
    { requiredKeys: ['id', 'title', 'date'] },
  ),
  { minLength: 3, maxLength: 8 },
);

/** What a table says of its events; lanes by their titles. */
const shown = ({ lanes, events }: TimelineDocument) =>
  events.map(
    ({ id, title, span, summary, place, status, url, tags, people, lanes: [lane], color, kind }) => ({
      id,
      title,
      summary,
      place,
      status,
      url,
      tags,
      people,
      color,
      kind,
      date: span && writeEdtf(span),
      lane: lanes.find(other => other.id === lane)!.title,
    }),
  );

describe('writeCsv(document)', () => {
  it('reads back to the same events', async () => {
    await fc.assert(
      fc.asyncProperty(records, async events => {
        const document = documentOf({ lanes: [{ id: 'x', title: 'Lane X' }], events });
        const { document: again } = await parseTimeline(writeCsv(document), { format: 'csv' });
        expect(shown(again)).to.eql(shown(document));
      }),
      { seed, numRuns: 60 },
    );
  });

  it('reads back to the same texts, whatever is in them', async () => {
    const text = hostile.map(given => given.trim() || 'x');
    const texts = fc.array(
      fc.record({
        id: fc.uuid(),
        title: text,
        date: edtf,
        place: text,
        short: text,
        tags: few(text),
        people: few(text),
        lane: text,
      }),
      { minLength: 3, maxLength: 8 },
    );
    const said = ({ lanes, events }: TimelineDocument) =>
      events.map(({ id, title, place, short, tags, people, lanes: [lane] }) => [
        id,
        title,
        place,
        short,
        tags,
        people,
        lanes.find(other => other.id === lane)!.title,
      ]);
    await fc.assert(
      fc.asyncProperty(texts, async events => {
        const document = documentOf({ events });
        const csv = writeCsv(document);
        const { document: again } = await parseTimeline(csv, { format: 'csv' });
        expect(said(again)).to.eql(said(document));
      }),
      { seed, numRuns: 100 },
    );
  });

  it('keeps the calendar of a date in a column of its own', async () => {
    const julian = fc
      .tuple(
        fc.integer({ min: -400, max: 1900 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 28 }),
      )
      .map(([y, m, d]) => `${y < 0 ? '-' : ''}${pad(Math.abs(y), 4)}-${pad(m, 2)}-${pad(d, 2)}`);
    const date = fc.oneof(
      julian,
      julian.map(text => text.replace(/-\d\d$/, '~')),
      fc.tuple(julian, julian).map(days => `${days.sort((a, b) => at(a) - at(b)).join('/')}`),
      fc.constantFrom('1100-02-29', '1100-02-29/1100-03-01', '1066-21', '../1066-10-14'),
    );
    await fc.assert(
      fc.asyncProperty(date, async text => {
        const document = documentOf([
          { id: 'a', title: 'A', date: text, calendar: 'julian' },
          { id: 'b', title: 'B', date: '1066-10-20' },
        ]);
        const csv = writeCsv(document);
        const { document: again, issues } = await parseTimeline(csv, { format: 'csv' });
        expect(issues, csv).to.eql([]);
        const said = ({ events }: TimelineDocument) =>
          events.map(({ id, span }) => [id, span!.source, span!.calendar, span!.start, span!.end]);
        expect(said(again)).to.eql(said(document));
      }),
      { seed, numRuns: 60 },
    );
    // The calendars of others are not of dates.
    const { document } = await parseTimeline('title,date,calendar\nA,2020-01-01,Work\n', { format: 'csv' });
    expect(document.events[0]!.span!.calendar).to.equal(undefined);
  });

  it('has no cell that a spreadsheet would run', () => {
    const events = ['=1', '+1', '-1', '@A1', '\t=1', '\r=1', "'=1"].map(title => ({
      title,
      date: 'some day',
    }));
    const [, ...rows] = csvParseRows(writeCsv(documentOf(events)));
    expect(rows.map(row => row[1])).to.eql(["'=1", "'+1", "'-1", "'@A1", "'\t=1", "'\r'=1", "''=1"]);
    const [, [, , date] = []] = csvParseRows(writeCsv(documentOf([{ title: 'x', date: '-0044' }])));
    expect(date).to.equal("'-0044");
    const [, [, , unread] = []] = csvParseRows(writeCsv(documentOf([{ title: 'x', date: '=some day' }])));
    expect(unread).to.equal("'=some day");
  });

  it('has none where cells are parted at semicolons either', () => {
    const title = fc.array(
      fc.constantFrom(';', '=', '-', '@', '+', "'", '"', ',', '\n', '\r', '\t', 'x', ' '),
      {
        minLength: 1,
        maxLength: 8,
      },
    );
    fc.assert(
      fc.property(fc.array(title, { minLength: 1, maxLength: 3 }), titles => {
        const events = titles.map(parts => ({
          title: `x${parts.join('')}`,
          tags: [parts.join('')],
          date: '-0044-03-15',
        }));
        const csv = writeCsv(documentOf(events));
        // As a reader parts it that knows no quotes but around a whole cell, which none is here; and with quotes, at commas.
        expect(
          csv.split(/[;\r\n]/).filter(text => /^['"]*[=+\-@]/.test(text) && !text.startsWith("'")),
        ).to.eql([]);
        expect(
          csvParseRows(csv)
            .flat()
            .filter(text => /^[=+\-@\t\r]/.test(text)),
        ).to.eql([]);
      }),
      { seed, numRuns: 500 },
    );
  });

  it('reads back what stands behind semicolons', async () => {
    const titles = ['x;=1+1', "x;'=1", "a\n''-b", ';=1', "'tis;'-)", '-0044'];
    const document = documentOf(titles.map((title, i) => ({ id: `${i}`, title, date: '-0044-03-15' })));
    const { document: again } = await parseTimeline(writeCsv(document), { format: 'csv' });
    expect(again.events.map(event => event.title)).to.eql(titles);
    expect(again.events.map(({ span }) => span && writeEdtf(span))).to.eql(titles.map(() => '-0044-03-15'));
  });

  it('reads back to the same sources and media', async () => {
    const sources = [{ title: 'A; B', url: 'https://a.example/1' }, { url: 'https://b.example/2' }];
    const media = [{ src: 'https://a.example/1.png' }, { src: 'https://b.example/2.png' }];
    const document = documentOf([
      { id: 'a', title: 'a', date: '2020', sources: sources.slice(1), media },
      { id: 'b', title: 'b', date: '2020', sources: sources.slice(0, 1) },
    ]);
    const { document: again } = await parseTimeline(writeCsv(document), { format: 'csv' });
    expect(again.events.map(event => event.sources)).to.eql(document.events.map(event => event.sources));
    expect(again.events[0]!.media.map(({ src }) => src)).to.eql(media.map(({ src }) => src));
  });

  it('has the columns that are used, quotes where it must, and guards what would be run', () => {
    const document = documentOf([
      { id: 'a', title: '=1+1', date: '2020', tags: ['x', 'y'] },
      { id: 'b', title: 'say "so", or\nnot', date: 'some day' },
    ]);
    expect(writeCsv(document)).to.equal(
      'id,title,date,tags\r\na,\'=1+1,2020,x; y\r\nb,"say ""so"", or\nnot",some day,\r\n',
    );
  });
});
