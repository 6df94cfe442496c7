import type { ReactiveController } from 'lit';
import type { ExportWord } from '../data/writers/export-format.js';
import type { ExportLosses } from '../data/writers/export-losses.js';
import type { TimelineDocument } from '../data/timeline-event.js';
import type { ControllerHost } from './target-controller.js';

export interface ExportMenuOptions {
  /** The menu, which is rendered while it is open, and the button that opens it. */
  menu(): HTMLElement | null;
  button(): HTMLElement | null;
  document(): TimelineDocument;
  changed(): void;
}

/** Of a larger document only so many events are looked through for what files do not have. */
const MOST_SEARCHED = 10_000;

/** Whether the menu of exports is open, and what it says. It takes the focus, and gives it back to its button. */
export class ExportMenuController implements ReactiveController {
  readonly #host: ControllerHost;
  readonly #options: ExportMenuOptions;
  #open: AbortController | null = null;
  /** It has just been opened, and has the focus to come. */
  #fresh = false;
  /** Whether pictures are of all events. */
  whole = false;
  /** What files do not have; null until that is known. */
  losses: Partial<Record<ExportWord, ExportLosses>> | null = null;

  constructor(host: ControllerHost, options: ExportMenuOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  get open(): boolean {
    return this.#open !== null;
  }

  toggle(): void {
    if (this.#open) return this.close();
    this.#open = new AbortController();
    this.#fresh = true;
    const { signal } = this.#open;
    const outside = (event: Event): void => {
      const { menu, button } = this.#options;
      const path = event.composedPath();
      if (![menu(), button()].some(part => part && path.includes(part))) this.#leave();
    };
    const { ownerDocument, shadowRoot } = this.#host;
    ownerDocument.addEventListener('pointerdown', outside, { signal, capture: true });
    // What stays within the shadow tree is not told outside of it.
    for (const target of [ownerDocument, shadowRoot])
      target?.addEventListener('focusin', outside, { signal });
    this.losses = null;
    void this.#search(signal);
    this.#options.changed();
  }

  /** Closes it; its button has the focus then. */
  close(): void {
    if (!this.#open) return;
    this.#options.button()?.focus();
    this.#leave();
  }

  toggleWhole(): void {
    this.whole = !this.whole;
    this.#options.changed();
  }

  hostUpdated(): void {
    const menu = this.#fresh && this.#options.menu();
    if (!menu) return;
    this.#fresh = false;
    menu.querySelector<HTMLElement>('[role^=menuitem]')?.focus();
  }

  hostDisconnected(): void {
    this.#leave();
  }

  #leave(): void {
    this.#open?.abort();
    this.#open = null;
    this.#options.changed();
  }

  async #search(signal: AbortSignal): Promise<void> {
    try {
      const { exportLosses } = await import('../data/writers/export-losses.js');
      if (signal.aborted) return;
      const document = this.#options.document();
      this.losses = exportLosses({ ...document, events: document.events.slice(0, MOST_SEARCHED) });
      this.#options.changed();
    } catch {
      // Where it can't be loaded the menu says how many events there are, and no more.
    }
  }
}
