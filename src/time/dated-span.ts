import type { EpochMs } from './epoch-ms.js';

/** What a written date may name at its finest, from coarse to fine. */
export const PRECISIONS = [
  'millennium',
  'century',
  'decade',
  'year',
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

/** One written end of a date: how finely, and how firmly, it is known. */
export interface DateEnd {
  readonly precision: Precision;
  readonly approximate: boolean;
  readonly uncertain: boolean;
  /** `"1985/.."` is open: it goes on. `"1985/"` is unknown: it ended, nobody says when. */
  readonly state: 'known' | 'open' | 'unknown';
  /** Unix milliseconds, where the text named an instant by its offset. */
  readonly instant?: number;
}

/** What a written date covers. */
export interface DatedSpan {
  /** Half-open; `-Infinity` and `Infinity` where an end is open; equal for an instant. */
  readonly start: EpochMs;
  readonly end: EpochMs;
  /** `"2025-08"` is within (some time in it); `"2025-08-01/2025-08-31"` is a stretch (all of it). */
  readonly kind: 'instant' | 'within' | 'stretch' | 'set';
  readonly precision: Precision;
  readonly approximate: boolean;
  readonly uncertain: boolean;
  readonly open: 'none' | 'start' | 'end' | 'both';
  readonly from: DateEnd;
  readonly to: DateEnd;
  /** Unix milliseconds, where the text named an instant by its offset. */
  readonly instant?: number;
  /** The date as written. */
  readonly source: string;
}
