import { DAY } from '../../time/epoch-ms.js';
import { readLooseDate } from '../../time/loose-date.js';
import { dateSpan, isYearless } from '../../time/parse-date.js';
import type { Issue } from '../issue.js';
import type { Entry } from '../read-shape.js';
import type { Work } from '../work.js';
import { DistinctRecords } from './distinct-records.js';
import type { FormatResult } from './format.js';
import { DOCUMENT, fieldsIn, isDerived, RECORD } from './html-attributes.js';
import { contentOf, type WrittenTime } from './html-content.js';
import { filled } from './html-fields.js';
import { endAfter, htmlDate, isDuration } from './html-date.js';
import { findItems, type HtmlItem } from './html-outline.js';
import { attributeOf, elementsIn, type HtmlElement, type HtmlNode } from './html-tree.js';
import { readGraph, relate } from './json-ld.js';
import { isItem, propertiesOf, valueOf } from './microdata.js';
import { span } from './schema-event.js';
import type { Draft } from './schema-node.js';
import { seriesIssues } from './schema-schedule.js';
import { isField, readField } from './text-fields.js';

/** Items read between two rests. */
const SLICE = 20;

/**
 * Reads the events of a tree of elements. In order of trust: items of microdata (schema.org), microformats
 * (h-event, h-entry, hCalendar), and list items, articles, table rows and terms with descriptions that hold
 * a `<time>`; one without it, in a list of such, is undated. `data-*` attributes are fields of any event,
 * and its `id` is the event's; `data-record` has further ones as JSON, `data-document` those of the document. Headings above
 * name lanes; one that stands above all is the title. `found` has what is known of the page already.
 */
export function* readHtmlItems(root: HtmlNode, found = new DistinctRecords()): Work<FormatResult> {
  const items = yield* findItems(root);
  const elements = new Set(items.flatMap(({ nodes }) => nodes));
  const headings = [...new Set(items.map(({ heading }) => heading))];
  const records = new Map<HtmlItem, Draft>();
  const issues: Issue[] = [];
  for (const [i, item] of items.entries()) {
    if (i % SLICE === 0) yield i / items.length;
    const record = yield* readItem(item, elements, found, issues);
    records.set(item, record);
    if (headings.length > 1 && item.heading) record.lane ??= item.heading;
    const whole = item.around && records.get(item.around);
    if (whole) relate(record, whole, 'subEvent');
  }
  issues.push(...seriesIssues(found.records));
  const title = headings.length === 1 && headings[0];
  const document = { ...(title && { title }), ...documentFields(root, issues), events: found.records };
  return { document, issues };
}

/** What is said of the document, wherever it stands. */
function documentFields(root: HtmlNode, issues: Issue[]): Entry {
  for (const element of elementsIn(root)) {
    if (element.getAttribute(DOCUMENT) === null) continue;
    const fields = fieldsIn(element, DOCUMENT);
    if (!fields) issues.push(noObject('', DOCUMENT));
    return fields ?? {};
  }
  return {};
}

const noObject = (path: string, attribute: string): Issue => ({
  code: 'invalid-json',
  path,
  message: `${path && `${path}: `}${attribute}: expected an object in JSON`,
  severity: 'error',
});

function* readItem(
  { nodes, node }: HtmlItem,
  elements: ReadonlySet<HtmlElement>,
  found: DistinctRecords,
  issues: Issue[],
): Work<Draft> {
  const [element] = nodes;
  const isElsewhere = (inner: HtmlElement): boolean =>
    isDerived(inner) || (elements.has(inner) && !nodes.includes(inner));
  let record: Draft;
  if (node) {
    // As in a list: works are events there too.
    const graph = { '@type': 'ItemList', itemListElement: node };
    const notation = isItem(element) ? 'microdata' : 'microformat';
    record = (yield* readGraph(graph, found, text => ({ text, links: [] }), notation))[0]!;
    if (element.localName === 'li' && isItem(element) && !record.summary)
      Object.assign(record, filled({ summary: besidesOf(element, String(record.title), isElsewhere) }));
  } else {
    const { times, paragraphs, ...content } = contentOf(nodes, isElsewhere);
    const doubts = doubtsOf(times);
    record = found.add({}, 'list');
    Object.assign(
      record,
      filled({
        ...content,
        ...whenOf(times),
        summary: [...doubts.map(({ text }) => text), ...paragraphs].join('\n\n'),
      }),
    );
    const path = `events[${found.records.length - 1}]`;
    issues.push(...doubts.map(doubt => contradiction(path, doubt)));
    for (const inner of nodes.flatMap(part => [part, ...elementsIn(part, isElsewhere)]))
      for (const name of propertiesOf(inner))
        if (isField(name)) record[name] = readField(name, valueOf(inner));
  }
  setOwnFields(record, element);
  const kept = fieldsIn(element, RECORD);
  if (!kept) issues.push(noObject(`events[${found.records.indexOf(record)}]`, RECORD));
  return Object.assign(record, kept);
}

