import type { TimeSpan } from './epoch-ms.js';
import { CALENDARS, type CalendarName } from './julian.js';

/** The digits of a date, each of which may be `X`, for any. */
export interface DatePattern {
  readonly year: YearPattern;
  /** Two digits each; `XX` too where a date ends before them. */
  readonly month: string;
  readonly day: string;
}

export interface YearPattern {
  readonly digits: string;
  readonly negative: boolean;
}

/** From the earliest on, or from the latest back. */
type Direction = 1 | -1;

/**
 * The stretch from the earliest real date that fits a pattern to the latest, both included, or, where
 * none does, the remedy. Only 29 February depends on the year: what exists in no first year and in no
 * first leap year does not exist. So no more than two years are looked into from either side.
 */
export function patternSpan({ year, month, day }: DatePattern, name: CalendarName): TimeSpan | string {
  const calendar = CALENDARS[name];
  const leapYear = (direction: Direction): number | undefined => {
    if (/[13579]$/.test(year.digits)) return undefined; // No need to look at a thousand odd years.
    return findYear(year, direction, y => calendar.daysInMonth(y, 2) > 28);
  };
  const months = fitting(month, 12);
  if (!months.length)
    return `expected a month from 01 to 12${day === 'XX' ? ', or a code of a part of a year from 21 to 41' : ''}`;
  const midnightIn = (y: number | undefined, direction: Direction): number | undefined => {
    if (y === undefined) return undefined;
    for (let i = 0; i < months.length; i++) {
      const m = months.at(direction > 0 ? i : -1 - i)!;
      const days = fitting(day, calendar.daysInMonth(y, m));
      if (days.length) return calendar.midnight(y, m, direction > 0 ? days[0]! : days.at(-1)! + 1);
    }
  };
  const edge = (direction: Direction): number | undefined =>
    midnightIn(findYear(year, direction), direction) ?? midnightIn(leapYear(direction), direction);

  const [start, end] = [edge(1), edge(-1)];
  if (start !== undefined && end !== undefined) return { start, end };
  const y = leapYear(1) ?? findYear(year, 1)!;
  return `expected a day from 01 to ${Math.max(...months.map(m => calendar.daysInMonth(y, m)))}`;
}

/**
 * The first year from one side that fits a pattern and is as wanted. Before the common era the digits
 * count down, and there is no -0000.
 */
export function findYear(
  { digits, negative }: YearPattern,
  direction: Direction,
  isWanted: (year: number) => boolean = () => true,
): number | undefined {
  const count = 10 ** (digits.split('X').length - 1);
  const ascending = direction > 0 !== negative;
  for (let i = 0; i < count; i++) {
    const size = filled(digits, ascending ? i : count - 1 - i);
    if (negative && size === 0) continue;
    const year = negative ? -size : size;
    if (isWanted(year)) return year;
  }
  return undefined;
}

/** The number that a pattern becomes with the digits of `rest` in place of its `X`. */
function filled(pattern: string, rest: number): number {
  let n = 0;
  for (let i = pattern.length - 1, weight = 1; i >= 0; i--, weight *= 10) {
    const isOpen = pattern[i] === 'X';
    n += weight * (isOpen ? rest % 10 : Number(pattern[i]));
    if (isOpen) rest = Math.floor(rest / 10);
  }
  return n;
}

/** The numbers from 1 to `last`, of two digits, that fit a pattern. */
function fitting(pattern: string, last: number): number[] {
  const fits = (digit: number, at: number) => pattern[at] === 'X' || pattern[at] === String(digit);
  const numbers = Array.from({ length: pattern.length === 2 ? last : 0 }, (_, i) => i + 1);
  return numbers.filter(n => fits(Math.floor(n / 10), 0) && fits(n % 10, 1));
}
