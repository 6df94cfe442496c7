import type { Language } from '../language/language.js';
import { fromCivil, toCivil } from '../time/civil.js';
import type { EpochMs, TimeSpan } from '../time/epoch-ms.js';
import {
  LARGER,
  LAST_STEP,
  nests,
  stepAt,
  ticksWithin,
  tickStep,
  type TickStep,
  type TickUnit,
} from './tick-grid.js';
import { MAX_TIME } from './view.js';
import { tickTexts, type LargerText, type TickText, type TickTexts } from './tick-text.js';

/** A tick of an axis. */
export interface Tick {
  readonly at: EpochMs;
  /** Empty for a line without words. */
  readonly text: string;
}

/** A tick of the larger unit. */
export interface LargerTick extends Tick {
  /** With all that is larger still, for where it stands alone: "September 2025". */
  readonly pinned: string;
}

/** The two levels of an axis. */
export interface AxisTicks {
  /** What `units` count by their texts, and in which steps. */
  readonly unit: TickUnit;
  readonly step: number;
  /** Their texts have room, whether centred at the ticks or beginning there. */
  readonly units: readonly Tick[];
  /** Their texts begin at the ticks. The first is under way at the start; none over years. */
  readonly larger: readonly LargerTick[];
}

/** What ticks need to know of the page. */
export interface AxisOptions {
  readonly language: Language;
  /** The width of a text in px, as the axis writes it. */
  readonly measure: (text: string) => number;
  /** Ticks are made for as many screens more at each side; 0. */
  readonly overscan?: number;
}

/** Px between texts, at the least. */
export const TICK_GAP = 8;
/** Px from the tick of a larger unit to its text, at the most. */
export const LARGER_INDENT = 6;
/** Px between the ticks that have a text, on screens from 420 to 2340 px; closer on smaller ones, wider on larger. */
const SPACING = 60;

/** One moment of each month, all its numbers wide. */
const SAMPLES = Array.from({ length: 12 }, (_, i) =>
  fromCivil({ year: 2000, month: i + 1, day: 28, hour: 11 + i, minute: 58, second: 58, millisecond: 888 }),
);

/**
 * The ticks of a view: the finest unit whose texts find room, and the larger unit above it. Which
 * unit, and each tick's text, follow from px per ms, the width and the tick's own place alone, never
 * from where the view lies (but for the number of digits beyond the year ±9999): panning changes
 * nothing. On screens from 200 to 4000 px there are 2 to 40 units.
 */
export function axisTicks(view: TimeSpan, width: number, options: AxisOptions): AxisTicks {
  const { language, measure, overscan = 0 } = options;
  const span = view.end - view.start;
  const pxPerMs = width / span;
  const far = Math.max(Math.abs(view.start), Math.abs(view.end));
  if (!(pxPerMs > 0 && pxPerMs < Infinity && far <= 2 * MAX_TIME))
    return { unit: 'year', step: 1, units: [], larger: [] };
  const room: Room = {
    width,
    pxPerMs,
    drawn: { start: view.start - overscan * span, end: view.end + overscan * span },
    fits: (text, ms, samples = SAMPLES) => samples.every(at => measure(text(at)) + TICK_GAP <= ms * pxPerMs),
  };
  const texts = tickTexts(language);
  const spacing = Math.max(Math.min(SPACING, width / 7), width / 39);
  let index = 0;
  let writing: Writing | undefined;
  for (; index < LAST_STEP && !writing; index++)
    if (stepAt(index).min * pxPerMs >= spacing) writing = writingOf(stepAt(index), texts, room);
  const { unit, step } = stepAt(--index);
  return {
    unit,
    step,
    units: unitTicks(index, writing?.text ?? (() => ''), room),
    larger: writing?.above ? largerTicks(writing.above, room) : [],
  };
}

/** What is drawn, and whether texts fit in. */
interface Room {
  readonly width: number;
  readonly pxPerMs: number;
  readonly drawn: TimeSpan;
  /** Whether texts, and a gap, fit into a length of time. */
  fits(text: TickText, ms: number, samples?: readonly EpochMs[]): boolean;
}

/** The fullest texts that fit a step and the larger unit above it. */
interface Writing {
  readonly text: TickText;
  readonly above?: LargerWriting;
}

interface LargerWriting extends LargerText {
  readonly unit: TickStep;
  readonly pinned: TickText;
}

function writingOf({ unit, min }: TickStep, texts: TickTexts, { fits, pxPerMs }: Room): Writing | undefined {
  const text = texts.unit[unit].find(way => fits(way, min));
  const larger = LARGER[unit];
  if (!text || !larger) return text && { text };
  const step = tickStep(larger, 1);
  const { ways, pinned } = texts.larger[larger]!;
  const way = ways.find(({ text: name }) => fits(name, step.min - LARGER_INDENT / pxPerMs));
  return way && { text, above: { ...way, pinned, unit: step } };
}

function unitTicks(index: number, text: TickText, { width, pxPerMs, drawn, fits }: Room): Tick[] {
  const worded = stepAt(index);
  // Years that say their era are wider: they have words in steps of their own.
  let wide = index;
  if (worded.unit === 'year') {
    const samples = wideYears(drawn);
    const hasRoom = (step: TickStep): boolean => nests(worded, step) && fits(text, step.min, samples);
    while (wide < LAST_STEP && !hasRoom(stepAt(wide))) wide++;
  }
  // Texts may be so wide that a small screen shows less than two: lines without words between them.
  let fine = index;
  while (fine > 0 && (stepAt(fine).max * pxPerMs > width / 2 || !nests(stepAt(fine), worded))) fine--;

  const beyond = { start: drawn.start, end: drawn.end + stepAt(wide).max };
  const wideTicks = new Set(ticksWithin(stepAt(wide), beyond));
  const ticks = ticksWithin(worded, beyond).filter(at => wide === index || wideTicks.has(at) || !isWide(at));
  const words = new Map<EpochMs, string>();
  ticks.forEach((at, i) => {
    if (fits(text, (ticks[i + 1] ?? Infinity) - at, [at])) words.set(at, text(at));
  });
  return ticksWithin(stepAt(fine), drawn)
    .filter(at => at >= drawn.start)
    .map(at => ({ at, text: words.get(at) ?? '' }));
}

function largerTicks(
  { unit, text, withYear, pinned }: LargerWriting,
  { drawn, pxPerMs, fits }: Room,
): LargerTick[] {
  const fit = (way: TickText, at: EpochMs): string =>
    fits(way, unit.min - LARGER_INDENT / pxPerMs, [at]) ? way(at) : '';
  return ticksWithin(unit, drawn).map(at => ({
    at,
    text: (withYear && startsYear(at) && fit(withYear, at)) || fit(text, at),
    pinned: pinned(at),
  }));
}

/** Whether a year says its era, or has five digits. */
function isWide(at: EpochMs): boolean {
  const { year } = toCivil(at);
  return year < 100 || year > 9999;
}

/** Years as wide as any such in view; four digits are always provided for. */
function wideYears({ start, end }: TimeSpan): EpochMs[] {
  const far = Math.max(9999, Math.abs(toCivil(start).year), Math.abs(toCivil(end).year));
  const nines = 10 ** Math.ceil(Math.log10(far + 1)) - 1;
  return [99, nines, 1 - nines].map(year => fromCivil({ year }));
}

function startsYear(at: EpochMs): boolean {
  const { month, day } = toCivil(at);
  return month === 1 && day === 1;
}
