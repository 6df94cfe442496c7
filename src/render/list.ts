import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { TimelineEvent } from '../data/timeline-event.js';
import { dateWords, machineDate } from './date-words.js';
import { eventBodyTemplate } from './event-body.js';
import type { FrameContext } from './frame-context.js';
import { headingTemplate } from './heading.js';
import { noteTemplate } from './note.js';

/** How many events the list adds at a time. */
export const LIST_PAGE = 200;

export interface ListContext extends FrameContext {
  /** How many more there are; they wait behind a button. */
  readonly rest: number;
  readonly selectedId: string | null;
  showMore(): void;
}

/** The first events, each as an article, in the order given: those with a date in time order, then the undated. */
export function listTemplate(events: readonly TimelineEvent[], context: ListContext): TemplateResult {
  const { language, rest } = context;
  return html`<ol part="list" class="list" role="list" aria-label=${language.say('list')}>
      ${repeat(
        events,
        event => event.id,
        event => itemTemplate(event, context),
      )}
    </ol>
    ${
      rest > 0
        ? html`<button part="button" type="button" class="more" @click=${() => context.showMore()}>
            ${language.say('showMore', { count: Math.min(rest, LIST_PAGE) })}
          </button>`
        : nothing
    }`;
}

function itemTemplate(event: TimelineEvent, context: ListContext): TemplateResult {
  const date = dateWords(event, context);
  const machine = event.span && machineDate(event.span);
  return html`<li
    part="list-item"
    data-id=${event.id}
    data-status=${event.status ?? nothing}
    tabindex="-1"
    aria-current=${event.id === context.selectedId ? 'true' : nothing}
  >
    <p class="when" dir="auto">${machine ? html`<time datetime=${machine}>${date}</time>` : date}</p>
    <div class="entry">
      ${headingTemplate(context.headingLevel + 1, event.title)} ${noteTemplate(event, context)}
      ${eventBodyTemplate(event, context)}
    </div>
  </li>`;
}
