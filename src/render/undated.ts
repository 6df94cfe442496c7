import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { TimelineEvent } from '../data/timeline-event.js';
import type { FrameContext } from './frame-context.js';
import { headingTemplate } from './heading.js';
import { shortTitle, statusWord } from './names.js';
import { handleRovingKey } from './roving.js';
import { statusSignTemplate } from './status-sign.js';

/** How many have a button; the rest is behind one more, which opens the list. */
export const UNDATED_SHOWN = 20;

export interface UndatedContext extends FrameContext {
  readonly selectedId: string | null;
  /** The same, where its details stay closed. */
  readonly closed?: string | null;
  /** Id of the event whose button is the shelf's one tab stop. */
  readonly focusedId: string | null;
  focus(id: string): void;
  /** Opens the details of the event, or closes them. */
  toggle(id: string): void;
  openList(): void;
}

/** The shelf of events without a date, in the order given. */
export function undatedTemplate(
  events: readonly TimelineEvent[],
  context: UndatedContext,
): TemplateResult | typeof nothing {
  if (!events.length) return nothing;
  const { language } = context;
  const shown = events.slice(0, UNDATED_SHOWN);
  const rest = events.length - shown.length;
  const stop = shown.find(event => event.id === context.focusedId) ?? shown[0];
  return html`<div part="undated" class="undated" role="group" aria-labelledby="undated-title">
    ${headingTemplate(context.headingLevel + 1, language.say('undatedHeading'), 'undated-title')}
    <ul
      role="list"
      @keydown=${(event: KeyboardEvent) => handleRovingKey(event, language.direction)}
      @focusin=${(event: FocusEvent) => context.focus((event.target as HTMLElement).dataset.id ?? '')}
    >
      ${repeat(
        shown,
        event => event.id,
        event => html`<li>${buttonTemplate(event, event === stop, context)}</li>`,
      )}
      ${
        rest
          ? html`<li>
              <button type="button" class="text-button" tabindex="-1" @click=${() => context.openList()}>
                ${language.say('andMore', { count: rest })}
              </button>
            </li>`
          : nothing
      }
    </ul>
  </div>`;
}

function buttonTemplate(event: TimelineEvent, isStop: boolean, context: UndatedContext): TemplateResult {
  const status = statusWord(event, context.language);
  const expanded = event.id === context.selectedId && event.id !== context.closed;
  return html`<button
    type="button"
    data-id=${event.id}
    data-status=${event.status ?? nothing}
    ?data-dimmed=${context.isDimmed(event.id)}
    tabindex=${isStop ? 0 : -1}
    aria-expanded=${`${expanded}`}
    aria-controls=${expanded ? 'details' : nothing}
    @click=${() => context.toggle(event.id)}
  >
    ${statusSignTemplate(event, context)}<bdi class="title">${shortTitle(event)}</bdi
    >${status ? html`${context.language.say('comma')}<bdi class="status">${status}</bdi>` : nothing}
  </button>`;
}
