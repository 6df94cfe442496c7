import { overlapsView } from '../index/event-source.js';
import type { EpochMs } from '../time/epoch-ms.js';
import { anchorOf, cellIndex } from './cells.js';
import { placeOf, type ClusterView } from './clusters.js';
import { isPlain, reachOf, type Item } from './item.js';
import type { PlannedCell } from './level-plans.js';
import { EDGE_AIR } from './pill.js';
import { BARE } from './poses.js';

/** What tells who stands alone in the row of pills at a zoom level: lengths in ms. */
export interface Nearness {
  /** From that distance on, nothing that stands in the row meets another. */
  readonly gap: EpochMs;
  /** Length of the target of a mark; 0 where one at the edge of its cell may meet the pill of the next. */
  readonly target: EpochMs;
  /** Length of a cell, and the moment from which they are counted. */
  readonly cell: EpochMs;
  readonly origin: EpochMs;
}

/**
 * Parts items in time order into those that may stand alone in the row of pills, if they are of those that `mayStand`, and the
 * rest. Alone is what has no other near what it draws, or is drawn as a point with no other in its cell and none that its target
 * meets: a pill of one would be longer than the event. Gaps in px only grow with the scale and cells only part, and a point has
 * gaps so many times its length that they are wide enough once it is drawn as a stretch: so who stands alone once does so at every
 * finer level. `inCell`: only those that have a cell of their own.
 */
export function partLoners(
  items: readonly Item[],
  { gap, target, cell, origin }: Nearness,
  mayStand: (item: Item) => boolean = () => true,
  inCell = false,
): { alone: Item[]; rest: Item[] } {
  const alone: Item[] = [];
  const rest: Item[] = [];
  const cellOf = (item: Item): number => cellIndex(anchorOf(item, origin), cell, origin);
  const counts = new Map<number, number>();
  for (const item of items) counts.set(cellOf(item), (counts.get(cellOf(item)) ?? 0) + 1);
  let reached = -Infinity;
  items.forEach((item, i) => {
    const length = item.end - item.start;
    const before = item.start - reached;
    const after = (items[i + 1]?.start ?? Infinity) - item.end;
    const nearer = Math.min(before, after);
    const isInCell = counts.get(cellOf(item)) === 1;
    const isFar = nearer >= gap && fadeWithin(item, before - gap, after - gap);
    const isPoint =
      isInCell &&
      length < target &&
      isPlain(item) &&
      nearer + length / 2 >= target &&
      nearer >= (gap / target) * length;
    const isAlone = item.end < Infinity && (isFar || isPoint) && (isInCell || !inCell) && mayStand(item);
    (isAlone ? alone : rest).push(item);
    reached = Math.max(reached, item.end);
  });
  return { alone, rest };
}

/** Whether the fades of an item reach no further than so many ms beyond its stretch. */
function fadeWithin({ fades }: Item, before: EpochMs, after: EpochMs): boolean {
  return fades.start / 2 <= before && fades.end / 2 <= after;
}

/**
 * Of cells whose one member may stand alone beside a title, those where it does: its mark is whole in the view, clear of the title
 * and of a pill at the edge. While the view moves nothing is in the way.
 */
export function standingAlone(cells: readonly PlannedCell[], at: ClusterView): PlannedCell[] {
  const { view, width, moving } = at;
  const placement = { pxPerMs: width / (view.end - view.start), origin: view.start };
  const standing: PlannedCell[] = [];
  /** What each edge of a lane would gather. */
  const loose = new Map<string, PlannedCell[]>();
  const fits = ({ cell, band }: PlannedCell, isFree: boolean): boolean => {
    const { left, right } = reachOf(cell.items[0]!, BARE, placement);
    const { start, end } = isFree ? { start: band.titleWidth + EDGE_AIR, end: 0 } : band.pillInset;
    return left >= start && right <= width - end;
  };
  for (const planned of cells) {
    const { cell, band, alone } = planned;
    if (!band.sharesHead) continue;
    const { inView, edge } = placeOf(cell, band, at);
    const box = alone && reachOf(cell.items[0]!, BARE, placement);
    if (box && (moving || box.right <= 0 || box.left >= width || fits(planned, false)))
      standing.push(planned);
    else if (box || (!inView && cell.items.some(item => overlapsView(item, view)))) {
      const near = !box ? edge : box.left < band.pillInset.start ? 'start' : 'end';
      const key = `${cell.lane}#${near}`;
      loose.set(key, [...(loose.get(key) ?? []), planned]);
    }
  }
  for (const [planned, ...others] of loose.values())
    if (planned?.alone && others.length === 0 && fits(planned, true)) standing.push(planned);
  return standing;
}
