import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { TimelineEvent } from '../data/timeline-event.js';
import { closeButtonTemplate } from './close-button.js';
import { dateWords } from './date-words.js';
import type { FrameContext } from './frame-context.js';
import { headingTemplate } from './heading.js';
import { noteParts } from './note.js';

/** The members of a cluster that no zoom can part, as buttons in full, status and lanes included: each opens the event's details. */
export function clusterListTemplate(
  name: string,
  events: readonly TimelineEvent[],
  more: number,
  context: FrameContext,
  close: () => void,
): TemplateResult {
  const { language } = context;
  return html`<section class="members" aria-labelledby="members-title">
    ${headingTemplate(context.headingLevel + 1, name, 'members-title')}
    <ul role="list">
      ${repeat(
        events,
        event => event.id,
        event =>
          html`<li
            data-event=${event.id}
            data-status=${event.status ?? nothing}
            ?data-dimmed=${context.isDimmed(event.id)}
          >
            <button type="button" class="text-button" @click=${() => context.go(event.id)}>
              <bdi class="date">${dateWords(event, context)}</bdi> <bdi class="title">${event.title}</bdi
              ><span class="note">${' '}${noteParts(event, context, { sign: true })}</span>
            </button>
          </li>`,
      )}
    </ul>
    ${more > 0 ? html`<p>${language.say('andMore', { count: more })}</p>` : ''}
    ${closeButtonTemplate(language, close)}
  </section>`;
}
