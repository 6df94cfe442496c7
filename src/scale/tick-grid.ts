import { fromCivil, toCivil } from '../time/civil.js';
import { DAY, HOUR, MINUTE, SECOND, type EpochMs, type TimeSpan } from '../time/epoch-ms.js';

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
/** The shortest of each unit. */
const SIZE: Readonly<Record<TickUnit, number>> = {
  millisecond: 1,
  second: SECOND,
  minute: MINUTE,
  hour: HOUR,
  day: DAY,
  week: 7 * DAY,
  month: 28 * DAY,
  year: 365 * DAY,
};

/** Every `step`-th of a unit, as a step. */
export function tickStep(unit: TickUnit, step: number): TickStep {
  const min = SIZE[unit] * step;
  // The widest gaps: 29 → 1 and 1 CE → 4 CE, 15 → 1 of a long month.
  return { unit, step, min, max: min * (min < DAY || unit === 'week' ? 1 : step === 2 ? 1.5 : 1.22) };
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
export function stepAt(index: number): TickStep {
  const n = index - BELOW_YEAR.length;
  return BELOW_YEAR[index] ?? tickStep('year', [1, 2, 5][n % 3]! * 10 ** Math.floor(n / 3));
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
 * 200, strictly increasing. Days of the month begin anew at each 1st; one that would crowd the next
 * 1st is left out. Years before 1 are round in their own era (500 BCE, not year −500); the year 1
 * always stands between the eras, and 2 CE gives way to it.
 */
export function ticksWithin({ unit, step }: TickStep, view: TimeSpan): EpochMs[] {
  const [index, at] = grid(unit, step);
  const found: EpochMs[] = [];
  let last = -Infinity;
  for (let i = index(view.start), n = 0; n < 2 * LIMIT && found.length < LIMIT; i++, n++) {
    const tick = at(i);
    if (tick >= view.end) break;
    if (tick > last) found.push((last = tick));
  }
  return found;
}

/** Numbers the ticks in order: the number of the last at or before a moment, and the tick of a number, NaN where it is left out. */
function grid(
  unit: TickUnit,
  step: number,
): [index: (at: EpochMs) => number, at: (index: number) => EpochMs] {
  if (unit === 'year')
    return [
      at => {
        const { year } = toCivil(at);
        return Math.floor((year > 0 ? year : year - 1) / step);
      },
      i => (step < 3 && i === step - 1 ? NaN : fromCivil({ year: i > 0 ? i * step : 1 + i * step })),
    ];
  const month = (at: EpochMs): number => {
    const civil = toCivil(at);
    return civil.year * 12 + civil.month - 1;
  };
  const monthStart = (n: number): EpochMs => fromCivil({ year: 0, month: n + 1 });
  if (unit === 'month') return [at => Math.floor(month(at) / step), i => monthStart(i * step)];
  if (unit === 'day') {
    const perMonth = Math.ceil(31 / step);
    return [
      at => month(at) * perMonth + Math.floor((toCivil(at).day - 1) / step),
      i => {
        const n = Math.floor(i / perMonth);
        const tick = monthStart(n) + (i - n * perMonth) * step * DAY;
        return monthStart(n + 1) - tick >= 0.75 * step * DAY ? tick : NaN;
      },
    ];
  }
  const size = SIZE[unit] * step;
  const base = unit === 'week' ? MONDAY : 0;
  return [at => Math.floor((at - base) / size), i => i * size + base];
}
