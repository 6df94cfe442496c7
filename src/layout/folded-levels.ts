import type { Entry, LaneEntries } from '../index/event-source.js';
import type { CountedLevels } from './dense-levels.js';
import type { Item } from './item.js';

/** The levels of a collapsed lane: nothing stands in it, all is counted. */
export class FoldedLevels implements CountedLevels {
  readonly #makeItem: (entry: Entry) => Item;
  /** The items that were asked for, so that a guest is the same one in every scene. */
  readonly #items = new Map<string, Item>();
  #entries: LaneEntries;

  constructor(entries: LaneEntries, makeItem: (entry: Entry) => Item) {
    this.#entries = entries;
    this.#makeItem = makeItem;
  }

  get entries(): LaneEntries {
    return this.#entries;
  }

  around(): [] {
    return [];
  }

  find(id: string): { readonly item: Item; readonly placed: undefined } | null {
    const i = this.#entries.indexOf(id);
    if (i < 0) return null;
    let item = this.#items.get(id);
    if (!item) this.#items.set(id, (item = this.#makeItem(this.#entries.entry(i))));
    return { item, placed: undefined };
  }

  amend(entries: LaneEntries): void {
    this.#entries = entries;
    this.#items.clear();
  }
}
