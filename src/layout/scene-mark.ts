import { TARGET } from '../scale/target.js';
import { boxOf, CLEARANCE, outsetOf, type Placed } from './item.js';
import { LABEL_GAP } from './label-metrics.js';
import { itemSign, type SignContext } from './scene-sign.js';
import type { SceneLabel, SceneMark } from './scene.js';

/** How close to the edge of the view a sliding label comes. */
export const EDGE = 4;

/** What marks of one view have in common. */
export interface MarkContext extends SignContext {
  readonly lineHeight: number;
  /** Nothing is hidden while the view moves: the edge then clips. */
  readonly moving: boolean;
}

/** Turns a placed item into a mark of the scene, its box at `y`; its label may slide `overrun` px beyond the end of a bar. */
export function sceneMark(
  placed: Placed,
  y: number,
  height: number,
  look: { color: string; selected: boolean; guest: boolean; dimmed: boolean },
  context: MarkContext,
  overrun = 0,
): SceneMark {
  const { item, pose } = placed;
  const { width } = context;
  const box = boxOf(item, context);
  // Only what is wide is clamped: a target keeps its size, wherever it is.
  const narrow = box.right - box.left <= TARGET;
  const left = Math.max(-width - (narrow ? TARGET : 0), Math.min(box.left, 2 * width));
  const right = narrow ? left + TARGET : Math.max(left, Math.min(box.right, 2 * width));
  const lines = pose.title?.lines.length ?? 1;
  const labelHeight = pose.side === 'bare' ? 0 : lines * context.lineHeight;
  const cy = pose.side === 'above' ? (height + labelHeight) / 2 : height / 2;
  const mark = {
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
    sign: itemSign(item, left, cy, context),
  };
  const label = labelOf(placed, right - left, height, labelHeight, context);
  if (!label) return { ...mark, label };
  const slide = label.slide + (label.side === 'above' ? overrun : 0);
  const hidden = !context.moving && isCut(mark, { ...label, slide }, width);
  return { ...mark, label: { ...label, slide, hidden } };
}

function labelOf(
  { item, pose }: Placed,
  boxWidth: number,
  height: number,
  labelHeight: number,
  context: MarkContext,
): Omit<SceneLabel, 'hidden'> | null {
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
    // At the end of its bar, too, it keeps off what comes next.
    slide: along ? Math.max(0, boxWidth - pose.width - (side === 'above' ? CLEARANCE : 2 * x)) : 0,
  };
}

/** Whether an edge of a view of that width cuts a label, or the sign that it is of is beyond it: of a narrow one its middle. */
export function isCut(
  { x, width, sign }: Pick<SceneMark, 'x' | 'width' | 'sign'>,
  label: Pick<SceneLabel, 'x' | 'width' | 'slide'>,
  viewWidth: number,
): boolean {
  const left = x + label.x + slideOf(x + label.x, label.slide);
  const middle = x + (sign.x0 + sign.x1) / 2;
  const isNarrow = sign.x1 - sign.x0 < TARGET;
  const isSeen = isNarrow ? middle >= 0 && middle <= viewWidth : x + width > 0 && x < viewWidth;
  return left < 0 || left + label.width > viewWidth || !isSeen;
}

/**
 * The px, from the view's start, at which a mark is pointed at from below: where its event is, else the
 * first of its ends that is in view; `null` where neither is.
 */
export function anchorX({ x, sign }: SceneMark, width: number): number | null {
  const { shape, x0, x1 } = sign;
  const point = shape === 'disc' || (shape === 'diamond' && x1 - x0 <= 14);
  const ends = point ? [(x0 + x1) / 2] : [x0, x1];
  return ends.map(end => x + end).find(end => end >= 0 && end <= width) ?? null;
}

/** How far a label moves along its mark to stay in the view: from where it stands, at most `slide` px. */
export function slideOf(left: number, slide: number): number {
  return slide === 0 ? 0 : Math.max(0, Math.min(slide, EDGE - left));
}
