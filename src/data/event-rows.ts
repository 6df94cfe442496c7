import type { DatedSpan } from '../time/dated-span.js';
import { EVENT } from './document-shape.js';
import { INSTANT, LINKED, isDated } from './event-form.js';
import { EventIds, grown } from './event-ids.js';
import { IssueLog } from './issue-log.js';
import type { LaneTable } from './lane-table.js';
import { normalizeEvent, readWhen, type EventContext } from './normalize-event.js';
import { readFields, type Entry } from './read-shape.js';
import type { RecordReader } from './record-reader.js';
import type { TimelineEvent } from './timeline-event.js';

/**
 * The events of a document in the order given, one row each: their records, and as columns what must be known of all of
 * them. An event object is made when someone asks for it, and kept. A record is read again then: it must not change.
 */
export class EventRows {
  readonly context: EventContext;
  readonly lanes: LaneTable;
  readonly ids: EventIds;
  #size = 0;
  #records: (Entry | null)[];
  #forms: Uint32Array;
  /** Places of their lanes in the lane table. */
  #places: Uint32Array;
  #importances: Float32Array;
  #events: (TimelineEvent | undefined)[] | null = null;
  #hasInstants = false;
  /** The rows of events that name others. */
  #linked: number[] = [];
  #removed = 0;

  /** `capacity` is how many there will be, as far as is known. */
  constructor(context: EventContext, lanes: LaneTable, ids: EventIds, capacity: number) {
    this.context = context;
    this.lanes = lanes;
    this.ids = ids;
    this.#records = new Array<null>(capacity);
    this.#forms = new Uint32Array(capacity);
    this.#places = new Uint32Array(capacity);
    this.#importances = new Float32Array(capacity);
  }

  /** How many rows there are, those of removed events included. */
  get size(): number {
    return this.#size;
  }

  /** How many events there are. */
  get count(): number {
    return this.size - this.#removed;
  }

  /** Whether the date of any may be an instant. */
  get hasInstants(): boolean {
    return this.#hasInstants;
  }

  /** Whether a row has an event still. */
  isLive(row: number): boolean {
    return this.#records[row] !== null;
  }

  /** Returns the record of an event. */
  record(row: number): Entry {
    return this.#records[row]!;
  }

  /** Returns the form of an event; 0 where there is none any more. */
  form(row: number): number {
    return this.#forms[row]!;
  }

  importance(row: number): number {
    return this.#importances[row]!;
  }

  /** Returns the place of its lanes in the lane table. */
  place(row: number): number {
    return this.#places[row]!;
  }

  /** Returns the row of an event, or -1. */
  rowOf(id: string): number {
    const row = this.ids.rowOf(id);
    return row >= 0 && this.isLive(row) ? row : -1;
  }

  /** The rows of events that name others, or did once. */
  get linked(): readonly number[] {
    return this.#linked;
  }

  /** Returns the event of a row, its instants in the zone of the document; always the same object. */
  event(row: number): TimelineEvent {
    this.#events ??= new Array<undefined>(this.size);
    return (this.#events[row] ??= this.#make(row));
  }

  /** Returns when it was, in the zone of the document, without making the event. */
  span(row: number): DatedSpan | null {
    const made = this.#events?.[row];
    if (made || !isDated(this.form(row))) return made?.span ?? null;
    const record = this.record(row);
    const log = new IssueLog({ limit: 0 });
    return readWhen(record, readFields(EVENT, record, log), this.context, log).span;
  }

  /** Adds a row, or gives one another record: what the reader has just read. */
  set(row: number, record: Entry, { form, lanes, importance }: RecordReader): void {
    if (row >= this.#size) this.#size = row + 1;
    this.#records[row] = record;
    this.#forms[row] = form;
    this.#places[row] = lanes;
    this.#importances[row] = importance;
    if (form & LINKED) this.#linked.push(row);
    if (form & INSTANT) this.#hasInstants = true;
    if (this.#events) this.#events[row] = undefined;
  }

  remove(row: number): void {
    this.#records[row] = null;
    this.#forms[row] = 0;
    if (this.#events) this.#events[row] = undefined;
    this.#removed++;
  }

  /** Makes the events anew whose links lead elsewhere now that other events are there. */
  relink(): void {
    for (const row of this.#linked) {
      const event = this.#events?.[row];
      if (!event) continue;
      const anew = this.#make(row);
      const isSame =
        anew.links.length === event.links.length &&
        anew.links.every(({ to }, i) => to === event.links[i]!.to);
      if (!isSame) this.#events![row] = anew;
    }
  }

  /** Whether an event is the same object in other rows that begin as these do, as far as it is made. */
  isSameIn(other: EventRows, row: number): boolean {
    return this.#events?.[row] === other.#events?.[row];
  }

  /** Returns rows of their own that begin as these are, with room for some more. Events that are made stay the same. */
  copy(more: number): EventRows {
    const copy = new EventRows(this.context, this.lanes.copy(), this.ids.copy(more), 0);
    copy.#size = this.#size;
    copy.#records = this.#records.slice();
    copy.#forms = grown(this.#forms, this.size + more);
    copy.#places = grown(this.#places, this.size + more);
    copy.#importances = grown(this.#importances, this.size + more);
    copy.#hasInstants = this.#hasInstants;
    copy.#linked = [...this.#linked];
    copy.#events = this.#events && this.#events.slice();
    copy.#removed = this.#removed;
    return copy;
  }

  #make(row: number): TimelineEvent {
    const place = {
      id: this.ids.of(row),
      lanes: this.lanes.list(this.place(row)),
      isKnown: (id: string) => this.rowOf(id) >= 0,
    };
    try {
      return normalizeEvent(this.record(row), place, this.context);
    } catch {
      return normalizeEvent({}, place, this.context); // a getter that threw only now
    }
  }
}
