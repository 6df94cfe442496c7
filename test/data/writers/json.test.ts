import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { normalizeDocument } from '../../../src/data/normalize-document.js';
import { parseTimeline } from '../../../src/data/parse-timeline.js';
import type { TimelineDocument, TimelineEvent } from '../../../src/data/timeline-event.js';
import { writeJson } from '../../../src/data/writers/json.js';
import { writeEdtf } from '../../../src/time/write-edtf.js';
import { documentOf, edtf, few, firm, phrase, word } from './documents.js';

const seed = 4180;

/** All that an event says, but how its date was spelled, and its record. */
const saidOf = ({ span, ...event }: TimelineEvent) => ({
  ...event,
  data: undefined,
  span: span && { ...span, source: '', members: span.members?.map(writeEdtf) },
});

const saidBy = ({ events, asOf, ...head }: TimelineDocument) => ({
  ...head,
  data: undefined,
  asOf: asOf && writeEdtf(asOf),
  events: events.map(saidOf),
});

/** Any value that JSON has: no -0, which `JSON.stringify` writes as 0. */
const jsonValue = fc.jsonValue().map(value => JSON.parse(JSON.stringify(value)) as unknown);

/** Dates as a text may have them, wrong ones among them. */
const written = fc.oneof(
  edtf.map(date => ({ date })),
  fc
    .tuple(firm, fc.oneof(firm, fc.constantFrom('..', 'unknown', '2020-13')))
    .map(([start, end]) => ({ start, end })),
  fc.constantFrom<object[]>(
    {},
    { date: 'unknown' },
    { date: 'next Tuesday' },
    { date: '1066-10-14', calendar: 'julian' },
    { date: '5784-01-01', calendar: 'hebrew' },
    { date: 'XXXX-12-25' },
    { date: { year: 2020, month: 13 } },
  ),
);

/** Dates as a script may give them. */
const given = fc.oneof(
  fc.date({ noInvalidDate: true }).map(date => ({ date })),
  fc
    .tuple(fc.integer({ min: -9999, max: 9999 }), fc.constantFrom(undefined, 'gregorian', 'julian'))
    .map(([year, calendar]) => ({ date: { year, month: 5, calendar } })),
  fc.integer({ min: -1e14, max: 1e14 }).map(start => ({ start, end: start + 86_400_000 })),
);

const fields = fc.record(
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
    unheard: jsonValue,
    __proto__of: word,
    nothing: fc.constant(undefined),
  },
  { requiredKeys: [] },
);

const documents = (dates: fc.Arbitrary<object>) =>
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
      events: fc.array(
        fc.tuple(fields, dates).map(parts => Object.assign({}, ...parts) as object),
        { maxLength: 6 },
      ),
    },
    { requiredKeys: ['events'] },
  );

function expectSameAgain(input: unknown, textual: boolean): void {
  const document = documentOf(input, textual);
  const record = writeJson(document);
  const text = JSON.stringify(record);
  expect(JSON.parse(text), 'nothing that JSON has no words for').to.eql(structuredClone(record));
  const again = documentOf(JSON.parse(text));
  expect(saidBy(again)).to.eql(saidBy(document));
  expect(again.events.map(({ data }) => data.unheard)).to.eql(
    document.events.map(({ data }) => data.unheard),
  );
  expect(again.data.unheard).to.equal(document.data.unheard);
  expect(writeJson(again)).to.eql(record);
}

describe('writeJson(document)', () => {
  it('reads back to the same document, what was wrong with it included', () => {
    fc.assert(
      fc.property(documents(written), input => expectSameAgain(input, true)),
      { seed, numRuns: 120 },
    );
  });

  it('makes text of dates that were none', () => {
    fc.assert(
      fc.property(documents(given), input => expectSameAgain(input, false)),
      { seed, numRuns: 80 },
    );
  });

  it('has what a table could not be read by as its date, so that it is an issue again', async () => {
    const table = 'Headline;When;Until\nA;03/04/2019;\nB;12/5/98;\nC;c. 1840s;\nD;2020;next week\n';
    const { document } = await parseTimeline(table, { format: 'csv' });
    const again = documentOf(writeJson(document));
    expect(writeJson(document).events.map(({ date, start, end }) => date ?? [start, end])).to.eql([
      '03/04/2019',
      '12/5/98',
      '184X~',
      ['2020', 'next week'],
    ]);
    expect(saidBy(again)).to.eql(saidBy(document));
    const { issues } = normalizeDocument(writeJson(document), { textual: true });
    expect(issues.filter(({ code }) => code === 'invalid-date').map(({ path }) => path)).to.eql([
      'events[0].date',
      'events[1].date',
      'events[3].end',
    ]);
  });

  it('gives no number as a date: it would be another one elsewhere', () => {
    expect(writeJson(documentOf([{ title: 'A', date: 2020 }])).events[0]!.date).to.equal('2020');
  });
});
