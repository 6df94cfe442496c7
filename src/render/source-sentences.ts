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
