import type { EpochMs, TimeSpan } from '../time/epoch-ms.js';
import { TARGET } from './target.js';

/** What of the overview's window is moved: one of its ends, or all of it. */
export type WindowPart = 'start' | 'window' | 'end';

/** A stretch of px from the start of the line. */
export interface Extent {
  readonly x: number;
  readonly width: number;
}

/** Where the targets of an overview stand, each at least `TARGET` wide, and none over another. */
export interface WindowBoxes extends Readonly<Record<WindowPart, Extent>> {
  /** The view itself, however narrow. */
  readonly view: Extent;
}

/** Where a view lies in an overview of a whole, and where its targets do: the ends within the window where that has room, else beside it. */
export function windowBoxes(view: TimeSpan, whole: TimeSpan, width: number): WindowBoxes {
  const x = (at: EpochMs): number =>
    Math.max(0, Math.min(width, ((at - whole.start) / (whole.end - whole.start)) * width));
  const [left, right] = [x(view.start), x(view.end)];
  const shown = { x: left, width: right - left };
  const least = 3 * TARGET;
  const room = Math.max(least, right - left);
  const from = Math.max(0, Math.min(width - room, (left + right - room) / 2));
  return {
    view: shown,
    start: { x: from, width: TARGET },
    window: { x: from + TARGET, width: room - 2 * TARGET },
    end: { x: from + room - TARGET, width: TARGET },
  };
}

/** The view after a part of the window has moved by so many ms: an end stays a little before the other, the window keeps its length. */
export function movedWindow(view: TimeSpan, part: WindowPart, by: EpochMs): TimeSpan {
  const { start, end } = view;
  const least = (end - start) / 1000;
  if (part === 'window') return { start: start + by, end: end + by };
  return part === 'start'
    ? { start: Math.min(start + by, end - least), end }
    : { start, end: Math.max(end + by, start + least) };
}
