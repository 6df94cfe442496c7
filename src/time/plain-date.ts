import { daysInMonth, fromCivil } from './civil.js';
import { DAY, type EpochMs } from './epoch-ms.js';

/** The precisions of plain dates by the length of their text. */
export const PLAIN_PRECISIONS = { 4: 'year', 7: 'month', 10: 'day' } as const;

/** The lengths of the texts of plain dates: `1984`, `1984-05`, `1984-05-07`. */
export type PlainLength = keyof typeof PLAIN_PRECISIONS;

/** Whether a text of this length may be a plain date. */
export const isPlainLength = (length: number): length is PlainLength =>
  length === 10 || length === 7 || length === 4;

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

const HYPHEN = 45;
const ZERO = 48;

/** The number that two digits make; NaN where one of them is none. */
function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - ZERO;
  const ones = text.charCodeAt(at + 1) - ZERO;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : NaN;
}
