import { isCalendar } from '../language/intl.js';
import { languageFor } from '../language/language.js';
import { formatDate } from '../time/format-date.js';
import { isUnknownDate } from '../time/parse-date.js';
import { EVENT } from './document-shape.js';
import { deriveId, type EventIds } from './event-ids.js';
import type { IssueLog } from './issue-log.js';
import type { LaneTable } from './lane-table.js';
import { readFields, type Entry } from './read-shape.js';
import { readSpan, type ReadSpan, type SpanOptions } from './read-span.js';
import type { Link, TimelineEvent } from './timeline-event.js';

/** What the events of one document share. */
export interface EventContext extends SpanOptions {
  readonly lang?: string;
  readonly lanes: LaneTable;
  readonly ids: EventIds;
}

/** An event whose links may still lead nowhere. */
export type EventDraft = { -readonly [K in keyof TimelineEvent]: TimelineEvent[K] };

const NONE: readonly never[] = Object.freeze([]);

/** The relation of a link that names none. */
const RELATED = 'related';

/** Returns the event of a record, whatever is wrong with the record. The log stands at it. */
export function normalizeEvent(record: Entry, context: EventContext, log: IssueLog): EventDraft {
  const fields = readFields(EVENT, record, log);
  const calendar = fields.calendar ?? (isForeign(record.calendar) ? null : undefined);
  const { span, dateText } = readWhen(
    fields,
    log,
    calendar === undefined ? context : { ...context, calendar },
  );
  const lanes = context.lanes.idsOf(fields.lane);
  const id = giveId(
    record,
    () => [span?.source ?? dateText ?? '', fields.title ?? '', ...lanes],
    context,
    log,
  );
  let { title } = fields;
  if (!title?.trim()) {
    // A title of another type is an issue already.
    const isMissing = title !== undefined || record.title == null;
    const locale = context.lang;
    title = span
      ? formatDate(span, { locale, timeZone: context.timeZone })
      : (dateText ?? languageFor(locale).say('undated'));
    if (isMissing) log.add('missing-title', 'missing; the date stands in', title, 'expected text', 'title');
  }
  const { status, links = NONE } = fields;
  // One literal with all keys: a million events share one shape and cost no more than their values.
  return {
    id,
    title,
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
    importance: fields.importance ?? 0.5,
    sources: fields.sources ?? NONE,
    media: fields.media ?? NONE,
    links: links.length ? Object.freeze(links.map(toLink)) : NONE,
    url: fields.url,
    color: fields.color,
    history: fields.history ?? NONE,
    data: record,
  };
}

/** Whether a word names a calendar whose dates can't be read; `"calendar": "Work"` names none at all. */
const isForeign = (word: unknown): boolean =>
  typeof word === 'string' &&
  (/^julian$/i.test(word) || (word !== 'gregory' && isCalendar(word.toLowerCase())));

const toLink = (link: string | (Partial<Link> & { readonly to: string })): Link =>
  Object.freeze({ rel: RELATED, ...(typeof link === 'string' ? { to: link } : link) });

const DATE = ['date'];
const SIDES = ['start', 'end'];

/** `date` goes before `start` and `end`. */
function readWhen(fields: Entry, log: IssueLog, context: EventContext): ReadSpan {
  const { date, start, end } = fields;
  if (isUnknownDate(date)) return readSpan([start, end], SIDES, log, context);
  for (const side of SIDES) {
    if (side in fields) log.add('invalid-value', 'ignored', fields[side], '"date" is given', side);
  }
  return readSpan([date], DATE, log, context);
}

/** Returns the id that a record claims, else one of its content; a number is none, but its digits are: links may mean it. */
function giveId(
  { id }: Entry,
  content: () => readonly string[],
  { ids }: EventContext,
  log: IssueLog,
): string {
  const claimed = typeof id === 'number' ? String(id) : id;
  if (typeof claimed !== 'string' || !claimed) return ids.give(deriveId(content()));
  const given = ids.give(claimed);
  if (given !== claimed)
    log.add('duplicate-id', 'duplicate id', claimed, `read as ${JSON.stringify(given)}`, 'id');
  return given;
}
