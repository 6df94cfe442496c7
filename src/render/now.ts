import { html, type TemplateResult } from 'lit';
import type { Language } from '../language/language.js';
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
