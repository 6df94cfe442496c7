import type { Precision } from '../time/dated-span.js';
import type { EpochMs, TimeSpan } from '../time/epoch-ms.js';

/** A place on the line on which layout and views count: ms where the scale is that of time, else whatever a warp makes of them. */
export type Place = number;

/** A stretch of time that a scale draws at one rate. */
export interface Segment {
  /** Infinite at the outer ends. */
  readonly time: TimeSpan;
  /** Where it lies on the line. */
  readonly line: TimeSpan;
  /** Places per ms. */
  readonly rate: number;
  /** Whether it is a silence that is drawn shorter than it was. */
  readonly folded: boolean;
}

/**
 * Where moments lie on the line: the order of time is kept, and what is open stays so. Whatever is laid out is laid out on the
 * line; moments are for whom they are told to.
 */
export interface Warp {
  place(at: EpochMs): Place;
  moment(place: Place): EpochMs;
  /** Where the rate changes, ascending; none where the line is time itself. */
  readonly stops: ArrayLike<EpochMs>;
  /** How finely the moment of a stop is known, where stops are what an axis tells. */
  readonly precisionAt?: (stop: number) => Precision;
  /** The silences that are folded, in order. */
  readonly folds: readonly Segment[];
  /** The segments that share a place with a stretch of the line. */
  segments(line: TimeSpan): readonly Segment[];
}

/** The scale of time: the line is counted in ms. */
export const PROPORTIONAL: Warp = {
  place: at => at,
  moment: place => place,
  stops: [],
  folds: [],
  segments: () => [
    {
      time: { start: -Infinity, end: Infinity },
      line: { start: -Infinity, end: Infinity },
      rate: 1,
      folded: false,
    },
  ],
};

/** Where a stretch of time lies on the line. */
export const onLine = ({ place }: Warp, { start, end }: TimeSpan): TimeSpan => ({
  start: place(start),
  end: place(end),
});

/** The stretch of time that a stretch of the line shows. */
export const inTime = ({ moment }: Warp, { start, end }: TimeSpan): TimeSpan => ({
  start: moment(start),
  end: moment(end),
});

const EVERYWHERE: TimeSpan = { start: -Infinity, end: Infinity };

/** Whether two lines are told apart by nothing: all that is laid out on one may stay on the other. O(n). */
export function isSameLine(a: Warp, b: Warp): boolean {
  if (a === b) return true;
  if (a.stops.length !== b.stops.length) return false;
  const [ours, theirs] = [a.segments(EVERYWHERE), b.segments(EVERYWHERE)];
  return ours.every(({ time, line, rate, folded }, i) => {
    const other = theirs[i];
    return (
      time.start === other?.time.start &&
      line.start === other.line.start &&
      rate === other.rate &&
      folded === other.folded &&
      // The first segment has no stop at its start.
      (i === 0 || a.precisionAt?.(i - 1) === b.precisionAt?.(i - 1))
    );
  });
}
