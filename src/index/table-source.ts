import type { EventTable } from '../data/event-table.js';
import { rank } from '../data/sorted-bounds.js';
import type { Link, TimelineEvent } from '../data/timeline-event.js';
import type { EpochMs, TimeSpan } from '../time/epoch-ms.js';
import { overlapsView, type Entry, type EventSource } from './event-source.js';
import { LaneIndex } from './lane-index.js';
import { LaneTree, type ShownLane } from './lane-tree.js';

/** How a table is looked at. */
export interface SourceOptions {
  /** By lane, whether it is collapsed, where that is not as the document says. */
  readonly choices?: ReadonlyMap<string, boolean>;
}

/** The event source over a table in memory: sorted columns, counted and not visited. An event is made when it is asked for. */
export class TableSource implements EventSource {
  readonly #table: EventTable;
  readonly #tree: LaneTree;
  readonly #entries = new Map<string, readonly Entry[]>();
  /** Of collapsed lanes with others below them. */
  readonly #joined = new Map<string, LaneIndex>();
  #namedBy: Map<string, { event: TimelineEvent; link: Link }[]> | null = null;

  constructor(table: EventTable, { choices = new Map() }: SourceOptions = {}) {
    this.#table = table;
    this.#tree = new LaneTree(table.document.lanes, table.usedLanes(), choices);
  }

  get lanes(): readonly ShownLane[] {
    return this.#tree.shown;
  }

  placeOf(lane: string): number {
    return this.#tree.placeOf(lane);
  }

  lanesOf({ lanes }: TimelineEvent): readonly string[] {
    return [...new Set(lanes.map(id => this.#tree.showing(id)))];
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
    const members = this.#tree.shownBy(id);
    const indexes = indexesOf(this.#table);
    if (members.length < 2) return indexes.get(id) ?? new LaneIndex(this.#table, id, new Uint32Array());
    let joined = this.#joined.get(id);
    if (!joined) {
      joined = LaneIndex.joining(
        this.#table,
        id,
        members.flatMap(member => indexes.get(member) ?? []),
      );
      this.#joined.set(id, joined);
    }
    return joined;
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
    const index = this.lane(lane);
    // What is open at both ends is near nothing, but better than none.
    let best = index.size > 0 ? 0 : -1;
    let least = Infinity;
    for (let i = 0; i < index.size; i++) {
      const distance = Math.min(Math.abs(index.start(i) - at), Math.abs(index.end(i) - at));
      if (distance < least) {
        least = distance;
        best = i;
      }
    }
    return best < 0 ? null : index.entry(best).event;
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

  #isIn(i: number, lane: string): boolean {
    return this.#table.lanesAt(i).some(id => this.#tree.showing(id) === lane);
  }
}

/** The indexes of tables, which are the same whatever lanes are collapsed. */
const INDEXES = new WeakMap<EventTable, ReadonlyMap<string, LaneIndex>>();

/** Returns the indexes of all lanes that hold a dated event, each of its own entries, by id. O(n) once. */
function indexesOf(table: EventTable): ReadonlyMap<string, LaneIndex> {
  let indexes = INDEXES.get(table);
  if (!indexes) INDEXES.set(table, (indexes = makeIndexes(table)));
  return indexes;
}

function makeIndexes(table: EventTable): ReadonlyMap<string, LaneIndex> {
  const [only, other] = table.usedLanes();
  if (only !== undefined && other === undefined) return new Map([[only, new LaneIndex(table, only, null)]]);
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
