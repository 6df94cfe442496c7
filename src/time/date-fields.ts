import type { Language } from '../language/language.js';
import { civilIn, civilText, type Fields } from './civil-text.js';
import { FIRST_WEEKDAY, fromCivil, toCivil } from './civil.js';
import type { Precision } from './dated-span.js';
import type { EpochMs } from './epoch-ms.js';

/** How one date is put into words. */
export interface Voice {
  /** Its calendar is that of days and times. */
  readonly language: Language;
  /** Whether its calendar is that of months and years too, whatever stretch they name in it. */
  readonly everyUnit: boolean;
  readonly timeZone: string;
  readonly short: boolean;
  /** Whether days and months name their year. */
  readonly year: boolean;
  readonly weekday: boolean;
}

const TIMES: Partial<Record<Precision, Fields>> = {
  hour: { hour: 'numeric' },
  minute: { timeStyle: 'short' },
  second: { timeStyle: 'medium' },
  millisecond: { hour: '2-digit', minute: '2-digit', second: '2-digit' },
};

/** Whether a date so fine is a moment, no stretch. */
export const isTime = (precision: Precision): boolean => precision in TIMES;

/** The last moment of what an end names, by more than the rounding of deep time. */
export function lastMoment(end: EpochMs, precision: Precision): EpochMs {
  return isTime(precision) ? end : end - Math.max(1, Math.abs(end) * 2 ** -50);
}

/** The fields of a time of day; undefined for what is coarser. Nobody knows with how many zeros a fraction was written. */
export function timeFields(ms: EpochMs, precision: Precision): Fields | undefined {
  if (precision !== 'millisecond') return TIMES[precision];
  const n = toCivil(ms).millisecond;
  return { ...TIMES.millisecond, fractionalSecondDigits: n % 10 ? 3 : n % 100 ? 2 : 1 };
}

/** The fields of a year, a month or a day; a time's are those of its day. */
export function dateFields(ms: EpochMs, precision: Precision, voice: Voice): Fields {
  const { short, year } = voice;
  const isYear = precision === 'year';
  const fields: Fields = {
    day: isYear || precision === 'month' ? undefined : 'numeric',
    month: isYear ? undefined : short ? 'short' : 'long',
    year: year || isYear ? 'numeric' : undefined,
  };
  return isToldAt(ms, precision, fields, voice) ? fields : { ...fields, ...GREGORIAN };
}

/** Among dates of another calendar, a Gregorian one shows what it is by its era. */
export const GREGORIAN: Fields = { calendar: 'gregory', era: 'short' };

/** Whether dates are told in a calendar other than that in which they are counted. */
export const isOther = (calendar: string | undefined): boolean =>
  !/^(gregory|julian)$/.test(calendar ?? 'gregory');

/** These have Gregorian months and years, only counted otherwise; `Intl` reads those before 1582 as Julian. */
const SHARES_MONTHS = /^(buddhist|japanese|roc)$/;

/** The last calendar to begin was that of Islam, in 622. */
const ALL_BEGUN: EpochMs = fromCivil({ year: 623 });
/** Beyond it engines differ over calendars other than the Gregorian one, or throw. */
export const CALENDARS_END: EpochMs = fromCivil({ year: 10_000 });

/** Whether the unit that a moment lies in can be told in the calendar of the language: a Gregorian month is no Persian one. */
function isToldAt(ms: EpochMs, precision: Precision, fields: Fields, voice: Voice): boolean {
  const { language, everyUnit } = voice;
  const { calendar } = language;
  if (!isOther(calendar)) return true;
  const shares = SHARES_MONTHS.test(calendar!);
  if (ms < (shares ? FIRST_WEEKDAY : ALL_BEGUN) || ms >= CALENDARS_END) return false;
  if (everyUnit || (precision !== 'year' && precision !== 'month')) return true;
  const { year, month } = civilIn(calendar, ms);
  const [first, next] =
    precision === 'year'
      ? [fromCivil({ year }), fromCivil({ year: year + 1 })]
      : [fromCivil({ year, month }), fromCivil({ year, month: month + 1 })];
  // Japan's eras begin within a year, even within a month.
  return shares && civilText(first, fields, language) === civilText(next - 1, fields, language);
}
