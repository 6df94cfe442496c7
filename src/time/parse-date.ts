import { formatValue } from '../language/format-value.js';
import { LENGTH_LIMIT, readInput, type DateInput } from './date-input.js';
import { areMixed, isReversed, pointSpan, stretchSpan, type DatePoint, type Side } from './date-point.js';
import { hintFor, respell } from './date-spelling.js';
import type { DatedSpan, DateEnd } from './dated-span.js';
import { isSet, readSet } from './edtf-set.js';
import type { Reading } from './edtf.js';
import type { CalendarName } from './julian.js';
import { readLooseDate } from './loose-date.js';
import { numberRemedy } from './number-date.js';

export type { DateFields, DateInput, TemporalLike } from './date-input.js';

/** Why something is no date. */
export interface DateIssue {
  readonly code: 'invalid-date' | 'end-before-start';
  /** `start` or `end` where the two were given apart, else empty. */
  readonly path: '' | 'start' | 'end';
  readonly message: string;
  readonly severity: 'error' | 'warning';
}

/** A date, or why it is none. `fallback` is what can still be said: the start alone. */
export type DateResult =
  | { readonly ok: true; readonly value: DatedSpan }
  | { readonly ok: false; readonly issue: DateIssue; readonly fallback?: DatedSpan };

export interface ParseDateOptions {
  /** IANA zone in whose wall time instants are put; default `UTC`. An unknown one counts as `UTC`. */
  readonly timeZone?: string;
  /** The calendar that dates are written in; default `gregorian`. Instants have none. */
  readonly calendar?: CalendarName;
}

/** What was wrong with which part of the input. */
interface Fault extends Pick<DateIssue, 'code' | 'path'> {
  readonly input: unknown;
  readonly remedy: string;
  readonly fallback?: DatedSpan;
}

/**
 * What a date, an interval or a set covers, or an issue that says what would be one: EDTF of levels 0 to
 * 2, date-times of ISO 8601, `44 BCE`, `c. 1850`, `{ year, month, day, era, calendar }`, `Date`, Unix
 * milliseconds, Temporal objects. Never throws. A date without an offset never meets a time zone; one
 * with an offset becomes wall time in `timeZone` and keeps its instant. Reads at most 64 characters.
 */
export function parseDate(input: DateInput, options: ParseDateOptions = {}): DateResult {
  const reading = readingOf(options);
  return result(readSpan(input, reading), reading);
}

/** What `parseDate` returns of a date; null for what is none, where nobody asks why: that takes more to say than all else. */
export function dateSpan(input: DateInput, options: ParseDateOptions = {}): DatedSpan | null {
  const read = readSpan(input, readingOf(options));
  return isFault(read) ? null : read;
}

/**
 * The stretch from one date to another, each included as far as its precision says. `..` is an open
 * side and `unknown` an unknown one; without an end it is the start alone. An issue's `path` names
 * the side that is wrong; a wrong end leaves the start as `fallback`.
 */
export function parseStretch(start: unknown, end: unknown, options: ParseDateOptions = {}): DateResult {
  const reading = readingOf(options);
  return result(isAbsent(end) ? readSpan(start, reading) : readStretch(start, end, reading), reading);
}

/** Returns what to write in place of a text that is no date; empty for a date. */
export function remedyOf(text: string): string {
  const reading = readingOf({});
  const read = readSpan(text, reading);
  return isFault(read) ? remedyFor(read, reading) : '';
}

/** Whether a date is said to be unknown: nothing, `unknown`, or a date none of whose digits is specified. */
export function isUnknownDate(input: unknown): boolean {
  return isAbsent(input) || /^(unknown|XXXX(-XX){0,2})$/i.test(trimmed(input));
}

/** Whether a date says nothing of its year, as `XXXX-12-25` does, so that no timeline can place it. */
export function isYearless({ from, to }: DatedSpan): boolean {
  return hasNoYear(from) || hasNoYear(to);
}

const hasNoYear = ({ unspecified }: DateEnd): boolean => Boolean(unspecified?.year.endsWith('XXXX'));

const readingOf = ({ timeZone = 'UTC', calendar }: ParseDateOptions): Reading => {
  return { timeZone, calendar: calendar === 'julian' ? calendar : 'gregorian' };
};

function isAbsent(input: unknown): boolean {
  return input === undefined || input === null || (isShort(input) && input.trim() === '');
}

const isShort = (input: unknown): input is string =>
  typeof input === 'string' && input.length <= LENGTH_LIMIT;

/** A text that is not too long, without the white space around it; empty for anything else. */
const trimmed = (input: unknown): string => (isShort(input) ? input.trim() : '');

