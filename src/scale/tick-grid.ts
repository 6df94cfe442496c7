import { DAY, HOUR, MINUTE, SECOND, type EpochMs, type TimeSpan } from '../time/epoch-ms.js';
import { GREGORIAN, type CalendarGrid } from './calendar-grid.js';

/** What ticks of an axis count. */
export type TickUnit = 'millisecond' | 'second' | 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year';

/** Every `step`-th of a unit, on round numbers. */
export interface TickStep {
  readonly unit: TickUnit;
  readonly step: number;
  /** The shortest and the longest distance of two neighbours, in ms. */
  readonly min: number;
  readonly max: number;
}

/** The most ticks that are ever made. */
const LIMIT = 200;

const MONDAY = 4 * DAY;
/** The shortest of each unit; years differ between calendars. */
const SIZE: Readonly<Record<Exclude<TickUnit, 'year'>, number>> = {
  millisecond: 1,
  second: SECOND,
  minute: MINUTE,
  hour: HOUR,
  day: DAY,
  week: 7 * DAY,
  month: 28 * DAY,
};

/** Every `step`-th of a unit, as a step. */
export function tickStep(unit: TickUnit, step: number, calendar = GREGORIAN): TickStep {
  const min = (unit === 'year' ? calendar.shortYear : SIZE[unit]) * step;
  // The widest gaps: 29 → 1 and the years 1 → 4, 15 → 1 of a long month, the 10th month → 1 of a leap year of 13.
  const widest = Math.max(
    step === 2 || step === 3 ? 1.55 : 1.25,
    unit === 'year' ? (calendar.yearGap ?? 1) : 1,
  );
  return { unit, step, min, max: min * (min < DAY || unit === 'week' ? 1 : widest) };
}

const steps = (unit: TickUnit, ...counts: number[]): TickStep[] => counts.map(n => tickStep(unit, n));
const BELOW_YEAR: readonly TickStep[] = [
  ...steps('millisecond', 1, 2, 5, 10, 20, 50, 100, 200, 500),
  ...steps('second', 1, 2, 5, 15, 30),
  ...steps('minute', 1, 2, 5, 15, 30),
  ...steps('hour', 1, 2, 3, 6, 12),
  ...steps('day', 1, 2),
  ...steps('week', 1),
  ...steps('day', 14),
  ...steps('month', 1, 3, 6),
];

/** The last step on the ladder: 100 billion years. */
export const LAST_STEP = BELOW_YEAR.length + 33;

/** The steps that axes use, from the finest on: calendar steps below a year, 1, 2 and 5 · 10ⁿ years above. */
export function stepAt(index: number, calendar = GREGORIAN): TickStep {
  const n = index - BELOW_YEAR.length;
  return BELOW_YEAR[index] ?? tickStep('year', [1, 2, 5][n % 3]! * 10 ** Math.floor(n / 3), calendar);
}

/** The unit that stands above another on an axis; years stand alone. */
export const LARGER: Readonly<Partial<Record<TickUnit, TickUnit>>> = {
  millisecond: 'second',
  second: 'minute',
  minute: 'day',
  hour: 'day',
  day: 'month',
  week: 'month',
  month: 'year',
};

/** Whether each tick of `coarse` is one of `fine` as well. */
export function nests(fine: TickStep, coarse: TickStep): boolean {
  if (fine.unit === coarse.unit) return coarse.step % fine.step === 0;
  return fine.unit !== 'week' && !(coarse.unit === 'week' && fine.step > 1 && fine.unit === 'day');
}

/**
 * The ticks of a step from the one under way at the view's start to the last before its end, at most
 * 200, strictly increasing. Days of the month begin anew at each 1st, every third month with each
 * year; one that would crowd the next beginning is left out. Years before 1 are round in their own
 * era (500 BCE, not year −500); the year 1 always stands between the eras, and the year 2 gives way to it.
 */
export function ticksWithin({ unit, step }: TickStep, view: TimeSpan, calendar = GREGORIAN): EpochMs[] {
  const [index, at] = grid(unit, step, calendar);
  const found: EpochMs[] = [];
  let last = -Infinity;
  for (let i = index(view.start), n = 0; n < 2 * LIMIT && found.length < LIMIT; i++, n++) {
    const tick = at(i);
    if (tick >= view.end) break;
    if (tick > last) found.push((last = tick));
  }
  return found;
}

/** The number of the last tick at or before a moment, and the tick of a number, NaN where it is left out. */
type Grid = [index: (at: EpochMs) => number, at: (index: number) => EpochMs];

/** Numbers the ticks in order. */
function grid(unit: TickUnit, step: number, calendar: CalendarGrid): Grid {
  const { months, monthAt, monthStart } = calendar;
  if (unit === 'year')
    return [
      at => {
        const year = calendar.yearAt(at);
        return Math.floor((year > 0 ? year : year - 1) / step);
      },
      i => (step === 2 && i === 1 ? NaN : calendar.yearStart(i > 0 ? i * step : 1 + i * step, step)),
    ];
  if (unit === 'month') {
    const place = (at: EpochMs): number => monthAt(at) - months * Math.floor(monthAt(at) / months);
    return anew(
      Math.ceil(months / step),
      at => [Math.floor(monthAt(at) / months), Math.floor(place(at) / step)],
      (year, n) => monthStart(year * months + n * step),
      year => monthStart((year + 1) * months),
      step > 1 ? step * SIZE.month : 1,
    );
  }
  if (unit === 'day') {
    const size = step * DAY;
    return anew(
      Math.ceil(31 / step),
      at => [monthAt(at), Math.floor((at - monthStart(monthAt(at))) / size)],
      (month, n) => monthStart(month) + n * size,
      calendar.monthEnd,
      size,
    );
  }
  const size = SIZE[unit] * step;
  const base = unit === 'week' ? MONDAY : 0;
  return [at => Math.floor((at - base) / size), i => i * size + base];
}

/** A grid of parts that begin anew with each whole; one that would crowd the next whole is left out. */
function anew(
  perWhole: number,
  placeOf: (at: EpochMs) => [whole: number, part: number],
  start: (whole: number, part: number) => EpochMs,
  end: (whole: number) => EpochMs,
  size: number,
): Grid {
  return [
    at => {
      const [whole, part] = placeOf(at);
      return whole * perWhole + part;
    },
    i => {
      const whole = Math.floor(i / perWhole);
      const tick = start(whole, i - whole * perWhole);
      return end(whole) - tick >= 0.75 * size ? tick : NaN;
    },
  ];
}
