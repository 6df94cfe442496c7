import { DAY, MINUTE } from './epoch-ms.js';
import type { Precision } from './dated-span.js';

/** A time as it is written behind a date. */
export interface TimeOfDay {
  /** Milliseconds since midnight; what is finer is cut off. */
  readonly time: number;
  readonly precision: Precision;
  /** Milliseconds that its clock is ahead of UTC, where an offset is written. */
  readonly ahead?: number;
}

// Hour, minute, second, fraction, offset.
const TIME = /^T(\d\d):(\d\d)(?::(\d\d)(?:[.,](\d+))?)?(Z|[+-]\d\d(?::?\d\d)?)?$/;

/**
 * Reads a time of ISO 8601, `T` and all: to the minute, the second or any fraction of it, `24:00` for
 * the end of the day and `:60` for a leap second, which is the next minute's first. An offset is `Z`
 * or from -12:00 to +14:00. Returns the remedy for what is none.
 */
export function readTimeOfDay(text: string): TimeOfDay | string {
  const m = TIME.exec(text);
  if (!m) return 'expected a time such as T10:30, T10:30:15 or T10:30Z';
  const [, hour, minute, second, fraction = '', offset] = m;
  const seconds = Number(second ?? 0);
  const time =
    (Number(hour) * 60 + Number(minute)) * MINUTE + seconds * 1000 + Number(`${fraction}000`.slice(0, 3));
  if (Number(minute) > 59 || seconds > 60 || (hour! >= '24' && time !== DAY))
    return 'expected a time from 00:00 to 24:00';
  const precision = fraction ? 'millisecond' : second ? 'second' : 'minute';
  if (offset === undefined) return { time, precision };
  if (offset === 'Z') return { time, precision, ahead: 0 };

  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(3).replace(':', ''));
  const ahead = offset.startsWith('-') ? -minutes : minutes;
  if (Number(offset.slice(-2)) > 59 || ahead < -720 || ahead > 840 || Object.is(ahead, -0))
    return 'expected an offset from -12:00 to +14:00, or Z';
  return { time, precision, ahead: ahead * MINUTE };
}