function readSpan(input: unknown, reading: Reading): DatedSpan | Fault {
  const text = trimmed(input);
  const fault = (remedy: string): Fault => ({ code: 'invalid-date', path: '', input, remedy });
  const cut = text.indexOf('/');
  if (cut >= 0) {
    if (text.includes('/', cut + 1)) return fault('expected one date, or two around one "/"');
    return readStretch(text.slice(0, cut), text.slice(cut + 1), reading, text);
  }
  const read = isSet(text) ? readSet(text, reading) : readInput(input, reading);
  if (typeof read === 'string') return fault(read);
  return 'known' in read ? pointSpan(read) : read;
}

/** `written` is the whole text of an interval; its sides have no names and can't be called unknown. */
function readStretch(start: unknown, end: unknown, reading: Reading, written?: string): DatedSpan | Fault {
  const apart = written === undefined;
  const fault = (path: Fault['path'], input: unknown, remedy: string): Fault => {
    return { code: 'invalid-date', path: apart ? path : '', input: written ?? input, remedy };
  };
  const read = (path: Fault['path'], input: unknown): Side | Fault => {
    const text = trimmed(input);
    if (text === '..') return 'open';
    if (apart ? isUnknownDate(input) : text === '') return 'unknown';
    if (text.includes('/') || isSet(text)) return fault(path, input, 'expected one date, no interval or set');
    const point = readInput(input, reading);
    if (typeof point === 'string') return fault(path, input, point);
    return hasNoYear(point.known) ? 'unknown' : point;
  };

  const from = read('start', start);
  if (isFault(from)) return from;
  const to = read('end', end);
  const fallback = isPoint(from) ? pointSpan(from) : undefined;
  if (isFault(to)) return { ...to, fallback };
  const source = written ?? [from, to].map(sideSource).join('/');
  if (!isPoint(from) && !isPoint(to) && (from === 'unknown' || to === 'unknown'))
    return fault('', source, 'expected a date on one side at least, or "unknown"');
  if (isPoint(from) && isPoint(to)) {
    if (areMixed(from, to)) return { ...fault('end', end, 'expected both dates in one calendar'), fallback };
    if (isReversed(from, to)) {
      const remedy = 'expected the earlier date first';
      return { ...fault('end', source, remedy), code: 'end-before-start', fallback };
    }
  }
  return stretchSpan(from, to, source);
}

const isPoint = (side: Side): side is DatePoint => typeof side === 'object';

function sideSource(side: Side): string {
  return isPoint(side) ? side.source : side === 'open' ? '..' : '';
}

const isFault = (outcome: unknown): outcome is Fault =>
  typeof outcome === 'object' && outcome !== null && 'code' in outcome;

function result(outcome: DatedSpan | Fault, reading: Reading): DateResult {
  if (!isFault(outcome)) return { ok: true, value: outcome };
  const { code, path, input, fallback } = outcome;
  const reversed = code === 'end-before-start';
  const message = `${reversed ? 'end before start' : 'invalid date'}: ${formatValue(input)}; ${remedyFor(outcome, reading)}`;
  return { ok: false, issue: { code, path, message, severity: reversed ? 'warning' : 'error' }, fallback };
}

/** What was meant, if a guess at the spelling is a date, else what would be one. */
function remedyFor({ input, remedy }: Fault, reading: Reading): string {
  const text = trimmed(input);
  const numeric = NUMERIC.exec(text);
  if (numeric) return numericRemedy(numeric, reading);
  const counted = numberRemedy(text);
  if (counted) return counted;
  const meant = readLooseDate(text) ?? respell(text);
  if (meant === text || isFault(readSpan(meant, reading))) return hintFor(text) ?? remedy;
  // What stands behind a year may be a month mistyped as well as the end of a range.
  return YEAR_AND_MORE.test(text)
    ? `${remedy}; from year to year is "${meant}"`
    : `did you mean ${JSON.stringify(meant)}?`;
}

const YEAR_AND_MORE = /^\d{4}-\d\d$/;

/** A day in numbers whose year comes last. */
const NUMERIC = /^(\d\d?)([/.-])(\d\d?)\2(\d{4})$/;

/** Whichever days a date in numbers can be, by what its first number is. */
function numericRemedy([, a = '', , b = '', year]: RegExpExecArray, reading: Reading): string {
  const [first, second] = [a, b].map(part => part.padStart(2, '0'));
  const days = [
    { day: `${year}-${second}-${first}`, order: 'day first' },
    { day: `${year}-${first}-${second}`, order: 'month first' },
  ].filter(({ day }, i) => !isFault(readSpan(day, reading)) && (i === 0 || first !== second));
  if (!days.length) return 'expected a day that exists, such as "2019-11-12"';
  if (days.length === 1) return `did you mean "${days[0]!.day}"?`;
  return `expected ${days.map(({ day, order }) => `"${day}" (${order})`).join(' or ')}`;
}
