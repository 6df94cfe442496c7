import type { DatedSpan } from '../time/dated-span.js';
import { projectSpan } from '../time/project-span.js';
import { INSTANT, isDated, LINKED } from './event-form.js';
import type { EventRows } from './event-rows.js';
import type { LaneAssignment } from './lane-assignment.js';
import { narrowedOrder } from './narrowed-order.js';
import type { Reach } from './outliers.js';
import type { RowSet } from './row-set.js';
import { rank, sortedBounds, type SortedBounds } from './sorted-bounds.js';
import { hasCorrections, samplesOf, tallyOf, type Tally } from './table-summary.js';
import type { TimeOrder } from './time-order.js';
import type { DocumentHead, Lane, TimelineDocument, TimelineEvent } from './timeline-event.js';
import { finish } from './work.js';

/** What a table is made of. */
export type TableParts = Pick<EventTable, 'document' | 'rows' | 'order' | 'bounds' | 'reach'>;

/**
 * The events of a document, the dated ones in the order of time, as columns. It does not change: `amendTable` and
 * `projectTable` return others. Events are made when they are asked for, and stay the same objects.
 */
export class EventTable {
  readonly document: DocumentHead;
  readonly rows: EventRows;
  /** When all events of the whole begin and end, to count what overlaps a view. */
  readonly bounds: SortedBounds;
  readonly reach: Reach;
  /** Of a part of a table, these are null until they are asked for: a picture needs none of them, but the places. */
  #order: TimeOrder | null;
  #places: Uint32Array | null = null;
  /** Events with an instant, where the zone that they are shown in is not that of their document; by row. */
  #shown: Map<number, TimelineEvent>;
  /** The rows of its events; null where they are all that there are. */
  #members: RowSet | null = null;
  /** The table that it is a part of; null where it is whole. */
  #whole: EventTable | null = null;
  /** The lanes that its events stand in, where those are not the ones that they name. */
  #laned: LaneAssignment | null = null;
  #undated: readonly TimelineEvent[] | null = null;
  #tally: Tally | null = null;
  #samples: readonly TimelineEvent[] | null = null;
  #hasCorrections: boolean | null = null;

  /** `shown` is what the table may keep of the events that another has made. */
  constructor(
    { document, rows, order, bounds, reach }: TableParts,
    shown: Iterable<readonly [row: number, event: TimelineEvent]> = [],
  ) {
    this.document = document;
    this.rows = rows;
    this.#order = order;
    this.bounds = bounds;
    this.reach = reach;
    this.#shown = new Map(shown);
  }

  /**
   * Returns the table of those of its events whose rows are in a set: in the same order, the same objects, and as far-reaching
   * as if all were there. Any event is still known by its id. O(1), and O(n) once where places or order are first asked for.
   */
  narrowed(members: RowSet): EventTable {
    const table = new EventTable(this);
    table.#members = members;
    table.#whole = this;
    table.#order = null;
    table.#shown = this.#shown;
    table.#laned = this.#laned;
    return table;
  }

  /** Returns the table with its events in other lanes than they name; they stay the same objects. O(n). */
  regrouped(lanes: readonly Lane[], assignment: LaneAssignment | null): EventTable {
    const { rows, order, reach } = this;
    const document = Object.freeze({ ...this.document, lanes });
    const bounds = assignment ? finish(sortedBounds(assignment, order)) : this.bounds;
    const table = new EventTable({ document, rows, order, bounds, reach });
    table.#members = this.#members;
    table.#shown = this.#shown;
    table.#laned = assignment;
    return table;
  }

