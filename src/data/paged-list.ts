/** A page holds so many values, two to this power. */
const BITS = 10;
const SIZE = 1 << BITS;

/**
 * A list of which copies are cheap: they share what does not change. Over a list that is given, and stays as it is, lie pages
 * with what is other; a page is copied when it is first written to.
 */
export class PagedList<T> {
  readonly #base: readonly (T | undefined)[];
  #pages: (T | undefined)[][] = [];
  /** Pages that no copy shares. */
  #own = new Set<number>();

  constructor(base: readonly (T | undefined)[] = []) {
    this.#base = base;
  }

  /** Returns the value at a place; `undefined` where there is none. */
  get(at: number): T | undefined {
    const page = this.#pages[at >>> BITS];
    return page === undefined ? this.#base[at] : page[at & (SIZE - 1)];
  }

  set(at: number, value: T | undefined): void {
    const number = at >>> BITS;
    if (!this.#own.has(number)) {
      const page = this.#pages[number] ?? this.#base.slice(number * SIZE, (number + 1) * SIZE);
      this.#pages[number] = page.slice();
      this.#own.add(number);
    }
    this.#pages[number]![at & (SIZE - 1)] = value;
  }

  copy(): PagedList<T> {
    const copy = new PagedList<T>(this.#base);
    copy.#pages = this.#pages.slice();
    this.#own.clear();
    return copy;
  }
}
