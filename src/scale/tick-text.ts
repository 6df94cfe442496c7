import { dateFormat, numberFormat } from '../language/intl.js';
import type { Language } from '../language/language.js';
import { civilText } from '../time/civil-text.js';
import { FIRST_WEEKDAY, toCivil } from '../time/civil.js';
import { deepTimeShort } from '../time/deep-time.js';
import type { EpochMs } from '../time/epoch-ms.js';
import type { CalendarGrid } from './calendar-grid.js';
import { isoWeek } from './iso-week.js';
import { remember } from './remember.js';
import type { TickUnit } from './tick-grid.js';

/** Writes the tick of a moment. */
export type TickText = (at: EpochMs) => string;

/** One way to write a larger unit: "September" or "Sep". */
export interface LargerText {
  readonly text: TickText;
  /** For the first of a year: "January 2026". */
  readonly withYear?: TickText;
}

/** How a larger unit is written. */
export interface LargerTexts {
  /** The fullest first. */
  readonly ways: readonly LargerText[];
  /** Where it stands alone: "September 2025". */
  readonly pinned: TickText;
}

/** How the ticks of a language are written. */
export interface TickTexts {
  /** Units below a larger one, the fullest way first: "September" or "Sep", "21", "17:15", "30 s", "W35", "66 Ma". */
  readonly unit: Readonly<Record<TickUnit | 'isoWeek' | 'deepYear', readonly TickText[]>>;
  readonly larger: Readonly<Partial<Record<TickUnit, LargerTexts>>>;
}

type Fields = Intl.DateTimeFormatOptions;

const known = new WeakMap<Language, { key: string; texts: TickTexts }>();

/** How a language writes ticks in a calendar; the same object until that or its names of the eras change. */
export function tickTexts(language: Language, calendar: CalendarGrid): TickTexts {
  const { name = 'gregory' } = calendar;
  const key = [language.say('bce'), language.say('ce'), name].join();
  let found = known.get(language);
  if (found?.key !== key)
    known.set(language, (found = { key, texts: makeTexts({ ...language, calendar: name }, calendar) }));
  return found.texts;
}

function makeTexts(language: Language, calendar: CalendarGrid): TickTexts {
  const { locale, say } = language;
  const numbers = numberFormat(locale, { useGrouping: false });
  const isCyclic = /^(chinese|dangi)$/.test(calendar.name ?? '');
  // Frames of a zoom ask for the same texts again and again.
  const plain = (fields: Fields): TickText =>
    remember(at => {
      const text = civilText(at, fields, language);
      if (!isCyclic || !fields.year) return text;
      // Some languages have but a name for such years, which comes again after sixty.
      const number = numbers.format(calendar.yearAt(at));
      return text.includes(number)
        ? text.replace(`${number}(`, `${number} (`)
        : say('note', { date: text, note: number });
    });
  // "5 PM" where clocks have twelve hours; elsewhere a bare "17" would look like a day, and engines
  // differ over "3:00" and "03:00" unless they are told.
  const hours: Fields = { hour: 'numeric' };
  const isHalf = dateFormat(locale, hours).resolvedOptions().hour12;
  const clockFields: Fields = { hour: isHalf ? 'numeric' : '2-digit', minute: '2-digit' };
  const year: Fields = { year: 'numeric' };
  const dayMonth: Fields = { day: 'numeric', month: 'short' };

  const clock = plain(clockFields);
  const clockSeconds = plain({ ...clockFields, second: '2-digit' });
  const weekday = plain({ weekday: 'short' });
  const day = plain({ day: 'numeric' });
  const shortDay = plain(dayMonth);
  const shortDate = plain({ ...dayMonth, ...year });
  const date = plain({ ...dayMonth, month: 'long', ...year });
  const month = plain({ month: 'long' });
  const monthYear = plain({ month: 'long', ...year });
  const shortMonth = plain({ month: 'short' });
  const years = plain(year);
  const withWeekday =
    (text: TickText): TickText =>
    at =>
      at < FIRST_WEEKDAY ? text(at) : say('weekdayDate', { weekday: weekday(at), date: text(at) });
  const ofDay =
    (time: TickText): TickText =>
    at =>
      say('dateTime', { date: date(at), time: time(at) });
  return {
    unit: {
      millisecond: [at => say('milliseconds', { count: toCivil(at).millisecond })],
      second: [at => say('seconds', { count: toCivil(at).second })],
      minute: [clock],
      hour: [isHalf ? plain(hours) : clock],
      day: [day],
      week: [day],
      isoWeek: [at => say('week', { count: isoWeek(at) })],
      month: [month, shortMonth],
      year: [years],
      deepYear: [
        at => {
          const { year } = toCivil(at);
          // Round are 66,000,000 BCE and 1 CE.
          return Math.abs(year) < 1000 ? years(at) : deepTimeShort(year < 1 ? year - 1 : year, language);
        },
      ],
    },
    larger: {
      second: { ways: [{ text: clockSeconds }], pinned: ofDay(clockSeconds) },
      minute: { ways: [{ text: clock }], pinned: ofDay(clock) },
      day: {
        ways: [
          { text: withWeekday(shortDay), withYear: withWeekday(shortDate) },
          { text: shortDay, withYear: shortDate },
        ],
        pinned: withWeekday(date),
      },
      month: {
        ways: [
          { text: month, withYear: monthYear },
          { text: shortMonth, withYear: plain({ month: 'short', ...year }) },
        ],
        pinned: monthYear,
      },
      year: { ways: [{ text: years }], pinned: years },
    },
  };
}
