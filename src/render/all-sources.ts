import { html, nothing, type TemplateResult } from 'lit';
import { SOURCE_PAGE, type RegisteredSource } from '../index/source-register.js';
import type { FrameContext } from './frame-context.js';
import { sourceTemplate, usesTemplate } from './sources.js';

export interface AllSourcesState {
  /** `null` while it is closed. */
  readonly listed: { readonly sources: readonly RegisteredSource[]; readonly total: number } | null;
  toggle(isOpen: boolean): void;
  more(): void;
}

/** All sources under the whole, as a book has its notes: made when they are opened, some at a time. */
export function allSourcesTemplate(
  { listed, toggle, more }: AllSourcesState,
  context: FrameContext,
): TemplateResult {
  const { language } = context;
  const rest = listed ? listed.total - listed.sources.length : 0;
  return html`<details
    part="sources"
    class="all-sources"
    @toggle=${(event: Event) => toggle((event.currentTarget as HTMLDetailsElement).open)}
  >
    <summary>${language.say('allSources')}</summary>
    ${
      listed
        ? html`<ol class="sources">
            ${listed.sources.map(note => {
              const { number, source } = note;
              return html`<li value=${number} data-note=${number} tabindex="-1">
                ${sourceTemplate({ ...source, quote: undefined }, context)}${usesTemplate(note, context)}
              </li>`;
            })}
          </ol>`
        : nothing
    }
    ${
      rest > 0
        ? html`<button part="button" type="button" class="more" @click=${() => more()}>
            ${language.say('showMore', { count: Math.min(rest, SOURCE_PAGE) })}
          </button>`
        : nothing
    }
  </details>`;
}
