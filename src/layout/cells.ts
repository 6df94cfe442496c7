import type { EpochMs, TimeSpan } from '../time/epoch-ms.js';
import type { Item } from './item.js';

/** Width of a cell in px at the coarsest scale of an octave; a pill and its air fit in it. */
export const CELL = 64;

/** The items of one lane without room whose anchors fall in the same cell, in time order. */
export interface Cell {
  readonly key: string;
  readonly lane: string;
  /** The cell itself. */
  readonly start: EpochMs;
  readonly end: EpochMs;
  /** Between its first and its last anchor. */
  readonly middle: EpochMs;
  /** The hull of its items. */
  readonly hull: TimeSpan;
  /** How far apart its anchors are: 0 where no zoom can part them. */
  readonly spread: EpochMs;
  readonly items: readonly Item[];
}

/** The moment by which an item belongs to a cell: its middle, or the end that it has. */
export function anchorOf(item: Item, fallback: EpochMs): EpochMs {
  if (item.end === Infinity) return item.start === -Infinity ? fallback : item.start;
  return item.start === -Infinity ? item.end : item.start / 2 + item.end / 2;
}

/** Which of the cells of `width` ms, counted from `origin`, a moment lies in. */
export function cellIndex(moment: EpochMs, width: EpochMs, origin: EpochMs): number {
  return Math.floor((moment - origin) / width);
}

/**
 * Groups items into cells of `width` ms that begin at whole multiples from `origin`. Halving the
 * width splits every cell in two, so that clusters only open on zooming in.
 */
export function cellsOf(
  items: readonly Item[],
  lane: string,
  width: EpochMs,
  octave: number,
  origin: EpochMs,
): Cell[] {
  const byIndex = new Map<
    number,
    { items: Item[]; first: EpochMs; last: EpochMs; start: EpochMs; end: EpochMs }
  >();
  for (const item of items) {
    const anchor = anchorOf(item, origin);
    const index = cellIndex(anchor, width, origin);
    const cell = byIndex.get(index);
    if (cell) {
      cell.items.push(item);
      cell.first = Math.min(cell.first, anchor);
      cell.last = Math.max(cell.last, anchor);
      cell.start = Math.min(cell.start, item.start);
      cell.end = Math.max(cell.end, item.end);
    } else {
      const { start, end } = item;
      byIndex.set(index, { items: [item], first: anchor, last: anchor, start, end });
    }
  }
  return Array.from(byIndex, ([index, cell]) => ({
    key: `#${lane}#${octave}:${index}`,
    lane,
    start: origin + index * width,
    end: origin + (index + 1) * width,
    middle: cell.first / 2 + cell.last / 2,
    hull: { start: cell.start, end: cell.end },
    spread: cell.last - cell.first,
    items: cell.items,
  })).sort((a, b) => a.start - b.start);
}
