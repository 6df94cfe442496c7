import {
  attributeOf,
  elementsIn,
  isElement,
  textOf,
  words,
  type HtmlElement,
  type HtmlNode,
} from './html-tree.js';

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

/**
 * Returns an item as a node of JSON-LD: its types as `@type`, its properties as lists. What it names in
 * `itemref` is looked up in `root`. (HTML Standard, 5.2 Encoding microdata.)
 */
export function readMicrodata(item: HtmlElement, root: HtmlNode, depth = 0): Properties {
  const node: Properties = { '@type': [...words(attributeOf(item, 'itemtype'))] };
  if (attributeOf(item, 'itemid')) node['@id'] = [attributeOf(item, 'itemid')];
  const add = (element: HtmlElement): void => {
    const names = [...propertiesOf(element)];
    if (!names.length) return;
    const value = !isItem(element)
      ? valueOf(element)
      : depth < DEPTH && element !== item && readMicrodata(element, root, depth + 1);
    for (const name of names) if (value) (node[name] ??= []).push(value);
  };
  for (const element of elementsIn(item, isItem)) add(element);
  const referred = words(attributeOf(item, 'itemref'));
  if (referred.size)
    for (const element of elementsIn(root)) {
      if (!referred.has(attributeOf(element, 'id')) || !isElement(element)) continue;
      add(element);
      if (!isItem(element)) for (const inner of elementsIn(element, isItem)) add(inner);
    }
  return node;
}
