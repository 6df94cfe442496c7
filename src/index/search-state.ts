import type { DatedSpan } from '../time/dated-span.js';
import type { Query } from './query.js';
import type { Search } from './search.js';

/** What the search row shows. */
export interface SearchState {
  /** What is typed. */
  readonly text: string;
  /** How many events match, of how many; null where nothing is looked for. */
  readonly count: number | null;
  readonly total: number;
  /** Which of the hits is selected, from 1 on; null for none of them. */
  readonly at: number | null;
  /** What it is understood as, and what looks for that. */
  readonly query: Query;
  readonly search: Search;
  /** The date that is typed; null where it is none. */
  readonly moment: DatedSpan | null;
}
