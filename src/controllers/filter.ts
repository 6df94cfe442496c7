import type { EventTable } from '../data/event-table.js';
import type { Facet } from '../index/facets.js';
import { readFilter, type Filter } from '../index/filter.js';
import { Matches } from '../index/matches.js';
import { parseQuery, type Query } from '../index/query.js';
import { Search, type Criteria } from '../index/search.js';
import type { TableSource } from '../index/table-source.js';
import type { Data } from './data.js';
import { pacer } from './pacer.js';

/** What becomes of events that do not match: they are not there, or stand back. */
export const MATCHES = ['hide', 'dim'] as const;

export const isMatchesWord = (word: string): boolean => (MATCHES as readonly string[]).includes(word);

/** What a reader asks for; what is not named stays as it is. */
export interface Asked {
  readonly query?: string;
  readonly filter?: Filter;
}

export interface FilterOptions {
  data(): Data;
  /** What is looked for, as the host has it. */
  query(): string | null;
  filter(): unknown;
  /** Whether what does not match stays, and stands back. */
  dims(): boolean;
  /** The reader asks for something else: sets what is named, and sends word once it is found. */
  change(asked: Asked): void;
}

/** What was found. */
export interface Found {
  /** What was asked for; null for nothing, and the same object while it is the same. */
  readonly criteria: Criteria | null;
  /** The events that match: all where nothing is asked for. */
  readonly matching: TableSource;
  /** The events that are drawn: those, or all of them where the others stand back. */
  readonly shown: TableSource;
  /** What matches, where the others are drawn as well; else null. */
  readonly matches: Matches | null;
  /** How many match, of how many, as events are spoken of: eras are not counted. */
  readonly count: number;
  readonly total: number;
}

/** Query and filter, and which events match: found when it is asked for, and once for the same question about the same data. */
export class FilterController {
  readonly #options: FilterOptions;
  #search: { readonly table: EventTable; readonly search: Search } | null = null;
  #query: Query = parseQuery('');
  #filter: Filter = {};
  #fault: string | null = null;
  #criteria: Criteria | null = null;
  /** What was last asked of what. */
  #asked: readonly unknown[] = [];
  #found: Found | null = null;
  /** What was counted of what was found. */
  #facets: { readonly of: Found | null; readonly byField: Map<string, Facet> } = {
    of: null,
    byField: new Map(),
  };

  constructor(options: FilterOptions) {
    this.#options = options;
  }

  /** What is found as things are. */
  get found(): Found {
    const { data, query, filter, dims } = this.#options;
    const now = data();
    const { timeZone } = now.table.document;
    const asked = [query(), filter(), timeZone, now, dims()];
    if (this.#found && asked.every((value, i) => value === this.#asked[i])) return this.#found;
    if ([0, 1, 2].some(i => asked[i] !== this.#asked[i])) this.#read(timeZone);
    this.#asked = asked;
    return (this.#found = this.#find(now));
  }

  /** The query as it was understood. */
  get query(): Query {
    void this.found;
    return this.#query;
  }

  /** The values that are wanted of each field. */
  get filter(): Filter {
    void this.found;
    return this.#filter;
  }

  /** What of the filter is none, as text; null where all is well. */
  get fault(): string | null {
    void this.found;
    return this.#fault;
  }

  /** What finds the events. */
  get search(): Search {
    return this.#searchOf(this.#options.data().table);
  }

  /** Gets ready for what the reader may look for, without holding up the page. */
  async prepare(): Promise<void> {
    const drive = pacer({ signal: new AbortController().signal });
    await drive(this.search.prepare());
  }

  /** How many events would match that have each value of a field, whatever else is chosen of it. */
  facet(field: string): Facet {
    const { found } = this;
    if (this.#facets.of !== found) this.#facets = { of: found, byField: new Map<string, Facet>() };
    let facet = this.#facets.byField.get(field);
    if (!facet) {
      [facet] = this.search.facets([field], { query: this.#query, filter: this.#filter });
      this.#facets.byField.set(field, facet!);
    }
    return facet!;
  }

  /** The reader looks for something else. */
  change(asked: Asked): void {
    this.#options.change(asked);
  }

  #read(timeZone: string): void {
    const { query, filter } = this.#options;
    this.#query = parseQuery(query() ?? '', timeZone);
    const { filter: wanted, fault } = readFilter(filter());
    this.#filter = wanted;
    this.#fault = fault;
    const isAsked = this.#query.terms.length > 0 || Object.keys(wanted).length > 0;
    this.#criteria = isAsked ? { query: this.#query, filter: wanted } : null;
  }

  #searchOf(table: EventTable): Search {
    if (this.#search?.table !== table)
      this.#search = { table, search: new Search(table, this.#search?.search) };
    return this.#search.search;
  }

  #find({ table, source }: Data): Found {
    const criteria = this.#criteria;
    const matching = criteria ? source.narrowed(this.#searchOf(table).rows(criteria)!) : source;
    const { count } = matching.table;
    // Where nothing but eras matches, there may be more of those.
    const common = { criteria, matching, count, total: Math.max(table.count, count) };
    if (!criteria) return { ...common, shown: source, matches: null };
    return this.#options.dims()
      ? { ...common, shown: source, matches: new Matches(source, matching) }
      : { ...common, shown: matching, matches: null };
  }
}
