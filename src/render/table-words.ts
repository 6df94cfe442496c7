import type { EventTable } from '../data/event-table.js';
import type { TimelineEvent } from '../data/timeline-event.js';
import type { Language } from '../language/language.js';
import { summaryText } from './names.js';
import { eventsWords } from './range-words.js';

/** What there is, from when to when, and how firmly it is known; empty where there is nothing. Walks over all events. */
export const tableWords = ({ total, tally, samples }: EventTable, language: Language): string =>
  total > 0 ? summaryText(tally, eventsWords(told(samples), language), language) : '';

/** The events that the summary speaks of: eras are background, unless there is nothing else. */
function told(events: readonly TimelineEvent[]): readonly TimelineEvent[] {
  const found = events.filter(({ kind }) => kind !== 'era');
  return found.length > 0 ? found : events;
}
