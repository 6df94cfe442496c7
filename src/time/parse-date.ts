import { LENGTH_LIMIT, readInput, type DateInput } from './date-input.js';
import { respell } from './date-spelling.js';
import { PRECISIONS, type DatedSpan, type DateEnd } from './dated-span.js';
import type { DatePoint } from './edtf.js';

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
}

/** What was wrong with which part of the input. */
interface Fault extends Pick<DateIssue, 'code' | 'path'> {
  readonly input: unknown;
  readonly remedy: string;
  readonly fallback?: DatedSpan;
}

/**
 * What a date or an interval covers, or an issue that says what would be one. Never throws. A date
 * without an offset never meets a time zone; one with an offset becomes wall time in `timeZone` and
 * keeps its instant. Reads at most 64 characters.
 */
export function parseDate(input: DateInput, { timeZone = 'UTC' }: ParseDateOptions = {}): DateResult {
  return result(readSpan(input, timeZone));
}

/**
 * The stretch from one date to another, each included as far as its precision says. `..` is an open
 * side and `unknown` an unknown one; without an end it is the start alone. An issue's `path` names
 * the side that is wrong; a wrong end leaves the start as `fallback`.
 */
export function parseStretch(
  start: unknown,
  end: unknown,
  { timeZone = 'UTC' }: ParseDateOptions = {},
): DateResult {
  return result(isAbsent(end) ? readSpan(start, timeZone) : readStretch(start, end, timeZone));
}

/** Whether a date is said to be unknown: nothing, `unknown`, or a year none of whose digits is specified. */
export function isUnknownDate(input: unknown): boolean {
  return isAbsent(input) || (typeof input === 'string' && /^\s*(unknown|XXXX(-XX){0,2})\s*$/i.test(input));
}

function isAbsent(input: unknown): boolean {
  return input === undefined || input === null || (typeof input === 'string' && input.trim() === '');
}

function readSpan(input: unknown, timeZone: string): DatedSpan | Fault {
  const text = typeof input === 'string' && input.length <= LENGTH_LIMIT ? input.trim() : '';
  const cut = text.indexOf('/');
  if (cut >= 0) return readStretch(text.slice(0, cut), text.slice(cut + 1), timeZone, text);
  const read = readInput(input, timeZone);
  return typeof read === 'string' ? { code: 'invalid-date', path: '', input, remedy: read } : pointSpan(read);
}

/** `written` is the whole text of an interval; its sides have no names and can't be called unknown. */
function readStretch(start: unknown, end: unknown, timeZone: string, written?: string): DatedSpan | Fault {
  const apart = written === undefined;
  const fault = (path: Fault['path'], input: unknown, remedy: string): Fault => {
    return { code: 'invalid-date', path: apart ? path : '', input: written ?? input, remedy };
  };
  const read = (path: Fault['path'], input: unknown): DatePoint | 'open' | 'unknown' | Fault => {
    const text = typeof input === 'string' ? input.trim() : '';
    if (text === '..') return 'open';
    if (apart ? isUnknownDate(input) : text === '') return 'unknown';
    if (text.includes('/')) return fault(path, input, 'expected one date, no interval');
    const point = readInput(input, timeZone);
    return typeof point === 'string' ? fault(path, input, point) : point;
  };

  const from = read('start', start);
  if (isFault(from)) return from;
  const to = read('end', end);
  const a = typeof from === 'object' ? from : undefined;
  const fallback = a && pointSpan(a);
  if (isFault(to)) return { ...to, fallback };
  const b = typeof to === 'object' ? to : undefined;
  const source = written ?? [from, to].map(sideSource).join('/');
  if (!a && !b && (from === 'unknown' || to === 'unknown'))
    return fault('', source, 'expected a date on one side at least, or "unknown"');
  if (a && b && isReversed(a, b)) {
    const remedy = 'expected the earlier date first';
    return { ...fault('end', source, remedy), code: 'end-before-start', fallback };
  }

  const finer = a && b && PRECISIONS.indexOf(b.precision) > PRECISIONS.indexOf(a.precision) ? b : (a ?? b);
  const precision = finer?.precision ?? 'year';
  const sideEnd = (side: DatePoint | 'open' | 'unknown'): DateEnd =>
    typeof side === 'object'
      ? pointEnd(side)
      : { precision, approximate: false, uncertain: false, state: side };
  const begins = a ? a.start : from === 'open' ? -Infinity : b!.start;
  const ends = b ? Math.max(b.end, begins) : to === 'open' ? Infinity : a!.end;
  return {
    start: begins,
    end: ends,
    kind: begins === ends ? 'instant' : 'stretch',
    precision,
    approximate: Boolean(a?.approximate || b?.approximate),
    uncertain: Boolean(a?.uncertain || b?.uncertain),
    open: from === 'open' ? (to === 'open' ? 'both' : 'start') : to === 'open' ? 'end' : 'none',
    from: sideEnd(from),
    to: sideEnd(to),
    source,
  };
}

/** Where clocks are put back, the later of two instants can show the earlier time. */
function isReversed(a: DatePoint, b: DatePoint): boolean {
  if (a.instant !== undefined && b.instant !== undefined) return b.instant < a.instant;
  return b.start < a.start && b.end <= a.start;
}

function sideSource(side: DatePoint | 'open' | 'unknown'): string {
  return typeof side === 'object' ? side.source : side === 'open' ? '..' : '';
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

function pointEnd({ precision, approximate, uncertain, instant }: DatePoint): DateEnd {
  const end: Mutable<DateEnd> = { precision, approximate, uncertain, state: 'known' };
  if (instant !== undefined) end.instant = instant;
  return end;
}

function pointSpan(point: DatePoint): DatedSpan {
  const { start, end, precision, approximate, uncertain, instant, source } = point;
  const from = pointEnd(point);
  const kind = start === end ? 'instant' : 'within';
  const span: Mutable<DatedSpan> = {
    start,
    end,
    kind,
    precision,
    approximate,
    uncertain,
    open: 'none',
    from,
    to: from,
    source,
  };
  if (instant !== undefined) span.instant = instant;
  return span;
}

const isFault = (outcome: unknown): outcome is Fault =>
  typeof outcome === 'object' && outcome !== null && 'code' in outcome;

function result(outcome: DatedSpan | Fault): DateResult {
  if (!isFault(outcome)) return { ok: true, value: outcome };
  const { code, path, input, fallback } = outcome;
  const reversed = code === 'end-before-start';
  const meant = typeof input === 'string' && input.length <= LENGTH_LIMIT ? respell(input.trim()) : input;
  const remedy =
    meant !== input && !isFault(readSpan(meant, 'UTC'))
      ? `did you mean ${JSON.stringify(meant)}?`
      : outcome.remedy;
  const message = `${reversed ? 'end before start' : 'invalid date'}: ${show(input)}; ${remedy}`;
  return { ok: false, issue: { code, path, message, severity: reversed ? 'warning' : 'error' }, fallback };
}

/** A value as messages show it, its end cut off where it is long. */
function show(input: unknown): string {
  let text: string | undefined;
  try {
    text =
      typeof input === 'string'
        ? JSON.stringify(input.slice(0, LENGTH_LIMIT))
        : (JSON.stringify(input) ?? String(input));
  } catch {
    text = typeof input;
  }
  return text.length > LENGTH_LIMIT ? `${text.slice(0, LENGTH_LIMIT)}…` : text;
}
