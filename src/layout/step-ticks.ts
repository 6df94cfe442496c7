import { countBefore } from '../data/sorted-bounds.js';
import {
  LARGER_INDENT,
  TICK_GAP,
  type AxisOptions,
  type AxisTicks,
  type LargerTick,
  type Tick,
} from '../scale/ticks.js';
import { segmentTicks } from '../scale/segment-ticks.js';
import type { Place, Warp } from '../scale/warp.js';
import { toCivil } from '../time/civil.js';
import { PRECISIONS, type Precision } from '../time/dated-span.js';
import type { TimeSpan } from '../time/epoch-ms.js';
import { formatStretch } from '../time/format-date.js';

/** Px between the lines of steps that are drawn, at the least. */
const LEAST_STEP = 6;
/** Steps whose texts tell how wide texts are. */
const SAMPLES = 64;
const YEAR = PRECISIONS.indexOf('year');

export interface StepAxisOptions extends AxisOptions {
  /** Whether events begin after the last step: then the time there, which is drawn in proportion, has ticks as well. */
  readonly hasTail?: boolean;
}

/** What a step of an even scale says, and above it. */
interface StepText {
  readonly text: string;
  /** The year, where the text does not say it. */
  readonly year: string;
}

/**
 * The ticks of an even scale: the dates at which events begin, each as finely as its coarsest event is known. Where they have no room all of
 * every second, fourth … says its date, whatever is in view: panning changes nothing, and zooming in only adds. They are those of the line,
 * whatever has become of the events that it was made of; after the last step those of time.
 */
export function stepTicks(warp: Warp, view: TimeSpan, width: number, options: StepAxisOptions): AxisTicks {
  const { measure, overscan = 0, hasTail } = options;
  const { stops, place } = warp;
  const pxPerPlace = width / (view.end - view.start);
  const step = (place(stops[1]!) - place(stops[0]!)) * pxPerPlace;
  const textOf = (i: number): StepText => stepText(warp, i, options);
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
  if (hasTail)
    addTail(
      { units, larger },
      segmentTicks(warp, view, width, options, lastPlace(warp)),
      pxPerPlace,
      measure,
    );
  return { units, larger: fitted(larger, pxPerPlace, measure) };
}

/** Adds the ticks of time after the last step to those of steps: none of their texts meets that of the last. */
function addTail(
  steps: { readonly units: Tick[]; readonly larger: LargerTick[] },
  tail: AxisTicks,
  pxPerPlace: number,
  measure: AxisOptions['measure'],
): void {
  const last = steps.units.findLast(({ text }) => text);
  const end = last ? last.at + (measure(last.text) + TICK_GAP) / pxPerPlace : -Infinity;
  const after = steps.units.at(-1)?.at ?? -Infinity;
  for (const tick of tail.units)
    if (tick.at > after) steps.units.push(tick.at < end ? { ...tick, text: '' } : tick);
  // A year goes on, and ends where what follows tells its years itself.
  const year = steps.larger.at(-1)?.pinned ?? '';
  steps.larger.push(...tail.larger.filter(({ pinned }, i) => i > 0 || pinned !== year));
}

const lastPlace = ({ stops, place }: Warp): Place => place(stops[stops.length - 1]!);

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

function stepText({ stops, precisionAt }: Warp, i: number, { language }: AxisOptions): StepText {
  const at = stops[i]!;
  const precision = precisionAt?.(i) ?? 'millisecond';
  const told = (finest: Precision, omitYear?: number): string =>
    formatStretch({ start: at, end: at }, finest, { language, style: 'short', omitYear });
  if (PRECISIONS.indexOf(precision) <= YEAR) return { text: told(precision), year: '' };
  return { text: told(precision, toCivil(at).year), year: told('year') };
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
export const isWithinSteps = ({ stops, place }: Warp, view: TimeSpan): boolean =>
  place(stops[1]!) - place(stops[0]!) > view.end - view.start;
