import { px } from '../render/place.js';
import type { SignFade } from '../render/sign.js';

/** A colour that every program knows, and how much of it there is, from 0 to 1. */
export interface Ink {
  /** `#rrggbb`. */
  readonly color: string;
  readonly opacity: number;
}

export interface Stroke {
  readonly ink: Ink;
  readonly width: number;
  /** Lengths of dashes and gaps; none for a line without. */
  readonly dash: readonly number[];
  readonly round: boolean;
}

/** How a path looks. */
export interface Look {
  readonly fill: Ink | null;
  readonly stroke: Stroke | null;
  /** Whether the fill lies over the stroke. */
  readonly strokeFirst: boolean;
}

export interface Font {
  readonly style: string;
  readonly weight: string;
  /** In px. */
  readonly size: number;
  readonly family: string;
}

/** The shorthand of CSS. */
export const cssFont = ({ style, weight, size, family }: Font): string =>
  `${style} ${weight} ${size}px ${family}`;

/** How a text looks. */
export interface TextLook {
  readonly font: Font;
  readonly ink: Ink;
  /** What keeps it apart from what lies behind it. */
  readonly halo: Stroke | null;
}

/** Where a text stands. */
export interface TextPlace {
  readonly x: number;
  /** Of the base line. */
  readonly y: number;
  /** What of the text is at `x`. */
  readonly anchor: 'left' | 'middle' | 'right';
  readonly direction: 'ltr' | 'rtl';
  readonly struck?: boolean;
}

/** A part of a drawing, with a system of coordinates of its own. */
export interface PartOptions {
  /** What can be read where the part is pointed at. */
  readonly name?: string;
  /** Its origin. */
  readonly x?: number;
  readonly y?: number;
  /** Whether x runs to the left. */
  readonly mirrored?: boolean;
  /** How long a px of x is. */
  readonly stretch?: number;
  /** Nothing is seen beyond such a box at its origin. */
  readonly clip?: { readonly width: number; readonly height: number };
}

/** What a drawing is made with. */
export interface Pen {
  /** Draws path data of SVG. */
  path(d: string, look: Look, fade?: SignFade | null): void;
  text(text: string, place: TextPlace, look: TextLook): void;
  part(options: PartOptions, draw: () => void): void;
}

/** Nothing but a filling. */
export const filled = (ink: Ink): Look => ({ fill: ink, stroke: null, strokeFirst: false });

/** Nothing but a line of so many px. */
export const lined = (ink: Ink, width: number): Look => ({
  fill: null,
  stroke: { ink, width, dash: [], round: false },
  strokeFirst: false,
});

/** The same with so much less of its colours, from 0 to 1. */
export function weaker(look: Look, by: number): Look {
  if (by === 1) return look;
  const less = (ink: Ink): Ink => ({ ...ink, opacity: ink.opacity * by });
  const { fill, stroke } = look;
  return { ...look, fill: fill && less(fill), stroke: stroke && { ...stroke, ink: less(stroke.ink) } };
}

/** Path data of a box, its corners rounded. */
export function boxPath(x: number, y: number, width: number, height: number, radius = 0): string {
  const r = Math.min(radius, width / 2, height / 2);
  if (!r) return `M${px(x)} ${px(y)}h${px(width)}v${px(height)}h${px(-width)}z`;
  const corner = (dx: number, dy: number): string => `a${px(r)} ${px(r)} 0 0 1 ${px(dx)} ${px(dy)}`;
  return (
    `M${px(x + r)} ${px(y)}h${px(width - 2 * r)}${corner(r, r)}v${px(height - 2 * r)}${corner(-r, r)}` +
    `h${px(2 * r - width)}${corner(-r, -r)}v${px(2 * r - height)}${corner(r, -r)}z`
  );
}
