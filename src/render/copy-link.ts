import { html, nothing, type TemplateResult } from 'lit';
import type { TimelineEvent } from '../data/timeline-event.js';
import type { FrameContext } from './frame-context.js';

/** The link to an event, as far as it has been asked for. */
export interface EventLink {
  /** `shown` to be copied by hand, where that could not be done. */
  readonly state: 'idle' | 'copied' | 'shown';
  readonly link: string;
  copy(): void;
}

/** The button that copies the link to an event, and what has become of it; nothing where no address leads to it. */
export function linkOf({ id }: TimelineEvent, context: FrameContext): TemplateResult | typeof nothing {
  const found = context.link(id);
  if (!found) return nothing;
  const { say } = context.language;
  const { state, link, copy } = found;
  return html`<p class="share">
    <button part="button" type="button" class="text-button" @click=${() => copy()}>${say('copyLink')}</button>
    ${state === 'copied' ? html`<span>${say('linkCopied')}</span>` : nothing}
    ${
      state === 'shown'
        ? html`<input type="text" readonly dir="ltr" aria-label=${say('eventLink')} .value=${link} />`
        : nothing
    }
  </p>`;
}
