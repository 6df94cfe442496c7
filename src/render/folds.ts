import { html, svg, type TemplateResult } from 'lit';
import type { Language } from '../language/language.js';
import type { Scene } from '../layout/scene.js';
import type { Segment } from '../scale/warp.js';
import type { AxisFold } from './axis-folds.js';
import { durationWords } from './duration-words.js';
import { px } from './place.js';

/** A fold in the list of what is drawn. */
export interface FoldItem {
  readonly key: string;
  /** The place on the line where it begins. */
  readonly start: number;
  readonly x: number;
  readonly width: number;
  readonly fold: Segment;
}

/** The folds of a scene, as items among its marks. */
export function foldItems(folds: readonly Segment[], { view, pxPerMs }: Scene): FoldItem[] {
  return folds.map(fold => ({
    key: `fold ${fold.time.start}`,
    start: fold.line.start,
    x: (fold.line.start - view.start) * pxPerMs,
    width: (fold.line.end - fold.line.start) * pxPerMs,
    fold,
  }));
}

/** What of a fold is heard. What is seen of it lies behind all marks, and on the axis. */
export function foldTemplate({ fold }: FoldItem, language: Language): TemplateResult {
  return html`<li class="vh">${titleOf(fold, language)}</li>`;
}

/** The length of a fold, and what it is. */
const titleOf = (fold: Segment, language: Language): string =>
  language.say('fold', { length: lengthOf(fold, language, 'long') });

/** The lengths of folds as the axis writes them, each in words and in less and less. */
export function axisFolds(folds: readonly Segment[], language: Language): AxisFold[] {
  return folds.map(fold => ({
    ...fold.line,
    title: titleOf(fold, language),
    texts: (['long', 'short', 'narrow'] as const).map(style => lengthOf(fold, language, style)),
  }));
}

const lengthOf = ({ time }: Segment, language: Language, style: 'long' | 'short' | 'narrow'): string =>
  durationWords(time.end - time.start, language, style);

/** Height of a tooth of the torn edge, and how far it reaches to either side. */
const TOOTH = 6;
const REACH = 2.5;
/** Px between the two edges. */
const TORN = 7;

/** Where the paper is folded: two torn edges, down through all lanes, and the gap between them. */
export function tornEdges({ x, width }: Pick<FoldItem, 'x' | 'width'>, height: number) {
  const middle = x + width / 2;
  const edge = (way: 1 | -1): string => {
    const teeth = Math.ceil(height / (2 * TOOTH));
    return `M${px(middle + (way * TORN) / 2)} 0${`l${REACH} ${TOOTH}l${-REACH} ${TOOTH}`.repeat(teeth)}`;
  };
  return { gap: { x: middle - TORN / 2, width: TORN + REACH }, edges: edge(-1) + edge(1) };
}

/** They say what they are where a pointer rests on them: a narrow one has no room to be named. */
export function tornTemplate(item: FoldItem, height: number, language: Language): TemplateResult {
  const { gap, edges } = tornEdges(item, height);
  return svg`<g part="fold" class="torn">
    <title .textContent=${titleOf(item.fold, language)}></title>
    <rect class="gap" x=${px(gap.x)} width=${gap.width} height=${px(height)} />
    <path d=${edges} />
  </g>`;
}
