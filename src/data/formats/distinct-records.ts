import type { Draft } from './schema-node.js';

/**
 * Collects records that may be told more than once. Two of different notations, such as microdata and
 * JSON-LD of one page, are one where title and start agree, and addresses, or else places, do not differ.
 */
export class DistinctRecords {
  readonly records: Draft[] = [];
  readonly #byNode = new WeakMap<object, Draft>();
  /** Whether all was looked into for them; false where something was nested too deeply. */
  isWhole = true;
  /** By title and start, those of each notation. */
  readonly #seen = new Map<string, Map<string, Draft[]>>();

  /** Returns the record of a node, which `make` makes where the very node was not met before. */
  of(node: object, make: () => Draft, notation: string): Draft {
    const record = this.#byNode.get(node) ?? this.add(make(), notation);
    this.#byNode.set(node, record);
    return record;
  }

  /** Returns the record as it is kept: the one that was there already, with what it did not say yet. */
  add(record: Draft, notation: string): Draft {
    const { title, date, start = date } = record;
    const key = JSON.stringify([title, start]);
    const alike = this.#seen.get(key) ?? new Map<string, Draft[]>();
    const told = firstOfOthers(alike, notation, other => agree(other, record));
    if (told && title && start) return Object.assign(told, { ...record, ...told });
    this.#seen.set(key, alike);
    const same = alike.get(notation);
    if (same) same.push(record);
    else alike.set(notation, [record]);
    this.records.push(record);
    return record;
  }
}

/** Returns the first that a question is answered with yes for of what other notations say. */
function firstOfOthers(
  alike: ReadonlyMap<string, readonly Draft[]>,
  notation: string,
  is: (other: Draft) => boolean,
): Draft | undefined {
  for (const [other, records] of alike) {
    const found = other === notation ? undefined : records.find(is);
    if (found) return found;
  }
  return undefined;
}

const agree = (a: Draft, b: Draft): boolean =>
  a.url && b.url ? isSameAddress(String(a.url), String(b.url)) : !a.place || !b.place || a.place === b.place;

/** Whether one is the other in full. */
const isSameAddress = (a: string, b: string): boolean =>
  a === b || a.endsWith(`/${b.replace(/^\//, '')}`) || b.endsWith(`/${a.replace(/^\//, '')}`);
