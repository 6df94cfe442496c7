// What is written as JSON, CSV, iCalendar and JSON-LD reads back as the same.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { parseTimeline, writeEdtf } from 'timeline-view/core.js';
import { normalizeDocument } from '../../dist/data/normalize-document.js';
import { writeCsv } from '../../dist/data/writers/csv.js';
import { writeIcs } from '../../dist/data/writers/ics.js';
import { writeJsonLd } from '../../dist/data/writers/json-ld.js';
import { writeJson } from '../../dist/data/writers/json.js';

const seed = 4180;
const documentOf = (input, textual = true) => normalizeDocument(input, { textual }).document;

/** All that an event says, but how its date was spelled, and its record. */
const said = ({ data: _, span, ...event }) => ({
  ...event,
  span: span && { ...span, source: '', members: span.members?.map(writeEdtf) },
});
const saidBy = ({ data: _, events, asOf, ...head }) => ({
  ...head,
  asOf: asOf && writeEdtf(asOf),
  events: events.map(said),
});

const pad = n => String(n).padStart(2, '0');
const year = fc.integer({ min: 1000, max: 2400 });
const day = fc
  .tuple(year, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([y, m, d]) => `${y}-${pad(m)}-${pad(d)}`);
const time = fc
  .tuple(
    day,
    fc.integer({ min: 0, max: 23 }),
    fc.integer({ min: 0, max: 59 }),
    fc.constantFrom('', ':07', ':07.25'),
    fc.constantFrom('', 'Z', '+05:30'),
  )
  .map(([date, h, m, s, zone]) => `${date}T${pad(h)}:${pad(m)}${s}${zone}`);
const firm = fc.oneof(
  day,
  time,
  year.map(String),
  day.map(date => date.slice(0, 7)),
);
const edtf = fc.oneof(
  firm,
  fc.tuple(day, fc.constantFrom('~', '?', '%')).map(parts => parts.join('')),
  fc.tuple(day, day).map(days => days.sort().join('/')),
  fc.tuple(firm, fc.constantFrom('/..', '/')).map(parts => parts.join('')),
  year.map(y => `../${y}`),
  fc.constantFrom(
    '44 BCE',
    '-0043-03-15',
    '156X',
    '[1667,1668,1670..1672]',
    '{1960,1961}',
    '2010-21',
    'Y17E7',
    '1950S3',
    '2004-~06-11',
  ),
);
const word = fc.string({ unit: fc.constantFrom(...'abcÄß→😀"=+-@<&\\'), minLength: 1, maxLength: 9 });
const phrase = fc
  .array(fc.oneof(word, fc.constantFrom(';', ',', '\n', 'é'.repeat(70), 'x'.repeat(80))), {
    minLength: 1,
    maxLength: 6,
  })
  .map(words => `a${words.join(' ')}z`);
const few = item => fc.uniqueArray(item, { maxLength: 3 });

