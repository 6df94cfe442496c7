import type { TimelineEvent } from '../data/timeline-event.js';
import type { Language } from '../language/language.js';
import { fromCivil, toCivil } from '../time/civil.js';
import { lastMoment } from '../time/date-fields.js';
import { PRECISIONS, type DatedSpan, type DateEnd, type Precision } from '../time/dated-span.js';
import { isDeep } from '../time/deep-time.js';
import { DAY, HOUR, type EpochMs, type TimeSpan } from '../time/epoch-ms.js';
import { formatStretch } from '../time/format-date.js';
import { toJulian } from '../time/julian.js';

const COARSENESS: readonly Precision[] = [...PRECISIONS].reverse();
const YEAR = COARSENESS.indexOf('year');

/** How coarse a date is, from 0 on. Parts of a year are told by their months: few begin or end with a season. */
const coarseness = ({ precision, subYear }: DateEnd): number =>
  COARSENESS.indexOf(subYear ? 'month' : precision);

/** How finely a stretch is told: years for years, days for weeks, minutes within a day. */
function precisionOf({ start, end }: TimeSpan): Precision {
  const length = end - start;
  if (length > 3 * 365 * DAY) return 'year';
  if (length > 90 * DAY) return 'month';
  return length > 2 * DAY ? 'day' : length > HOUR ? 'minute' : 'second';
}

/** A stretch in words, such as the view: "July–November 2025". Of deep time it says no more digits than can be seen. */
export function spanWords(span: TimeSpan, language: Language): string {
  const years = (span.end - span.start) / (365 * DAY);
  const step = 10 ** Math.floor(Math.log10(years / 100));
  const near = (ms: EpochMs, after: number): EpochMs => {
    const year = Math.round(toCivil(ms).year / step) * step;
    return isDeep(year) ? fromCivil({ year: year + after }) : ms;
  };
  const told = step >= 10_000 ? { start: near(span.start, 0), end: near(span.end, 1) } : span;
  return formatStretch(told, precisionOf(span), { language });
}

/** A moment that a date begins or ends with, and how it is written. */
type Bound = readonly [at: EpochMs, side: DateEnd];

/** The first and the last moment that are known of a date, of a Julian one those of the same name; none where neither side is known. */
function boundsOf({ start, end, from, to, calendar }: DatedSpan): readonly [Bound, Bound] | null {
  const first = from.state === 'known' ? from : to;
  const last = to.state === 'known' ? to : first;
  if (last.state !== 'known') return null;
  // Where an end is open, the moment it begins is the last that is known; so for a beginning.
  const low = start > -Infinity ? start : lastMoment(end, last.precision);
  const high = end < Infinity ? end : -lastMoment(-start, first.precision);
  const named = (ms: EpochMs): EpochMs => (calendar ? fromCivil(toJulian(ms)) : ms);
  return [
    [named(low), first],
    [named(high), last],
  ];
}

/**
 * From the first to the last of some events in words, no finer than any of their dates was written, and
 * as firm as those two. Julian dates are told in whole years, which are those of their own calendar.
 */
export function eventsWords(events: Iterable<TimelineEvent>, language: Language): string {
  const { say } = language;
  let first: Bound | undefined;
  let last: Bound | undefined;
  let coarsest = 0;
  for (const { span } of events)
    for (const date of span ? (span.members ?? [span]) : []) {
      const bounds = boundsOf(date);
      if (!bounds) continue;
      const [low, high] = bounds;
      if (!first || low[0] < first[0]) first = low;
      if (!last || high[0] > last[0]) last = high;
      coarsest = Math.max(coarsest, date.calendar ? YEAR : 0, ...bounds.map(([, side]) => coarseness(side)));
    }
  if (!first || !last) return '';
  const span = { start: first[0], end: last[0] };
  const told = COARSENESS[Math.max(coarsest, COARSENESS.indexOf(precisionOf(span)))]!;
  let date = formatStretch(span, told, { language });
  const sides = [first[1], last[1]];
  if (sides.some(side => side.approximate || side.significantDigits)) date = say('about', { date });
  return sides.some(side => side.uncertain) ? say('uncertain', { date }) : date;
}
