import type { EventTable } from '../data/event-table.js';
import { rank } from '../data/sorted-bounds.js';
import type { Lane, Link, TimelineEvent } from '../data/timeline-event.js';
import type { EpochMs, TimeSpan } from '../time/epoch-ms.js';
import { overlapsView, type Entry, type EventSource } from './event-source.js';
import { LaneIndex } from './lane-index.js';

/** The event source over a table in memory: sorted columns, counted and not visited. An event is made when it is asked for. */
export class TableSource implements EventSource {
  readonly lanes: readonly Lane[];
  readonly #table: EventTable;
  readonly #entries = new Map<string, readonly Entry[]>();
  #indexes: ReadonlyMap<string, LaneIndex> | null = null;
  #namedBy: Map<string, { event: TimelineEvent; link: Link }[]> | null = null;

  constructor(table: EventTable) {
    this.#table = table;
    const used = table.usedLanes();
    this.lanes = table.document.lanes.filter(({ id }) => used.has(id));
  }

  extent(): TimeSpan | null {
    return this.#table.reach.extent;
  }

  hull(): TimeSpan | null {
    return this.#table.reach.hull;
  }

  knownUntil(): EpochMs {
    return this.#table.document.asOf?.end ?? this.extent()?.end ?? 0;
  }

  count(view: TimeSpan): number {
    const { starts, ends, instants } = this.#table.bounds;
    return rank(starts, view.end) - rank(ends, view.start, true) - rank(instants, view.start);
  }

  countEvents(view: TimeSpan): number {
    const { starts, ends, bounds } = this.#table;
    if (bounds.starts.length === this.#table.size) return this.count(view);
    const begun = rank(starts, view.end);
    let count = 0;
    for (let i = 0; i < begun; i++) if (overlapsView({ start: starts[i]!, end: ends[i]! }, view)) count++;
    return count;
  }

  entries(lane: string): readonly Entry[] {
    let entries = this.#entries.get(lane);
    if (!entries) {
      const index = this.lane(lane);
      entries = Array.from({ length: index.size }, (_, i) => index.entry(i));
      this.#entries.set(lane, entries);
    }
    return entries;
  }

  lane(id: string): LaneIndex {
    this.#indexes ??= indexesOf(this.#table, this.lanes);
    return this.#indexes.get(id) ?? new LaneIndex(this.#table, id, new Uint32Array());
  }

  neighbour(id: string, step: number, lane?: string): TimelineEvent | null {
    const { size } = this.#table;
    let at = this.#table.indexOf(id);
    if (at < 0 || (lane !== undefined && !this.#isIn(at, lane))) return null;
    const by = Math.sign(step);
    for (let left = Math.abs(step); left > 0;) {
      at += by;
      if (at < 0 || at >= size) return null;
      if (lane === undefined || this.#isIn(at, lane)) left--;
    }
    return this.#table.event(at);
  }

  edge(which: 'first' | 'last'): TimelineEvent | null {
    const { size } = this.#table;
    return size === 0 ? null : this.#table.event(which === 'first' ? 0 : size - 1);
  }

  nearest(at: EpochMs, lane: string): TimelineEvent | null {
    const { starts, ends } = this.#table;
    let best = -1;
    let least = Infinity;
    for (const i of this.#positions(lane)) {
      const distance = Math.min(Math.abs(starts[i]! - at), Math.abs(ends[i]! - at));
      if (distance < least) {
        least = distance;
        best = i;
      }
    }
    return best < 0 ? null : this.#table.event(best);
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
      for (const event of this.#table.linked())
        for (const link of event.links) {
          const known = this.#namedBy.get(link.to);
          if (known) known.push({ event, link });
          else this.#namedBy.set(link.to, [{ event, link }]);
        }
    }
    return this.#namedBy.get(id) ?? [];
  }

  get(id: string): TimelineEvent | undefined {
    return this.#table.get(id);
  }

  /** Yields the positions of the events of a lane, in time order. */
  *#positions(lane: string): Generator<number> {
    for (let i = 0; i < this.#table.size; i++) if (this.#isIn(i, lane)) yield i;
  }

  #isIn(i: number, lane: string): boolean {
    return this.#table.lanesAt(i).includes(lane);
  }
}

/** Returns the indexes of all lanes that hold a dated event, by id. O(n) once. */
function indexesOf(table: EventTable, lanes: readonly Lane[]): ReadonlyMap<string, LaneIndex> {
  const [only] = lanes;
  if (only && lanes.length === 1) return new Map([[only.id, new LaneIndex(table, only.id, null)]]);
  const sizes = new Map<string, number>();
  for (let i = 0; i < table.size; i++)
    for (const id of table.lanesAt(i)) sizes.set(id, (sizes.get(id) ?? 0) + 1);
  const positions = new Map(
    Array.from(sizes, ([id, size]) => [id, { all: new Uint32Array(size), count: 0 }]),
  );
  for (let i = 0; i < table.size; i++)
    for (const id of table.lanesAt(i)) {
      const lane = positions.get(id)!;
      lane.all[lane.count++] = i;
    }
  return new Map(Array.from(positions, ([id, { all }]) => [id, new LaneIndex(table, id, all)]));
}
