import { DAY, type EpochMs } from './epoch-ms.js';

/** The unit that a written date moves by: so many months of its calendar, or so many ms. */
export interface DateStep {
  readonly unit: 'months' | 'ms';
  readonly size: number;
}

export const months = (size: number): DateStep => ({ unit: 'months', size });
export const milliseconds = (size: number): DateStep => ({ unit: 'ms', size });

export const YEAR_STEP = months(12);
export const DAY_STEP = milliseconds(DAY);

/** A month of the mean Gregorian year. */
const MONTH: EpochMs = (365.2425 / 12) * DAY;

/** How long a step is, months taken at their mean length. */
export const stepLength = ({ unit, size }: DateStep): EpochMs => (unit === 'ms' ? size : size * MONTH);

/** The nearest whole number, halves away from 0, so that what goes there comes back. */
export const nearestCount = (n: number): number => Math.sign(n) * Math.round(Math.abs(n)) || 0;

/** By how many steps something moves that should move by `length`. */
export const stepsIn = (length: EpochMs, step: DateStep): number => nearestCount(length / stepLength(step));

/** Minutes, seconds and fractions are given by the clock's own round numbers, years by powers of ten. */
const CLOCK = [1, 5, 15, 30, 60, 180, 360, 720].map(minutes => minutes * 60_000);

/**
 * How many steps to move by at once where a px stands for `msPerPx`, so that a pointer says no more than it can: a time of day by
 * quarters of an hour, say, a year of deep time by millions. Days and months are never left out.
 */
export function stepsAtOnce(step: DateStep, msPerPx: number): number {
  const least = 2 * msPerPx;
  if (step.unit === 'ms') {
    if (step.size >= DAY) return 1;
    return (CLOCK.find(size => size >= least && size % step.size === 0) ?? DAY) / step.size;
  }
  if (step.size < YEAR_STEP.size) return 1;
  return 10 ** Math.max(0, Math.ceil(Math.log10(least / 2 / stepLength(step))));
}
