/** How much a column mounts. It follows from the data alone, so neither panning nor zooming changes any of it. */
export interface ColumnRoom {
  /** How many cells a view has at the most; with none, all that a lane shows of a view is one cell. */
  readonly cells: number;
  /** With no more entries of a lane than this in a cell none of them waits behind a button. */
  readonly seats: number;
  /** How many stand beside that button. */
  readonly standing: number;
}

/** How many items are mounted, but for what the reader has opened. Of so few entries all are. */
const MOUNTED = 200;
const MOST_CELLS = 30;
/** With less than this a lane has but one. */
const LEAST_CELLS = 4;
/** Two cells that a view touches at its edges, and the one of what began before it. */
const BESIDES = 3;
/** How many entries of a cell stand for themselves, shared out among the lanes. */
const STANDING = 6;
/** A cluster of no more than this says no less than its members would. */
const NEGLIGIBLE = 2;

/** Shares out the room of a column among so many lanes with so many entries. */
export function columnRoom(lanes: number, entries: number): ColumnRoom {
  if (entries <= MOUNTED) return { cells: MOST_CELLS, seats: Infinity, standing: Infinity };
  const wanted = Math.max(1, Math.round(STANDING / lanes)) + NEGLIGIBLE;
  const seats = Math.min(wanted, Math.floor(MOUNTED / (lanes * (LEAST_CELLS + BESIDES))));
  // The least that accounts for all of a lane is one item.
  if (seats === 0) return { cells: 0, seats: 1, standing: 0 };
  return {
    cells: Math.min(MOST_CELLS, Math.floor(MOUNTED / (lanes * seats)) - BESIDES),
    seats,
    standing: seats - Math.min(NEGLIGIBLE, Math.max(1, seats - 1)),
  };
}
