import { TARGET } from '../scale/target.js';

/** A stretch that finds no track, in px along the line. */
export interface Trackless {
  /** Id of its event. */
  readonly id: string;
  readonly from: number;
  readonly to: number;
}

/** How many stretches without a track run along a piece of the line. */
export interface RailMore {
  readonly y: number;
  readonly height: number;
  /** Ids of their events, in the order of their begin. */
  readonly ids: readonly string[];
}

/** Px that a count holds at the least where it could change sooner: many small changes are noise. */
const CALM = 2 * TARGET;

/**
 * Counts the stretches that find no track beside those that do, in pieces of the line that begin where one begins or the one
 * before has ended, and are not short unless what runs is: each counts all that run along any of it, none reaches into what
 * none of them covers. Every stretch that is as long as a target is counted all along.
 */
export function countTrackless(stretches: readonly Trackless[]): RailMore[] {
  const inOrder = stretches.filter(({ from, to }) => to - from >= TARGET).sort((a, b) => a.from - b.from);
  const bounds = [...new Set(inOrder.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);
  /** Begins of pieces, and where nothing runs. */
  const pieces: { y: number; end: number }[] = [];
  let covered = -Infinity;
  let next = 0;
  for (const [i, y] of bounds.entries()) {
    for (; inOrder[next] && inOrder[next]!.from <= y; next++) covered = Math.max(covered, inOrder[next]!.to);
    if (covered <= y) continue;
    const end = bounds[i + 1]!;
    const last = pieces.at(-1);
    // What is short goes along with what comes before it, or with what comes after it.
    if (last?.end === y && (last.end - last.y < CALM || covered - y < CALM)) last.end = end;
    else pieces.push({ y, end });
  }
  return pieces.map(({ y, end }) => ({
    y,
    height: end - y,
    ids: inOrder.filter(({ from, to }) => from < end && to > y).map(({ id }) => id),
  }));
}
