import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Language } from '../language/language.js';

/** What fields may make, and which one does. */
interface FieldChoice {
  readonly chosen: string;
  readonly fields: readonly { readonly field: string; readonly name: string }[];
}

/** The choice of what makes lanes and colours. */
export interface ArrangementChoiceState {
  readonly lanes: FieldChoice;
  readonly colors: FieldChoice;
}

/** What the reader does with it. */
export interface ArrangementActions {
  chooseLanes(field: string): void;
  chooseColors(field: string): void;
  press(event: KeyboardEvent): void;
}

/** The row that the toolbar opens, in which the reader chooses what makes lanes and colours. */
export const arrangementChoiceTemplate = (
  { lanes, colors }: ArrangementChoiceState,
  { chooseLanes, chooseColors, press }: ArrangementActions,
  { say }: Language,
): TemplateResult =>
  html`<div id="arrange" class="arrange" role="group" aria-label=${say('action-arrange')} @keydown=${press}>
    ${fieldTemplate(say('lanesBy'), lanes, chooseLanes)}
    ${fieldTemplate(say('colorsBy'), colors, chooseColors)}
  </div>`;

const fieldTemplate = (
  label: string,
  { chosen, fields }: FieldChoice,
  choose: (field: string) => void,
): TemplateResult =>
  html`<label
    >${label}<select
      .value=${live(chosen)}
      @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}
    >
      ${fields.map(
        ({ field, name }) => html`<option value=${field} ?selected=${field === chosen}>${name}</option>`,
      )}
    </select></label
  >`;
