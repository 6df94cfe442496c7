import { html, nothing, type TemplateResult } from 'lit';
import type { DocumentHead } from '../data/timeline-event.js';
import type { FrameContext } from './frame-context.js';
import { sourceSentences } from './source-sentences.js';

/** The line of these sentences; nothing where there are none. */
export function sourceLineTemplate(
  document: DocumentHead,
  context: FrameContext,
): TemplateResult | typeof nothing {
  const sentences = sourceSentences(document, context);
  return sentences.length
    ? html`<p part="source" class="source">${sentences.map(sentence => html`<bdi>${sentence}</bdi> `)}</p>`
    : nothing;
}
