import { dateFormat } from '../language/intl.js';
import { fromCivil } from '../time/civil.js';
import { CALENDARS_END } from '../time/date-fields.js';
import { DAY, type EpochMs, type TimeSpan } from '../time/epoch-ms.js';
import { GREGORIAN, wideMoment, type CalendarGrid } from './calendar-grid.js';
import { remember } from './remember.js';

/** What `Intl` says of a day. */
interface DayFields {
  /** 0 outside the era of today: such years are counted otherwise, often backwards. */
  readonly year: number;
  readonly day: number;
  readonly era: string;
}

/** More than any month has, less than any two. */
const OVER_A_MONTH = 32;
/** No calendar needs as many steps from where a year is thought to begin to where it does. */
const STEPS = 60;
/** Years from which the mean year is taken. */
const YEARS = 400;
/** Months of a leap year of the calendars of sun and moon; those of Egypt and Ethiopia always have as many. */
const MONTHS = 13;

const grids = new Map<string, CalendarGrid>();

/** The grid of a calendar for a stretch of time: the Gregorian one where the other is unknown, or not known so far. */
export function calendarGrid(name: string | undefined, within: TimeSpan): CalendarGrid {
  if (!name) return GREGORIAN;
  let grid = grids.get(name);
  if (!grid) {
    if (grids.size >= 40) grids.clear();
    grids.set(name, (grid = makeGrid(name)));
  }
  return within.start >= grid.reach.start && within.end <= grid.reach.end ? grid : GREGORIAN;
}

function makeGrid(name: string): CalendarGrid {
  try {
    // A calendar that is not known is taken for the Gregorian one; of ISO 8601 Intl has no names of months.
    const { calendar } = dateFormat('en', { calendar: name }).resolvedOptions();
    if (calendar === 'gregory' || calendar === 'iso8601') return GREGORIAN;
    return name === 'japanese' ? japanese() : probed(name);
  } catch {
    return GREGORIAN;
  }
}

/** What `Intl` says of the day of a number, counted from 1970-01-01. Throws a `RangeError` where it has no such calendar. */
function dayFields(calendar: string): (day: number) => DayFields {
  const format = dateFormat('en-u-nu-latn', {
    calendar,
    era: 'short',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  });
  // Half of a leap year of three screens: 200 months, each asked for twice.
  return remember(day => {
    const part: Partial<Record<string, string>> = {};
    for (const { type, value } of format.formatToParts(day * DAY)) part[type] = value;
    return {
      year: Number(part.year ?? part.relatedYear) || 0,
      day: Number(part.day) || 1,
      era: part.era ?? '',
    };
  }, 4000);
}

/**
 * A calendar of `Intl`, told by what `formatToParts` says of its days. A month begins as many days
 * ago as its day says. Years are found from the mean year, then month by month. Reaches from the year 1
 * of today's era to the year 9999 CE; where its months are Gregorian, from 1583: `Intl` reads those before as Julian.
 */
function probed(name: string): CalendarGrid {
  const fields = dayFields(name);
  const today = fields(0);
  const yearOf = (day: number): number => (fields(day).era === today.era ? fields(day).year : 0);

  const monthOf = (day: number): number => day - fields(day).day + 1;
  const nextMonth = (start: number): number => monthOf(start + OVER_A_MONTH);
  const settle = (near: number, year: number): number => {
    let start = monthOf(near);
    for (let n = 0; n < STEPS && yearOf(start) < year; n++) start = nextMonth(start);
    for (let n = 0; n < STEPS && yearOf(start - 1) >= year; n++) start = monthOf(start - 1);
    return start;
  };

  const later = Math.round(YEARS * 365.2425);
  const [first, last] = [yearOf(0), yearOf(later)];
  const origin = settle(0, first);
  const mean = (settle(later, last) - origin) / (last - first);
  if (!(first > 0 && mean > 350 && mean < 370)) return GREGORIAN;

  const yearStart = remember(year => settle(Math.round(origin + (year - first) * mean), year));
  /** First days of a year's months, then that of the next year. */
  const monthsOf = remember((year: number): readonly number[] => {
    const end = yearStart(year + 1);
    const starts = [yearStart(year)];
    for (let start = nextMonth(starts[0]!); start < end && starts.length < MONTHS; start = nextMonth(start))
      starts.push(start);
    return [...starts, end];
  });
  const ofMonth = (month: number, after: number): EpochMs => {
    const year = Math.floor(month / MONTHS);
    const days = monthsOf(year);
    const place = month - year * MONTHS;
    return place < days.length - 1 ? days[place + after]! * DAY : NaN;
  };
  const recent = yearOf(Math.round(55 * 365.2425));
  return {
    name,
    reach: {
      start: name === 'buddhist' ? fromCivil({ year: 1583 }) : yearStart(1) * DAY,
      end: CALENDARS_END,
    },
    shortYear: Math.floor(mean > 360 ? 353 : mean) * DAY,
    months: MONTHS,
    samples: [0, 1, 2]
      .flatMap(n => monthsOf(recent - n).slice(0, -1))
      .map((day, i) => wideMoment(day * DAY, i)),
    yearAt: at => yearOf(Math.floor(at / DAY)),
    yearStart: year => yearStart(year) * DAY,
    monthAt: at => {
      const day = Math.floor(at / DAY);
      const year = yearOf(day);
      return year * MONTHS + monthsOf(year).findLastIndex((start, i) => start <= day && i < MONTHS);
    },
    monthStart: month => ofMonth(month, 0),
    monthEnd: month => ofMonth(month, 1),
  };
}

/** Numbers of years that are set aside for each Japanese era. */
const ERA = 100;

/**
 * The Japanese calendar: Gregorian months, and years that begin anew with each era, the year `y` of
 * the era `n` having the number `100 n + y`. Reaches from 1873, when Japan gave up counting months by
 * the moon, which `Intl` does not tell, for as long as an era of today may last.
 */
function japanese(): CalendarGrid {
  const fields = dayFields('japanese');
  const start = fromCivil({ year: 1873 });
  const end = fromCivil({ year: 2100 });
  /** First days of the eras after a day, up to another. No era comes again: between two days of one there is no other. */
  const erasBetween = (before: number, after: number): number[] => {
    if (fields(before).era === fields(after).era) return [];
    if (after - before === 1) return [after];
    const middle = Math.floor((before + after) / 2);
    return [...erasBetween(before, middle), ...erasBetween(middle, after)];
  };
  const eras = [start / DAY, ...erasBetween(start / DAY, end / DAY)].map(day => {
    const at = day * DAY;
    return { at, first: GREGORIAN.yearAt(at) - fields(day).year + 1 };
  });
  return {
    ...GREGORIAN,
    name: 'japanese',
    reach: { start, end },
    yearGap: 2,
    yearAt: at => {
      const era = Math.max(
        0,
        eras.findLastIndex(({ at: since }) => since <= at),
      );
      return era * ERA + GREGORIAN.yearAt(at) - eras[era]!.first + 1;
    },
    yearStart: (number, step = 1) => {
      const n = Math.min(eras.length - 1, Math.floor(number / ERA));
      const { at, first } = eras[n]!;
      const year = number - n * ERA;
      if (year < 2) return at;
      const tick = fromCivil({ year: first + year - 1 });
      const least = step > 1 ? step * GREGORIAN.shortYear : 1;
      return tick - at >= least && (eras[n + 1]?.at ?? Infinity) - tick >= least ? tick : NaN;
    },
  };
}
