import type { Issue } from '../issue.js';
import { isEntry, type Entry } from '../read-shape.js';
import { listOf, localName, type Draft } from './schema-node.js';

/** The properties of a `Schedule` of schema.org that make it repeat. */
const REPEATS: readonly string[] = [
  'repeatFrequency',
  'repeatCount',
  'byDay',
  'byMonth',
  'byMonthDay',
  'byMonthWeek',
];

/** Returns an issue for each record of a series: it is one event, whose dates within are not told apart. */
export function seriesIssues(records: readonly Draft[]): Issue[] {
  return records.flatMap((record, i) => {
    const rule = listOf(record.eventSchedule).filter(isEntry).map(ruleOf).find(Boolean);
    const field = record.start ? 'start' : 'date';
    if (!rule || !record[field]) return [];
    const path = `events[${i}].${field}`;
    const shown = record.start ? 'as one stretch from the first to the last' : 'at the first';
    return {
      code: 'invalid-date',
      path,
      message: `${path}: a schedule of repeats: "${rule}"; shown ${shown}; give each date as an event of its own`,
      severity: 'warning',
    };
  });
}

/** Returns what makes a schedule repeat, empty where nothing does: `repeatFrequency P1W, byDay Monday`. */
const ruleOf = (schedule: Entry): string =>
  Object.entries(schedule)
    .map(([name, value]) => [localName(name), ...listOf(value).map(item => localName(String(item)))])
    .filter(([name]) => REPEATS.includes(name!))
    .map(words => words.join(' '))
    .join(', ');
