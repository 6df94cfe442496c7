import type { YearPattern } from './date-pattern.js';

/** A year as written, and what only some spellings of it can say. */
export interface WrittenYear extends YearPattern {
  readonly significantDigits?: number;
  /** No month can follow: the spelling is one for years alone. */
  readonly isAlone: boolean;
}

// Long year, sign, digits, exponent, significant digits, era.
const PARTS = /^(Y?)([+-]?)([\dX]+)(?:E(\d+))?(?:S(\d+))?(?: ?([A-Za-z]+))?$/;

/**
 * Reads a year: four digits, `X` for unspecified ones; six with a sign; `Y` and more than four, or an
 * exponent, `Y17E7`; significant digits, `1950S2`; or a year of an era, `44 BCE`. Returns the remedy
 * for what is none.
 */
export function readYear(text: string): WrittenYear | string {
  const m = PARTS.exec(text);
  if (!m) return FOUR_DIGITS;
  const [, long, sign, written = '', exponent, significant, era] = m;
  const isExact = !written.includes('X');
  if (era) {
    if (long || sign || exponent || significant || !isExact || Number(written) === 0)
      return 'expected a year from 1 on before its era';
  } else if (long) {
    if (sign === '+' || !isExact || written.startsWith('0') || (!exponent && written.length < 5))
      return 'expected more than four digits after "Y", or an exponent, such as Y17E7';
  } else if (exponent || written.length !== (sign === '+' || written.length > 4 ? 6 : 4)) {
    return FOUR_DIGITS;
  } else if (written.length > 4 && (!sign || !isExact)) return FOUR_DIGITS;

  const isBefore = era ? /^b/i.test(era) : sign === '-';
  let digits = written;
  if (isExact && (era ?? exponent)) {
    const year = Number(written) * 10 ** Number(exponent ?? 0) - (era && isBefore ? 1 : 0);
    digits = year < LIMIT ? String(year) : '9'.repeat(13);
  }
  if (digits.length > 12) return 'expected a year of at most 12 digits';
  if (!era && isBefore && Number(digits) === 0) return 'expected 0000 for the year 1 BCE';
  if (significant && (!isExact || Number(significant) === 0))
    return 'expected the number of significant digits after "S", such as 1950S2';
  return {
    digits,
    negative: isBefore && Number(digits) !== 0,
    isAlone: Boolean(long || significant || era),
    significantDigits: significant ? Number(significant) : undefined,
  };
}

const LIMIT = 1e12;
const FOUR_DIGITS = 'expected a year of four digits, such as 0044 or 198X; longer ones begin with "Y"';
