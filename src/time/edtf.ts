import { daysInMonth, fromCivil } from './civil.js';
import type { Precision } from './dated-span.js';
import { MINUTE, type EpochMs } from './epoch-ms.js';
import { fromInstant } from './zone.js';

/** One written date, no interval: what it covers, half-open, and how firmly. */
export interface DatePoint {
  readonly start: EpochMs;
  /** Equal to the start for a time of day. */
  readonly end: EpochMs;
  readonly precision: Precision;
  readonly approximate: boolean;
  readonly uncertain: boolean;
  /** Unix milliseconds, where there is an offset. */
  readonly instant: number | undefined;
  readonly source: string;
}

// 1 year, 2 month or season, 3 day, 4 hour, 5 minute, 6 second, 7 fraction, 8 offset, 9 long year,
// 10 year of an era, 11 its era, 12 qualifier. Every alternative is fixed: it can't backtrack.
const DATE =
  /^(?:([+-]\d{6}|-?[\dX]{4})(?:-([\dX]{2})(?:-([\dX]{2})(?:T(\d\d):(\d\d)(?::(\d\d)(?:[.,](\d+))?)?(Z|[+-]\d\d(?::?\d\d)?)?)?)?)?|Y(-?[1-9]\d{4,11})|([1-9]\d{0,11}) ?(BCE?|bce?|CE|ce|AD|ad))([?~%])?$/;

const UNSPECIFIED: readonly Precision[] = ['year', 'decade', 'century', 'millennium', 'millennium'];

/**
 * Reads one date in the Extended Date/Time Format of the Library of Congress (2019), levels 0 and 1,
 * with what ISO 8601 has beyond it and is unambiguous: six-digit signed years, times to the minute,
 * fractions of a second, `24:00`; and `44 BCE`. A year and a month or day of it that is not specified
 * (`X`) is read at the right end only. Returns the remedy, `expected …`, for what is no date.
 *
 * The seasons 21 to 24 are those of the northern hemisphere by whole months: spring is March to May,
 * and the winter of a year begins in its December and ends in the next year's February.
 */
export function readDate(text: string, timeZone: string): DatePoint | string {
  const m = DATE.exec(text);
  if (!m) return 'expected ISO 8601 or EDTF, such as "2020-12" or "1914/1918"';
  const [, year, month, day, hour, minute, second, fraction, offset, long, eraYear, era, mark] = m;
  const approximate = mark === '~' || mark === '%';
  const uncertain = mark === '?' || mark === '%';
  const covers = (start: EpochMs, end: EpochMs, precision: Precision, instant?: number): DatePoint => {
    return { start, end, precision, approximate, uncertain, instant, source: text };
  };
  const years = (from: number, to: number, precision: Precision): DatePoint =>
    covers(fromCivil({ year: from }), fromCivil({ year: to + 1 }), precision);

  if (year === undefined) {
    const y = long ? Number(long) : /^b/i.test(era!) ? 1 - Number(eraYear) : Number(eraYear);
    return years(y, y, 'year');
  }
  if (text.includes('X')) {
    if (/X-?[\dT]/.test(text) || /\dX/.test(`${month} ${day}`))
      return 'expected X only at the right, as in "198X" or "1985-XX-XX"';
    if (year.includes('X')) {
      const ends = [Number(year.replaceAll('X', '0')), Number(year.replaceAll('X', '9'))] as const;
      const precision = UNSPECIFIED[year.split('X').length - 1]!;
      // Before the common era the digits count down, and there is no -0000: 1 BCE is among 000X.
      return ends[1] < 0 ? years(ends[1], ends[0] || -1, precision) : years(...ends, precision);
    }
  }

  const y = Number(year);
  if (y === 0 && year.startsWith('-')) return 'expected 0000 for the year 1 BCE';
  if (month === undefined || month === 'XX') return years(y, y, 'year');

  const mm = Number(month);
  if (mm > 20 && mm < 25 && !day) {
    const first = 3 * (mm - 20);
    return covers(fromCivil({ year: y, month: first }), fromCivil({ year: y, month: first + 3 }), 'season');
  }
  if (mm < 1 || mm > 12) return 'expected a month from 01 to 12, or a season from 21 to 24';
  if (day === undefined || day === 'XX')
    return covers(fromCivil({ year: y, month: mm }), fromCivil({ year: y, month: mm + 1 }), 'month');

  const dd = Number(day);
  const last = daysInMonth(y, mm);
  if (dd < 1 || dd > last) return `expected a day from 01 to ${last}`;
  const midnight = fromCivil({ year: y, month: mm, day: dd });
  if (hour === undefined) return covers(midnight, midnight + 1440 * MINUTE, 'day');

  const seconds = Number(second ?? 0);
  const time =
    (Number(hour) * 60 + Number(minute)) * MINUTE +
    seconds * 1000 +
    Number(`${fraction ?? ''}000`.slice(0, 3));
  if (Number(minute) > 59 || seconds > 60 || (hour >= '24' && time !== 1440 * MINUTE))
    return 'expected a time from 00:00 to 24:00';
  const precision = fraction ? 'millisecond' : second ? 'second' : 'minute';
  const wall = midnight + time;
  if (offset === undefined) return covers(wall, wall, precision);

  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(3).replace(':', ''));
  const east = offset === 'Z' ? 0 : offset.startsWith('-') ? -minutes : minutes;
  if (Number(offset.slice(-2)) > 59 || east < -720 || east > 840 || Object.is(east, -0))
    return 'expected an offset from -12:00 to +14:00, or Z';
  const instant = wall - east * MINUTE;
  const shown = fromInstant(instant, timeZone);
  return covers(shown, shown, precision, instant);
}
