import { daysInMonth, fromCivil, toCivil, type Civil } from './civil.js';
import { DAY, type EpochMs } from './epoch-ms.js';

/** The calendars that dates may be written in. */
export const CALENDAR_NAMES = ['gregorian', 'julian'] as const;

export type CalendarName = (typeof CALENDAR_NAMES)[number];

/** What reading a date asks of the calendar it is written in; years are astronomical, months are 1 to 12. */
interface WrittenCalendar {
  /** The number of days in a month. */
  daysInMonth(year: number, month: number): number;
  /** The moment at which a day begins. Month and day may overflow. */
  midnight(year: number, month: number, day: number): EpochMs;
}

/**
 * The calendars by name. The Julian one has a leap day every four years without exception. Its days
 * are counted as `fromCivil` counts them, from a 1 March that is two days earlier in the year 0.
 */
export const CALENDARS: Readonly<Record<CalendarName, WrittenCalendar>> = {
  gregorian: { daysInMonth, midnight: (year, month, day) => fromCivil({ year, month, day }) },
  julian: {
    daysInMonth: (year, month) => (month === 2 && year % 4 === 0 ? 29 : daysInMonth(1900, month)),
    midnight(year, month, day) {
      const m = month - 3;
      const y = year + Math.floor(m / 12);
      const dayOfYear = Math.floor((153 * (m - 12 * Math.floor(m / 12)) + 2) / 5) + day - 1;
      return (365 * y + Math.floor(y / 4) + dayOfYear - 719_470) * DAY;
    },
  },
};

/** The wall-clock time of a moment in the Julian calendar; its year is astronomical (0 is 1 BCE). */
export function toJulian(ms: EpochMs): Civil {
  const z = Math.floor(ms / DAY) + 719_470;
  const cycle = Math.floor(z / 1461);
  const doe = z - cycle * 1461;
  const yoe = Math.floor((doe - Math.floor(doe / 1460)) / 365);
  const doy = doe - 365 * yoe;
  const mp = Math.floor((5 * doy + 2) / 153);
  const month = mp < 10 ? mp + 3 : mp - 9;
  return {
    ...toCivil(ms),
    year: yoe + cycle * 4 + (month <= 2 ? 1 : 0),
    month,
    day: doy - Math.floor((153 * mp + 2) / 5) + 1,
  };
}
