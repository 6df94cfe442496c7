import { isCalendar } from '../language/intl.js';
import { languageFor } from '../language/language.js';
import type { DatedSpan } from '../time/dated-span.js';
import { formatDate } from '../time/format-date.js';
import { isUnknownDate } from '../time/parse-date.js';
import { EVENT } from './document-shape.js';
import { IssueLog } from './issue-log.js';
import { readShape, type Entry } from './read-shape.js';
import { readSpan, type ReadSpan, type SpanOptions } from './read-span.js';
import type { Infer } from './shape.js';
import { USUAL_IMPORTANCE, type Link, type Source, type TimelineEvent } from './timeline-event.js';

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
  const { span, dateText } = readWhen(record, context, UNHEARD);
  const title = sound('title', record.title);
  const status = sound('status', record.status);
  const links = sound('links', record.links) ?? NONE;
  // One literal with all keys: events share one shape and cost no more than their values.
  return Object.freeze({
    id,
    title: title?.trim() ? title : titleFor(span, dateText, context),
    short: sound('short', record.short),
    summary: sound('summary', record.summary),
    span,
    dateText,
    lanes,
    kind: sound('kind', record.kind) ?? 'event',
    status,
    statusText: !status && record.status && typeof record.status === 'string' ? record.status : undefined,
    tags: sound('tags', record.tags) ?? NONE,
    people: sound('people', record.people) ?? NONE,
    place: sound('place', record.place),
    importance: sound('importance', record.importance) ?? USUAL_IMPORTANCE,
    sources: sound('sources', record.sources) ?? NONE,
    media: sound('media', record.media) ?? NONE,
    links: links.length ? Object.freeze(links.map(toLink).filter(({ to }) => isKnown(to))) : NONE,
    url: sound('url', record.url),
    color: sound('color', record.color),
    history: sound('history', record.history) ?? NONE,
    data: record,
  });
}

type Fields = Infer<typeof EVENT, never>;

/** Returns what of the value of a field is sound. */
const sound = <F extends keyof Fields>(field: F, value: unknown): Fields[F] | undefined =>
  value === undefined || value === null
    ? undefined
    : (readShape(EVENT.fields[field], value, UNHEARD) as Fields[F] | undefined);

/** Returns what of the sources that a record names is sound. */
export const soundSources = (value: unknown): readonly Source[] => sound('sources', value) ?? NONE;

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
export const isPoint = (date: unknown): boolean => typeof date !== 'string' || !/[/[{]/.test(date);

/** Returns how the dates of a record are to be read. */
export function optionsFor(record: Entry, context: EventContext): EventContext {
  const calendar = sound('calendar', record.calendar) ?? (isForeign(record.calendar) ? null : undefined);
  return calendar === undefined ? context : { ...context, calendar };
}

/**
 * Returns when the event of a record was. `date` goes before `start`, and before `end` unless the two make a stretch. What is
 * wrong with dates goes to the log, which stands at the record; with a calendar, nothing.
 */
export function readWhen(record: Entry, context: EventContext, log: IssueLog): ReadSpan {
  const { date, start, end } = record;
  const options = optionsFor(record, context);
  if (isUnknownDate(date)) {
    const when = readSpan([start, end], SIDES, log, options);
    const { dateText } = record;
    // A format that has said why it can't read a date hands over what is written.
    return (when.span ?? when.dateText) || typeof dateText !== 'string' ? when : { span: null, dateText };
  }
  if (isUnknownDate(start) && !isUnknownDate(end) && isPoint(date))
    return readSpan([date, end], FROM_DATE, log, options);
  for (const side of SIDES) {
    const value = record[side];
    if (value !== undefined && value !== null)
      log.add('invalid-value', 'ignored', value, '"date" is given; a stretch is "start" and "end"', side);
  }
  return readSpan([date], DATE, log, options);
}
