import { html, nothing, type TemplateResult } from 'lit';
import type { FrameContext } from './frame-context.js';
import { shortTitle } from './names.js';

/** The way back to the event that a relation led away from. */
export function backTemplate({ cameFrom, goBack, language }: FrameContext): TemplateResult | typeof nothing {
  return cameFrom
    ? html`<p class="back">
        <button type="button" class="text-button" dir="auto" data-to=${cameFrom.id} @click=${() => goBack()}>
          ${language.say('backTo', { title: shortTitle(cameFrom) })}
        </button>
      </p>`
    : nothing;
}
