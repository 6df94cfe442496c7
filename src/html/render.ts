import type { DocumentRecord } from '../data/document-shape.js';
import type { EventTable } from '../data/event-table.js';
import { DOCUMENT } from '../data/formats/html-attributes.js';
import { without } from '../data/formats/html-fields.js';
import { isEntry } from '../data/read-shape.js';
import { readTable } from '../data/read-table.js';
import type { TimelineDocument } from '../data/timeline-event.js';
import { finish } from '../data/work.js';
import { writeJson } from '../data/writers/json.js';
import { writeJsonLd } from '../data/writers/json-ld.js';
import { sourceSentences } from '../render/source-sentences.js';
import { eventItem } from './event-item.js';
import { inlineContext, type InlineContext } from './inline-context.js';
import { attributes, markup, scriptJson, type Markup } from './markup.js';
import { isLine, jsonOf } from './said.js';
import { servedRoot } from './served-root.js';

/** How a document is rendered. */
export interface RenderOptions {
  /** The language of dates and words; default that of the document, else English. One that is not English or Spanish is loaded before, by `loadTranslation`. */
  readonly lang?: string;
  /** Level of the heading; default 2. */
  readonly headingLevel?: number;
  /** Further attributes of the tag: `{ layout: 'vertical' }`. */
  readonly attributes?: Readonly<Record<string, string | number | boolean | null | undefined>>;
  /** Stands before the id of an event in the `id` of its item; default `event-`. Two timelines of one page have two. */
  readonly idPrefix?: string;
  /** Whether JSON-LD follows the tag; default true. */
  readonly jsonLd?: boolean;
  /** Whether the tag has a declarative shadow root, which keeps its place without a style sheet of the page; default false. */
  readonly shadow?: boolean;
  /** Nonce of the styles in there, where the page has a policy for them. */
  readonly nonce?: string;
}

/** A document as `parseTimeline` returns it, as an author writes it, or a list of events. */
export type RenderInput = TimelineDocument | DocumentRecord | DocumentRecord['events'];

/**
 * Returns the tag with its data as plain HTML, which is read before there is a script and by the element when it comes, and
 * what search engines are told of it as JSON-LD. All texts of the document are escaped.
 */
export function render(document: RenderInput, options: RenderOptions = {}): string {
  return timelineMarkup(tableOf(document), options).toString();
}

/** Returns the table of a document, read or not. */
export function tableOf(document: RenderInput): EventTable {
  return finish(readTable(isRead(document) ? writeJson(document) : document)).table;
}

function isRead(document: unknown): document is TimelineDocument {
  if (!isEntry(document) || !isEntry(document.data) || !Array.isArray(document.events)) return false;
  return document.events.every(event => isEntry(event) && 'span' in event && isEntry(event.data));
}

/** Returns the tag of a table, and what follows it. */
export function timelineMarkup(table: EventTable, options: RenderOptions): Markup {
  const document = table.toDocument();
  const { idPrefix = 'event-', jsonLd = true, shadow = false, nonce } = options;
  const headingLevel = Math.min(6, Math.max(1, Math.trunc(Number(options.headingLevel ?? 2)) || 2));
  const lang = options.lang ?? document.lang ?? 'en';
  const context = inlineContext(table, { lang, headingLevel, idPrefix });
  const tag = {
    lang: options.lang ?? document.lang,
    'heading-level': headingLevel === 2 ? null : headingLevel,
    ...options.attributes,
  };
  const events = [...Array.from({ length: table.size }, (_, i) => table.event(i)), ...table.undated];
  const script = markup`<script type="application/ld+json" data-derived>${scriptJson(writeJsonLd(document))}</script>\n`;
  return markup`<timeline-view${attributes(tag)}>${shadow && servedRoot(nonce)}
${heading(document, context)}<ol role="list"${attributes({ [DOCUMENT]: restOf(document) })}>
${events.map(event => eventItem(event, document, context))}</ol>
${sourceLine(document, context)}</timeline-view>
${jsonLd && script}`;
}

function heading({ title, summary }: TimelineDocument, { headingLevel }: InlineContext): Markup[] {
  return [
    ...(title ? [markup`<h${headingLevel} dir="auto">${title}</h${headingLevel}>\n`] : []),
    ...(summary ?? '')
      .split(/\n\s*\n/)
      .filter(paragraph => paragraph.trim())
      .map(paragraph => markup`<p dir="auto">${paragraph.trim()}</p>\n`),
  ];
}

function sourceLine(document: TimelineDocument, context: InlineContext): Markup | null {
  const sentences = sourceSentences(document, context);
  return sentences.length ? markup`<p>${sentences.map(said => markup`<bdi>${said}</bdi> `)}</p>\n` : null;
}

/** What the heading and the items do not say of a document, as JSON. */
function restOf(document: TimelineDocument): string | null {
  const written = writeJson(document);
  const { title } = written;
  const lanes = lanesOf(document);
  const unsaid = {
    ...(typeof title === 'string' && !isLine(title) && { title }),
    ...without(written, ['title', 'events', 'lanes']),
    ...(lanes.length && { lanes }),
  };
  return jsonOf(unsaid);
}

/** The lanes as they were declared, then those that events name: the items stand in the order of time, lanes as they were. */
function lanesOf({ lanes, data }: TimelineDocument): readonly unknown[] {
  const declared = Array.isArray(data.lanes) ? (data.lanes as unknown[]) : [];
  const names = new Set(declared.flatMap(lane => (isEntry(lane) ? [lane.id, lane.title] : [])));
  const named = lanes.filter(({ id }) => !names.has(id)).map(({ id, title }) => ({ id, title }));
  return named.length > 1 || declared.length ? [...declared, ...named] : [];
}
