import { PROPORTIONAL, type Warp } from '../scale/warp.js';
import { civilIn } from '../time/civil-text.js';
import { lastMoment } from '../time/date-fields.js';
import type { DatedSpan, DateEnd, Precision } from '../time/dated-span.js';
import { DAY, HOUR, MINUTE, SECOND, type EpochMs, type TimeSpan } from '../time/epoch-ms.js';
import { CALENDARS } from '../time/julian.js';
import { significantYears } from '../time/significant-years.js';

/** About how long a unit is, in ms. */
export const UNIT_MS: Readonly<Record<Precision, number>> = {
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

/** Both edges firm: so are most, and layout asks often. */
export const FIRM: TimeSpan = { start: 0, end: 0 };

/** Lengths in ms of the fades at the two edges of a span, each centred on its edge; 0 where the edge is firm. */
export function fadesOf({ start, end, kind, from, to, calendar }: DatedSpan): TimeSpan {
  if (!(from.approximate || from.significantDigits || to.approximate || to.significantDigits)) return FIRM;
  const last = kind === 'stretch' ? lastMoment(end, to.precision) : start;
  return {
    start: Math.max(unitOf(from), 2 * (start - roundedYears(start, from, calendar).start) || 0),
    end: Math.max(unitOf(to), 2 * (roundedYears(last, to, calendar).end - end) || 0),
  };
}

/** The same on the line of a scale: each as long as the stretch about its edge is there. */
export function fadesOn({ place }: Warp, span: DatedSpan): TimeSpan {
  const fades = fadesOf(span);
  if (fades === FIRM || place === PROPORTIONAL.place) return fades;
  const length = (edge: EpochMs, fade: number): number =>
    Number.isFinite(edge) ? place(edge + fade / 2) - place(edge - fade / 2) : 0;
  return { start: length(span.start, fades.start), end: length(span.end, fades.end) };
}

/** One unit of the coarsest part that is approximate: `2004~-06-11` is so by a year, and so is `1950S3`. */
function unitOf({ approximate, precision, doubts, significantDigits }: DateEnd): number {
  if (!approximate && !significantDigits) return 0;
  const part = doubts && PARTS.find(name => doubts[name]?.approximate);
  return Math.max(UNIT_MS[precision], part ? UNIT_MS[part] : 0);
}

/** The years that have the significant digits of a year in common: 1900 to 1999 for `1950S2`. */
function roundedYears(at: EpochMs, { significantDigits }: DateEnd, calendar?: 'julian'): TimeSpan {
  if (!significantDigits || !Number.isFinite(at)) return { start: NaN, end: NaN };
  const [first, last] = significantYears(civilIn(calendar, at).year, significantDigits);
  const { midnight } = CALENDARS[calendar ?? 'gregorian'];
  return { start: midnight(first, 1, 1), end: midnight(last + 1, 1, 1) };
}
