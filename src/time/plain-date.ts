import { daysInMonth, fromCivil } from './civil.js';
import { pointSpan } from './date-point.js';
import type { DatedSpan, DateEnd, Precision } from './dated-span.js';
import { DAY, type EpochMs } from './epoch-ms.js';

/** The precisions of plain dates by the length of their text. */
export const PLAIN_PRECISIONS = { 4: 'year', 7: 'month', 10: 'day' } as const;

/** The lengths of the texts of plain dates: `1984`, `1984-05`, `1984-05-07`. */
export type PlainLength = keyof typeof PLAIN_PRECISIONS;

/** Whether a text of this length may be a plain date. */
export const isPlainLength = (length: number): length is PlainLength =>
  length === 10 || length === 7 || length === 4;

/** Whether a text is written as `2025-10-02` is, whatever its numbers say. */
export const isPlainDay = (text: string): boolean =>
  text.length === 10 &&
  text.charCodeAt(4) === HYPHEN &&
  text.charCodeAt(7) === HYPHEN &&
  twoDigits(text, 0) + twoDigits(text, 2) + twoDigits(text, 5) + twoDigits(text, 8) >= 0;

/**
 * Returns when a plain year, month or day of the Gregorian calendar begins, the `length` characters of `text` from `at`
 * on; NaN where they are none. Most dates are plain, and this makes no objects.
 */
export function plainStart(text: string, at: number, length: PlainLength): EpochMs {
  const year = twoDigits(text, at) * 100 + twoDigits(text, at + 2);
  if (length === 4) return fromCivil({ year });
  const month = text.charCodeAt(at + 4) === HYPHEN ? twoDigits(text, at + 5) : NaN;
  if (!(month >= 1 && month <= 12)) return NaN;
  if (length === 7) return fromCivil({ year, month });
  const day = text.charCodeAt(at + 7) === HYPHEN ? twoDigits(text, at + 8) : NaN;
  return day >= 1 && day <= daysInMonth(year, month) ? fromCivil({ year, month, day }) : NaN;
}

/** Returns when a plain date ends that begins at `start`: the first moment after it. */
export function plainEnd(start: EpochMs, text: string, at: number, length: PlainLength): EpochMs {
  if (length === 10) return start + DAY;
  const year = twoDigits(text, at) * 100 + twoDigits(text, at + 2);
  return length === 4
    ? fromCivil({ year: year + 1 })
    : fromCivil({ year, month: twoDigits(text, at + 5) + 1 });
}

/** Returns what `parseDate` does for a plain date, without taking it apart; null where it is none. */
export function plainSpan(text: string): DatedSpan | null {
  const { length } = text;
  if (!isPlainLength(length)) return null;
  const start = plainStart(text, 0, length);
  if (Number.isNaN(start)) return null;
  return pointSpan({ start, end: plainEnd(start, text, 0, length), known: PLAIN_ENDS[length], source: text });
}

/** Nothing of a plain date is in doubt. */
const known = (precision: Precision): DateEnd =>
  Object.freeze({ precision, approximate: false, uncertain: false, state: 'known' });

/** What is known of a plain date, by the length of its text. */
export const PLAIN_ENDS = { 4: known('year'), 7: known('month'), 10: known('day') } as const;

const HYPHEN = 45;
const ZERO = 48;

/** The number that two digits make; NaN where one of them is none. */
function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - ZERO;
  const ones = text.charCodeAt(at + 1) - ZERO;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : NaN;
}
