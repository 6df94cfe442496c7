import type { DatePoint } from './date-point.js';
import { readDate, type Reading } from './edtf.js';
import type { CalendarName } from './julian.js';
import { DATE_LIMIT, fromInstant } from './zone.js';

/** A calendar date by its numbers; the year is astronomical (0 is 1 BCE) unless an era is named. */
export interface DateFields {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
  /** `bce` or `bc`, `ce` or `ad`, in any case. */
  readonly era?: string;
  /** The calendar that the numbers are of; default that of the other dates. */
  readonly calendar?: CalendarName;
}

/** What a Temporal object has of its own: an instant, or a calendar. */
export type TemporalLike = { readonly epochMilliseconds: number } | { readonly calendarId: string };

/**
 * What is read as a date: EDTF text, the numbers of a calendar date, and the instants and dates of
 * JavaScript: `Date`, Unix milliseconds, Temporal objects.
 */
export type DateInput = string | number | Date | DateFields | TemporalLike;

/** No date is longer; what is, is not looked at. */
export const LENGTH_LIMIT = 64;

/** Twice the age of the universe, where a double still tells minutes apart. */
const INSTANT_LIMIT = 1e21;

/** Reads one date, no interval; returns the remedy, `expected …`, for what is none. Never throws. */
export function readInput(input: unknown, reading: Reading): DatePoint | string {
  if (typeof input === 'string') return readText(input, reading);
  try {
    if (typeof input !== 'object' || input === null) return readInstant(input, reading);
    const { epochMilliseconds, year } = input as Record<string, unknown>;
    if (epochMilliseconds !== undefined) return readInstant(epochMilliseconds, reading);
    const plain = /^\[object Temporal\.Plain(.*)\]$/.exec(Object.prototype.toString.call(input));
    if (plain) return readPlain(String(input), plain[1]!);
    if (year !== undefined) return readFields(input, reading);
    return readInstant(input.valueOf(), reading);
  } catch {
    return readInstant(NaN, reading); // A getter of theirs threw.
  }
}

function readText(text: string, reading: Reading): DatePoint | string {
  if (text.length > LENGTH_LIMIT) return `expected at most ${LENGTH_LIMIT} characters`;
  return readDate(text.trim(), reading);
}

/**
 * A plain Temporal object by its text, which is of the ISO calendar whatever its own is. A month of
 * another calendar is none of that one, though its text names the ISO date it begins at.
 */
function readPlain(text: string, type: string): DatePoint | string {
  const [iso = '', calendar] = text.split('[');
  if (type !== 'Date' && type !== 'DateTime' && (type !== 'YearMonth' || calendar))
    return 'expected a PlainDate, a PlainDateTime or an ISO PlainYearMonth';
  return readText(iso, { timeZone: 'UTC', calendar: 'gregorian' });
}

function readInstant(instant: unknown, { timeZone }: Reading): DatePoint | string {
  if (typeof instant !== 'number' || !(Math.abs(instant) < INSTANT_LIMIT))
    return 'expected text, a valid Date, or { year, month, day }';
  const start = fromInstant(instant, timeZone);
  // A clock that stands at :00 was hardly read to the millisecond.
  const precision = instant % 1000 ? 'millisecond' : instant % 60_000 ? 'second' : 'minute';
  return {
    start,
    end: start,
    known: { precision, approximate: false, uncertain: false, state: 'known', instant },
    source: Math.abs(instant) <= DATE_LIMIT ? new Date(instant).toISOString() : String(instant),
  };
}

const isNone = (field: unknown): field is null | undefined => field === undefined || field === null;

function readFields(fields: object, reading: Reading): DatePoint | string {
  const { year, month, day, era, calendar } = fields as Record<string, unknown>;
  if (!isNone(calendar) && calendar !== 'gregorian' && calendar !== 'julian')
    return 'expected "gregorian" or "julian" as calendar';
  let y = Number(year);
  if (!isNone(era)) {
    if (!/^(bce?|ce|ad)$/i.test(String(era))) return 'expected "bce" or "ce" as era';
    if (y < 1) return 'expected a year from 1 on in its era';
    if (/^b/i.test(String(era))) y = 1 - y;
  }
  return readText(fieldsText(y, month, day), { ...reading, calendar: calendar ?? reading.calendar });
}

/** The fields as EDTF text; what they have wrong is then wrong in the text. */
function fieldsText(year: number, month: unknown, day: unknown): string {
  const short = Math.abs(year) < 10_000;
  const digits = String(Math.abs(year)).padStart(short ? 4 : 6, '0');
  const fields = [month, day].slice(0, isNone(day) ? (isNone(month) ? 0 : 1) : 2);
  if (Math.abs(year) > 999_999 && fields.length === 0) return `Y${year}`;
  const sign = year < 0 ? '-' : short ? '' : '+';
  return sign + [digits, ...fields.map(n => String(n).padStart(2, '0'))].join('-');
}
