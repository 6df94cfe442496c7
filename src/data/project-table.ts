import { projectSpan } from '../time/project-span.js';
import { INSTANT } from './event-form.js';
import { EventTable, shownSpan } from './event-table.js';
import { movedTable, type Timed } from './moved-table.js';

/** The table with its instants in the wall time of another zone; an event without any stays the same object. */
export function projectTable(table: EventTable, timeZone: string): EventTable {
  if (timeZone === table.document.timeZone) return table;
  const { rows, order } = table;
  const { asOf, ...head } = table.document;
  const moved: Timed[] = [];
  for (const row of order.rows) {
    if (!(rows.form(row) & INSTANT)) continue;
    const { start, end } = shownSpan(rows, row, timeZone)!;
    moved.push({ row, start, end });
  }
  const document = Object.freeze({
    ...head,
    timeZone,
    ...(asOf && { asOf: projectSpan(asOf, timeZone) }),
  });
  return movedTable(table, { document, rows, gone: moved.map(({ row }) => row), come: moved });
}
