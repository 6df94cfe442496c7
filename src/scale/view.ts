import { DAY, type EpochMs, type TimeSpan } from '../time/epoch-ms.js';

/** The shortest view, in ms. */
export const MIN_SPAN = 4;

/** No view lies, or is long, beyond this many ms: some 31 billion years either side of 1970. */
export const MAX_TIME = 1e21;

/** What a view may be. */
export interface ViewBounds {
  /** One can't pan beyond; either end may be infinite. */
  readonly limits?: TimeSpan | null;
  /** The shortest and the longest stretch, in ms. */
  readonly minSpan?: number;
  readonly maxSpan?: number;
}

/** The view moved by a fraction of its own length; later when positive. */
export function panView(view: TimeSpan, fraction: number): TimeSpan {
  const by = (view.end - view.start) * fraction;
  return { start: view.start + by, end: view.end + by };
}

/**
 * The view `factor` times closer (above 1 zooms in), with `anchor` where it was on the screen. Where
 * the bounds allow no closer or wider, the zoom ends there and the anchor stays.
 */
export function zoomView(view: TimeSpan, factor: number, anchor: EpochMs, bounds: ViewBounds = {}): TimeSpan {
  const span = view.end - view.start;
  const ratio = clampSpan(span / factor, view, bounds) / span;
  return clampView(
    { start: anchor - (anchor - view.start) * ratio, end: anchor + (view.end - anchor) * ratio },
    bounds,
  );
}

/**
 * The nearest view within the bounds: of the same length wherever that fits, else about the same
 * centre. Limits come before `maxSpan`, that before `minSpan`; limits too narrow for any view are centred in it. The result is always finite,
 * and long enough for a double to tell its px apart.
 */
export function clampView(view: TimeSpan, bounds: ViewBounds = {}): TimeSpan {
  let start = finite(view.start);
  let end = finite(view.end);
  const span = clampSpan(end - start, { start, end }, bounds);
  if (span !== end - start) {
    start += (end - start - span) / 2;
    end = start + span;
  }
  const [low, high] = limitsOf(bounds);
  if (span >= high - low) {
    start = low + (high - low - span) / 2;
    end = start + span;
  } else if (start < low) {
    start = low;
    end = low + span;
  } else if (end > high) {
    start = high - span;
    end = high;
  }
  return { start, end };
}

/** How many steps of a double a view is long at the least: what is placed by them is then placed to a fraction of a px. */
const LEAST_STEPS = 4096;

/** The shortest view that still makes sense there: 4 ms, or in deep time so many of the doubles' own steps. */
export function shortestSpan(view: TimeSpan): number {
  const far = Math.max(Math.abs(view.start), Math.abs(view.end), 1);
  return Math.max(MIN_SPAN, LEAST_STEPS * 2 ** (Math.floor(Math.log2(far)) - 52));
}

/**
 * The view on the way from one to another at `t` = 0 … 1. The length goes geometrically, so that a
 * zoom feels even; both ends are linear in the length, so that the point which stands still does so
 * all the way; at one length, a pan is linear.
 */
export function interpolateView(from: TimeSpan, to: TimeSpan, t: number): TimeSpan {
  if (t <= 0) return from;
  if (t >= 1) return to;
  const growth = Math.log((to.end - to.start) / (from.end - from.start));
  const done = weight(growth, t);
  const left = weight(-growth, 1 - t);
  // From the nearer end: in the other sum a wide view's rounding would shake the last frames of a deep zoom.
  const mix = (a: number, b: number): number => (done < 0.5 ? a + (b - a) * done : b - (b - a) * left);
  return { start: mix(from.start, to.start), end: mix(from.end, to.end) };
}

/** The stretch with room at each end, a fraction of its length; a day about a single moment. */
export function paddedView(span: TimeSpan, fraction: number): TimeSpan {
  const length = span.end - span.start;
  const pad = length > 0 ? length * fraction : DAY / 2;
  return clampView({ start: span.start - pad, end: span.end + pad });
}

/** Whether two views are the same to the last digit. */
export const sameView = (a: TimeSpan, b: TimeSpan): boolean => a.start === b.start && a.end === b.end;

function limitsOf({ limits }: ViewBounds): [low: EpochMs, high: EpochMs] {
  return [finite(limits?.start ?? -MAX_TIME), finite(limits?.end ?? MAX_TIME)];
}

function clampSpan(span: number, view: TimeSpan, bounds: ViewBounds): number {
  const { minSpan = 0, maxSpan = Infinity } = bounds;
  const [low, high] = limitsOf(bounds);
  const within = (at: EpochMs): EpochMs => Math.min(high, Math.max(low, at));
  const shortest = shortestSpan({ start: within(view.start), end: within(view.end) });
  return Math.max(shortest, Math.min(Math.max(span, minSpan), maxSpan, high - low));
}

const weight = (growth: number, t: number): number =>
  Math.abs(growth) > 1e-9 && Math.abs(growth) < 500 ? Math.expm1(growth * t) / Math.expm1(growth) : t;
const finite = (at: number): number => Math.min(MAX_TIME, Math.max(-MAX_TIME, at)) || 0;
