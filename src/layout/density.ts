import type { EventSource } from '../index/event-source.js';
import type { TimeSpan } from '../time/epoch-ms.js';

/** How many entries overlap each of so many equal parts of a stretch, in order. O(parts · log n). */
export function densityOf(
  source: Pick<EventSource, 'count'>,
  { start, end }: TimeSpan,
  parts: number,
): number[] {
  const edge = (i: number): number => start + ((end - start) * i) / parts;
  return Array.from({ length: parts }, (_, i) => source.count({ start: edge(i), end: edge(i + 1) }));
}
