import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { amendTable } from '../../src/data/amend-table.js';
import type { EventTable } from '../../src/data/event-table.js';
import { readTable } from '../../src/data/read-table.js';
import type { TimelineEvent } from '../../src/data/timeline-event.js';
import { finish } from '../../src/data/work.js';
import type { Filter } from '../../src/index/filter.js';
import { parseQuery } from '../../src/index/query.js';
import { Search } from '../../src/index/search.js';
import { unknownFields } from '../../src/index/unknown-fields.js';
import { randomRecords } from '../layout/sample.js';

const tableOf = (document: unknown): EventTable => finish(readTable(document)).table;
const idsIn = (table: EventTable, search: Search, query: string, filter: Filter = {}): string[] => {
  const rows = search.rows({ query: parseQuery(query), filter });
  return table
    .toDocument()
    .events.map(({ id }) => id)
    .filter(id => rows === null || rows.has(table.rows.rowOf(id)));
};
const find = (events: readonly object[], query: string, filter: Filter = {}): string => {
  const table = tableOf({ events, lanes: [{ id: 'us', title: 'United States' }] });
  return idsIn(table, new Search(table), query, filter).join('');
};

const EVENTS = [
  {
    id: 'a',
    title: 'The Order of the Council',
    short: 'Order',
    date: '2025-08',
    lane: 'us',
    status: 'confirmed',
    tags: ['legal', 'border'],
    people: ['Ana Ruiz'],
    room: 12,
  },
  {
    id: 'b',
    title: 'Überfall',
    summary: 'An order\n\nwas given.',
    date: '2025-10-02',
    place: 'Texcoco',
    open: true,
  },
  {
    id: 'c',
    title: '東京の公開メモ',
    date: '1914/1918',
    kind: 'era',
    sources: [{ title: 'Gazette', publisher: 'State Press', quote: 'by order' }],
  },
  { id: 'd', title: 'disorder', date: 'unknown', status: 'rumoured', room: [12, 'b'] },
];

