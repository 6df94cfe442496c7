import { html, type TemplateResult } from 'lit';
import type { TimelineEvent } from '../data/timeline-event.js';
import type { FrameContext } from './frame-context.js';
import { disc, signTemplate } from './sign.js';

const DISC = disc(7, 7);

/** A disc in the colour of the event's mark, filled as its mark is filled: how firmly it is known. */
export function statusSignTemplate(event: TimelineEvent, context: FrameContext): TemplateResult {
  return html`<span class="sign" .style=${`--lane:${context.lanes.color(event)}`}
    >${signTemplate(DISC, event.status, context.corner)}</span
  >`;
}
