import { html, type TemplateResult } from 'lit';
import type { Language } from '../language/language.js';

/** The button that closes what it stands in. */
export const closeButtonTemplate = ({ say }: Pick<Language, 'say'>, close: () => void): TemplateResult =>
  html`<button
    part="button"
    type="button"
    class="close"
    aria-label=${say('close')}
    @click=${() => close()}
  ></button>`;
