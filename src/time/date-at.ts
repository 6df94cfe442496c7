import { toCivil } from './civil.js';
import { DAY, HOUR, MINUTE, type EpochMs } from './epoch-ms.js';
import { dayText, two, yearText } from './write-edtf.js';

/** A unit is told apart where it is so many px long. */
const LEAST_PX = 3;
const MONTH = 30 * DAY;
const YEAR = 365 * DAY;

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

/** A decade, a century or a millennium of four digits; of deep time a round year. */
function yearsText(year: number, least: number): string {
  const digits = Math.ceil(Math.log10(least));
  if (digits < 4 && year > 0 && year < 10_000) return yearText(year).slice(0, -digits) + 'X'.repeat(digits);
  const size = 10 ** digits;
  return yearText(Math.round(year / size) * size, true);
}
