import type { EventTable } from '../data/event-table.js';
import type { RowSet } from '../data/row-set.js';
import { rank } from '../data/sorted-bounds.js';
import type { Link, TimelineEvent } from '../data/timeline-event.js';
import { PROPORTIONAL, type Place, type Warp } from '../scale/warp.js';
import type { EpochMs, TimeSpan } from '../time/epoch-ms.js';
import { columnsOf, type EventColumns } from './event-columns.js';
import type { Coloring } from './coloring.js';
import type { Entry, EventSource } from './event-source.js';
import { LaneColors } from './lane-colors.js';
import { LaneIndex } from './lane-index.js';
import { LaneTree, type ShownLane } from './lane-tree.js';

/** How a table is looked at. */
export interface SourceOptions {
  /** By lane, whether it is collapsed, where that is not as the document says. */
  readonly choices?: ReadonlyMap<string, boolean>;
  /** The rows of the events that it answers for; null for all. Lanes, extent and hull are those of all. */
  readonly rows?: RowSet | null;
  /** The line that it is asked about; that of time where nothing is said. */
  readonly warp?: Warp;
  /** What colours tell; null for the lanes that events are shown in. */
  readonly coloring?: Coloring | null;
}

/** The event source over a table in memory: sorted columns, counted and not visited. An event is made when it is asked for. */
export class TableSource implements EventSource {
  readonly warp: Warp;
  readonly #options: SourceOptions;
  /** Of the events that it answers for. */
  readonly #table: EventTable;
  readonly #whole: EventTable;
  readonly #tree: LaneTree;
  /** What it answers for of indexes of the whole, where those are some of the events. */
  readonly #parts = new Map<LaneIndex, LaneIndex>();
  readonly #entries = new Map<string, readonly Entry[]>();
  /** Of collapsed lanes with others below them, of all events. */
  readonly #joined: Map<string, LaneIndex>;
  readonly #colors = new Map<string, LaneColors>();
  #namedBy: Map<string, { event: TimelineEvent; link: Link }[]> | null = null;

  /** `whole` is the same one, of all events. */
  constructor(table: EventTable, options: SourceOptions = {}, whole?: TableSource) {
    const { choices = new Map(), rows = null, warp = PROPORTIONAL } = options;
    this.warp = warp;
    this.#options = options;
    this.#whole = table;
    this.#table = rows ? table.narrowed(rows) : table;
    this.#joined = whole ? whole.#joined : new Map<string, LaneIndex>();
    this.#tree = whole ? whole.#tree : new LaneTree(table.document.lanes, table.usedLanes(), choices);
  }

