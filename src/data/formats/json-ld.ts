import { deriveId } from '../event-ids.js';
import type { Issue } from '../issue.js';
import { isEntry, type Entry } from '../read-shape.js';
import type { Work } from '../work.js';
import { DistinctRecords } from './distinct-records.js';
import type { FormatResult } from './format.js';
import { filled } from './html-fields.js';
import { htmlToText, type HtmlText } from './html-text.js';
import { isPeriodO, mapPeriodO } from './periodo.js';
import { isEventType, schemaRecord } from './schema-event.js';
import { isDated, listOf, resolve, typesOf, type Draft, type SchemaContext } from './schema-node.js';
import { seriesIssues } from './schema-schedule.js';

const KEYWORDS = ['@context', '@graph', '@type'];

/** Whether a value of JSON is of JSON-LD, or has such values within its first few. */
export function isJsonLd(value: unknown, depth = 2): boolean {
  if (isPeriodO(value)) return true;
  if (isEntry(value) && KEYWORDS.some(key => key in value)) return true;
  if (!depth || typeof value !== 'object' || !value || 'events' in value) return false;
  return Object.values(value)
    .slice(0, 8)
    .some(inner => isJsonLd(inner, depth - 1));
}

/** A value that is still to be looked into, and what is known of it from outside. */
interface Due {
  readonly value: unknown;
  /** The property whose value it is. */
  readonly property: string;
  /** The event that holds it as a property. */
  readonly around: Draft | null;
  /** The name that is nearest around it. */
  readonly named: string;
  /** Whether it is an item of a list. */
  readonly isListed: boolean;
  /** How many values it stands in. */
  readonly depth: number;
}

/** What stands in more values than that is not looked into. */
const DEPTH = 256;

/** Says that something was left out for its depth. */
export const TOO_DEEP: Issue = {
  code: 'invalid-document',
  path: '',
  message: `JSON-LD: more than ${DEPTH} values in each other; what is deeper is left out; list events beside each other, with "superEvent": { "@id": "…" }`,
  severity: 'warning',
};

const PASSES = new Set(['itemListElement', 'item', '@graph', '@list', '@set']);
const NESTED: Readonly<Record<string, string>> = {
  subEvent: 'inner',
  subEvents: 'inner',
  superEvent: 'outer',
};

/** Nodes looked at between two rests. */
const SLICE = 200;

/**
 * Adds a record for every event of a graph, wherever it stands: events, reviews of claims, and the dated
 * works of an `ItemList`. What one event holds as `subEvent` is linked as part of it. Returns the records
 * in the order of the document.
 */
export function* readGraph(
  graph: unknown,
  found: DistinctRecords,
  plain: (text: string) => HtmlText,
  notation = 'json-ld',
): Work<Draft[]> {
  const nodes = yield* nodesById(graph);
  const context: SchemaContext = { nodes, plain };
  const records = new Map<Entry, Draft>();
  const visited = new Set<Entry>();
  const due: Due[] = [{ value: graph, property: '', around: null, named: '', isListed: false, depth: 0 }];
  for (let visits = 0; due.length; visits++) {
    if (visits % SLICE === SLICE - 1) yield visits / (visits + due.length);
    const { value, depth, ...outside } = due.pop()!;
    if (depth > DEPTH) {
      found.isWhole &&= typeof value !== 'object';
      continue;
    }
    if (Array.isArray(value)) {
      for (let i = value.length; i--;) due.push({ value: value[i], ...outside, depth: depth + 1 });
      continue;
    }
    if (!isEntry(value)) continue;
    const { property, around, named, isListed } = outside;
    const node = nodes.get(String(value['@id'])) ?? value;
    const isNew = !visited.has(node);
    const types = typesOf(node);
    if (isNew && (types.some(isEventType) || (isListed && isDated(resolve(node, context)))))
      records.set(
        node,
        found.of(node, () => schemaRecord(node, context, around ? '' : named), notation),
      );
    const record = records.get(node);
    if (record && around && record !== around) relate(record, around, property);
    if (!isNew) continue;
    visited.add(node);
    const inside = {
      around: record ?? null,
      named: textOf(node.name) || named,
      isListed: types.includes('ItemList'),
    };
    for (const key of Object.keys(node).reverse()) {
      const name = key.replace(/^.*[/:]/, '');
      if (name === '@context' || typeof node[key] !== 'object') continue;
      const passes = PASSES.has(name);
      due.push({
        value: node[key],
        property: passes ? property : name,
        around: inside.around ?? (passes ? around : null),
        named: inside.named,
        isListed: passes && (inside.isListed || isListed),
        depth: isReference(value) ? 1 : depth + 1,
      });
    }
  }
  return [...records.values()];
}

