import type { Issue } from '../data/issue.js';
import type { TimelineDocument } from '../data/timeline-event.js';
import { languageFor } from '../language/language.js';
import { eventsWords } from '../render/range-words.js';

/** Returns `48 events, 1914–1918, 3 lanes; 2 errors, 1 warning`. */
export function summaryOf({ events, lanes }: TimelineDocument, issues: readonly Issue[]): string {
  const named = lanes.filter(({ title }) => title).length;
  const found = [
    counted(events.length, 'event'),
    eventsWords(events, languageFor('en')),
    named && counted(named, 'lane'),
  ].filter(Boolean);
  const errors = issues.filter(({ severity }) => severity === 'error').length;
  const wrong = [
    errors && counted(errors, 'error'),
    issues.length > errors && counted(issues.length - errors, 'warning'),
  ].filter(Boolean);
  return `${found.join(', ')}; ${wrong.join(', ') || 'nothing wrong'}`;
}

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
