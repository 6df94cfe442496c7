import { html, type TemplateResult } from 'lit';
import type { Language } from '../language/language.js';
import { beginOf, type Column } from '../layout/column.js';
import type { EpochMs } from '../time/epoch-ms.js';
import type { NowMark } from './now.js';

/** The moment of now between the events of the column. */
export const nowRowTemplate = ({ date }: NowMark, { say }: Language): TemplateResult =>
  html`<p part="now" class="now-row"><bdi>${say('colon', { head: say('now'), rest: date })}</bdi></p>`;

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
