import { fromCivil, toCivil } from '../time/civil.js';
import { DAY, MINUTE, SECOND, type EpochMs, type TimeSpan } from '../time/epoch-ms.js';
import { dayText, timeText, two, yearText } from '../time/write-edtf.js';

/** A step of the calendar that an end of a view may be written by. */
interface Step {
  /** The nearest moment that such a step begins at. */
  near(at: EpochMs): EpochMs;
  /** The step that begins at, or (`last`) ends with, such a moment. */
  write(at: EpochMs, last: boolean): string;
}

/** Years beyond which EDTF has no months and days. */
const FARTHEST = 999_999;
/** The share of a px that a written end may be off. */
const OFF = 0.25;
/** The share of a view that an end may be off where nothing finer can be written. */
const TOO_FAR = 0.02;

const nearer = (at: EpochMs, a: EpochMs, b: EpochMs): EpochMs => (at - a <= b - at ? a : b);

const YEAR: Step = {
  near: at => {
    const { year } = toCivil(at);
    return nearer(at, fromCivil({ year }), fromCivil({ year: year + 1 }));
  },
  write: (at, last) => yearText(toCivil(at).year - (last ? 1 : 0), true),
};

const MONTH: Step = {
  near: at => {
    const { year, month } = toCivil(at);
    return nearer(at, fromCivil({ year, month }), fromCivil({ year, month: month + 1 }));
  },
  write: (at, last) => {
    const { year, month } = toCivil(last ? at - DAY : at);
    return `${yearText(year)}-${two(month)}`;
  },
};

const DAYS: Step = {
  near: at => Math.round(at / DAY) * DAY,
  write: (at, last) => dayText(last ? at - DAY : at),
};

/** A time of day is a moment: as an end it is that moment, not what follows until the next. */
const timed = (precision: 'minute' | 'second' | 'millisecond', length: number): Step => ({
  near: at => Math.round(at / length) * length,
  write: at => dayText(at) + timeText(at, precision),
});

/** From coarse to fine. */
const STEPS: readonly Step[] = [
  YEAR,
  MONTH,
  DAYS,
  timed('minute', MINUTE),
  timed('second', SECOND),
  timed('millisecond', 1),
];

/**
 * A view as an EDTF interval, each end by the coarsest step of the calendar that is a quarter of a px from it at the most, so
 * that a view of months names months. `null` where EDTF can't tell where it is, as of some days a million years away.
 */
export function viewText({ start, end }: TimeSpan, width: number): string | null {
  const length = end - start;
  const text = (at: EpochMs, last: boolean): string | null => {
    const steps = Math.abs(toCivil(at).year) < FARTHEST ? STEPS : [YEAR];
    const off = (step: Step): number => Math.abs(step.near(at) - at);
    const step = steps.find(each => off(each) <= (length / Math.max(1, width)) * OFF) ?? steps.at(-1)!;
    return off(step) <= length * TOO_FAR ? step.write(step.near(at), last) : null;
  };
  const [first, last] = [text(start, false), text(end, true)];
  return first === null || last === null ? null : `${first}/${last}`;
}
