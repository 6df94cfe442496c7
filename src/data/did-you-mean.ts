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
