import { findYear, patternSpan, type DatePattern } from './date-pattern.js';
import type { DatePoint, Draft } from './date-point.js';
import type { DateEnd, Doubt, PartialDoubt, Precision, WrittenParts } from './dated-span.js';
import { readYear, type WrittenYear } from './edtf-year.js';
import { DAY, type TimeSpan } from './epoch-ms.js';
import { CALENDARS, type CalendarName } from './julian.js';
import { PLAIN_ENDS, plainStart } from './plain-date.js';
import { subYearKind } from './sub-year.js';
import { readTimeOfDay } from './time-of-day.js';
import { takeApart, type WrittenPart } from './written-date.js';
import { fromInstant } from './zone.js';

/** How dates are to be read. */
export interface Reading {
  /** In whose wall time instants are put. */
  readonly timeZone: string;
  /** Which calendar the dates are written in. */
  readonly calendar: CalendarName;
}

/**
 * Reads one date of the Extended Date/Time Format of the Library of Congress (2019), levels 0 to 2, with
 * what ISO 8601 has beyond it and is unambiguous (six-digit signed years, times to the minute, fractions
 * of a second, `24:00`), and with `44 BCE` and `c. 1850`. Intervals and sets are made of such dates.
 *
 *     date = [about] part ["-" part ["-" part]] [time [qualifier]]
 *     part = [qualifier] digits [qualifier]
 *
 * A qualifier before a part is about it alone, one behind it about all parts up to there. Returns the
 * remedy, `expected …`, for what is no date.
 */
export function readDate(text: string, reading: Reading): DatePoint | string {
  return readPlainDay(text, reading) ?? readParts(text, reading);
}

/** `2025-10-02`, as most dates are written, without taking it apart. */
function readPlainDay(text: string, { calendar }: Reading): DatePoint | undefined {
  const start = calendar === 'gregorian' && text.length === 10 ? plainStart(text, 0, 10) : NaN;
  if (Number.isNaN(start)) return undefined;
  return { start, end: start + DAY, known: PLAIN_ENDS[10], source: text };
}

function readParts(text: string, { timeZone, calendar }: Reading): DatePoint | string {
  const written = takeApart(text);
  if (!written) return 'expected ISO 8601 or EDTF, such as "2020-12" or "1914/1918"';
  const { parts, time, last } = written;
  const about = written.about && '~';
  const [first, month, day] = parts as [WrittenPart, WrittenPart?, WrittenPart?];

  const year = readYear(first.text);
  if (typeof year === 'string') return year;
  if (year.isAlone && month) return 'expected a year of four digits before a month';
  const covered = coveredBy(year, month?.text, day?.text, calendar);
  if (typeof covered === 'string') return covered;

  const { subYear, precision, unspecified, ...span } = covered;
  const named = precision === 'day' ? 3 : precision === 'month' || subYear ? 2 : 1;
  const known: Draft<DateEnd> = { precision, ...doubtsOf(parts, about + last, named), state: 'known' };
  if (subYear) known.subYear = subYear;
  if (unspecified) known.unspecified = unspecified;
  if (year.significantDigits) known.significantDigits = year.significantDigits;
  const point: Draft<DatePoint> = { ...span, known, source: text };
  if (calendar === 'julian') point.calendar = calendar;
  return time ? atTime(point, time, timeZone) : point;
}

/** The point at a time of its day. */
function atTime(point: DatePoint, text: string, timeZone: string): DatePoint | string {
  if (point.known.precision !== 'day' || point.known.unspecified)
    return 'expected a whole date before a time';
  const read = readTimeOfDay(text);
  if (typeof read === 'string') return read;
  const { time, precision, ahead } = read;
  const wall = point.start + time;
  if (ahead === undefined) return { ...point, start: wall, end: wall, known: { ...point.known, precision } };
  const instant = wall - ahead;
  const shown = fromInstant(instant, timeZone);
  return { ...point, start: shown, end: shown, known: { ...point.known, precision, instant } };
}

