import type { DateEnd } from '../time/dated-span.js';
import type { TimelineDocument, TimelineEvent } from './timeline-event.js';

/** The dated events of a document in the order of time, their stretches as columns. */
export interface EventTable {
  readonly document: TimelineDocument;
  /** How many there are. */
  readonly size: number;
  /** In ms, ascending; `-Infinity` where the start is open. */
  readonly starts: Float64Array;
  /** In ms; `Infinity` where the end is open, equal to the start for an instant. */
  readonly ends: Float64Array;
  /** In the order given. */
  readonly undated: readonly TimelineEvent[];
  /** Returns the event at a position. */
  event(i: number): TimelineEvent;
  /** Returns the position of a dated event, or -1. */
  indexOf(id: string): number;
}

/**
 * Returns the table of a document: sorted by start, then end, then id, so that it does not depend on the order
 * given. Of times that clocks put back show twice, the earlier instant comes first.
 */
export function eventTable(document: TimelineDocument): EventTable {
  const dated: TimelineEvent[] = [];
  const undated: TimelineEvent[] = [];
  for (const event of document.events) (event.span ? dated : undated).push(event);
  dated.sort((a, b) => {
    const [s, t] = [a.span!, b.span!];
    return (
      order(s.start, t.start) ||
      order(s.end, t.end) ||
      order(instant(s.from), instant(t.from)) ||
      order(instant(s.to), instant(t.to)) ||
      order(a.id, b.id)
    );
  });
  const positions = new Map(dated.map((event, i) => [event.id, i]));
  return {
    document,
    size: dated.length,
    starts: Float64Array.from(dated, event => event.span!.start),
    ends: Float64Array.from(dated, event => event.span!.end),
    undated,
    event: i => dated[i]!,
    indexOf: id => positions.get(id) ?? -1,
  };
}

const instant = (side: DateEnd) => side.instant ?? -Infinity;

/** Compares without subtracting: two open ends are equal. */
const order = <T extends number | string>(a: T, b: T) => (a < b ? -1 : a > b ? 1 : 0);
