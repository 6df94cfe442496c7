import { agreedColor, NEUTRAL } from '../index/coloring.js';
import { overlapsView, type EventSource } from '../index/event-source.js';
import type { Matches } from '../index/matches.js';
import type { EpochMs, TimeSpan } from '../time/epoch-ms.js';
import type { Cell } from './cells.js';
import type { Item } from './item.js';
import { laneColor } from './lane-color.js';
import type { LaneBand } from './lane-band.js';
import { clusterAt, edgeX, MOST_IDS, pillX, type Members } from './pill.js';
import type { SceneCluster } from './scene.js';

/** For which view clusters are asked for. */
export interface ClusterView {
  readonly view: TimeSpan;
  /** px of the view. */
  readonly width: number;
  /** px that are drawn beyond either edge. */
  readonly ahead: number;
  readonly moving: boolean;
  /** What matches; null where nothing is looked for. */
  readonly matches: Matches | null;
  /** Height of a pill in px. */
  readonly height: number;
  /** px per ms of the deepest zoom. */
  readonly deepest: number;
  /** Tells the colours of events. */
  readonly source: Pick<EventSource, 'colorOf' | 'laneColors'>;
}

/**
 * The pills of cells, without the items that are `absent` as they stand elsewhere. At rest, what overlaps the view and has no pill
 * that is whole in it is gathered in one at either edge of its lane.
 */
export function clustersOf(
  cells: readonly { readonly cell: Cell; readonly band: LaneBand }[],
  absent: ReadonlySet<string>,
  at: ClusterView,
): SceneCluster[] {
  const { view, width, ahead, moving, matches, height, deepest, source } = at;
  const found: SceneCluster[] = [];
  const atEdge = new Map<string, { edge: 'start' | 'end'; band: LaneBand; items: Item[] }>();
  for (const { cell, band } of cells) {
    const { x, inView, edge } = placeOf(cell, band, at);
    const isSeen = x + band.pillWidth > 0 && x < width;
    // At rest none is seen that the edge cuts, or a title.
    const near = x > -ahead && x < width + ahead && (moving || inView || !isSeen);
    const reaching = reachingInto(cell, view, absent);
    if (!moving && !inView && reaching.length > 0) {
      const key = `#${cell.lane}#${edge}`;
      const gathered = atEdge.get(key);
      if (gathered) gathered.items.push(...reaching);
      else atEdge.set(key, { edge, band, items: [...reaching] });
      continue;
    }
    if (!near) continue;
    const items = inView ? reaching : present(cell, absent);
    if (items.length === 0) continue;
    const hull = items === cell.items ? cell.hull : hullOf(items);
    const anchors = { start: cell.middle - cell.spread / 2, end: cell.middle + cell.spread / 2 };
    const members = {
      ...membersOf(cell.key, items, hull, { matches, source }),
      anchors,
      inseparable: cell.spread * deepest < 1,
    };
    found.push(clusterAt(band, members, x, null, height));
  }
  for (const [key, { edge, band, items }] of atEdge) {
    const members = membersOf(key, items, hullOf(items), { matches, source });
    found.push(clusterAt(band, members, edgeX(edge, band, width), edge, height));
  }
  return found;
}

/** Where the pill of a cell begins, whether it is whole in a view at rest and clear of a title, and the edge that it is nearest to where it is not. */
export function placeOf(
  { start, end, middle }: Cell,
  band: LaneBand,
  { view, width }: Pick<ClusterView, 'view' | 'width'>,
): { readonly x: number; readonly inView: boolean; readonly edge: 'start' | 'end' } {
  const pxPerMs = width / (view.end - view.start);
  const toX = (moment: EpochMs): number => (moment - view.start) * pxPerMs;
  const x = pillX(band, toX(start), toX(end), toX(middle));
  const { pillInset: inset, pillWidth } = band;
  const inView = x >= inset.start && x + pillWidth <= width - inset.end;
  return { x, inView, edge: x < inset.start ? 'start' : 'end' };
}

/** The members of a cell that overlap the view; most cells lie inside or outside it as a whole. */
function reachingInto(cell: Cell, view: TimeSpan, absent: ReadonlySet<string>): readonly Item[] {
  const { start, end } = cell.hull;
  if (start >= view.end || end < view.start) return [];
  const members = present(cell, absent);
  return start >= view.start && end < view.end ? members : members.filter(item => overlapsView(item, view));
}

function present({ items }: Cell, absent: ReadonlySet<string>): readonly Item[] {
  return absent.size > 0 && items.some(({ key }) => absent.has(key))
    ? items.filter(({ key }) => !absent.has(key))
    : items;
}

const IDS = new WeakMap<readonly Item[], readonly string[]>();

/** The ids of the first of some items; the same list for the same items, which change seldom while the view does. */
function idsOf(items: readonly Item[]): readonly string[] {
  let ids = IDS.get(items);
  if (!ids) IDS.set(items, (ids = items.slice(0, MOST_IDS).map(item => item.event.id)));
  return ids;
}

function hullOf(items: readonly Item[]): TimeSpan {
  let start = Infinity;
  let end = -Infinity;
  for (const item of items) {
    start = Math.min(start, item.start);
    end = Math.max(end, item.end);
  }
  return { start, end };
}

function membersOf(
  key: string,
  items: readonly Item[],
  hull: TimeSpan,
  { matches: marks, source }: Pick<ClusterView, 'matches' | 'source'>,
): Members {
  const matches = marks && items.filter(({ event }) => marks.has(event.id)).length;
  const isColored = source.laneColors(items[0]!.lane) !== null;
  const colors = items.map(({ event }) => source.colorOf(event) ?? NEUTRAL);
  const shared = isColored ? laneColor(agreedColor(colors), 0) : null;
  const only = items.length === 1 ? items[0]!.event : null;
  const ids = idsOf(items);
  return {
    key,
    count: items.length,
    matches,
    hull,
    anchors: hull,
    only,
    ids,
    named: ids,
    inseparable: false,
    shared,
  };
}
