import { html, type TemplateResult } from 'lit';
import type { Language } from '../language/language.js';

/** Says that nothing matches, and leads back to all. */
export const noMatchTemplate = ({ say }: Language, reset: () => void): TemplateResult =>
  html`<p part="notice" class="notice no-match">
    ${say('noMatchHint')}
    <button part="button" type="button" class="text-button" @click=${reset}>${say('showAllEvents')}</button>
  </p>`;
