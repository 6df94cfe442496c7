import { TARGET } from '../scale/target.js';
import { onLine, type Warp } from '../scale/warp.js';
import type { DatedSpan } from '../time/dated-span.js';
import { DAY, type EpochMs, type TimeSpan } from '../time/epoch-ms.js';
import { fadesOn } from './fades.js';
import { fadeWidths, LEAST_BRACKET, type Item, type Placement, type Reach } from './item.js';
import type { SceneSign } from './scene.js';

/** Narrower than this a day is a disc that lies within it; wider, its own length shows. */
const DISC = TARGET;

/** How many members of a set are drawn. */
const MOST_MEMBERS = 60;

/** What the signs of one view have in common; px are counted from `origin`, which is the view's start. */
export interface SignContext extends Placement {
  /** Width of the view in px; signs are clamped to one such width beyond either edge. */
  readonly width: number;
  /** On the line, as all that is drawn. */
  readonly knownUntil: EpochMs;
  readonly warp: Warp;
}

/** The sign of an item, in px from a box that begins at `left`, its centre line at `cy`. */
export function itemSign(item: Item, left: number, cy: number, context: SignContext): SceneSign {
  const span = item.event.span!;
  const sign = spanSign(span, item, left, cy, context);
  if (item.era) return { ...sign, shape: 'era' };
  if (item.event.kind === 'milestone') return { ...sign, shape: 'diamond' };
  return span.members ? { ...sign, shape: 'set', members: membersOf(span, left, cy, context) } : sign;
}

/** A span of so many px, fades included, is drawn as a point, as all of its stretch, or as some time within it. */
export function shapeOf({ kind, start, end }: DatedSpan, length: number): SceneSign['shape'] {
  const point = kind === 'instant' || (kind === 'within' && end - start <= DAY);
  return point && length < DISC ? 'disc' : kind === 'stretch' ? 'bar' : 'bracket';
}

function spanSign(
  span: DatedSpan,
  { start, end, fades: lengths }: TimeSpan & Pick<Item, 'fades'>,
  left: number,
  cy: number,
  context: SignContext,
): SceneSign {
  const { width, origin, pxPerMs } = context;
  const raw0 = (start - origin) * pxPerMs;
  const raw1 = (end - origin) * pxPerMs;
  const clamp = (x: number): number => Math.max(-width, Math.min(2 * width, x)) - left;
  const open = end === Infinity;
  const fades = fadeWidths(lengths, pxPerMs);
  const fadeStart = Math.min(width, fades.start);
  const fadeEnd = Math.min(width, fades.end);
  return {
    shape: shapeOf(span, raw1 - raw0 + (fadeStart + fadeEnd) / 2),
    cy,
    x0: clamp(raw0),
    x1: clamp(raw1),
    knownX: clamp(open ? Math.max(raw0, (lastKnown(span, context) - origin) * pxPerMs) : raw1),
    cutStart: raw0 < -width,
    cutEnd: raw1 > 2 * width,
    openStart: start === -Infinity,
    openEnd: open,
    unknownStart: span.from.state === 'unknown',
    unknownEnd: span.to.state === 'unknown',
    fadeStart,
    fadeEnd,
    uncertain: span.uncertain || span.from.uncertain || span.to.uncertain,
    members: [],
    ...breaksOf({ start, end }, left, context),
  };
}

/** Where what lasts over folds is broken. */
function breaksOf(
  { start, end }: TimeSpan,
  left: number,
  { warp, width, origin, pxPerMs }: SignContext,
): Pick<SceneSign, 'breaks'> {
  // There are none on most lines.
  if (warp.folds.length === 0) return {};
  const breaks = warp.folds.flatMap(({ line }) => {
    const x = ((line.start + line.end) / 2 - origin) * pxPerMs;
    return line.start >= start && line.end <= end && Math.abs(x - width / 2) < 1.5 * width ? [x - left] : [];
  });
  return { breaks };
}

/** Until when what is open lasts, as far as anybody knows: of several possible dates none is known to be late. */
function lastKnown({ choice, members }: DatedSpan, { knownUntil, warp }: SignContext): EpochMs {
  return choice === 'one' ? warp.place(members!.at(-1)!.start) : knownUntil;
}

/** The members of a set that are near the view, those that would touch as one. */
function membersOf(set: DatedSpan, left: number, cy: number, context: SignContext): readonly SceneSign[] {
  const one = set.choice === 'one';
  const least = one ? LEAST_BRACKET : DISC / 2;
  const known: SignContext = { ...context, knownUntil: lastKnown(set, context) };
  const drawn: SceneSign[] = [];
  for (const member of set.members!) {
    const lies = { ...onLine(context.warp, member), fades: fadesOn(context.warp, member) };
    const sign = spanSign(member, lies, left, cy, known);
    if (sign.x1 + left <= -context.width || sign.x0 + left >= 2 * context.width) continue;
    const before = drawn.at(-1);
    const touches = before && inked(sign, least).left < inked(before, least).right - 0.5;
    const shape = one ? 'bracket' : sign.shape === 'disc' && !touches ? 'disc' : 'bar';
    if (touches) drawn[drawn.length - 1] = joined(before, sign, shape);
    else if (drawn.length < MOST_MEMBERS) drawn.push({ ...sign, shape });
  }
  return drawn;
}

/** What a sign covers that is at least so wide. */
function inked({ x0, x1 }: SceneSign, least: number): Reach {
  const middle = (x0 + x1) / 2;
  return { left: Math.min(x0, middle - least / 2), right: Math.max(x1, middle + least / 2) };
}

/** Two signs as one, which ends as the one does that ends later. */
function joined(a: SceneSign, b: SceneSign, shape: SceneSign['shape']): SceneSign {
  const { x0, cutStart, openStart, unknownStart, fadeStart, uncertain } = a;
  return {
    ...(b.x1 < a.x1 ? a : b),
    shape,
    x0,
    cutStart,
    openStart,
    unknownStart,
    fadeStart,
    uncertain: uncertain || b.uncertain,
  };
}
