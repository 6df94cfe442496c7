import { RECORD } from '../data/formats/html-attributes.js';
import type { TimelineDocument, TimelineEvent } from '../data/timeline-event.js';
import { machineDate } from '../render/date-words.js';
import { joinTexts, statusWord, undatedWord } from '../render/names.js';
import { factsOf, link } from './event-facts.js';
import type { InlineContext } from './inline-context.js';
import { attributes, joined, markup, type Markup } from './markup.js';
import { jsonOf, saidOf } from './said.js';

/** Returns an event as an item of a list, from which its record can be read again. */
export function eventItem(event: TimelineEvent, document: TimelineDocument, context: InlineContext): Markup {
  const { attributes: own, paragraphs, url, rest } = saidOf(event, document);
  const level = Math.min(6, context.headingLevel + 1);
  const values = {
    id: context.idOf(event.id),
    ...Object.fromEntries(Object.entries(own).map(([name, value]) => [`data-${name}`, value])),
    [RECORD]: jsonOf(rest),
  };
  return markup`<li${attributes(values)}>
${whenAndHow(event, context)}<h${level} dir="auto">${url ? link(event.title, url) : event.title}</h${level}>
${paragraphs.map(lines => markup`<p dir="auto">${joined(lines, markup`<br>`)}</p>\n`)}${factsOf(event, context)}</li>
`;
}

/** The line above the title: date, status, kind and lanes in words. */
function whenAndHow(event: TimelineEvent, { language, date, laneTitle }: InlineContext): Markup {
  const { span, kind, lanes } = event;
  const machine = span && machineDate(span);
  const words = span ? date(span, { weekday: true }) : undatedWord(event, language);
  const status = statusWord(event, language);
  const told = joinTexts(lanes.map(laneTitle), language);
  const parts = [
    machine ? markup`<time datetime="${machine}">${words}</time>` : markup`<bdi>${words}</bdi>`,
    status && markup`<bdi>${status}</bdi>`,
    kind !== 'event' && language.say(`kind-${kind}`),
    told && markup`<bdi>${told}</bdi>`,
  ].filter(Boolean);
  return markup`<p data-derived>${joined(parts, '\u00a0· ')}</p>\n`;
}
