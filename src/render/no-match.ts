import { html, type TemplateResult } from 'lit';
import type { Language } from '../language/language.js';
import { elsewhereWords } from '../language/matching-words.js';

/** Says that nothing matches, and leads back to all. */
export const noMatchTemplate = ({ say }: Language, reset: () => void): TemplateResult =>
  html`<p part="notice" class="notice no-match">
    ${say('noMatchHint')}
    <button part="button" type="button" class="text-button" @click=${reset}>${say('showAllEvents')}</button>
  </p>`;

/** Says that events match, and none of them here, and leads to them. */
export const elsewhereTemplate = (
  { count, total }: { readonly count: number; readonly total: number },
  language: Language,
  show: () => void,
): TemplateResult =>
  html`<p part="notice" class="notice no-match">
    ${elsewhereWords(count, total, language)}
    <button part="button" type="button" class="text-button" @click=${show}>
      ${language.say('showMatches')}
    </button>
  </p>`;
