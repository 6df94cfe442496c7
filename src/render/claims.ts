import { html, nothing, type TemplateResult } from 'lit';
import type { TimelineEvent } from '../data/timeline-event.js';
import { isAgainst, type Relative } from '../index/relatives.js';
import { relationVerb } from '../language/relation-verb.js';
import { dateWords } from './date-words.js';
import type { FrameContext } from './frame-context.js';
import { noteTemplate } from './note.js';
import { relationButtonTemplate } from './relations.js';
import { citedTemplate } from './sources.js';
import { statusTemplate } from './status-sign.js';

/** More than these are only counted. */
const MOST = 20;
/** In a text that is not open. */
const MOST_BRIEFLY = 3;

/** Whether it is the other event that does. */
const isByOther = ({ rel, incoming }: Relative): boolean => (rel === 'contradicts') === incoming;

/** What contradicts an event, then what it contradicts; an event that does both is told once for each. */
function sidesOf(relatives: readonly Relative[]): (readonly Relative[])[] {
  const against = relatives.filter(isAgainst);
  return [against.filter(isByOther), against.filter(relative => !isByOther(relative))].filter(
    side => side.length > 0,
  );
}

/**
 * What contradicts an event, beside what it says, and what it contradicts: title, date, status and sources of the other, so that
 * nobody reads the one without the other.
 */
export function claimsTemplate(
  relatives: readonly Relative[],
  context: FrameContext,
): readonly TemplateResult[] {
  const { language } = context;
  return sidesOf(relatives).map(side => {
    const [first] = side;
    const id = `claims-${isByOther(first!) ? 'by' : 'of'}`;
    return html`<div part="claims" class="claims" role="group" aria-labelledby=${id}>
      <p id=${id} class="verb">${relationVerb(first!, language)}</p>
      <ul role="list">
        ${side.slice(0, MOST).map(({ event, label }) => claimTemplate(event, label, context))}
        ${side.length > MOST ? html`<li>${language.say('andMore', { count: side.length - MOST })}</li>` : nothing}
      </ul>
    </div>`;
  });
}

function claimTemplate(
  event: TimelineEvent,
  label: string | undefined,
  context: FrameContext,
): TemplateResult {
  return html`<li data-status=${event.status ?? nothing}>
    ${noteTemplate(event, context, {
      lead: html`<bdi class="date">${dateWords(event, context)}</bdi>`,
      sign: true,
    })}
    <button type="button" class="text-button" data-to=${event.id} @click=${() => context.go(event.id)}>
      <bdi class="title">${event.title}</bdi>
    </button>
    ${label ? html`<bdi class="status">${label}</bdi>` : nothing}
    ${event.sources.length ? citedTemplate(event, context) : nothing}
  </li>`;
}

/** The same in a line each, where the text is not open. */
export function claimLinesTemplate(
  relatives: readonly Relative[],
  context: FrameContext,
  { isStop = true }: { readonly isStop?: boolean } = {},
): TemplateResult | typeof nothing {
  const sides = sidesOf(relatives);
  if (!sides.length) return nothing;
  const { language } = context;
  return html`<ul class="claim-lines" role="list">
    ${sides.map(side => {
      const rest = side.length - MOST_BRIEFLY;
      return html`${side.slice(0, MOST_BRIEFLY).map(relative => html`<li>${relationButtonTemplate(relative, context, { isStop })} ${statusTemplate(relative.event, context)}</li>`)}
      ${rest > 0 ? html`<li>${language.say('andMore', { count: rest })}</li>` : nothing}`;
    })}
  </ul>`;
}
