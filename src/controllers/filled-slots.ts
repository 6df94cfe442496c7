import type { ReactiveController } from 'lit';
import type { ControllerHost } from './target-controller.js';

/**
 * Knows which slots the host's children are for. Those of events stand only where there is something to fill them: for a slot that
 * comes or goes engines set the whole shadow tree anew, and WebKit 2.50 has it empty meanwhile where a container is asked for
 * its size, so that a page which had been scrolled would be back at its top.
 */
export class FilledSlots implements ReactiveController {
  readonly #host: ControllerHost;
  #observer: MutationObserver | null = null;
  #names: ReadonlySet<string> = new Set();

  constructor(host: ControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  has(name: string): boolean {
    return this.#names.has(name);
  }

  hostConnected(): void {
    this.#observer = new MutationObserver(() => this.#read());
    this.#observer.observe(this.#host, { childList: true, subtree: true, attributeFilter: ['slot'] });
    this.#read();
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
  }

  #read(): void {
    const names = new Set(Array.from(this.#host.children, ({ slot }) => slot));
    const isSame = names.size === this.#names.size && [...names].every(name => this.has(name));
    if (isSame) return;
    this.#names = names;
    this.#host.requestUpdate();
  }
}
