import type { EventSource } from '../index/event-source.js';
import {
  LARGER_INDENT,
  TICK_GAP,
  type AxisOptions,
  type AxisTicks,
  type LargerTick,
  type Tick,
} from '../scale/ticks.js';
import type { Place } from '../scale/warp.js';
import { countBefore } from '../data/sorted-bounds.js';
import { toCivil } from '../time/civil.js';
import { PRECISIONS, type Precision } from '../time/dated-span.js';
import type { EpochMs, TimeSpan } from '../time/epoch-ms.js';
import { formatStretch } from '../time/format-date.js';

/** Px between the lines of steps that are drawn, at the least. */
const LEAST_STEP = 6;
/** Steps whose texts tell how wide texts are, and events that tell how finely a step is known. */
const SAMPLES = 64;
const WITNESSES = 16;
const YEAR = PRECISIONS.indexOf('year');

/** What a step of an even scale says, and above it. */
interface StepText {
  readonly text: string;
  /** The year, where the text does not say it. */
  readonly year: string;
}

/**
 * The ticks of an even scale: the dates at which events begin, each as finely as its coarsest event is known. Where they have no room all of
 * every second, fourth … says its date, whatever is in view: panning changes nothing, and zooming in only adds.
 */
export function stepTicks(
  source: EventSource,
  view: TimeSpan,
  width: number,
  options: AxisOptions,
): AxisTicks {
  const { measure, overscan = 0 } = options;
  const { stops, place } = source.warp;
  const pxPerPlace = width / (view.end - view.start);
  const step = (place(stops[1]!) - place(stops[0]!)) * pxPerPlace;
  const textOf = (i: number): StepText => stepText(source, stops[i]!, options);
  const stride = strideFor(widestOf(stops.length, i => measure(textOf(i).text)) + TICK_GAP, step);
  const lines = strideFor(LEAST_STEP, step);
  const span = (view.end - view.start) * overscan;
  const from = countBefore(stops.length, i => place(stops[i]!) < view.start - span);
  // The year under way at the start is said with the step before.
  const first = Math.max(0, Math.floor((from - 1) / stride) * stride);
  const units: Tick[] = [];
  const larger: LargerTick[] = [];
  for (let i = first; i < stops.length && place(stops[i]!) < view.end + span; i += Math.min(lines, stride)) {
    const at = place(stops[i]!);
    const isWorded = i % stride === 0;
    if (!isWorded) {
      if (i >= from) units.push({ at, text: '' });
      continue;
    }
    const { text, year } = textOf(i);
    if (i >= from) units.push({ at, text: measure(text) + TICK_GAP <= stride * step ? text : '' });
    if (year !== (larger.at(-1)?.pinned ?? '')) larger.push({ at, text: year, pinned: year, crossed: false });
  }
  return { unit: 'day', step: 1, units, larger: fitted(larger, pxPerPlace, measure) };
}

/** The least power of two that so many steps are at least as long as a width. */
const strideFor = (width: number, step: number): number =>
  2 ** Math.max(0, Math.ceil(Math.log2(width / step)));

/** The widest of some texts from all over the line: what is in view does not count. */
function widestOf(count: number, widthOf: (i: number) => number): number {
  const samples = Math.min(count, SAMPLES);
  let widest = 0;
  for (let n = 0; n < samples; n++) widest = Math.max(widest, widthOf(Math.floor((n * count) / samples)));
  return widest;
}

function stepText(source: EventSource, at: EpochMs, { language }: AxisOptions): StepText {
  const begun = source.begunAt(source.warp.place(at), WITNESSES);
  if (begun.length === 0) return { text: '', year: '' };
  const coarsest = Math.min(...begun.map(({ span }) => PRECISIONS.indexOf(span!.from.precision)));
  const told = (precision: Precision, omitYear?: number): string =>
    formatStretch({ start: at, end: at }, precision, { language, style: 'short', omitYear });
  if (coarsest <= YEAR) return { text: told(PRECISIONS[coarsest]!), year: '' };
  return { text: told(PRECISIONS[coarsest]!, toCivil(at).year), year: told('year') };
}

/** Years say their name where it ends before the next. */
const fitted = (
  larger: readonly LargerTick[],
  pxPerPlace: number,
  measure: AxisOptions['measure'],
): LargerTick[] =>
  larger.map((tick, i) => {
    const room = ((larger[i + 1]?.at ?? Infinity) - tick.at) * pxPerPlace;
    return measure(tick.text) + 2 * LARGER_INDENT <= room ? tick : { ...tick, text: '' };
  });

/** Whether a step is longer than the view: then what lies within it has ticks of its own. */
export function isWithinSteps({ warp: { stops, place } }: EventSource, view: TimeSpan): boolean {
  const step: Place = place(stops[1]!) - place(stops[0]!);
  return step > view.end - view.start;
}
