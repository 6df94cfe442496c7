import type { Entry } from '../index/event-source.js';
import type { DateEnd, Precision } from '../time/dated-span.js';
import { DAY, HOUR, MINUTE, SECOND, type EpochMs } from '../time/epoch-ms.js';
import { LABEL_GAP, TARGET, type LabelTexts } from './label-metrics.js';
import type { SceneLabel } from './scene.js';
import type { WrappedTitle } from './wrap-title.js';

/** An entry as layout handles it. */
export interface Item extends Entry {
  readonly key: string;
  readonly era: boolean;
  /** Position in the order of who gets room first: importance, then duration, then time. */
  readonly rank: number;
  readonly texts: LabelTexts;
  /** Ways to print its title, best first; `null` entries never occur. */
  readonly titles: readonly WrappedTitle[];
}

/** How a label stands to its mark; a `bare` mark has none. */
export type Side = SceneLabel['side'] | 'bare';

/** One way to draw an item: where its label stands, what it says, how high both are together. */
export interface Pose {
  readonly side: Side;
  readonly title: WrappedTitle | null;
  readonly date: string;
  readonly note: string;
  /** Width of the label in px. */
  readonly width: number;
  /** Height in units. */
  readonly units: number;
}

/** An item that has its place: the first of the units it occupies, and its pose. */
export interface Placed {
  readonly item: Item;
  readonly unit: number;
  readonly pose: Pose;
}

/** A stretch of px, left to right. */
export interface Reach {
  readonly left: number;
  readonly right: number;
}

/** px per ms, and the moment that px are counted from: subtracted first, so that nothing is lost to rounding. */
export interface Placement {
  readonly pxPerMs: number;
  readonly origin: EpochMs;
}

/** Free px that a label keeps beyond its end. */
const CLEARANCE = 8;

/** Length of the dashed tail of an unknown end, with its question mark. */
export const UNKNOWN_TAIL = 24;

const UNIT_MS: Readonly<Record<Precision, number>> = {
  millisecond: 1,
  second: SECOND,
  minute: MINUTE,
  hour: HOUR,
  day: DAY,
  month: 30 * DAY,
  season: 91 * DAY,
  quarter: 91 * DAY,
  quadrimester: 122 * DAY,
  semester: 183 * DAY,
  year: 365 * DAY,
  decade: 3652 * DAY,
  century: 36_524 * DAY,
  millennium: 365_242 * DAY,
};

/** Width in px of the fade of an approximate end: one unit of its precision, centred on the edge. */
export function fadeOf(end: DateEnd, pxPerMs: number): number {
  return end.approximate ? UNIT_MS[end.precision] * pxPerMs : 0;
}

/** The border box of a mark: its stretch, or a target centred on a narrower one. */
export function boxOf(item: Entry, { pxPerMs, origin }: Placement): Reach {
  const left = (item.start - origin) * pxPerMs;
  const right = (item.end - origin) * pxPerMs;
  if (!(right - left < TARGET)) return { left, right };
  const middle = (left + right) / 2;
  return { left: middle - TARGET / 2, right: middle + TARGET / 2 };
}

/** What a sign draws outside its stretch, in px: half of a fade, the tail of an unknown end. */
export function outsetOf(item: Item, pxPerMs: number): Reach {
  const { from, to } = item.event.span!;
  const beyond = (end: DateEnd): number =>
    end.state === 'unknown' ? UNKNOWN_TAIL : fadeOf(end, pxPerMs) / 2;
  return { left: beyond(from), right: beyond(to) };
}

/** All that an item covers in its rows in that pose: sign, label and a little air after it. */
export function reachOf(item: Item, pose: Pose, at: Placement): Reach {
  const box = boxOf(item, at);
  const outset = outsetOf(item, at.pxPerMs);
  const left = box.left - outset.left;
  const right = box.right + outset.right;
  const label = LABEL_GAP + pose.width + CLEARANCE;
  switch (pose.side) {
    case 'after':
      return { left, right: right + label };
    case 'before':
      return { left: left - label, right };
    case 'above':
      return { left, right: Math.max(right, box.left + pose.width + CLEARANCE) };
    default:
      return { left, right };
  }
}
