import { countBefore } from '../data/sorted-bounds.js';
import type { Entry, LaneEntries } from '../index/event-source.js';
import type { LaneColors } from '../index/lane-colors.js';
import type { LaneMatches } from '../index/matches.js';
import type { TimeSpan } from '../time/epoch-ms.js';
import type { ColumnRoom } from './column-room.js';
import { firstOf } from './dense-clusters.js';
import { MOST_IDS } from './pill.js';

/** The entries of a cell that do not stand for themselves. */
export interface CellCluster {
  /** Of the cell, the same in every view that shows cells as large. */
  readonly cell: string;
  readonly count: number;
  /** How many of them match; null where nothing is looked for. */
  readonly matches: number | null;
  readonly hull: TimeSpan;
  /** The cell, as far as it is in view; of what began before it, all that lies before. */
  readonly anchors: TimeSpan;
  readonly first: Entry;
  readonly last: Entry;
  /** The colour that they share, as documents write it; null for that of the lane. */
  readonly shared: string | null;
  /** Ids in time order, at most `MOST_IDS`. */
  ids(): readonly string[];
}

/** What there is to tell of the entries of a lane, but for when they are. */
export interface LaneLooks {
  /** Which of them match; null where nothing is looked for. */
  readonly matches?: LaneMatches | null;
  /** Their colours; null where they are that of the lane. */
  readonly colors?: LaneColors | null;
}

/** The cells of a lane in a view, those without entries left out. What began before the view and lasts into it has one of its own. */
export function laneCells(
  lane: LaneEntries,
  cells: readonly TimeSpan[],
  view: TimeSpan,
  room: ColumnRoom,
  { matches = null, colors = null }: LaneLooks = {},
): readonly LaneCell[] {
  const begun = lane.begunBefore(view.start);
  const last = lane.begunBefore(view.end);
  const carried = lane.overlapping(view) - (last - begun);
  const carriedMatches = matches && matches.reaching(view, view.end) - matches.among(begun, last);
  const ofLane = { lane, after: view.start, begun, carried, matches, carriedMatches, colors };
  const cellOf = (name: string, anchors: TimeSpan, from: number, to: number): LaneCell =>
    new LaneCell({ ...ofLane, name, anchors, from, to }, room);
  const before = { start: -Infinity, end: view.start };
  const found = [cells.length > 0 ? cellOf('before', before, 0, begun) : cellOf('view', view, 0, last)];
  let from = begun;
  for (const cell of cells) {
    const to = Math.min(last, lane.begunBefore(cell.end));
    const anchors = { start: Math.max(cell.start, view.start), end: Math.min(cell.end, view.end) };
    if (to > from) found.push(cellOf(`${cell.start}/${cell.end}`, anchors, from, to));
    from = to;
  }
  return found.filter(({ count }) => count > 0);
}

/** Which entries of a lane a cell has: those from one place to before another, of those begun before the view what lasts into it. */
interface CellPlaces {
  readonly lane: LaneEntries;
  readonly name: string;
  readonly anchors: TimeSpan;
  readonly from: number;
  readonly to: number;
  /** When the view begins, how many have begun by then, and how many of those last into it. */
  readonly after: number;
  readonly begun: number;
  readonly carried: number;
  /** What of the lane matches, and how many of those that last into the view. */
  readonly matches: LaneMatches | null;
  readonly carriedMatches: number | null;
  readonly colors: LaneColors | null;
}

/** A cell of a lane: some of its entries stand for themselves, the others are counted and not visited. */
export class LaneCell {
  readonly count: number;
  readonly #cell: CellPlaces;
  readonly #standing: Set<number>;

  constructor(cell: CellPlaces, { seats, standing }: ColumnRoom) {
    const { from, to, begun, carried } = cell;
    this.#cell = cell;
    this.count = to - Math.max(from, begun) + (from < begun ? carried : 0);
    this.#standing = new Set(this.#foremost(this.count <= seats ? this.count : standing));
  }

  /** The entries that stand for themselves, in no order. */
  get entries(): readonly Entry[] {
    return [...this.#standing].map(place => this.#cell.lane.entry(place));
  }

  /** The others. */
  get cluster(): CellCluster | null {
    const { lane, name, anchors } = this.#cell;
    const count = this.count - this.#standing.size;
    const [first] = firstOf(this.#others(), 1);
    if (count === 0 || first === undefined) return null;
    return {
      cell: name,
      count,
      matches: this.#countMatches(),
      hull: { start: lane.start(first), end: this.#latestEnd() },
      anchors,
      first: lane.entry(first),
      last: lane.entry(this.#lastOther()),
      shared: this.#sharedColor(),
      ids: () => firstOf(this.#others(), MOST_IDS).map(place => lane.entry(place).event.id),
    };
  }

  #countMatches(): number | null {
    const { from, to, begun, matches, carriedMatches } = this.#cell;
    if (!matches) return null;
    const all = matches.among(Math.max(from, begun), to) + (from < begun ? carriedMatches! : 0);
    return [...this.#standing].reduce((rest, place) => rest - matches.among(place, place + 1), all);
  }

  #sharedColor(): string | null {
    const { from, to, begun, colors } = this.#cell;
    if (!colors) return null;
    // Of those begun before the view, only some last into it.
    return from < begun ? colors.of(this.#others()) : colors.among(from, to, this.#standing);
  }

  /** Lets one stand for itself, if it is in here. */
  admit(place: number): void {
    const { lane, from, to, begun, after } = this.#cell;
    if (place < from || place >= to || (place < begun && lane.end(place) <= after)) return;
    this.#standing.add(place);
  }

  /** The most important; of what began before the view those that began first, which are the same ones as long as they last. */
  #foremost(count: number): readonly number[] {
    const { lane, from, to, begun } = this.#cell;
    return from < begun || count === this.count ? firstOf(this.#places(), count) : lane.top(from, to, count);
  }

  /** Ascending. */
  *#places(): Generator<number> {
    const { lane, from, to, after, begun } = this.#cell;
    if (from < begun) yield* lane.lasting(after, Math.min(begun, to));
    for (let place = Math.max(from, begun); place < to; place++) yield place;
  }

  *#others(): Generator<number> {
    for (const place of this.#places()) if (!this.#standing.has(place)) yield place;
  }

  #lastOther(): number {
    const { lane, to, after, begun } = this.#cell;
    const before = (place: number): number =>
      // Of those begun before the view, the last that lasts into it.
      place > begun ? place - 1 : countBefore(place, i => lane.latestEnd(i, place) > after) - 1;
    let place = before(to);
    while (this.#standing.has(place)) place = before(place);
    return place;
  }

  #latestEnd(): number {
    const { lane, from, to } = this.#cell;
    // What is over before the view begins ends before any of the others.
    const bounds = [from - 1, ...[...this.#standing].sort((a, b) => a - b), to];
    return bounds
      .slice(1)
      .reduce((end, bound, i) => Math.max(end, lane.latestEnd(bounds[i]! + 1, bound)), -Infinity);
  }
}
