import { boxOf, fadeOf, outsetOf, type Placed, type Placement } from './item.js';
import { LABEL_GAP, TARGET } from './label-metrics.js';
import type { SceneLabel, SceneMark, SceneSign } from './scene.js';

/** Narrower than this a day is a disc that lies within it; wider, its own length shows. */
const DISC = TARGET;

/** How close to the edge of the view a sliding label comes. */
export const EDGE = 4;

/** What marks of one view have in common; px are counted from `origin`, which is the view's start. */
export interface MarkContext extends Placement {
  /** Width of the view in px; marks are clamped to one such width beyond either edge. */
  readonly width: number;
  readonly knownUntil: number;
  readonly lineHeight: number;
  /** Nothing is hidden while the view moves: the edge then clips. */
  readonly moving: boolean;
}

/** Turns a placed item into a mark of the scene, its box at `y`. */
export function sceneMark(
  placed: Placed,
  y: number,
  height: number,
  look: { color: string; selected: boolean; guest: boolean },
  context: MarkContext,
): SceneMark {
  const { item, pose } = placed;
  const { width, pxPerMs } = context;
  const box = boxOf(item, context);
  // Only what is wide is clamped: a target keeps its size, wherever it is.
  const narrow = box.right - box.left <= TARGET;
  const left = Math.max(-width - (narrow ? TARGET : 0), Math.min(box.left, 2 * width));
  const right = narrow ? left + TARGET : Math.max(left, Math.min(box.right, 2 * width));
  const lines = pose.title?.lines.length ?? 1;
  const labelHeight = pose.side === 'bare' ? 0 : lines * context.lineHeight;
  const cy = pose.side === 'above' ? (height + labelHeight) / 2 : height / 2;
  return {
    key: item.key,
    event: item.event,
    lane: item.lane,
    ...look,
    era: item.era,
    start: item.start,
    end: item.end,
    x: left,
    y,
    width: right - left,
    height,
    sign: signOf(placed, left, cy, pxPerMs, context),
    label: labelOf(placed, left, right - left, height, labelHeight, context),
  };
}

function signOf(
  { item }: Placed,
  boxLeft: number,
  cy: number,
  pxPerMs: number,
  context: MarkContext,
): SceneSign {
  const { width, origin, knownUntil } = context;
  const span = item.event.span!;
  const raw0 = (item.start - origin) * pxPerMs;
  const raw1 = (item.end - origin) * pxPerMs;
  const clamp = (x: number): number => Math.max(-width, Math.min(2 * width, x));
  const length = raw1 - raw0;
  const fine = !['month', 'season', 'quarter', 'year', 'decade', 'century', 'millennium'].includes(
    span.precision,
  );
  const point = span.kind === 'instant' || (span.kind !== 'stretch' && fine && length < DISC);
  const open = item.end === Infinity;
  const known = open ? Math.max(raw0, (knownUntil - origin) * pxPerMs) : raw1;
  return {
    shape: item.era
      ? 'era'
      : item.event.kind === 'milestone'
        ? 'diamond'
        : point
          ? 'disc'
          : span.kind === 'stretch'
            ? 'bar'
            : 'bracket',
    cy,
    x0: clamp(raw0) - boxLeft,
    x1: clamp(raw1) - boxLeft,
    knownX: clamp(known) - boxLeft,
    cutStart: raw0 < -width,
    cutEnd: raw1 > 2 * width,
    openStart: item.start === -Infinity,
    openEnd: open,
    unknownStart: span.from.state === 'unknown',
    unknownEnd: span.to.state === 'unknown',
    fadeStart: Math.min(width, fadeOf(span.from, pxPerMs)),
    fadeEnd: Math.min(width, fadeOf(span.to, pxPerMs)),
    uncertain: span.uncertain || span.from.uncertain || span.to.uncertain,
  };
}

function labelOf(
  { item, pose }: Placed,
  boxLeft: number,
  boxWidth: number,
  height: number,
  labelHeight: number,
  context: MarkContext,
): SceneLabel | null {
  const { title, side } = pose;
  if (!title || side === 'bare') return null;
  const outset = outsetOf(item, context.pxPerMs);
  const x = {
    after: boxWidth + outset.right + LABEL_GAP,
    before: -outset.left - LABEL_GAP - pose.width,
    above: 0,
    inside: LABEL_GAP,
  }[side];
  const along = side === 'above' || side === 'inside';
  const slide = along ? Math.max(0, boxWidth - pose.width - 2 * x) : 0;
  const left = boxLeft + x + slideOf(boxLeft + x, slide);
  return {
    x,
    y: side === 'above' ? 0 : (height - labelHeight) / 2,
    width: pose.width,
    height: labelHeight,
    side,
    date: pose.date,
    lines: title.lines,
    note: pose.note,
    whole: title.whole,
    slide,
    hidden:
      !context.moving &&
      (left < 0 || left + pose.width > context.width || !(boxLeft + boxWidth > 0 && boxLeft < context.width)),
  };
}

/** How far a label moves along its mark to stay in the view: from where it stands, at most `slide` px. */
export function slideOf(left: number, slide: number): number {
  return slide === 0 ? 0 : Math.max(0, Math.min(slide, EDGE - left));
}
