import type { EntryCount } from '../data/issue-log.js';
import type { Issue } from '../data/issue.js';
import { failureIssues, failureText, type LoadFailure } from './load-failure.js';

/** What there is to say of the data: that they are on their way, why there are none, what is wrong with them. */
export class DataState {
  /** Issues of the data on show. */
  found: readonly Issue[] = [];
  /** How many entries were read of them, at first and since, and how many have issues. */
  entries: EntryCount = { total: 0, faulty: 0 };
  /** Issues of sources that are not used. */
  ignored: readonly Issue[] = [];
  #loading = false;
  #progress: number | null = null;
  #failure: LoadFailure | null = null;

  get loading(): boolean {
    return this.#loading;
  }

  /** The share that is done of what is loading, 0 to 1; null where nobody knows. */
  get progress(): number | null {
    return this.#progress;
  }

  get failure(): LoadFailure | null {
    return this.#failure;
  }

  /** Why there are no data, for their author; empty where there are. */
  get error(): string {
    return this.#failure ? failureText(this.#failure) : '';
  }

  get issues(): readonly Issue[] {
    return [...this.ignored, ...(this.#failure ? failureIssues(this.#failure) : this.found)];
  }

  /** Something is on its way. */
  begin(): void {
    this.#loading = true;
    this.#progress = null;
  }

  /** Takes note of how far it is, and returns whether that shows: by the hundredth, and of a refresh not at all. */
  advance(share: number | null): boolean {
    const shown = share === null ? null : Math.floor(share * 100) / 100;
    if (!this.#loading || shown === this.#progress) return false;
    this.#progress = shown;
    return true;
  }

  /** It has come, or failed. */
  end(failure: LoadFailure | null = null): void {
    this.#loading = false;
    this.#failure = failure;
  }
}
