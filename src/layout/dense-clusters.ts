import { rank } from '../data/sorted-bounds.js';
import { overlapsView, type LaneEntries } from '../index/event-source.js';
import type { EpochMs, TimeSpan } from '../time/epoch-ms.js';
import type { ClusterView } from './clusters.js';
import type { Item } from './item.js';
import type { LaneBand } from './lane-band.js';
import { clusterAt, edgeX, MOST_IDS, PILL_WIDTH, pillX, type Members } from './pill.js';
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
interface Crowd extends Pick<Members, 'key' | 'count' | 'hull' | 'inseparable'> {
  /** Their places in the lane, in time order or backwards. */
  places(step: 1 | -1): Iterable<number>;
}

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
  { view, width, moving, height, deepest }: ClusterView,
): SceneCluster[] {
  const lane = new Crowded(entries, standing);
  const name = `#${band.lane.id}#`;
  const pxPerMs = width / (view.end - view.start);
  const xOf = (at: EpochMs): number => (at - view.start) * pxPerMs;
  const pad = view.end - view.start;
  const inView = entries.begunBefore(view.end);
  const found: SceneCluster[] = [];
  const show = (crowd: Crowd, x: number, edge: SceneCluster['edge'] = null): void => {
    if (crowd.count > 0) found.push(clusterAt(band, lane.membersOf(crowd), x, edge, height));
  };

  /** From where pills are whole in view, and until where. */
  let first = view.start;
  let last = view.end;
  const to = entries.begunBefore(view.end + pad);
  for (let from = entries.begunBefore(view.start - pad), next = from; from < to; from = next) {
    const index = Math.floor((entries.start(from) - grid.origin) / grid.length);
    const start = grid.origin + index * grid.length;
    const end = start + grid.length;
    next = Math.max(from + 1, entries.begunBefore(end));
    const [low, high] = [entries.start(from), entries.start(next - 1)];
    const x = pillX(xOf(start), xOf(end), xOf(low / 2 + high / 2));
    const isOutside = end <= view.start || start >= view.end;
    if (moving || isOutside || (start >= view.start && x + PILL_WIDTH <= width)) {
      const until = moving || isOutside ? next : Math.min(next, inView);
      const inseparable = (high - low) * deepest < 1;
      show({ ...lane.crowd(from, until), key: `${name}${grid.octave}:${index}`, inseparable }, x);
    } else if (start < view.start) first = Math.min(view.end, end);
    else last = Math.min(last, start);
  }
  if (moving) return found;

  const early = lane.reaching(view, first);
  show({ ...early, key: `${name}start` }, edgeX('start', band.titleWidth, width), 'start');
  const from = entries.begunBefore(Math.max(first, last));
  const late = lane.crowd(from, Math.max(from, inView));
  const hull = { start: last, end: view.end };
  show({ ...late, key: `${name}end`, hull }, edgeX('end', band.titleWidth, width), 'end');
  return found;
}

/** Lists of ids that names speak of, kept so that a name is made once. */
const NAMED = new WeakMap<LaneEntries, Map<string, readonly string[]>>();
const MOST_NAMED = 2000;

/** A lane and which of its entries stand. */
class Crowded {
  readonly #entries: LaneEntries;
  readonly #standing: readonly Item[];
  readonly #stood: ReadonlySet<number>;
  /** The same, ascending. */
  readonly #places: Int32Array;

  constructor(entries: LaneEntries, standing: readonly Item[]) {
    this.#entries = entries;
    this.#standing = standing;
    this.#stood = new Set(standing.map(({ event }) => entries.indexOf(event.id)));
    this.#places = Int32Array.from(this.#stood).sort();
  }

  /** Those that begin from one place to before another. */
  crowd(from: number, to: number): Omit<Crowd, 'key'> {
    const stood = rank(this.#places, to) - rank(this.#places, from);
    return {
      count: to - from - stood,
      hull: { start: this.#entries.start(from), end: this.#entries.start(Math.max(from, to - 1)) },
      inseparable: false,
      places: step => this.#others(from, to, step),
    };
  }

  /** Those that overlap a view and begin before a moment in it. */
  reaching(view: TimeSpan, first: EpochMs): Omit<Crowd, 'key'> {
    const entries = this.#entries;
    const to = entries.begunBefore(first);
    const shown = this.#standing.filter(item => item.start < first && overlapsView(item, view));
    const end = Math.max(first, view.start + (view.end - view.start) / 1000);
    return {
      count: to - entries.endedBy(view.start) - shown.length,
      hull: { start: view.start, end },
      inseparable: false,
      places: step => this.#reaching(view.start, to, step),
    };
  }

  membersOf({ key, count, hull, inseparable, places }: Crowd): Members {
    const entries = this.#entries;
    const idOf = (i: number): string => entries.entry(i).event.id;
    const [only] = count === 1 ? firstOf(places(1), 1) : [];
    return {
      key,
      count,
      hull,
      inseparable,
      only: only === undefined ? null : entries.entry(only).event,
      get ids() {
        return firstOf(places(1), MOST_IDS).map(idOf);
      },
      // Of very many, no more are made for a name than it takes to say from when to when.
      get named() {
        let known = NAMED.get(entries);
        if (!known || known.size > MOST_NAMED)
          NAMED.set(entries, (known = new Map<string, readonly string[]>()));
        const said = `${key} ${count} ${hull.start} ${hull.end}`;
        let named = known.get(said);
        if (!named) {
          const outermost = new Set([...firstOf(places(1), 1), ...firstOf(places(-1), 1)]);
          known.set(said, (named = Array.from(outermost, idOf)));
        }
        return named;
      },
    };
  }

  *#others(from: number, to: number, step: 1 | -1): Generator<number> {
    for (let i = step > 0 ? from : to - 1; i >= from && i < to; i += step) if (!this.#stood.has(i)) yield i;
  }

  *#reaching(at: EpochMs, to: number, step: 1 | -1): Generator<number> {
    const entries = this.#entries;
    const begun = entries.begunBefore(at);
    if (step < 0) {
      for (const i of this.#others(0, to, -1)) if (i >= begun || entries.end(i) > at) yield i;
      return;
    }
    for (const i of entries.lasting(at, begun)) if (!this.#stood.has(i)) yield i;
    yield* this.#others(begun, to, 1);
  }
}

/** The first of some, no more than so many. */
function firstOf(all: Iterable<number>, most: number): number[] {
  const found: number[] = [];
  for (const one of all) {
    found.push(one);
    if (found.length === most) break;
  }
  return found;
}
