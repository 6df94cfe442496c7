import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { SearchState } from '../index/search-state.js';
import { unknownFields } from '../index/unknown-fields.js';
import type { Language } from '../language/language.js';
import { matchingWords } from '../language/matching-words.js';
import type { FrameContext } from './frame-context.js';
import { searchIcon } from './icons.js';

/** What the reader does in it. */
export interface SearchActions {
  type(text: string): void;
  clear(): void;
  /** Looks for nothing any more, whatever was looked for. */
  reset(): void;
  /** Goes to the next hit, or the one before. */
  step(by: 1 | -1): void;
  /** Goes to the date that is typed. */
  goTo(): void;
  /** The field has got the focus. */
  prepare(): void;
  press(event: KeyboardEvent): void;
  /** Something in the row has got the focus. */
  hold(): void;
}

/** The row with the search field, the hits and the way to a date, what else stands in it, and what it opens. */
export function searchTemplate(
  state: SearchState,
  actions: SearchActions,
  { language, date }: Pick<FrameContext, 'language' | 'date'>,
  more: { readonly row: unknown; readonly panel: unknown },
): TemplateResult {
  const { text, count, total, at, moment } = state;
  const { say } = language;
  const hits = count ?? 0;
  return html`<div
    part="search"
    class="search"
    role="search"
    aria-labelledby="heading"
    @keydown=${actions.press}
    @focusin=${actions.hold}
  >
    <div class="field">
      <label for="search"><span class="vh">${say('searchEvents')}</span>${searchIcon()}</label
      ><input
        id="search"
        type="search"
        dir="auto"
        placeholder=${say('action-search')}
        autocomplete="off"
        spellcheck="false"
        enterkeyhint="search"
        .value=${live(text)}
        @focus=${actions.prepare}
        @input=${(event: Event) => actions.type((event.target as HTMLInputElement).value)}
      />${
        text
          ? html`<button
              part="button"
              type="button"
              class="clear"
              aria-label=${say('clear')}
              @click=${actions.clear}
            ></button>`
          : nothing
      }
    </div>
    ${
      count === null
        ? nothing
        : html`<p class="hits">
              ${at === null ? matchingWords(count, total, language) : say('hitOf', { at, count })}
            </p>
            ${([-1, 1] as const).map(
              by =>
                html`<button
                  part="button"
                  type="button"
                  class="step ${by < 0 ? 'previous' : 'next'}"
                  aria-label=${say(by < 0 ? 'hitPrevious' : 'hitNext')}
                  aria-disabled=${hits === 0 ? 'true' : nothing}
                  @click=${() => actions.step(by)}
                ></button>`,
            )}`
    }
    ${
      moment
        ? html`<button part="button" type="button" class="text-button moment" @click=${actions.goTo}>
            ${say('goToDate', { date: date(moment) })}
          </button>`
        : nothing
    }
    ${
      count === null
        ? nothing
        : html`<p class="on-paper">
            ${text ? say('colon', { head: text, rest: matchingWords(count, total, language) }) : matchingWords(count, total, language)}
          </p>`
    }
    ${faultWords(state, language).map(fault => html`<p class="unread">${fault}</p>`)} ${more.row}
    ${more.panel}
  </div>`;
}

/** What of a query is not understood: dates, and fields. */
const faultWords = ({ query, search }: SearchState, { say }: Language): string[] => [
  ...query.unread.map(text => say('dateUnread', { text })),
  ...unknownFields(query, search).map(({ name, meant }) =>
    meant === undefined ? say('fieldUnknown', { name }) : say('fieldMeant', { name, meant }),
  ),
];
