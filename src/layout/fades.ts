import { fromCivil, toCivil } from '../time/civil.js';
import type { DatedSpan, DateEnd, Precision } from '../time/dated-span.js';
import { DAY, HOUR, MINUTE, SECOND, type EpochMs } from '../time/epoch-ms.js';

const UNIT_MS: Readonly<Record<Precision, number>> = {
  millisecond: 1,
  second: SECOND,
  minute: MINUTE,
  hour: HOUR,
  day: DAY,
  month: 30 * DAY,
  season: 91 * DAY,
  quarter: 91 * DAY,
  quadrimester: 122 * DAY,
  semester: 183 * DAY,
  year: 365 * DAY,
  decade: 3652 * DAY,
  century: 36_524 * DAY,
  millennium: 365_242 * DAY,
};

/** The parts that a qualifier may speak of, from coarse to fine. */
const PARTS = ['year', 'month', 'day'] as const;

/** Lengths in ms of the fades at the two edges of a span, each centred on its edge; 0 where the edge is firm. */
export function fadesOf({ start, end, kind, from, to }: DatedSpan): { start: number; end: number } {
  // Subtracting 1 ms is lost in deep time.
  const last = kind === 'stretch' ? end - Math.max(1, Math.abs(end) * 2 ** -50) : start;
  return {
    start: Math.max(unitOf(from), 2 * (start - roundedYears(start, from).start) || 0),
    end: Math.max(unitOf(to), 2 * (roundedYears(last, to).end - end) || 0),
  };
}

/** One unit of the coarsest part that is approximate: `2004~-06-11` is so by a year, and so is `1950S3`. */
function unitOf({ approximate, precision, doubts, significantDigits }: DateEnd): number {
  if (!approximate && !significantDigits) return 0;
  const part = doubts && PARTS.find(name => doubts[name]?.approximate);
  return Math.max(UNIT_MS[precision], part ? UNIT_MS[part] : 0);
}

/** The years that have the significant digits of a year in common: 1900 to 1999 for `1950S2`. */
function roundedYears(at: EpochMs, { significantDigits }: DateEnd): { start: EpochMs; end: EpochMs } {
  if (!significantDigits || !Number.isFinite(at)) return { start: NaN, end: NaN };
  const { year } = toCivil(at);
  const size = 10 ** Math.max(0, `${Math.abs(year)}`.length - significantDigits);
  // Digits say how far it is from 0, on either side of it.
  const near = Math.trunc(year / size) * size;
  const far = near + (size - 1) * (Math.sign(year) || 1);
  return {
    start: fromCivil({ year: Math.min(near, far) }),
    end: fromCivil({ year: Math.max(near, far) + 1 }),
  };
}
