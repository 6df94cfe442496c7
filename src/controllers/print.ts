import type { ReactiveController } from 'lit';
import type { ControllerHost } from './target-controller.js';

export interface PrintOptions {
  /** What is scrolled within the host. */
  scroller(): Element | null;
  /** The host is to look as it does on paper, or as it did before, by the time this returns. */
  changed(): void;
}

/**
 * Tells when the page is being printed, in time for paper to show it. Afterwards focus and scroll are as they were, whatever
 * was not displayed meanwhile.
 */
export class PrintController implements ReactiveController {
  readonly #host: ControllerHost;
  readonly #options: PrintOptions;
  #restore: (() => void) | null = null;

  constructor(host: ControllerHost, options: PrintOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  get printing(): boolean {
    return this.#restore !== null;
  }

  hostConnected(): void {
    window.addEventListener('beforeprint', this.#before);
    window.addEventListener('afterprint', this.#after);
  }

  hostDisconnected(): void {
    window.removeEventListener('beforeprint', this.#before);
    window.removeEventListener('afterprint', this.#after);
    this.#after();
  }

  readonly #before = (): void => {
    if (this.#restore) return;
    const focused = focusedIn(this.#host);
    const scroller = this.#options.scroller();
    const top = scroller?.scrollTop ?? 0;
    this.#restore = () => {
      if (scroller && scroller.scrollTop !== top) scroller.scrollTop = top;
      // Who has taken the focus meanwhile keeps it.
      const { activeElement, body } = this.#host.ownerDocument;
      if (focused && (!activeElement || activeElement === body)) focused.focus({ preventScroll: true });
    };
    this.#options.changed();
  };

  readonly #after = (): void => {
    const restore = this.#restore;
    if (!restore) return;
    this.#restore = null;
    this.#options.changed();
    restore();
  };
}

/** What has the focus within a host, in its shadow tree or among its children. */
function focusedIn(host: HTMLElement): HTMLElement | null {
  const { activeElement } = host.ownerDocument;
  const inner = host.shadowRoot?.activeElement;
  if (inner) return inner as HTMLElement;
  return host.contains(activeElement) ? (activeElement as HTMLElement) : null;
}
