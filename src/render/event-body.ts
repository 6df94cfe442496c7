import { html, nothing, type TemplateResult } from 'lit';
import type { TimelineEvent } from '../data/timeline-event.js';
import { writtenDate } from './date-words.js';
import type { FrameContext } from './frame-context.js';
import { linkTemplate } from './link.js';
import { relationsTemplate } from './relations.js';
import { sourcesTemplate } from './sources.js';

/**
 * What there is to say about an event beyond date, title and status: its text and relations, then the
 * facts beside it. The author's own `slot="event:ID"` takes its place.
 */
export function eventBodyTemplate(event: TimelineEvent, context: FrameContext): TemplateResult {
  return html`<slot name=${`event:${event.id}`}>
    <div class="columns">
      <div class="text">
        ${paragraphs(event.summary)} ${relationsTemplate(context.relatives(event), context)}
      </div>
      ${factsTemplate(event, context)}
    </div>
  </slot>`;
}

/** The same where the text stands already. */
export function evidenceTemplate(event: TimelineEvent, context: FrameContext): TemplateResult {
  return html`<slot name=${`event:${event.id}`}>
    ${relationsTemplate(context.relatives(event), context)} ${factsTemplate(event, context)}
  </slot>`;
}

/** A text as paragraphs; blank lines part them. */
export function paragraphs(text = ''): TemplateResult[] {
  return text
    .split(/\n\s*\n/)
    .filter(paragraph => paragraph.trim())
    .map(paragraph => html`<p dir="auto">${paragraph.trim()}</p>`);
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
      sources.length ? [sourcesTemplate(sources, context)] : [],
    ],
    [language.say('link'), url ? [linkTemplate(url, url, base)] : []],
    [language.say('tags'), tags.length ? [tags.join(language.say('comma'))] : []],
    [
      language.say('corrections'),
      history.map(({ date, note }) =>
        date ? language.say('colon', { head: writtenDate(date, context), rest: note }) : note,
      ),
    ],
  ];
  return facts.filter(([, values]) => values.length);
}
