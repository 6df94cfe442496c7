import type { DatedSpan } from '../time/dated-span.js';
import { INSTANT, LINKED, NUMERIC, isDated, isEra } from './event-form.js';
import { EventIds, grown } from './event-ids.js';
import { IssueLog } from './issue-log.js';
import type { LaneAssignment } from './lane-assignment.js';
import type { LaneTable } from './lane-table.js';
import { normalizeEvent, readWhen, soundSources, type EventContext } from './normalize-event.js';
import { PagedList } from './paged-list.js';
import type { Entry } from './read-shape.js';
import type { RecordReader } from './record-reader.js';
import { USUAL_IMPORTANCE, type Source, type TimelineEvent } from './timeline-event.js';

/**
 * The events of a document in the order given, one row each: their records, and as columns what must be known of all of
 * them. An event object is made when someone asks for it, and kept. A record is read again then: it must not change.
 */
export class EventRows implements LaneAssignment {
  readonly context: EventContext;
  readonly lanes: LaneTable;
  #ids: EventIds;
  #size = 0;
  /** Their records, `undefined` for an event that is no more. */
  #records: PagedList<Entry>;
  #forms: Uint32Array;
  /** Places of their lanes in the lane table. */
  #places: Uint32Array;
  /** How important they are; null while all of them are as usual. */
  #importances: Float32Array | null = null;
  #events = new PagedList<TimelineEvent>();
  #hasInstants = false;
  #hasEras = false;
  /** The rows of events that name others. */
  #linked: number[] = [];
  #removed = 0;
  /** By id, the row that its event had: copies share it, and what it says counts only where the row is free. */
  #vacated = new Map<string, number>();

  /** `records` is the list that they will come from, in which they may stand already: it must not change. */
  constructor(context: EventContext, lanes: LaneTable, records: readonly unknown[]) {
    this.context = context;
    this.lanes = lanes;
    this.#ids = new EventIds(records.length, this.#claimed);
    this.#records = new PagedList(records as readonly Entry[]);
    this.#forms = new Uint32Array(records.length);
    this.#places = new Uint32Array(records.length);
  }

