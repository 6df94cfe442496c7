import type { TimelineEvent } from '../data/timeline-event.js';
import type { Language } from '../language/language.js';
import { isOngoing } from '../time/dated-span.js';
import { toCivil } from '../time/civil.js';
import { formatDate } from '../time/format-date.js';
import type { TimeSpan } from '../time/epoch-ms.js';
import type { LabelTexts } from './label-metrics.js';

/** The year that goes without saying in a view: the one that all of it lies in. */
export function commonYear(view: TimeSpan): number | undefined {
  const first = toCivil(view.start).year;
  return first === toCivil(view.end - 1).year ? first : undefined;
}

/** What the label of an event may say: short title, short date, status or "ongoing". */
export function labelTexts(
  event: TimelineEvent,
  language: Language,
  timeZone: string,
  omitYear: number | undefined,
): LabelTexts {
  const { span, status } = event;
  const firm = status === undefined || status === 'confirmed';
  let date: string | undefined;
  return {
    title: event.short ?? event.title,
    // Most labels never say it, and it costs more than the rest.
    get date() {
      return (date ??= span ? formatDate(span, { language, timeZone, style: 'short', omitYear }) : '');
    },
    note: firm ? (span && isOngoing(span) ? language.say('ongoing') : '') : language.say(`status-${status}`),
  };
}
