import type { Language } from '../language/language.js';

/** A length in px, to a hundredth: finer is noise in the markup. */
export function px(length: number): number {
  return Math.round(length * 100) / 100;
}

/** CSS that moves a box from the start of the line to `x`, against the axis of the page where that runs right to left. */
export function placed(x: number, y: number, { direction }: Pick<Language, 'direction'>): string {
  return `transform:translate(${px(direction === 'rtl' ? -x : x)}px,${px(y)}px)`;
}
