import type { ReactiveController } from 'lit';
import type { FormatResult } from '../data/formats/format.js';
import { MissingReader, required, unread } from '../data/formats/formats.js';
import { pacer } from './pacer.js';
import type { ControllerHost } from './target-controller.js';

/** What the host's children hold: the text of a data script with its type, or what was read from plain HTML. */
export type ChildData = { readonly text: string; readonly contentType: string } | FormatResult;

export interface ChildrenOptions {
  /** The children hold other data now; null when they hold none any more. */
  changed(child: ChildData | null): void;
}

/** The types of scripts that hold data. */
const TYPES = [
  'application/json',
  'application/ld+json',
  'text/csv',
  'text/tab-separated-values',
  'text/calendar',
];

/** What plain HTML has in it where it tells of events. */
const EVENTFUL = 'time, [itemscope], [data-date], [data-start], .h-event, .h-entry, .vevent';

const NOTHING = 'null';

/**
 * Reads the data in the host's children, and follows their changes: a direct child script of a known type,
 * else plain HTML. Children with a `slot` are the author's own content and no data. Nothing is told where
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
    this.#observer?.takeRecords();
    this.#reading?.abort();
    const script = this.#findScript();
    if (script) {
      if (isWhole(script)) this.#tell({ text: script.textContent, contentType: typeOf(script) });
      return;
    }
    const nodes = Array.from(this.#host.childNodes).filter(isData);
    const isEventful = nodes.some(
      node => isElement(node) && (node.matches(EVENTFUL) || node.querySelector(EVENTFUL)),
    );
    if (isEventful) this.#settled = this.#readHtml(nodes);
    else this.#tell(null);
  };

  #findScript(): Element | undefined {
    return Array.from(this.#host.children).find(
      child => child.localName === 'script' && TYPES.includes(typeOf(child)) && isData(child),
    );
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

// Not by its class: the node may come from another document.
const isElement = (node: Node): node is Element => node.nodeType === Node.ELEMENT_NODE;

const isData = (node: Node): boolean => !(isElement(node) && node.getAttribute('slot'));

/** Whether the parser is done with an element: it is when anything comes after it, or the document has ended. */
function isWhole(element: Element): boolean {
  if (element.ownerDocument.readyState !== 'loading') return true;
  for (let node: Node | null = element; node; node = node.parentNode) if (node.nextSibling) return true;
  return false;
}
