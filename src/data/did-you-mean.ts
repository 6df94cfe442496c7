/** Returns `did you mean "alleged"?` for the word that is one edit away, else two, or an empty text. */
export function didYouMean(word: string, words: readonly string[]): string {
  const found = meant(word, words);
  return found === undefined ? '' : `did you mean ${JSON.stringify(found)}?`;
}

/** Returns the word that is one edit away, else two. */
export function meant(word: string, words: readonly string[]): string | undefined {
  return nearest(word, words, 1) ?? nearest(word, words, 2);
}

/** Returns the first of several words that is at most so many edits away. */
export function nearest(word: string, words: readonly string[], edits: number): string | undefined {
  return words.find(other => other.length > edits && word.length < 40 && isNear(word, other, edits));
}

/** A shorter word is one letter away from too many others. */
const LONG_ENOUGH = 5;

/**
 * Returns the word that another is a slip of the pen away from: spelled alike but for letter case, with two neighbours swapped, with
 * one letter too few or, of five letters and more, one edit away.
 */
export function slipOf(word: string, words: readonly string[]): string | undefined {
  const slip = word.toLowerCase();
  const { length } = slip;
  if (length < 3) return words.find(other => other.toLowerCase() === slip);
  return (
    words.find(other => isShortSlip(slip, other.toLowerCase())) ??
    (length < LONG_ENOUGH ? undefined : nearest(word, words, 1))
  );
}

/** Whether two texts are the same but for two neighbours that were swapped, or for a letter, not the first one, that one of them lacks. */
function isShortSlip(slip: string, word: string): boolean {
  let at = 0;
  while (at < slip.length && slip[at] === word[at]) at++;
  const rest = slip.slice(at);
  return (
    rest === word.slice(at) ||
    (at > 0 && rest === word.slice(at + 1)) ||
    (rest.length > 1 && rest[1]! + rest[0]! + rest.slice(2) === word.slice(at))
  );
}

/** Whether so many letters added, left out or replaced make one text the other, letter case apart. */
function isNear(a: string, b: string, edits: number): boolean {
  if (!a || !b) return a.length + b.length <= edits;
  const [tailA, tailB] = [a.slice(1), b.slice(1)];
  if (a[0]!.toLowerCase() === b[0]!.toLowerCase()) return isNear(tailA, tailB, edits);
  return (
    edits > 0 &&
    [
      [tailA, b],
      [a, tailB],
      [tailA, tailB],
    ].some(([x, y]) => isNear(x!, y!, edits - 1))
  );
}
