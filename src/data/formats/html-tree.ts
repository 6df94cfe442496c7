/**
 * What is asked of a node of a document. Nodes of the DOM satisfy it as they are, and so do those of any
 * parser with a thin cover: nothing here needs a browser.
 */
export interface HtmlNode {
  /** 1: element, 3: text. */
  readonly nodeType: number;
  readonly nodeValue: string | null;
  readonly childNodes: ArrayLike<HtmlNode>;
}

export interface HtmlElement extends HtmlNode {
  readonly localName: string;
  readonly attributes: ArrayLike<{ readonly name: string; readonly value: string }>;
  getAttribute(name: string): string | null;
}

export const isElement = (node: HtmlNode): node is HtmlElement => node.nodeType === 1;

/** Returns a set of the words of a text. */
export const words = (text: string): ReadonlySet<string> => new Set(text.match(/\S+/g));

/** What is no text of a page. */
export const SILENT = words(
  'script style template noscript head select datalist button svg math canvas object',
);

/** Returns the elements under a node in the order of the document; nothing under those that `skips` names. */
export function* elementsIn(
  root: HtmlNode,
  skips: (element: HtmlElement) => boolean = () => false,
): Generator<HtmlElement, void> {
  const due = Array.from(root.childNodes).reverse();
  for (let node = due.pop(); node; node = due.pop()) {
    if (!isElement(node)) continue;
    yield node;
    if (skips(node)) continue;
    for (let i = node.childNodes.length; i--;) due.push(node.childNodes[i]!);
  }
}

/** Returns an attribute without the white space around it, empty where there is none. */
export const attributeOf = (element: HtmlElement, name: string): string =>
  element.getAttribute(name)?.trim() ?? '';

/** Returns the words of a node in one line. */
export function textOf(root: HtmlNode): string {
  const due = [root];
  let text = '';
  for (let node = due.pop(); node; node = due.pop()) {
    if (node.nodeType === 3) text += node.nodeValue;
    else if (!isElement(node)) continue;
    else if (node.localName === 'br') text += ' ';
    else if (!SILENT.has(node.localName))
      for (let i = node.childNodes.length; i--;) due.push(node.childNodes[i]!);
  }
  return text.replace(/[ \t\n\f\r]+/g, ' ').trim();
}
