import type { TimelineEvent } from '../data/timeline-event.js';
import type { Language } from '../language/language.js';
import { fromCivil, toCivil } from '../time/civil.js';
import { PRECISIONS, type Precision } from '../time/dated-span.js';
import { isDeep } from '../time/deep-time.js';
import { DAY, HOUR, type EpochMs, type TimeSpan } from '../time/epoch-ms.js';
import { formatStretch } from '../time/format-date.js';

const COARSENESS: readonly Precision[] = [...PRECISIONS].reverse();

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

/** From the first to the last of some events in words, no finer than any of them was written. */
export function eventsWords(events: Iterable<TimelineEvent>, language: Language): string {
  let start = Infinity;
  let end = -Infinity;
  let coarsest = 0;
  for (const { span } of events) {
    if (!span) continue;
    // Where an end is open, the moment it begins is the last that is known.
    for (const bound of [span.start, Number.isFinite(span.end) ? span.end : span.start + 1])
      if (Number.isFinite(bound)) {
        start = Math.min(start, bound);
        end = Math.max(end, bound);
      }
    coarsest = Math.max(coarsest, COARSENESS.indexOf(span.precision));
  }
  if (start > end) return '';
  const precision = precisionOf({ start, end });
  const told = COARSENESS[Math.max(coarsest, COARSENESS.indexOf(precision))]!;
  return formatStretch({ start, end }, told, { language });
}
