import { scrollerOf, windowOf } from './scroller.js';

/** Where in a text a reader is: something that is in sight, and how far it lies below the top of the text. */
interface Place {
  readonly key: string;
  readonly offset: number;
}

/** How many after what is read are remembered, in case that goes: other data may gather it. */
const MOST_PLACES = 12;

/**
 * Keeps what a reader reads where it is, while what stands above it in the same text grows or shrinks. Only what is in
 * sight counts, and only where the text begins above the window: else nothing is pushed. (Engines do so by
 * themselves, `overflow-anchor`, but not all of them, and not where the whole text is set anew.)
 */
export class ReadingPlace {
  readonly #text: () => HTMLElement | null;
  /** The first of these that is left tells where the reader is. */
  #places: readonly Place[] = [];

  /** `text` holds the items, each with `data-item`. */
  constructor(text: () => HTMLElement | null) {
    this.#text = text;
  }

  /** Key of what is read; null where nothing is that could be pushed. */
  get key(): string | null {
    return this.#places[0]?.key ?? null;
  }

  /** Takes note of where the reader is: at what has the focus, if that is in sight, else at the first that is. */
  note(): void {
    const text = this.#text();
    this.#places = [];
    if (!text) return;
    const { top, bottom } = windowOf(scrollerOf(text));
    const start = text.getBoundingClientRect().top;
    if (start >= top || bottom <= top) return;
    const isInSight = (item: Element): boolean => {
      const box = item.getBoundingClientRect();
      return box.bottom > top && box.top < bottom;
    };
    const focused = (text.getRootNode() as ShadowRoot).activeElement?.closest('[data-item]');
    const items = itemsIn(text);
    const first = items.findIndex(isInSight);
    if (first < 0) return;
    const read = items.slice(first, first + MOST_PLACES);
    this.#places = [...(focused && isInSight(focused) ? [focused] : []), ...read].map(item => ({
      key: keyOf(item),
      offset: item.getBoundingClientRect().top - start,
    }));
  }

  /** What comes in the place of an item stands where that stood. */
  replace(key: string, by: string): void {
    this.note();
    const text = this.#text();
    const item = text && itemWith(text, key);
    if (!item) return;
    const offset = item.getBoundingClientRect().top - text.getBoundingClientRect().top;
    this.#places = [{ key: by, offset }];
  }

  /** Scrolls by as much as what is read has moved within the text since. */
  keep(): void {
    const text = this.#text();
    if (!text) return;
    const place = this.#places.find(({ key }) => itemWith(text, key));
    const item = place && itemWith(text, place.key);
    if (!item) return;
    const moved = item.getBoundingClientRect().top - text.getBoundingClientRect().top - place.offset;
    if (Math.abs(moved) >= 1) scrollerOf(text).scrollTop += moved;
    this.note();
  }
}

const keyOf = (item: Element): string => (item as HTMLElement).dataset.item!;

const itemsIn = (text: HTMLElement): HTMLElement[] => [...text.querySelectorAll<HTMLElement>('[data-item]')];

/** The item that has that key, or holds what has it. */
const itemWith = (text: HTMLElement, key: string): Element | null =>
  text
    .querySelector(`[data-item="${CSS.escape(key)}"], [data-key="${CSS.escape(key)}"]`)
    ?.closest('[data-item]') ?? null;
