import { isTimeZone } from '../time/zone.js';
import { didYouMean } from './did-you-mean.js';
import { HEAD } from './document-shape.js';
import { EventIds } from './event-ids.js';
import { IssueLog } from './issue-log.js';
import type { Issue } from './issue.js';
import { LaneTable } from './lane-table.js';
import { normalizeEvent, type EventContext } from './normalize-event.js';
import { isEntry, readFields, readList, type Entry } from './read-shape.js';
import { readSpan } from './read-span.js';
import type { TimelineDocument } from './timeline-event.js';

type Head = Omit<TimelineDocument, 'lanes' | 'events' | 'data'>;

/** A document and all that was wrong with it. */
export interface NormalizedDocument {
  readonly document: TimelineDocument;
  readonly issues: Issue[];
}

/**
 * Returns the frozen document that `input`, an object with `events` or a list of events, describes.
 * Whatever the input is, nothing is thrown, what can be read is kept, and what can't is an issue. The
 * input is not changed; each event holds on to its record as `data`. `textual` says that it was text.
 */
export function normalizeDocument(
  input: unknown,
  { textual = false }: { readonly textual?: boolean } = {},
): NormalizedDocument {
  const log = new IssueLog();
  const data = attempt(log, () => asDocument(input, log)) ?? {};
  const head = attempt(log, () => readHead(data, textual, log)) ?? { timeZone: 'UTC' };
  const listOf = (key: string) => attempt(log, () => readListAt(data, key, log)) ?? [];
  const declared = listOf('lanes');
  const lanes =
    attempt(log, () => log.within('lanes', () => new LaneTable(declared, log))) ?? new LaneTable([], log);
  const records = listOf('events');
  const ids = new EventIds(records);
  const { timeZone, calendar } = head;
  const context: EventContext = { timeZone, calendar, lang: head.lang, textual, lanes, ids };

  const events = log.within('events', () => {
    const places: number[] = [];
    const drafts = readList(records, log, (record, index) =>
      attempt(log, () => {
        if (!isEntry(record)) return log.add('invalid-type', 'invalid type', record, 'expected an object');
        const event = normalizeEvent(record, context, log);
        places.push(index);
        return event;
      }),
    );
    drafts.forEach((event, i) => {
      const links = event.links.filter(link => ids.has(link.to));
      if (links.length < event.links.length) {
        event.links = Object.freeze(links);
        attempt(log, () =>
          log.within(places[i]!, () => reportLinks(event.data.links as unknown[], ids, log)),
        );
      }
      Object.freeze(event);
    });
    return drafts;
  });
  return { document: Object.freeze({ ...head, lanes: lanes.toList(), events, data }), issues: log.issues };
}

/** The input as an object, with an issue where there is no document in it. */
function asDocument(input: unknown, log: IssueLog): Entry {
  if (Array.isArray(input)) return { events: input };
  const data = isEntry(input) ? input : {};
  if (data.events == null) {
    const expected = 'expected an object with "events", or a list of events';
    log.add('invalid-document', 'invalid document', input, expected);
  }
  return data;
}

function readHead(data: Entry, textual: boolean, log: IssueLog): Head {
  const { timeZone: zone = 'UTC', asOf, ...head } = readFields(HEAD, data, log);
  const known = zone !== 'local' && isTimeZone(zone);
  if (!known) {
    const expected = 'expected an IANA name, such as "America/Mexico_City"';
    log.add('invalid-value', 'unknown time zone', zone, expected, 'timeZone');
  }
  const timeZone = known ? zone : 'UTC';
  const { span } = readSpan([asOf], ['asOf'], log, { timeZone, textual });
  return { ...head, timeZone, ...(span && { asOf: span }) };
}

function readListAt(data: Entry, key: string, log: IssueLog): readonly unknown[] {
  const value = data[key] ?? [];
  if (Array.isArray(value)) return value;
  log.add('invalid-type', 'invalid type', value, 'expected a list', key);
  return [];
}

/** Notes which links lead nowhere. */
function reportLinks(links: readonly unknown[], ids: EventIds, log: IssueLog): void {
  links.forEach((link, i) => {
    const [to, ...steps] = isEntry(link) ? [link.to, 'to'] : [link];
    if (typeof to !== 'string' || ids.has(to)) return;
    const remedy = didYouMean(to, ids.few()) || 'expected the id of an event';
    log.add('unknown-link', 'unknown event', to, remedy, 'links', i, ...(steps as string[]));
  });
}

/** Returns what `read` returns, or `undefined` and an issue where an object's own code (a getter, a proxy) throws. */
function attempt<T>(log: IssueLog, read: () => T): T | undefined {
  const depth = log.path.length;
  try {
    return read();
  } catch (error) {
    log.path.length = depth;
    return log.add(
      'invalid-type',
      'unreadable',
      error instanceof Error ? error.message : '',
      'expected plain data',
    );
  }
}