describe('writeJson', () => {
  const dateFields = fc.oneof(
    edtf.map(date => ({ date })),
    fc
      .tuple(firm, fc.oneof(firm, fc.constantFrom('..', 'unknown', '2020-13')))
      .map(([start, end]) => ({ start, end })),
    fc.constantFrom(
      {},
      { date: 'unknown' },
      { date: 'next Tuesday' },
      { date: '1066-10-14', calendar: 'julian' },
      { date: '5784-01-01', calendar: 'hebrew' },
      { date: 'XXXX-12-25' },
      { date: { year: 2020, month: 13 } },
    ),
  );
  const given = fc.oneof(
    fc.date({ noInvalidDate: true }).map(date => ({ date })),
    fc
      .tuple(fc.integer({ min: -9999, max: 9999 }), fc.constantFrom(undefined, 'gregorian', 'julian'))
      .map(([y, calendar]) => ({ date: { year: y, month: 5, calendar } })),
    fc.integer({ min: -1e14, max: 1e14 }).map(start => ({ start, end: start + 86_400_000 })),
  );
  const record = dates =>
    fc
      .tuple(
        dates,
        fc.record(
          {
            id: fc.constantFrom('a', 'b', 'c', 7),
            title: fc.oneof(phrase, fc.constant('')),
            short: word,
            summary: phrase,
            lane: fc.oneof(fc.constantFrom('x', 'y', 'X'), fc.constant(['x', 'z'])),
            kind: fc.constantFrom('era', 'milestone', 'riot'),
            status: fc.constantFrom('alleged', 'aleged'),
            tags: few(word),
            people: few(word),
            place: word,
            importance: fc.constantFrom(0, 0.9, 7),
            color: fc.constantFrom('3', 'teal', 'url(x)'),
            links: fc.constant(['a', { to: 'zz' }]),
            sources: fc.constant([{ title: 'S', url: 'https://example.org' }]),
            unheard: fc.jsonValue(),
            __proto__of: word,
            nothing: fc.constant(undefined),
          },
          { requiredKeys: [] },
        ),
      )
      .map(([date, fields]) => ({ ...fields, ...date }));
  const documents = dates =>
    fc.record(
      {
        title: word,
        timeZone: fc.constantFrom('America/New_York', 'Mars/Olympus'),
        calendar: fc.constantFrom('julian', 'gregorian'),
        lang: fc.constantFrom('en', 'es'),
        asOf: fc.constantFrom('2025', '2025-11-19'),
        unheard: word,
        lanes: fc.constant([
          { id: 'x', title: 'X', color: '2', note: 'kept' },
          { id: 'y', parent: 'x' },
        ]),
        events: fc.array(record(dates), { maxLength: 6 }),
      },
      { requiredKeys: ['events'] },
    );
  const same = (input, textual) => {
    const document = documentOf(input, textual);
    const written = writeJson(document);
    const text = JSON.stringify(written);
    assert.deepEqual(JSON.parse(text), structuredClone(written), 'nothing that JSON has no words for');
    const again = documentOf(JSON.parse(text));
    assert.deepEqual(saidBy(again), saidBy(document));
    assert.deepEqual(
      again.events.map(({ data }) => data.unheard),
      document.events.map(({ data }) => data.unheard),
    );
    assert.equal(again.data.unheard, document.data.unheard);
    assert.deepEqual(writeJson(again), written);
  };

  it('reads back to the same document, what was wrong with it included', () =>
    fc.assert(
      fc.property(documents(dateFields), input => same(input, true)),
      { seed, numRuns: 120 },
    ));

  it('makes text of dates that were none', () =>
    fc.assert(
      fc.property(documents(given), input => same(input, false)),
      { seed, numRuns: 80 },
    ));

  it('gives no number as a date: it would be another one elsewhere', () =>
    assert.equal(writeJson(documentOf([{ title: 'A', date: 2020 }])).events[0].date, '2020'));
});

describe('writeCsv', () => {
  const cell = phrase.map(text => text.trim());
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
  const shown = ({ lanes, events }) =>
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
        lane: lanes.find(other => other.id === lane).title,
      }),
    );

  it('reads back to the same events', () =>
    fc.assert(
      fc.asyncProperty(records, async events => {
        const document = documentOf({ lanes: [{ id: 'x', title: 'Lane X' }], events });
        const { document: again } = await parseTimeline(writeCsv(document), { format: 'csv' });
        assert.deepEqual(shown(again), shown(document));
      }),
      { seed, numRuns: 60 },
    ));

  it('has the columns that are used, quotes where it must, and changes no text', () => {
    const document = documentOf([
      { id: 'a', title: '=1+1', date: '2020', tags: ['x', 'y'] },
      { id: 'b', title: 'say "so", or\nnot', date: 'some day' },
    ]);
    assert.equal(
      writeCsv(document),
      'id,title,date,tags\r\na,=1+1,2020,x; y\r\nb,"say ""so"", or\nnot",some day,\r\n',
    );
  });
});

