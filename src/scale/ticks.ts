import type { Language } from '../language/language.js';
import { fromCivil, toCivil } from '../time/civil.js';
import type { EpochMs, TimeSpan } from '../time/epoch-ms.js';
import type { CalendarGrid } from './calendar-grid.js';
import { calendarGrid } from './probed-calendar.js';
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
  /** Whether the text of a unit stands across its line. */
  readonly crossed: boolean;
}

/** The two levels of an axis. */
export interface AxisTicks {
  /** Their texts have room, whether centred at the ticks or beginning there. */
  readonly units: readonly Tick[];
  /** Their texts begin at the ticks. The first is under way at the start; none over years. */
  readonly larger: readonly LargerTick[];
}

/** Those of a line that is time itself: everywhere in the same unit. */
export interface TimeTicks extends AxisTicks {
  /** What `units` count by their texts, and in which steps; null where nothing can be told. */
  readonly unit: TickUnit | null;
  readonly step: number | null;
}

/** What ticks need to know of the page. */
export interface AxisOptions {
  readonly language: Language;
  /** The width of a text in px, as the axis writes it. */
  readonly measure: (text: string) => number;
  /** A calendar of `Intl`, such as `persian`; that of the language, else Gregorian. Only where it can be told all over the view. */
  readonly calendar?: string;
  /** Whether weeks say their ISO number, "W35", instead of the day of their Monday. */
  readonly weeks?: boolean;
  /** Ticks are made for as many screens more at each side; 0. */
  readonly overscan?: number;
}

/** Px between texts, at the least. */
export const TICK_GAP = 8;
/** Px from the tick of a larger unit to its text, at the most. */
export const LARGER_INDENT = 6;
/** Px between the ticks that have a text, on screens from 420 to 2040 px; closer on smaller ones, wider on larger. */
const SPACING = 60;
/** Years between ticks from which on they are told in thousands, millions and billions. */
const DEEP_STEP = 10_000;

/**
 * The ticks of a view: the finest unit whose texts find room, and the larger unit above it. Which
 * unit, and each tick's text, follow from px per ms, the width, the calendar and the tick's own place
 * alone, never from where the view lies (but for the number of digits beyond the year ±9999, and where
 * a calendar begins or ends): panning changes nothing. On screens from 200 to 4000 px there are 2 to 40 units.
 */
export function axisTicks(view: TimeSpan, width: number, options: AxisOptions): TimeTicks {
  const { language, measure, overscan = 0, weeks = false } = options;
  const span = view.end - view.start;
  const pxPerMs = width / span;
  const far = Math.max(Math.abs(view.start), Math.abs(view.end));
  if (!(pxPerMs > 0 && pxPerMs < Infinity && far <= 2 * MAX_TIME))
    return { unit: null, step: null, units: [], larger: [] };
  const calendar = calendarGrid(options.calendar ?? language.calendar, view);
  const { reach } = calendar;
  const drawn = {
    start: Math.max(reach.start, view.start - overscan * span),
    end: Math.min(reach.end, view.end + overscan * span),
  };
  const room: Room = {
    width,
    pxPerMs,
    drawn,
    calendar,
    weeks,
    measure,
    fits: (text, ms, samples = calendar.samples) =>
      samples.every(at => measure(text(at)) + TICK_GAP <= ms * pxPerMs),
  };
  const texts = tickTexts(language, calendar);
  const spacing = Math.max(Math.min(SPACING, width / 7), width / 34);
  let index = 0;
  let writing: Writing | undefined;
  for (; index < LAST_STEP && !writing; index++) {
    const step = stepAt(index, calendar);
    if (step.min * pxPerMs >= spacing) writing = writingOf(step, texts, room);
  }
  const { unit, step } = stepAt(--index);
  const units = unitTicks(index, writing?.text ?? (() => ''), room);
  return { unit, step, units, larger: writing?.above ? largerTicks(writing.above, units, room) : [] };
}

