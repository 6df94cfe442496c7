import type { TimeSpan } from '../time/epoch-ms.js';
import {
  axisTicks,
  LARGER_INDENT,
  TICK_GAP,
  type AxisOptions,
  type AxisTicks,
  type LargerTick,
  type Tick,
} from './ticks.js';
import type { Segment, Warp } from './warp.js';

/** Px that a folded silence is wide before it has ticks of its own. */
const WIDE_FOLD = 200;

/**
 * The ticks of a view of a line that is straight in segments, each with its own: they lie on the line. No text reaches beyond its
 * segment, so that texts never meet; a segment after another says at its start which larger unit is under way. None lies before `from`.
 */
export function segmentTicks(
  warp: Warp,
  view: TimeSpan,
  width: number,
  options: AxisOptions,
  from = -Infinity,
): AxisTicks {
  const { overscan = 0 } = options;
  const span = view.end - view.start;
  const drawn = { start: Math.max(from, view.start - overscan * span), end: view.end + overscan * span };
  const found = warp.segments(drawn).map(segment => ticksOf(segment, { view, width, options }));
  const larger = found.flatMap(ticks => ticks.larger);
  return {
    units: found.flatMap(({ units }) => units),
    // Years stand alone.
    larger: larger.some(({ pinned }) => pinned) ? larger : [],
  };
}

function ticksOf(
  segment: Segment,
  { view, width, options }: { view: TimeSpan; width: number; options: AxisOptions },
): AxisTicks {
  const { line, time, rate, folded } = segment;
  const { measure } = options;
  const pxPerPlace = width / (view.end - view.start);
  const roomFrom = (at: number): number => (line.end - at) * pxPerPlace;
  const nothing: LargerTick = { at: line.start, text: '', pinned: '', crossed: false };
  if (folded && roomFrom(line.start) < WIDE_FOLD) return { units: [], larger: [nothing] };
  const isFirst = line.start === -Infinity;
  const [moment, place] = isFirst ? [time.end, line.end] : [time.start, line.start];
  // As if all of the view were of that rate.
  const timeOf = (at: number): number => moment + (at - place) / rate;
  const placeOf = (at: number): number => place + (at - moment) * rate;
  const ticks = axisTicks({ start: timeOf(view.start), end: timeOf(view.end) }, width, options);
  const within = ({ at }: Tick): boolean => at >= time.start && at < time.end;
  const fitting = (text: string, at: number, beside: number): string =>
    measure(text) + beside <= roomFrom(at) ? text : '';
  const units = ticks.units.filter(within).map(({ at, text }): Tick => {
    const on = placeOf(at);
    return { at: on, text: fitting(text, on, TICK_GAP) };
  });
  const larger = ticks.larger.filter(within).map((tick): LargerTick => {
    const at = placeOf(tick.at);
    return { ...tick, at, text: fitting(tick.text, at, 2 * LARGER_INDENT) };
  });
  // The first has no start, and its ticks begin with the larger unit under way.
  if (!isFirst) {
    // After a silence all is said of the unit under way, as before a view.
    if (larger[0]?.at !== line.start)
      larger.unshift({
        ...nothing,
        pinned: ticks.larger.findLast(({ at }) => at < time.start)?.pinned ?? '',
      });
    const { pinned } = larger[0]!;
    const room = ((larger[1]?.at ?? line.end) - line.start) * pxPerPlace;
    if (measure(pinned) + 2 * LARGER_INDENT <= room) larger[0] = { ...larger[0]!, text: pinned };
  }
  return { units, larger };
}
