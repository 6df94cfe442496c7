/**
 * Shares units among lanes that wish for different numbers: nobody gets more than its wish, nobody
 * less than `least` if it wishes for so many, and what is scarce is shared evenly among those who still want more
 * (max-min fairness). Where even `least` is too much for all, each gets it, and the sum exceeds what there is.
 */
export function allocateUnits(wishes: readonly number[], available: number, least: number): number[] {
  const given = wishes.map(() => 0);
  const wanting = wishes.map((_, i) => i).sort((a, b) => wishes[a]! - wishes[b]!);
  let left = available;
  wanting.forEach((lane, i) => {
    const share = Math.floor(left / (wanting.length - i));
    given[lane] = Math.min(wishes[lane]!, Math.max(least, share));
    left -= given[lane];
  });
  return given;
}
