import { laneMeaning, telling, type Arranged, type ColorMeaning } from './arrangement.js';
import type { EventSource } from './event-source.js';

const KNOWN = new WeakMap<Pick<EventSource, 'lanes'>, readonly ColorMeaning[]>();

/**
 * What the colours of a source mean that tell its lanes: none of a lane that is hidden, as one above it is collapsed. That one
 * stands for several lanes, by which nothing is chosen. The same list for the same source.
 */
export function shownMeanings(
  { lanes, coloring, meanings }: Pick<Arranged, 'lanes' | 'coloring' | 'meanings'>,
  source: Pick<EventSource, 'lanes'>,
): readonly ColorMeaning[] {
  if (meanings.length === 0 || lanes !== 'lane' || coloring !== null) return meanings;
  let shown = KNOWN.get(source);
  if (!shown) {
    const own = new Map(meanings.map(meaning => [meaning.value, meaning]));
    const isHidden = (value: string | null): boolean => !source.lanes.some(({ id }) => id === value);
    const found = source.lanes.flatMap(lane => {
      const meaning = own.get(lane.id);
      if (meaning) return [meaning];
      return lane.collapsed ? [{ ...laneMeaning(lane, lane.place), value: null }] : [];
    });
    KNOWN.set(source, (shown = meanings.some(({ value }) => isHidden(value)) ? telling(found) : meanings));
  }
  return shown;
}
