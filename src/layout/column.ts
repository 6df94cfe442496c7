import type { TimelineEvent } from '../data/timeline-event.js';
import type { Entry, EventSource } from '../index/event-source.js';
import type { Matches } from '../index/matches.js';
import { cellsWithin, cellStep, headStep, type CellStep } from '../scale/calendar-cells.js';
import { calendarGrid } from '../scale/probed-calendar.js';
import type { ScaleWord } from '../scale/scale-word.js';
import type { EpochMs, TimeSpan } from '../time/epoch-ms.js';
import { laneCells, type CellCluster, type LaneCell } from './column-cells.js';
import { columnGaps, type ColumnGap, type Stop } from './column-gaps.js';
import { columnRoom } from './column-room.js';
import { crowdTracks, tracksOfAll, type ColumnTracks } from './column-tracks.js';
import { laneColor } from './lane-color.js';
import { markKey } from './mark-key.js';
import type { ClusterMembers } from './scene.js';
import { drawnLasting } from './tracks.js';

/** An event in the column; it stands there once, in however many lanes. */
export interface ColumnEvent {
  readonly kind: 'event';
  readonly key: string;
  readonly event: TimelineEvent;
  /** The lanes that show it, at least one: it stands in all of them. */
  readonly lanes: readonly string[];
  /** Of its first lane. */
  readonly color: string;
  /** The drawn, unrounded stretch; an open side is infinite. */
  readonly start: EpochMs;
  readonly end: EpochMs;
  readonly era: boolean;
  /** Whether its date is drawn as a stretch, not as a point. */
  readonly lasts: boolean;
  readonly selected: boolean;
  /** Whether it stands back, as it does not match what is looked for. */
  readonly dimmed: boolean;
}

/** Events of one lane and one cell that wait behind a button. */
export interface ColumnCluster extends ClusterMembers {
  readonly kind: 'cluster';
}

export type ColumnItem = ColumnEvent | ColumnCluster;

/** What stands under one date. */
export interface ColumnGroup {
  /** The stretch that its heading names; of what began before the view, all that lies before it. */
  readonly period: TimeSpan;
  readonly precision: CellStep['precision'];
  readonly items: readonly ColumnItem[];
}

/** The vertical layout but for px: its text flows as the page has it. */
export interface Column extends ColumnTracks {
  readonly view: TimeSpan;
  /** How many events lie wholly before the view, and how many after it. */
  readonly before: number;
  readonly after: number;
  /** In time order. */
  readonly groups: readonly ColumnGroup[];
  readonly events: readonly ColumnEvent[];
  readonly clusters: readonly ColumnCluster[];
  /** The silence before each item, by its key. */
  readonly gaps: ReadonlyMap<string, ColumnGap | null>;
}

export interface ColumnRequest {
  readonly source: EventSource;
  readonly view: TimeSpan;
  /** `even` keeps no distance that tells of time; the others do. */
  readonly scale: ScaleWord;
  /** From which length on a silence is folded in any view. */
  readonly longest: EpochMs;
  /** A calendar of `Intl`, in whose months and years things are grouped. */
  readonly calendar: string | undefined;
  /** Ids of the events that the reader has taken out of clusters; in whatever view, they stand for themselves. */
  readonly opened: readonly string[];
  /** Events that stand for themselves in any case: the selected and the focused one. */
  readonly kept: readonly string[];
  readonly selected: string | null;
  /** What matches, where the others stand back; null where none does. */
  readonly matches?: Matches | null;
}

/**
 * Puts the events of a view under each other in time order, under the dates that they begin in. Of a crowd the most
 * important of every cell stand for themselves, in all of their lanes, and the rest waits in a cluster of its lane and cell.
 * Cells are those of the calendar, and their size follows from the length of the view: panning changes none, and zooming in
 * only opens, as who is among the first of a cell is among the first of each part of it. Nothing that is counted is visited.
 */
