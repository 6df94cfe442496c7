import { projectSpan } from '../time/project-span.js';
import type { TimelineDocument } from './timeline-event.js';

/** The document with its instants in the wall time of another zone; an event without any stays the same object. */
export function projectDocument(document: TimelineDocument, timeZone: string): TimelineDocument {
  if (timeZone === document.timeZone) return document;
  const { asOf } = document;
  return Object.freeze({
    ...document,
    timeZone,
    ...(asOf && { asOf: projectSpan(asOf, timeZone) }),
    events: document.events.map(event => {
      const span = event.span && projectSpan(event.span, timeZone);
      return span === event.span ? event : Object.freeze({ ...event, span });
    }),
  });
}
