import { PRECISIONS, type DatedSpan, type DateEnd, type Precision } from './dated-span.js';
import type { TimeSpan } from './epoch-ms.js';

/** One written date, no interval. It covers a half-open stretch, which is empty for a time of day. */
export interface DatePoint extends TimeSpan {
  readonly known: DateEnd;
  readonly calendar?: 'julian';
  readonly source: string;
}

/** What stands at one side of an interval. */
export type Side = DatePoint | 'open' | 'unknown';

/** Takes the `readonly` off, for an object that is being made. */
export type Draft<T> = { -readonly [K in keyof T]: T[K] };

/** The finest of some precisions. */
export const finest = (precisions: readonly Precision[]): Precision =>
  PRECISIONS[Math.max(...precisions.map(precision => PRECISIONS.indexOf(precision)))]!;

/** What one date covers. */
export function pointSpan({ start, end, known, calendar, source }: DatePoint): DatedSpan {
  const { precision, approximate, uncertain, instant } = known;
  const span: Draft<DatedSpan> = {
    start,
    end,
    kind: start === end ? 'instant' : 'within',
    precision,
    approximate,
    uncertain,
    open: 'none',
    from: known,
    to: known,
    source,
  };
  if (instant !== undefined) span.instant = instant;
  if (calendar) span.calendar = calendar;
  return span;
}

/**
 * What lies between two sides, both included as far as their precision says. One of them is a date or
 * both are open. The other's date stands in for an unknown one.
 */
export function stretchSpan(from: Side, to: Side, source: string): DatedSpan {
  const [a, b] = [from, to].map(side => (typeof side === 'object' ? side : undefined));
  const start = a ? a.start : from === 'open' ? -Infinity : b!.start;
  const end = b ? Math.max(b.end, start) : to === 'open' ? Infinity : a!.end;
  const dates = [a, b].filter(side => side !== undefined);
  const precision = dates.length ? finest(dates.map(({ known }) => known.precision)) : 'year';
  const knownOf = (side: Side): DateEnd =>
    typeof side === 'object' ? side.known : { precision, approximate: false, uncertain: false, state: side };
  const span: Draft<DatedSpan> = {
    start,
    end,
    kind: start === end ? 'instant' : 'stretch',
    precision,
    approximate: dates.some(({ known }) => known.approximate),
    uncertain: dates.some(({ known }) => known.uncertain),
    open: openSides(start, end),
    from: knownOf(from),
    to: knownOf(to),
    source,
  };
  const calendar = dates.find(date => date.calendar)?.calendar;
  if (calendar) span.calendar = calendar;
  return span;
}

/** Which sides of a stretch are open. */
export function openSides(start: number, end: number): DatedSpan['open'] {
  return start === -Infinity ? (end === Infinity ? 'both' : 'start') : end === Infinity ? 'end' : 'none';
}

/** Whether two dates are in different calendars, so that no single one can tell both. An instant can be told in any. */
export function areMixed(a: DatePoint, b: DatePoint): boolean {
  return a.calendar !== b.calendar && [a, b].every(date => date.calendar || date.known.instant === undefined);
}

/** Whether a date is before the one it should follow. Where clocks are put back, the later of two instants can show the earlier time. */
export function isReversed(a: DatePoint, b: DatePoint): boolean {
  const [from, to] = [a.known.instant, b.known.instant];
  if (from !== undefined && to !== undefined) return to < from;
  return b.start < a.start && b.end <= a.start;
}
