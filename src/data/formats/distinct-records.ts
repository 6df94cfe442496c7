import type { Draft } from './schema-node.js';

interface Known {
  readonly record: Draft;
  readonly notation: string;
}

/**
 * Collects records that may be told more than once. Two of different notations, such as microdata and
 * JSON-LD of one page, are one where title and start agree, and addresses, or else places, do not differ.
 */
export class DistinctRecords {
  readonly records: Draft[] = [];
  readonly #seen = new Map<string, Known[]>();

  /** Returns the record as it is kept: the one that was there already, with what it did not say yet. */
  add(record: Draft, notation: string): Draft {
    const { title, date, start = date } = record;
    const key = JSON.stringify([title, start]);
    const alike: Known[] = this.#seen.get(key) ?? [];
    const told = alike.find(other => other.notation !== notation && agree(other.record, record));
    if (told && title && start) return Object.assign(told.record, { ...record, ...told.record });
    this.#seen.set(key, alike);
    alike.push({ record, notation });
    this.records.push(record);
    return record;
  }
}

const agree = (a: Draft, b: Draft): boolean =>
  a.url && b.url ? isSameAddress(String(a.url), String(b.url)) : !a.place || !b.place || a.place === b.place;

/** Whether one is the other in full. */
const isSameAddress = (a: string, b: string): boolean =>
  a === b || a.endsWith(`/${b.replace(/^\//, '')}`) || b.endsWith(`/${a.replace(/^\//, '')}`);
