import type { EventTable } from '../data/event-table.js';
import type { TimelineEvent } from '../data/timeline-event.js';
import type { Language } from '../language/language.js';
import { clusterName, summaryText } from './names.js';
import { eventsWords } from './range-words.js';

/** What there is, from when to when, and how firmly it is known; empty where there is nothing. Walks over all events. */
export const tableWords = (table: EventTable, language: Language): string =>
  table.total > 0
    ? summaryText({ ...table.tally, count: table.count }, rangeWords(table, language), language)
    : '';

/** What there is, and from when to when. */
export const tableHead = (table: EventTable, language: Language): string =>
  clusterName(table.count, rangeWords(table, language), language);

const rangeWords = ({ samples }: EventTable, language: Language): string =>
  eventsWords(told(samples), language);

/** The events that the summary speaks of: eras are background, unless there is nothing else. */
function told(events: readonly TimelineEvent[]): readonly TimelineEvent[] {
  const found = events.filter(({ kind }) => kind !== 'era');
  return found.length > 0 ? found : events;
}
