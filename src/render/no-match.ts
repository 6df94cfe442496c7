import { html, type TemplateResult } from 'lit';
import type { Language } from '../language/language.js';
import { elsewhereWords, undatedMatchesWords } from '../language/matching-words.js';

/** Says that nothing matches, and leads back to all. */
export const noMatchTemplate = ({ say }: Language, reset: () => void): TemplateResult =>
  noneTemplate(say('noMatchHint'), say('showAllEvents'), reset);

/** Says that only events without a date match, which stand under the picture, and leads back to all. */
export const undatedMatchesTemplate = (
  { count, total }: Matching,
  language: Language,
  reset: () => void,
): TemplateResult =>
  noneTemplate(undatedMatchesWords(count, total, language), language.say('showAllEvents'), reset);

/** Says that events match, and none of them here, and leads to them. */
export const elsewhereTemplate = (
  { count, total }: Matching,
  language: Language,
  show: () => void,
): TemplateResult => noneTemplate(elsewhereWords(count, total, language), language.say('showMatches'), show);

/** How many events match, of how many. */
interface Matching {
  readonly count: number;
  readonly total: number;
}

const noneTemplate = (words: string, way: string, lead: () => void): TemplateResult =>
  html`<p part="notice" class="notice no-match">
    ${words} <button part="button" type="button" class="text-button" @click=${lead}>${way}</button>
  </p>`;