/** Whether an object only says which node it means, and not what that is. */
const isReference = (value: Entry): boolean => '@id' in value && Object.keys(value).length === 1;

const textOf = (value: unknown): string => {
  const [name] = listOf(value);
  return typeof name === 'string' ? name : '';
};

/** Every node that has an `@id` and says something; what several places say of one is put together. */
function* nodesById(graph: unknown): Work<ReadonlyMap<string, Entry>> {
  const nodes = new Map<string, Entry>();
  const due = [graph];
  const visited = new Set<unknown>();
  for (let visits = 0; due.length; visits++) {
    if (visits % (10 * SLICE) === 0) yield 0;
    const value = due.pop();
    if (typeof value !== 'object' || !value || visited.has(value)) continue;
    visited.add(value);
    const inner = Object.values(value);
    for (let i = inner.length; i--;) if (typeof inner[i] === 'object') due.push(inner[i]);
    const id = isEntry(value) && value['@id'];
    if (typeof id === 'string' && inner.length > 1) nodes.set(id, { ...nodes.get(id), ...(value as Entry) });
  }
  return nodes;
}

/** What the records that are being made are linked to. */
const LINKED = new WeakMap<Draft, Set<unknown>>();

/** Links the part to the whole. */
export function relate(record: Draft, around: Draft, property: string): void {
  const isOuter = NESTED[property] === 'outer';
  const [part, whole] = isOuter ? [around, record] : [record, around];
  whole.id ??= deriveId([String(whole.date ?? whole.start ?? ''), String(whole.title ?? '')]);
  const links = (part.links ??= []) as { readonly to: unknown; readonly rel: string }[];
  const linked = LINKED.get(part) ?? new Set(links.map(({ to }) => to));
  const rel = NESTED[property] ? 'part-of' : 'related';
  if (!linked.has(whole.id)) links.push({ to: whole.id, rel });
  LINKED.set(part, linked.add(whole.id));
}

/** What a document of JSON-LD says, whatever it is about; an issue where it tells of no event. */
export function* mapJsonLd(value: unknown): Work<FormatResult> {
  if (isPeriodO(value)) return yield* mapPeriodO(value);
  const found = new DistinctRecords();
  yield* readGraph(value, found, htmlToText);
  const events = found.records;
  const depth = found.isWhole ? [] : [TOO_DEEP];
  return {
    document: { ...headOf(value), events },
    base: '',
    issues: [...depth, ...(events.length ? seriesIssues(events) : [noEvents(value)])],
  };
}

/** The name of a document that is not itself an event, and what the node says that we write about it. */
function headOf(value: unknown): Entry {
  if (!isEntry(value)) return {};
  const about = listOf(value['@graph']).find(
    (node): node is Entry => isEntry(node) && typesOf(node).join() === 'CreativeWork' && !isDated(node),
  );
  if (about) {
    const { creditText, dateModified, description, license, version, timeZone, asOf } = about;
    const words = { credit: creditText, updated: dateModified, summary: description, license, version };
    return { ...nameOf(about), ...filled({ ...words, timeZone, asOf }) };
  }
  return typesOf(value).some(isEventType) ? {} : nameOf(value);
}

const nameOf = ({ name, headline, inLanguage }: Entry): Entry =>
  filled({ title: textOf(name) || textOf(headline), lang: textOf(inLanguage) });

function noEvents(value: unknown): Issue {
  const types = [...new Set(listOf(value).flatMap(node => (isEntry(node) ? typesOf(node) : [])))];
  return {
    code: 'invalid-document',
    path: '',
    message: `no event in this JSON-LD${types.length ? `: "${types.join(', ')}"` : ''}; expected an Event, a ClaimReview, or an ItemList of works with "datePublished"`,
    severity: 'error',
  };
}
