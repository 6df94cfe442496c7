import { isEra, kindOf, statusOf } from '../data/event-form.js';
import { KINDS, STATUSES } from '../data/timeline-event.js';
import type { EventTable } from '../data/event-table.js';
import type { EventRows } from '../data/event-rows.js';
import { valuesReader } from './field-values.js';

/** The place of no value among the values of any column. */
export const NO_VALUE = 0;

/** Fields whose values have an order of their own. */
const ORDERED: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ['status', STATUSES],
  ['kind', KINDS],
]);

/**
 * The values that the events of a table have of one field, each kept once and known by its place: to count them is to count small
 * numbers. An event has each of its values once, and one without any has the value `''`.
 */
export class FieldColumn {
  readonly field: string;
  /** Every value that any event has, in order of appearance, after `''`. */
  readonly values: readonly string[];
  /** How many events have each. */
  readonly totals: Uint32Array;
  /** The same without eras, which are background. */
  readonly #told: Uint32Array;
  /** Places of the values of all rows, one row after the other. */
  readonly #places: Uint32Array;
  /** Where those of each row begin, and where the last end; null where each row has one, whose place is that of the row. */
  readonly #offsets: Uint32Array | null;
  #ranked: readonly number[] | null = null;

  constructor(table: EventTable, field: string) {
    const { rows } = table;
    const { size } = rows;
    const known = new Map([['', NO_VALUE]]);
    const read = placesReader(table, field, known);
    const single = new Uint32Array(size);
    const areLive = rows.count === size;
    let row = 0;
    for (; row < size && (areLive || rows.isLive(row)); row++) {
      const found = read(row);
      if (found.length > 1) break;
      single[row] = found[0]!;
    }
    this.#places = single;
    this.#offsets = null;
    if (row < size) {
      const places = [...single.subarray(0, row)];
      const offsets = (this.#offsets = new Uint32Array(size + 1));
      for (let before = 0; before < row; before++) offsets[before] = before;
      for (; row < size; row++) {
        offsets[row] = places.length;
        if (rows.isLive(row)) places.push(...read(row));
      }
      offsets[size] = places.length;
      this.#places = Uint32Array.from(places);
    }
    this.field = field;
    this.values = [...known.keys()];
    this.totals = new Uint32Array(this.values.length);
    for (const place of this.#places) this.totals[place]!++;
    this.#told =
      field === 'kind' || !rows.hasEras
        ? this.totals
        : this.countAmong(withoutEras(table, new Uint8Array(size).fill(1)));
  }

  /** How many values the event of a row has, `''` included; 0 where there is no event any more. */
  count(row: number): number {
    return this.#offsets ? this.#offsets[row + 1]! - this.#offsets[row]! : 1;
  }

  /** The place of one of the values of a row. */
  place(row: number, i: number): number {
    return this.#places[(this.#offsets ? this.#offsets[row]! : row) + i]!;
  }

  /** Places of the values that occur, `''` apart: those of most events first, and of as many in the order of their letters. */
  get ranked(): readonly number[] {
    return (this.#ranked ??= Array.from(this.values.keys())
      .filter(place => place !== NO_VALUE && this.totals[place]! > 0)
      .sort(
        (a, b) =>
          this.#told[b]! - this.#told[a]! || this.totals[b]! - this.totals[a]! || this.#byLetters(a, b),
      ));
  }

  /** Puts places of values in the order that a reader expects: that of the field, of numbers by size, else as they are ranked. */
  inOrder(places: readonly number[]): readonly number[] {
    const own = ORDERED.get(this.field);
    const { values } = this;
    const key = own
      ? (place: number) => own.indexOf(values[place]!)
      : places.every(place => isNumeric(values[place]!))
        ? (place: number) => Number(values[place])
        : null;
    return key ? [...places].sort((a, b) => key(a) - key(b) || this.#byLetters(a, b)) : places;
  }

  /** Marks the rows whose events have any of some values. */
  rowsWith(values: Iterable<string>): Uint8Array {
    const wanted = new Set(values);
    const isWanted = Uint8Array.from(this.values, value => (wanted.has(value) ? 1 : 0));
    const [places, offsets] = [this.#places, this.#offsets];
    const found = new Uint8Array(offsets ? offsets.length - 1 : places.length);
    for (let row = 0, i = 0; row < found.length; row++)
      for (const end = offsets ? offsets[row + 1]! : row + 1; i < end; i++)
        if (isWanted[places[i]!]) found[row] = 1;
    return found;
  }

  /** Counts, by the place of each value, the events that have it among the rows that are marked. */
  countAmong(mask: Uint8Array): Uint32Array {
    const counts = new Uint32Array(this.values.length);
    const [places, offsets] = [this.#places, this.#offsets];
    if (!offsets) {
      for (let row = 0; row < mask.length; row++) counts[places[row]!]! += mask[row]!;
      return counts;
    }
    for (let row = 0, i = 0; row < mask.length; row++) {
      const end = offsets[row + 1]!;
      if (mask[row]) for (; i < end; i++) counts[places[i]!]!++;
      i = end;
    }
    return counts;
  }

  /** By code units: the same in any language. */
  #byLetters(a: number, b: number): number {
    return this.values[a]! < this.values[b]! ? -1 : 1;
  }
}

/** The place of a value among those that are known, where a new one comes last. */
function placeIn(known: Map<string, number>, value: string): number {
  let place = known.get(value);
  if (place === undefined) known.set(value, (place = known.size));
  return place;
}

/** Returns what reads the places of the values of a row, one at the least, and takes note of those that are not known yet. */
function placesReader(
  table: EventTable,
  field: string,
  known: Map<string, number>,
): (row: number) => readonly number[] {
  const valuesOf = valuesReader(table, field);
  const codeOf = codeReader(table, field);
  const alone: (readonly number[] | undefined)[] = [];
  const placesOf = (row: number): readonly number[] => {
    const values = valuesOf(row);
    if (values.length > 1) return [...new Set(values.map(value => placeIn(known, value)))];
    const place = placeIn(known, values[0] ?? '');
    return (alone[place] ??= [place]);
  };
  const byCode: (readonly number[] | undefined)[] = [];
  return codeOf ? row => (byCode[codeOf(row)] ??= placesOf(row)) : placesOf;
}

/** Returns what tells, by a small number, which rows have the same values of a field; null where that takes reading them. */
function codeReader({ rows }: EventTable, field: string): ((row: number) => number) | null {
  if (field === 'lane') return row => rows.place(row);
  if (field === 'status') return row => statusOf(rows.form(row)) + 1;
  return field === 'kind' ? row => kindOf(rows.form(row)) : null;
}

/** Returns a mask of rows without those of eras. */
export function withoutEras({ rows }: EventTable, mask: Uint8Array): Uint8Array {
  const told = mask.slice();
  for (let row = 0; row < told.length; row++) if (isEra(rows.form(row))) told[row] = 0;
  return told;
}

const isNumeric = (value: string): boolean => value.trim() !== '' && Number.isFinite(Number(value));

/** The columns of tables, by what does not change with their zone, lanes or filter. */
const COLUMNS = new WeakMap<EventRows, Map<string, FieldColumn>>();

/** Returns the values of a field of all events of a table. O(n) once. */
export function fieldColumn(table: EventTable, field: string): FieldColumn {
  let columns = COLUMNS.get(table.rows);
  if (!columns) COLUMNS.set(table.rows, (columns = new Map<string, FieldColumn>()));
  let column = columns.get(field);
  if (!column) columns.set(field, (column = new FieldColumn(table, field)));
  return column;
}
