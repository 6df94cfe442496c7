import type { EpochMs, TimeSpan } from '../time/epoch-ms.js';

/** What begins at a place on the line. */
export interface Tracked extends TimeSpan {
  /** Whether it is drawn as a stretch; else it is a point. */
  readonly lasts: boolean;
}

/** The track of the line itself, on which points stand. */
export const LINE = 0;
/** Of what finds no track: it is drawn as it begins, and no further. */
export const NO_TRACK = -1;
/** How many stand beside the line: more would leave no room for words on a phone. */
const MOST_TRACKS = 3;

/**
 * Gives stretches that are under way at once tracks of their own, in the order in which they are given, which is that of
 * time. It goes by their dates alone: px follow from the width that the tracks leave. A stretch that is over before the
 * next begins stands on the line, and so do those that are none.
 */
export function assignTracks(items: readonly Tracked[]): { tracks: readonly number[]; count: number } {
  /** By track, when it is free again. */
  const free: EpochMs[] = [];
  const tracks = items.map(({ start, end, lasts }, i) => {
    const next = items[i + 1];
    if (!lasts || !next || end <= next.start) return LINE;
    let at = free.findIndex(freeFrom => freeFrom <= start);
    if (at < 0) at = free.length;
    if (at >= MOST_TRACKS) return NO_TRACK;
    free[at] = end;
    return at + 1;
  });
  return { tracks, count: free.length };
}
