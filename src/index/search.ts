import type { EventTable } from '../data/event-table.js';
import { RowSet } from '../data/row-set.js';
import type { Work } from '../data/work.js';
import { overlapsView } from './event-source.js';
import { chosenIn, countFacets, type Facet } from './facets.js';
import { fieldColumn } from './field-column.js';
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
  #last: { readonly query: Query; readonly mask: Uint8Array } | null = null;

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
    const fields = Object.keys(filter).filter(field => filter[field]!.length > 0);
    if (query.terms.length === 0 && fields.length === 0) return null;
    const mask = this.#matching(query).slice();
    for (const field of fields) {
      const wanted = fieldColumn(this.#table, field).rowsWith(chosenIn(this.#table, filter, field));
      for (let row = 0; row < mask.length; row++) mask[row]! &= wanted[row]!;
    }
    return new RowSet(mask);
  }

  /** Returns how many events have each value of some fields, of those that match all else that is looked for. */
  facets(fields: readonly string[], { query, filter }: Criteria): Facet[] {
    return countFacets(this.#table, fields, { filter, matching: this.#matching(query) });
  }

  /** Marks the rows of the events that match a query; the last answer is kept. */
  #matching(query: Query): Uint8Array {
    if (this.#last?.query === query) return this.#last.mask;
    const { rows } = this.#table;
    const mask = new Uint8Array(rows.size);
    for (let row = 0; row < rows.size; row++) mask[row] = rows.isLive(row) ? 1 : 0;
    for (const term of query.terms) {
      const found = this.#find(term);
      const wanted = term.negated ? 0 : 1;
      for (let row = 0; row < mask.length; row++) if (found[row] !== wanted) mask[row] = 0;
    }
    this.#last = { query, mask };
    return mask;
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
}
