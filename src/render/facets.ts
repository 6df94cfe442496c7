import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Language } from '../language/language.js';

/** What may be chosen of a field. */
interface FacetState {
  readonly field: string;
  readonly name: string;
  readonly choices: readonly {
    readonly value: string;
    readonly text: string;
    readonly count: number;
    readonly chosen: boolean;
  }[];
  /** How many values are not shown. */
  readonly rest: number;
  readonly chosen: boolean;
  /** What is typed to find values; null where there is no field for it. */
  readonly sought: string | null;
}

/** What the row of the search and the panel under it show. */
export interface FacetsState {
  readonly open: boolean;
  readonly chosen: readonly { readonly field: string; readonly value: string; readonly text: string }[];
  readonly facets: readonly FacetState[];
}

/** What the reader does with them. */
export interface FacetActions {
  toggleOpen(): void;
  toggle(field: string, value: string): void;
  /** Takes a choice back by its own button, one of several. */
  remove(field: string, value: string, place: number): void;
  clear(field: string): void;
  clearAll(): void;
  seek(field: string, text: string): void;
  press(event: KeyboardEvent): void;
}

/** The button that opens the panel, and what is chosen. */
export function facetRowTemplate(
  { open, chosen }: FacetsState,
  { toggleOpen, remove, clearAll }: FacetActions,
  { say }: Language,
): TemplateResult {
  return html`<button
      part="button"
      type="button"
      class="text-button filter"
      aria-expanded=${`${open}`}
      aria-controls=${open ? 'facets' : nothing}
      @click=${toggleOpen}
    >
      <span>${say('filter')}</span>
    </button>
    ${
      chosen.length > 0
        ? html`<ul class="chips" role="list" aria-label=${say('chosenValues')}>
            ${chosen.map(
              ({ field, value, text }, place) =>
                html`<li>
                  <button
                    part="button"
                    type="button"
                    class="chip"
                    aria-label=${say('removeValue', { value: text })}
                    @click=${() => remove(field, value, place)}
                  >
                    <bdi>${text}</bdi>
                  </button>
                </li>`,
            )}
            <li>
              <button part="button" type="button" class="text-button" @click=${clearAll}>
                ${say('clearAll')}
              </button>
            </li>
          </ul>`
        : nothing
    }`;
}

/** The panel: for each field its values, each with how many events it would leave. */
export const facetPanelTemplate = (
  { facets }: FacetsState,
  actions: FacetActions,
  language: Language,
): TemplateResult =>
  html`<div
    id="facets"
    class="facets"
    role="group"
    aria-label=${language.say('filter')}
    @keydown=${actions.press}
  >
    ${repeat(
      facets,
      ({ field }) => field,
      facet => facetTemplate(facet, actions, language),
    )}
  </div>`;

function facetTemplate(
  { field, name, choices, rest, chosen, sought }: FacetState,
  { toggle, clear, seek }: FacetActions,
  { say, number }: Language,
): TemplateResult {
  return html`<fieldset data-field=${field}>
    <legend><bdi>${name}</bdi></legend>
    ${
      sought === null
        ? nothing
        : html`<input
            type="search"
            dir="auto"
            aria-label=${say('seekValue', { field: name })}
            placeholder=${say('action-search')}
            autocomplete="off"
            spellcheck="false"
            .value=${live(sought)}
            @input=${(event: Event) => seek(field, (event.target as HTMLInputElement).value)}
          />`
    }
    <ul role="list">
      ${repeat(
        choices,
        ({ value }) => value,
        ({ value, text, count, chosen: isChosen }) =>
          html`<li>
            <label ?data-none=${count === 0}
              ><input type="checkbox" .checked=${live(isChosen)} @change=${() => toggle(field, value)} /><bdi
                >${text}</bdi
              >
              <span class="count">${number(count)}</span></label
            >
          </li>`,
      )}
    </ul>
    ${
      rest > 0
        ? html`<button part="button" type="button" class="text-button" @click=${() => seek(field, '')}>
            ${say('moreValues', { count: rest })}
          </button>`
        : nothing
    }
    ${
      chosen
        ? html`<button
            part="button"
            type="button"
            class="text-button"
            aria-label=${say('clearField', { field: name })}
            @click=${() => clear(field)}
          >
            ${say('clear')}
          </button>`
        : nothing
    }
  </fieldset>`;
}
