import { html, nothing, type TemplateResult } from 'lit';
import type { Correction, TimelineEvent } from '../data/timeline-event.js';
import { isAgainst, type Relative } from '../index/relatives.js';
import { claimLinesTemplate, claimsTemplate } from './claims.js';
import { writtenDate } from './date-words.js';
import type { FrameContext } from './frame-context.js';
import { linkTemplate } from './link.js';
import { relationsTemplate } from './relations.js';
import { referencesTemplate, sourcesTemplate } from './sources.js';

/**
 * What there is to say about an event beyond date, title and status: its text, what contradicts it, its media and relations,
 * then the facts beside it. The author's own `slot="event:ID"` takes its place, or what `renderEvent` makes.
 */
export function eventBodyTemplate(
  event: TimelineEvent,
  context: FrameContext,
  where: 'details' | 'list',
): TemplateResult {
  const relatives = context.relatives(event);
  return ownOr(
    html`<div class="columns">
      <div class="text">
        ${summaryTemplate(event, context)}
        ${where === 'details' ? claimsTemplate(relatives, context) : claimLinesTemplate(relatives, context)}
        ${restTemplate(event, relatives, context)}
      </div>
      ${factsTemplate(event, context)}
    </div>`,
    { event, context, where },
  );
}

/** The same where the text stands already. */
export function evidenceTemplate(event: TimelineEvent, context: FrameContext): TemplateResult {
  const relatives = context.relatives(event);
  return ownOr(
    html`${claimsTemplate(relatives, context)} ${restTemplate(event, relatives, context)}
    ${factsTemplate(event, context)}`,
    { event, context, where: 'details' },
  );
}

interface Placed {
  readonly event: TimelineEvent;
  readonly context: FrameContext;
  readonly where: 'details' | 'list';
}

/**
 * The page's own content in the place of the built-in one, where it has any, and what can be done with the event. Its slot stands only
 * where something fills it: for one that comes or goes engines set the whole shadow tree anew, and WebKit 2.50 has it empty
 * meanwhile where a container is asked for its size, so that a page which had been scrolled would be back at its top.
 */
function ownOr(builtIn: TemplateResult, { event, context, where }: Placed): TemplateResult {
  const name = `event:${event.id}`;
  const content = context.own(event, where) ?? builtIn;
  return html`${context.isFilled(name) ? html`<slot name=${name}>${content}</slot>` : content}${
    context.tools?.(event) ?? nothing
  }`;
}

/** Pictures, films and the like; where what shows them could not be loaded, the ways to them. */
function mediaOf(event: TimelineEvent, context: FrameContext): unknown {
  const { parts, base } = context;
  if (event.media.length === 0) return nothing;
  if (!parts.lacksFigures) return parts.figures?.mediaTemplate(event, context) ?? nothing;
  return event.media.map(
    ({ src, alt, caption }) => html`<p>${linkTemplate(caption || alt || src, src, base)}</p>`,
  );
}

/** What follows the text and what contradicts it. */
const restTemplate = (
  event: TimelineEvent,
  relatives: readonly Relative[],
  context: FrameContext,
): TemplateResult =>
  html`${mediaOf(event, context)}
  ${relationsTemplate(
    relatives.filter(relative => !isAgainst(relative)),
    context,
  )}`;

/** The summary as paragraphs, which blank lines part; after the last one the numbers of its sources. */
export function summaryTemplate(
  event: TimelineEvent,
  context: FrameContext,
  options: { readonly isStop?: boolean } = {},
): TemplateResult[] {
  const paragraphs = (event.summary ?? '').split(/\n\s*\n/).filter(paragraph => paragraph.trim());
  const last = paragraphs.length - 1;
  // One expression: white space beside it would be seen, as that of the text is.
  return paragraphs.map((paragraph, i) => {
    const text = [paragraph.trim(), i === last ? referencesTemplate(event, context, options) : nothing];
    return html`<p dir="auto">${text}</p>`;
  });
}

function factsTemplate(event: TimelineEvent, context: FrameContext): TemplateResult | typeof nothing {
  const facts = factsOf(event, context);
  return facts.length
    ? html`<dl class="facts">
        ${facts.map(
          ([term, values]) =>
            html`<div>
              <dt>${term}</dt>
              ${values.map(value => html`<dd dir="auto">${value}</dd>`)}
            </div>`,
        )}
      </dl>`
    : nothing;
}

function factsOf(event: TimelineEvent, context: FrameContext): [string, readonly unknown[]][] {
  const { language, base } = context;
  const { people, place, tags, sources, url, history } = event;
  const facts: [string, readonly unknown[]][] = [
    [language.say('people'), people],
    [language.say('place'), place ? [place] : []],
    [
      language.say('sources', { count: sources.length }),
      sources.length ? [sourcesTemplate(event, context)] : [],
    ],
    [language.say('link'), url ? [linkTemplate(url, url, base)] : []],
    [language.say('tags'), tags.length ? [tags.join(language.say('comma'))] : []],
    [language.say('corrections'), history.length ? [correctionsTemplate(history, context)] : []],
  ];
  return facts.filter(([, values]) => values.length);
}

/** The trail of corrections as a list, each with its date. */
const correctionsTemplate = (history: readonly Correction[], context: FrameContext): TemplateResult =>
  html`<ul class="corrections" role="list">
    ${history.map(
      ({ date, note }) =>
        html`<li dir="auto">
          ${date ? context.language.say('colon', { head: writtenDate(date, context), rest: note }) : note}
        </li>`,
    )}
  </ul>`;
