import { isTimeZone } from '../time/zone.js';
import { HEAD } from './document-shape.js';
import { EventTable } from './event-table.js';
import { IssueLog, type EntryCount, type PlaceOf } from './issue-log.js';
import type { Issue } from './issue.js';
import { LaneTable } from './lane-table.js';
import { reachOf } from './outliers.js';
import { isEntry, readFields, type Entry } from './read-shape.js';
import { readSpan } from './read-span.js';
import { sortedBounds } from './sorted-bounds.js';
import { timeOrder } from './time-order.js';
import type { DocumentHead } from './timeline-event.js';
import { UnknownFields } from './unknown-fields.js';
import { RowReading } from './row-reading.js';
import { part, type Work } from './work.js';

/** How a document is to be read. */
export interface ReadTableOptions {
  /** Whether it was text: a bare number is then no Unix time but a year whose quotes were forgotten. */
  readonly textual?: boolean;
  /** Whether the records are in our own terms, so that the names of other fields may be slips; default unless it was text. */
  readonly inOurTerms?: boolean;
  /** Returns where an event, or a field of it, stands in the text, where its path in the document does not say so. */
  readonly placeOf?: PlaceOf;
  /** What was found wrong before, the places of the events that it was about, and how many entries made no event. */
  readonly issues?: readonly Issue[];
  readonly faulty?: Iterable<number>;
  readonly lost?: number;
  /** Whether nothing has a title, which an issue has said once for all. */
  readonly untitled?: boolean;
  /** How many events are read; default 1,000,000. The rest is left out. */
  readonly maxEvents?: number;
}

/** A table of events and all that was wrong with what they were read from. */
export interface ReadTable {
  readonly table: EventTable;
  readonly issues: Issue[];
  readonly entries: EntryCount;
}

/** How many events are read where nobody says. */
export const MAX_EVENTS = 1_000_000;

/**
 * Returns the table of the events that `input` describes, an object with `events` or a list of events. Whatever the input
 * is, nothing is thrown, what can be read is kept, and what can't is an issue. The input is not changed; each event holds
 * on to its record as `data`.
 */
export function* readTable(input: unknown, options: ReadTableOptions = {}): Work<ReadTable> {
  const {
    textual = false,
    inOurTerms = !textual,
    placeOf,
    issues,
    faulty,
    lost = 0,
    untitled = false,
    maxEvents = MAX_EVENTS,
  } = options;
  const log = new IssueLog({ before: issues, faulty, placeOf });
  const data = log.attempt(() => asDocument(input, log)) ?? {};
  const head = log.attempt(() => readHead(data, textual, log)) ?? { timeZone: 'UTC' };
  const listOf = (key: string) => log.attempt(() => readListAt(data, key, log)) ?? [];
  const declared = log.attempt(() => listOf('lanes').slice()) ?? [];
  const lanes = new LaneTable();
  log.path.push('lanes');
  yield* part(lanes.declare(declared, log), 0, 0.1);
  log.path.pop();
  const given = listOf('events');
  // What was text is nobody else's; a page may change its own list later.
  const records =
    textual && given.length <= maxEvents ? given : (log.attempt(() => given.slice(0, maxEvents)) ?? []);
  if (records.length < given.length) {
    const remedy = `the first ${maxEvents} are shown; leave some out, or raise "max-events"`;
    log.add('too-many-events', 'too many events', given.length, remedy, 'events');
  }
  const { timeZone, calendar, lang } = head;
  const reading = new RowReading(
    { timeZone, calendar, lang, textual },
    lanes,
    records,
    log,
    inOurTerms ? new UnknownFields() : null,
  );
  log.path.push('events');
  yield* part(reading.readAll(!untitled), 0.1, 0.6);
  yield* part(reading.checkLinks(), 0.6, 0.65);
  const { rows } = reading;
  const order = yield* part(timeOrder(rows, reading), 0.65, 0.9);
  const bounds = yield* part(sortedBounds(rows, order), 0.9, 0.95);
  const reach = yield* part(reachOf(order, bounds), 0.95, 1);
  reading.reportOutliers(reach.outliers.map(i => order.rows[i]!));
  log.path.pop();
  const document: DocumentHead = Object.freeze({ ...head, lanes: lanes.toList(), data });
  return {
    table: new EventTable({ document, rows, order, bounds, reach }),
    issues: log.issues,
    entries: { total: given.length + lost, faulty: log.faulty + lost },
  };
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

function readHead(data: Entry, textual: boolean, log: IssueLog): Omit<DocumentHead, 'lanes' | 'data'> {
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
