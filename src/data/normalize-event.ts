import { isCalendar } from '../language/intl.js';
import { languageFor } from '../language/language.js';
import type { DatedSpan } from '../time/dated-span.js';
import { formatDate } from '../time/format-date.js';
import { isUnknownDate } from '../time/parse-date.js';
import { EVENT } from './document-shape.js';
import { IssueLog } from './issue-log.js';
import { readFields, type Entry } from './read-shape.js';
import { readSpan, type ReadSpan, type SpanOptions } from './read-span.js';
import { USUAL_IMPORTANCE, type Link, type TimelineEvent } from './timeline-event.js';

/** What the events of one document share. */
export interface EventContext extends SpanOptions {
  readonly lang?: string;
}

/** What a record does not say by itself. */
export interface EventPlace {
  readonly id: string;
  readonly lanes: readonly string[];
  /** Whether there is an event of that id. */
  isKnown(id: string): boolean;
}

const NONE: readonly never[] = Object.freeze([]);

/** The relation of a link that names none. */
const RELATED = 'related';

/** Takes no notes: whoever makes an event has been told what is wrong with it. */
const UNHEARD = new IssueLog({ limit: 0 });

/** Returns the event of a record, whatever is wrong with the record. */
export function normalizeEvent(
  record: Entry,
  { id, lanes, isKnown }: EventPlace,
  context: EventContext,
): TimelineEvent {
  const fields = readFields(EVENT, record, UNHEARD);
  const { span, dateText } = readWhen(record, fields, context, UNHEARD);
  const { title, status, links = NONE } = fields;
  // One literal with all keys: events share one shape and cost no more than their values.
  return Object.freeze({
    id,
    title: title?.trim() ? title : titleFor(span, dateText, context),
    short: fields.short,
    summary: fields.summary,
    span,
    dateText,
    lanes,
    kind: fields.kind ?? 'event',
    status,
    statusText: !status && record.status && typeof record.status === 'string' ? record.status : undefined,
    tags: fields.tags ?? NONE,
    people: fields.people ?? NONE,
    place: fields.place,
    importance: fields.importance ?? USUAL_IMPORTANCE,
    sources: fields.sources ?? NONE,
    media: fields.media ?? NONE,
    links: links.length ? Object.freeze(links.map(toLink).filter(({ to }) => isKnown(to))) : NONE,
    url: fields.url,
    color: fields.color,
    history: fields.history ?? NONE,
    data: record,
  });
}

/** Returns the title of an event without: its date in words. */
export const titleFor = (
  span: DatedSpan | null,
  dateText: string | undefined,
  { lang: locale, timeZone }: EventContext,
): string =>
  span ? formatDate(span, { locale, timeZone }) : (dateText ?? languageFor(locale).say('undated'));

/** Whether a word names a calendar whose dates can't be read; `"calendar": "Work"` names none at all. */
const isForeign = (word: unknown): boolean =>
  typeof word === 'string' &&
  (/^julian$/i.test(word) || (word !== 'gregory' && isCalendar(word.toLowerCase())));

const toLink = (link: string | (Partial<Link> & { readonly to: string })): Link =>
  Object.freeze({ rel: RELATED, ...(typeof link === 'string' ? { to: link } : link) });

const DATE = ['date'];
const SIDES = ['start', 'end'];
const FROM_DATE = ['date', 'end'];

/** Whether a date is one that a stretch can begin with, as far as it shows: no interval and no set. */
const isPoint = (date: unknown): boolean => typeof date !== 'string' || !/[/[{]/.test(date);

/**
 * Returns when an event was, by the fields of its record that are sound. `date` goes before `start`, and before
 * `end` unless the two make a stretch. The log stands at the record.
 */
export function readWhen(record: Entry, fields: Entry, context: EventContext, log: IssueLog): ReadSpan {
  const { date, start, end } = fields;
  const calendar = fields.calendar ?? (isForeign(record.calendar) ? null : undefined);
  const options =
    calendar === undefined ? context : { ...context, calendar: calendar as SpanOptions['calendar'] };
  if (isUnknownDate(date)) {
    const when = readSpan([start, end], SIDES, log, options);
    const { dateText } = record;
    // A format that has said why it can't read a date hands over what is written.
    return (when.span ?? when.dateText) || typeof dateText !== 'string' ? when : { span: null, dateText };
  }
  if (isUnknownDate(start) && !isUnknownDate(end) && isPoint(date))
    return readSpan([date, end], FROM_DATE, log, options);
  for (const side of SIDES) {
    const value = fields[side];
    if (value !== undefined && value !== null)
      log.add('invalid-value', 'ignored', value, '"date" is given; a stretch is "start" and "end"', side);
  }
  return readSpan([date], DATE, log, options);
}
