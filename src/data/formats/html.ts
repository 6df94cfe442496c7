import type { Issue } from '../issue.js';
import { part, type Work } from '../work.js';
import { DistinctRecords } from './distinct-records.js';
import type { FormatResult, ReadFormat } from './format.js';
import { isDerived } from './html-attributes.js';
import { readHtmlItems } from './html-items.js';
import { htmlToText } from './html-text.js';
import { attributeOf, elementsIn, textOf, type HtmlElement } from './html-tree.js';
import { parseJson } from './json-text.js';
import { readGraph, TOO_DEEP } from './json-ld.js';
import { mendJson } from './mend-json.js';

/** Characters that are parsed between two rests. */
const SLICE = 16_384;

/** A node as the default tree of parse5 has it. */
interface ParsedNode {
  readonly nodeName: string;
  readonly tagName?: string;
  readonly attrs?: readonly { readonly name: string; readonly value: string }[];
  readonly value?: string;
  readonly childNodes?: ParsedNode[];
}

type Parse5 = typeof import('parse5');

/** Returns what reads pages. Rejects where the package parse5 is not installed. */
export async function openHtml(): Promise<ReadFormat> {
  // Bundlers let a package be absent only where its import may fail.
  try {
    const parse5 = await import('parse5');
    return ({ text }) => parsePage(text, parse5);
  } catch (cause) {
    throw new Error('parse5 is not installed', { cause });
  }
}

function* parsePage(text: string, { Parser }: Parse5): Work<FormatResult> {
  const parser = new Parser();
  for (let at = 0; at < text.length; at += SLICE) {
    parser.tokenizer.write(text.slice(at, at + SLICE), false);
    yield (0.2 * at) / text.length;
  }
  parser.tokenizer.write('', true);
  return yield* part(readPage(parser.document as ParsedNode), 0.2, 1);
}

/** Reads the events of a page: of its JSON-LD scripts, and of its elements as `readHtmlItems` does. */
function* readPage(page: ParsedNode): Work<FormatResult> {
  const root = yield* asElements(page);
  const found = new DistinctRecords();
  const issues: Issue[] = [];
  for (const script of scriptsIn(root)) {
    const graph = yield* parseScript(textIn(script), issues);
    yield* readGraph(graph, found, htmlToText);
  }
  const { document, issues: others } = yield* readHtmlItems(root, found);
  issues.push(...others);
  yield 1;
  if (!found.isWhole) issues.push(TOO_DEEP);
  if (!found.records.length) issues.push(NO_EVENTS);
  return { document: { ...document, ...headOf(root) }, base: baseOf(root), issues };
}

const NO_EVENTS: Issue = {
  code: 'invalid-document',
  path: '',
  message:
    'no event in this page; expected list items with <time datetime="…">, or events as microdata, h-event or JSON-LD',
  severity: 'error',
};

/**
 * Returns the value of a JSON-LD script, undefined where it can't be read. What scripts commonly have around and within
 * their JSON is but a warning.
 */
function* parseScript(text: string, issues: Issue[]): Work<unknown> {
  const parsed = yield* parseJson(text);
  if (parsed.ok) return parsed.value;
  const mended = yield* parseJson(mendJson(text));
  const message = `JSON-LD script, ${parsed.issue.message}`;
  issues.push(
    mended.ok
      ? { ...parsed.issue, message: `${message}; read all the same`, severity: 'warning' }
      : { ...parsed.issue, message },
  );
  return mended.ok ? mended.value : undefined;
}

function* scriptsIn(root: HtmlElement): Generator<HtmlElement> {
  for (const element of elementsIn(root))
    if (
      element.localName === 'script' &&
      /^application\/ld\+json\b/i.test(attributeOf(element, 'type')) &&
      !isDerived(element)
    )
      yield element;
}

const textIn = (element: HtmlElement): string =>
  Array.from(element.childNodes, ({ nodeValue }) => nodeValue ?? '').join('');

/** What the addresses of a page are relative to, as it says itself. */
function baseOf(root: HtmlElement): string {
  for (const element of elementsIn(root))
    if (element.localName === 'base' && attributeOf(element, 'href')) return attributeOf(element, 'href');
  return '';
}

/** Title and language of a page. */
function headOf(root: HtmlElement): { title?: string; lang?: string } {
  let [title, lang] = ['', ''];
  for (const element of elementsIn(root, ({ localName }) => localName === 'body')) {
    if (element.localName === 'html') lang = attributeOf(element, 'lang');
    if (element.localName === 'title') title ||= textOf(element);
  }
  return { ...(title && { title }), ...(lang && { lang }) };
}

/** Nodes between two rests. */
const NODES_AT_ONCE = 2000;

/** Gives the nodes of a tree of parse5 what nodes of the DOM have. */
function* asElements(page: ParsedNode): Work<HtmlElement> {
  const due = [page];
  for (let visits = 1; due.length; visits++) {
    if (visits % NODES_AT_ONCE === 0) yield visits / (visits + due.length);
    const node = due.pop()!;
    const { nodeName, tagName, value, attrs = [], childNodes = [] } = node;
    Object.assign(node, {
      nodeType: tagName ? 1 : nodeName === '#text' ? 3 : 8,
      nodeValue: value ?? null,
      localName: tagName,
      attributes: attrs,
      childNodes,
      getAttribute: (name: string) => attrs.find(attribute => attribute.name === name)?.value ?? null,
    });
    for (const child of childNodes) due.push(child);
  }
  return page as unknown as HtmlElement;
}
