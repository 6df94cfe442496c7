import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { readTable } from '../../src/data/read-table.js';
import { finish } from '../../src/data/work.js';
import { arrange, hasField, type Arrangement } from '../../src/index/arrangement.js';
import { NEUTRAL } from '../../src/index/coloring.js';
import { overlapsView } from '../../src/index/event-source.js';
import type { Filter } from '../../src/index/filter.js';
import { parseQuery } from '../../src/index/query.js';
import { Search } from '../../src/index/search.js';
import { TableSource } from '../../src/index/table-source.js';
import { warpOf } from '../../src/index/warp-of.js';
import { laneColor } from '../../src/layout/lane-color.js';
import { layoutColumn } from '../../src/layout/column.js';
import { sceneOf } from '../../src/layout/scene-of.js';
import { SCALES, type ScaleWord } from '../../src/scale/scale-word.js';
import { layoutFor, viewsOf, WIDTHS } from '../layout/sample.js';
import { engineShare } from '../lib/engine-share.js';
import { arrangedRecords, valuesOf } from './arranged-records.js';

const FIELDS = ['lane', 'status', 'tags', 'people', 'place', 'severity', 'none'];
const RECORDS = arrangedRecords(500, 8);
const CROWD = arrangedRecords(4000, 9);
const titleOf: Arrangement['titleOf'] = (_, { id, kind }) => (kind === 'value' ? id : kind);

function sourceOf(
  records: readonly Record<string, unknown>[],
  laneBy: string,
  colorBy = 'lane',
  scale: ScaleWord = 'time',
) {
  const { table } = finish(readTable(records));
  const arranged = arrange(table, { laneBy, colorBy, titleOf });
  const { coloring } = arranged;
  const source = new TableSource(arranged.table, { coloring, warp: warpOf(scale, table) });
  return { table, arranged, source, scale, search: new Search(table) };
}

/** By lane, the ids of the records that belong there: each value, the twelve largest, the others, none. */
function lanesByHand(records: readonly Record<string, unknown>[], field: string): Map<string, Set<string>> {
  const sizes = new Map<string, number>();
  for (const record of records)
    for (const value of valuesOf(record, field)) sizes.set(value, (sizes.get(value) ?? 0) + 1);
  const largest = [...sizes.keys()]
    .filter(value => value !== '')
    .sort((a, b) => sizes.get(b)! - sizes.get(a)! || (a < b ? -1 : 1))
    .slice(0, 12);
  const lanes = new Map<string, Set<string>>();
  for (const record of records)
    for (const value of field === 'none' ? [''] : valuesOf(record, field)) {
      const lane = value === '' || largest.includes(value) ? value : 'other';
      lanes.set(lane, (lanes.get(lane) ?? new Set()).add(record.id as string));
    }
  return lanes;
}

describe('arrange(table, arrangement)', () => {
  it('leaves a table as it is that is to be shown as it is written', () => {
    const { table, arranged } = sourceOf(RECORDS, 'lane');
    expect(arranged.table).to.equal(table);
    expect(arranged.coloring).to.equal(null);
    expect(sourceOf(RECORDS, 'no such field').arranged.lanes).to.equal('lane');
    expect(hasField(table, 'severity')).to.equal(true);
    expect(hasField(table, 'no such field')).to.equal(false);
  });

  for (const field of FIELDS.filter(name => name !== 'lane'))
    it(`puts each event in the lanes of its values of ${field}`, () => {
      const { source, table, arranged } = sourceOf(RECORDS, field);
      const expected = lanesByHand(RECORDS, field);
      const dated = (ids: Iterable<string>) => [...ids].filter(id => table.get(id)!.span).sort();
      expect(source.lanes.map(({ id }) => id).sort()).to.deep.equal([...expected.keys()].sort());
      for (const [lane, ids] of expected)
        expect(
          source
            .entries(lane)
            .map(({ event }) => event.id)
            .sort(),
          lane,
        ).to.deep.equal(dated(ids));
      for (const { id } of RECORDS.slice(0, 100)) {
        const event = table.get(id as string)!;
        expect(arranged.table.get(event.id)).to.equal(event);
        const lanes = [...expected].filter(([, ids]) => ids.has(event.id)).map(([lane]) => lane);
        expect([...source.lanesOf(event)].sort()).to.deep.equal(lanes.sort());
      }
    });

  it('orders statuses by firmness, numbers by size, else the largest first, then others, then none', () => {
    const idsOf = (field: string) => sourceOf(RECORDS, field).source.lanes.map(({ id }) => id);
    expect(idsOf('status')).to.deep.equal(['confirmed', 'reported', 'refuted', '']);
    expect(idsOf('severity')).to.deep.equal(Array.from({ length: 11 }, (_, i) => String(i + 1)));
    expect(idsOf('tags').slice(12)).to.deep.equal(['other', '']);
    const named = RECORDS.map((record, i) => ({ ...record, tags: i % 3 ? ['other'] : record.tags }));
    expect(sourceOf(named, 'tags').source.lanes.map(({ id }) => id)).to.include('other~2');
  });

  for (const [name, records] of Object.entries({ 'a few hundred': RECORDS, 'a crowd': CROWD }))
    it(`keeps every event in every view, in each of its lanes, of ${name}, whatever is chosen`, () => {
      const sources = FIELDS.map((field, i) => sourceOf(records, field, 'status', SCALES[i % 3]));
      fc.assert(
        fc.property(
          fc
            .constantFrom(...sources)
            .chain(shown => fc.tuple(fc.constant(shown), viewsOf(shown.source.hull()!, 1))),
          fc.constantFrom('', 'order', '-re'),
          fc.constantFrom<Filter>({}, { status: ['confirmed', ''] }, { people: ['Person 0'], place: [''] }),
          WIDTHS,
          ([{ source: whole, search, arranged, scale }, view], text, filter, width) => {
            const field = arranged.lanes;
            const rows = search.rows({ query: parseQuery(text), filter });
            const source = rows ? whole.narrowed(rows) : whole;
            const scene = sceneOf(
              layoutFor(source, width).layout,
              { view, selected: null, focused: null, moving: false },
              1,
            );
            const column = layoutColumn({
              source,
              view,
              calendar: undefined,
              scale: 'time',
              longest: Infinity,
              opened: [],
              kept: [],
              selected: null,
            });
            for (const { id } of whole.lanes) {
              const expected = whole
                .entries(id)
                .filter(entry => overlapsView(entry, view) && source.has(entry.event.id)).length;
              const marks = scene.marks.filter(mark => mark.lane === id && overlapsView(mark, view)).length;
              const counted = scene.clusters
                .filter(pill => pill.lane === id && overlapsView(pill, view))
                .reduce((sum, { count }) => sum + count, 0);
              expect(marks + counted, `${field}: ${id}`).to.equal(expected);
              // What runs down does so in proportion to time.
              if (scale !== 'time') continue;
              const listed =
                column.events.filter(({ lanes }) => lanes.includes(id)).length +
                column.clusters.filter(({ lane }) => lane === id).reduce((sum, { count }) => sum + count, 0);
              expect(listed, `column of ${field}: ${id}`).to.equal(expected);
            }
          },
        ),
        engineShare({ seed: 21, numRuns: 25 }),
      );
    });
});

