/**
 * Milliseconds since 1970-01-01T00:00 on a proleptic Gregorian wall clock: every day has
 * 86,400,000 of them, there are no leap seconds and no time zones. It may lie beyond the
 * ±8.64e15 of `Date`; a double still resolves 66 s at the age of the universe.
 */
export type EpochMs = number;

/** A half-open stretch of time; `start` may be `-Infinity`, `end` may be `Infinity`. */
export interface TimeSpan {
  readonly start: EpochMs;
  readonly end: EpochMs;
}

export const SECOND: EpochMs = 1_000;
export const MINUTE: EpochMs = 60_000;
export const HOUR: EpochMs = 3_600_000;
export const DAY: EpochMs = 86_400_000;

/** Whether two half-open spans share time. An empty span (an instant) overlaps where it stands. */
export function overlaps(a: TimeSpan, b: TimeSpan): boolean {
  return (
    (a.start < b.end || (a.start === a.end && a.start === b.start)) &&
    (b.start < a.end || (a.start === a.end && b.start <= a.start))
  );
}
