import { isUnknownDate } from '../../time/parse-date.js';
import { writeEdtf } from '../../time/write-edtf.js';
import type { DocumentRecord, EventRecord } from '../document-shape.js';
import type { Entry } from '../read-shape.js';
import type { TimelineDocument, TimelineEvent } from '../timeline-event.js';

/**
 * Returns the document as its author wrote it, with the fields that nobody here knows: it reads back to the same
 * document. Every event has its id. Dates are text: those that were none are EDTF, or the words that stand for
 * them where they could not be read.
 */
export function writeJson(document: TimelineDocument): DocumentRecord {
  const { data, timeZone, asOf, events } = document;
  return {
    ...defined(data),
    ...((data.timeZone != null || timeZone !== 'UTC') && { timeZone }),
    ...(asOf && typeof data.asOf !== 'string' && { asOf: writeEdtf(asOf) }),
    events: events.map(event => toRecord(event, document)),
  };
}

/** Returns the record of one event. The document says which calendar the dates are in that name none. */
export function toRecord(
  event: TimelineEvent,
  { calendar = 'gregorian' }: Pick<TimelineDocument, 'calendar'> = {},
): EventRecord & { readonly id: string } {
  const { date, start, end, dateText, ...others } = defined(event.data);
  const dates = datesOf({ date, start, end }, event, calendar);
  // What a format could not read has no field of its own: as a date it is said once more what is wrong with it.
  const isUnread = event.dateText !== undefined && event.dateText === dateText && !Object.keys(dates).length;
  const rest = { ...(dateText !== undefined && !isUnread && { dateText }), ...others };
  const first = { id: event.id, ...(isUnread ? { date: dateText } : dates) };
  return { ...first, ...rest, ...first } as EventRecord & { readonly id: string };
}

/** Returns the fields of the date as they were written, if they are text, else the date as text. */
function datesOf(written: Entry, { span, dateText }: TimelineEvent, calendar: string): Entry {
  const used = isUnknownDate(written.date) ? [written.start, written.end] : [written.date];
  if (used.every(side => side == null || typeof side === 'string'))
    return Object.fromEntries(Object.entries(written).filter(([, side]) => typeof side === 'string'));
  if (!span) return { date: dateText };
  const date = span.calendar ? span.source : writeEdtf(span);
  const own = span.calendar ?? 'gregorian';
  return own === calendar ? { date } : { date, calendar: own };
}

/** Returns the object without the fields that have no value. */
const defined = (entry: Entry): Entry =>
  Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined));