/** What a list item says that is no property of its microdata; then all it says, for it is one text. */
function besidesOf(
  element: HtmlElement,
  title: string,
  isElsewhere: (inner: HtmlElement) => boolean,
): string {
  const said = (isLeftOut: (inner: HtmlElement) => boolean): string[] => {
    const { title: first, paragraphs } = contentOf(element.childNodes, isLeftOut);
    return [first, ...paragraphs].filter(text => text && text !== title);
  };
  const isMore = said(inner => isElsewhere(inner) || hasProperty(inner))
    .join(' ')
    .match(/\p{L}+/gu);
  return isMore && isMore.length > 1 ? said(isElsewhere).join('\n\n') : '';
}

const hasProperty = (element: HtmlElement): boolean => element.getAttribute('itemprop') !== null;

/** Sets what the attributes of an element say: `id`, `lang`, and fields by their names, `data-lane`. */
function setOwnFields(record: Draft, element: HtmlElement): void {
  // Others may be linked to the id that it has already.
  const fields: Draft = filled({
    id: record.id ?? attributeOf(element, 'id'),
    lang: attributeOf(element, 'lang'),
  });
  for (const { name, value } of Array.from(element.attributes)) {
    if (!name.startsWith('data-') || name === RECORD || !value.trim()) continue;
    const field = name.slice(5).replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
    fields[field] = readField(field, value.trim());
  }
  for (const side of ['date', 'start', 'end'])
    if (side in fields) fields[side] = htmlDate(String(fields[side]));
  if ('date' in fields) delete record.start;
  if ('date' in fields) delete record.end;
  Object.assign(record, fields);
  if (record.end && record.date && !('date' in fields)) {
    record.start ??= record.date;
    delete record.date;
  }
}

const CLOCK = /^\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?$/;
const DAY_TEXT = /^\d{4}-\d\d-\d\d$/;

const isClock = ({ value }: WrittenTime): boolean => CLOCK.test(value);
const isLength = ({ value }: WrittenTime): boolean => isDuration(value);

/** The dates among the times of an item that are its own: one, or two that make a stretch. */
function datesOf(times: readonly WrittenTime[]): WrittenTime[] {
  const dates = times.filter(time => !isClock(time) && !isLength(time));
  return dates.slice(0, dates.length === 2 || dates[1]?.follows ? 2 : 1);
}

/** When an item is: two dates are a stretch, a time of day belongs to the day, a duration lasts from then. */
function whenOf(times: readonly WrittenTime[]): Entry {
  const [first, last] = datesOf(times);
  const clocks = times.filter(isClock).map(({ value }) => value);
  const at = (day: string): string =>
    DAY_TEXT.test(day) && clocks.length ? `${day}T${clocks.shift()!}` : day;
  if (!first) return times[0] ? { date: times[0].value } : {};
  const day = htmlDate(first.value);
  const start = at(day);
  const end = last ? at(htmlDate(last.value)) : at(clocks.length ? day : '');
  return span(start, end || endAfter(start, times.find(isLength)?.value ?? ''));
}

/** A text of a date, and the date that stands in its attribute, where they can't both be right. */
interface Doubt {
  readonly text: string;
  readonly value: string;
}

function doubtsOf(times: readonly WrittenTime[]): Doubt[] {
  return datesOf(times).filter(({ text, value }) => {
    const said = text !== value && readLooseDate(text);
    if (!said) return false;
    const [a, b] = [dateSpan(said), dateSpan(htmlDate(value))];
    if (!a || !b || isYearless(a) || isYearless(b)) return false;
    const slack = /:/.test(value) ? DAY : 0; // The day may be that of another zone.
    return a.end + slack <= b.start || b.end + slack <= a.start;
  });
}

function contradiction(path: string, { text, value }: Doubt): Issue {
  const message = `${path}.date: the text says otherwise: ${JSON.stringify(text)}; "${value}" of the attribute is shown, with the text`;
  return { code: 'invalid-date', path: `${path}.date`, message, severity: 'warning' };
}