  get ids(): EventIds {
    return this.#ids;
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

  /** Whether any event may be an era. */
  get hasEras(): boolean {
    return this.#hasEras;
  }

  /** Whether a row has an event still. */
  isLive(row: number): boolean {
    return this.#records.get(row) !== undefined;
  }

  /** Returns the record of an event. */
  record(row: number): Entry {
    return this.#records.get(row)!;
  }

  /** Returns the form of an event; 0 where there is none any more. */
  form(row: number): number {
    return this.#forms[row]!;
  }

  /** Returns the place of its lanes in the lane table. */
  place(row: number): number {
    return this.#places[row]!;
  }

  get places(): number {
    return this.lanes.places;
  }

  get areSingle(): boolean {
    return this.lanes.areSingle;
  }

  /** Returns the ids of the lanes at a place of the lane table. */
  list(place: number): readonly string[] {
    return this.lanes.list(place);
  }

  /** Returns how important an event is, to seven digits. */
  importance(row: number): number {
    return this.#importances?.[row] ?? USUAL_IMPORTANCE;
  }

  /** Whether any event may be more or less important than usual. */
  get hasImportances(): boolean {
    return this.#importances !== null;
  }

  /** Returns the row of an event, or -1. */
  rowOf(id: string): number {
    const row = this.ids.rowOf(id);
    return row >= 0 && row < this.#size && this.isLive(row) ? row : -1;
  }

  /** Returns the row that an event that is no more had, and that is free still; else one behind all others. */
  vacatedBy(id: string): number {
    const row = this.#vacated.get(id) ?? this.#size;
    return row < this.#size && !this.isLive(row) ? row : this.#size;
  }

  /** Returns the ids to choose from for a guess, none where they are too many to compare. */
  fewIds(): readonly string[] {
    const rows = Array.from({ length: this.#size > 1000 ? 0 : this.#size }, (_, row) => row);
    return rows.filter(row => this.isLive(row)).map(row => this.ids.of(row));
  }

  /** The rows of events that name others, or did once. */
  get linked(): readonly number[] {
    return this.#linked;
  }

  /** Returns the event of a row, its instants in the zone of the document; always the same object. */
  event(row: number): TimelineEvent {
    let event = this.#events.get(row);
    if (!event) this.#events.set(row, (event = this.#make(row)));
    return event;
  }

  /** Returns when it was, in the zone of the document, without making the event. */
  span(row: number): DatedSpan | null {
    const made = this.#events.get(row);
    if (made || !isDated(this.form(row))) return made?.span ?? null;
    return readWhen(this.record(row), this.#contextOf(row), new IssueLog({ limit: 0 })).span;
  }

  /** Returns its sources, without making the event. */
  sources(row: number): readonly Source[] {
    const made = this.#events.get(row);
    try {
      return made?.sources ?? soundSources(this.record(row).sources);
    } catch {
      return []; // a getter that threw
    }
  }

  /** Adds a row, or gives one another record: what the reader has just read. */
  set(row: number, record: Entry, read: Pick<RecordReader, 'form' | 'lanes' | 'importance'>): void {
    const { form, lanes, importance } = read;
    if (row >= this.#size) this.#size = row + 1;
    else if (!this.isLive(row)) this.#removed--;
    if (this.#records.get(row) !== record) this.#records.set(row, record);
    this.#forms[row] = form;
    this.#places[row] = lanes;
    if (this.#importances) this.#importances[row] = importance;
    else if (importance !== USUAL_IMPORTANCE) {
      this.#importances = new Float32Array(this.#places.length).fill(USUAL_IMPORTANCE);
      this.#importances[row] = importance;
    }
    if (form & LINKED) this.#linked.push(row);
    if (form & INSTANT) this.#hasInstants = true;
    if (isEra(form)) this.#hasEras = true;
    this.#forget(row);
  }

  remove(row: number): void {
    this.#vacated.set(this.#ids.of(row), row);
    this.#records.set(row, undefined);
    this.#ids.take(row);
    this.#forms[row] = 0;
    this.#forget(row);
    this.#removed++;
  }

  /** Makes the events anew whose links lead elsewhere now that other events are there. */
  relink(): void {
    for (const row of this.#linked) {
      const event = this.#events.get(row);
      if (!event) continue;
      const anew = this.#make(row);
      const isSame =
        anew.links.length === event.links.length &&
        anew.links.every(({ to }, i) => to === event.links[i]!.to);
      if (!isSame) this.#events.set(row, anew);
    }
  }

  /** Whether an event is the same object in other rows that begin as these do, as far as it is made. */
  isSameIn(other: EventRows, row: number): boolean {
    return this.#events.get(row) === other.#events.get(row);
  }

  /**
   * Returns rows without those of events that are no more, and the new row of each old one. Events that are made stay the
   * same.
   */
  compacted(): { readonly rows: EventRows; readonly moved: Int32Array } {
    const moved = new Int32Array(this.#size).fill(-1);
    const old = Array.from(moved.keys()).filter(row => this.isLive(row));
    const kept = old.map(row => this.record(row));
    const rows = new EventRows(this.context, this.lanes, kept);
    old.forEach((from, row) => {
      moved[from] = row;
      const id = this.#ids.of(from);
      rows.#ids.give(row, id, kept[row]!.id === id);
      rows.set(row, kept[row]!, {
        form: this.form(from),
        lanes: this.place(from),
        importance: this.importance(from),
      });
    });
    rows.#events = new PagedList(old.map(row => this.#events.get(row)));
    return { rows, moved };
  }

  /** Returns rows of their own that begin as these are, with room for some more. Events that are made stay the same. */
  copy(more: number): EventRows {
    const copy = new EventRows(this.context, this.lanes.copy(), []);
    const room = this.#size + more;
    copy.#size = this.#size;
    copy.#records = this.#records.copy();
    copy.#ids = this.#ids.copy(more, copy.#claimed);
    copy.#forms = grown(this.#forms, room);
    copy.#places = grown(this.#places, room);
    copy.#importances = this.#importances && grown(this.#importances, room);
    copy.#hasInstants = this.#hasInstants;
    copy.#hasEras = this.#hasEras;
    copy.#linked = [...this.#linked];
    copy.#events = this.#events.copy();
    copy.#removed = this.#removed;
    copy.#vacated = this.#vacated;
    return copy;
  }

  /** Returns the id that a record claims as text. */
  readonly #claimed = (row: number): unknown => (row < this.#size ? this.#records.get(row)?.id : undefined);

  readonly #isKnown = (id: string): boolean => this.rowOf(id) >= 0;

  #forget(row: number): void {
    if (this.#events.get(row)) this.#events.set(row, undefined);
  }

  /** What is shared, as far as it holds for the record of a row: a table that was text may have others added to it. */
  #contextOf(row: number): EventContext {
    return this.form(row) & NUMERIC ? { ...this.context, textual: false } : this.context;
  }

  #make(row: number): TimelineEvent {
    const place = {
      id: this.ids.of(row),
      lanes: this.lanes.list(this.place(row)),
      isKnown: this.#isKnown,
    };
    try {
      return normalizeEvent(this.record(row), place, this.#contextOf(row));
    } catch {
      return normalizeEvent({}, place, this.context); // a getter that threw only now
    }
  }
}
