import type { EventTable } from '../data/event-table.js';
import { RowSet } from '../data/row-set.js';
import type { Work } from '../data/work.js';
import { overlapsView } from './event-source.js';
import { valuesReader } from './field-values.js';
import type { Filter } from './filter.js';
import { Haystack } from './haystack.js';
import type { Query, Term } from './query.js';

/** What is looked for. */
export interface Criteria {
  readonly query: Query;
  readonly filter: Filter;
}

/** Fields by the names that readers may call them. */
const NAMES: Readonly<Record<string, string>> = {
  person: 'people',
  tag: 'tags',
  sources: 'source',
};
const KNOWN = new Set([
  'title',
  'short',
  'summary',
  'people',
  'place',
  'tags',
  'source',
  'lane',
  'status',
  'kind',
  'id',
]);

/** Finds the events of a table that match; its texts are folded when they are first searched. */
export class Search {
  readonly #table: EventTable;
  readonly #haystack: Haystack;

  /** `before` is one of another table, of which what is the same need not be read again. */
  constructor(table: EventTable, before: Search | null = null) {
    this.#table = table;
    this.#haystack = new Haystack(table, before && before.#haystack);
  }

  /** Folds the texts that are searched by default, so that the first question need not wait for that. */
  prepare(): Work<void> {
    return this.#haystack.prepare();
  }

  /** Returns the rows of the events that match; null where nothing is asked for. */
  rows({ query, filter }: Criteria): RowSet | null {
    const fields = Object.entries(filter);
    if (query.terms.length === 0 && fields.length === 0) return null;
    const { rows } = this.#table;
    const mask = new Uint8Array(rows.size);
    for (let row = 0; row < rows.size; row++) mask[row] = rows.isLive(row) ? 1 : 0;
    for (const term of query.terms) {
      const found = this.#find(term);
      const wanted = term.negated ? 0 : 1;
      for (let row = 0; row < mask.length; row++) if (found[row] !== wanted) mask[row] = 0;
    }
    for (const [field, values] of fields) this.#keepValues(mask, field, values);
    return new RowSet(mask);
  }

  #find(term: Term): Uint8Array {
    if (term.kind === 'time') return this.#findTime(term);
    const field = term.field === null ? null : this.#fieldOf(term.field);
    return field === null ? this.#haystack.find(term.whole, null) : this.#haystack.find(term.needle, field);
  }

  /** The field that is meant by a name; null where no event has it. */
  #fieldOf(name: string): string | null {
    const lower = name.toLowerCase();
    const known = NAMES[lower] ?? lower;
    if (KNOWN.has(known)) return known;
    return [name, lower].find(field => this.#haystack.has(field)) ?? null;
  }

  #findTime({ relation, span }: Extract<Term, { kind: 'time' }>): Uint8Array {
    const { order, rows } = this.#table;
    const found = new Uint8Array(rows.size);
    for (let i = 0; i < order.rows.length; i++) {
      const start = order.starts[i]!;
      const end = order.ends[i]!;
      const isMeant =
        relation === 'before'
          ? start < span.start
          : relation === 'after'
            ? end > span.end || (start === end && start >= span.end)
            : overlapsView({ start, end }, span);
      if (isMeant) found[order.rows[i]!] = 1;
    }
    return found;
  }

  #keepValues(mask: Uint8Array, field: string, values: readonly string[]): void {
    const wanted = new Set(values);
    if (field === 'lane')
      for (const { id, title } of this.#table.document.lanes) if (wanted.has(title)) wanted.add(id);
    const valuesOf = valuesReader(this.#table, field);
    for (let row = 0; row < mask.length; row++) {
      if (mask[row] === 0) continue;
      const own = valuesOf(row);
      if (!(own.length === 0 ? wanted.has('') : own.some(value => wanted.has(value)))) mask[row] = 0;
    }
  }
}