describe('Search', () => {
  it('finds words where words begin, in all that readers see of an event', () => {
    expect(find(EVENTS, 'order')).to.equal('abc');
    expect(find(EVENTS, 'ORD council')).to.equal('a');
    expect(find(EVENTS, 'ana')).to.equal('a');
    expect(find(EVENTS, 'texc')).to.equal('b');
    expect(find(EVENTS, 'uberf')).to.equal('b');
    expect(find(EVENTS, 'press')).to.equal('c');
    expect(find(EVENTS, 'メモ')).to.equal('c');
    expect(find(EVENTS, 'memo')).to.equal('');
    expect(find(EVENTS, '  ')).to.equal('abcd');
  });
  it('finds phrases within one text, and not across two', () => {
    expect(find(EVENTS, '"order of the"')).to.equal('a');
    expect(find(EVENTS, '"order was"')).to.equal('b');
    expect(find(EVENTS, '"council order"')).to.equal('');
    expect(find(EVENTS, '"ord"')).to.equal('');
  });
  it('looks into fields, also those that only this document has', () => {
    expect(find(EVENTS, 'title:order')).to.equal('a');
    expect(find(EVENTS, 'lane:united')).to.equal('a');
    expect(find(EVENTS, 'tag:legal')).to.equal('a');
    expect(find(EVENTS, 'status:conf')).to.equal('a');
    expect(find(EVENTS, 'kind:era')).to.equal('c');
    expect(find(EVENTS, 'source:gazette')).to.equal('c');
    expect(find(EVENTS, 'id:d')).to.equal('d');
    expect(find(EVENTS, 'room:12')).to.equal('ad');
    expect(find(EVENTS, 'open:true')).to.equal('b');
    expect(find([{ id: 'a', title: 'Re: order' }], 're:order')).to.equal('a');
  });
  it('knows which fields no event has: not those that are text of an event, and which are meant', () => {
    const search = new Search(tableOf({ events: [...EVENTS, { title: 'Re: the order', date: '2025' }] }));
    const unknown = (query: string) =>
      unknownFields(parseQuery(query), search)
        .map(({ name, meant }) => `${name} ${meant}`)
        .join();
    expect(unknown('staus:x -Rom:12 xyzzy:1 staus:y')).to.equal('staus status,Rom room,xyzzy undefined');
    expect(unknown('aftr:2025')).to.equal('aftr after');
    expect(unknown('re:the status:x room:1 tag:x person:x after:2025')).to.equal('');
  });

  it('compares dates, and knows none of the undated', () => {
    expect(find(EVENTS, 'before:2025-09')).to.equal('ac');
    expect(find(EVENTS, 'after:2025-08')).to.equal('b');
    expect(find(EVENTS, 'during:2025')).to.equal('ab');
    expect(find(EVENTS, 'on:1916-05-01')).to.equal('c');
    expect(find(EVENTS, '-during:2025')).to.equal('cd');
    expect(find([{ id: 'a', title: 'x', date: '2025-01-01T10:00' }], 'on:2025-01-01T10:00')).to.equal('a');
  });
  it('leaves out what has something', () => {
    expect(find(EVENTS, '-order')).to.equal('d');
    expect(find(EVENTS, 'order -place:texcoco -"state press"')).to.equal('a');
  });
  it('filters by values: any of a field, all fields together; "" is none', () => {
    expect(find(EVENTS, '', { status: ['confirmed'] })).to.equal('a');
    expect(find(EVENTS, '', { status: ['', 'confirmed'] })).to.equal('abcd');
    expect(find(EVENTS, '', { tags: [''] })).to.equal('bcd');
    expect(find(EVENTS, '', { lane: ['us'] })).to.equal('a');
    expect(find(EVENTS, '', { lane: ['United States', ''] })).to.equal('abcd');
    expect(find(EVENTS, '', { kind: ['era'], lane: [''] })).to.equal('c');
    expect(find(EVENTS, '', { room: ['12', 'b'] })).to.equal('ad');
    expect(find(EVENTS, 'order', { tags: [''] })).to.equal('bc');
    expect(find(EVENTS, '', { status: [] })).to.equal('abcd');
    expect(find(EVENTS, '', { status: [], kind: ['era'] })).to.equal('c');
  });

  const RECORDS = randomRecords(9000, 3);
  const big = tableOf(RECORDS);
  const search = new Search(big);
  const { events } = big.toDocument();

  it('finds what a walk over all events finds', () => {
    const has = (event: TimelineEvent, word: string): boolean =>
      new RegExp(`(^|[^a-z])${word}`, 'i').test([event.title, event.short ?? ''].join('|'));
    const words = fc.constantFrom('o', 'ord', 'order', 'strike', 'rem', 'arks', 'the', 'zz');
    fc.assert(
      fc.property(
        fc.array(fc.record({ word: words, negated: fc.boolean() }), { minLength: 1, maxLength: 3 }),
        fc.subarray(['', 'confirmed', 'reported', 'refuted'], { minLength: 1 }),
        fc.subarray(['l0', 'l1', 'l2'], { minLength: 1 }),
        (asked, status, lane) => {
          const expected = events.filter(
            event =>
              asked.every(({ word, negated }) => has(event, word) !== negated) &&
              status.includes(event.status ?? '') &&
              event.lanes.some(id => lane.includes(id)),
          );
          const query = asked.map(({ word, negated }) => (negated ? '-' : '') + word).join(' ');
          const found = idsIn(big, search, query, { status, lane });
          expect(found).to.deep.equal(expected.map(({ id }) => id));
        },
      ),
      { seed: 11, numRuns: 30 },
    );
  });

  it('finds the same whatever was asked before, as somebody types', () => {
    const words = ['or', 'order', 'council', 'ana', 'press', '"order of"', 'title:ord', 'room:1', 'nope:or'];
    const terms = [...words, 'before:2025-09', 'after:1914', 'メモ'];
    const term = fc
      .tuple(fc.boolean(), fc.constantFrom(...terms))
      .map(([no, text]) => (no ? '-' : '') + text);
    // What is typed letter by letter, and taken back or changed in the middle.
    const typed = fc.array(term, { maxLength: 3 }).chain(list => {
      const text = list.join(' ');
      return fc.array(fc.nat(text.length), { maxLength: 6 }).map(cuts => cuts.map(cut => text.slice(0, cut)));
    });
    const table = tableOf({ events: EVENTS, lanes: [{ id: 'us', title: 'United States' }] });
    const search = new Search(table);
    fc.assert(
      fc.property(typed, queries => {
        for (const query of queries)
          expect(idsIn(table, search, query), query).to.eql(idsIn(table, new Search(table), query));
      }),
    );
  });
  it('finds the same in amended data as if they had been read at once', () => {
    search.rows({ query: parseQuery('strike title:order'), filter: {} });
    const { table } = amendTable(big, {
      add: [{ id: 'new', title: 'A general strike order', date: '2020-01-01' }],
      update: [{ id: 'e4999', title: 'Strike, and no more' }],
      remove: ['e1'],
    });
    const after = new Search(table, search);
    for (const query of ['strike', 'title:order', 'id:new', '-strike'])
      expect(idsIn(table, after, query), query).to.deep.equal(idsIn(table, new Search(table), query));
    expect(idsIn(table, after, 'general strike')).to.deep.equal(['new']);
  });

  it('finds sources by their addresses', () => {
    const sources = [{ url: 'https://www.bbc.co.uk/news/world-1234' }];
    const events = [
      { id: 'a', title: 'x', sources },
      { id: 'b', title: 'y' },
    ];
    for (const query of [
      'bbc.co.uk',
      'www.bbc.co.uk',
      'https://www.bbc.co.uk/news',
      'source:bbc',
      'world-1234',
    ])
      expect(find(events, query), query).to.equal('a');
  });

  it('reads a field again that was asked for long ago, and keeps no more than a few', () => {
    let reads = 0;
    const record = {
      id: 'a',
      title: 'x',
      get room(): string {
        reads++;
        return 'b';
      },
    };
    const table = tableOf([record]);
    const asked = new Search(table);
    const ask = (query: string): string => idsIn(table, asked, query).join();
    expect(ask('room:b')).to.equal('a');
    const once = reads;
    expect(ask('room:b')).to.equal('a');
    expect(reads, 'it is kept').to.equal(once);
    for (let i = 0; i < 40; i++) ask(`name${i}:b`);
    expect(ask('room:b')).to.equal('a');
    expect(reads, 'it was let go').to.be.greaterThan(once);
  });

  it('takes records with code of their own', () => {
    const record = {
      id: 'a',
      title: 'order',
      get place(): string {
        throw new Error('no');
      },
    };
    const odd = { id: 'b', title: 'order', tags: 7, people: [null, 'order', ['x']] };
    expect(find([record, odd], 'order')).to.equal('b');
    expect(find([odd], '', { place: [''] })).to.equal('b');
    expect(find([{ id: 'a', title: 'x' }], 'constructor:x')).to.equal('');
  });
});