  /** Returns the same source, but for none but the events of some rows. O(n) of what is asked of it. */
  narrowed(rows: RowSet): TableSource {
    return new TableSource(this.#whole, { ...this.#options, rows }, this);
  }

  /** The events that it answers for. */
  get table(): EventTable {
    return this.#table;
  }

  get lanes(): readonly ShownLane[] {
    return this.#tree.shown;
  }

  momentAt(place: Place): EpochMs {
    const { starts, bounds } = this.#columns;
    const table = this.#whole;
    const start = rank(starts, place);
    if (starts[start] === place) return table.starts[start]!;
    const end = rank(bounds.ends, place);
    // An event that is an instant on the line has its end elsewhere.
    const isSame = bounds.ends[end] === place && bounds.ends.length === table.bounds.ends.length;
    return isSame ? table.bounds.ends[end]! : this.warp.moment(place);
  }

  placeOf(lane: string): number {
    return this.#tree.placeOf(lane);
  }

  lanesOf(event: TimelineEvent): readonly string[] {
    return [...new Set(this.#table.lanesOf(event).map(id => this.#tree.showing(id)))];
  }

  colorOf(event: TimelineEvent): string | undefined {
    const { coloring } = this.#options;
    if (event.color && (!coloring || coloring.yields)) return event.color;
    const row = coloring?.colorAt ? this.#table.rows.rowOf(event.id) : -1;
    return row < 0 ? undefined : coloring!.colorAt!(row);
  }

  laneColors(id: string): LaneColors | null {
    const { colorAt } = this.#options.coloring ?? {};
    if (!colorAt) return null;
    let colors = this.#colors.get(id);
    if (!colors) {
      const lane = this.lane(id);
      this.#colors.set(id, (colors = new LaneColors(lane.size, place => colorAt(lane.row(place)))));
    }
    return colors;
  }

  extent(): TimeSpan | null {
    return this.#columns.reach.extent;
  }

  hull(): TimeSpan | null {
    return this.#columns.reach.hull;
  }

  knownUntil(): EpochMs {
    const { asOf } = this.#table.document;
    return asOf ? this.warp.place(asOf.end) : (this.extent()?.end ?? 0);
  }

  count(view: TimeSpan): number {
    return this.#part(this.#indexes.entries).overlapping(view);
  }

  countEvents(view: TimeSpan): number {
    return this.#all.overlapping(view);
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
    if (members.length < 2) return this.#part(this.#wholeOf(id));
    let joined = this.#joined.get(id);
    if (!joined) {
      const [first, ...others] = members.map(member => this.#wholeOf(member));
      joined = first!.joined(id, others);
      this.#joined.set(id, joined);
    }
    return this.#part(joined);
  }

  neighbour(id: string, step: number, lane?: string): TimelineEvent | null {
    const { size } = this.#table;
    let at = this.#table.indexOf(id);
    if (at >= 0 && lane !== undefined && !this.#isIn(at, lane)) return null;
    const by = Math.sign(step);
    if (at < 0) {
      const after = this.#placeAfter(id);
      if (after < 0) return null;
      at = by > 0 ? after - 1 : after;
    }
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
    let best = 0;
    let least = Infinity;
    for (let i = 0; i < index.size; i++) {
      const distance = Math.min(Math.abs(index.start(i) - at), Math.abs(index.end(i) - at));
      if (distance < least) [least, best] = [distance, i];
    }
    return index.size > 0 ? index.entry(best).event : null;
  }

  beyond(id: string, at: EpochMs): TimelineEvent | null {
    const { size } = this.#table;
    const from = this.#table.indexOf(id);
    if (from < 0) {
      const { start } = this.get(id)?.span ?? {};
      return start === undefined ? null : this.neighbour(id, at > start ? 1 : -1);
    }
    const later = at > this.#all.start(from);
    // The last that starts by then; at least the neighbour, if there is one.
    const found = this.#all.begunBefore(at, true) - 1;
    const to = later ? Math.max(found, from + 1) : Math.min(found, from - 1);
    const clamped = Math.max(0, Math.min(size - 1, to));
    return clamped === from ? null : this.#table.event(clamped);
  }

  namedBy(id: string): readonly { readonly event: TimelineEvent; readonly link: Link }[] {
    if (!this.#namedBy) {
      this.#namedBy = new Map();
      for (const event of this.#table.linked())
        for (const link of event.links) {
          const known = this.#namedBy.get(link.to) ?? [];
          known.push({ event, link });
          this.#namedBy.set(link.to, known);
        }
    }
    return this.#namedBy.get(id) ?? [];
  }

  get(id: string): TimelineEvent | undefined {
    return this.#table.get(id);
  }

  has(id: string): boolean {
    const row = this.#table.rows.rowOf(id);
    return row >= 0 && this.#table.holds(row);
  }

  /** The place of the first that comes after a dated event which is not among them; -1 where that has no date. */
  #placeAfter(id: string): number {
    const position = this.#whole.indexOf(id);
    const { places } = this.#table;
    return position < 0 || !places ? position : rank(places, position);
  }

  /** The entries that a lane has of its own, of all events. */
  #wholeOf(id: string): LaneIndex {
    const own = this.#indexes.byLane.get(id);
    return own ?? new LaneIndex(this.#whole, id, new Uint32Array(), this.#columns);
  }

  /** All events that it answers for. */
  get #all(): LaneIndex {
    return this.#part(this.#indexes.all);
  }

  /** What it answers for of an index of the whole. */
  #part(index: LaneIndex): LaneIndex {
    const { rows } = this.#options;
    let part = rows && index.size > 0 ? this.#parts.get(index) : index;
    if (!part) {
      // Places are known of all.
      const places = index === this.#indexes.all ? this.#table.places! : undefined;
      this.#parts.set(index, (part = index.narrowed(rows!, places)));
    }
    return part;
  }

  /** Where all events lie. Made when it is first asked for: of many it takes a while. */
  get #columns(): EventColumns {
    return columnsOf(this.#whole, this.warp);
  }

  get #indexes(): Indexes {
    return indexesOf(this.#whole, this.#columns);
  }

  #isIn(i: number, lane: string): boolean {
    return this.#table.lanesAt(i).some(id => this.#tree.showing(id) === lane);
  }
}

/** What indexes there are of a table. */
interface Indexes {
  /** Of all lanes that hold a dated event, each of its own entries, by id. */
  readonly byLane: ReadonlyMap<string, LaneIndex>;
  /** Of all dated events, whatever their lanes. */
  readonly all: LaneIndex;
  /** Of all entries: an event is there as often as it stands in a lane. */
  readonly entries: LaneIndex;
}

/** The indexes of tables, by their columns: they are the same whatever lanes are collapsed. */
const INDEXES = new WeakMap<EventColumns, Indexes>();

/** Returns the indexes of a table. O(n) once; what they need to answer is made when they are first asked. */
function indexesOf(table: EventTable, columns: EventColumns): Indexes {
  let indexes = INDEXES.get(columns);
  if (!indexes) {
    const all = new LaneIndex(table, '', null, columns);
    const entries = table.lanes.areSingle ? all : new LaneIndex(table, '', entriesOf(table), columns);
    INDEXES.set(columns, (indexes = { byLane: indexesByLane(table, columns), all, entries }));
  }
  return indexes;
}

/** Positions of the events of all entries, in the order of time. */
function entriesOf(table: EventTable): Uint32Array {
  const positions: number[] = [];
  for (let i = 0; i < table.size; i++) table.lanesAt(i).forEach(() => positions.push(i));
  return Uint32Array.from(positions);
}

function indexesByLane(table: EventTable, columns: EventColumns): ReadonlyMap<string, LaneIndex> {
  const { byEnd } = columns.bounds;
  let lasting: ReadonlyMap<string, Uint32Array> | null = null;
  const found = new Map<string, LaneIndex>();
  for (const [id, positions] of dealtOut(table, null)) {
    const isAll = positions.length === table.size;
    const lastingHere = (): Uint32Array => (lasting ??= dealtOut(table, byEnd!)).get(id) ?? new Uint32Array();
    found.set(
      id,
      isAll
        ? new LaneIndex(table, id, null, columns)
        : new LaneIndex(table, id, positions, columns, byEnd && lastingHere),
    );
  }
  return found;
}

/** Returns some positions of a table, or all, by the lanes that the events there stand in, in the order given. O(n). */
function dealtOut(table: EventTable, positions: Uint32Array | null): ReadonlyMap<string, Uint32Array> {
  const { lanes, order } = table;
  const byLane = new Map<string, number[]>();
  const listOf = (lane: string): number[] => {
    const known = byLane.get(lane) ?? [];
    byLane.set(lane, known);
    return known;
  };
  const byPlace: (readonly number[][] | undefined)[] = [];
  const { length } = positions ?? order.rows;
  for (let i = 0; i < length; i++) {
    const position = positions ? positions[i]! : i;
    const place = lanes.place(order.rows[position]!);
    for (const list of (byPlace[place] ??= lanes.list(place).map(listOf))) list.push(position);
  }
  return new Map(Array.from(byLane, ([lane, list]) => [lane, Uint32Array.from(list)]));
}
