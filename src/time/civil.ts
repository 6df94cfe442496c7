import { DAY, type EpochMs } from './epoch-ms.js';

/** A wall-clock time of the proleptic Gregorian calendar; its year is astronomical (0 is 1 BCE). */
export interface Civil {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
}

/** 1582-10-15: before it, the days of this calendar did not bear the weekdays it would give them. */
export const FIRST_WEEKDAY: EpochMs = -12_219_292_800_000;

/** The number of days in a month. */
export function daysInMonth(year: number, month: number): number {
  if (month !== 2) return 30 + ((month + (month >> 3)) & 1);
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

/**
 * The moment of a wall-clock time; parts left out are the first of their kind. Parts may overflow
 * (hour 24, second 60, month 13). The algorithm is days_from_civil of Howard Hinnant,
 * "chrono-Compatible Low-Level Date Algorithms", 2013.
 */
export function fromCivil(civil: Partial<Civil> & { readonly year: number }): EpochMs {
  const { year, month = 1, day = 1, hour = 0, minute = 0, second = 0, millisecond = 0 } = civil;
  const m = month - 3; // The year begins in March, so that the leap day is its last.
  const y = year + Math.floor(m / 12);
  const dayOfYear = Math.floor((153 * (m - 12 * Math.floor(m / 12)) + 2) / 5) + day - 1;
  const days = 365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + dayOfYear - 719_468;
  return days * DAY + ((hour * 60 + minute) * 60 + second) * 1000 + millisecond;
}

/**
 * The wall-clock time of a moment; the inverse of `fromCivil` (civil_from_days of the same source).
 * Midnights are exact up to 292 million years from 1970; beyond, a moment within rounding of a
 * midnight is taken for that midnight, so that a year's first moment stays in its year.
 */
export function toCivil(ms: EpochMs): Civil {
  const snapped = Math.abs(ms) > 2 ** 63 ? ms + Math.abs(ms) * 2 ** -53 : ms;
  const day = Math.floor(snapped / DAY);
  const z = day + 719_468;
  const era = Math.floor(z / 146_097);
  const doe = z - era * 146_097;
  const yoe = Math.floor(
    (doe - Math.floor(doe / 1460) + Math.floor(doe / 36_524) - Math.floor(doe / 146_096)) / 365,
  );
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100));
  const mp = Math.floor((5 * doy + 2) / 153);
  const month = mp < 10 ? mp + 3 : mp - 9;
  let rest = Math.max(0, Math.floor(ms - day * DAY));
  const take = (unit: number): number => {
    const n = rest % unit;
    rest = (rest - n) / unit;
    return n;
  };
  const millisecond = take(1000);
  const second = take(60);
  const minute = take(60);
  return {
    year: yoe + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: doy - Math.floor((153 * mp + 2) / 5) + 1,
    hour: rest,
    minute,
    second,
    millisecond,
  };
}
