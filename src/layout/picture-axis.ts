import { segmentTicks } from '../scale/segment-ticks.js';
import { axisTicks, type AxisTicks } from '../scale/ticks.js';
import { inTime, onLine, PROPORTIONAL, type Warp } from '../scale/warp.js';
import { weekends } from '../scale/weekends.js';
import { DAY, type TimeSpan } from '../time/epoch-ms.js';
import { isWithinSteps, stepTicks, type StepAxisOptions } from './step-ticks.js';

/** The ticks of a view of a line. */
export function ticksOf(warp: Warp, view: TimeSpan, width: number, options: StepAxisOptions): AxisTicks {
  if (warp === PROPORTIONAL) return axisTicks(view, width, options);
  if (warp.folds.length > 0 || isWithinSteps(warp, view)) return segmentTicks(warp, view, width, options);
  return stepTicks(warp, view, width, options);
}

/** The weekends of a view and one more at either side, on the line; none where days are not equally long. */
export function weekendsOf(warp: Warp, view: TimeSpan, width: number): TimeSpan[] {
  const span = view.end - view.start;
  const drawn = { start: view.start - span, end: view.end + span };
  const pxPerDay = (width / span) * DAY;
  if (warp === PROPORTIONAL) return weekends(drawn, pxPerDay, width);
  if (warp.folds.length === 0) return [];
  const isFolded = ({ start, end }: TimeSpan): boolean =>
    warp.folds.some(({ time }) => start < time.end && end > time.start);
  return warp
    .segments(drawn)
    .filter(({ folded }) => !folded)
    .flatMap(({ line }) => {
      const part = { start: Math.max(drawn.start, line.start), end: Math.min(drawn.end, line.end) };
      return weekends(inTime(warp, part), pxPerDay, width);
    })
    .filter(weekend => !isFolded(weekend))
    .map(weekend => onLine(warp, weekend));
}
