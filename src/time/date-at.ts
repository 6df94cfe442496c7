import { toCivil } from './civil.js';
import { DAY, HOUR, MINUTE, type EpochMs } from './epoch-ms.js';
import { dayText, two, yearText } from './write-edtf.js';

/** A unit is told apart where it is so many px long. */
const LEAST_PX = 3;
const MONTH = 28 * DAY;
const YEAR = 365 * DAY;
/** Digits from which on zeros are counted rather than written. */
const MILLION = 6;

/** The date of a moment in EDTF, as finely as a pointer can tell where a px stands for `msPerPx`. */
export function dateAt(ms: EpochMs, msPerPx: number): string {
  const least = LEAST_PX * msPerPx;
  const { year, month } = toCivil(ms);
  if (least > YEAR) return yearsText(year, least / YEAR);
  if (least > MONTH) return yearText(year, true);
  if (Math.abs(year) > 999_999) return yearText(year, true);
  if (least > DAY) return `${yearText(year)}-${two(month)}`;
  if (least > HOUR) return dayText(ms);
  const minutes = [60, 15, 5, 1].find(size => size * MINUTE < 4 * least) ?? 1;
  const at = Math.round(ms / (minutes * MINUTE)) * minutes * MINUTE;
  const { hour, minute } = toCivil(at);
  return `${dayText(at)}T${two(hour)}:${two(minute)}`;
}

/** A decade, a century or a millennium of four digits; else the digits that are known, and around the year 0, where there are none, a range. */
function yearsText(year: number, least: number): string {
  const digits = Math.ceil(Math.log10(least));
  const size = 10 ** digits;
  const known = String(Math.abs(year)).length - digits;
  if (Math.abs(year) < 10_000 && digits < 4) return yearText(year).slice(0, -digits) + 'X'.repeat(digits);
  if (known <= 0) return `[${yearText(-size, true)}..${yearText(size, true)}]`;
  const round = Math.trunc(year / size) * size;
  return `${digits < MILLION ? yearText(round, true) : `Y${round / size}E${digits}`}S${known}`;
}