describe('writeIcs', () => {
  const STAMP = Date.UTC(2026, 0, 2, 3, 4, 5);
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
  const hasWords = ({ span }) => span && span.end > -62_135_596_800_000 && span.start < 253_402_300_800_000;

  it('is a calendar that ical.js reads: texts, tags, first days', () =>
    fc.assert(
      fc.property(records, events => {
        const document = documentOf({ title: 'T;,', events });
        const { text, omitted } = writeIcs(document, STAMP);
        const written = document.events.filter(hasWords);
        assert.equal(omitted, events.length - written.length);
        for (const line of text.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line);
        const calendar = new ICAL.Component(ICAL.parse(text));
        assert.equal(calendar.getFirstPropertyValue('dtstamp'), null);
        const found = calendar.getAllSubcomponents('vevent');
        assert.equal(found.length, written.length);
        found.forEach((component, i) => {
          const { id, title, place, tags, span } = written[i];
          const value = name => component.getFirstPropertyValue(name);
          assert.deepEqual([value('uid'), value('summary'), value('location')], [id, title, place ?? null]);
          assert.deepEqual(
            component.getAllProperties('categories').flatMap(property => property.getValues()),
            tags,
          );
          assert.equal(String(value('dtstamp')), '2026-01-02T03:04:05Z');
          if (span.start > -Infinity) {
            const first = new Date(span.from.instant ?? span.start).toISOString().slice(0, 10);
            assert.equal(String(value('dtstart')).slice(0, 10), first);
          }
        });
      }),
      { seed, numRuns: 80 },
    ));

  it('reads back to the same dates', () =>
    fc.assert(
      fc.asyncProperty(records, async events => {
        const document = documentOf(events);
        const { document: again } = await parseTimeline(writeIcs(document, STAMP).text, { format: 'ics' });
        const shown = ({ id, title, span, place, tags, status }) => ({
          id,
          title,
          place,
          tags,
          status,
          date: writeEdtf(span),
        });
        assert.deepEqual(again.events.map(shown), document.events.filter(hasWords).map(shown));
      }),
      { seed, numRuns: 60 },
    ));

  it('says what a calendar can, and the rest in words', () => {
    const table = [
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
      const line = name => lines.find(text => text.startsWith(name)) ?? '';
      assert.deepEqual(
        [line('DTSTART'), line('DTEND'), line('DESCRIPTION').slice(12)],
        [start, end, words],
        date,
      );
    }
    const left = documentOf([
      { title: 'A' },
      { title: 'B', date: '44 BCE' },
      { title: 'C', date: '12024-01' },
      { title: 'D', date: 'Y17E7' },
    ]);
    assert.equal(writeIcs(left, STAMP).omitted, 4);
  });

  it('goes by the date of the calendar where the event was moved since', async () => {
    const { text } = writeIcs(documentOf([{ id: 'a', title: 'A', date: '2025-08' }]), STAMP);
    const moved = text.replaceAll('20250801', '20250802');
    const { document } = await parseTimeline(moved, { format: 'ics' });
    assert.equal(document.events[0].span.source, '2025-08-02/2025-08-31');
  });

  it('lets no text out of its line', () => {
    const bad = 'x\r\nEND:VEVENT\r\nBEGIN:VEVENT\u0000\u0085';
    const { text } = writeIcs(
      documentOf([
        { id: bad, title: bad, date: '2020', url: bad, place: bad, tags: [bad], sources: [{ url: bad }] },
      ]),
      STAMP,
    );
    assert.equal(new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').length, 1);
    assert.doesNotMatch(text, /[^\P{Cc}\r\n]/u);
  });
});

describe('writeJsonLd', () => {
  it('says it in the words of schema.org', () => {
    const document = documentOf({
      title: 'T',
      lang: 'en',
      lanes: [{ id: 'x', title: 'Lane' }],
      events: [
        {
          id: 'a',
          title: 'A',
          start: '2025-01-01',
          end: '2025-01-03',
          place: 'Here',
          people: ['Ada'],
          tags: ['t'],
          lane: 'x',
          status: 'alleged',
          sources: [{ title: 'S', url: 'https://example.org', publisher: 'P', date: '2025' }],
          media: [{ src: 'https://example.org/a.png' }],
        },
        { id: 'has space', title: 'B', date: '2025-08', end: undefined },
        { id: 'c', title: 'C', date: '2025-09-02/..' },
        { id: 'd', title: 'D' },
      ],
    });
    assert.deepEqual(writeJsonLd(document), {
      '@context': 'https://schema.org',
      '@graph': [
        { '@type': 'CreativeWork', name: 'T', inLanguage: 'en' },
        {
          '@type': 'Event',
          '@id': 'a',
          name: 'A',
          startDate: '2025-01-01',
          endDate: '2025-01-03',
          location: { '@type': 'Place', name: 'Here' },
          attendee: [{ '@type': 'Person', name: 'Ada' }],
          keywords: ['t'],
          image: ['https://example.org/a.png'],
          citation: [
            {
              '@type': 'CreativeWork',
              name: 'S',
              url: 'https://example.org',
              publisher: { '@type': 'Organization', name: 'P' },
              datePublished: '2025',
            },
          ],
          lane: ['Lane'],
          status: 'alleged',
        },
        { '@type': 'Event', identifier: 'has space', name: 'B', startDate: '2025-08' },
        { '@type': 'Event', '@id': 'c', name: 'C', startDate: '2025-09-02' },
        { '@type': 'Event', '@id': 'd', name: 'D' },
      ],
    });
  });

  it('reads back to the same events, as far as schema.org goes', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record(
            {
              id: fc.uuid(),
              title: word,
              date: fc.oneof(day, year.map(String)),
              place: word,
              people: few(word),
              status: fc.constantFrom('alleged', 'refuted'),
              lane: fc.constantFrom('x', 'y'),
            },
            { requiredKeys: ['id', 'title', 'date'] },
          ),
          { minLength: 1, maxLength: 5 },
        ),
        async events => {
          const clean = events.map(event => ({ ...event, title: event.title.replace(/[<&]/g, 'x') }));
          const document = documentOf(clean);
          const text = JSON.stringify(writeJsonLd(document));
          const { document: again } = await parseTimeline(text, { format: 'json-ld' });
          const shown = ({ id, title, span, place, people, status, lanes }) => ({
            id,
            title,
            date: writeEdtf(span),
            place,
            people,
            status,
            lanes,
          });
          assert.deepEqual(again.events.map(shown), document.events.map(shown));
        },
      ),
      { seed, numRuns: 50 },
    ));
});
