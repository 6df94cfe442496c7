import type { EventTable } from '../data/event-table.js';
import type { TimelineEvent } from '../data/timeline-event.js';
import { relativesOf, type Relative } from '../index/relatives.js';
import { TableSource } from '../index/table-source.js';
import { languageFor, type Language } from '../language/language.js';
import type { DatedSpan } from '../time/dated-span.js';
import { formatDate } from '../time/format-date.js';

/** What puts the events of a table into words, where there is no element. */
export interface InlineContext {
  readonly language: Language;
  /** Level of the heading of the whole; events stand one below. */
  readonly headingLevel: number;
  /** A date in words. */
  date(span: DatedSpan, options?: { readonly weekday?: boolean }): string;
  /** The title of a lane. */
  laneTitle(id: string): string;
  relatives(event: TimelineEvent): readonly Relative[];
  /** The `id` of an event's item. What the data say stands behind a prefix: an `id` is a name that the scripts of a page see. */
  idOf(id: string): string;
}

/** The context of a table in a language. */
export function inlineContext(
  table: EventTable,
  {
    lang,
    headingLevel,
    idPrefix,
  }: { readonly lang: string; readonly headingLevel: number; readonly idPrefix: string },
): InlineContext {
  const { timeZone, lanes } = table.document;
  const language = languageFor(lang);
  const titles = new Map(lanes.map(({ id, title }) => [id, title]));
  const source = new TableSource(table);
  return {
    language,
    headingLevel,
    date: (span, options) => formatDate(span, { language, timeZone, ...options }),
    laneTitle: id => titles.get(id) ?? id,
    relatives: event => relativesOf(event, source),
    // Half a character is none that an address can name.
    idOf: id => `${idPrefix}${id.replace(/\s+/g, '_').replace(/\p{Cs}/gu, '\ufffd')}`,
  };
}
