import type { EventTable } from './event-table.js';

/** How many events are looked at. */
const SAMPLE = 500;

/** Whether at least half of the dated events of one table are in another, by their ids; told from some of them. */
export function isMostlyIn(table: EventTable, other: EventTable): boolean {
  const count = Math.min(SAMPLE, table.size);
  let found = 0;
  for (let i = 0; i < count; i++)
    if (other.indexOf(table.event(Math.floor((i * table.size) / count)).id) >= 0) found++;
  return found > 0 && found >= count / 2;
}
