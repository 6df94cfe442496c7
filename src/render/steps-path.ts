import { px } from './place.js';

/**
 * The outline of steps, each one wide, down to a height: as high as the root of their counts, so that one event among thousands is
 * seen, too. `most` is the count of a step that fills the height.
 */
export function stepsPath(counts: readonly number[], height: number, most: number): string {
  const y = (count: number): number =>
    px(height - (count && Math.max(1, Math.sqrt(count / Math.max(1, most)) * height)));
  let path = `M0 ${px(height)}`;
  for (let i = 0; i < counts.length; i++) {
    const count = counts[i]!;
    if (i === 0 || count !== counts[i - 1]) path += `V${y(count)}`;
    if (i + 1 === counts.length || count !== counts[i + 1]) path += `H${i + 1}`;
  }
  return `${path}V${px(height)}Z`;
}
