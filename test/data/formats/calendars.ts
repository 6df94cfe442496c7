import { parseTimeline } from '../../../src/data/parse-timeline.js';
import { datesIn, type Result } from './results.js';

/** The text of a calendar of these lines. */
export const calendar = (...lines: string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR', ''].join('\r\n');

/** The lines of an event with the id `u` and the title `A`. */
export const event = (...lines: string[]): string[] => [
  'BEGIN:VEVENT',
  'UID:u',
  'SUMMARY:A',
  ...lines,
  'END:VEVENT',
];

export const readIcs = (text: string): Promise<Result> => parseTimeline(text, { format: 'ics' });

/** What a calendar with one event of these lines has for dates. */
export const icsDates = async (...lines: string[]): Promise<(string | null)[]> =>
  datesIn(await readIcs(calendar(...event(...lines))));
