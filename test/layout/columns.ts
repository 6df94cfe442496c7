import fc from 'fast-check';
import { readTable } from '../../src/data/read-table.js';
import { finish } from '../../src/data/work.js';
import type { EventSource } from '../../src/index/event-source.js';
import { TableSource } from '../../src/index/table-source.js';
import { layoutColumn, type Column, type ColumnRequest } from '../../src/layout/column.js';
import type { TimeSpan } from '../../src/time/epoch-ms.js';
import { crowdedRecords, randomRecords, viewsOf } from './sample.js';

/** The source of records, or of a document. */
export const tableOf = (records: unknown): EventSource =>
  new TableSource(finish(readTable(Array.isArray(records) ? { events: records } : records)).table);

export function columnOf(source: EventSource, view: TimeSpan, more: Partial<ColumnRequest> = {}): Column {
  const rest = {
    scale: 'time',
    longest: Infinity,
    calendar: undefined,
    opened: [],
    kept: [],
    selected: null,
  } as const;
  return layoutColumn({ source, view, ...rest, ...more });
}

/** Sources of few and of very many events in few and in very many lanes, and views of them. */
export const columns = fc
  .record({
    seed: fc.integer({ min: 1, max: 1e6 }),
    count: fc.constantFrom(1, 12, 150, 600, 3000),
    lanes: fc.constantFrom(1, 2, 5, 12, 24, 60),
    crowded: fc.boolean(),
  })
  .map(({ seed, count, lanes, crowded }) =>
    tableOf(crowded ? crowdedRecords(count, seed) : randomRecords(count, seed, lanes)),
  )
  .filter(source => source.extent() !== null)
  .chain(source => fc.tuple(fc.constant(source), viewsOf(source.extent()!, 1)));

/** The same, with a view of the same length that lies elsewhere. */
export const pannedColumns = fc
  .tuple(columns, fc.double({ min: -0.9, max: 0.9, noNaN: true }))
  .map(([[source, view], by]) => {
    const shift = (view.end - view.start) * by;
    const other = { start: view.start + shift, end: view.start + shift + (view.end - view.start) };
    return { source, view, other };
  })
  // A length may round as the view moves, and with it the step of cells that it just has room for.
  .filter(({ view, other }) => other.end - other.start === view.end - view.start);

/** What stands, by lane and id. */
export const standing = ({ events }: Column): Set<string> =>
  new Set(events.flatMap(({ event, lanes }) => lanes.map(lane => `${lane} ${event.id}`)));
