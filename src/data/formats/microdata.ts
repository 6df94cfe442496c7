import { attributeOf, elementsIn, textOf, words, type HtmlElement, type HtmlNode } from './html-tree.js';
import { isEventType } from './schema-event.js';
import { typesOf } from './schema-node.js';

/** A node of a graph that is being read. */
export type Properties = Record<string, unknown[]>;

/** Where an element keeps its value, if not in its text. (HTML Standard, 5.2.4 Values.) */
const VALUE: Readonly<Record<string, string>> = {
  a: 'href',
  area: 'href',
  link: 'href',
  audio: 'src',
  embed: 'src',
  iframe: 'src',
  img: 'src',
  source: 'src',
  video: 'src',
  object: 'data',
  data: 'value',
  meter: 'value',
  time: 'datetime',
};

/** Returns the value of an element; `content`, which only `meta` should have, counts everywhere. */
export const valueOf = (element: HtmlElement): string =>
  element.getAttribute('content') ?? element.getAttribute(VALUE[element.localName] ?? '') ?? textOf(element);

export const isItem = (element: HtmlElement): boolean => element.getAttribute('itemscope') !== null;

/** The names of the properties that an element is of its item. */
export const propertiesOf = (element: HtmlElement): Iterable<string> =>
  words(attributeOf(element, 'itemprop'));

/** Items within items within items beyond this are not read. */
const DEPTH = 32;

/** Reads the items of microdata in a tree, each once however many others it belongs to. (HTML Standard, 5.2.) */
export class MicrodataReader {
  readonly #root: HtmlNode;
  readonly #nodes = new Map<HtmlElement, Properties>();
  /** The items that are being read: one of them within another is a circle of `itemref`, and left out. */
  readonly #within = new Set<HtmlElement>();
  #byId: ReadonlyMap<string, HtmlElement> | undefined;

  constructor(root: HtmlNode) {
    this.#root = root;
  }

  /** Returns an item as a node of JSON-LD: its types as `@type`, its properties as lists. An event's `id` is its own. */
  read(item: HtmlElement): Properties {
    const known = this.#nodes.get(item);
    if (known) return known;
    const types = [...words(attributeOf(item, 'itemtype'))];
    const node: Properties = { '@type': types };
    const id = attributeOf(item, 'itemid') || (typesOf(node).some(isEventType) && attributeOf(item, 'id'));
    if (id) node['@id'] = [id];
    this.#within.add(item);
    for (const element of this.#propertiesIn(item)) {
      const value = isItem(element) ? this.#readInner(element) : valueOf(element);
      for (const name of propertiesOf(element)) if (value) (node[name] ??= []).push(value);
    }
    this.#within.delete(item);
    this.#nodes.set(item, node);
    return node;
  }

  #readInner(item: HtmlElement): Properties | null {
    return this.#within.has(item) || this.#within.size > DEPTH ? null : this.read(item);
  }

  /** The elements that may be properties of an item, each once: those in it, and those that its `itemref` names with all in them. */
  #propertiesIn(item: HtmlElement): ReadonlySet<HtmlElement> {
    const found = new Set(elementsIn(item, isItem));
    for (const id of words(attributeOf(item, 'itemref'))) {
      const element = this.#elementById(id);
      if (!element) continue;
      found.add(element);
      if (!isItem(element)) for (const inner of elementsIn(element, isItem)) found.add(inner);
    }
    return found;
  }

  #elementById(id: string): HtmlElement | undefined {
    this.#byId ??= new Map(
      [...elementsIn(this.#root)].reverse().map(element => [attributeOf(element, 'id'), element]),
    );
    return this.#byId.get(id);
  }
}
