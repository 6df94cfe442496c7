import { fromCivil, toCivil } from '../../time/civil.js';
import { DAY, MINUTE, type EpochMs } from '../../time/epoch-ms.js';
import { readLooseDate } from '../../time/loose-date.js';
import { dateSpan } from '../../time/parse-date.js';
import { dayText, two } from '../../time/write-edtf.js';

/** Monday of the first week of a year, which holds 4 January (ISO 8601). */
function firstMonday(year: number): EpochMs {
  const fourth = fromCivil({ year, month: 1, day: 4 });
  return fourth - ((((fourth / DAY + 3) % 7) + 7) % 7) * DAY; // 1970-01-01 was a Thursday.
}

/** `2011-W46`, one of whose days is meant, or its day 3. */
function weekText(written: string, year: string, week: string, day?: string): string {
  const monday = firstMonday(Number(year)) + (Number(week) - 1) * 7 * DAY;
  if (week < '01' || monday >= firstMonday(Number(year) + 1)) return written;
  if (day) return dayText(monday + (Number(day) - 1) * DAY);
  return `[${dayText(monday)}..${dayText(monday + 6 * DAY)}]`;
}

function ordinalText(written: string, year: string, day: string): string {
  const text = dayText(fromCivil({ year: Number(year), day: Number(day) }));
  return text.startsWith(year) ? text : written;
}

type Spelling = readonly [pattern: RegExp, edtf: string | ((written: string, ...parts: string[]) => string)];

/** What HTML and ISO 8601 write otherwise than EDTF. */
const SPELLINGS: readonly Spelling[] = [
  [/^(?:--)?(\d\d-\d\d)$/, 'XXXX-$1'],
  [/^(\d{4}-\d\d-\d\d|\d{4}-\d{3})[ t]+(?=\d\d:)/, '$1T'],
  [/(:\d\d)z$/, '$1Z'],
  [/^\d{5}(?=-\d\d)/, '+0$&'],
  [/^\d{6}(?=-\d\d)/, '+$&'],
  [/^\d{5,6}$/, 'Y$&'],
  [/^(\d{4})-(\d{3})(?!\d)/, ordinalText],
  [/^(\d{4})-?W(\d\d)(?:-?([1-7]))?$/i, weekText],
];

/**
 * Returns a date as HTML, microdata and JSON-LD write it in EDTF: `2011-11-18 14:54`, `11-18`,
 * `2011-W46`, `2013-034`, and the dates of people where they can mean one thing only. What can't be
 * read comes back as it is. (HTML Standard, 2.3.5 Dates and times.)
 */
export function htmlDate(text: string): string {
  const trimmed = text.trim(); // A byte order mark too.
  if (!trimmed) return '';
  // The typed signatures of `replace` want to know which of the two a replacement is.
  const edtf = SPELLINGS.reduce((spelt, [from, to]) => spelt.replace(from, to as string), trimmed);
  return dateSpan(edtf) ? edtf : (readLooseDate(trimmed) ?? trimmed);
}

// Weeks, days, hours, minutes and seconds, as HTML has them too: "4h 18m 3s".
const DURATION = /^(?:P(?=.))?(?:(\d+)W)?(?:(\d+)D)?T?(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.\d+)?S)?$/i;
const TIMED = /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)(?::(\d\d))?(?:[.,]\d+)?(Z|[+-]\d\d(?::?\d\d)?)?$/;

/** Whether a text says how long something lasts, and not when it was. */
export const isDuration = (text: string): boolean => /^(P[\dT]|(\s*\d+(\.\d+)?\s*[wdhms])+\s*$)/i.test(text);

/**
 * Returns the date at which what begins then and lasts so long ends, empty where that can't be told:
 * a month lasts no number of days. Of whole days the last is part of it.
 */
export function endAfter(start: string, duration: string, times = 1): string {
  const lasts = DURATION.exec(duration.replace(/\s/g, ''));
  const from = TIMED.exec(start);
  const first = from?.[1] ?? start;
  if (!lasts || !duration || !times || !/^\d{4}-\d\d-\d\d$/.test(first)) return '';
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = lasts.slice(1).map(n => Number(n ?? 0));
  const [year = 0, month, day] = first.split('-').map(Number);
  const time = ((hours * 60 + minutes) * MINUTE + seconds * 1000) * times;
  const later = fromCivil({ year, month, day }) + (weeks * 7 + days) * DAY * times;
  if (!from) return time || later === fromCivil({ year, month, day }) ? '' : dayText(later - DAY);
  const end = later + time + (Number(from[2]) * 60 + Number(from[3])) * MINUTE + Number(from[4] ?? 0) * 1000;
  const { hour, minute, second } = toCivil(end);
  const clock = `${two(hour)}:${two(minute)}${from[4] || second ? `:${two(second)}` : ''}`;
  return `${dayText(end)}T${clock}${from[5] ?? ''}`;
}
