import { dateFormat, numberFormat } from '../language/intl.js';
import type { Language } from '../language/language.js';
import { daysInMonth, fromCivil, toCivil, type Civil } from './civil.js';
import type { EpochMs } from './epoch-ms.js';
import { toJulian } from './julian.js';

/** What of a moment is written; its `calendar`, by default the language's, may be `julian` too. */
export type Fields = Intl.DateTimeFormatOptions;
type Part = Intl.DateTimeFormatPart & { readonly source?: string };

const FAR = 270_000;

/** The last years before the common era and the first of it are never without their era, nor is deep time. */
const needsEra = (year: number): boolean => year < 100 || year > FAR;

/** The wall-clock time of a moment in the Julian calendar, where it is that, else the Gregorian one. */
export const civilIn = (calendar: string | undefined, ms: EpochMs): Civil =>
  (calendar === 'julian' ? toJulian : toCivil)(ms);

/** A wall-clock time in words, Gregorian unless the fields or the language name another calendar. */
export function civilText(ms: EpochMs, fields: Fields, language: Language): string {
  const { at, era, year, calendar } = place(ms, fields, language);
  const format = formatOf({ ...fields, calendar }, language, era);
  if (!era && !fields.era && !year) return plainSpaces(format.format(at));
  return join(format.formatToParts(at), language, year);
}

/** Two wall-clock times as one, what they share said once: `17–18 November 2025`; null where `Date` ends. */
export function civilRange(start: EpochMs, end: EpochMs, fields: Fields, language: Language): string | null {
  const parts = rangeParts(start, end, fields, language);
  if (!parts) return null;
  const single = ['startRange', 'endRange'].every(
    side => parts.filter(part => part.source === side).length === 1,
  );
  return join(parts, language).replace(/ – /, single ? '–' : ' – ');
}

/** The two sides of such a range, for a phrase that parts them: `17` and `18 November 2025`; null where `Date` ends or they are the same. */
export function civilSides(
  start: EpochMs,
  end: EpochMs,
  fields: Fields,
  language: Language,
): readonly [string, string] | null {
  const parts = rangeParts(start, end, fields, language);
  if (!parts?.some(part => part.source === 'startRange')) return null;
  const first = parts.slice(0, parts.findLastIndex(part => part.source === 'startRange') + 1);
  const last = parts.slice(parts.findIndex(part => part.source === 'endRange'));
  return [join(first, language), join(last, language)];
}

/** The era of an astronomical year, in words. */
export function eraText(year: number, language: Language): string {
  const parts = formatOf({ year: 'numeric', calendar: 'gregory' }, language, true).formatToParts(
    fromCivil({ year: year < 1 ? -99 : 99 }),
  );
  return join(
    parts.filter(part => part.type === 'era'),
    language,
  );
}

function rangeParts(start: EpochMs, end: EpochMs, fields: Fields, language: Language): Part[] | null {
  const [a, b] = [place(start, fields, language), place(end, fields, language)];
  if (a.year || b.year) return null;
  return formatOf({ ...fields, calendar: a.calendar }, language, a.era || b.era).formatRangeToParts(
    a.at,
    b.at,
  );
}

/** How `Intl` is made to write a moment. */
interface Place {
  /** A moment of `Intl`'s own that it writes alike. */
  readonly at: EpochMs;
  /** The number to put in for its year, where that is another. */
  readonly year?: string;
  readonly era: boolean;
  readonly calendar: string;
}

/**
 * `Intl` ends with `Date` and has no Julian calendar. A moment beyond it is written as the same day of
 * a year that is alike (the calendar repeats after 400 years), a Julian day as the Gregorian one of
 * that name; leap days that the Gregorian calendar leaves out, such as 29 February 1900, are borrowed too.
 */
function place(ms: EpochMs, fields: Fields, language: Language): Place {
  // Weekdays and times are those of all calendars; with another one, engines differ over the clock.
  const isDate = fields.year ?? fields.month ?? fields.day;
  const calendar = (isDate && (fields.calendar ?? language.calendar)) || 'gregory';
  const isJulian = calendar === 'julian';
  const civil = civilIn(calendar, ms);
  const { year, month, day } = civil;
  const isFar = Math.abs(year) > FAR;
  if (!isFar && !isJulian) return { at: ms, era: calendar === 'gregory' && needsEra(year), calendar };
  const kept = { era: needsEra(year), calendar: 'gregory' };
  if (!isFar && day <= daysInMonth(year, month)) return { at: fromCivil(civil), ...kept };
  const number = numberFormat(language.locale, { useGrouping: isFar });
  const alike = (year % (isJulian ? 4 : 400)) + 400 * Math.sign(year);
  return {
    at: fromCivil({ ...civil, year: alike }),
    year: number.format(year < 1 ? 1 - year : year),
    ...kept,
  };
}

function formatOf(fields: Fields, { locale }: Language, era: boolean): Intl.DateTimeFormat {
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
export function plainSpaces(text: string): string {
  return text.replace(/[\u2009\u202f]/g, ' ');
}
