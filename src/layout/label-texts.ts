import type { TimelineEvent } from '../data/timeline-event.js';
import type { Language } from '../language/language.js';
import { isOngoing } from '../time/dated-span.js';
import { toCivil } from '../time/civil.js';
import type { DatedSpan } from '../time/dated-span.js';
import type { TimeSpan } from '../time/epoch-ms.js';
import { formatDate } from '../time/format-date.js';
import { relativeWords } from '../time/relative-words.js';
import type { LabelTexts } from './label-metrics.js';

/** The year that goes without saying in a view: the one that all of it lies in. */
export function commonYear(view: TimeSpan): number | undefined {
  const first = toCivil(view.start).year;
  return first === toCivil(view.end - 1).year ? first : undefined;
}

/** How dates are written in labels. */
export interface LabelDates {
  readonly language: Language;
  readonly timeZone: string;
  /** The year that goes without saying. */
  readonly omitYear: number | undefined;
  /** The date that others are counted from; null for none. */
  readonly zero: DatedSpan | null;
}

/** What the label of an event may say: short title, short date or its count from another, status (an unknown one as it is written) or "ongoing". */
export function labelTexts(event: TimelineEvent, dates: LabelDates): LabelTexts {
  const { language } = dates;
  const { span, status, statusText } = event;
  const claim = status === 'confirmed' ? '' : status ? language.say(`status-${status}`) : statusText;
  let date: string | undefined;
  return {
    title: event.short ?? event.title,
    // Most labels never say it, and it costs more than the rest.
    get date() {
      return (date ??= span ? shortDate(span, dates) : '');
    },
    note: claim || (span && isOngoing(span) ? language.say('ongoing') : ''),
  };
}

const shortDate = (span: DatedSpan, { language, timeZone, omitYear, zero }: LabelDates): string =>
  (zero && relativeWords(span, zero, language)) ||
  formatDate(span, { language, timeZone, style: 'short', omitYear });
