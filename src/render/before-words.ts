import type { Language } from '../language/language.js';
import { fromCivil, toCivil } from '../time/civil.js';
import type { Precision } from '../time/dated-span.js';
import { isDeep } from '../time/deep-time.js';
import type { EpochMs } from '../time/epoch-ms.js';
import { formatStretch } from '../time/format-date.js';

/** Of a year of deep time, so many digits are told. */
const DIGITS = 3;

/** The date of a moment, for what is before it: in deep time, where it is rounded to the later, by its first digits. */
export function beforeWords(at: EpochMs, precision: Precision, language: Language): string {
  const { year } = toCivil(at);
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.abs(year))) + 1 - DIGITS);
  const near = Math.trunc(year / step) * step;
  const told = isDeep(near) ? fromCivil({ year: near }) : at;
  return formatStretch({ start: told, end: told }, precision, { language });
}
