import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { readTable } from '../../src/data/read-table.js';
import { finish } from '../../src/data/work.js';
import { overlapsView } from '../../src/index/event-source.js';
import { Matches } from '../../src/index/matches.js';
import { parseQuery } from '../../src/index/query.js';
import { Search } from '../../src/index/search.js';
import { TableSource } from '../../src/index/table-source.js';
import { layoutColumn } from '../../src/layout/column.js';
import { sceneOf } from '../../src/layout/scene-of.js';
import type { TimeSpan } from '../../src/time/epoch-ms.js';
import { crowdedRecords, layoutFor, randomRecords, viewsOf, WIDTHS } from './sample.js';

interface Drawn extends TimeSpan {
  readonly count: number;
  readonly matches: number;
}

const RECORDS = {
  'a few hundred': randomRecords(300, 42),
  'a crowd in one lane': crowdedRecords(2000, 6),
  'a crowd in two': randomRecords(3000, 5, 2),
};
const QUERIES = ['order', 'number', 're', '1', 'zebra', '-order', 'before:2000', 'order -memo'];

describe('conservation under a query: what stands, what is counted and what of it matches', () => {
  for (const [name, records] of Object.entries(RECORDS)) {
    const whole = new TableSource(finish(readTable(records)).table);
    const search = new Search(whole.table);

    for (const dims of [false, true])
      it(`${name}, ${dims ? 'the others stand back' : 'the others are hidden'}`, () => {
        fc.assert(
          fc.property(
            fc.constantFrom(...QUERIES),
            viewsOf(whole.hull()!, 1),
            WIDTHS,
            fc.option(fc.nat(records.length - 1)),
            (query, view, width, chosen) => {
              const matching = whole.narrowed(search.rows({ query: parseQuery(query), filter: {} })!);
              const source = dims ? whole : matching;
              const matches = dims ? new Matches(whole, matching) : null;
              const selected = chosen === null ? null : String(records[chosen]!.id);
              const { layout } = layoutFor(source, width);
              const scene = sceneOf(layout, { view, selected, focused: null, moving: false, matches }, 1);
              const column = layoutColumn({
                source,
                view,
                scale: 'time',
                longest: Infinity,
                calendar: undefined,
                opened: [],
                kept: selected === null ? [] : [selected],
                selected,
                matches,
              });
              for (const { id } of whole.lanes) {
                const seen = whole.entries(id).filter(entry => overlapsView(entry, view));
                const found = seen.filter(({ event }) => matching.has(event.id)).length;
                const expected = { count: dims ? seen.length : found, matches: found };
                const drawn = ({ dimmed, ...span }: TimeSpan & { dimmed: boolean }): Drawn => ({
                  ...span,
                  count: 1,
                  matches: dimmed ? 0 : 1,
                });
                const counted = [scene.clusters, column.clusters].map(clusters =>
                  clusters
                    .filter(({ lane }) => lane === id)
                    .map(({ start, end, count, matches: some }) => ({
                      start,
                      end,
                      count,
                      matches: some ?? count,
                    })),
                );
                const marks = scene.marks.filter(({ lane }) => lane === id).map(drawn);
                const events = column.events.filter(({ lanes }) => lanes.includes(id)).map(drawn);
                for (const all of [
                  [...marks, ...counted[0]!],
                  [...events, ...counted[1]!],
                ]) {
                  const told = { count: 0, matches: 0 };
                  for (const item of all) {
                    if (!overlapsView(item, view)) continue;
                    told.count += item.count;
                    told.matches += item.matches;
                  }
                  expect(told, `${query} in ${id}`).to.deep.equal(expected);
                }
              }
            },
          ),
          { seed: 21, numRuns: 12 },
        );
      });
  }
});