describe('colours of arranged events', () => {
  const colorOf = (event: { status?: string | undefined }): string =>
    event.status ? String(['confirmed', 'reported', 'refuted'].indexOf(event.status) + 1) : NEUTRAL;

  it('are those of their values, whatever makes the lanes; of clusters, where all members have the same', () => {
    for (const records of [RECORDS, CROWD])
      for (const lanes of ['lane', 'status', 'tags', 'none']) {
        const { source, table } = sourceOf(records, lanes, 'status');
        fc.assert(
          fc.property(viewsOf(source.hull()!, 1), WIDTHS, (view, width) => {
            const { layout } = layoutFor(source, width);
            const scene = sceneOf(layout, { view, selected: null, focused: null, moving: false }, 1);
            const column = layoutColumn({
              source,
              view,
              calendar: undefined,
              scale: 'time',
              longest: Infinity,
              opened: [],
              kept: [],
              selected: null,
            });
            for (const { event, color } of [...scene.marks, ...column.events])
              expect(color).to.equal(laneColor(colorOf(event), 0));
            for (const { ids, count, color } of [...scene.clusters, ...column.clusters]) {
              if (ids.length < count) continue;
              const colors = new Set(ids.map(id => colorOf(table.get(id)!)));
              const [only] = colors;
              expect(color).to.equal(laneColor(colors.size === 1 ? only : NEUTRAL, 0));
            }
          }),
          engineShare({ seed: 4, numRuns: 8 }),
        );
      }
  });

  it('mean the largest values, eight at the most, and the others nothing', () => {
    const { arranged } = sourceOf(RECORDS, 'lane', 'tags');
    const colors = arranged.meanings.map(({ value, color }) => [value, color]);
    expect(colors.slice(0, 8).map(([, color]) => color)).to.deep.equal('12345678'.split(''));
    expect(colors.slice(8)).to.deep.equal([
      [null, NEUTRAL],
      ['', NEUTRAL],
    ]);
  });

  it('tell the lanes of the document, unless it has none to tell', () => {
    const { arranged, source } = sourceOf(RECORDS, 'status');
    expect(arranged.colors).to.equal('lane');
    expect(arranged.meanings.map(({ value }) => value)).to.have.members(['l0', 'l1', 'l2']);
    const event = source.edge('first')!;
    const place = Number(event.lanes[0]!.slice(1));
    const { lanes } = sourceOf(RECORDS, 'lane').table.document;
    expect(source.colorOf(event)).to.equal(String(lanes.findIndex(({ id }) => id === `l${place}`) + 1));
    const alone = RECORDS.map(record => ({ ...record, lane: null }));
    expect(sourceOf(alone, 'status').arranged.colors).to.equal('status');
    const own = sourceOf(
      [{ id: 'a', date: '2025', title: 'a', color: 'red', lane: 'x' }, ...RECORDS],
      'place',
    );
    expect(own.source.colorOf(own.table.get('a')!)).to.equal('red');
    const asked = sourceOf(
      [{ id: 'a', date: '2025', title: 'a', color: 'red' }, ...RECORDS],
      'lane',
      'place',
    );
    expect(asked.source.colorOf(asked.table.get('a')!)).to.equal(NEUTRAL);
  });
});
