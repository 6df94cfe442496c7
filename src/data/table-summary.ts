import { isEra, isOpenSet, shapeOf, statusOf, type EventForm } from './event-form.js';
import type { EventTable } from './event-table.js';
import { STATUSES, type Status, type TimelineEvent } from './timeline-event.js';

/** How many events there are, and how firmly they are known; eras, which are background, are not counted. */
export interface Tally {
  readonly count: number;
  readonly statuses: Readonly<Record<Status, number>>;
}

/** Returns how many events a table holds, the undated among them. O(n), and makes none. */
export function tallyOf(table: EventTable): Tally {
  const { rows } = table;
  const counts = STATUSES.map(() => 0);
  let count = 0;
  for (let row = 0; row < rows.size; row++) {
    const form = rows.form(row);
    if (!table.holds(row) || isEra(form)) continue;
    count++;
    const status = statusOf(form);
    if (status >= 0) counts[status]!++;
  }
  return {
    count,
    statuses: Object.fromEntries(STATUSES.map((status, i) => [status, counts[i]])) as Tally['statuses'],
  };
}

/** Whether any event of a table has been corrected. O(n), and makes none. */
export function hasCorrections({ rows }: EventTable): boolean {
  for (let row = 0; row < rows.size; row++) {
    try {
      const history = rows.isLive(row) && rows.record(row).history;
      if (Array.isArray(history) && history.length > 0) return true;
    } catch {
      // A getter that threw: nothing is known of it.
    }
  }
  return false;
}

/** Positions of the events of one form that begin first and last, and end first and last. */
interface Ends {
  readonly first: number;
  last: number;
  soonest: number;
  latest: number;
}

/**
 * Returns a few dated events that stand for all: of each form those that begin and end first and last, in the order of time. Any
 * sign of a date that occurs does so among them, and together they reach as far as all do. O(n), and makes no others.
 */
export function samplesOf(table: EventTable): readonly TimelineEvent[] {
  const { rows, order, ends } = table;
  const forms = new Map<EventForm, Ends>();
  const chosen = new Set<number>();
  for (let i = 0; i < table.size; i++) {
    const form = shapeOf(rows.form(order.rows[i]!));
    // What an open set says of its bounds, its hull does not.
    if (isOpenSet(form)) chosen.add(i);
    const found = forms.get(form);
    if (!found) {
      forms.set(form, { first: i, last: i, soonest: i, latest: i });
      continue;
    }
    found.last = i;
    if (ends[i]! < ends[found.soonest]!) found.soonest = i;
    if (ends[i]! > ends[found.latest]!) found.latest = i;
  }
  for (const { first, last, soonest, latest } of forms.values())
    for (const i of [first, last, soonest, latest]) chosen.add(i);
  return [...chosen].sort((a, b) => a - b).map(i => table.event(i));
}
