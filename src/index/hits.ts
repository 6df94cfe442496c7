import { fold, foldLetters } from './fold.js';
import type { Query, Term } from './query.js';

type Words = Extract<Term, { kind: 'words' }>;

/** Returns where a text has what a query looks for, as stretches of it in order, none within another. */
export function hitsIn(
  text: string,
  { terms }: Pick<Query, 'terms'>,
): readonly (readonly [from: number, to: number])[] {
  const needles = terms.filter((term): term is Words => term.kind === 'words' && !term.negated);
  if (needles.length === 0) return [];
  const { folded, places } = foldedWithPlaces(text);
  const found: [number, number][] = [];
  for (const needle of new Set(needles.flatMap(({ needle, whole }) => [needle, whole])))
    for (let at = folded.indexOf(needle); at >= 0; at = folded.indexOf(needle, at + 1)) {
      const from = at + (needle.startsWith(' ') ? 1 : 0);
      const to = at + needle.trimEnd().length - 1;
      found.push([places[from]!.from, places[to]!.to]);
    }
  found.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  const apart: [number, number][] = [];
  for (const hit of found) {
    const last = apart.at(-1);
    if (last && hit[0] <= last[1]) last[1] = Math.max(last[1], hit[1]);
    else apart.push(hit);
  }
  return apart;
}

interface Place {
  readonly from: number;
  readonly to: number;
}

/** A text as it stands in a haystack, and which part of it each character comes from. */
function foldedWithPlaces(text: string): { folded: string; places: readonly Place[] } {
  const places: Place[] = [];
  let letters = '';
  // A letter and its marks are folded together.
  for (const { 0: letter, index: from } of text.matchAll(/\P{M}\p{M}*|\p{M}+/gu)) {
    const piece = foldLetters(letter);
    letters += piece;
    for (let i = 0; i < piece.length; i++) places.push({ from, to: from + letter.length });
  }
  const words = fold(letters);
  // Between words there may be more or less than one space: those of the two are put beside each other.
  const kept: Place[] = [];
  let at = 0;
  for (const character of words.split('')) {
    if (character === ' ') kept.push(places[Math.min(at, places.length - 1)]!);
    else {
      at = letters.indexOf(character, at);
      if (at < 0) return { folded: '', places: [] };
      kept.push(places[at]!);
      at++;
    }
  }
  const edge = { from: 0, to: 0 };
  return { folded: ` ${words} `, places: [edge, ...kept, edge] };
}
