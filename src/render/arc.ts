import { html, svg, type TemplateResult } from 'lit';
import type { Language } from '../language/language.js';
import type { SceneLink } from '../layout/scene.js';
import { placed, px } from './place.js';

/** How round its corners are, and how long its head. */
const ROUND = 10;
const HEAD = 6;

/** How a relation is drawn, besides its direction: by its line, as each has another. */
const LINES: Readonly<Record<string, 'against' | 'reason' | 'part'>> = {
  contradicts: 'against',
  'contradicted-by': 'against',
  justifies: 'reason',
  enables: 'reason',
  'part-of': 'part',
  'same-occasion': 'part',
  related: 'part',
};

/** The ways of relations, each with a head in its direction, on halos of paper that cover none of them. */
export const arcsTemplate = (links: readonly SceneLink[]): readonly TemplateResult[] => [
  ...links.map(({ points }) => svg`<path class="link-halo" d=${rounded(points)} />`),
  ...links.map(arcTemplate),
];

const arcTemplate = (link: SceneLink): TemplateResult =>
  svg`<path part="link" class=${`link ${lineOf(link)}`} data-rel=${link.rel} d=${rounded(link.points)} /><path
    class="link-head"
    d=${headOf(link)}
  />`;

/** Which line a relation is drawn with; empty for the usual one. */
export const lineOf = ({ rel }: SceneLink): 'against' | 'reason' | 'part' | '' =>
  (Object.hasOwn(LINES, rel) && LINES[rel]) || '';

/** The head of a way, in the direction of the relation. */
export function headOf({ points }: SceneLink): string {
  const [before, end] = [points.at(-2)!, points.at(-1)!];
  const angle = Math.atan2(end.y - before.y, end.x - before.x);
  /** The point so far before the end, and so far beside the way. */
  const at = (back: number, beside: number): string =>
    `${px(end.x - back * Math.cos(angle) - beside * Math.sin(angle))} ${px(end.y - back * Math.sin(angle) + beside * Math.cos(angle))}`;
  return `M${at(HEAD, 3.5)}L${at(0, 0)}L${at(HEAD, -3.5)}`;
}

/** A line with round corners. */
export function rounded(points: SceneLink['points']): string {
  const [first, ...rest] = points;
  let d = `M${px(first!.x)} ${px(first!.y)}`;
  rest.forEach((corner, i) => {
    const next = rest[i + 1];
    if (!next) {
      d += `L${px(corner.x)} ${px(corner.y)}`;
      return;
    }
    const before = points[i]!;
    const toward = (other: { x: number; y: number }): string => {
      const length = Math.hypot(other.x - corner.x, other.y - corner.y) || 1;
      const share = Math.min(ROUND, length / 2) / length;
      return `${px(corner.x + (other.x - corner.x) * share)} ${px(corner.y + (other.y - corner.y) * share)}`;
    };
    d += `L${toward(before)}Q${px(corner.x)} ${px(corner.y)} ${toward(next)}`;
  });
  return d;
}

/** The word of a relation beside its way: seen only, as the details say it as a sentence. */
export function arcWordTemplate({ word }: SceneLink, language: Language): TemplateResult | null {
  return word
    ? html`<span
        class="link-word"
        aria-hidden="true"
        data-text=${word.text}
        .style=${placed({ ...word, height: 16 }, language)}
      ></span>`
    : null;
}
