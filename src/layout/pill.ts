import type { TimelineEvent } from '../data/timeline-event.js';
import type { TimeSpan } from '../time/epoch-ms.js';
import { CELL } from './cells.js';
import type { LaneBand } from './lane-band.js';
import type { SceneCluster } from './scene.js';

/** Space between the pill at an edge and what is beside it, in px. */
export const EDGE_AIR = 4;
/** Width of the button of a cluster in px, where a unit of the rows is so high: as wide as its text needs, and its cell allows. */
export const pillWidth = (unit: number): number => Math.min(3 * unit, CELL - EDGE_AIR);
/** How many members a cluster lists. */
export const MOST_IDS = 200;

/** Who is in a cluster. */
export interface Members {
  readonly key: string;
  readonly count: number;
  /** How many of them match; null where nothing is looked for. */
  readonly matches: number | null;
  /** The hull of their stretches. */
  readonly hull: TimeSpan;
  /** Where they belong, however far they last. */
  readonly anchors: TimeSpan;
  /** The first of them, when there is no other. */
  readonly only: TimelineEvent | null;
  /** Ids in time order, at most `MOST_IDS`. */
  readonly ids: readonly string[];
  /** Ids of those that its name speaks of; the same list while they are the same. */
  readonly named: readonly string[];
  readonly inseparable: boolean;
  /** The colour that they share, a CSS value; null for that of the lane. */
  readonly shared: string | null;
}

/** Where the pill of a cell begins, in px: about its middle, and so that it never meets that of the next cell. */
export function pillX(band: LaneBand, left: number, right: number, middle: number): number {
  const { pillWidth: width } = band;
  const air = (CELL - width) / 2;
  return Math.max(left + air, Math.min(right - air - width, middle - width / 2));
}

/** Where the pill stands of what reaches into the view from beyond an edge, or has no pill that is whole in it. */
export function edgeX(edge: 'start' | 'end', band: LaneBand, width: number): number {
  const { pillWidth: own } = band;
  return edge === 'start' ? Math.min(band.edgePill, width - 2 * own) : width - own - EDGE_AIR;
}

/** The cluster of a lane, in the row of pills, or in the head row where it stands at an edge. */
export function clusterAt(
  band: LaneBand,
  members: Members,
  x: number,
  edge: SceneCluster['edge'],
  height: number,
): SceneCluster {
  return Object.assign(members, {
    lane: band.lane.id,
    color: members.shared ?? band.color,
    start: members.hull.start,
    end: members.hull.end,
    x,
    y: edge ? band.y : band.pillY!,
    width: band.pillWidth,
    height,
    edge,
    folded: band.lane.collapsed && members.matches === null,
  });
}
