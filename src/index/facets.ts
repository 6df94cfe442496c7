import { EVENT } from '../data/document-shape.js';
import type { EventTable } from '../data/event-table.js';
import { fieldColumn, NO_VALUE, withoutEras } from './field-column.js';
import { wantedOf, type Filter } from './filter.js';

/** One value of a facet; `''` stands for none. */
export interface FacetValue {
  readonly value: string;
  /** How many events would match that have it, whatever else is chosen of its field. */
  readonly count: number;
  readonly chosen: boolean;
  /** Whether it is among those that most events have. */
  readonly large: boolean;
}

/** A field by which events may be chosen. */
export interface Facet {
  readonly field: string;
  /** In an order that no choice changes; no value last. */
  readonly values: readonly FacetValue[];
}

/** Fields of events that are facets in any data where they differ; the others are an author's own. */
export const USUAL = ['status', 'lane', 'kind', 'people', 'place', 'tags'];
/** How many values of a field are offered at first. */
const MOST_LARGE = 12;
/** How many records are looked at for fields of the author's own. */
const PROBES = 2000;
/** An author's own field with more values tells events apart, and does not sort them. */
const FEW = 40;

/**
 * Returns how many events have each value of some fields: of those that match the query, and of each field, all that is chosen of the
 * others. `matching` marks the rows that match the query. Eras are counted as what they are alone, by their kind, unless there is
 * nothing else. O(n) for each field, and no text is read twice.
 */
export function countFacets(
  table: EventTable,
  fields: readonly string[],
  { filter, matching }: { readonly filter: Filter; readonly matching: Uint8Array },
): Facet[] {
  const chosen = Object.entries(filter);
  const missed = missedBy(table, chosen, matching.length);
  const masks = new Map<string, Uint8Array>();
  const told = table.rows.hasEras && table.tally.count > 0 ? withoutEras(table, matching) : matching;
  const maskOf = (field: string): Uint8Array => {
    const among = field === 'kind' ? matching : told;
    if (chosen.length === 0) return among;
    // Fields of which nothing is chosen are counted among the same events.
    const own = chosen.findIndex(([name]) => name === field) + 1;
    const key = own || field === 'kind' ? field : '';
    let mask = masks.get(key);
    if (!mask) {
      mask = new Uint8Array(matching.length);
      for (let row = 0; row < mask.length; row++)
        mask[row] = among[row] && (missed[row] === 0 || missed[row] === own) ? 1 : 0;
      masks.set(key, mask);
    }
    return mask;
  };
  return fields.map(field => {
    const column = fieldColumn(table, field);
    const counts = column.countAmong(maskOf(field));
    const wanted = new Set(chosenIn(table, filter, field));
    const places = [...column.inOrder(column.ranked)];
    if (column.totals[NO_VALUE]! > 0) places.push(NO_VALUE);
    const large = new Set(column.ranked.slice(0, MOST_LARGE));
    const values = places.map(place => {
      const value = column.values[place]!;
      const isLarge = place === NO_VALUE || large.has(place);
      return { value, count: counts[place]!, chosen: wanted.has(value), large: isLarge };
    });
    return { field, values };
  });
}

/** By row, 1 + the place of the one field of which it has nothing that is chosen; 0 where there is none, `MANY` where there are more. */
function missedBy(
  table: EventTable,
  chosen: readonly (readonly [string, unknown])[],
  size: number,
): Uint16Array {
  const missed = new Uint16Array(size);
  chosen.forEach(([field, values], i) => {
    const has = fieldColumn(table, field).rowsWith(chosenIn(table, { [field]: values as string[] }, field));
    for (let row = 0; row < size; row++) if (!has[row]) missed[row] = missed[row] === 0 ? i + 1 : MANY;
  });
  return missed;
}

const MANY = 0xffff;

/** Returns the values that a filter asks for in a field; lanes, which may be named by their titles, by their ids. */
export function chosenIn({ document }: EventTable, filter: Filter, field: string): readonly string[] {
  const values = wantedOf(filter, field);
  if (field !== 'lane') return values;
  const titled = document.lanes.filter(({ title }) => title !== '' && values.includes(title));
  return [...values, ...titled.map(({ id }) => id)];
}

/**
 * Returns the fields by which the events of a table may be sorted: those that any of them have, where not all have the same values;
 * of an author's own fields those with few values, each of some events. O(n) for each of them, once.
 */
export function facetFields(table: EventTable): readonly string[] {
  const own = ownFields(table).filter(field => {
    const { values, ranked } = fieldColumn(table, field);
    return values.length <= FEW && ranked.length * 2 <= table.rows.count;
  });
  return [...USUAL, ...own].filter(field => isFacet(table, field));
}

/** Whether to choose a value of a field leaves some events out, and each event has its place. */
export function isFacet(table: EventTable, field: string): boolean {
  const { totals } = fieldColumn(table, field);
  const { count } = table.rows;
  const occurring = totals.filter(total => total > 0);
  return occurring.length > 1 && occurring.some(total => total < count);
}

/** Returns the fields of records that are not those of any document, in order of appearance, as far as a few records spread over all tell. */
export function ownFields({ rows }: EventTable): string[] {
  const found = new Set<string>();
  const step = Math.max(1, Math.floor(rows.size / PROBES));
  for (let row = 0; row < rows.size; row += step) {
    if (!rows.isLive(row)) continue;
    try {
      for (const name of Object.keys(rows.record(row))) if (!EVENT.byName.has(name)) found.add(name);
    } catch {
      // A record with code of its own has no fields that can be listed.
    }
  }
  return [...found];
}
