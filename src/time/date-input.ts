import type { DatePoint } from './date-point.js';
import { readDate, type Reading } from './edtf.js';
import type { CalendarName } from './julian.js';
import { two, yearText } from './write-edtf.js';
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

function readInstant(input: unknown, { timeZone }: Reading): DatePoint | string {
  if (typeof input !== 'number' || !(Math.abs(input) < INSTANT_LIMIT))
    return 'expected text, a valid Date, or { year, month, day }';
  const instant = Math.floor(input); // What is finer than a millisecond is cut off, as in text.
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
  const named = [year, month, day].slice(0, isNone(day) ? (isNone(month) ? 1 : 2) : 3).map(asNumber);
  if (!named.every(Number.isInteger)) return 'expected whole numbers for year, month and day';
  const [written, ...rest] = named as [number, ...number[]];
  let y = written;
  if (!isNone(era)) {
    if (typeof era !== 'string' || !/^(bce?|ce|ad)$/i.test(era)) return 'expected "bce" or "ce" as era';
    if (y < 1) return 'expected a year from 1 on in its era';
    if (/^b/i.test(era)) y = 1 - y;
  }
  // What they have wrong is then wrong in the text.
  const text = [yearText(y, rest.length === 0), ...rest.map(two)].join('-');
  return readText(text, { ...reading, calendar: calendar ?? reading.calendar });
}

/** The number that a text is the digits of; anything else as it is. */
const asNumber = (field: unknown): unknown =>
  typeof field === 'string' && /^[+-]?\d{1,15}$/.test(field) ? Number(field) : field;
