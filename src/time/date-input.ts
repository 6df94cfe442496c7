import { readDate, type DatePoint } from './edtf.js';
import { DATE_LIMIT, fromInstant } from './zone.js';

/** A calendar date by its numbers; the year is astronomical (0 is 1 BCE) unless an era is named. */
export interface DateFields {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
  /** `bce` or `bc`, `ce` or `ad`, in any case. */
  readonly era?: string;
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
export function readInput(input: unknown, timeZone: string): DatePoint | string {
  if (typeof input === 'string') return readText(input, timeZone);
  try {
    if (typeof input !== 'object' || input === null) return readInstant(input, timeZone);
    const { epochMilliseconds, year, month, day, era } = input as Record<string, unknown>;
    if (epochMilliseconds !== undefined) return readInstant(epochMilliseconds, timeZone);
    if (/^\[object Temporal\.Plain/.test(Object.prototype.toString.call(input)))
      return readText(String(input).replace(/\[.*/, ''), timeZone);
    if (year !== undefined) return readText(fieldsText(year, month, day, era), timeZone);
    return readInstant(input.valueOf(), timeZone);
  } catch {
    return readInstant(NaN, timeZone); // A getter of theirs threw.
  }
}

function readText(text: string, timeZone: string): DatePoint | string {
  return readDate(text.length > LENGTH_LIMIT ? '' : text.trim(), timeZone);
}

function readInstant(instant: unknown, timeZone: string): DatePoint | string {
  if (typeof instant !== 'number' || !(Math.abs(instant) < INSTANT_LIMIT))
    return 'expected text, a valid Date, or { year, month, day }';
  const start = fromInstant(instant, timeZone);
  return {
    start,
    end: start,
    instant,
    // A clock that stands at :00 was hardly read to the millisecond.
    precision: instant % 1000 ? 'millisecond' : instant % 60_000 ? 'second' : 'minute',
    approximate: false,
    uncertain: false,
    source: Math.abs(instant) <= DATE_LIMIT ? new Date(instant).toISOString() : String(instant),
  };
}

const isNone = (field: unknown): boolean => field === undefined || field === null;

/** The fields as EDTF text; what they have wrong is then wrong in the text. */
function fieldsText(year: unknown, month: unknown, day: unknown, era: unknown): string {
  let y = Number(year);
  if (!isNone(era)) {
    if (y < 1 || !/^(bce?|ce|ad)$/i.test(String(era))) return '';
    if (/^b/i.test(String(era))) y = 1 - y;
  }
  const short = Math.abs(y) < 10_000;
  const digits = String(Math.abs(y)).padStart(short ? 4 : 6, '0');
  const fields = [month, day].slice(0, isNone(day) ? (isNone(month) ? 0 : 1) : 2);
  if (Math.abs(y) > 999_999 && fields.length === 0) return `Y${y}`;
  return [(y < 0 ? '-' : short ? '' : '+') + digits, ...fields.map(n => String(n).padStart(2, '0'))].join(
    '-',
  );
}
