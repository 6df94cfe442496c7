import type { Link, TimelineEvent } from '../data/timeline-event.js';
import type { Place, Warp } from '../scale/warp.js';
import type { EpochMs, TimeSpan } from '../time/epoch-ms.js';
import type { LaneColors } from './lane-colors.js';
import type { ShownLane } from './lane-tree.js';

/**
 * One event in one lane that is shown; an event of three lanes has three entries. A collapsed lane stands for all below it: an
 * event has one entry in it, in however many of those it stands.
 */
export interface Entry {
  readonly event: TimelineEvent;
  readonly lane: string;
  /** The stretch of the line that it covers, infinite where it is open; equal ends for an instant. */
  readonly start: EpochMs;
  readonly end: EpochMs;
}

/** The entries of one lane, by their places in the order of time. Nothing here visits all of them. */
export interface LaneEntries {
  readonly size: number;
  entry(i: number): Entry;
  /** `-Infinity` where it is open. */
  start(i: number): EpochMs;
  /** `Infinity` where it is open. */
  end(i: number): EpochMs;
  /** The place of an event, or -1. */
  indexOf(id: string): number;
  /** How many begin before a moment: those come first. O(log n). */
  begunBefore(at: EpochMs): number;
  /** How many are over by a moment: a view that begins then shows nothing of them. O(log n). */
  endedBy(at: EpochMs): number;
  /** How many overlap the view. O(log n). */
  overlapping(view: TimeSpan): number;
  /** The most important from one place to before another, the most important first; eras come last. O(k log n). */
  top(from: number, to: number, count: number): readonly number[];
  /** The latest end of those from one place to before another; `-Infinity` of none. O(n / 64). */
  latestEnd(from: number, to: number): EpochMs;
  /** The places, ascending, below `before` of those that end after a moment. */
  lasting(after: EpochMs, before: number): Iterable<number>;
  /** The places of the eras, ascending. */
  readonly eras: readonly number[];
}

/**
 * What layout and element ask of the data, so that another source than the table in memory can
 * answer. Orders are total and independent of the order of input: time order is start, end, id. All stretches and moments are
 * places on the line of a scale: ms where that is the scale of time.
 */
export interface EventSource {
  /** Where moments lie on that line. */
  readonly warp: Warp;
  /** The moment at a place: where an event begins or ends, exactly that. O(log n). */
  momentAt(place: Place): EpochMs;
  /** Lanes that hold a dated event, and those that they lie in: each before those below it, of collapsed ones none. */
  readonly lanes: readonly ShownLane[];
  /** The place of a lane, shown or not, among all. */
  placeOf(lane: string): number;
  /** The lanes that show an event, in the order in which it names them. */
  lanesOf(event: TimelineEvent): readonly string[];
  /** The colour of an event, as documents write colours; nothing for that of the lane that it is shown in. */
  colorOf(event: TimelineEvent): string | undefined;
  /** The colours of the entries of a lane; null where they are that of the lane. */
  laneColors(lane: string): LaneColors | null;
  /** The hull of all finite bounds but those of outliers, which set no view; `null` without any. */
  extent(): TimeSpan | null;
  /** The hull of all finite bounds, beyond which there is nothing to be seen; `null` without any. */
  hull(): TimeSpan | null;
  /** Until when what is ongoing is known to last: the document's `asOf`, else the end of the extent. */
  knownUntil(): EpochMs;
  /** How many entries overlap the view. O(log n). */
  count(view: TimeSpan): number;
  /** How many events overlap the view, whatever lanes they stand in. */
  countEvents(view: TimeSpan): number;
  /** The entries of a lane, counted and ranked. */
  lane(id: string): LaneEntries;
  /** The entries of a lane, in time order. Makes them all. */
  entries(lane: string): readonly Entry[];
  /** The dated event `step` places later (negative: earlier) in time order, in one lane or in all; also of one that is not among them. */
  neighbour(id: string, step: number, lane?: string): TimelineEvent | null;
  /** The first or last dated event. */
  edge(which: 'first' | 'last'): TimelineEvent | null;
  /** The event of a lane that begins or ends nearest to a moment: what merely lasts over it says less. */
  nearest(at: EpochMs, lane: string): TimelineEvent | null;
  /** The event nearest to a moment among those that come after, or before, a dated one in time order. */
  beyond(id: string, at: EpochMs): TimelineEvent | null;
  /** The events that name this one, each with its link. */
  namedBy(id: string): readonly { readonly event: TimelineEvent; readonly link: Link }[];
  /** The event of that id, dated or not, and whether or not it is among those that are spoken of here. */
  get(id: string): TimelineEvent | undefined;
  /** Whether an event is among them. */
  has(id: string): boolean;
}

/** Whether an entry, an instant included, shares time with a view. */
export function overlapsView(entry: TimeSpan, view: TimeSpan): boolean {
  return (
    entry.start < view.end &&
    (entry.end > view.start || (entry.start === entry.end && entry.start === view.start))
  );
}
