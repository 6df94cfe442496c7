import fc from 'fast-check';
import { shortestSpan } from '../../src/scale/view.js';
import { fromCivil } from '../../src/time/civil.js';
import { HOUR, type TimeSpan } from '../../src/time/epoch-ms.js';

/** Widths of screens. */
export const widths = fc.integer({ min: 200, max: 4000 });

/** Views of every length that makes sense, equally often by order of magnitude, within ±`far` ms. */
export const anyView = (far: number): fc.Arbitrary<TimeSpan> => viewsBetween(-far, far, 4);

const FIRST = fromCivil({ year: -9998 });
const LAST = fromCivil({ year: 10_000 });

/** Views of an hour or more within the years ±9999. */
export const historicalView = viewsBetween(FIRST, LAST, HOUR);

/** Views of `least` ms or more between two moments, equally often by order of magnitude. */
export function viewsBetween(low: number, high: number, least: number): fc.Arbitrary<TimeSpan> {
  const unit = fc.double({ min: 0, max: 1, noNaN: true });
  return fc.tuple(unit, unit).map(([size, place]) => {
    const wanted = least * ((high - low) / least) ** size;
    const start = low + (high - low - wanted) * place;
    const span = Math.max(wanted, shortestSpan({ start, end: start + wanted }));
    return { start, end: start + span };
  });
}
