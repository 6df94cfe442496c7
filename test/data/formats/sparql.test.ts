import { expect } from '@open-wc/testing';
import { readSparqlDate } from '../../../src/data/formats/sparql-date.js';
import { isSparql, mapSparql } from '../../../src/data/formats/sparql.js';
import { normalizeDocument } from '../../../src/data/normalize-document.js';
import { finish } from '../../../src/data/work.js';

const XSD = 'http://www.w3.org/2001/XMLSchema#';
const uri = (value: string) => ({ type: 'uri', value });
const item = (id: number) => uri(`http://www.wikidata.org/entity/Q${id}`);
const words = (value: string, lang?: string) => ({
  type: 'literal',
  value,
  ...(lang && { 'xml:lang': lang }),
});
const typed = (value: string, type: string) => ({ type: 'literal', value, datatype: XSD + type });
const results = (...bindings: Record<string, unknown>[]) => ({
  head: { vars: [...new Set(bindings.flatMap(row => Object.keys(row)))] },
  results: { bindings },
});
const read = (...rows: Record<string, unknown>[]) => finish(mapSparql(results(...rows)));
const eventsOf = (...rows: Record<string, unknown>[]) =>
  read(...rows).document.events as Record<string, unknown>[];

describe('mapSparql(value)', () => {
  it('tells results from other JSON', () => {
    expect(isSparql(results())).to.equal(true);
    for (const value of [null, [], { head: {}, boolean: true }, { head: { vars: [] }, results: {} }])
      expect(isSparql(value)).to.equal(false);
  });

  it('finds title, date, place, picture, page and item by names and values, and keeps the rest', () => {
    const { document, placeOf } = read({
      item: item(1),
      itemLabel: words('A', 'en'),
      itemDescription: words('a thing', 'en'),
      date: typed('1952-03-11T00:00:00Z', 'dateTime'),
      placeLabel: words('Lima', 'en'),
      image: uri('http://commons.wikimedia.org/wiki/Special:FilePath/A.jpg'),
      article: uri('https://en.wikipedia.org/wiki/A'),
      coord: typed('Point(1 2)', 'string'),
    });
    expect(document).to.eql({
      lang: 'en',
      events: [
        {
          coord: 'Point(1 2)',
          title: 'A',
          summary: 'a thing',
          date: '1952-03-11',
          place: 'Lima',
          url: 'http://www.wikidata.org/entity/Q1',
          media: [{ type: 'image', src: 'http://commons.wikimedia.org/wiki/Special:FilePath/A.jpg' }],
          sources: [{ title: 'https://en.wikipedia.org/wiki/A', url: 'https://en.wikipedia.org/wiki/A' }],
        },
      ],
    });
    expect(placeOf!(0, 'title')).to.equal('results.bindings[0].itemLabel');
  });

  it('takes start and end from their names', () => {
    const day = (value: string) => typed(value, 'date');
    expect(eventsOf({ death: day('1900-01-02'), birth: day('1850-01-01'), name: words('A') })).to.eql([
      { start: '1850-01-01', end: '1900-01-02', title: 'A' },
    ]);
    expect(eventsOf({ when: words('1900'), name: words('A') })).to.eql([{ date: '1900', title: 'A' }]);
    const [event] = eventsOf({ start: day('1850-01-01'), end: day('1851-01-01'), date: day('1850-06-01') });
    expect(event).to.include({ start: '1850-01-01', end: '1851-01-01', '?date': '1850-06-01' });
  });

  it('makes one event of the rows of one item at one date', () => {
    const row = (id: number, year: string, genre: string) => ({
      item: item(id),
      itemLabel: words(`A${id}`),
      year: typed(year, 'gYear'),
      genreLabel: words(genre),
    });
    const { document, placeOf } = read(
      row(1, '1900', 'opera'),
      row(1, '1900', 'drama'),
      row(1, '1901', 'opera'),
      row(2, '1900', 'opera'),
    );
    const found = (document.events as Record<string, unknown>[]).map(({ title, date, genreLabel }) => [
      title,
      date,
      genreLabel,
    ]);
    expect(found).to.eql([
      ['A1', '1900', ['opera', 'drama']],
      ['A1', '1901', 'opera'],
      ['A2', '1900', 'opera'],
    ]);
    expect(placeOf!(1, 'date')).to.equal('results.bindings[2].year');
  });

  it('leaves what is unknown out: such an event is undated, and kept', () => {
    const { document, issues } = normalizeDocument(
      read(
        { item: item(1), itemLabel: words('A'), date: typed('1900-01-01T00:00:00Z', 'dateTime') },
        { item: item(2), itemLabel: words('B'), date: { type: 'bnode', value: 't1' } },
        { item: item(3), itemLabel: words('C'), date: uri('http://www.wikidata.org/.well-known/genid/1') },
        { item: item(4), itemLabel: words('D') },
      ).document,
      { textual: true },
    );
    expect(issues).to.eql([]);
    expect(document.events.map(({ title, span }) => [title, span?.source])).to.eql([
      ['A', '1900-01-01'],
      ['B', undefined],
      ['C', undefined],
      ['D', undefined],
    ]);
  });

  it('never throws for bindings that are none', () => {
    for (const row of [
      { a: null },
      { a: 7 },
      { a: { type: 'literal' } },
      { __proto__: { type: 'x', value: 'y' } },
    ])
      expect(eventsOf(row)).to.have.length(1);
  });
});

describe('readSparqlDate(text, precision)', () => {
  const table: readonly [text: string, precision: number | undefined, date: string][] = [
    ['+1952-03-11T00:00:00Z', undefined, '1952-03-11'],
    ['1952-03-11T10:30:00Z', undefined, '1952-03-11T10:30:00Z'],
    ['1952-03-11T10:30:00', undefined, '1952-03-11T10:30:00'],
    ['1952-03-11+01:00', undefined, '1952-03-11'],
    ['1952-03', undefined, '1952-03'],
    ['1952', undefined, '1952'],
    ['1952-00-00T00:00:00Z', undefined, '1952'],
    ['1952-03-01T00:00:00Z', 10, '1952-03'],
    ['1952-01-01T00:00:00Z', 9, '1952'],
    ['1952-01-01T00:00:00Z', 8, '195X'],
    ['1901-01-01T00:00:00Z', 7, '19XX'],
    ['-0043-03-15T00:00:00Z', 11, '-0043-03-15'],
    ['-0500-01-01T00:00:00Z', 7, '-05XX'],
    ['-13798000000-00-00T00:00:00Z', 3, 'Y-13798000000'],
    ['t1234', 11, 't1234'],
  ];
  for (const [text, precision, date] of table)
    it(`${text}${precision === undefined ? '' : `, ${precision}`} → ${date}`, () => {
      expect(readSparqlDate(text, precision)).to.equal(date);
    });
});
