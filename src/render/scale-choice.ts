import { html, type TemplateResult } from 'lit';
import type { Language } from '../language/language.js';
import { SCALES, type ScaleWord } from '../scale/scale-word.js';

/** The scale that is chosen. */
export interface ChosenScale {
  readonly word: ScaleWord;
  /** Whether silences are to be folded, and none is so long. */
  readonly isUnfolded: boolean;
}

export interface ScaleChoice {
  readonly language: Language;
  readonly scale: ChosenScale;
  /** Whether it is the one tab stop of its toolbar. */
  readonly stop: boolean;
  choose(scale: ScaleWord): void;
}

/** What a scale is called: that there is nothing to fold takes the place of its name. */
const scaleName = (word: ScaleWord, { isUnfolded }: ChosenScale, { say }: Language): string =>
  say(word === 'compressed' && isUnfolded ? 'scale-unfolded' : `scale-${word}`);

/** What has been chosen, in words. */
export const scaleWords = (scale: ChosenScale, language: Language): string =>
  language.say('colon', { head: language.say('scale'), rest: scaleName(scale.word, scale, language) });

/** The choice of a scale, in the toolbar: ↑ and ↓ are its own there. */
export function scaleChoiceTemplate({ language, scale, stop, choose }: ScaleChoice): TemplateResult {
  return html`<span class="choice"
    ><select
      part="button"
      data-action="scale"
      aria-label=${language.say('scale')}
      tabindex=${stop ? 0 : -1}
      .value=${scale.word}
      @change=${(event: Event) => choose((event.target as HTMLSelectElement).value as ScaleWord)}
    >
      ${SCALES.map(
        word =>
          html`<option value=${word} .selected=${word === scale.word}>
            ${scaleName(word, scale, language)}
          </option>`,
      )}
    </select></span
  >`;
}
