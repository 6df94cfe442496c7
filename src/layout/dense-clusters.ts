import { rank } from '../data/sorted-bounds.js';
import { overlapsView, type LaneEntries } from '../index/event-source.js';
import type { LaneColors } from '../index/lane-colors.js';
import type { LaneMatches } from '../index/matches.js';
import type { EpochMs, TimeSpan } from '../time/epoch-ms.js';
import type { ClusterView } from './clusters.js';
import type { Item } from './item.js';
import { laneColor } from './lane-color.js';
import type { LaneBand } from './lane-band.js';
import { clusterAt, edgeX, MOST_IDS, pillX, type Members } from './pill.js';
import type { SceneCluster } from './scene.js';

/** The grid of cells of an octave. */
export interface CellGrid {
  readonly octave: number;
  /** Length of a cell. */
  readonly length: EpochMs;
  /** A moment at which one begins. */
  readonly origin: EpochMs;
}

/** Entries of a lane without those that stand. */
interface Crowd extends Pick<
  Members,
  'key' | 'count' | 'matches' | 'hull' | 'anchors' | 'inseparable' | 'shared'
> {
  /** Places of the first and the last; none where there is none. */
  readonly ends: readonly [first: number, last: number] | null;
  /** Their places in the lane, in time order. */
  places(): Iterable<number>;
}

/** Who names a crowd, by who they are and how long it lasts, so that it is the same list while they are the same. */
const NAMED = new WeakMap<LaneEntries, Map<string, readonly string[]>>();
const MOST_NAMED = 2000;

/**
 * The pills of a lane with very many entries: by prefix counts, less what stands, which is all of it that may be seen about the
 * view. An entry belongs to the cell that it begins in. At rest, what overlaps the view and has no pill that is whole in it
 * is gathered in one at either edge.
 */
export function denseClusters(
  band: LaneBand,
  entries: LaneEntries,
  standing: readonly Item[],
  grid: CellGrid,
  { view, width, ahead, moving, matches, height, deepest, source }: ClusterView,
): SceneCluster[] {
  const { id } = band.lane;
  const lane = new Crowded(entries, standing, matches && matches.lane(id), source.laneColors(id));
  const { pillInset: inset } = band;
  const name = `#${id}#`;
  const pxPerMs = width / (view.end - view.start);
  const xOf = (at: EpochMs): number => (at - view.start) * pxPerMs;
  const pad = ahead / pxPerMs;
  const inView = entries.begunBefore(view.end);
  const found: SceneCluster[] = [];
  const show = (crowd: Crowd, x: number, edge: SceneCluster['edge'] = null): void => {
    if (crowd.count <= 0) return;
    const cluster = clusterAt(band, lane.membersOf(crowd), x, edge, height);
    // What reaches into the view from beyond its edge is counted there.
    const isBeyond = !moving && !edge && crowd.anchors.end < view.start;
    if (!isBeyond || cluster.end <= view.start) found.push(cluster);
  };

  /** From where pills are whole in view, and until where. */
  let first = view.start;
  let last = view.end;
  const to = entries.begunBefore(view.end + pad);
  for (let from = entries.begunBefore(view.start - pad), next = from; from < to; from = next) {
    const index = Math.floor((entries.start(from) - grid.origin) / grid.length);
    const start = grid.origin + index * grid.length;
    const end = grid.origin + (index + 1) * grid.length;
    next = Math.max(from + 1, entries.begunBefore(end));
    const [low, high] = [entries.start(from), entries.start(next - 1)];
    const x = pillX(band, xOf(start), xOf(end), xOf(low / 2 + high / 2));
    const isOutside = end <= view.start || start >= view.end;
    const isEarly = start < view.start || x < inset.start;
    if (moving || isOutside || !(isEarly || x + band.pillWidth > width - inset.end)) {
      const until = moving || isOutside ? next : Math.min(next, inView);
      const inseparable = (high - low) * deepest < 1;
      show({ ...lane.crowd(from, until), key: `${name}${grid.octave}:${index}`, inseparable }, x);
    } else if (isEarly) first = Math.min(view.end, end);
    else last = Math.min(last, start);
  }
  if (moving) return found;

  const early = lane.reaching(view, first);
  // A collapsed lane gives none of them a row, however close one comes.
  const inseparable = band.lane.collapsed;
  show({ ...early, key: `${name}start`, inseparable }, edgeX('start', band, width), 'start');
  const from = entries.begunBefore(Math.max(first, last));
  const late = lane.crowd(from, Math.max(from, inView));
  show({ ...late, key: `${name}end` }, edgeX('end', band, width), 'end');
  return found;
}