/** What is drawn, and whether texts fit in. */
interface Room {
  readonly width: number;
  readonly pxPerMs: number;
  readonly drawn: TimeSpan;
  readonly calendar: CalendarGrid;
  readonly weeks: boolean;
  readonly measure: (text: string) => number;
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

function writingOf(
  { unit, step, min }: TickStep,
  texts: TickTexts,
  { fits, pxPerMs, calendar, weeks, drawn }: Room,
): Writing | undefined {
  const kind =
    unit === 'week' && weeks ? 'isoWeek' : unit === 'year' && step >= DEEP_STEP ? 'deepYear' : unit;
  const samples = kind === 'deepYear' ? wideYears(drawn, step) : calendar.samples;
  const text = texts.unit[kind].find(way => fits(way, min, samples));
  const larger = LARGER[unit];
  if (!text || !larger) return text && { text };
  const one = tickStep(larger, 1, calendar);
  const { ways, pinned } = texts.larger[larger]!;
  const way = ways.find(({ text: name }) => fits(name, one.min - LARGER_INDENT / pxPerMs));
  return way && { text, above: { ...way, pinned, unit: one } };
}

function unitTicks(index: number, text: TickText, { width, pxPerMs, drawn, fits, calendar }: Room): Tick[] {
  const step = (n: number): TickStep => stepAt(n, calendar);
  const within = (n: number, view: TimeSpan): EpochMs[] => ticksWithin(step(n), view, calendar);
  const worded = step(index);
  // Years that say their era are wider: they have words in steps of their own.
  let wide = index;
  if (worded.unit === 'year' && !calendar.name) {
    const hasRoom = (coarse: TickStep): boolean =>
      nests(worded, coarse) && fits(text, coarse.min, wideYears(drawn, coarse.step));
    while (wide < LAST_STEP && !hasRoom(step(wide))) wide++;
  }
  // Texts may be so wide that a small screen shows less than two: lines without words between them.
  let fine = index;
  while (fine > 0 && (step(fine).max * pxPerMs > width / 2 || !nests(step(fine), worded))) fine--;

  const beyond = { start: drawn.start, end: drawn.end + step(wide).max };
  const wideTicks = new Set(within(wide, beyond));
  const ticks = within(index, beyond).filter(at => wide === index || wideTicks.has(at) || !isWide(at));
  const words = new Map<EpochMs, string>();
  ticks.forEach((at, i) => {
    if (fits(text, (ticks[i + 1] ?? Infinity) - at, [at])) words.set(at, text(at));
  });
  const lines = new Set([...within(fine, drawn), ...within(index, drawn)]);
  return [...lines]
    .filter(at => at >= drawn.start)
    .sort((a, b) => a - b)
    .map(at => ({ at, text: words.get(at) ?? '' }));
}

function largerTicks(
  { unit, text, withYear, pinned }: LargerWriting,
  units: readonly Tick[],
  { drawn, pxPerMs, fits, calendar, measure }: Room,
): LargerTick[] {
  const beyond = { start: drawn.start, end: drawn.end + 2 * unit.max };
  const own = ticksWithin(unit, beyond, calendar);
  // With an emperor, a year may begin within a month.
  const years = unit.unit === 'month' ? ticksWithin(tickStep('year', 1, calendar), beyond, calendar) : [];
  const begun = years.filter(at => at > own[0]!);
  const ticks = [...new Set([...own, ...begun])].sort((a, b) => a - b);
  const startsYear = (at: EpochMs): boolean => calendar.yearStart(calendar.yearAt(at)) === at;
  const isCrossed = (at: EpochMs): boolean => {
    const before = units.findLast(tick => tick.text && tick.at < at);
    return before !== undefined && (at - before.at) * pxPerMs < measure(before.text) + TICK_GAP;
  };
  return ticks
    .filter(at => at < drawn.end)
    .map((at, i) => {
      // Some are shorter than any that are counted on: the thirteenth month of Egypt, the last days of an emperor.
      const length = Math.min(unit.min, (ticks[i + 1] ?? Infinity) - at) - LARGER_INDENT / pxPerMs;
      const fit = (way: TickText): string => (fits(way, length, [at]) ? way(at) : '');
      return {
        at,
        text: (withYear && startsYear(at) && fit(withYear)) || fit(text),
        pinned: pinned(at),
        crossed: isCrossed(at),
      };
    });
}

/** Whether a year says its era, or has five digits. */
function isWide(at: EpochMs): boolean {
  const { year } = toCivil(at);
  return year < 100 || year > 9999;
}

/** Years, each some multiple of `step`, as wide as any such in view; four digits are always provided for. */
function wideYears({ start, end }: TimeSpan, step: number): EpochMs[] {
  const far = Math.max(9999, Math.abs(toCivil(start).year), Math.abs(toCivil(end).year));
  const nines = 10 ** Math.ceil(Math.log10(far + 1)) - 1;
  const widest = Math.max(step, nines - (nines % step));
  return [99, widest, 1 - widest].map(year => fromCivil({ year }));
}
