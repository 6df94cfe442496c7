import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { EventTable } from '../../src/data/event-table.js';
import { readTable, type ReadTableOptions } from '../../src/data/read-table.js';
import { finish } from '../../src/data/work.js';
import { looseRecord } from './records.js';

const read = (input: unknown, options?: ReadTableOptions) => finish(readTable(input, options));
const marksOf = (input: unknown, options?: ReadTableOptions) =>
  read(input, options).issues.map(({ code, path }) => `${code} ${path}`.trim());
const datedIn = (table: EventTable) => Array.from({ length: table.size }, (_, i) => table.event(i));

describe('readTable(input, options)', () => {
  it('makes events when asked, in whatever order, as it makes all at once; an event stays the same object', () => {
    const arbitrary = fc.tuple(fc.array(looseRecord, { maxLength: 30 }), fc.boolean(), fc.nat());
    fc.assert(
      fc.property(arbitrary, ([events, textual, first]) => {
        const options = { textual };
        const input = { events, timeZone: 'America/New_York' };
        const eager = read(input, options).table.toDocument().events;
        const { table } = read(input, options);
        const [dated, undated] = [eager.filter(({ span }) => span), eager.filter(({ span }) => !span)];
        expect([table.total, table.size]).to.deep.equal([events.length, dated.length]);
        const one = eager[first % eager.length];
        if (one) expect(table.get(one.id)).to.deep.equal(one);
        const lazy = datedIn(table).reverse();
        expect(new Set(lazy.map(({ id }) => id))).to.deep.equal(new Set(dated.map(({ id }) => id)));
        for (const event of lazy) {
          expect(event).to.deep.equal(eager.find(({ id }) => id === event.id));
          const at = table.indexOf(event.id);
          expect(table.event(at)).to.equal(event);
          expect(table.get(event.id)).to.equal(event);
          expect([table.starts[at], table.ends[at]]).to.deep.equal([event.span!.start, event.span!.end]);
          expect(table.lanesAt(at)).to.equal(event.lanes);
        }
        expect(table.undated).to.deep.equal(undated);
        expect(table.toDocument().events).to.deep.equal(eager);
      }),
      { seed: 2025, numRuns: 150 },
    );
  });

  it('rests every so often, in each of its parts, and says how far it is; whoever drives it gets the same', () => {
    // All of one start, so that sorting is by id; half of the ids repeat.
    const events = Array.from({ length: 6000 }, (_, i) => ({
      id: `e${(i * 7919) % 3000}`,
      date: '2025',
      title: `${i}`,
      links: [`e${i}`],
    }));
    const work = readTable({ events });
    const shares: number[] = [];
    let step = work.next();
    for (; !step.done; step = work.next()) shares.push(step.value);
    expect(shares.every((share, i) => share >= (shares[i - 1] ?? 0) && share <= 1)).to.equal(true);
    for (const [from, to] of [
      [0, 0.6],
      [0.6, 0.65],
      [0.65, 0.9],
    ] as const)
      expect(shares.filter(share => share > from && share <= to).length, `${from}`).to.be.above(3);
    const { table, issues } = read({ events });
    expect(step.value.issues).to.deep.equal(issues);
    expect(datedIn(step.value.table).map(({ id }) => id)).to.deep.equal(datedIn(table).map(({ id }) => id));
    const ids = datedIn(table).map(({ id }) => id);
    expect(ids).to.deep.equal([...ids].sort());
  });

  it('keeps a thousand issues in full, and counts the rest of each code', () => {
    const events = Array.from({ length: 1200 }, (_, i) => ({
      id: `${i}`,
      date: i < 700 ? 'x' : '2025',
      status: 'y',
      title: 'A',
    }));
    const before = [{ code: 'invalid-json', path: '', message: 'm', severity: 'error' }] as const;
    const { issues } = read(events, { issues: before });
    expect(issues.length).to.equal(1001);
    expect(issues[0]).to.equal(before[0]);
    const { code, message, severity } = issues.at(-1)!;
    expect([code, severity]).to.deep.equal(['more-issues', 'error']);
    expect(message).to.equal('901 more: 201 invalid-date, 700 unknown-status');
  });

  it('leaves out events beyond the most there may be, and says so once', () => {
    const events = Array.from({ length: 5 }, (_, i) => ({ id: `${i}`, title: 'A' }));
    const { table, issues } = read({ events }, { maxEvents: 3 });
    expect(table.toDocument().events.map(({ id }) => id)).to.deep.equal(['0', '1', '2']);
    expect(issues.map(({ code, path }) => [code, path])).to.deep.equal([['too-many-events', 'events']]);
    expect(issues[0]!.message).to.contain('5; the first 3');
    expect(marksOf({ events }, { maxEvents: 5 })).to.deep.equal([]);
  });

  it('says where things stand in words where it is told how', () => {
    const placeOf = (index: number, field?: string) =>
      `row ${index + 2}${field ? `, column "${field}"` : ''}`;
    const events = [{ title: 'A', start: '2025', end: 'x' }, 5, { title: 'B', links: ['none'] }];
    const { issues } = read({ events, title: 3 }, { placeOf });
    expect(issues.map(({ path }) => path)).to.deep.equal([
      'title',
      'row 2, column "end"',
      'row 3',
      'row 4, column "links"',
    ]);
    for (const { path, message } of issues) expect(message.startsWith(`${path}: `)).to.equal(true);
    expect(issues[1]!.message).not.to.contain('events[');
  });

  it('names the record at fault, whatever before it makes no event', () => {
    const events = [1, { title: 'A' }, null, [], { title: 'B', links: ['x'] }, { title: 'C', links: ['y'] }];
    expect(marksOf(events)).to.deep.equal([
      'invalid-type events[0]',
      'invalid-type events[2]',
      'invalid-type events[3]',
      'unknown-link events[4].links[0]',
      'unknown-link events[5].links[0]',
    ]);
  });

  it('lets no field of a record become a field of anything else', () => {
    const evil =
      '"__proto__": { "title": "x", "polluted": 1 }, "constructor": { "prototype": { "polluted": 1 } }';
    const list = (key: string) => `"${key}": [{ ${evil} }]`;
    const fields = ['sources', 'media', 'links', 'history', 'tags', 'people'].map(list).join(', ');
    const events = `[{ ${evil}, ${fields}, "date": "2025" }, { "id": "__proto__", "title": "B", "lane": "__proto__", "date": "2024" }]`;
    const { table } = read(
      JSON.parse(`{ ${evil}, "lanes": [{ ${evil}, "id": "constructor" }], "events": ${events} }`),
    );
    const plain = read({
      events: [
        { date: '2025', sources: [{}] },
        { id: '__proto__', title: 'B', lane: '__proto__', date: '2024' },
      ],
    });
    expect(({} as Record<string, unknown>).polluted).to.equal(undefined);
    const bare = (all: EventTable) =>
      all.toDocument().events.map(event => ({ ...event, data: null, id: event.id.length }));
    expect(JSON.stringify(bare(table))).to.equal(JSON.stringify(bare(plain.table)));
    expect(table.get('__proto__')!.title).to.equal('B');
    expect(table.get('constructor')).to.equal(undefined);
  });
});
