import type { DatedSpan } from '../time/dated-span.js';
import type { EpochMs, TimeSpan } from '../time/epoch-ms.js';
import { UNIT_MS } from './fades.js';

/** What a step of a story is about. All stretches are finite. */
export interface StoryStep {
  readonly event: TimeSpan;
  /** A view of it is no shorter. */
  readonly least: number;
  /** What is told before and after it. */
  readonly before: TimeSpan | null;
  readonly after: TimeSpan | null;
  /** What contradicts it, and what it contradicts. */
  readonly against: readonly TimeSpan[];
}

export interface StoryViewOptions {
  /** Everything: beyond its ends there is nothing to keep room for. */
  readonly whole: TimeSpan;
  /** Whether only distance parts events. Where text flows beside the line, they stand apart at any scale. */
  readonly parts: boolean;
}

/** Room that what is shown keeps from the edges of the view, as a share of the view. */
const ROOM = 0.1;
/** So many units of its date a view of an event shows at the least: of a month that nobody knows closer, some months. */
const LEAST_UNITS = 5;
/** The distance of two events is seen where it is so large a share of the view; and well seen where it is so large. */
const SEEN = 1 / 64;
const WELL_SEEN = 1 / 24;
/** How many times as long a view may become for what speaks against its event. */
const STRETCH = 2;
/** What the same arithmetic may make of the same view, as a share of its length. */
const ROUNDING = 1e-9;

/** The part of a date that a view can hold: what is open ends where it is known to last; `null` of what has no bounds. */
export function tellableStretch({ start, end }: TimeSpan, knownUntil: EpochMs): TimeSpan | null {
  if (Number.isFinite(start)) return { start, end: Number.isFinite(end) ? end : Math.max(start, knownUntil) };
  return Number.isFinite(end) ? { start: end, end } : null;
}

/** How long a view of a date is at the least, in ms. */
export const leastView = ({ from, to }: DatedSpan): number =>
  LEAST_UNITS * Math.max(UNIT_MS[from.precision], UNIT_MS[to.precision]);

/**
 * Returns the view nearest to the given one in which a step of a story is told: the event is whole in it, and what comes
 * before and after can be seen to do so, as what speaks against it. The scale stays wherever that is possible. A neighbour that is
 * so far away that the other one could not be told apart from the event stays outside, and so does what speaks against it where the
 * view would be more than twice as long for its sake.
 */
export function storyView(step: StoryStep, view: TimeSpan, { whole, parts }: StoryViewOptions): TimeSpan {
  const { event } = step;
  const least = Math.max(step.least, roomy(event));
  const neighbours = [step.before, step.after].filter(span => span !== null);
  // What cannot be told apart where the event is whole need not be.
  const distances = parts
    ? neighbours.map(other => distance(event, other)).filter(by => by / SEEN >= least)
    : [];
  const longest = Math.min(...distances) / SEEN;
  const now = view.end - view.start;
  const told = contexts(event, neighbours).find(span => roomy(span) <= longest) ?? event;
  const most = Math.min(longest, Math.max(now, STRETCH * Math.max(least, roomy(told))));
  const hull = withinReach(event, step.against).reduce((span, other) => {
    const both = hullOf(span, other);
    return roomy(both) <= most ? both : span;
  }, told);
  const shortest = Math.max(least, roomy(hull));
  const length =
    now > longest * (1 + ROUNDING)
      ? Math.max(shortest, (longest * SEEN) / WELL_SEEN)
      : now < shortest * (1 - ROUNDING)
        ? shortest
        : now;
  const scaled = length === now ? view : zoomed(view, length, event);
  return moved(scaled, {
    start: Math.max(hull.start - ROOM * length, Math.min(hull.start, whole.start)),
    end: Math.min(hull.end + ROOM * length, Math.max(hull.end, whole.end)),
  });
}

/** How long a view is in which a stretch has its room. */
const roomy = ({ start, end }: TimeSpan): number => (end - start) / (1 - 2 * ROOM);

/** How far apart two stretches are where they differ most. */
const distance = (a: TimeSpan, b: TimeSpan): number =>
  Math.max(Math.abs(a.start - b.start), Math.abs(a.end - b.end));

/** What might be shown, the most first: the event up to both neighbours, or up to the nearer one. Both may come before or after. */
function contexts(event: TimeSpan, neighbours: readonly TimeSpan[]): TimeSpan[] {
  const reaching = withinReach(event, neighbours);
  return [reaching.reduce(hullOf, event), ...reaching.slice(0, 1)];
}

/** The event up to each of others, up to the nearest first. */
const withinReach = (event: TimeSpan, others: readonly TimeSpan[]): TimeSpan[] =>
  others.map(other => upTo(event, other)).sort((a, b) => a.end - a.start - (b.end - b.start));

/** The event, and all up to where another is nearest to it. */
const upTo = (event: TimeSpan, { start, end }: TimeSpan): TimeSpan => ({
  start: Math.min(event.start, end),
  end: Math.max(event.end, start),
});

const hullOf = (a: TimeSpan, b: TimeSpan): TimeSpan => ({
  start: Math.min(a.start, b.start),
  end: Math.max(a.end, b.end),
});

/** The view with another length, in which the event is where it was, or where it was nearest to. */
function zoomed({ start, end }: TimeSpan, length: number, event: TimeSpan): TimeSpan {
  const anchor = Math.min(end, Math.max(start, event.start / 2 + event.end / 2));
  const from = anchor - (anchor - start) * (length / (end - start));
  return { start: from, end: from + length };
}

/** The view moved by the least that shows a stretch; the same one where that is in view. */
function moved(view: TimeSpan, { start, end }: TimeSpan): TimeSpan {
  const slack = ROUNDING * (view.end - view.start);
  const by = start < view.start - slack ? start - view.start : end > view.end + slack ? end - view.end : 0;
  return by === 0 ? view : { start: view.start + by, end: view.end + by };
}
