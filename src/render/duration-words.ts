import { numberFormat } from '../language/intl.js';
import type { Language } from '../language/language.js';
import { amount, deepTimeShort } from '../time/deep-time.js';
import { DAY, HOUR, MINUTE, SECOND, type EpochMs } from '../time/epoch-ms.js';

/** Each unit, and from how many ms on it is used: no length is told by fewer than two of them, or by more than a hundred days. */
const UNITS = [
  ['year', 365.2425 * DAY, 1080 * DAY],
  ['month', 30.436875 * DAY, 100 * DAY],
  ['day', DAY, 2 * DAY],
  ['hour', HOUR, 2 * HOUR],
  ['minute', MINUTE, 2 * MINUTE],
  ['second', SECOND, 0],
] as const;

/** A length of time in words: "41 days", or shorter, where there is little room. */
export function durationWords(
  length: EpochMs,
  language: Language,
  unitDisplay: 'long' | 'short' | 'narrow' = 'long',
): string {
  const [unit, size] = UNITS.find(([, , least]) => length >= least)!;
  const rounded = length / size < 1000 ? Math.round(length / size) : Number((length / size).toPrecision(2));
  // `Intl` says "66 millions ans".
  if (rounded >= 1e6)
    return unitDisplay === 'long'
      ? language.say('longYears', { years: amount(rounded, language) })
      : deepTimeShort(-rounded, language);
  return numberFormat(language.locale, { style: 'unit', unit, unitDisplay }).format(rounded);
}
