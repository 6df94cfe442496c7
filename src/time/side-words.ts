import { numberFormat } from '../language/intl.js';
import type { Language } from '../language/language.js';
import { civilRange, civilText, eraText } from './civil-text.js';
import { FIRST_WEEKDAY, fromCivil, toCivil } from './civil.js';
import type { DateEnd, Precision } from './dated-span.js';
import type { EpochMs } from './epoch-ms.js';
import { zoneName } from './zone.js';

/** How one date is put into words. */
export interface Voice {
  readonly language: Language;
  readonly timeZone: string;
  readonly short: boolean;
  /** Whether days and months name their year. */
  readonly year: boolean;
  readonly weekday: boolean;
}

type Fields = Intl.DateTimeFormatOptions;

const YEAR: Fields = { year: 'numeric' };
const TIMES: Partial<Record<Precision, Fields>> = {
  minute: { timeStyle: 'short' },
  second: { timeStyle: 'medium' },
  millisecond: { hour: '2-digit', minute: '2-digit', second: '2-digit', fractionalSecondDigits: 3 },
};
const YEARS = { decade: 10, century: 100, millennium: 1000 } as const;
const SEASONS = ['winter', 'spring', 'summer', 'autumn'] as const;

/** The fields of a time of day; undefined for what is coarser. */
export const timeFields = (precision: Precision): Fields | undefined => TIMES[precision];

/** The fields of a year, a month or a day; a time's are those of its day. */
export function dateFields(precision: Precision, { short, year }: Voice): Fields {
  if (precision === 'year') return YEAR;
  return {
    day: precision === 'month' ? undefined : 'numeric',
    month: short ? 'short' : 'long',
    year: year ? 'numeric' : undefined,
  };
}

/** The date that a moment lies in, as fine as the side of a span is written, with its qualifiers. */
export function sideWords(ms: EpochMs, side: DateEnd, voice: Voice): string {
  const { say } = voice.language;
  let date = plainWords(ms, side, voice);
  if (side.approximate) date = say('about', { date });
  return side.uncertain ? say('uncertain', { date }) : date;
}

/** The short name of the zone in which an instant is shown, after a space; empty for a floating time. */
export function zoneWords({ instant }: DateEnd, { short, timeZone, language }: Voice): string {
  return short || instant === undefined ? '' : ` ${zoneName(instant, timeZone, language.locale)}`;
}

function plainWords(ms: EpochMs, side: DateEnd, voice: Voice): string {
  const { precision } = side;
  const { language, short } = voice;
  const { say } = language;
  const time = TIMES[precision];
  if (precision === 'decade' || precision === 'century' || precision === 'millennium')
    return yearsWords(ms, precision, voice);
  if (precision === 'season') {
    const { year, month } = toCivil(ms);
    // A winter bears the year of its December.
    const written = civilText(fromCivil({ year: month < 3 ? year - 1 : year }), YEAR, language);
    return say(SEASONS[Math.floor((month % 12) / 3)]!, { year: voice.year ? written : '' }).trim();
  }
  let date = civilText(ms, dateFields(precision, voice), language);
  if (voice.weekday && ms >= FIRST_WEEKDAY && (time || precision === 'day'))
    date = say('weekdayDate', {
      weekday: civilText(ms, { weekday: short ? 'short' : 'long' }, language),
      date,
    });
  return time
    ? say('dateTime', { date, time: civilText(ms, time, language) + zoneWords(side, voice) })
    : date;
}

/** Ten, a hundred or a thousand years; before the common era those that EDTF counts as one, `-019X`. */
function yearsWords(ms: EpochMs, precision: keyof typeof YEARS, { language, short }: Voice): string {
  const { year } = toCivil(ms);
  const size = YEARS[precision];
  const n = Math.floor(Math.abs(year) / size);
  let date: string;
  if (precision !== 'decade') {
    date = language.say(precision, { ordinal: n + 1 });
    if (year < 100) date = language.say('eraDate', { date, era: eraText(year < 0 ? year : 1, language) });
  } else if (year >= 0 && n > 9 && n % 10) {
    date = language.say('decade', {
      year: numberFormat(language.locale, { useGrouping: false }).format(n * size),
    });
  } else {
    // "The 1900s" are a century, and before the common era such years are no decade: 50 to 41 BCE.
    const first = year < 0 ? 1 - (n + 1) * size : n * size;
    const last = first + size - 1 || -1; // There is no -0000.
    return civilRange(fromCivil({ year: first }), fromCivil({ year: last }), YEAR, language)!;
  }
  return short ? date : language.say('the', { date });
}
