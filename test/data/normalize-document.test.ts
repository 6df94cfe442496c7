import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { EventRecord } from '../../src/data/document-shape.js';
import { normalizeDocument } from '../../src/data/normalize-document.js';
import type { TimelineEvent } from '../../src/data/timeline-event.js';

const eventsOf = (input: unknown) => normalizeDocument(input).document.events;
const marksOf = (input: unknown) =>
  normalizeDocument(input).issues.map(({ code, path }) => `${code} ${path}`.trim());

/** When an astronomical year begins. */
const startOfYear = (year: number): number => new Date(0).setUTCFullYear(year, 0, 1);

/** A sound event, so that what a test adds to it is all that is wrong. */
const event = (fields: object = {}) => ({ id: 'a', date: '2025-08', title: 'A title', ...fields });

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(deepFreeze);
  return value;
}

describe('normalizeDocument(input)', () => {
  it('gives every field of an event, with its defaults', () => {
    const record: EventRecord = { date: '2025-10-02', title: 'Memo' };
    const [first] = eventsOf([record]);
    expect(first).to.deep.include({
      title: 'Memo',
      lanes: [''],
      kind: 'event',
      tags: [],
      people: [],
      importance: 0.5,
      sources: [],
      media: [],
      links: [],
      history: [],
    });
    expect(first!.span).to.include({ start: Date.UTC(2025, 9, 2), end: Date.UTC(2025, 9, 3) });
    expect(first!.status).to.equal(undefined);
    expect(first!.data).to.equal(record);
  });

  it('reads every field of the contract without an issue', () => {
    const { document, issues } = normalizeDocument({
      title: 'T',
      summary: 'S',
      lang: 'en',
      timeZone: 'America/Mexico_City',
      asOf: '2025-11-19',
      credit: 'C',
      license: 'L',
      updated: '2025-11-19',
      version: '1',
      lanes: [{ id: 'us', title: 'United States', parent: null, color: '1', collapsed: true }],
      events: [
        event({ id: 'strikes', kind: 'era', color: '#0a0' }),
        {
          id: 'memo',
          start: '2025-10-02',
          end: '2025-10-04',
          title: 'Memo',
          short: 'M',
          summary: 'One.\n\nTwo.',
          lane: ['us'],
          kind: 'milestone',
          status: 'disputed',
          tags: ['legal'],
          people: ['A', 'B'],
          place: 'P',
          importance: 1,
          sources: [{ title: 'T', url: 'https://a.example/', publisher: 'P', date: '2025', quote: 'Q' }],
          media: [{ src: 'a.jpg', alt: 'A', width: 12, height: 8 }],
          links: [{ to: 'strikes', rel: 'justifies', label: 'L' }, 'strikes'],
          url: 'https://b.example/',
          color: 'rebeccapurple',
          history: [{ date: '2025-11-20', note: 'N' }],
          custom: { kept: true },
        },
      ],
    });
    expect(issues).to.deep.equal([]);
    expect(document).to.include({ title: 'T', lang: 'en', timeZone: 'America/Mexico_City', version: '1' });
    expect(document.asOf!.end).to.equal(Date.UTC(2025, 10, 20));
    expect(document.lanes[0]).to.deep.equal({
      id: 'us',
      title: 'United States',
      parent: null,
      color: '1',
      collapsed: true,
    });
    const memo = document.events[1]!;
    expect(memo.span).to.include({ kind: 'stretch', end: Date.UTC(2025, 9, 5) });
    expect(memo.media).to.deep.equal([{ src: 'a.jpg', alt: 'A', width: 12, height: 8 }]);
    expect(memo.links).to.deep.equal([
      { to: 'strikes', rel: 'justifies', label: 'L' },
      { to: 'strikes', rel: 'related' },
    ]);
    expect(memo.sources[0]).to.include({ publisher: 'P', quote: 'Q' });
    expect(memo.data.custom).to.deep.equal({ kept: true });
  });

  it('takes a bare list, and null for what is absent', () => {
    const nothing = { short: null, lane: null, tags: null, status: null, importance: null, links: null };
    expect(marksOf([event(nothing)])).to.deep.equal([]);
    expect(marksOf({ events: [event()], lanes: null, title: null, asOf: null })).to.deep.equal([]);
  });

  it('reports the issues of events in the order of the events, after those of the document', () => {
    const events = [
      { id: 'a', date: '2020', title: 'A', links: ['none'], colour: 'red' },
      { id: 'b', date: 'soon', title: 'B', desc: 'x' },
      { id: 'a', date: '2020' },
      7,
      { id: 'c', date: '2020', title: 'C', links: ['a', 'b', 'none'] },
    ];
    expect(marksOf({ timeZone: 'Mars/Base', events })).to.deep.equal([
      'invalid-value timeZone',
      'unknown-field events[0].colour',
      'unknown-link events[0].links[0]',
      'invalid-date events[1].date',
      'unknown-field events[1].desc',
      'duplicate-id events[2].id',
      'missing-title events[2].title',
      'invalid-type events[3]',
      'unknown-link events[4].links[2]',
    ]);
  });

  it('asks once for each unknown field whether a known one was meant', () => {
    const meant = (...records: object[]) =>
      normalizeDocument(records.map((record, i) => event({ id: `${i}`, ...record }))).issues.map(
        ({ message, severity }) => `${severity} ${message}`,
      );
    expect(meant({ description: 'x', Category: 'y' }, { description: 'z' })).to.deep.equal([
      'warning events[0].description: unknown field, kept but not shown: "description"; did you mean "summary"?',
      'warning events[0].Category: unknown field, kept but not shown: "Category"; did you mean "lane"?',
    ]);
    for (const [name, field] of [
      ['start_date', ''],
      ['image', 'media'],
      ['sumary', 'summary'],
      ['places', 'place'],
      ['colour', 'color'],
      ['importnace', 'importance'],
      // What is short is near too many words: a letter too few, or two swapped, as far as that is no word itself.
      ['knd', 'kind'],
      ['colr', 'color'],
      ['lnae', 'lane'],
      ['Kind', 'kind'],
      ['URL', 'url'],
      ['ends', ''],
      ['lang', ''],
      ['land', ''],
      ['line', ''],
      ['sort', ''],
      ['pace', ''],
      ['kin', ''],
      ['di', ''],
    ])
      expect(meant({ [name!]: 'x' }).join(), name).to.match(
        field ? new RegExp(`did you mean "${field}"\\?$`) : /^$/,
      );
    for (const name of ['dat', 'daet', 'Date'])
      expect(meant({ date: undefined, [name]: '2020' }).join(), name).to.contain('did you mean "date"?');
    expect(meant({ date: undefined, data: '2020', rate: 1, star: 1, start: '2020' })).to.deep.equal([]);
    // In an unsound record as well, and where the title is missing.
    expect(meant({ title: undefined, titel: 'x', tags: 5 }).join()).to.contain('did you mean "title"?');
    // Names of an author's own, and those that stand beside the field.
    expect(
      meant({
        type: 'x',
        data: 1,
        mean: 2,
        note: 'x',
        constructor: 'x',
        category: 'x',
        lane: 'y',
        desc: 'x',
        summary: 'z',
      }),
    ).to.deep.equal([]);
    const many = Array.from({ length: 3000 }, (_, i) => ({ [`description${i}`]: 1 }));
    expect(meant(...many, { description: 1 })).to.deep.equal([]);
  });

  describe('reports with code and path', () => {
    const table: readonly [what: string, input: unknown, ...marks: string[]][] = [
      ['no document', 'text', 'invalid-document'],
      ['null', null, 'invalid-document'],
      ['a document without events', { title: 'x' }, 'invalid-document'],
      ['events that are no list', { events: {} }, 'invalid-type events'],
      ['lanes that are no list', { events: [], lanes: 'us' }, 'invalid-type lanes'],
      ['a title of the document', { title: 1, events: [] }, 'invalid-type title'],
      ['an unknown zone', { timeZone: 'Mars/Base', events: [] }, 'invalid-value timeZone'],
      ['an unknown calendar', { calendar: 'hebrew', events: [] }, 'invalid-value calendar'],
      ['a zone that differs by reader', { timeZone: 'local', events: [] }, 'invalid-value timeZone'],
      ['an unreadable asOf', { asOf: 'soon', events: [] }, 'invalid-date asOf'],
      [
        'entries that are no objects',
        [event(), 7, null, ['x']],
        ...[1, 2, 3].map(i => `invalid-type events[${i}]`),
      ],
      ['a missing title', [{ date: '2025' }], 'missing-title events[0].title'],
      ['a blank title', [event({ title: ' \n' })], 'missing-title events[0].title'],
      ['a title that is no text', [event({ title: 1984 })], 'invalid-type events[0].title'],
      [
        'an unreadable date',
        [event(), event({ id: 'b', date: '2020-13-01' })],
        'invalid-date events[1].date',
      ],
      [
        'an unreadable start',
        [{ id: 'a', title: 'A', start: 'x', end: '2025' }],
        'invalid-date events[0].start',
      ],
      ['an unreadable end', [{ id: 'a', title: 'A', start: '2025', end: 'x' }], 'invalid-date events[0].end'],
      [
        'an end before its start',
        [{ id: 'a', title: 'A', start: '2025', end: '2024' }],
        'end-before-start events[0].end',
      ],
      ['an interval that runs backwards', [event({ date: '2025/2024' })], 'end-before-start events[0].date'],
      [
        'an end beside an interval',
        [event({ date: '2025/2026', end: '2026' })],
        'invalid-value events[0].end',
      ],
      ['a start beside a date', [event({ start: '2025' })], 'invalid-value events[0].start'],
      ['a repeated id', [event(), event()], 'duplicate-id events[1].id'],
      ['an id that is no text', [event({ id: true })], 'invalid-type events[0].id'],
      ['an unknown status', [event({ status: 'aleged' })], 'unknown-status events[0].status'],
      ['a status that is no word', [event({ status: 1 })], 'invalid-type events[0].status'],
      ['an unknown kind', [event({ kind: 'erra' })], 'unknown-kind events[0].kind'],
      ['an importance out of range', [event({ importance: 80 })], 'invalid-value events[0].importance'],
      ['an importance in quotes', [event({ importance: '0.8' })], 'invalid-type events[0].importance'],
      ['an importance that is no number', [event({ importance: NaN })], 'invalid-type events[0].importance'],
      [
        'a colour that is none',
        [event({ color: 'red; background: url(x)' })],
        'invalid-value events[0].color',
      ],
      ['tags that are no list', [event({ tags: 'legal' })], 'invalid-type events[0].tags'],
      ['a tag that is no text', [event({ tags: ['x', 5] })], 'invalid-type events[0].tags[1]'],
      ['a lane that is no text', [event({ lane: ['x', {}] })], 'invalid-type events[0].lane[1]'],
      ['a source that is no object', [event({ sources: ['x'] })], 'invalid-type events[0].sources[0]'],
      [
        'a publisher that is no text',
        [event({ sources: [{ publisher: 1 }] })],
        'invalid-type events[0].sources[0].publisher',
      ],
      ['a medium without address', [event({ media: [{ alt: 'x' }] })], 'invalid-type events[0].media[0].src'],
      ['a correction without note', [event({ history: [{}] })], 'invalid-type events[0].history[0].note'],
      ['a link to nowhere', [event({ links: [{ to: 'b' }] })], 'unknown-link events[0].links[0].to'],
      ['a short link to nowhere', [event({ links: ['a', 'b'] })], 'unknown-link events[0].links[1]'],
      ['a link without aim', [event({ links: [{ rel: 'x' }] })], 'invalid-type events[0].links[0].to'],
      ['a lane without name', { events: [], lanes: [{ color: '1' }] }, 'invalid-type lanes[0]'],
      ['a repeated lane', { events: [], lanes: [{ id: 'a' }, { id: 'a' }] }, 'duplicate-id lanes[1].id'],
      [
        'an unknown parent',
        { events: [], lanes: [{ id: 'a', parent: 'b' }] },
        'invalid-value lanes[0].parent',
      ],
      [
        'a ring of parents',
        {
          events: [],
          lanes: [
            { id: 'a', parent: 'b' },
            { id: 'b', parent: 'a' },
          ],
        },
        'invalid-value lanes[1].parent',
      ],
    ];
    for (const [what, input, ...marks] of table) it(what, () => expect(marksOf(input)).to.deep.equal(marks));

    it('each message begins with the path and shows the value', () => {
      for (const [, input] of table) {
        for (const { path, message, severity } of normalizeDocument(input).issues) {
          expect(message.startsWith(path && `${path}: `), message).to.equal(true);
          expect(message).not.to.match(/undefined|\[object|\n/);
          expect(severity).to.be.oneOf(['error', 'warning']);
        }
      }
    });

    it('guesses what a word was meant to be', () => {
      const messages = normalizeDocument([
        event({ status: 'Confirmd', kind: 'mile-stone', links: ['aa'] }),
      ]).issues.map(({ message }) => message);
      expect(messages).to.deep.equal([
        'events[0].kind: unknown kind: "mile-stone"; did you mean "milestone"?',
        'events[0].status: unknown status: "Confirmd"; did you mean "confirmed"?',
        'events[0].links[0]: unknown event: "aa"; expected the id of an event',
      ]);
    });

    it('shows large and strange values in brief', () => {
      const cyclic: Record<string, unknown> = {};
      cyclic.self = cyclic;
      for (const value of [
        'x'.repeat(1e6),
        '😀'.repeat(99),
        Array(1e4).fill(1),
        cyclic,
        10n,
        Symbol('s'),
        () => 1,
        NaN,
      ]) {
        const { issues } = normalizeDocument([event({ color: value, media: value, importance: [value] })]);
        expect(issues.length).to.equal(Array.isArray(value) ? 1000 + 1 : 3);
        for (const { message } of issues.slice(-3)) {
          expect(message.length).to.be.below(200);
          expect(message).not.to.match(/[\ud800-\udbff](?![\udc00-\udfff])/);
        }
      }
    });
  });

  describe('keeps what can be kept', () => {
    it('an unreadable date makes the event undated and stays as text', () => {
      const [a, b, c] = eventsOf([
        event({ date: 'the other day' }),
        { title: 'B', start: 'x', end: '2025' },
        event({ id: 'c', date: { year: 'x' } }),
      ]);
      expect(a).to.include({ span: null, dateText: 'the other day' });
      expect(b).to.include({ span: null, dateText: 'x/2025' });
      expect(c).to.include({ span: null, dateText: '{"year":"x"}' });
    });

    it('no date, or one said to be unknown, is no fault', () => {
      const input = [
        { title: 'A' },
        { title: 'B', date: 'unknown' },
        { title: 'C', date: ' Unknown ' },
        { title: 'D', date: '' },
      ];
      expect(marksOf(input)).to.deep.equal([]);
      expect(eventsOf(input).map(({ span, dateText }) => span ?? dateText)).to.deep.equal(
        Array(4).fill(undefined),
      );
    });

    it('a date of no year is no fault either, and stays as text', () => {
      const input = [event({ date: 'XXXX-12-25' }), { title: 'B', date: 'XXXX-12/2004', id: 'b' }];
      expect(marksOf(input)).to.deep.equal([]);
      const [feast, stretch] = eventsOf(input);
      expect([feast!.span, feast!.dateText]).to.deep.equal([null, 'XXXX-12-25']);
      expect(stretch!.span).to.include({ start: Date.UTC(2004, 0), source: 'XXXX-12/2004' });
    });

    it('an end before its start leaves the start alone', () => {
      for (const dates of [{ start: '2025-05', end: '2025-04' }, { date: '2025-05/2025-04' }]) {
        const [{ span } = {} as TimelineEvent] = eventsOf([{ title: 'A', ...dates }]);
        expect(span).to.include({ start: Date.UTC(2025, 4), end: Date.UTC(2025, 5), kind: 'within' });
      }
    });

    it('a missing title becomes the date in words, in the language of the document', () => {
      const [a, b, c] = eventsOf([{ date: '2025-08' }, { date: 'x' }, {}]);
      expect(a!.title).to.equal('August 2025');
      expect(b!.title).to.equal('x');
      expect(c!.title).to.equal('undated');
      expect(eventsOf({ lang: 'fr', events: [{ date: '2025-08' }] })[0]!.title).to.equal('août 2025');
      expect(eventsOf({ lang: 'not a tag', events: [{ date: '2025-08' }] })[0]!.title).to.equal(
        'August 2025',
      );
    });

    it('an unknown status counts as absent, its word is kept', () => {
      const [a, b] = eventsOf([event({ status: 'rumoured' }), event({ id: 'b', status: 'alleged' })]);
      expect([a!.status, a!.statusText]).to.deep.equal([undefined, 'rumoured']);
      expect([b!.status, b!.statusText]).to.deep.equal(['alleged', undefined]);
    });

    it('an importance out of range is moved to the nearer end', () =>
      expect(
        eventsOf([event({ importance: 80 }), event({ id: 'b', importance: -1 })]).map(e => e.importance),
      ).to.deep.equal([1, 0]));

    it('of a list, what is sound; of an event, the record as given', () => {
      const record = event({ tags: ['x', 5, 'y'], links: ['nowhere', 'a'], color: 'url(x)', mine: 1 });
      const [kept] = eventsOf([record]);
      expect(kept!.tags).to.deep.equal(['x', 'y']);
      expect(kept!.links).to.deep.equal([{ to: 'a', rel: 'related' }]);
      expect(kept!.color).to.equal(undefined);
      expect(kept!.data).to.equal(record);
    });

    it('dates are of the calendar of the event, else of the document', () => {
      const day = (document: object, fields: object = {}) =>
        eventsOf({ ...document, events: [event({ date: '1582-10-05', ...fields })] })[0]!.span!;
      const [julian, gregorian] = [Date.UTC(1582, 9, 15), Date.UTC(1582, 9, 5)];
      expect(day({}).start).to.equal(gregorian);
      expect(day({}, { calendar: 'julian' })).to.include({ start: julian, calendar: 'julian' });
      expect(day({ calendar: 'julian' })).to.include({ start: julian, calendar: 'julian' });
      expect(day({ calendar: 'julian' }, { calendar: 'gregorian' }).start).to.equal(gregorian);
      expect(day({}, { calendar: 'julian', date: null, start: '1582-10-04', end: '1582-10-05' })).to.include({
        start: Date.UTC(1582, 9, 14),
        end: Date.UTC(1582, 9, 16),
      });
      const { issues, document } = normalizeDocument([event({ date: '1582-10-05', calendar: 'mayan' })]);
      expect(issues.map(({ path }) => path)).to.deep.equal(['events[0].calendar']);
      expect(document.events[0]!.span!.start).to.equal(gregorian);
      // A date that can't be read right is not drawn wrong.
      for (const calendar of ['persian', 'Julian', 'hebrew']) {
        const { issues, document } = normalizeDocument([event({ date: '1403-01-01', calendar })]);
        expect(issues.map(({ path }) => path)).to.deep.equal(['events[0].calendar']);
        expect(document.events[0]).to.include({ span: null, dateText: '1403-01-01' });
      }
      const asOf = normalizeDocument({ calendar: 'julian', asOf: '2025-10-02', events: [] }).document.asOf!;
      expect(asOf.start).to.equal(Date.UTC(2025, 9, 2));
    });

    it('an unknown zone counts as UTC, a known one is where instants are shown', () => {
      const at = (timeZone: string) =>
        eventsOf({ timeZone, events: [event({ date: '2025-11-18T14:00Z' })] })[0]!.span!;
      expect(at('Mars/Base').start).to.equal(Date.UTC(2025, 10, 18, 14));
      expect(at('America/Mexico_City').start).to.equal(Date.UTC(2025, 10, 18, 8));
      expect(at('America/Mexico_City').instant).to.equal(Date.UTC(2025, 10, 18, 14));
    });

    it('an end beside a date makes a stretch of both', () => {
      const read = (fields: object) => normalizeDocument([event(fields)]);
      const { document, issues } = read({ date: '2020-01-01', end: '2020-02-01' });
      expect(issues).to.deep.equal([]);
      const { document: usual } = read({ date: null, start: '2020-01-01', end: '2020-02-01' });
      expect(document.events[0]!.span).to.deep.equal(usual.events[0]!.span);
      for (const [end, code] of [
        ['2019', 'end-before-start'],
        ['soon', 'invalid-date'],
      ] as const) {
        const { document, issues } = read({ date: '2020', end });
        expect(document.events[0]!.span!.source).to.equal('2020');
        expect(issues.map(({ code, path }) => [code, path])).to.deep.equal([[code, 'events[0].end']]);
      }
      expect(marksOf([event({ date: 'soon', end: '2020' })])).to.deep.equal(['invalid-date events[0].date']);
      expect(read({ date: 'unknown', end: '2020' }).document.events[0]!.span!.source).to.equal('/2020');
    });

    it('a number is an instant in a property, and in a text a year that lacks its quotes or nothing', () => {
      const read = (fields: object, textual: boolean) => normalizeDocument([event(fields)], { textual });
      for (const date of [0, -44, 999, 10_000, 1.5, 1_700_000_000_000]) {
        const { document, issues } = read({ date }, false);
        expect([document.events[0]!.span!.start, issues]).to.deep.equal([Math.floor(date), []]);
      }
      // What is hardly meant so is said.
      const { document, issues } = read({ date: 1985 }, false);
      expect(document.events[0]!.span!.start).to.equal(1985);
      expect(issues).to.deep.equal([
        {
          code: 'bare-year',
          path: 'events[0].date',
          message: 'events[0].date: a number, read as Unix milliseconds: 1985; if it is a year, write "1985"',
          severity: 'warning',
        },
      ]);
      for (const date of [1985, 5, -44, 0, -9999]) {
        const { document, issues } = read({ date }, true);
        expect(issues.map(({ code }) => code)).to.deep.equal(['bare-year']);
        const meant = /write "(.*)"$/.exec(issues[0]!.message)![1]!;
        expect(read({ date: meant }, true)).to.deep.include({ issues: [] });
        expect(read({ date: meant }, true).document.events[0]!.span).to.deep.equal(document.events[0]!.span);
        expect(document.events[0]!.span!.start).to.equal(startOfYear(date));
      }
      for (const date of [1.5, 12024, 1_700_000_000_000, 1e300]) {
        const { document, issues } = read({ date }, true);
        expect(document.events[0]!.span).to.equal(null);
        expect(issues[0]).to.include({ code: 'invalid-date', severity: 'error' });
      }
      expect(
        read({ date: undefined, start: 2016, end: 2018 }, true).document.events[0]!.span!.source,
      ).to.equal('2016/2018');
      const { document: other } = normalizeDocument([{ title: 'A', start: '1984', end: 19850 }], {
        textual: true,
      });
      expect(other.events[0]!.span!.source).to.equal('1984');
    });
  });

  describe('lanes', () => {
    const laneIds = (input: unknown) => normalizeDocument(input).document.lanes.map(({ id }) => id);

    it('are those declared, then those that events name, in order of appearance', () => {
      const { document } = normalizeDocument({
        lanes: [{ id: 'us', title: 'United States' }, { title: 'Mexico' }],
        events: [
          event({ lane: 'Z' }),
          event({ lane: 'United States' }),
          event({ lane: ['Y', 'us', 'us', 'Z'] }),
          event(),
        ],
      });
      expect(document.lanes.map(({ id, title }) => [id, title])).to.deep.equal([
        ['us', 'United States'],
        ['Mexico', 'Mexico'],
        ['Z', 'Z'],
        ['Y', 'Y'],
        ['', ''],
      ]);
      expect(document.events.map(({ lanes }) => lanes)).to.deep.equal([
        ['Z'],
        ['us'],
        ['Y', 'us', 'Z'],
        [''],
      ]);
    });

    it('are found by id before title', () => {
      const lanes = [
        { id: 'a', title: 'b' },
        { id: 'b', title: 'a' },
      ];
      expect(eventsOf({ lanes, events: [event({ lane: 'b' })] })[0]!.lanes).to.deep.equal(['b']);
    });

    it('have the parents that make a tree', () => {
      const lanes = [
        { id: 'a', parent: 'B' },
        { id: 'b', title: 'B', parent: 'c' },
        { id: 'c', parent: 'a' },
      ];
      const { document } = normalizeDocument({ lanes, events: [] });
      expect(document.lanes.map(({ parent }) => parent)).to.deep.equal(['b', 'c', null]);
    });

    it('of an empty list is the one without a name', () =>
      expect(laneIds([event({ lane: [] })])).to.deep.equal(['']));
  });

  describe('ids', () => {
    const idsOf = (input: unknown) => eventsOf(input).map(({ id }) => id);

    it('that repeat are numbered, and never take the id of another', () => {
      const memo = (id: string) => event({ id });
      expect(idsOf(['memo', 'memo', 'memo'].map(memo))).to.deep.equal(['memo', 'memo~2', 'memo~3']);
      expect(idsOf(['memo', 'memo', 'memo~2', 'memo'].map(memo))).to.deep.equal([
        'memo',
        'memo~3',
        'memo~2',
        'memo~4',
      ]);
    });

    it('that are absent come from the content, wherever it stands', () => {
      const a = { title: 'A', date: '2025', lane: 'x' };
      const others = [
        { ...a, title: 'B' },
        { ...a, date: '2024' },
        { ...a, lane: 'y' },
        { title: 'A2025', date: '', lane: 'x' },
      ];
      const [first, ...rest] = idsOf([a, ...others]);
      expect(new Set([first, ...rest]).size).to.equal(5);
      expect(idsOf([...others, a, a]).slice(-2)).to.deep.equal([first, `${first}~2`]);
      expect(first).to.equal('eqwma5n8c5qzj');
    });

    it('that are derived do not collide', () => {
      const records = Array.from({ length: 50_000 }, (_, i) => ({ title: `Event ${i}`, date: '2025' }));
      expect(idsOf(records).filter(id => id.includes('~'))).to.deep.equal([]);
    });

    it('that are numbers are their digits, so that links hold', () => {
      const { document, issues } = normalizeDocument([event({ id: 7 }), event({ id: 'b', links: ['7'] })]);
      const [a, b] = document.events;
      expect(issues).to.eql([]);
      expect(a!.id).to.equal('7');
      expect(b!.links[0]!.to).to.equal('7');
    });
  });

  describe('is safe', () => {
    it('with frozen input, and gives frozen output', () => {
      const input = deepFreeze({
        lanes: [{ id: 'us' }],
        events: [event({ tags: ['x', 1], links: ['a', 'b'], sources: [{ title: 'S' }] }), event(), {}, 5],
      });
      const { document } = normalizeDocument(input);
      expect(document.events.length).to.equal(3);
      const { lanes, tags, links, sources } = document.events[0]!;
      for (const part of [
        document,
        document.lanes,
        document.lanes[0],
        document.events,
        document.events[0],
        lanes,
        tags,
        links,
        links[0],
        sources,
        sources[0],
      ])
        expect(Object.isFrozen(part)).to.equal(true);
    });

    it('and does not touch its input', () => {
      const input = { lanes: [{ id: 'us' }], events: [event({ links: ['b'], lane: 'x' }), event(), {}] };
      const before = structuredClone(input);
      normalizeDocument(input);
      expect(input).to.deep.equal(before);
      expect(Object.isFrozen(input.events[0])).to.equal(false);
    });

    it('with __proto__ and its kin, at every level', () => {
      const evil =
        '{ "__proto__": { "polluted": 1, "title": "x", "status": "alleged" }, "constructor": { "prototype": { "polluted": 1 } }';
      const text = `${evil}, "lanes": [${evil}, "id": "__proto__" }], "events": [
        ${evil}, "id": "__proto__", "title": "A", "lane": "__proto__" },
        ${evil}, "title": "B", "lane": "constructor", "links": ["__proto__", ${evil}, "to": "__proto__" }], "sources": [${evil} }] },
        { "id": "toString", "title": "C", "lane": "hasOwnProperty", "links": ["valueOf"] }] }`;
      const { document } = normalizeDocument(JSON.parse(text));
      expect(({} as Record<string, unknown>).polluted).to.equal(undefined);
      const [a, b, c] = document.events;
      expect([a!.id, a!.title, a!.status, a!.lanes]).to.deep.equal([
        '__proto__',
        'A',
        undefined,
        ['__proto__'],
      ]);
      expect(b!.links.map(({ to }) => to)).to.deep.equal(['__proto__', '__proto__']);
      expect([c!.id, c!.lanes, c!.links]).to.deep.equal(['toString', ['hasOwnProperty'], []]);
      expect(document.lanes.map(({ id }) => id)).to.deep.equal([
        '__proto__',
        'constructor',
        'hasOwnProperty',
      ]);
      expect(Object.hasOwn(a!.data, '__proto__')).to.equal(true);
    });

    it('with objects whose own code throws', () => {
      const bomb = (key: string) =>
        Object.defineProperty(event({ id: key }), key, {
          enumerable: true,
          get: () => {
            throw new Error('boom');
          },
        });
      const revoked = Proxy.revocable({}, {});
      revoked.revoke();
      for (const bad of [bomb('title'), bomb('id'), bomb('date'), bomb('links'), revoked.proxy]) {
        const { document, issues } = normalizeDocument([event(), bad, event({ id: 'z' })]);
        expect(document.events.map(({ id }) => id)).to.deep.equal(['a', 'z']);
        expect(issues.map(({ path }) => path)).to.deep.equal(['events[1]']);
        expect(normalizeDocument(bad).issues).not.to.deep.equal([]);
        expect(normalizeDocument({ events: [event()], lanes: [bad] }).document.events.length).to.equal(1);
      }
      expect(
        normalizeDocument({ events: [event()], title: 'T', lanes: revoked.proxy }).document.events.length,
      ).to.equal(1);
    });
  });

  it('never throws, and finds every good event among broken ones', () => {
    const good = fc.record(
      {
        id: fc.option(fc.string({ maxLength: 3 }), { nil: undefined }),
        date: fc.constantFrom('2025', '2025-08-01/..', '1984~', undefined, 'unknown', '44 BCE'),
        title: fc.string({ minLength: 1 }).map(text => `${text}.`),
        lane: fc.option(fc.oneof(fc.string(), fc.array(fc.string())), { nil: undefined }),
        tags: fc.array(fc.string()),
      },
      { requiredKeys: ['title'] },
    );
    const keys = [
      'id',
      'date',
      'start',
      'end',
      'title',
      'lane',
      'kind',
      'status',
      'tags',
      'people',
      'importance',
      'sources',
      'media',
      'links',
      'color',
      'history',
      '__proto__',
    ];
    const broken = fc.oneof(
      fc.anything({
        withBigInt: true,
        withDate: true,
        withMap: true,
        withNullPrototype: true,
        withSparseArray: true,
      }),
      fc.dictionary(fc.constantFrom(...keys), fc.anything({ withDate: true, withNullPrototype: true }), {
        noNullPrototype: false,
      }),
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(good, broken), { maxLength: 12 }), fc.array(good), (mixed, goodOnes) => {
        const records = [...mixed, ...goodOnes];
        const { document, issues } = normalizeDocument({ events: records });
        const entries = records.filter(
          record => typeof record === 'object' && record !== null && !Array.isArray(record),
        );
        expect(document.events.map(({ data }) => data)).to.deep.equal(entries);
        for (const record of goodOnes) {
          const kept = document.events.find(({ data }) => data === record)!;
          expect(kept.title).to.equal(record.title);
          expect(kept.tags).to.deep.equal(record.tags ?? []);
          expect(kept.span === null).to.equal(record.date === undefined || record.date === 'unknown');
          const at = `events[${records.indexOf(record)}]`;
          expect(
            issues.filter(({ path, code }) => path.startsWith(at + '.') && code !== 'duplicate-id'),
          ).to.deep.equal([]);
        }
        const ids = document.events.map(({ id }) => id);
        expect(new Set(ids).size).to.equal(ids.length);
        const laneIds = new Set(document.lanes.map(({ id }) => id));
        for (const { lanes } of document.events) {
          expect(lanes).not.to.be.empty;
          expect(lanes.every(id => laneIds.has(id))).to.equal(true);
          expect(new Set(lanes).size).to.equal(lanes.length);
        }
      }),
      { seed: 2025, numRuns: 400 },
    );
  });

  it('never throws, whatever the document is', () => {
    fc.assert(
      fc.property(
        fc.anything({
          withBigInt: true,
          withDate: true,
          withMap: true,
          withSet: true,
          withSparseArray: true,
        }),
        input => {
          const { document, issues } = normalizeDocument(input);
          expect(document.events).to.be.an('array');
          if (!document.events.length && !Array.isArray(input)) expect(issues).not.to.be.empty;
        },
      ),
      { seed: 2025, numRuns: 400 },
    );
  });
});
