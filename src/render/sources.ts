import { html, nothing, type TemplateResult } from 'lit';
import type { Source } from '../data/timeline-event.js';
import { writtenDate } from './date-words.js';
import type { FrameContext } from './frame-context.js';
import { linkTemplate } from './link.js';
import { safeUrl } from './safe-url.js';

/** The sources as a numbered list: title, publisher, date, and what they say. */
export function sourcesTemplate(sources: readonly Source[], context: FrameContext): TemplateResult {
  return html`<ol class="sources">
    ${sources.map(source => html`<li>${sourceTemplate(source, context)}</li>`)}
  </ol>`;
}

function sourceTemplate(
  { title, url, publisher, date, quote }: Source,
  context: FrameContext,
): TemplateResult {
  const head = title || publisher || url || '';
  const address = safeUrl(url, context.base, 'link') ? '' : url;
  const rest = [publisher, writtenDate(date, context), address].filter(text => text && text !== head);
  return html`${head ? linkTemplate(head, url, context.base) : nothing}${rest.map(
    (text, i) => html`${head || i ? context.language.say('comma') : nothing}<bdi>${text}</bdi>`,
  )}${quote ? html` <q dir="auto">${quote}</q>` : nothing}`;
}
