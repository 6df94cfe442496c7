import { CELL } from './cells.js';

/** Elements that the lanes, marks and pills of a scene may take, about: with the axis and what is around them, 1,500 at the most. */
export const MOST_ELEMENTS = 1100;
/** Elements of a pill, of a mark, of its label but for its lines, and of a lane with its title. */
export const PILL_ELEMENTS = 2;
const MARK_ELEMENTS = 4;
const LABEL_ELEMENTS = 3;
export const LANE_ELEMENTS = 3;

/** Elements of a mark, or of one with a label of so many lines. */
export function elementsOfMark(lines: number): number {
  return MARK_ELEMENTS + (lines > 0 ? LABEL_ELEMENTS + lines : 0);
}

/** Widths of a view that are drawn at least, with what little is ahead on either side. */
const DRAWN_VIEWS = 1.25;
/** Of the elements, at most so many go into pills. */
const MOST_PILLS = 600;
/** Elements that a px of a full row takes where marks stand as close as they may, on an average of real data. */
const USUAL_DENSITY = 0.028;
/** Rows are never all full: what is asked of each may exceed what there is by so much. */
const OVERBOOKING = 1.5;

/** What a canvas is to draw, at the most. */
export interface CanvasLoad {
  /** Of the canvas. */
  readonly width: number;
  /** How many rows are in sight at once. */
  readonly rows: number;
  /** How many lanes in sight may have pills. */
  readonly crowds: number;
  readonly lanes: number;
}

/** How much room marks and pills take beyond their own, so that a view of a big canvas has no more of them than can be drawn. */
export interface CanvasBudget {
  /** Width of the cells of pills, in px at the coarsest scale of an octave. */
  readonly cell: number;
  /** px of its row that each element of a mark takes at the least; 0 where rows may be as full as they get. */
  readonly pxPerElement: number;
}

/** That of a canvas that can draw whatever has room. */
export const UNBOUND: CanvasBudget = { cell: CELL, pxPerElement: 0 };

/**
 * The budget of a canvas: nothing where all rows as full as they usually get can be drawn. It follows from sizes alone, so that
 * what stands depends on no view.
 */
export function budgetOf({ width, rows, crowds, lanes }: CanvasLoad): CanvasBudget {
  const drawn = DRAWN_VIEWS * width;
  let cell = CELL;
  // One for each edge.
  const pills = (): number => PILL_ELEMENTS * crowds * (drawn / cell + 2);
  while (pills() > MOST_PILLS && cell < width) cell *= 2;
  const left = Math.max(MOST_ELEMENTS / 5, MOST_ELEMENTS - pills() - (LANE_ELEMENTS + PILL_ELEMENTS) * lanes);
  const usual = rows * drawn * USUAL_DENSITY;
  if (usual <= left) return { cell, pxPerElement: 0 };
  // From nothing at the bound to what keeps any rows within it.
  const strict = (rows * drawn) / (left * OVERBOOKING);
  return { cell, pxPerElement: strict * Math.min(1, 3 * (1 - left / usual)) };
}
