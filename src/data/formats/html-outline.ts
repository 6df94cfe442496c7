import type { Work } from '../work.js';
import { isDerived } from './html-attributes.js';
import { contentOf, isHeading } from './html-content.js';
import {
  attributeOf,
  elementsIn,
  isElement,
  SILENT,
  textOf,
  words,
  type HtmlElement,
  type HtmlNode,
} from './html-tree.js';
import { isItem, MicrodataReader, type Properties } from './microdata.js';
import { readMicroformat } from './microformats.js';
import { isEventType } from './schema-event.js';
import { isDated, typesOf } from './schema-node.js';

/** Elements of a page that are one event. */
export interface HtmlItem {
  /** One, or terms with their descriptions. */
  readonly nodes: readonly [HtmlElement, ...HtmlElement[]];
  /** The text of the heading above it, empty where there is none. */
  readonly heading: string;
  /** The item in which it stands. */
  readonly around: HtmlItem | null;
  /** What microdata or microformats say. */
  readonly node?: Properties;
}

/** What an element stands in. Headings change it for all that follows in there. */
interface Scope {
  heading: string;
  readonly around: HtmlItem | null;
  /** Whether the list, if it is one, has items with a date. */
  readonly isTimed?: boolean;
  /** Whether it is an `ItemList` of microdata. */
  readonly isListed?: boolean;
}

const SECTIONS = words('section article aside main nav ol ul menu table li dl');
const ITEMS = words('li tr article dl');

/** Elements looked at between two rests. */
const SLICE = 300;

/** Finds the items of a tree, in its order. */
export function* findItems(root: HtmlNode): Work<HtmlItem[]> {
  const items: HtmlItem[] = [];
  const due: { readonly node: HtmlNode; readonly scope: Scope }[] = [];
  const push = (nodes: ArrayLike<HtmlNode>, scope: Scope): void => {
    for (let i = nodes.length; i--;) due.push({ node: nodes[i]!, scope });
  };
  const add = (item: HtmlItem): void => void items.push(item);
  const holders = yield* holdersOf(root);
  const microdata = new MicrodataReader(root);
  push(root.childNodes, { heading: '', around: null });
  for (let visits = 1; due.length; visits++) {
    if (visits % SLICE === 0) yield visits / (visits + due.length);
    const { node: element, scope } = due.pop()!;
    if (!isElement(element) || SILENT.has(element.localName) || isDerived(element)) continue;
    if (isHeading(element)) {
      if (!scope.around) scope.heading = textOf(element);
      continue;
    }
    const { localName: name, childNodes } = element;
    const { heading, around } = scope;
    const node = nodeOf(element, microdata, scope);
    if (node) add({ nodes: [element], heading, around, node });
    else if (name === 'dl') {
      const groups = groupsOf(element);
      const isTimed = groups.some(group => group.some(hasTime));
      for (const nodes of groups) {
        const item = isTimed ? { nodes, heading, around } : around;
        if (item && isTimed) add(item);
        for (const part of nodes) push(part.childNodes, { heading, around: item });
      }
    } else if (isOne(element, scope, holders)) {
      const item = { nodes: [element] as const, heading, around };
      add(item);
      push(childNodes, { heading, around: item });
    } else if (name === 'li' && holders.has(element)) {
      const own = contentOf(childNodes, ({ localName }) => /^([ou]l|menu|table|dl)$/.test(localName));
      push(childNodes, { heading: own.title || heading, around });
    } else push(childNodes, SECTIONS.has(name) || isItem(element) ? within(element, scope) : scope);
  }
  return items;
}

function within(element: HtmlElement, scope: Scope): Scope {
  const isTimed =
    /^([ou]l|menu)$/.test(element.localName) &&
    Array.from(element.childNodes).some(child => isElement(child) && hasTime(child));
  return { ...scope, isTimed, isListed: scope.isListed || typesIn(element).includes('ItemList') };
}

/** Whether an element is an event by its date, or stands in a list with those that are. */
function isOne(element: HtmlElement, { isTimed }: Scope, holders: ReadonlySet<HtmlElement>): boolean {
  const { localName: name } = element;
  if (!ITEMS.has(name)) return false;
  const isHeld = (inner: HtmlElement): boolean => ITEMS.has(inner.localName) && holders.has(inner);
  // An article with a list of dates in it is not one event; its own date is when it was written.
  if (name === 'article') return hasTime(element) && !hasPart(element, isHeld);
  return (
    hasTime(element) || (name === 'li' && Boolean(isTimed) && !holders.has(element) && textOf(element) !== '')
  );
}

/** Whether an element has a date of its own, not of an item in it. */
const hasTime = (element: HtmlElement): boolean => isTime(element) || hasPart(element, isTime);

/** Whether any of the elements in another that stand in no item in it, or of those items, is such. */
function hasPart(element: HtmlElement, is: (part: HtmlElement) => boolean): boolean {
  for (const part of elementsIn(element, ({ localName }) => ITEMS.has(localName))) if (is(part)) return true;
  return false;
}

/** The elements that have a date anywhere in them. */
function* holdersOf(root: HtmlNode): Work<ReadonlySet<HtmlElement>> {
  interface Path {
    readonly element: HtmlElement;
    readonly outer: Path | null;
  }
  const holders = new Set<HtmlElement>();
  const due: { readonly node: HtmlNode; readonly outer: Path | null }[] = [{ node: root, outer: null }];
  for (let visits = 1; due.length; visits++) {
    if (visits % (5 * SLICE) === 0) yield 0;
    const { node, outer } = due.pop()!;
    if (isElement(node) && isTime(node))
      for (let path = outer; path && !holders.has(path.element); path = path.outer) holders.add(path.element);
    const path = isElement(node) ? { element: node, outer } : outer;
    for (const child of Array.from(node.childNodes)) due.push({ node: child, outer: path });
  }
  return holders;
}

const isTime = (element: HtmlElement): boolean =>
  element.localName === 'time' ||
  element.getAttribute('data-date') !== null ||
  element.getAttribute('data-start') !== null;

/** What microdata and microformats say an element is, where they say that it is an event. */
function nodeOf(element: HtmlElement, microdata: MicrodataReader, { isListed }: Scope): Properties | null {
  const types = typesIn(element);
  if (types.some(isEventType)) return microdata.read(element);
  if (isListed && types.length) {
    const node = microdata.read(element);
    if (isDated(node)) return node;
  }
  return readMicroformat(element);
}

const typesIn = (element: HtmlElement): string[] =>
  isItem(element) ? typesOf({ '@type': [...words(attributeOf(element, 'itemtype'))] }) : [];

/** The terms of a list, each run of them with the descriptions behind it. */
function groupsOf(list: HtmlElement): [HtmlElement, ...HtmlElement[]][] {
  const groups: [HtmlElement, ...HtmlElement[]][] = [];
  let isOpen = false;
  for (const element of elementsIn(list, ({ localName }) => localName !== 'div')) {
    if (element.localName === 'div') continue;
    if (element.localName === 'dt' && !isOpen) groups.push([element]);
    else groups.at(-1)?.push(element);
    isOpen = element.localName === 'dt';
  }
  return groups;
}
