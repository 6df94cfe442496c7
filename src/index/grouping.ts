import type { EventTable } from '../data/event-table.js';
import type { LaneAssignment } from '../data/lane-assignment.js';
import { fieldColumn, NO_VALUE } from './field-column.js';

/** How many values have a group of their own. */
export const MOST_GROUPS = 12;

/** The events that share a value of a field. */
export interface Group {
  /** The value itself, where it is one; that of all other values is called by a word that no value has. */
  readonly id: string;
  /** What they have in common: one value, none of them, or values of few events each. */
  readonly kind: 'value' | 'none' | 'other';
}

/** The events of a table by their values of one field. */
export class Grouping implements LaneAssignment {
  readonly field: string;
  /** Of the largest values in their order, then of the other values, then of none: those that occur. */
  readonly groups: readonly Group[];
  /** The ids of those of values, the largest first. */
  readonly largest: readonly string[];
  readonly areSingle: boolean;
  /** By row, a bit for each group that its event is in. */
  readonly #masks: Uint16Array;
  /** By mask, the ids of its groups. */
  readonly #lists: (readonly string[] | undefined)[] = [];

  /** Of the groups of values the `most` largest. O(n) */
  constructor(table: EventTable, field: string, most = MOST_GROUPS) {
    const column = fieldColumn(table, field);
    const largest = column.ranked.slice(0, most);
    const chosen = column.inOrder(largest);
    const groups: Group[] = chosen.map(place => ({ id: column.values[place]!, kind: 'value' }));
    const others = column.ranked.length > most ? groups.push({ id: freeId(groups), kind: 'other' }) - 1 : -1;
    const none = column.totals[NO_VALUE]! > 0 ? groups.push({ id: '', kind: 'none' }) - 1 : -1;
    const bits = new Uint16Array(column.values.length).fill(1 << others);
    chosen.forEach((place, i) => (bits[place] = 1 << i));
    bits[NO_VALUE] = 1 << none;
    this.#masks = new Uint16Array(table.rows.size);
    let areSingle = true;
    for (let row = 0; row < this.#masks.length; row++) {
      let mask = 0;
      for (let i = column.count(row) - 1; i >= 0; i--) mask |= bits[column.place(row, i)]!;
      this.#masks[row] = mask;
      if (mask & (mask - 1)) areSingle = false;
    }
    this.field = field;
    this.groups = groups;
    this.largest = largest.map(place => column.values[place]!);
    this.areSingle = areSingle;
  }

  get places(): number {
    return 1 << this.groups.length;
  }

  place(row: number): number {
    return this.#masks[row]!;
  }

  list(place: number): readonly string[] {
    return (this.#lists[place] ??= this.groups.flatMap(({ id }, i) => (place & (1 << i) ? [id] : [])));
  }
}

/** A name for all other values that is none of theirs. */
function freeId(groups: readonly Group[]): string {
  const taken = new Set(groups.map(({ id }) => id));
  let id = 'other';
  for (let n = 2; taken.has(id); n++) id = `other~${n}`;
  return id;
}
