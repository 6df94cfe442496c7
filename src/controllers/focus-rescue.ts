import type { ReactiveController } from 'lit';
import type { ControllerHost } from './target-controller.js';

export interface FocusRescueOptions {
  root(): ShadowRoot | null;
  /**
   * A render has taken away what had the focus: something of that event, outside the picture, or, where the id is null,
   * something of a notice or a form.
   */
  lost(id: string | null): void;
}

/** Sees to it that focus within details, lists, shelf, forms and notices is not lost with what it was on. */
export class FocusRescue implements ReactiveController {
  readonly #options: FocusRescueOptions;
  #id: string | null | undefined;

  constructor(host: ControllerHost, options: FocusRescueOptions) {
    this.#options = options;
    host.addController(this);
  }

  hostUpdate(): void {
    const active = this.#options.root()?.activeElement;
    const held = active?.closest<HTMLElement>('[data-id], [data-event], .notice, .editor');
    const { id, event } = held?.dataset ?? {};
    if (held?.matches('.notice, .editor')) this.#id = null;
    // What has a key is looked after by whoever gave it.
    else this.#id = held?.matches('[data-key]') ? undefined : (id ?? event);
  }

  hostUpdated(): void {
    const root = this.#options.root();
    const id = this.#id;
    this.#id = undefined;
    if (id === undefined || !root || root.activeElement) return;
    const { activeElement, body } = root.ownerDocument;
    if (!activeElement || activeElement === body) this.#options.lost(id);
  }
}
