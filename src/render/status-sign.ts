import { html, nothing, type TemplateResult } from 'lit';
import type { TimelineEvent } from '../data/timeline-event.js';
import type { FrameContext } from './frame-context.js';
import { statusWord } from './names.js';
import { disc, signTemplate } from './sign.js';

const DISC = disc(7, 7);

/** A disc in the colour of the event's mark, filled as its mark is filled: how firmly it is known. */
export function statusSignTemplate(event: TimelineEvent, context: FrameContext): TemplateResult {
  return html`<span class="sign" .style=${`--lane:${context.lanes.color(event)}`}
    >${signTemplate(DISC, event.status, context.corner)}</span
  >`;
}

/** How firmly an event is known, in a word; before it the sign of it, where there is one. Null where nothing is claimed. */
export function statusTemplate(
  event: TimelineEvent,
  context: FrameContext,
  { sign = true }: { readonly sign?: boolean } = {},
): TemplateResult | null {
  const status = statusWord(event, context.language);
  return status
    ? html`<span class="status" data-status=${event.status ?? nothing}
        >${sign && event.status ? statusSignTemplate(event, context) : nothing}<bdi>${status}</bdi></span
      >`
    : null;
}
