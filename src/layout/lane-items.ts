import type { Entry } from '../index/event-source.js';
import { byTime, type Item } from './item.js';

/** What became of the items of a lane. */
export interface ItemChanges {
  /** All that there are now, in time order. */
  readonly items: readonly Item[];
  readonly gone: readonly Item[];
  readonly come: readonly Item[];
}

/** Keeps a place until it is known who takes it. */
const NOBODY = null as unknown as Item;

/**
 * Follows the entries of a lane from one state of the data to the next, in time order both: an item stays
 * the same object while nothing changes that its place depends on, and else is gone and comes anew. O(n).
 */
export function followEntries(
  items: readonly Item[],
  entries: readonly Entry[],
  make: (entry: Entry) => Item,
): ItemChanges {
  const found: Item[] = [];
  /** Positions of entries without their item, and items without their entry, by event id. */
  const loose: number[] = [];
  const old = new Map<string, Item>();
  let at = 0;
  const drop = (): void => void old.set(items[at]!.event.id, items[at++]!);
  for (let i = 0; i < entries.length; i++) {
    const entry = entries[i]!;
    while (at < items.length && items[at]!.event !== entry.event && byTime(items[at]!, entry) < 0) drop();
    const item = items[at];
    if (item?.event === entry.event) {
      found.push(item);
      at++;
      continue;
    }
    loose.push(i);
    found.push(NOBODY);
    if (item && byTime(item, entry) === 0) drop();
  }
  while (at < items.length) drop();

  const gone: Item[] = [];
  const come: Item[] = [];
  for (const i of loose) {
    const entry = entries[i]!;
    const item = old.get(entry.event.id);
    if (item) old.delete(entry.event.id);
    if (item && (item.event === entry.event || staysPut(item, entry))) {
      item.event = entry.event;
      found[i] = item;
      continue;
    }
    if (item) gone.push(item);
    come.push((found[i] = make(entry)));
  }
  return { items: found, gone: [...gone, ...old.values()], come };
}

/** The part of the changes that passes a test; the order stays. */
export function changesWhere({ items, gone, come }: ItemChanges, test: (item: Item) => boolean): ItemChanges {
  return { items: items.filter(test), gone: gone.filter(test), come: come.filter(test) };
}

/** Whether another state of an event needs the same room and says the same in it. */
export function staysPut({ event: before, start, end }: Item, { event, ...entry }: Entry): boolean {
  const [span, spanBefore] = [event.span!, before.span!];
  return (
    entry.start === start &&
    entry.end === end &&
    span.source === spanBefore.source &&
    span.kind === spanBefore.kind &&
    event.title === before.title &&
    event.short === before.short &&
    event.status === before.status &&
    event.statusText === before.statusText &&
    event.kind === before.kind &&
    event.importance === before.importance
  );
}
