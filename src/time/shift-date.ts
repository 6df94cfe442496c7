import { readInput, type DateFields } from './date-input.js';
import type { DatePoint } from './date-point.js';
import type { Precision } from './dated-span.js';
import {
  DAY_STEP,
  milliseconds,
  months,
  nearestCount,
  stepLength,
  stepsIn,
  type DateStep,
} from './date-step.js';
import type { Reading } from './edtf.js';
import { readYear, type WrittenYear } from './edtf-year.js';
import { textShifter, type Shifter } from './shift-text.js';
import { takeApart } from './written-date.js';

/** Returns how one date moves, of whatever type it is: it stays of that type. Null for what is no date, or can't move. */
export function dateShifter(input: unknown, reading: Reading): Shifter | null {
  if (typeof input === 'string') return textShifter(input, reading);
  const point = readInput(input, reading);
  if (typeof point === 'string') return null;
  if (isTemporal(input)) return ownShifter(point, reading, (n, unit) => input.add({ [`${unit}s`]: n }));
  const { instant } = point.known;
  if (instant === undefined) return fieldsShifter(input as DateFields, point);
  const isNumber = typeof input === 'number';
  return ownShifter(point, reading, (n, _, { size }) =>
    isNumber ? input + n * size : new Date(instant + n * size),
  );
}

/**
 * Returns two dates (or one) so many steps later: steps of the one that is known less finely. The other moves by the same stretch
 * of time, in whole units of its own. Null where one of them can't move so far.
 */
export function shiftTogether(shifters: readonly Shifter[], n: number, reading: Reading): unknown[] | null {
  const leader = coarsest(shifters);
  const lead = leader.shift(n);
  const moved = shifters.map(shifter => {
    if (shifter === leader) return lead;
    return shifter.shift(lead === null ? 0 : followingSteps(shifter.step, leader, n, lead, reading));
  });
  return moved.includes(null) ? null : moved;
}

/** Of some dates the one that is known the least finely: together, they move by its unit. */
export const coarsest = (shifters: readonly Shifter[]): Shifter =>
  shifters.reduce((a, b) => (stepLength(b.step) > stepLength(a.step) ? b : a));

/** How many steps of its own one date moves while another moves `n` of its own, to `lead`. */
function followingSteps(step: DateStep, leader: Shifter, n: number, lead: unknown, reading: Reading): number {
  if (step.unit === leader.step.unit) return nearestCount((n * leader.step.size) / step.size);
  // A month is as long as it is there.
  const there = dateShifter(lead, reading)!.point.start;
  return stepsIn(there - leader.point.start, step);
}

interface Temporal {
  add(duration: Record<string, number>): unknown;
}

/** Other objects have an `add`, too, which changes them. */
const isTemporal = (input: unknown): input is Temporal =>
  typeof input === 'object' &&
  input !== null &&
  ('epochMilliseconds' in input || 'calendarId' in input) &&
  'add' in input;

/** What moves by a unit that has a name. */
function ownShifter(
  point: DatePoint,
  reading: Reading,
  add: (n: number, unit: Precision, step: DateStep) => unknown,
): Shifter {
  const { precision } = point.known;
  const step = stepOf(precision);
  return {
    point,
    step,
    shift(n) {
      try {
        const shifted = add(n, precision, step);
        return typeof readInput(shifted, reading) === 'string' ? null : shifted;
      } catch {
        return null; // Temporal ends somewhere, and says so by throwing.
      }
    },
  };
}

/** What instants and the dates of Temporal move by. */
function stepOf(precision: Precision): DateStep {
  if (precision === 'month') return months(1);
  if (precision === 'day') return DAY_STEP;
  return milliseconds(precision === 'minute' ? 60_000 : precision === 'second' ? 1000 : 1);
}

/** The numbers of a date move as its text would. */
function fieldsShifter(fields: DateFields, { source, calendar }: DatePoint): Shifter | null {
  const shifter = textShifter(source, { timeZone: 'UTC', calendar: calendar ?? 'gregorian' });
  return (
    shifter && {
      ...shifter,
      shift(n) {
        const text = shifter.shift(n);
        return text === null ? null : withNumbers(fields, text);
      },
    }
  );
}

/** The fields with the numbers of a text, each of the type that it has, counted in their era where they name one. */
function withNumbers(fields: DateFields, text: string): DateFields {
  const [first, month, day] = takeApart(text)!.parts;
  const { digits, negative } = readYear(first!.text) as WrittenYear;
  const year = negative ? -Number(digits) : Number(digits);
  const { era } = fields;
  const shifted: Record<string, unknown> = {
    year,
    month: month && Number(month.text),
    day: day && Number(day.text),
  };
  if (era) {
    const isBefore = /^b/i.test(era);
    shifted.year = year < 1 ? 1 - year : year;
    if (year < 1 !== isBefore) shifted.era = isBefore ? 'ce' : 'bce';
  }
  const numbers = Object.entries(shifted)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]): [string, unknown] => [
      name,
      typeof fields[name as keyof DateFields] === 'string' ? String(value) : value,
    ]);
  return { ...fields, ...Object.fromEntries(numbers) };
}
