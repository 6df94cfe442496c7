import type { EventTable } from '../data/event-table.js';
import type { Lane, Link, TimelineEvent } from '../data/timeline-event.js';
import type { EpochMs, TimeSpan } from '../time/epoch-ms.js';
import type { Entry, EventSource } from './event-source.js';

/** How many of the ascending `values` are below `limit` (`orEqual`: or equal to it). O(log n). */
function rank(values: Float64Array, limit: number, orEqual = false): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const value = values[middle]!;
    if (value < limit || (orEqual && value === limit)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The event source over a table in memory: sorted columns, counted and not visited. */
export class TableSource implements EventSource {
  readonly lanes: readonly Lane[];
  readonly #table: EventTable;
  readonly #byLane = new Map<string, Entry[]>();
  /** Starts of all entries; ends of those that last; moments of those that do not: each ascending. */
  readonly #starts: Float64Array;
  readonly #ends: Float64Array;
  readonly #instants: Float64Array;
  readonly #extent: TimeSpan | null;
  #namedBy: Map<string, { event: TimelineEvent; link: Link }[]> | null = null;

  constructor(table: EventTable) {
    this.#table = table;
    const starts: number[] = [];
    const ends: number[] = [];
    const instants: number[] = [];
    let low = Infinity;
    let high = -Infinity;
    for (let i = 0; i < table.size; i++) {
      const event = table.event(i);
      const start = table.starts[i]!;
      const end = table.ends[i]!;
      for (const bound of [start, end]) {
        if (!Number.isFinite(bound)) continue;
        low = Math.min(low, bound);
        high = Math.max(high, bound);
      }
      for (const lane of event.lanes) {
        const entries = this.#byLane.get(lane);
        const entry = { event, lane, start, end };
        if (entries) entries.push(entry);
        else this.#byLane.set(lane, [entry]);
        starts.push(start);
        (start === end ? instants : ends).push(end);
      }
    }
    this.lanes = table.document.lanes.filter(lane => this.#byLane.has(lane.id));
    this.#starts = Float64Array.from(starts).sort();
    this.#ends = Float64Array.from(ends).sort();
    this.#instants = Float64Array.from(instants).sort();
    this.#extent = low <= high ? { start: low, end: high } : null;
  }

  extent(): TimeSpan | null {
    return this.#extent;
  }

  knownUntil(): EpochMs {
    return this.#table.document.asOf?.end ?? this.#extent?.end ?? 0;
  }

  count(view: TimeSpan): number {
    return (
      rank(this.#starts, view.end) - rank(this.#ends, view.start, true) - rank(this.#instants, view.start)
    );
  }

  entries(lane: string): readonly Entry[] {
    return this.#byLane.get(lane) ?? [];
  }

  neighbour(id: string, step: number, lane?: string): TimelineEvent | null {
    if (lane !== undefined) {
      const entries = this.entries(lane);
      const at = entries.findIndex(entry => entry.event.id === id);
      return at < 0 ? null : (entries[at + step]?.event ?? null);
    }
    const at = this.#table.indexOf(id);
    const next = at + step;
    return at < 0 || next < 0 || next >= this.#table.size ? null : this.#table.event(next);
  }

  edge(which: 'first' | 'last'): TimelineEvent | null {
    const { size } = this.#table;
    return size === 0 ? null : this.#table.event(which === 'first' ? 0 : size - 1);
  }

  nearest(at: EpochMs, lane: string): TimelineEvent | null {
    let best: TimelineEvent | null = null;
    let least = Infinity;
    for (const { event, start, end } of this.entries(lane)) {
      const distance = Math.min(Math.abs(start - at), Math.abs(end - at));
      if (distance < least) {
        least = distance;
        best = event;
      }
    }
    return best;
  }

  beyond(id: string, at: EpochMs): TimelineEvent | null {
    const { starts, size } = this.#table;
    const from = this.#table.indexOf(id);
    if (from < 0) return null;
    const later = at > starts[from]!;
    // The last that starts by then; at least the neighbour, if there is one.
    const found = rank(starts, at, true) - 1;
    const to = later ? Math.max(found, from + 1) : Math.min(found, from - 1);
    const clamped = Math.max(0, Math.min(size - 1, to));
    return clamped === from ? null : this.#table.event(clamped);
  }

  namedBy(id: string): readonly { readonly event: TimelineEvent; readonly link: Link }[] {
    if (!this.#namedBy) {
      this.#namedBy = new Map();
      for (const event of this.#table.document.events)
        for (const link of event.links) {
          const known = this.#namedBy.get(link.to);
          if (known) known.push({ event, link });
          else this.#namedBy.set(link.to, [{ event, link }]);
        }
    }
    return this.#namedBy.get(id) ?? [];
  }

  get(id: string): TimelineEvent | undefined {
    const at = this.#table.indexOf(id);
    return at < 0 ? this.#table.undated.find(event => event.id === id) : this.#table.event(at);
  }
}
