import { fromCivil, toCivil } from '../time/civil.js';
import { DAY, type EpochMs, type TimeSpan } from '../time/epoch-ms.js';

/** How the years and months of a calendar lie in time, each numbered in order. */
export interface CalendarGrid {
  /** As `Intl` calls it; none for the Gregorian one. */
  readonly name?: string;
  /** Where the calendar can be told. */
  readonly reach: TimeSpan;
  /** The shortest year, in ms. */
  readonly shortYear: number;
  /** The widest distance of every `step`-th years, as a part of `step` short ones, where it is more than that of Gregorian ones. */
  readonly yearGap?: number;
  /** Numbers of months in a year; not each year need have them all. */
  readonly months: number;
  /** Moments whose texts are as wide as any: one in each month, all its numbers wide. */
  readonly samples: readonly EpochMs[];
  /** The year under way. Those from 1 on begin with an era, those before it go back from it. */
  yearAt(at: EpochMs): number;
  /** The first moment of a year; NaN where there is none of that number, and where every `step`-th is told and it would crowd the first of an era. */
  yearStart(year: number, step?: number): EpochMs;
  /** The month under way: `months` times its year, and its place in there, from 0. */
  monthAt(at: EpochMs): number;
  /** The first moment of a month; NaN where its year has no such month. */
  monthStart(month: number): EpochMs;
  /** The first moment after it. */
  monthEnd(month: number): EpochMs;
}

/** A moment 27 days into a month, all its numbers wide. */
export function wideMoment(monthStart: EpochMs, i: number): EpochMs {
  return (
    monthStart +
    27 * DAY +
    fromCivil({ year: 1970, hour: 11 + (i % 12), minute: 58, second: 58, millisecond: 888 })
  );
}

const monthStart = (month: number): EpochMs => fromCivil({ year: 0, month: month + 1 });

/** The proleptic Gregorian calendar, by arithmetic; years are astronomical (0 is 1 BCE). */
export const GREGORIAN: CalendarGrid = {
  reach: { start: -Infinity, end: Infinity },
  shortYear: 365 * DAY,
  months: 12,
  samples: Array.from({ length: 12 }, (_, i) => wideMoment(monthStart(24_000 + i), i)),
  yearAt: at => toCivil(at).year,
  yearStart: year => fromCivil({ year }),
  monthAt: at => {
    const { year, month } = toCivil(at);
    return year * 12 + month - 1;
  },
  monthStart,
  monthEnd: month => monthStart(month + 1),
};
