import { LEAST_BRACKET } from '../layout/item.js';
import type { SceneSign } from '../layout/scene.js';
import { px } from './place.js';

/** The part of a sign that is known, without tails: a convex shape with a straight top and bottom, or a diamond. */
export interface Body {
  /** Disc or diamond. */
  readonly point: boolean;
  readonly diamond: boolean;
  /** Whether it is drawn wider than the date is, as nothing could be told in less. */
  readonly narrow: boolean;
  readonly start: number;
  readonly end: number;
  readonly cy: number;
  /** Half its height. */
  readonly half: number;
  /** Radius of its two ends; 0 for a square one. */
  readonly roundStart: number;
  readonly roundEnd: number;
  /** Whether the date names that end: it is not open, unknown, approximate or out of reach. */
  readonly firmStart: boolean;
  readonly firmEnd: boolean;
}

/** Least length of a drawn stretch: in less, a fill could not tell its status. */
const LEAST = 10;

/** The radius of corners that makes a sign as round as it can be, in px. */
export const ROUND = 12;

/** The body of a sign, with corners of such a radius; it reaches to the far side of a fade. */
export function bodyOf(sign: SceneSign, corner = ROUND): Body {
  const { shape, x0, x1, cy, fadeStart, fadeEnd } = sign;
  const half = (shape === 'diamond' ? 7 : 5) + (sign.uncertain ? 2 : 0);
  const point = shape === 'disc' || shape === 'diamond';
  const firmStart = point || !(sign.cutStart || sign.openStart || sign.unknownStart || fadeStart);
  const firmEnd = point || !(sign.cutEnd || sign.openEnd || sign.unknownEnd || fadeEnd);
  let end = sign.openEnd ? Math.max(sign.knownX, x0 + LEAST) : x1 + fadeEnd / 2;
  let start = sign.openStart ? Math.max(x0, end - LEAST) : x0 - fadeStart / 2;
  const least = point ? 2 * half : shape === 'bracket' ? LEAST_BRACKET + 2 * (half - 5) : LEAST;
  const narrow = point || end - start < least;
  if (narrow) {
    start = (start + end - least) / 2;
    end = start + least;
  }
  const round = shape === 'bracket' ? 0 : Math.min(corner, half, (end - start) / 2);
  return {
    point,
    diamond: shape === 'diamond',
    narrow,
    start,
    end,
    cy,
    half,
    roundStart: firmStart ? round : 0,
    roundEnd: firmEnd ? round : 0,
    firmStart,
    firmEnd,
  };
}

/** The disc that stands between the brackets of a narrow body. */
export function coreOf(body: Body, corner = ROUND): Body {
  const middle = (body.start + body.end) / 2;
  const half = body.half - 1;
  const round = Math.min(corner, half);
  return {
    ...body,
    point: true,
    start: middle - half,
    end: middle + half,
    half,
    roundStart: round,
    roundEnd: round,
  };
}

/** The body, smaller by so many px on all sides. */
export function inset(body: Body, by: number): Body {
  return {
    ...body,
    start: body.start + by,
    end: body.end - by,
    half: body.half - by,
    roundStart: Math.max(0, body.roundStart - by),
    roundEnd: Math.max(0, body.roundEnd - by),
  };
}

/** Path data around a body, or around its upper half. */
export function outline(body: Body, upper = false): string {
  const { diamond, start, end, cy, half, roundStart, roundEnd } = body;
  if (diamond)
    return `M${px(start)} ${cy}l${half}-${half} ${half} ${half}${upper ? '' : `-${half} ${half}`}z`;
  const turn = (r: number, x: 1 | -1, y: 1 | -1): string => `a${r} ${r} 0 0 1 ${x * r} ${y * r}`;
  return (
    `M${px(start)} ${cy}V${cy - half + roundStart}${turn(roundStart, 1, -1)}` +
    `H${px(end - roundEnd)}${turn(roundEnd, 1, 1)}V` +
    (upper
      ? `${cy}z`
      : `${cy + half - roundEnd}${turn(roundEnd, -1, 1)}H${px(start + roundStart)}${turn(roundStart, -1, -1)}z`)
  );
}
