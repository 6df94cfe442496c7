import type { TimelineEvent } from '../data/timeline-event.js';
import type { Entry } from '../index/event-source.js';
import { TARGET } from '../scale/target.js';
import type { DateEnd } from '../time/dated-span.js';
import type { EpochMs, TimeSpan } from '../time/epoch-ms.js';
import { elementsOfMark } from './canvas-budget.js';
import { FIRM } from './fades.js';
import { LABEL_GAP, type LabelTexts } from './label-metrics.js';
import type { SceneLabel } from './scene.js';
import type { WrappedTitle } from './wrap-title.js';

/** An entry as layout handles it. */
export interface Item extends Entry {
  /** Another one takes its place where an update changes nothing that layout asks for. */
  event: TimelineEvent;
  readonly key: string;
  readonly era: boolean;
  readonly texts: LabelTexts;
  /** Lengths on the line of what is about an edge of it: `FIRM` where nothing is. */
  readonly fades: TimeSpan;
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
  /** px of its row that each element of a mark takes at the least; none where nothing is said. */
  readonly pxPerElement?: number;
}

/** Free px that a label keeps beyond its ends. */
export const CLEARANCE = 6;

/** Length of the dashed tail of an unknown end, with its question mark. */
export const UNKNOWN_TAIL = 24;

/** Least width of brackets that stand around a date. */
export const LEAST_BRACKET = 16;

/** Least width of a fade, in px: less would pass for a firm edge. */
const LEAST_FADE = 8;

/** Widths in px of fades of so many ms at two edges, each centred on its edge; 0 where the edge is firm. */
export function fadeWidths({ start, end }: TimeSpan, pxPerMs: number): { start: number; end: number } {
  const width = (ms: number): number => ms && Math.max(LEAST_FADE, ms * pxPerMs);
  return { start: width(start), end: width(end) };
}

/** The border box of a mark: its stretch, or a target centred on a narrower one. */
export function boxOf({ start, end }: TimeSpan, { pxPerMs, origin }: Placement): Reach {
  const left = (start - origin) * pxPerMs;
  const right = (end - origin) * pxPerMs;
  if (!(right - left < TARGET)) return { left, right };
  const middle = (left + right) / 2;
  return { left: middle - TARGET / 2, right: middle + TARGET / 2 };
}

const NOTHING: Reach = { left: 0, right: 0 };

/** Whether a sign draws nothing outside its stretch. */
export function isPlain({ event, fades }: Item): boolean {
  const { from, to, members } = event.span!;
  return !members && from.state !== 'unknown' && to.state !== 'unknown' && fades === FIRM;
}

/** What a sign draws outside its stretch, in px: half of a fade, the tail of an unknown end, a narrow member of a set. */
export function outsetOf(item: Item, pxPerMs: number): Reach {
  if (isPlain(item)) return NOTHING;
  const span = item.event.span!;
  const fades = fadeWidths(item.fades, pxPerMs);
  const least = span.members ? LEAST_BRACKET / 2 : 0;
  const beyond = ({ state }: DateEnd, fade: number): number =>
    state === 'unknown' ? UNKNOWN_TAIL : Math.max(least, fade / 2);
  return { left: beyond(span.from, fades.start), right: beyond(span.to, fades.end) };
}

/** All that an item covers in its rows in that pose: sign, label and a little air after it, or more of it on a big canvas. */
export function reachOf(item: Item, pose: Pose, at: Placement): Reach {
  const { left, right } = inkOf(item, pose, at);
  if (!at.pxPerElement) return { left, right };
  const least = at.pxPerElement * elementsOfMark(pose.title?.lines.length ?? 0);
  return { left, right: Math.max(right, left + least) };
}

/** What an item draws in that pose, with what its label keeps free. */
function inkOf(item: Item, pose: Pose, at: Placement): Reach {
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
      return {
        left: Math.min(left, box.left - CLEARANCE),
        right: Math.max(right, box.left + pose.width + CLEARANCE),
      };
    default:
      return { left, right };
  }
}

/** Who gets room first: the important, then the long, then the early. A total order that knows no input order. */
export function byImportance(a: Entry, b: Entry): number {
  return b.event.importance - a.event.importance || lengthOf(b) - lengthOf(a) || byTime(a, b);
}

function lengthOf({ start, end }: TimeSpan): EpochMs {
  return Math.min(Number.MAX_VALUE, end - start);
}

/** Time order: start, end, id. */
export function byTime(a: Entry, b: Entry): number {
  return (
    compare(a.start, b.start) ||
    compare(a.end, b.end) ||
    compare(a.event.id, b.event.id) ||
    compare(a.lane, b.lane)
  );
}

function compare<T extends number | string>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