  get order(): TimeOrder {
    return (this.#order ??= narrowedOrder(this.#whole!.order, this.places!));
  }

  /** The positions of its dated events in the table that it was narrowed from; null where it is whole. */
  get places(): Uint32Array | null {
    return (this.#places ??= this.#whole && this.#members!.placesIn(this.#whole.order.rows));
  }

  /** The table that it was narrowed from, if any. */
  get whole(): EventTable | null {
    return this.#whole;
  }

  /** How many events there are. */
  get total(): number {
    return this.#members?.count ?? this.rows.count;
  }

  /** Whether the event of a row is among them. */
  holds(row: number): boolean {
    return (this.#members === null || this.#members.has(row)) && this.rows.isLive(row);
  }

  /** How many of them are dated. */
  get size(): number {
    return (this.places ?? this.order.rows).length;
  }

  /** In ms, ascending; `-Infinity` where the start is open. */
  get starts(): Float64Array {
    return this.order.starts;
  }

  /** In ms; `Infinity` where the end is open, equal to the start for an instant. */
  get ends(): Float64Array {
    return this.order.ends;
  }

  /** The undated events in the order given. */
  get undated(): readonly TimelineEvent[] {
    return (this.#undated ??=
      this.size === this.total
        ? []
        : this.#inOrderGiven()
            .filter(row => !isDated(this.rows.form(row)))
            .map(row => this.#at(row)));
  }

  /** Returns the dated event at a position. */
  event(i: number): TimelineEvent {
    return this.#at(this.#rowAt(i));
  }

  /** The lanes that its events stand in. */
  get lanes(): LaneAssignment {
    return this.#laned ?? this.rows;
  }

  /** Returns the lanes of the dated event at a position. */
  lanesAt(i: number): readonly string[] {
    const { lanes } = this;
    return lanes.list(lanes.place(this.#rowAt(i)));
  }

  /** Returns the lanes of one of its events, dated or not. */
  lanesOf({ id, lanes }: TimelineEvent): readonly string[] {
    const row = this.#laned ? this.rows.rowOf(id) : -1;
    return row < 0 ? lanes : this.#laned!.list(this.#laned!.place(row));
  }

  /** Returns the ids of the lanes that hold a dated event. */
  usedLanes(): ReadonlySet<string> {
    const { lanes } = this;
    const seen = new Uint8Array(lanes.places);
    const found: string[] = [];
    let left = seen.length;
    for (let i = 0; i < this.size && left > 0; i++) {
      const place = lanes.place(this.order.rows[i]!);
      if (seen[place]) continue;
      seen[place] = 1;
      left--;
      found.push(...lanes.list(place));
    }
    return new Set(found);
  }

  /** Returns the events that name others, in the order given, whether or not they are among its own. */
  linked(): readonly TimelineEvent[] {
    const rows = [...new Set(this.rows.linked)].filter(row => this.rows.form(row) & LINKED);
    return rows.sort((a, b) => a - b).map(row => this.#at(row));
  }

  /** Returns the position of a dated event, or -1. */
  indexOf(id: string): number {
    if (this.#whole) return placeOf(this.#whole.indexOf(id), this.places!);
    const row = this.rows.rowOf(id);
    return row < 0 ? -1 : this.order.positions[row]!;
  }

  /** Returns the event of that id, dated or not, and whether or not it is among its own. */
  get(id: string): TimelineEvent | undefined {
    const row = this.rows.rowOf(id);
    return row < 0 ? undefined : this.#at(row);
  }

  /** How many events there are, and how firmly they are known. */
  get tally(): Tally {
    return (this.#tally ??= tallyOf(this));
  }

  /** How many events are spoken of: eras, which are background, count only where there is nothing else. */
  get count(): number {
    return (this.rows.hasEras && this.tally.count) || this.total;
  }

  /** A few dated events that stand for all: any sign of a date that occurs does so among them, and they reach as far. */
  get samples(): readonly TimelineEvent[] {
    return (this.#samples ??= samplesOf(this));
  }

  /** Whether any event has been corrected, whichever are among its own. */
  get hasCorrections(): boolean {
    return (this.#hasCorrections ??= hasCorrections(this));
  }

  /** Returns the whole document, all its events made. */
  toDocument(): TimelineDocument {
    return Object.freeze({
      ...this.document,
      events: Object.freeze(this.#inOrderGiven().map(row => this.#at(row))),
    });
  }

  /** Returns the events that it shows in another zone than that of their document, by row, as far as they are made. */
  get shown(): ReadonlyMap<number, TimelineEvent> {
    return this.#shown;
  }

  /** Returns the rows of all events, in the order given. */
  #inOrderGiven(): number[] {
    const found: number[] = [];
    for (let row = 0; row < this.rows.size; row++) if (this.holds(row)) found.push(row);
    return found;
  }

  #rowAt(i: number): number {
    return (this.#whole ?? this).order.rows[this.places?.[i] ?? i]!;
  }

  #at(row: number): TimelineEvent {
    const event = this.rows.event(row);
    const { timeZone } = this.document;
    if (timeZone === this.rows.context.timeZone || !(this.rows.form(row) & INSTANT)) return event;
    let shown = this.#shown.get(row);
    if (!shown) {
      shown = Object.freeze({ ...event, span: event.span && projectSpan(event.span, timeZone) });
      this.#shown.set(row, shown);
    }
    return shown;
  }
}

/** Returns where a position stands among some, ascending; -1 where it does not. O(log n). */
export function placeOf(position: number, positions: Uint32Array): number {
  const place = rank(positions, position);
  return positions[place] === position ? place : -1;
}

/** Returns when the event of a row was, in the zone that it is shown in. */
export function shownSpan(rows: EventRows, row: number, timeZone: string): DatedSpan | null {
  const span = rows.span(row);
  return span && timeZone !== rows.context.timeZone ? projectSpan(span, timeZone) : span;
}
