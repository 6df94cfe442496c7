import { isEra } from '../data/event-form.js';
import type { EventTable } from '../data/event-table.js';
import { countBefore, rank } from '../data/sorted-bounds.js';
import type { TimelineEvent } from '../data/timeline-event.js';
import type { TimeSpan } from '../time/epoch-ms.js';
import { overlapsView } from './event-source.js';

/** How far a reader is in a story. */
export interface StoryProgress {
  /** Place of the selected event, from 0 on; -1 where none is selected, or one that is not told. */
  readonly place: number;
  readonly length: number;
  /** Whether nothing is selected, so that the story can begin. */
  readonly isBefore: boolean;
  /** Whether there is something to go back to, and on to. */
  readonly canGoBack: boolean;
  readonly canGoOn: boolean;
}

/**
 * The order in which events are told: the dated ones in the order of time, then the undated ones in the order given. Eras are
 * background, and told only where there is nothing else.
 */
export class StoryOrder {
  readonly #table: EventTable;
  /** Positions in the table of the dated events that are told, ascending. */
  readonly #dated: Float64Array;
  readonly #undated: readonly TimelineEvent[];

  /** O(n), and makes none of the dated events. */
  constructor(table: EventTable) {
    this.#table = table;
    const { rows, order, size } = table;
    const isTold = table.tally.count > 0 ? (i: number) => !isEra(rows.form(order.rows[i]!)) : () => true;
    const dated = new Float64Array(size);
    let count = 0;
    for (let i = 0; i < size; i++) if (isTold(i)) dated[count++] = i;
    this.#dated = dated.subarray(0, count);
    this.#undated =
      table.tally.count > 0 ? table.undated.filter(({ kind }) => kind !== 'era') : table.undated;
  }

  /** How many events are told. */
  get length(): number {
    return this.#dated.length + this.#undated.length;
  }

  /** How many of the dated ones share time with a view. O(n). */
  countIn(view: TimeSpan): number {
    const { starts, ends } = this.#table;
    return this.#dated.filter(i => overlapsView({ start: starts[i]!, end: ends[i]! }, view)).length;
  }

  /** The event at a place, from 0 on; `null` beyond the ends. */
  at(place: number): TimelineEvent | null {
    const { length } = this.#dated;
    if (place >= length) return this.#undated[place - length] ?? null;
    return place < 0 ? null : this.#table.event(this.#dated[place]!);
  }

  /** The place of an event; -1 of one that is not told. */
  placeOf(id: string): number {
    const { found, place } = this.#find(id);
    return found ? place : -1;
  }

  /** The event that is told next, or before (-1). Where an event is not told, that is asked of where it would be. */
  neighbour(id: string, by: 1 | -1): TimelineEvent | null {
    const { found, place } = this.#find(id);
    return this.at(found || by < 0 ? place + by : place);
  }

  /** How far a reader is who has selected that event, or none. */
  progress(selected: string | null): StoryProgress {
    const isBefore = selected === null;
    return {
      place: isBefore ? -1 : this.placeOf(selected),
      length: this.length,
      isBefore,
      canGoBack: !isBefore && this.neighbour(selected, -1) !== null,
      canGoOn: isBefore ? this.length > 0 : this.neighbour(selected, 1) !== null,
    };
  }

  #find(id: string): { found: boolean; place: number } {
    const position = this.#table.indexOf(id);
    if (position < 0) {
      const place = this.#undated.findIndex(event => event.id === id);
      return place < 0
        ? { found: false, place: this.#placeAfter(id) }
        : { found: true, place: this.#dated.length + place };
    }
    const place = rank(this.#dated, position);
    return { found: this.#dated[place] === position, place };
  }

  /** The place of the first that would come after an event which is not among them, as it is hidden; the end where nobody knows it. */
  #placeAfter(id: string): number {
    const { rows, places, whole } = this.#table;
    const position = whole?.indexOf(id) ?? -1;
    if (position >= 0) return rank(this.#dated, rank(places!, position));
    const row = rows.rowOf(id);
    const undated =
      row < 0
        ? this.#undated.length
        : countBefore(this.#undated.length, i => rows.rowOf(this.#undated[i]!.id) < row);
    return this.#dated.length + undated;
  }
}

const ORDERS = new WeakMap<EventTable, StoryOrder>();

/** Returns the order of a table, made once. */
export function storyOrder(table: EventTable): StoryOrder {
  let order = ORDERS.get(table);
  if (!order) ORDERS.set(table, (order = new StoryOrder(table)));
  return order;
}
