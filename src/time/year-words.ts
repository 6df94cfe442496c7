import type { StringKey } from '../language/english.js';
import { numberFormat } from '../language/intl.js';
import { civilIn, civilRange, civilText, eraText, type Fields } from './civil-text.js';
import { fromCivil } from './civil.js';
import { dateFields, GREGORIAN, isOther, type Voice } from './date-fields.js';
import type { DateEnd, Precision } from './dated-span.js';
import type { EpochMs } from './epoch-ms.js';
import { deepTimeWords } from './deep-time.js';
import { roman } from './roman.js';
import { subYearAt } from './sub-year.js';

const YEARS: Partial<Record<Precision, number>> = { decade: 10, century: 100, millennium: 1000 };
const SEASONS = ['spring', 'summer', 'autumn', 'winter'] as const;

/** The years from one to another (astronomical), as one: `50–41 BCE`. */
export function yearRange(first: number, last: number, { language }: Voice): string {
  const years = [first, last].map(year => fromCivil({ year })) as [EpochMs, EpochMs];
  const fields: Fields = { year: 'numeric', ...GREGORIAN };
  if (!isOther(language.calendar)) delete fields.era;
  const [start, end] = years.map(year => civilText(year, fields, language)) as [string, string];
  return civilRange(...years, fields, language) ?? language.say('range', { start, end });
}

/** From so many years away on nobody counts centuries: the 660,001st says less than the year it is near. */
const UNCOUNTED = 10_000;

/** A year (astronomical) that is told for those around it, in round figures: 11,700 BCE for the year −11,700, which is 11,701 BCE. */
export function roundYear(year: number, voice: Voice): string {
  const deep = deepTimeWords([year], voice);
  if (deep) return deep;
  const at = fromCivil({ year: year < 0 ? year + 1 : year, month: 7 });
  return civilText(at, dateFields(at, 'year', voice), voice.language);
}

/**
 * Ten, a hundred or a thousand years, before the common era those that EDTF counts as one, `-019X`;
 * null for what is finer.
 */
export function yearsWords(ms: EpochMs, precision: Precision, voice: Voice): string | null {
  const { language, short } = voice;
  const { locale, calendar, say } = language;
  const size = YEARS[precision];
  if (!size) return null;
  const { year } = civilIn(calendar, ms);
  if (Math.abs(year) >= UNCOUNTED) return roundYear(Math.round(year / size) * size, voice);
  const n = Math.floor(Math.abs(year) / size);
  let date: string;
  if (precision !== 'decade')
    date = say(precision as 'century' | 'millennium', { ordinal: n + 1, roman: roman(n + 1) });
  else if (year >= 0 && n > 9 && n % 10)
    date = say('decade', { year: numberFormat(locale, { useGrouping: false }).format(n * size) });
  else {
    // "The 1900s" are a century, and before the common era such years are no decade: 50 to 41 BCE.
    const first = year < 0 ? 1 - (n + 1) * size : n * size;
    return yearRange(first, first + size - 1 || -1, voice); // There is no -0000.
  }
  if (year < 100 || isOther(calendar))
    date = say('eraDate', { date, era: eraText(year < 0 ? year : 1, language) });
  return short ? date : say(`the-${precision as 'decade' | 'century' | 'millennium'}`, { date });
}

/** A season, a quarter, a third or a half of a year; null for what is none. `isYearless` leaves out the year of a season. */
export function subYearWords(
  ms: EpochMs,
  side: DateEnd,
  voice: Voice,
  isYearless = !voice.year,
): string | null {
  const { language, short } = voice;
  const { calendar, say } = language;
  const part = subYearAt(civilIn(calendar, ms), side);
  if (!part) return null;
  const { code, ordinal } = part;
  const at = fromCivil({ year: part.year, month: 7 });
  const fields: Fields =
    calendar === 'julian' ? { year: 'numeric', calendar: 'gregory' } : dateFields(at, 'year', voice);
  const year = civilText(at, fields, language);
  if (code < 33) {
    const season = say(SEASONS[ordinal - 1]!);
    const date = isYearless ? season : say('seasonYear', { season, year });
    if (code < 25 || (short && code < 29)) return date;
    return say('note', { date, note: say(code < 29 ? 'northern' : 'southern') });
  }
  const { precision } = side;
  const key = short && precision !== 'quadrimester' ? `${precision}Short` : `${precision}-${ordinal}`;
  return say(key as StringKey, { ordinal, roman: roman(ordinal), year });
}
