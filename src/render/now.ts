import { html, type TemplateResult } from 'lit';
import type { Language } from '../language/language.js';
import type { Column, ColumnItem } from '../layout/column.js';
import type { EpochMs } from '../time/epoch-ms.js';
import { px } from './place.js';

/** The moment that is drawn as now, and its date in words. */
export interface NowMark {
  readonly at: EpochMs;
  readonly date: string;
}

/** How near to an edge, in px, the word has no room on both sides of its line. */
const EDGE = 48;

/** The dashed line of a moment over all lanes, with its word above them; `x` px from the start of the view. */
export function nowLineTemplate(
  { date }: NowMark,
  { x, width, language }: { readonly x: number; readonly width: number; readonly language: Language },
): TemplateResult {
  const side = x < EDGE ? ' after' : x > width - EDGE ? ' before' : '';
  return html`<div class="now-layer">
    <p part="now" class=${`now${side}`} .style=${`inset-inline-start:${px(x)}px`}>
      <span><bdi>${language.say('now')}</bdi><span class="vh">${`: ${date}`}</span></span>
    </p>
  </div>`;
}

/** The same between the events of the column. */
export const nowRowTemplate = ({ date }: NowMark, { say }: Language): TemplateResult =>
  html`<p part="now" class="now-row"><bdi>${say('colon', { head: say('now'), rest: date })}</bdi></p>`;

const beginOf = (item: ColumnItem): EpochMs => (item.kind === 'cluster' ? item.anchors.start : item.start);

/**
 * Where a moment stands in the column: before the item with that key and before or after the silence that this begins with,
 * or at the end of all (an empty key); null where it is not in view.
 */
export function nowPlace(
  { view, groups, gaps }: Column,
  at: EpochMs,
): { readonly key: string; readonly afterGap: boolean } | null {
  if (at < view.start || at >= view.end) return null;
  const next = groups.flatMap(({ items }) => items).find(item => beginOf(item) > at);
  const gap = next && gaps.get(next.key);
  return { key: next?.key ?? '', afterGap: gap ? at - gap.start > gap.end - at : false };
}
