import type { EventTable } from '../data/event-table.js';
import { RowSet } from '../data/row-set.js';
import type { Work } from '../data/work.js';
import { overlapsView } from './event-source.js';
import { chosenIn, countFacets, type Facet } from './facets.js';
import { fieldColumn } from './field-column.js';
import type { Filter } from './filter.js';
import { Haystack } from './haystack.js';
import { implies, isSameTerm, type Query, type Term, type WordTerm } from './query.js';

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
/** Fields that any document may have. */
export const KNOWN_FIELDS: ReadonlySet<string> = new Set([
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

/** How many answers are kept: so far one goes back to what one has typed before. */
const MOST_ANSWERS = 8;

/** Which events match what was asked. */
interface Answer {
  readonly terms: readonly Term[];
  /** Marks their rows. */
  readonly mask: Uint8Array;
  readonly count: number;
}

/** Finds the events of a table that match; its texts are folded when they are first searched. */
export class Search {
  readonly table: EventTable;
  readonly #haystack: Haystack;
  /** The last answers, that to nothing first. */
  readonly #answers: Answer[];

  /** `before` is one of another table, of which what is the same need not be read again. */
  constructor(table: EventTable, before: Search | null = null) {
    this.table = table;
    this.#haystack = new Haystack(table, before && before.#haystack);
    const { rows } = table;
    const mask = new Uint8Array(rows.size);
    for (let row = 0; row < mask.length; row++) mask[row] = rows.isLive(row) ? 1 : 0;
    this.#answers = [{ terms: [], mask, count: rows.count }];
  }

  /** Folds the texts that are searched by default, so that the first question need not wait for that. */
  prepare(): Work<void> {
    return this.#haystack.prepare();
  }

  /** Returns the rows of the events that match; null where nothing is asked for. */
  rows({ query, filter }: Criteria): RowSet | null {
    const fields = Object.keys(filter).filter(field => filter[field]!.length > 0);
    if (query.terms.length === 0 && fields.length === 0) return null;
    const matching = this.#matching(query);
    if (fields.length === 0) return new RowSet(matching);
    const mask = matching.slice();
    for (const field of fields) {
      const wanted = fieldColumn(this.table, field).rowsWith(chosenIn(this.table, filter, field));
      for (let row = 0; row < mask.length; row++) mask[row]! &= wanted[row]!;
    }
    return new RowSet(mask);
  }

  /** Returns how many events have each value of some fields, of those that match all else that is looked for. */
  facets(fields: readonly string[], { query, filter }: Criteria): Facet[] {
    return countFacets(this.table, fields, { filter, matching: this.#matching(query) });
  }

  /** Whether no event has the field that some words are looked for in, nor the words with its name before them. */
  missesField({ field, whole }: WordTerm): boolean {
    return this.#fieldOf(field!) === null && !this.#haystack.find(whole, null).includes(1);
  }

  /** Marks the rows of the events that match a query. */
  #matching({ terms }: Query): Uint8Array {
    const known = this.#answers.find(
      answer =>
        answer.terms.length === terms.length && answer.terms.every((term, i) => isSameTerm(term, terms[i]!)),
    );
    if (known) return known.mask;
    // Who types on asks for some of what was found: no other texts are looked through.
    const [start] = this.#answers
      .filter(answer => answer.terms.every(other => terms.some(term => implies(term, other))))
      .sort((a, b) => a.count - b.count);
    let { mask } = start!;
    for (const term of terms)
      if (!start!.terms.some(other => isSameTerm(term, other))) mask = this.#narrow(mask, term);
    let count = 0;
    for (let row = 0; row < mask.length; row++) count += mask[row]!;
    if (this.#answers.length === MOST_ANSWERS) this.#answers.splice(1, 1);
    this.#answers.push({ terms, mask, count });
    return mask;
  }

  /** Marks those of some rows that have a term. */
  #narrow(among: Uint8Array, term: Term): Uint8Array {
    const found = this.#find(term, among);
    if (term.negated) for (let row = 0; row < found.length; row++) found[row] = among[row]! & ~found[row]!;
    return found;
  }

  #find(term: Term, among: Uint8Array): Uint8Array {
    if (term.kind === 'time') return this.#findTime(term, among);
    const field = term.field === null ? null : this.#fieldOf(term.field);
    return this.#haystack.find(field === null ? term.whole : term.needle, field, among);
  }

  /** The field that is meant by a name; null where no event has it. */
  #fieldOf(name: string): string | null {
    const lower = name.toLowerCase();
    const known = NAMES[lower] ?? lower;
    if (KNOWN_FIELDS.has(known)) return known;
    return [name, lower].find(field => this.#haystack.has(field)) ?? null;
  }

  #findTime({ relation, span }: Extract<Term, { kind: 'time' }>, among: Uint8Array): Uint8Array {
    const { order, rows } = this.table;
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
      if (isMeant) found[order.rows[i]!] = among[order.rows[i]!]!;
    }
    return found;
  }
}
