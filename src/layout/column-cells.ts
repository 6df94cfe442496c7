import { rank } from '../data/sorted-bounds.js';
import type { Entry, LaneEntries } from '../index/event-source.js';
import type { TimeSpan } from '../time/epoch-ms.js';
import { MOST_IDS } from './pill.js';

/** The entries of a lane that stand in a cell for themselves, and the cluster of the others. */
export interface FilledCell {
  /** In no order. */
  readonly entries: readonly Entry[];
  readonly cluster: CellCluster | null;
}

/** The entries of a cell that do not stand for themselves. */
export interface CellCluster {
  /** Of the cell, the same in every view that shows cells as large. */
  readonly cell: string;
  readonly count: number;
  readonly hull: TimeSpan;
  /** The cell, as far as it is in view; of what began before it, all that lies before. */
  readonly anchors: TimeSpan;
  readonly first: Entry;
  readonly last: Entry;
  /** Ids in time order, at most `MOST_IDS`. */
  ids(): readonly string[];
}

export interface CellRequest {
  readonly view: TimeSpan;
  /** How many of a cell stand for themselves. */
  readonly standing: number;
  /** Ids of those that stand in any case. */
  readonly kept: readonly string[];
  /** How many more the reader has opened, by the name of the cell. */
  opened(cell: string): number;
}

/** A cluster of no more than this says no less than its members would. */
const NEGLIGIBLE = 2;

/** The cells of a lane in a view, those without entries left out. What began before the view and lasts into it has one of its own. */
export function fillCells(
  lane: LaneEntries,
  cells: readonly TimeSpan[],
  request: CellRequest,
): readonly FilledCell[] {
  const { view } = request;
  const first = lane.begunBefore(view.start);
  const last = lane.begunBefore(view.end);
  const carried = lane.overlapping(view) > last - first ? [...lane.lasting(view.start, first)] : [];
  const before = { start: -Infinity, end: view.start };
  const filled = [fill(lane, listed(carried), 'before', before, request)];
  let from = first;
  for (const cell of cells) {
    const to = Math.min(last, lane.begunBefore(cell.end));
    const anchors = { start: Math.max(cell.start, view.start), end: Math.min(cell.end, view.end) };
    filled.push(fill(lane, ranged(from, to), `${cell.start}/${cell.end}`, anchors, request));
    from = to;
  }
  return filled.filter(({ entries, cluster }) => entries.length > 0 || cluster);
}

/** From one place of a lane to before another. */
type Stretch = readonly [from: number, to: number];

/** Places of entries in their lane, ascending. */
interface Places {
  readonly count: number;
  has(place: number): boolean;
  /** The foremost of them. */
  foremost(lane: LaneEntries, count: number): readonly number[];
  /** All but those places, in order. */
  without(places: ReadonlySet<number>): readonly Stretch[];
}

const ranged = (from: number, to: number): Places => ({
  count: to - from,
  has: place => place >= from && place < to,
  foremost: (lane, count) => lane.top(from, to, count),
  without: places => {
    const bounds = [from - 1, ...[...places].sort((a, b) => a - b), to];
    return bounds
      .slice(1)
      .map((end, i): Stretch => [bounds[i]! + 1, end])
      .filter(([start, end]) => start < end);
  },
});

/** Places without an order of importance: the foremost are those that began last. */
const listed = (list: readonly number[]): Places => ({
  count: list.length,
  has: place => list[rank(list, place)] === place,
  foremost: (_, count) => list.slice(-count),
  without: places => list.filter(place => !places.has(place)).map((place): Stretch => [place, place + 1]),
});

function* each(stretches: readonly Stretch[]): Generator<number> {
  for (const [from, to] of stretches) for (let place = from; place < to; place++) yield place;
}

function take<T>(values: Iterable<T>, count: number): T[] {
  const taken: T[] = [];
  if (count > 0)
    for (const value of values) {
      taken.push(value);
      if (taken.length >= count) break;
    }
  return taken;
}

function fill(
  lane: LaneEntries,
  places: Places,
  cell: string,
  anchors: TimeSpan,
  { standing, kept, opened }: CellRequest,
): FilledCell {
  const { count } = places;
  const stand = new Set<number>();
  if (count <= standing + NEGLIGIBLE) for (const place of each(places.without(stand))) stand.add(place);
  else {
    for (const place of places.foremost(lane, standing)) stand.add(place);
    for (const id of kept) {
      const place = lane.indexOf(id);
      if (place >= 0 && places.has(place)) stand.add(place);
    }
    for (const place of take(each(places.without(stand)), opened(cell))) stand.add(place);
  }
  const rest = places.without(stand);
  return {
    entries: [...stand].map(place => lane.entry(place)),
    cluster: rest.length > 0 ? clusterOf(lane, rest, cell, anchors) : null,
  };
}

function clusterOf(
  lane: LaneEntries,
  rest: readonly Stretch[],
  cell: string,
  anchors: TimeSpan,
): CellCluster {
  const first = lane.entry(rest[0]![0]);
  return {
    cell,
    count: rest.reduce((sum, [from, to]) => sum + to - from, 0),
    hull: { start: first.start, end: Math.max(...rest.map(([from, to]) => lane.latestEnd(from, to))) },
    anchors,
    first,
    last: lane.entry(rest.at(-1)![1] - 1),
    ids: () => take(each(rest), MOST_IDS).map(place => lane.entry(place).event.id),
  };
}
