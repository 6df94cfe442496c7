import { dateFormat, numberFormat } from '../language/intl.js';
import type { Language } from '../language/language.js';
import { daysInMonth, fromCivil, toCivil, type Civil } from './civil.js';
import type { EpochMs } from './epoch-ms.js';
import { toJulian } from './julian.js';
import { rangeParts, type DatePart } from './range-parts.js';

/** What of a moment is written; its `calendar`, by default the language's, may be `julian` too. */
export type Fields = Intl.DateTimeFormatOptions;

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
  return join(format.formatToParts(at), language, [year]);
}

/**
 * Two wall-clock times that differ as one, what they share said once: `17–18 November 2025`. Null where
 * `Intl` can't be trusted with it: where `Date` ends, where it leaves out the end (Persian months with
 * an era), where it falls back on digits and slashes or on names of months that have none (days in the Chinese
 * language), and in other calendars, whose years it drops (Chinese) or over which V8 aborts (Japanese, in Telugu).
 */
export function civilRange(start: EpochMs, end: EpochMs, fields: Fields, language: Language): string | null {
  const [a, b] = [place(start, fields, language), place(end, fields, language)];
  if (a.isAlike || b.isAlike || a.calendar !== 'gregory') return null;
  const known = RANGES.get(language) ?? new Map<string, string | null>();
  if (known.size >= MOST_RANGES) known.clear();
  RANGES.set(language, known);
  const key = [a.at, b.at, ...Object.entries(fields)].join();
  let text = known.get(key);
  if (text === undefined) known.set(key, (text = rangeOf(a, b, fields, language)));
  return text;
}

/** Mostly the same ones are asked for. */
const RANGES = new WeakMap<Language, Map<string, string | null>>();
const MOST_RANGES = 2000;

function rangeOf(a: Place, b: Place, fields: Fields, language: Language): string | null {
  const hasEra = a.era || b.era;
  const format = formatOf({ ...fields, calendar: a.calendar }, language, hasEra);
  const isPlain = !hasEra && !fields.era && !a.year && !b.year;
  const parts: readonly DatePart[] = isPlain
    ? rangeParts(format, a.at, b.at, language.locale)
    : format.formatRangeToParts(a.at, b.at);
  const [first, last] = ['startRange', 'endRange'].map(
    side => parts.filter(part => part.source === side).length,
  );
  if (!last || parts.some(({ value }) => value === '/')) return null;
  if (format.formatToParts(a.at).some(isNumberedMonth) && !parts.some(isNumberedMonth)) return null;
  return join(parts, language, [a.year, b.year]).replace(/ – /, first === 1 && last === 1 ? '–' : ' – ');
}

const isNumberedMonth = ({ type, value }: DatePart): boolean => type === 'month' && /\p{Nd}/u.test(value);

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

/** How `Intl` is made to write a moment. */
interface Place {
  /** A moment of `Intl`'s own that it writes alike. */
  readonly at: EpochMs;
  /** Whether that is in another year. */
  readonly isAlike: boolean;
  /** The number to put in for its year, where that is another or has five digits, which `Intl` does not group. */
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
  const isAlike = isFar || day > daysInMonth(year, month);
  const isGregorian = isFar || isJulian || calendar === 'gregory';
  const count = year < 1 ? 1 - year : year;
  const isLong = count >= 10_000;
  return {
    at: fromCivil(
      isAlike ? { ...civil, year: (year % (isJulian ? 4 : 400)) + 400 * Math.sign(year) } : civil,
    ),
    isAlike,
    year:
      isGregorian && (isLong || isAlike)
        ? numberFormat(language.locale, { useGrouping: isLong }).format(count)
        : undefined,
    era: isGregorian && needsEra(year),
    calendar: isGregorian ? 'gregory' : calendar,
  };
}

function formatOf(fields: Fields, { locale }: Language, era: boolean): Intl.DateTimeFormat {
  return dateFormat(locale, era && fields.year ? { ...fields, era: 'short' } : fields);
}

/** `years` are what to put in for the year, or for that of the start and that of the end of a range. */
function join(
  parts: readonly DatePart[],
  language: Language,
  years: readonly (string | undefined)[] = [],
): string {
  const texts = parts.map(({ type, value, source }) => {
    if (type === 'era')
      return value === 'BC' ? language.say('bce') : value === 'AD' ? language.say('ce') : value;
    return (type === 'year' && years[source === 'endRange' ? 1 : 0]) || value;
  });
  return plainSpaces(texts.join(''));
}

/** Engines differ in which thin spaces they put in: without them, they say the same. */
export function plainSpaces(text: string): string {
  return text.replace(/[\u2009\u202f]/g, ' ');
}