/**
 * How firmly a date is known: as a whole and, where its parts differ, each. `named` is how many of them
 * say something; a qualifier of an `XX` at the right is about nothing.
 */
function doubtsOf(
  parts: readonly WrittenPart[],
  ofAll: string,
  named: number,
): Doubt & Pick<DateEnd, 'doubts'> {
  const marks = parts.map(({ before }, i) => [before, ofAll, ...parts.slice(i).map(p => p.after)].join(''));
  const each = marks.slice(0, named).map(doubtOf);
  const whole = doubtOf(marks.slice(0, named).join(''));
  const isWhole = ({ approximate, uncertain }: Doubt) =>
    approximate === whole.approximate && uncertain === whole.uncertain;
  if (each.every(isWhole)) return whole;
  const doubts: Draft<PartialDoubt> = {};
  each.forEach((doubt, i) => {
    if (marks[i]) doubts[(['year', 'month', 'day'] as const)[i]!] = doubt;
  });
  return { ...whole, doubts };
}

const doubtOf = (marks: string): Doubt => ({
  approximate: /[~%]/.test(marks),
  uncertain: /[?%]/.test(marks),
});

type Covered = TimeSpan & Pick<DateEnd, 'precision' | 'subYear' | 'unspecified'>;

/** What year, month and day cover. What is unspecified at the right is no more than left out. */
function coveredBy(
  year: WrittenYear,
  month: string | undefined,
  day: string | undefined,
  calendar: CalendarName,
): Covered | string {
  const part = month === undefined ? null : subYearSpan(year, month, calendar);
  if (part)
    return day === undefined ? part : 'expected a month from 01 to 12, or no day after a part of a year';
  const pattern: DatePattern = { year, month: month ?? ANY, day: day ?? ANY };
  const span = patternSpan(pattern, calendar);
  if (typeof span === 'string') return span;
  if (pattern.day !== ANY) return { ...span, precision: 'day', ...unspecifiedIn(year, month, day) };
  if (pattern.month !== ANY) return { ...span, precision: 'month', ...unspecifiedIn(year, month) };
  const open = /X*$/.exec(year.digits)![0].length;
  const precision = YEAR_PRECISIONS[open]!;
  const isPlain = open < 4 && !year.digits.slice(0, year.digits.length - open).includes('X');
  return { ...span, precision, ...(!isPlain && unspecifiedIn(year)) };
}

const ANY = 'XX';

/** By the number of digits of a year that are unspecified at its right. */
const YEAR_PRECISIONS: readonly Precision[] = ['year', 'decade', 'century', 'millennium', 'millennium'];

/** The parts as written, if a digit of them is unspecified. */
function unspecifiedIn(
  { digits, negative }: WrittenYear,
  month?: string,
  day?: string,
): { readonly unspecified?: WrittenParts } {
  const unspecified: Draft<WrittenParts> = { year: (negative ? '-' : digits.length > 4 ? '+' : '') + digits };
  if (month) unspecified.month = month;
  if (day) unspecified.day = day;
  return Object.values(unspecified).join('').includes('X') ? { unspecified } : {};
}

/**
 * What a part of a year covers, in whole months; null where the code names none. Seasons 21 to 24 say no hemisphere and are taken for
 * those of the north. The season that begins in December belongs to the year of that December.
 */
function subYearSpan(year: WrittenYear, code: string, calendar: CalendarName): Covered | null {
  const subYear = Number(code);
  const kind = code.length === 2 ? subYearKind(subYear) : null;
  if (!kind) return null;
  const { precision, month, months } = kind;
  const { midnight } = CALENDARS[calendar];
  return {
    start: midnight(findYear(year, 1)!, month, 1),
    end: midnight(findYear(year, -1)!, month + months, 1),
    precision,
    subYear,
    ...unspecifiedIn(year, code),
  };
}
