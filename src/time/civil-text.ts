import { dateFormat } from '../language/intl.js';
import type { Language } from '../language/language.js';
import { fromCivil, toCivil } from './civil.js';
import type { EpochMs } from './epoch-ms.js';

type Fields = Intl.DateTimeFormatOptions;
type Part = Intl.DateTimeFormatPart & { readonly source?: string };

const FAR = 270_000;

/** The last years before the common era and the first of it are never without their era, nor is deep time. */
const needsEra = (year: number): boolean => year < 100 || year > FAR;

/**
 * A wall-clock time in words, Gregorian. Beyond the years of `Date` it is written as the same day of
 * a year that is alike (the calendar repeats after 400 years) with its own number put in.
 */
export function civilText(ms: EpochMs, fields: Fields, language: Language): string {
  const civil = toCivil(ms);
  const { year } = civil;
  const formatter = format(fields, language, needsEra(year));
  if (!needsEra(year)) return plainSpaces(formatter.format(ms));
  if (Math.abs(year) <= FAR) return join(formatter.formatToParts(ms), language);
  const alike = fromCivil({ ...civil, year: (year % 400) + 400 * Math.sign(year) });
  return join(formatter.formatToParts(alike), language, language.number(year < 1 ? 1 - year : year));
}

/** Two wall-clock times as one, what they share said once: `17–18 November 2025`; null where `Date` ends. */
export function civilRange(start: EpochMs, end: EpochMs, fields: Fields, language: Language): string | null {
  const years = [toCivil(start).year, toCivil(end).year];
  if (years.some(year => Math.abs(year) > FAR)) return null;
  const parts: Part[] = format(fields, language, years.some(needsEra)).formatRangeToParts(start, end);
  const single = ['startRange', 'endRange'].every(
    side => parts.filter(part => part.source === side).length === 1,
  );
  return join(parts, language).replace(/ – /, single ? '–' : ' – ');
}

/** The era of an astronomical year, in words. */
export function eraText(year: number, language: Language): string {
  const parts = format({ year: 'numeric' }, language, true).formatToParts(
    fromCivil({ year: year < 1 ? -99 : 99 }),
  );
  return join(
    parts.filter(part => part.type === 'era'),
    language,
  );
}

function format(fields: Fields, { locale }: Language, era: boolean): Intl.DateTimeFormat {
  return dateFormat(locale, era && fields.year ? { ...fields, era: 'short' } : fields);
}

function join(parts: readonly Part[], language: Language, year?: string): string {
  const texts = parts.map(({ type, value }) => {
    if (type === 'era')
      return value === 'BC' ? language.say('bce') : value === 'AD' ? language.say('ce') : value;
    return type === 'year' ? (year ?? value) : value;
  });
  return plainSpaces(texts.join(''));
}

/** Engines differ in which thin spaces they put in: without them, they say the same. */
function plainSpaces(text: string): string {
  return text.replace(/[\u2009\u202f]/g, ' ');
}
