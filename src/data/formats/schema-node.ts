import { isEntry, type Entry } from '../read-shape.js';
import type { HtmlText } from './html-text.js';

/** What is known about the document in which a node stands. */
export interface SchemaContext {
  /** What a reference, `{ "@id": … }`, means. */
  readonly nodes: ReadonlyMap<string, Entry>;
  /** What a text says that may hold HTML. */
  readonly plain: (text: string) => HtmlText;
}

/** A record that is being made. */
export type Draft = Record<string, unknown>;

/** Where a node says when it was, or was made known, the first first. */
export const DATES = ['startDate', 'datePublished', 'dateCreated', 'temporalCoverage'];

/** Lists within lists beyond this are not looked into. */
const DEPTH = 8;

/** `Event` for `schema:Event` and `https://schema.org/Event`. */
export const localName = (name: string): string => name.replace(/^.*[/#:]/, '');

/** Returns all values of a property in one list. */
export function listOf(value: unknown, depth = DEPTH): unknown[] {
  if (Array.isArray(value)) return depth ? value.flatMap(item => listOf(item, depth - 1)) : [];
  return value == null ? [] : [value];
}

/** Returns the local names of the types of a node. */
export const typesOf = (node: Entry): string[] =>
  listOf(node['@type'] ?? node.type)
    .filter(type => typeof type === 'string')
    .map(localName);

/** Whether a node says when it was made known. */
export const isDated = (node: Entry): boolean => DATES.some(name => node[name] != null);

/** Returns a node with its properties by their local names; of a mere reference, the node that it means. */
export function resolve(node: Entry, { nodes }: SchemaContext): Entry {
  const keys = Object.keys(node);
  const meant = keys.length === 1 ? (nodes.get(String(node['@id'])) ?? node) : node;
  return Object.fromEntries(Object.entries(meant).map(([name, value]) => [localName(name), value]));
}

/** Reads the values of one node, of JSON-LD or microdata alike. */
export class NodeReader {
  readonly node: Entry;
  constructor(
    node: Entry,
    readonly context: SchemaContext,
  ) {
    this.node = resolve(node, context);
  }

  /** The nodes among the values of properties. */
  *each(...names: string[]): Generator<NodeReader, void> {
    for (const value of names.flatMap(name => listOf(this.node[name])))
      if (isEntry(value)) yield new NodeReader(value, this.context);
  }

  /** The texts of properties: names of nodes, values, in whatever languages. */
  texts(...names: string[]): string[] {
    const found = names.flatMap(name => listOf(this.node[name])).map(value => this.#textOf(value));
    return [...new Set(found.filter(Boolean))];
  }

  text(...names: string[]): string {
    return this.texts(...names)[0] ?? '';
  }

  #textOf(value: unknown): string {
    if (!isEntry(value)) return typeof value === 'object' ? '' : String(value).trim();
    const { node } = new NodeReader(value, this.context);
    const byLanguage = Object.keys(node).find(key => /^(?!id$|url$)[a-z]{2,3}(-\w+)*$/.test(key));
    const text = listOf(node['@value'] ?? node.name ?? node[byLanguage ?? ''])[0];
    return isEntry(text) ? String(text['@value'] ?? '') : String(text ?? '').trim();
  }

  /** Addresses: texts, or those of nodes. */
  urls(...names: string[]): string[] {
    return names
      .flatMap(name => listOf(this.node[name]))
      .map(value => (isEntry(value) ? new NodeReader(value, this.context).address : String(value)))
      .filter(Boolean);
  }

  /** Where this node is found; empty where that is not said. */
  get address(): string {
    return this.text('contentUrl', 'url', '@id');
  }
}