export function layoutColumn(request: ColumnRequest): Column {
  const { source, view, selected, matches = null } = request;
  const { lanes } = source;
  const calendar = calendarGrid(request.calendar, view);
  const viewLength = view.end - view.start;
  const size = lanes.reduce((sum, { id }) => sum + source.lane(id).size, 0);
  const room = columnRoom(lanes.length, size);
  const isCrowd = room.seats < Infinity;
  const head = headStep(viewLength, Math.max(1, room.cells), calendar);
  const periods = cellsWithin(head, view, calendar);
  const step = isCrowd ? cellStep(viewLength, room.cells, calendar) : head;
  const cells = room.cells > 0 ? cellsWithin(step, view, calendar) : [];

  const filled = new Map(
    lanes.map(({ id }) => {
      const looks = { matches: matches && matches.lane(id), colors: source.laneColors(id) };
      return [id, laneCells(source.lane(id), cells, view, room, looks)];
    }),
  );
  const standing = standingEntries(request, filled);
  const colors = new Map(lanes.map(({ id, color }) => [id, laneColor(color, source.placeOf(id))]));
  const clusters = lanes.flatMap(({ id }) =>
    filled.get(id)!.flatMap(({ cluster }) => (cluster ? columnCluster(cluster, id, colors.get(id)!) : [])),
  );
  const events = Array.from(standing.values(), ({ event, start, end }): ColumnEvent => {
    const [first, ...others] = source.lanesOf(event);
    const own = source.colorOf(event);
    return {
      kind: 'event',
      key: markKey(event.id, first!),
      event,
      lanes: [first!, ...others],
      color: own ? laneColor(own, 0) : colors.get(first!)!,
      start,
      end,
      era: event.kind === 'era',
      lasts: drawnLasting(event, viewLength),
      selected: event.id === selected,
      dimmed: matches !== null && !matches.has(event.id),
    };
  });
  const items = [...events, ...clusters].sort(inOrder);
  const endedBy = (at: EpochMs): number =>
    lanes.reduce((sum, { id }) => sum + source.lane(id).endedBy(at), 0);
  const gaps = request.scale === 'even' ? [] : columnGaps(items.map(stopOf), view, endedBy, request.longest);
  const open = { start: -Infinity, end: Infinity };
  const total = source.countEvents(open);
  return {
    view,
    before: total - source.countEvents({ ...open, start: view.start }),
    after: total - source.countEvents({ ...open, end: view.end }),
    groups: grouped(items, periods, view, head.precision),
    events: items.filter(item => item.kind === 'event'),
    clusters: items.filter(item => item.kind === 'cluster'),
    gaps: new Map(items.map(({ key }, i) => [key, gaps[i] ?? null])),
    ...(isCrowd
      ? crowdTracks(events, { source, calendar, step, room, viewLength })
      : tracksOfAll(source, viewLength)),
  };
}

/** The entries that stand for themselves, by the ids of their events: one that does in one lane does in all of its lanes. */
function standingEntries(
  { source, kept, opened }: ColumnRequest,
  filled: ReadonlyMap<string, readonly LaneCell[]>,
): ReadonlyMap<string, Entry> {
  const entriesOf = (cells: Iterable<readonly LaneCell[]>): Entry[] =>
    [...cells].flatMap(ofLane => ofLane.flatMap(({ entries }) => entries));
  const shared = entriesOf(filled.values()).filter(({ event }) => source.lanesOf(event).length > 1);
  for (const event of [
    ...shared.map(entry => entry.event),
    ...[...kept, ...opened].flatMap(id => source.get(id) ?? []),
  ])
    for (const lane of source.lanesOf(event)) {
      const place = source.lane(lane).indexOf(event.id);
      for (const cell of filled.get(lane) ?? []) cell.admit(place);
    }
  return new Map(entriesOf(filled.values()).map(entry => [entry.event.id, entry]));
}

function columnCluster(
  { cell, count, matches, hull, anchors, first, last, shared, ids }: CellCluster,
  lane: string,
  color: string,
): ColumnCluster {
  return {
    kind: 'cluster',
    key: `#${lane}#${cell}`,
    lane,
    color: shared === null ? color : laneColor(shared, 0),
    count,
    matches,
    ...hull,
    anchors,
    only: null,
    get ids() {
      return ids();
    },
    named: [first.event.id, last.event.id],
    inseparable: true,
  };
}

/** Where an item begins, a cluster with its cell. */
export const beginOf = (item: ColumnItem): EpochMs =>
  item.kind === 'cluster' ? item.anchors.start : item.start;

/** Clusters stand where their cells end, or what began before them does. */
const placeOf = (item: ColumnItem): EpochMs => (item.kind === 'cluster' ? item.anchors.end : item.start);

/** A cluster gathers in all of its cell that is in view, and from where the first of its members begins. */
const stopOf = (item: ColumnItem): Stop =>
  item.kind === 'cluster'
    ? { start: Math.min(item.start, item.anchors.start), end: item.anchors.end, gathers: true }
    : { start: item.start, end: item.end, gathers: false };

/** Time order: begin, end, id; clusters after the events of their cells. */
function inOrder(a: ColumnItem, b: ColumnItem): number {
  const byPlace = placeOf(a) - placeOf(b);
  if (byPlace) return byPlace;
  if (a.kind === 'event' && b.kind === 'event')
    return a.end - b.end || (a.event.id < b.event.id ? -1 : Number(a.event.id > b.event.id));
  return Number(b.kind === 'cluster') - Number(a.kind === 'cluster');
}

/** Puts items in time order under the periods that they begin in, what began before the view under all that lies before it. */
function grouped(
  items: readonly ColumnItem[],
  periods: readonly TimeSpan[],
  view: TimeSpan,
  precision: CellStep['precision'],
): ColumnGroup[] {
  const groups: { period: TimeSpan; precision: CellStep['precision']; items: ColumnItem[] }[] = [];
  let period: TimeSpan = { start: -Infinity, end: view.start };
  let next = 0;
  for (const item of items) {
    const at = beginOf(item);
    while (next < periods.length && at >= Math.max(view.start, periods[next]!.start))
      period = periods[next++]!;
    const group = groups.at(-1);
    if (group?.period === period) group.items.push(item);
    else groups.push({ period, precision, items: [item] });
  }
  return groups;
}
