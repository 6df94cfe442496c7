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
import { endsWithTime, LINE, NO_TIME, PARAGRAPH, paragraphsOf, timeText } from './html-paragraphs.js';
import type { Draft } from './schema-node.js';

/** A `<time>`: what its attribute, or its text where it has none, says, and its words. */
export interface WrittenTime {
  readonly value: string;
  readonly text: string;
  /** Whether a word at most stands between it and the one before. */
  readonly follows: boolean;
}

/** What an item of a page says. */
export interface Content {
  readonly title: string;
  /** Where the title leads. */
  readonly url: string;
  readonly paragraphs: readonly string[];
  readonly sources: readonly Draft[];
  readonly media: readonly Draft[];
  readonly times: readonly WrittenTime[];
}

const BLOCKS = words(
  `address article aside blockquote body caption dd details dialog div dl dt fieldset figcaption figure footer form
   h1 h2 h3 h4 h5 h6 header hgroup hr main nav ol p pre section summary table tbody td tfoot th thead tr ul`,
);
const HEADING = /^h[1-6]$/;
export const isHeading = (element: HtmlElement): boolean => HEADING.test(element.localName);

const SPECIAL = words('time a iframe blockquote figure img video audio');

/** How deep elements may stand in each other; what is deeper is text alone. */
const DEPTH = 200;

/**
 * Returns what nodes say, but for the elements that are left out. The title is the first heading, else
 * the bold words at the beginning, else the first line; every other block is a paragraph.
 */
export function contentOf(nodes: ArrayLike<HtmlNode>, isLeftOut: (element: HtmlElement) => boolean): Content {
  const collector = new Collector(isLeftOut);
  collector.collectAll(nodes, 0);
  return collector.finish();
}

/** Returns an address that leads to another page or a mailbox, relative ones too; empty for any other. */
export function usefulAddress(written: string): string {
  const url = written.replace(/[\0-\x20]/g, '');
  if (url.startsWith('#')) return '';
  return /^(https?|mailto):/i.test(url) || !/^[a-z][a-z\d+.-]*:/i.test(url) ? url : '';
}

class Collector {
  #text = '';
  #title = '';
  #url = '';
  #hasHeading = false;
  /** Whether nothing is a title. */
  #isPlain = false;
  readonly #sources: Draft[] = [];
  readonly #media: Draft[] = [];
  readonly #times: WrittenTime[] = [];
  readonly #isLeftOut: (element: HtmlElement) => boolean;

  constructor(isLeftOut: (element: HtmlElement) => boolean) {
    this.#isLeftOut = isLeftOut;
  }

