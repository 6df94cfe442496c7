import { html, nothing, type TemplateResult } from 'lit';
import type { TimelineEvent } from '../data/timeline-event.js';
import { backTemplate } from './back.js';
import { closeButtonTemplate } from './close-button.js';
import { linkOf } from './copy-link.js';
import { countFromTemplate } from './count-from.js';
import { dateWords } from './date-words.js';
import { eventBodyTemplate } from './event-body.js';
import type { FrameContext } from './frame-context.js';
import { headingTemplate } from './heading.js';
import { noteTemplate } from './note.js';

export interface DetailsContext extends FrameContext {
  /** Where the mark is, in px from the start edge; null where there is none to point at. */
  readonly notchX: number | null;
  /** Whether it is among what is looked for. */
  readonly matches: boolean;
  close(): void;
}

/** The details of the selected event, as the caption under its picture. */
export function detailsTemplate(event: TimelineEvent, context: DetailsContext): TemplateResult {
  const { language, notchX, matches, headingLevel } = context;
  return html`<section
    part="details"
    id="details"
    data-event=${event.id}
    data-status=${event.status ?? nothing}
    class="details ${notchX === null ? '' : 'notched'}"
    aria-labelledby="details-title"
    .style=${notchX === null ? '' : `--_notch:${notchX}px`}
  >
    ${backTemplate(context)}
    ${noteTemplate(event, context, {
      lead: html`<bdi class="date">${dateWords(event, context)}</bdi>`,
      sign: true,
    })}
    ${headingTemplate(headingLevel + 1, event.title, 'details-title')}
    ${matches ? nothing : html`<p class="note unmatched">${language.say('notMatching')}</p>`}
    ${eventBodyTemplate(event, context, 'details')} ${countFromTemplate(event, context)}
    ${linkOf(event, context)} ${closeButtonTemplate(language, () => context.close())}
  </section>`;
}
