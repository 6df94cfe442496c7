import { html, nothing, type TemplateResult } from 'lit';
import type { DocumentHead } from '../data/timeline-event.js';
import { writtenDate } from './date-words.js';
import type { FrameContext } from './frame-context.js';

/** Credit, license and how fresh it is, as under a newspaper's graphic. */
export function sourceSentences(
  { credit, license, asOf, updated }: DocumentHead,
  context: Pick<FrameContext, 'language' | 'date'>,
): string[] {
  const { say } = context.language;
  const bare = (text: string) => text.replace(/\.\s*$/, '');
  const sentences = [
    credit && say('creditLine', { credit: bare(credit) }),
    license && say('sentence', { text: bare(license) }),
    asOf && say('asOf', { date: bare(context.date(asOf)) }),
    updated && say('updated', { date: bare(writtenDate(updated, context)) }),
  ];
  return sentences.flatMap(sentence => sentence || []);
}

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
