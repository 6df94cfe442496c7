import { amendBounds, amendOrder, type Timed } from './amend-order.js';
import type { EventRows } from './event-rows.js';
import { EventTable } from './event-table.js';
import { reachOf } from './outliers.js';
import type { DocumentHead } from './timeline-event.js';
import { finish } from './work.js';

export type { Timed };

/** What is other about a table. */
export interface Move {
  readonly document: DocumentHead;
  readonly rows: EventRows;
  /** Rows that are not where they were in the order of time. */
  readonly gone: readonly number[];
  /** Rows that are new there, or in another place. */
  readonly come: readonly Timed[];
}

/** Returns the table with other rows, or with some of them at other times. */
export function movedTable(table: EventTable, { document, rows, gone, come }: Move): EventTable {
  const { positions, starts, ends } = table.order;
  const left = gone.filter(row => positions[row]! >= 0);
  const order = amendOrder(table.order, table.rows, rows, left, come);
  const was = left.map(row => ({
    start: starts[positions[row]!]!,
    end: ends[positions[row]!]!,
    lanes: lanesIn(table.rows, row),
  }));
  const is = come.map(({ row, start, end }) => ({ start, end, lanes: lanesIn(rows, row) }));
  const amended = amendBounds(table.bounds, was, is);
  // Where each event counts once, the columns of the starts are one.
  const areSame = table.bounds.starts === starts && is.every(({ lanes }) => lanes === 1);
  const bounds = areSame ? { ...amended, starts: order.starts } : amended;
  const kept = [...table.shown].filter(
    ([row]) => document.timeZone === table.document.timeZone && rows.isSameIn(table.rows, row),
  );
  return new EventTable({ document, rows, order, bounds, reach: finish(reachOf(order, bounds)) }, kept);
}

/** Returns the same table without the rows of events that are no more. */
export function compactTable(table: EventTable): EventTable {
  const { rows, moved } = table.rows.compacted();
  const { positions } = table.order;
  const order = {
    ...table.order,
    rows: table.order.rows.map(row => moved[row]!),
    positions: positions.filter((_, row) => moved[row]! >= 0),
  };
  const shown = [...table.shown].map(([row, event]) => [moved[row]!, event] as const);
  const { document, bounds, reach } = table;
  return new EventTable({ document, rows, order, bounds, reach }, shown);
}

const lanesIn = (rows: EventRows, row: number): number => rows.lanes.list(rows.place(row)).length;
