/** Something that is loaded when it is first needed, once for all timelines of a page. */
export class LazyPart<T> {
  readonly #fetch: () => Promise<T>;
  #value: T | null = null;
  #loading: Promise<void> | null = null;

  constructor(fetch: () => Promise<T>) {
    this.#fetch = fetch;
  }

  /** Null until it is there. */
  get value(): T | null {
    return this.#value;
  }

  /** Resolves when it is there; rejects where it can't be had, and the next call tries again. */
  load(): Promise<void> {
    return (this.#loading ??= this.#take());
  }

  async #take(): Promise<void> {
    try {
      this.#value = await this.#fetch();
    } finally {
      this.#loading = null;
    }
  }
}
