import type { TimelineEvent } from '../data/timeline-event.js';
import type { Entry, EventSource } from '../index/event-source.js';
import { cellsWithin, cellStep, headStep, type CellStep } from '../scale/calendar-cells.js';
import { calendarGrid } from '../scale/probed-calendar.js';
import type { DatedSpan } from '../time/dated-span.js';
import { DAY, type EpochMs, type TimeSpan } from '../time/epoch-ms.js';
import { laneColor } from './lane-color.js';
import { columnGaps, type ColumnGap } from './column-gaps.js';
import { fillCells, type CellCluster } from './column-cells.js';
import { markKey } from './mark-key.js';
import type { ClusterMembers } from './scene.js';
import { assignTracks } from './tracks.js';

/** An event in the column; it stands there once, in however many lanes. */
export interface ColumnEvent {
  readonly kind: 'event';
  readonly key: string;
  readonly event: TimelineEvent;
  /** The lanes that show it, at least one. */
  readonly lanes: string[];
  /** Of its first lane. */
  readonly color: string;
  /** The drawn, unrounded stretch; an open side is infinite. */
  readonly start: EpochMs;
  readonly end: EpochMs;
  readonly era: boolean;
  /** Whether its date is drawn as a stretch, not as a point. */
  readonly lasts: boolean;
  readonly selected: boolean;
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
export interface Column {
  readonly view: TimeSpan;
  /** In time order. */
  readonly groups: readonly ColumnGroup[];
  readonly events: readonly ColumnEvent[];
  readonly clusters: readonly ColumnCluster[];
  /** The silence before each item, by its key. */
  readonly gaps: ReadonlyMap<string, ColumnGap | null>;
  /** The track on which an event is drawn, by its key; eras have none. */
  readonly tracks: ReadonlyMap<string, number>;
  /** How many tracks stand beside the line. */
  readonly trackCount: number;
}

export interface ColumnRequest {
  readonly source: EventSource;
  readonly view: TimeSpan;
  /** A calendar of `Intl`, in whose months and years things are grouped. */
  readonly calendar: string | undefined;
  /** How many members of a cluster the reader has opened, by its key. */
  readonly opened: ReadonlyMap<string, number>;
  /** Events that stand for themselves in any case: the selected and the focused one. */
  readonly kept: readonly string[];
  readonly selected: string | null;
}

/** With no more entries than this none waits behind a button. */
const FEW = 200;
/** How many entries of a crowd a view mounts, more or less. */
const ROOM = 120;
/** In how many cells, at the most and the least, and under how many headings. */
const MOST_CELLS = 30;
const LEAST_CELLS = 4;
/** How many entries of a cell stand for themselves, shared out among the lanes. */
const STANDING = 6;

/**
 * Puts the events of a view under each other in time order, under the dates that they begin in. Of a crowd the most
 * important of every cell stand for themselves, and the rest waits in a cluster of its lane and cell. Cells are those
 * of the calendar, and their size follows from the length of the view: panning changes none, and zooming in only
 * opens, as who is among the first of a cell is among the first of each part of it. Nothing that is counted is visited.
 */
export function layoutColumn(request: ColumnRequest): Column {
  const { source, view, selected, kept } = request;
  const { lanes } = source;
  const calendar = calendarGrid(request.calendar, view);
  const length = view.end - view.start;
  const isCrowd = lanes.reduce((sum, { id }) => sum + source.lane(id).size, 0) > FEW;
  const standing = isCrowd ? Math.max(1, Math.round(STANDING / lanes.length)) : Infinity;
  const room = isCrowd ? ROOM / ((standing + 1) * lanes.length) : Infinity;
  const most = Math.min(MOST_CELLS, Math.max(LEAST_CELLS, Math.floor(room)));
  const head = headStep(length, most, calendar);
  const cells = cellsWithin(isCrowd ? cellStep(length, most, calendar) : head, view, calendar);

  const found = new Map<string, ColumnEvent>();
  const clusters: ColumnCluster[] = [];
  for (const { id, color } of lanes) {
    const paint = laneColor(color, source.placeOf(id));
    const opened = (cell: string): number => request.opened.get(clusterKey(id, cell)) ?? 0;
    for (const { entries, cluster } of fillCells(source.lane(id), cells, { view, standing, kept, opened })) {
      if (cluster) clusters.push(columnCluster(cluster, id, paint));
      for (const entry of entries) {
        // Its first lane has it already: it stands but once.
        const other = found.get(entry.event.id);
        if (other) other.lanes.push(id);
        else found.set(entry.event.id, columnEvent(entry, paint, selected));
      }
    }
  }
  const items = [...found.values(), ...clusters].sort(inOrder);
  const gaps = columnGaps(items.map(spanOf), view);
  // Eras are a wash behind all.
  const events = items.filter(item => item.kind === 'event');
  const told = events.filter(({ era }) => !era);
  const { tracks, count } = assignTracks(told);
  return {
    view,
    groups: grouped(items, cellsWithin(head, view, calendar), view, head.precision),
    events,
    clusters: items.filter(item => item.kind === 'cluster'),
    gaps: new Map(items.map(({ key }, i) => [key, gaps[i]!])),
    tracks: new Map(told.map(({ key }, i) => [key, tracks[i]!])),
    trackCount: count,
  };
}

const clusterKey = (lane: string, cell: string): string => `#${lane}#${cell}`;

function columnEvent(
  { event, lane, start, end }: Entry,
  color: string,
  selected: string | null,
): ColumnEvent {
  return {
    kind: 'event',
    key: markKey(event.id, lane),
    event,
    lanes: [lane],
    color,
    start,
    end,
    era: event.kind === 'era',
    lasts: event.kind !== 'milestone' && isStretch(event.span!),
    selected: event.id === selected,
  };
}

function columnCluster(
  { cell, count, hull, anchors, first, last, ids }: CellCluster,
  lane: string,
  color: string,
): ColumnCluster {
  return {
    kind: 'cluster',
    key: clusterKey(lane, cell),
    lane,
    color,
    count,
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

/** Whether a date is more than a day, some time within one or an instant. */
const isStretch = ({ kind, start, end }: DatedSpan): boolean => kind !== 'instant' && end - start > DAY;

/** Clusters stand where their cells end, or what began before them does. */
const placeOf = (item: ColumnItem): EpochMs => (item.kind === 'cluster' ? item.anchors.end : item.start);

/** What a cluster stands for is all of its cell that is in view. */
const spanOf = (item: ColumnItem): TimeSpan => (item.kind === 'cluster' ? item.anchors : item);

/** Time order: begin, end, id; clusters after the events of their cells. */
function inOrder(a: ColumnItem, b: ColumnItem): number {
  const byPlace = placeOf(a) - placeOf(b);
  if (byPlace) return byPlace;
  if (a.kind === 'event' && b.kind === 'event')
    return a.end - b.end || (a.event.id < b.event.id ? -1 : Number(a.event.id > b.event.id));
  return Number(b.kind === 'cluster') - Number(a.kind === 'cluster');
}

/** Puts items under the periods that they begin in, what began before the view under all that lies before it. */
function grouped(
  items: readonly ColumnItem[],
  periods: readonly TimeSpan[],
  view: TimeSpan,
  precision: CellStep['precision'],
): ColumnGroup[] {
  const before: TimeSpan = { start: -Infinity, end: view.start };
  return [before, ...periods]
    .map(period => ({
      period,
      precision,
      items: items.filter(item => {
        const at = item.kind === 'cluster' ? item.anchors.start : item.start;
        return period === before
          ? at < view.start
          : at >= Math.max(period.start, view.start) && at < period.end;
      }),
    }))
    .filter(group => group.items.length > 0);
}
