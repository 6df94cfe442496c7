import { months, YEAR_STEP, type DateStep } from './date-step.js';
import { yearText } from './write-edtf.js';

// Long year, sign, digits, exponent, significant digits, space, era.
const PARTS = /^(Y?)([+-]?)(\d+)(?:E(\d+))?(S\d+)?( ?)([A-Za-z]*)$/;

/** The words of eras, and what the other side of them is called. */
const OTHER_ERA: Readonly<Record<string, string>> = { BCE: 'CE', CE: 'BCE', BC: 'AD', AD: 'BC' };

/** The unit that a year moves by as it is written: ten million years for `Y-17E7`, a decade for `198X`; null where no digit is specified. */
export function yearStep(text: string): DateStep | null {
  const digits = /[\dX]+/.exec(text)?.[0] ?? '';
  const open = digits.indexOf('X');
  if (open === 0) return null;
  if (open > 0) return months(12 * 10 ** (digits.length - open));
  const exponent = PARTS.exec(text)?.[4];
  return exponent ? months(12 * 10 ** Number(exponent)) : YEAR_STEP;
}

/** The text of a year so many of its steps later, in the same spelling. `isAlone`: no month follows. */
export function shiftYear(text: string, n: number, isAlone: boolean): string {
  if (text.includes('X')) return shiftOpenYear(text, n);
  const [, long, sign, digits = '', exponent, significant = '', gap = '', era = ''] = PARTS.exec(text)!;
  if (era) return shiftEraYear(Number(digits), digits.length, gap, era, n);
  const year = (sign === '-' ? -Number(digits) : Number(digits)) + n;
  if (exponent) return `Y${year}E${exponent}${significant}`;
  const isSixDigits = !long && digits.length === 6 && Math.abs(year) < 1e6;
  const written = isSixDigits
    ? (year < 0 ? '-' : '+') + String(Math.abs(year)).padStart(6, '0')
    : yearText(year, isAlone);
  return written + significant;
}

/** Decades and the like, in the order of time: `-000X` ends in 1 BCE and is followed by `000X`, which that year is not in. */
function shiftOpenYear(text: string, n: number): string {
  const [, sign, prefix = '', rest] = /^(-?)(\d+)(X.*)$/.exec(text)!;
  const place = (sign ? -Number(prefix) - 1 : Number(prefix)) + n;
  const size = place < 0 ? -place - 1 : place;
  return (place < 0 ? '-' : '') + String(size).padStart(prefix.length, '0') + rest;
}

/** There is no year 0 between the eras. */
function shiftEraYear(count: number, length: number, gap: string, era: string, n: number): string {
  const isBefore = /^b/i.test(era);
  const year = (isBefore ? 1 - count : count) + n;
  const other = OTHER_ERA[era.toUpperCase()]!;
  const word = year < 1 === isBefore ? era : /^[a-z]/.test(era) ? other.toLowerCase() : other;
  return String(year < 1 ? 1 - year : year).padStart(length, '0') + gap + word;
}
