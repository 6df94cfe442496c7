import type { TimelineEvent } from '../data/timeline-event.js';
import { DAY, type EpochMs, type TimeSpan } from '../time/epoch-ms.js';

/** What begins at a place on the line. */
export interface Tracked extends TimeSpan {
  /** Whether it is drawn as a stretch; else it is a point. */
  readonly lasts: boolean;
}

/** The track of the line itself, on which points stand. */
export const LINE = 0;
/** Of what finds no track: it is counted beside those that do. */
export const NO_TRACK = -1;
/** How many stand beside the line: more would leave no room for words on a phone. */
export const MOST_TRACKS = 3;
/** Some time within no more than a day is a point, unless that is a larger share of the view. */
const POINT_SHARE = 1 / 8;

/** Whether an event is drawn as a stretch in views of a length: it covers one, or is some time within it that shows. */
export function drawnLasting({ kind, span }: TimelineEvent, viewLength: EpochMs): boolean {
  if (!span || kind === 'milestone' || span.start === span.end) return false;
  const length = span.end - span.start;
  return span.kind !== 'within' || length > DAY || length > viewLength * POINT_SHARE;
}

/**
 * Gives stretches that are under way at once tracks of their own, in the order in which they are given, which is that of
 * time. It goes by their dates alone: px follow from the width that the tracks leave. A stretch that is over before the
 * next begins stands on the line, and so do those that are none.
 */
export function assignTracks(items: readonly Tracked[]): { tracks: readonly number[]; count: number } {
  const tracks = items.map(() => LINE);
  const along = items.flatMap(({ end, lasts }, i) => {
    const next = items[i + 1];
    return lasts && next && end > next.start ? [i] : [];
  });
  const free = freeTracks(
    along.map(i => items[i]!),
    MOST_TRACKS,
  );
  along.forEach((i, n) => (tracks[i] = free[n]!));
  return { tracks, count: Math.max(0, ...free) };
}

/** The first of so many tracks that is free when each of some stretches begins, in time order. */
export function freeTracks(stretches: readonly TimeSpan[], count: number): readonly number[] {
  /** By track, when it is free again. */
  const free: EpochMs[] = [];
  return stretches.map(({ start, end }) => {
    let at = free.findIndex(freeFrom => freeFrom <= start);
    if (at < 0) at = free.length;
    if (at >= count) return NO_TRACK;
    free[at] = end;
    return at + 1;
  });
}
