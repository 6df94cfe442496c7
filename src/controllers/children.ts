import type { ReactiveController } from 'lit';
import type { ControllerHost } from './target-controller.js';

export interface ChildrenOptions {
  /** The text of the host's data script is another one now; null when there is none any more. */
  changed(text: string | null): void;
}

/** Reads the data in a direct child `<script type="application/json">`, and follows its changes. */
export class ChildrenController implements ReactiveController {
  readonly #host: ControllerHost;
  readonly #options: ChildrenOptions;
  #observer: MutationObserver | null = null;
  #parsed: AbortController | null = null;
  #text: string | null = null;

  constructor(host: ControllerHost, options: ChildrenOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostConnected(): void {
    this.#observer = new MutationObserver(this.read);
    this.#observer.observe(this.#host, { childList: true, characterData: true, subtree: true });
    const { ownerDocument } = this.#host;
    if (ownerDocument.readyState === 'loading') {
      this.#parsed = new AbortController();
      ownerDocument.addEventListener('DOMContentLoaded', this.read, { signal: this.#parsed.signal });
    }
    this.read();
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#observer = null;
    this.#parsed?.abort();
  }

  /** Reads at once what would else be read in the next microtask. */
  readonly read = (): void => {
    this.#observer?.takeRecords();
    const script = this.#host.querySelector(':scope > script[type="application/json" i]');
    if (script && !isWhole(script)) return;
    const text = script && script.textContent;
    if (text !== this.#text) this.#options.changed((this.#text = text));
  };
}

/** Whether the parser is done with an element: it is when anything comes after it, or the document has ended. */
function isWhole(element: Element): boolean {
  if (element.ownerDocument.readyState !== 'loading') return true;
  for (let node: Node | null = element; node; node = node.parentNode) if (node.nextSibling) return true;
  return false;
}
