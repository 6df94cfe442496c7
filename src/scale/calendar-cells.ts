import type { Precision } from '../time/dated-span.js';
import type { TimeSpan } from '../time/epoch-ms.js';
import type { CalendarGrid } from './calendar-grid.js';
import { ticksWithin, tickStep, type TickStep, type TickUnit } from './tick-grid.js';

/** A part of a calendar by which things are grouped, such as every month. */
export interface CellStep extends TickStep {
  /** The precision in which a cell is told. */
  readonly precision: Precision;
}

type Rung = readonly [unit: TickUnit, step: number];

/** What dates are told under: days, months, years and powers of ten of them. */
const HEADS: readonly Rung[] = [
  ['day', 1],
  ['month', 1],
];
/** What is gathered together. Each rung lies within those above it, and within those of `HEADS` that are as coarse. */
const CELLS: readonly Rung[] = [
  ['millisecond', 1],
  ['second', 1],
  ['minute', 1],
  ['minute', 15],
  ['hour', 1],
  ['hour', 6],
  ['day', 1],
  ['day', 10],
  ['month', 1],
  ['month', 3],
];
/** The coarsest: a hundred billion years. */
const LAST_POWER = 11;
const TENFOLD: readonly Rung[] = Array.from({ length: LAST_POWER + 1 }, (_, n) => ['year', 10 ** n]);
const HEAD_LADDER: readonly Rung[] = [...HEADS, ...TENFOLD];
const CELL_LADDER: readonly Rung[] = [
  ...CELLS,
  ...TENFOLD.flatMap(([unit, step]): Rung[] => [
    [unit, step],
    [unit, 5 * step],
  ]),
];

function finest(ladder: readonly Rung[], span: number, most: number, calendar: CalendarGrid): CellStep {
  const steps = ladder.map(([unit, step]) => tickStep(unit, step, calendar));
  const found = steps.find(({ min }) => span / min <= most) ?? steps.at(-1)!;
  const { unit } = found;
  const precision = unit === 'week' ? 'day' : unit;
  return { ...found, precision };
}

/**
 * The finest step of which a view of that length shows no more than `most`, so that steps follow from the length
 * alone: panning changes none, and each step of a closer view lies within one of a wider.
 */
export const cellStep = (length: number, most: number, calendar: CalendarGrid): CellStep =>
  finest(CELL_LADDER, length, most, calendar);

/** The same for headings: every cell lies within one. */
export const headStep = (length: number, most: number, calendar: CalendarGrid): CellStep =>
  finest(HEAD_LADDER, length, most, calendar);

/** The cells that a view touches, whole ones, in order and without gaps. */
export function cellsWithin(step: TickStep, view: TimeSpan, calendar: CalendarGrid): TimeSpan[] {
  const { reach } = calendar;
  // From one that is over by the view's begin: of the tick under way then there may be none, where it would crowd the next.
  const from = Math.max(view.start - step.max, Math.min(view.start, reach.start));
  const starts = ticksWithin(step, { start: from, end: view.end + 2 * step.max }, calendar);
  // A calendar may begin and end between two ticks.
  if (!(starts[0]! <= view.start)) starts.unshift(from);
  if (starts.at(-1)! < view.end) starts.push(Math.max(view.end, Math.min(reach.end, view.end + step.max)));
  return starts
    .slice(0, -1)
    .map((start, i) => ({ start, end: starts[i + 1]! }))
    .filter(({ start, end }) => start < view.end && end > view.start);
}
