import { html, nothing, type TemplateResult } from 'lit';
import type { TimelineEvent } from '../data/timeline-event.js';
import { canCountFrom } from '../time/relative-words.js';
import type { FrameContext } from './frame-context.js';

/** The button that makes an event the one that dates are counted from, or none again; nothing where its date is too vague. */
export function countFromTemplate(
  { id, span }: TimelineEvent,
  { language, zero, countFrom }: FrameContext,
): TemplateResult | typeof nothing {
  if (!span || !canCountFrom(span)) return nothing;
  const isZero = zero?.id === id;
  return html`<button
    part="button"
    type="button"
    class="text-button count-from"
    aria-pressed=${`${isZero}`}
    @click=${() => countFrom(isZero ? null : id)}
  >
    ${language.say('countFrom')}
  </button>`;
}
