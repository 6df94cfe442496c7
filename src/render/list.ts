import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { TimelineEvent } from '../data/timeline-event.js';
import { backTemplate } from './back.js';
import { underHeads } from './date-heads.js';
import { dateWords, machineDate } from './date-words.js';
import { eventBodyTemplate } from './event-body.js';
import type { FrameContext } from './frame-context.js';
import { headingTemplate } from './heading.js';
import { noteTemplate } from './note.js';

/** How many events the list adds at a time. */
export const LIST_PAGE = 200;
/** How many are printed. */
export const PRINTED = 5000;

export interface ListContext extends FrameContext {
  /** How many more there are; they wait behind a button. */
  readonly rest: number;
  /** When all that have a date begin, in order, in ms: what the heads are of is the same however many are listed. */
  readonly starts?: Float64Array;
  readonly selectedId: string | null;
  showMore(): void;
}

/**
 * The first events, each as an article, in lists under heads of dates, in the order given: those with a date in time order, then
 * the undated. On paper what is not listed is counted.
 */
export function listTemplate(events: readonly TimelineEvent[], context: ListContext): TemplateResult {
  const { language, rest, starts, headingLevel } = context;
  const groups = underHeads(events, language, starts);
  const total = events.length + rest;
  let place = 0;
  return html`<div part="list" class="list" role="group" aria-label=${language.say('list')}>
      ${repeat(
        groups,
        ({ key }) => key,
        ({ head, events: members }) => {
          const before = place;
          const inner = { ...context, headingLevel: headingLevel + (head ? 2 : 1) };
          place += members.length;
          return html`<div class="period">
            ${head ? html`<div class="date-head">${headingTemplate(headingLevel + 1, head)}</div>` : nothing}
            <ol role="list" aria-label=${head || nothing}>
              ${repeat(
                members,
                ({ id }) => id,
                (event, i) => itemTemplate(event, inner, { place: before + i + 1, total }),
              )}
            </ol>
          </div>`;
        },
      )}
    </div>
    ${
      rest > 0
        ? html`<button part="button" type="button" class="more" @click=${() => context.showMore()}>
              ${language.say('showMore', { count: Math.min(rest, LIST_PAGE) })}
            </button>
            <p class="unprinted">${language.say('unprinted', { count: rest })}</p>`
        : nothing
    }`;
}

/** One event; its title stands at the level of the context, and its place is told among all. */
function itemTemplate(
  event: TimelineEvent,
  context: ListContext,
  { place, total }: { readonly place: number; readonly total: number },
): TemplateResult {
  const date = dateWords(event, context);
  const machine = event.span && machineDate(event.span);
  return html`<li
    part="list-item"
    data-id=${event.id}
    data-status=${event.status ?? nothing}
    ?data-dimmed=${context.isDimmed(event.id)}
    tabindex="-1"
    aria-current=${event.id === context.selectedId ? 'true' : nothing}
    aria-posinset=${place}
    aria-setsize=${total}
  >
    <p class="when" dir="auto">${machine ? html`<time datetime=${machine}>${date}</time>` : date}</p>
    <div class="entry">
      ${headingTemplate(context.headingLevel, event.title)} ${noteTemplate(event, context, { sign: true })}
      ${event.id === context.selectedId ? backTemplate(context) : nothing}
      ${eventBodyTemplate(event, context, 'list')}
    </div>
  </li>`;
}
