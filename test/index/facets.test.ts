import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { amendTable } from '../../src/data/amend-table.js';
import { readTable } from '../../src/data/read-table.js';
import { finish } from '../../src/data/work.js';
import { facetFields, type Facet } from '../../src/index/facets.js';
import { toggled, withValues, type Filter } from '../../src/index/filter.js';
import { parseQuery } from '../../src/index/query.js';
import { Search } from '../../src/index/search.js';
import { engineShare } from '../lib/engine-share.js';
import { arrangedRecords, valuesOf } from './arranged-records.js';

const RECORDS = arrangedRecords(600, 3);
const table = finish(readTable(RECORDS)).table;
const search = new Search(table);
const FIELDS = ['status', 'lane', 'kind', 'people', 'place', 'tags', 'severity'];

const countsOf = (facet: Facet): Record<string, number> =>
  Object.fromEntries(facet.values.map(({ value, count }) => [value, count]));

/** Eras are background, and counted by their kind alone. */
const isCounted = (kind: unknown, field: string): boolean => field === 'kind' || kind !== 'era';

/** A walk over all records: those that match the query and what is chosen of all other fields. */
function countedByHand(field: string, query: string, filter: Filter): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const record of RECORDS) {
    for (const value of valuesOf(record, field)) counts[value] ??= 0;
    const found = new RegExp(`\\b${query}`, 'i').test(record.title);
    const isLeft = Object.entries(filter).every(
      ([name, values]) => name === field || valuesOf(record, name).some(value => values.includes(value)),
    );
    if (found && isLeft && isCounted(record.kind, field))
      for (const value of valuesOf(record, field)) counts[value]!++;
  }
  return counts;
}

describe('facets', () => {
  const values = (field: string): string[] => [
    ...new Set(RECORDS.flatMap(record => valuesOf(record, field))),
  ];
  const filters = fc
    .array(
      fc
        .constantFrom(...FIELDS)
        .chain(field => fc.tuple(fc.constant(field), fc.subarray(values(field), { minLength: 1 }))),
      { maxLength: 4 },
    )
    .map(entries => Object.fromEntries(entries));

  it('count each value among what matches the query and all that is chosen of other fields', () => {
    fc.assert(
      fc.property(fc.constantFrom('', 'order', 're', 'zebra'), filters, (text, filter) => {
        const query = parseQuery(text);
        for (const facet of search.facets(FIELDS, { query, filter })) {
          expect(countsOf(facet), facet.field).to.deep.equal(countedByHand(facet.field, text, filter));
          for (const { value, chosen } of facet.values)
            expect(chosen).to.equal(filter[facet.field]?.includes(value) ?? false);
        }
      }),
      engineShare({ seed: 5, numRuns: 100 }),
    );
  });

  it('count what choosing a value finds', () => {
    fc.assert(
      fc.property(filters, fc.constantFrom(...FIELDS), (filter, field) => {
        const query = parseQuery('order');
        const others = withValues(filter, field, []);
        const [facet] = search.facets([field], { query, filter });
        for (const { value, count } of facet!.values) {
          const chosen = table.narrowed(search.rows({ query, filter: { ...others, [field]: [value] } })!);
          expect(field === 'kind' ? chosen.total : chosen.tally.count).to.equal(count);
        }
      }),
      engineShare({ seed: 6, numRuns: 40 }),
    );
  });

  it('are of fields that objects have of their own, too', () => {
    const records = ['Lotus', 'Brabham', 'Lotus'].map((constructor, i) => ({
      id: `r${i}`,
      title: `Race ${i}`,
      constructor,
      toString: i === 0 ? 'x' : 'y',
    }));
    const races = new Search(finish(readTable(records as never)).table);
    const query = parseQuery('');
    for (const filter of [{}, toggled({}, 'constructor', 'Lotus')]) {
      const facets = races.facets(['constructor', 'toString', 'valueOf'], { query, filter });
      expect(countsOf(facets[0]!)).to.eql({ Lotus: 2, Brabham: 1 });
      expect(facets[1]!.values.map(({ value }) => value)).to.have.members(['x', 'y']);
    }
    expect(races.rows({ query, filter: toggled({}, 'constructor', 'Lotus') })!.count).to.equal(2);
    expect(toggled(toggled({}, 'valueOf', 'z'), 'valueOf', 'z')).to.eql({});
  });

  it('of removed and added events count what is left', () => {
    const amended = amendTable(table, {
      remove: ['e0', 'e1'],
      add: [{ id: 'n', title: 'n', status: 'alleged' }],
    });
    const [facet] = new Search(amended.table).facets(['status'], { query: parseQuery(''), filter: {} });
    const total = facet!.values.reduce((sum, { count }) => sum + count, 0);
    const left = RECORDS.filter(({ id, kind }) => id !== 'e0' && id !== 'e1' && kind !== 'era');
    expect(total).to.equal(left.length + 1);
    expect(countsOf(facet!).alleged).to.equal(1);
  });

  it('have the order of their field, numbers by size, else the largest first; no value comes last', () => {
    const all = search.facets(['status', 'severity', 'tags'], { query: parseQuery(''), filter: {} });
    const [status, severity, tags] = all.map(facet => facet.values.map(({ value }) => value));
    expect(status).to.deep.equal(['confirmed', 'reported', 'refuted', '']);
    expect(severity).to.deep.equal(Array.from({ length: 11 }, (_, i) => String(i + 1)));
    const sizes = all[2]!.values.filter(({ value }) => value !== '').map(({ count }) => count);
    expect(sizes).to.deep.equal([...sizes].sort((a, b) => b - a));
    expect(tags!.at(-1)).to.equal('');
    expect(all[2]!.values.filter(({ large }) => large)).to.have.length(13);
  });

  it('are offered of fields in which events differ, of an author’s own those with few values', () => {
    expect(facetFields(table)).to.deep.equal([
      'status',
      'lane',
      'kind',
      'people',
      'place',
      'tags',
      'severity',
    ]);
    const events = RECORDS.map((record, i) => ({ ...record, code: `no ${i}`, same: 'x', lane: 'one' }));
    expect(facetFields(finish(readTable(events)).table))
      .to.not.include.members(['code'])
      .and.not.include.members(['same'])
      .and.not.include.members(['lane']);
    expect(facetFields(finish(readTable([])).table)).to.deep.equal([]);
  });

  it('a choice made twice is none', () => {
    fc.assert(
      fc.property(
        filters,
        fc.constantFrom(...FIELDS),
        fc.constantFrom('', 'x', 'confirmed'),
        (filter, field, value) => {
          const twice = toggled(toggled(filter, field, value), field, value);
          const sorted = (some: Filter) =>
            Object.entries(some)
              .map(([name, list]) => [name, [...list].sort()])
              .sort();
          expect(sorted(twice)).to.deep.equal(sorted(filter));
        },
      ),
      { seed: 7 },
    );
  });
});
