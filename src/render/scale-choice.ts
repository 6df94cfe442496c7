import { html, type TemplateResult } from 'lit';
import type { Language } from '../language/language.js';
import { SCALES, type ScaleWord } from '../scale/scale-word.js';

export interface ScaleChoice {
  readonly language: Language;
  readonly scale: ScaleWord;
  /** Whether it is the one tab stop of its toolbar. */
  readonly stop: boolean;
  choose(scale: ScaleWord): void;
}

/** The choice of a scale, in the toolbar: ↑ and ↓ are its own there. */
export function scaleChoiceTemplate({ language, scale, stop, choose }: ScaleChoice): TemplateResult {
  return html`<span class="choice"
    ><select
      part="button"
      data-action="scale"
      aria-label=${language.say('scale')}
      tabindex=${stop ? 0 : -1}
      .value=${scale}
      @change=${(event: Event) => choose((event.target as HTMLSelectElement).value as ScaleWord)}
    >
      ${SCALES.map(
        word =>
          html`<option value=${word} .selected=${word === scale}>${language.say(`scale-${word}`)}</option>`,
      )}
    </select></span
  >`;
}
