import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { readTable } from '../../src/data/read-table.js';
import { finish } from '../../src/data/work.js';
import { hasSources, registerOf } from '../../src/index/source-register.js';

const tableOf = (events: readonly unknown[]) => finish(readTable({ events: events as never })).table;

const source = fc.record(
  {
    title: fc.constantFrom('Report', 'Annals', 'Letter'),
    publisher: fc.constantFrom('A', 'B'),
    url: fc.constantFrom('https://example.org/1', 'https://example.org/2', 'https://example.org/3'),
  },
  { requiredKeys: ['title'] },
);
const record = fc.record({
  date: fc.option(fc.integer({ min: 1900, max: 1905 }).map(String), { nil: 'unknown' }),
  title: fc.constant('Event'),
  sources: fc.array(source, { maxLength: 3 }),
});

describe('registerOf(table)', () => {
  it('numbers sources in the order in which events first name them, each once', () => {
    fc.assert(
      fc.property(fc.array(record, { maxLength: 12 }), records => {
        const table = tableOf(records.map((each, i) => ({ id: `e${i}`, ...each })));
        const register = registerOf(table);
        const events = [...Array.from({ length: table.size }, (_, i) => table.event(i)), ...table.undated];
        const named = events.flatMap(event => event.sources.map(each => [event.id, each] as const));
        // Read from the start, each number is either known or the next one.
        let known = 0;
        for (const [id, each] of named) {
          const { number, uses } = register.find(each)!;
          expect(number).to.be.within(1, known + 1);
          known = Math.max(known, number);
          expect(uses).to.include(id);
        }
        expect(register.all.map(({ number }) => number)).to.eql(
          Array.from({ length: known }, (_, i) => i + 1),
        );
        for (const { uses } of register.all) expect(new Set(uses).size).to.equal(uses.length);
        // Two addresses are two sources; the same address is one.
        for (const [, a] of named)
          for (const [, b] of named)
            if (a.url && b.url)
              expect(register.find(a) === register.find(b), `${a.url} ${b.url}`).to.equal(a.url === b.url);
            else if (!a.url && !b.url && a.title === b.title && a.publisher === b.publisher)
              expect(register.find(a)).to.equal(register.find(b));
        expect(hasSources(table)).to.equal(named.length > 0);
      }),
      { seed: 7, numRuns: 300 },
    );
  });

  it('tells sources without an address by title and publisher', () => {
    const named = [
      { title: 'A' },
      { title: 'A', publisher: 'B' },
      { publisher: 'B' },
      { title: 'A' },
      { date: '1900' },
    ];
    const table = tableOf([{ date: '1900', title: 'a', sources: named }]);
    expect(table.event(0).sources.map(each => registerOf(table).find(each)?.number)).to.eql([
      1,
      2,
      3,
      1,
      undefined,
    ]);
  });

  it('gives a bare name no address, date or words of another that is called so', () => {
    interface Named {
      readonly title: string;
      readonly url?: string;
      readonly date?: string;
      readonly quote?: string;
    }
    const bare: Named = { title: 'Reuters' };
    const dated: Named = { title: 'Reuters', date: '1902' };
    const article: Named = {
      title: 'Reuters',
      url: 'https://example.org/1',
      date: '1901',
      quote: 'by order',
    };
    const sources = [bare, article, dated];
    for (const order of [sources, [article, dated, bare], [dated, article, bare]]) {
      const table = tableOf(order.map((each, i) => ({ date: `190${i}`, title: 'a', sources: [each] })));
      const register = registerOf(table);
      expect(register.all.map(({ source: { title, url, date, quote } }) => [title, url, date, quote])).to.eql(
        order.map(({ title, url, date, quote }) => [title, url, date, quote]),
      );
      for (const [i, each] of order.entries())
        expect(register.find(table.event(i).sources[0]!)!.source.url).to.equal(each.url);
    }
  });

  it('survives what is no list, and what throws', () => {
    const hostile = {
      date: '1900',
      title: 'a',
      get sources(): never {
        throw new Error('no');
      },
    };
    const table = tableOf([
      hostile,
      { date: '1901', title: 'b', sources: 'x' },
      { title: 'c', sources: [null, {}] },
    ]);
    expect(registerOf(table).all).to.eql([]);
  });
});
