import { numberFormat } from '../language/intl.js';
import type { Language } from '../language/language.js';
import { plainSpaces } from './civil-text.js';
import type { Voice } from './date-fields.js';

/** Whether a year (astronomical) is so far away and so round that it is told by its distance: `66 million years ago`. */
export const isDeep = (year: number): boolean => year % 10_000 === 0 && Math.abs(year - 1) >= 100_000;

const MILLION = 1e6;
const UNITS = [
  ['Ga', 1e9],
  ['Ma', MILLION],
  ['ka', 1e3],
] as const;

/**
 * A year of deep time, or two of them, by their distance: `66 million years ago`, `in about 5 billion
 * years`; in short `66 Ma`. It is told to the nearest of `step` years. Null for years that are not deep,
 * and for two that do not share a phrase.
 */
export function deepTimeWords(
  years: readonly number[],
  { language, short }: Pick<Voice, 'language' | 'short'>,
  isAbout = false,
  step = 1,
): string | null {
  const { say } = language;
  const isPast = years[0]! < 0;
  const [first, last] = years.map(year => Math.round(Math.abs(year) / step) * step) as [number, number?];
  if (!years.every(year => isDeep(year) && year < 0 === isPast) || (short && last !== undefined)) return null;
  if (short) return deepTimeShort(isPast ? -first : first, language, isAbout);
  const [start, end] = [first, last ?? first].map(distance => amount(distance, language)) as [string, string];
  const distance = start === end ? start : say('range', { start, end });
  return say(isPast ? 'yearsAgo' : 'yearsAhead', {
    years: aboutWords(distance, language, isAbout),
    // Beside "million" stands the form that a bare million has, whatever the digits: "66,5 millions d’années".
    count: first < MILLION ? first : MILLION,
  });
}

/** A year by its distance, in short: `66 Ma`, `in 5 Ga`; it is 1000 or more, or −1000 or less. */
export function deepTimeShort(year: number, language: Language, isAbout = false): string {
  const { say } = language;
  const distance = Math.abs(year);
  const [unit, size] = UNITS.find(([, least]) => distance >= least)!;
  const date = aboutWords(say(unit, { count: amount(distance / size, language) }), language, isAbout);
  return year < 0 ? date : say('ahead', { date });
}

const aboutWords = (years: string, { say }: Language, isAbout: boolean): string =>
  isAbout ? say('aboutYears', { years }) : years;

/** A number in words from a million on, with no digit rounded away. */
export function amount(n: number, { locale }: Language): string {
  const compact = n < MILLION ? {} : ({ notation: 'compact', compactDisplay: 'long' } as const);
  return plainSpaces(numberFormat(locale, { maximumFractionDigits: 9, ...compact }).format(n));
}