  finish(): Content {
    const paragraphs = paragraphsOf(this.#text, !this.#title);
    let [title, url] = [this.#title, this.#url];
    if (!title) {
      const [first = '', ...rest] = paragraphs.shift()?.split('\n') ?? [];
      title = first;
      if (rest.length) paragraphs.unshift(rest.join('\n'));
      // A line that is a link altogether leads somewhere, and is not said by it.
      const whole = this.#sources.findIndex(source => source.title === title && source.url);
      if (title && whole >= 0) url = String(this.#sources.splice(whole, 1)[0]!.url);
    }
    return { title, url, paragraphs, sources: this.#sources, media: this.#media, times: this.#times };
  }

  collectAll(nodes: ArrayLike<HtmlNode>, depth: number): void {
    for (const node of Array.from(nodes)) this.collect(node, depth);
  }

  collect(node: HtmlNode, depth: number): void {
    if (node.nodeType === 3) this.#text += (node.nodeValue ?? '').replace(/[\0-\x20\x7f]+/g, ' ');
    if (!isElement(node) || SILENT.has(node.localName) || node.getAttribute('hidden') !== null) return;
    if (this.#isLeftOut(node)) return;
    const { localName: name } = node;
    if (depth > DEPTH) this.#text += textOf(node);
    else if (this.#isTitle(node)) this.#collectTitle(node, depth);
    else if (SPECIAL.has(name)) this.#collectSpecial(node, depth);
    else this.#collectInside(node, depth);
  }

  #collectInside(element: HtmlElement, depth: number): void {
    const { localName: name, childNodes } = element;
    const edge = BLOCKS.has(name) ? PARAGRAPH : name === 'br' || name === 'li' ? LINE : '';
    this.#text += edge;
    this.collectAll(childNodes, depth + 1);
    this.#text += edge;
  }

  #isTitle(element: HtmlElement): boolean {
    if (this.#isPlain || this.#hasHeading) return false;
    if (isHeading(element)) return true;
    return /^(b|strong)$/.test(element.localName) && !this.#title && !paragraphsOf(this.#text, true).length;
  }

  /** A heading takes the place of bold words before it. */
  #collectTitle(element: HtmlElement, depth: number): void {
    const before = this.#text;
    const links = this.#sources.length;
    this.#text = '';
    this.collectAll(element.childNodes, depth + 1);
    const title = paragraphsOf(this.#text, true).join(' ');
    this.#text = before + PARAGRAPH;
    if (!title) return;
    this.#text += `${this.#title}${PARAGRAPH}${NO_TIME}`;
    this.#title = title;
    this.#url = String(this.#sources.splice(links)[0]?.url ?? '');
    this.#hasHeading = isHeading(element);
  }

  #collectSpecial(element: HtmlElement, depth: number): void {
    const { localName: name } = element;
    if (name === 'time') {
      const text = textOf(element);
      const follows = endsWithTime(this.#text);
      this.#times.push({ value: attributeOf(element, 'datetime') || text, text, follows });
      this.#text += timeText(text);
    } else if (name === 'a') {
      this.#addSource({ title: textOf(element), url: attributeOf(element, 'href') });
      this.#collectInside(element, depth);
    } else if (name === 'iframe') {
      const url = attributeOf(element, 'src');
      this.#addSource({ title: attributeOf(element, 'title') || url, url });
    } else if (name === 'blockquote') this.#collectQuote(element);
    else if (name === 'figure') this.#collectFigure(element, depth);
    else this.#addMedium(element);
  }

  #addSource(source: Draft): void {
    const url = usefulAddress(String(source.url));
    if (url && source.title) this.#sources.push({ ...source, url });
  }

  #addMedium(element: HtmlElement, caption = ''): void {
    const { localName: name } = element;
    const inner = Array.from(element.childNodes).find(node => isElement(node) && node.localName === 'source');
    const src = attributeOf(element, 'src') || (inner ? attributeOf(inner as HtmlElement, 'src') : '');
    if (!src) return;
    const medium: Draft = { type: name === 'img' ? 'image' : name, src };
    for (const key of ['alt', 'poster'])
      if (attributeOf(element, key)) medium[key] = attributeOf(element, key);
    for (const key of ['width', 'height']) {
      const pixels = Number(attributeOf(element, key));
      if (pixels > 0) medium[key] = pixels;
    }
    if (caption) medium.caption = caption;
    this.#media.push(medium);
  }

  /** What was said by a source: `<cite>` names it. */
  #collectQuote(element: HtmlElement, caption?: HtmlElement): void {
    const all = [element, ...(caption ? [caption] : [])].flatMap(part => [...elementsIn(part)]);
    const cite = all.find(({ localName }) => localName === 'cite') ?? caption;
    const link = all.find(({ localName }) => localName === 'a');
    const inner = new Collector(({ localName }) => /^(cite|footer)$/.test(localName));
    inner.#isPlain = true;
    inner.collectAll(element.childNodes, 0);
    const source: Draft = { quote: paragraphsOf(inner.#text, false).join('\n\n') };
    if (cite) source.title = textOf(cite);
    const url = usefulAddress(attributeOf(element, 'cite') || (link ? attributeOf(link, 'href') : ''));
    if (url) source.url = url;
    this.#sources.push(source);
  }

  #collectFigure(figure: HtmlElement, depth: number): void {
    const all = [...elementsIn(figure)];
    const caption = all.find(({ localName }) => localName === 'figcaption');
    const quote = all.find(({ localName }) => localName === 'blockquote');
    const media = all.filter(({ localName }) => /^(img|video|audio)$/.test(localName));
    if (quote) this.#collectQuote(quote, caption);
    else if (media.length)
      for (const medium of media) this.#addMedium(medium, caption ? textOf(caption) : '');
    else this.#collectInside(figure, depth);
  }
}