/** A lane and which of its entries stand. */
class Crowded {
  readonly #entries: LaneEntries;
  readonly #standing: readonly Item[];
  readonly #stood: ReadonlySet<number>;
  /** The same, ascending. */
  readonly #places: Int32Array;
  readonly #matches: LaneMatches | null;
  readonly #colors: LaneColors | null;

  constructor(
    entries: LaneEntries,
    standing: readonly Item[],
    matches: LaneMatches | null,
    colors: LaneColors | null,
  ) {
    this.#entries = entries;
    this.#matches = matches;
    this.#colors = colors;
    this.#standing = standing;
    this.#stood = new Set(standing.map(({ event }) => entries.indexOf(event.id)));
    this.#places = Int32Array.from(this.#stood).sort();
  }

  /** Those that begin from one place to before another. */
  crowd(from: number, to: number): Omit<Crowd, 'key'> {
    const entries = this.#entries;
    const [low, high] = [rank(this.#places, from), rank(this.#places, to)];
    let end = -Infinity;
    let next = from;
    for (let i = low; i <= high; i++) {
      const until = i < high ? this.#places[i]! : to;
      end = Math.max(end, entries.latestEnd(next, until));
      next = until + 1;
    }
    const count = to - from - (high - low);
    let [first, last] = [from, to - 1];
    if (count > 0) {
      while (this.#stood.has(first)) first++;
      while (this.#stood.has(last)) last--;
    }
    return {
      count,
      matches:
        this.#matches && this.#matches.among(from, to) - this.#matched(this.#places.subarray(low, high)),
      ends: count > 0 ? [first, last] : null,
      hull: { start: entries.start(first), end },
      anchors: { start: entries.start(from), end: entries.start(Math.max(from, to - 1)) },
      inseparable: false,
      shared: this.#colors && laneColor(this.#colors.among(from, to, this.#stood), 0),
      places: () => this.#others(from, to),
    };
  }

  /** Those that overlap a view and begin before a moment in it. */
  reaching(view: TimeSpan, first: EpochMs): Omit<Crowd, 'key'> {
    const entries = this.#entries;
    const to = entries.begunBefore(first);
    const shown = this.#standing.filter(item => item.start < first && overlapsView(item, view));
    const count = to - entries.endedBy(view.start) - shown.length;
    const hull = { start: Infinity, end: -Infinity };
    let ends: Crowd['ends'] = null;
    if (count > 0)
      for (const i of this.#reaching(view.start, to)) {
        ends = [ends?.[0] ?? i, i];
        hull.start = Math.min(hull.start, entries.start(i));
        hull.end = Math.max(hull.end, entries.end(i));
      }
    return {
      count,
      matches:
        this.#matches &&
        this.#matches.reaching(view, first) -
          this.#matched(shown.map(({ event }) => entries.indexOf(event.id))),
      ends,
      hull,
      anchors: { start: view.start, end: first },
      inseparable: false,
      shared: this.#colors && laneColor(this.#colors.of(this.#reaching(view.start, to)), 0),
      places: () => this.#reaching(view.start, to),
    };
  }

  membersOf({ places, ends, ...crowd }: Crowd): Members {
    const entries = this.#entries;
    const idOf = (i: number): string => entries.entry(i).event.id;
    return {
      ...crowd,
      only: crowd.count === 1 && ends ? entries.entry(ends[0]).event : null,
      get ids() {
        return firstOf(places(), MOST_IDS).map(idOf);
      },
      get named() {
        let known = NAMED.get(entries);
        if (!known || known.size > MOST_NAMED) {
          known = new Map<string, readonly string[]>();
          NAMED.set(entries, known);
        }
        const which = [...(ends ?? []), crowd.hull.end].join(' ');
        let named = known.get(which);
        if (!named) known.set(which, (named = [...new Set(ends)].map(idOf)));
        return named;
      },
    };
  }

  /** How many of some places match. */
  #matched(places: Iterable<number>): number {
    let count = 0;
    for (const place of places) count += this.#matches!.among(place, place + 1);
    return count;
  }

  *#others(from: number, to: number): Generator<number> {
    for (let i = from; i < to; i++) if (!this.#stood.has(i)) yield i;
  }

  *#reaching(at: EpochMs, to: number): Generator<number> {
    const begun = this.#entries.begunBefore(at);
    for (const i of this.#entries.lasting(at, begun)) if (!this.#stood.has(i)) yield i;
    yield* this.#others(begun, to);
  }
}

/** The first of some, no more than so many; none beyond them is asked for. */
export function firstOf(all: Iterable<number>, most: number): number[] {
  const found: number[] = [];
  for (const one of most > 0 ? all : []) {
    found.push(one);
    if (found.length === most) break;
  }
  return found;
}
