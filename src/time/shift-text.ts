import { toCivil } from './civil.js';
import type { DatePoint } from './date-point.js';
import { DAY_STEP, milliseconds, months, YEAR_STEP, type DateStep } from './date-step.js';
import { readDate, type Reading } from './edtf.js';
import { readYear } from './edtf-year.js';
import { CALENDARS, toJulian } from './julian.js';
import { shiftYear, yearStep } from './shift-year.js';
import { subYearKind } from './sub-year.js';
import { readTimeOfDay } from './time-of-day.js';
import { two } from './write-edtf.js';
import { joinDate, takeApart, type WrittenDate } from './written-date.js';

/** A date, what it covers, the unit that it moves by, and the same date so many of those later. */
export interface Shifter<T = unknown> {
  readonly point: DatePoint;
  readonly step: DateStep;
  /** Null where no such date can be written. */
  shift(n: number): T | null;
}

/** What the moving of a text does to its parts. */
interface Move {
  readonly step: DateStep;
  to(n: number): WrittenDate;
}

/**
 * Returns how a written date moves, in units of its own precision. Only its digits change: spelling, qualifiers, an offset and what
 * is unspecified stay as they are written. Null for what is no date, or has no digit to move.
 */
export function textShifter(text: string, reading: Reading): Shifter<string> | null {
  const point = readDate(text.trim(), reading);
  const written = takeApart(text.trim());
  if (typeof point === 'string' || !written) return null;
  const move = moveOf(written, point, reading);
  return (
    move && {
      point,
      step: move.step,
      shift(n) {
        if (n === 0) return text;
        const shifted = joinDate(move.to(n));
        const again = readDate(shifted, reading);
        // Years have an end; some dates that are unspecified in part are in no other year.
        return typeof again === 'string' || again.known.precision !== point.known.precision ? null : shifted;
      },
    }
  );
}

function moveOf(written: WrittenDate, { known }: DatePoint, reading: Reading): Move | null {
  const { parts, time } = written;
  const year = parts[0]!.text;
  const { unspecified, subYear, precision } = known;
  if (year.includes('X') || unspecified) {
    const step = yearStep(year);
    return step && { step, to: n => withParts(written, shiftYear(year, n, parts.length === 1)) };
  }
  if (time) return timeMove(written, reading);
  if (subYear) return subYearMove(written, subYear);
  if (precision === 'day') {
    return { step: DAY_STEP, to: n => atDay(written, dayOf(written, reading) + n * DAY_STEP.size, reading) };
  }
  if (precision === 'month') {
    const month = Number(parts[1]!.text) - 1;
    return { step: months(1), to: n => inMonth(written, month + n, 12, m => two(m + 1)) };
  }
  return {
    step: yearStep(year) ?? YEAR_STEP,
    to: n => withParts(written, shiftYear(year, n, parts.length === 1)),
  };
}

/** The date with other texts for its year, month and day; what is not named stays. */
const withParts = (written: WrittenDate, ...texts: (string | undefined)[]): WrittenDate => ({
  ...written,
  parts: written.parts.map((part, i) => ({ ...part, text: texts[i] ?? part.text })),
});

/** The date in the part of a year with that number, counted from 0 and on into other years. */
function inMonth(
  written: WrittenDate,
  place: number,
  count: number,
  name: (n: number) => string,
): WrittenDate {
  const years = Math.floor(place / count);
  const year = shiftYear(written.parts[0]!.text, years, false);
  return withParts(written, year, name(place - years * count));
}

/** Seasons move among the seasons of their hemisphere, quarters among quarters, in the order in which they begin. */
function subYearMove(written: WrittenDate, code: number): Move {
  const of = (other: number) => subYearKind(other)!;
  const [first, count] =
    code > 39 ? [40, 2] : code > 36 ? [37, 3] : [21 + 4 * Math.floor((code - 21) / 4), 4];
  const codes = Array.from({ length: count }, (_, i) => first + i).sort((a, b) => of(a).month - of(b).month);
  return {
    step: months(of(code).months),
    to: n => inMonth(written, codes.indexOf(code) + n, count, place => String(codes[place])),
  };
}

/** The moment at which the day begins that is written. */
function dayOf({ parts }: WrittenDate, { calendar }: Reading): number {
  const [, month, day] = parts.map(({ text }) => Number(text));
  return CALENDARS[calendar].midnight(yearNumber(parts[0]!.text), month!, day!);
}

function atDay(written: WrittenDate, midnight: number, { calendar }: Reading): WrittenDate {
  const before = yearNumber(written.parts[0]!.text);
  const { year, month, day } = (calendar === 'julian' ? toJulian : toCivil)(midnight);
  return withParts(written, shiftYear(written.parts[0]!.text, year - before, false), two(month), two(day));
}

/** An exact year, astronomical. */
function yearNumber(text: string): number {
  const { digits, negative } = readYear(text) as { digits: string; negative: boolean };
  return negative ? -Number(digits) : Number(digits);
}

// Seconds, the point or comma of a fraction and its digits, offset.
const CLOCK = /^T\d\d:\d\d(:\d\d)?(?:([.,])(\d+))?(.*)$/;

/** A time moves by the last of its digits that counts; digits of less than a millisecond stay. */
function timeMove(written: WrittenDate, reading: Reading): Move {
  const read = readTimeOfDay(written.time) as { time: number };
  const [, seconds, point = '', fraction = '', offset = ''] = CLOCK.exec(written.time)!;
  const told = Math.min(3, fraction.length);
  const size = fraction ? 1000 / 10 ** told : seconds ? 1000 : 60_000;
  const moment = dayOf(written, reading) + read.time;
  return {
    step: milliseconds(size),
    to(n) {
      const at = moment + n * size;
      const { hour, minute, second, millisecond } = toCivil(at);
      const digits = String(millisecond).padStart(3, '0').slice(0, told) + fraction.slice(told);
      const clock = `T${two(hour)}:${two(minute)}${seconds ? `:${two(second)}` : ''}`;
      const midnight = at - (((hour * 60 + minute) * 60 + second) * 1000 + millisecond);
      return { ...atDay(written, midnight, reading), time: clock + point + digits + offset };
    },
  };
}
