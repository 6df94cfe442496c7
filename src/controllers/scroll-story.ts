import type { ReactiveController } from 'lit';
import type { ScrollSteps } from './scroll-steps.js';
import type { ControllerHost } from './target-controller.js';

export interface ScrollStoryOptions {
  /** Selector of the sections of the page, or of what holds them; `null` for none. */
  selector(): string | null;
  isKnown(id: string): boolean;
  /** The reader has come to the section of an event, or back before the first. */
  reached(id: string | null): void;
  /** Whether nothing in the page is named so, or no section names an event. */
  failed(isWrong: boolean): void;
}

/** Lets the page's own sections tell the story: the event of the section that is read is the selected one. Loaded where it is asked for. */
export class ScrollStory implements ReactiveController {
  readonly #host: ControllerHost;
  readonly #options: ScrollStoryOptions;
  #selector: string | null = null;
  #steps: ScrollSteps | null = null;
  #ids: readonly string[] | null = null;
  /** Where the reader has come to while nothing was known of it; `undefined` for nowhere. */
  #wanted: string | null | undefined;

  constructor(host: ControllerHost, options: ScrollStoryOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostUpdated(): void {
    const selector = this.#host.isConnected ? this.#options.selector() : null;
    if (selector !== this.#selector) {
      this.#end();
      this.#selector = selector;
      if (selector !== null) void this.#begin(selector);
    }
    if (this.#steps) queueMicrotask(() => this.#take());
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#end();
  }

  /** Says whether any section names an event of the data, and goes where the reader is as soon as that is one. */
  #take(): void {
    const { isKnown, failed, reached } = this.#options;
    if (this.#ids) failed(!this.#ids.some(isKnown));
    const id = this.#wanted;
    if (id === undefined || (id !== null && !isKnown(id))) return;
    this.#wanted = undefined;
    reached(id);
  }

  async #begin(selector: string): Promise<void> {
    const { ScrollSteps } = await import('./scroll-steps.js');
    if (selector !== this.#selector) return;
    const root = this.#host.getRootNode();
    if (!(root instanceof Document || root instanceof ShadowRoot)) return;
    this.#steps = new ScrollSteps({
      root,
      selector,
      reached: id => {
        this.#wanted = id;
        this.#take();
      },
      found: ids => {
        this.#ids = ids;
        this.#take();
      },
    });
  }

  #end(): void {
    this.#steps?.end();
    this.#steps = this.#selector = this.#ids = null;
    this.#wanted = undefined;
  }
}
