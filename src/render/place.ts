import type { Language } from '../language/language.js';

/** A length in px, to a hundredth: finer is noise in the markup. */
export function px(length: number): number {
  return Math.round(length * 100) / 100;
}

/** A box, `x` px from the start of the line. */
export interface PlacedBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** CSS that gives a box its place and its size, against the axis of the page where that runs right to left. */
export function placed(
  { x, y, width, height }: PlacedBox,
  { direction }: Pick<Language, 'direction'>,
): string {
  const left = direction === 'rtl' ? -x : x;
  return `transform:translate(${px(left)}px,${px(y)}px);width:${px(width)}px;height:${px(height)}px`;
}
