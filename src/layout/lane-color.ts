import { COLORS } from '../index/coloring.js';

/** Without alpha, and without the words that CSS has for no colour or for another's. */
const NAMED =
  /^(?!(?:transparent|currentcolor|inherit|initial|unset|revert|none)$)(?:[a-z]{3,24}|#[0-9a-f]{3}|#[0-9a-f]{6})$/i;

/**
 * A CSS colour for what the data say: "1" … "8" are the theme's, and so is the neutral one; a hex or named colour is taken as it
 * is, and anything else, which could carry more than a colour, counts as absent.
 */
export function laneColor(color: string | undefined, index: number): string {
  if (color && /^[0-8]$/.test(color)) return `var(--_color-${color})`;
  if (color && NAMED.test(color)) return color;
  return `var(--_color-${(index % COLORS) + 1})`;
}
