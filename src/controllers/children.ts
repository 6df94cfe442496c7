import type { ReactiveController } from 'lit';
import type { FormatResult } from '../data/formats/format.js';
import { FORMATS, MissingReader, required, unread, type FormatRow } from '../data/formats/formats.js';
import { pacer } from './pacer.js';
import type { ControllerHost } from './target-controller.js';

/** What the host's children hold: the text of a data script with its type, or what was read from plain HTML. */
export type ChildData = { readonly text: string; readonly contentType: string } | FormatResult;

export interface ChildrenOptions {
  /** The children hold other data now; null when they hold none any more. */
  changed(child: ChildData | null): void;
}

/** The types of scripts that hold data. Others may: then the format, or the text, says what they are. */
const TYPES = new Set(
  Object.values(FORMATS as Readonly<Record<string, FormatRow>>).flatMap(({ types = '' }) => types.split(' ')),
);

/** The types of scripts that browsers run or follow, or that hold templates. */
const NO_DATA = /^$|(?:java|ecma)script|^(?:module|importmap|speculationrules|text\/html)$|template/;

/** What plain HTML has in it where it tells of events. */
const EVENTFUL = 'time, [itemscope], [data-date], [data-start], .h-event, .h-entry, .vevent';

/** What there is of a list without a single date: its author meant something by it. */
const UNDATED: FormatResult = {
  document: { events: [] },
  issues: [
    {
      code: 'invalid-document',
      path: '',
      message: 'no dates in the list of the children; expected <time datetime="2025-08"> in its items',
      severity: 'warning',
    },
  ],
};

const NOTHING = 'null';

/**
 * Reads the data in the host's children, and follows their changes: a direct child script of a known type,
 * else plain HTML, else a script of a type that nobody knows. Children with a `slot` are the author's own content and no data. Nothing is told where
 * the same was read again, and the children themselves are never changed.
 */
export class ChildrenController implements ReactiveController {
  readonly #host: ControllerHost;
  readonly #options: ChildrenOptions;
  #observer: MutationObserver | null = null;
  #parsed: AbortController | null = null;
  /** Aborts the reading of HTML that has changed since. */
  #reading: AbortController | null = null;
  #settled: Promise<void> = Promise.resolve();
  /** What was told last, as text. */
  #told = NOTHING;

  constructor(host: ControllerHost, options: ChildrenOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** Resolves when all children there are now have been read; never rejects. */
  get settled(): Promise<void> {
    return this.#settled;
  }

  hostConnected(): void {
    this.#observer = new MutationObserver(this.read);
    this.#observer.observe(this.#host, {
      childList: true,
      characterData: true,
      attributes: true,
      subtree: true,
    });
    const { ownerDocument } = this.#host;
    if (ownerDocument.readyState === 'loading') {
      this.#parsed = new AbortController();
      ownerDocument.addEventListener('DOMContentLoaded', () => this.read(), { signal: this.#parsed.signal });
    }
    this.read();
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#observer = null;
    this.#parsed?.abort();
    this.#reading?.abort();
  }

  /** Reads at once what would else be read in the next microtask. Attributes of the host itself are no data. */
  readonly read = (records?: readonly MutationRecord[]): void => {
    if (records?.every(({ type, target }) => type === 'attributes' && target === this.#host)) return;
    // Slots of events stand where something fills them.
    if (records?.some(({ target, attributeName }) => target === this.#host || attributeName === 'slot'))
      this.#host.requestUpdate();
    this.#observer?.takeRecords();
    this.#reading?.abort();
    const scripts = Array.from(this.#host.children).filter(isDataScript);
    const known = scripts.find(script => TYPES.has(typeOf(script)));
    if (known) return this.#readScript(known);
    const nodes = Array.from(this.#host.childNodes).filter(isData);
    const isEventful = nodes.some(
      node => isElement(node) && (node.matches(EVENTFUL) || node.querySelector(EVENTFUL)),
    );
    if (isEventful) this.#settled = this.#readHtml(nodes);
    else if (scripts[0]) this.#readScript(scripts[0]);
    else this.#tell(this.#isParsed && nodes.some(isList) ? UNDATED : null);
  };

  /** Whether the parser is done with the page: before, the dates of a list may be still to come. */
  get #isParsed(): boolean {
    return this.#host.ownerDocument.readyState !== 'loading';
  }

  #readScript(script: Element): void {
    if (isWhole(script)) this.#tell({ text: script.textContent, contentType: typeOf(script) });
  }

  /** The reader is loaded when there is something to read: most pages hold no events in plain HTML. */
  async #readHtml(nodes: readonly Node[]): Promise<void> {
    const { signal } = (this.#reading = new AbortController());
    try {
      const { readHtmlItems } = await required(() => import('../data/formats/html-items.js'));
      const root = { nodeType: Node.DOCUMENT_FRAGMENT_NODE, nodeValue: null, childNodes: nodes };
      const result = await pacer({ signal })(readHtmlItems(root));
      this.#tell((result.document.events as readonly unknown[]).length ? result : null);
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof MissingReader)) throw error;
      this.#tell(unread({ name: 'HTML' }, error));
    }
  }

  #tell(child: ChildData | null): void {
    const told = child && 'text' in child ? `${child.contentType} ${child.text}` : JSON.stringify(child);
    if (told === this.#told) return;
    this.#told = told;
    this.#options.changed(child);
  }
}

/** The media type of a script, without parameters. */
const typeOf = (script: Element): string =>
  script.getAttribute('type')?.split(';')[0]!.trim().toLowerCase() ?? '';

const isDataScript = (child: Element): boolean =>
  child.localName === 'script' && isData(child) && !NO_DATA.test(typeOf(child));

const isList = (node: Node): boolean =>
  isElement(node) && (node.matches('ol, ul') || node.querySelector('ol > li, ul > li') !== null);

// Not by its class: the node may come from another document.
const isElement = (node: Node): node is Element => node.nodeType === Node.ELEMENT_NODE;

const isData = (node: Node): boolean => !(isElement(node) && node.getAttribute('slot'));

/** Whether the parser is done with an element: it is when anything comes after it, or the document has ended. */
function isWhole(element: Element): boolean {
  if (element.ownerDocument.readyState !== 'loading') return true;
  for (let node: Node | null = element; node; node = node.parentNode) if (node.nextSibling) return true;
  return false;
}
