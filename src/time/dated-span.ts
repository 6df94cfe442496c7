import type { EpochMs } from './epoch-ms.js';

/** What a written date may name at its finest, from coarse to fine. */
export const PRECISIONS = [
  'millennium',
  'century',
  'decade',
  'year',
  'semester',
  'quadrimester',
  'season',
  'quarter',
  'month',
  'day',
  'hour',
  'minute',
  'second',
  'millisecond',
] as const;

/** The finest unit that a written date names. */
export type Precision = (typeof PRECISIONS)[number];

/** How firmly a date, or a part of it, is known: `~`, `?`, or `%` for both. */
export interface Doubt {
  readonly approximate: boolean;
  readonly uncertain: boolean;
}

/** The parts of a date of which its qualifiers speak: `2004?-06-11` doubts the year alone. */
export interface PartialDoubt {
  readonly year?: Doubt;
  readonly month?: Doubt;
  readonly day?: Doubt;
}

/** The parts of a date as written: `156X`, `12`, `XX`. The year keeps its sign. */
export interface WrittenParts {
  readonly year: string;
  readonly month?: string;
  readonly day?: string;
}

/** One written end of a date: how finely, and how firmly, it is known. */
export interface DateEnd extends Doubt {
  readonly precision: Precision;
  /** `"1985/.."` is open: it goes on. `"1985/"` is unknown: it ended, nobody says when. */
  readonly state: 'known' | 'open' | 'unknown';
  /** Unix milliseconds, where the text named an instant by its offset. */
  readonly instant?: number;
  /** Where the qualifiers speak of some parts only; `approximate` and `uncertain` are then true for any of them. */
  readonly doubts?: PartialDoubt;
  /** The EDTF code of a part of a year: 21–32 seasons, 33–36 quarters, 37–39 quadrimesters, 40–41 semesters. */
  readonly subYear?: number;
  /** How many digits of the year are meant: 3 in `1950S3`. */
  readonly significantDigits?: number;
  /** Where digits are unspecified before others that are: `156X-12-25`, `1560-XX-25`, `1984-1X`. */
  readonly unspecified?: WrittenParts;
}

/** What a written date covers. */
export interface DatedSpan extends Doubt {
  /** Half-open; `-Infinity` and `Infinity` where an end is open; equal for an instant. A set covers its hull. */
  readonly start: EpochMs;
  readonly end: EpochMs;
  /** `"2025-08"` is within (some time in it); `"2025-08-01/2025-08-31"` is a stretch (all of it). */
  readonly kind: 'instant' | 'within' | 'stretch' | 'set';
  readonly precision: Precision;
  readonly open: 'none' | 'start' | 'end' | 'both';
  readonly from: DateEnd;
  readonly to: DateEnd;
  /** Unix milliseconds, where the text named an instant by its offset. */
  readonly instant?: number;
  /** The dates of a set in the order of time, `1670..1672` being one stretch. */
  readonly members?: readonly DatedSpan[];
  /** Whether one of the members is meant (`[1667,1668]`) or all of them (`{1667,1668}`). */
  readonly choice?: 'one' | 'all';
  /** The calendar that the date was written in, where it is not the Gregorian one. */
  readonly calendar?: 'julian';
  /** The date as written. */
  readonly source: string;
}

/** Whether it lasts on: an open end that one of several dates may have says only that it may be later. */
export const isOngoing = ({ end, choice }: DatedSpan): boolean => end === Infinity && choice !== 'one';
