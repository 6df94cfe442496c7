import type { ReactiveController } from 'lit';
import type { ControllerHost } from './target-controller.js';

export interface FocusRescueOptions {
  root(): ShadowRoot | null;
  /** Focus was on something of that event, outside the picture, and a render has taken it away. */
  lost(id: string): void;
}

/** Sees to it that focus within details, lists and shelf is not lost with the event that it was on. */
export class FocusRescue implements ReactiveController {
  readonly #options: FocusRescueOptions;
  #id: string | undefined;

  constructor(host: ControllerHost, options: FocusRescueOptions) {
    this.#options = options;
    host.addController(this);
  }

  hostUpdate(): void {
    const active = this.#options.root()?.activeElement;
    const held = active?.closest<HTMLElement>('[data-id], [data-event]');
    this.#id = held?.closest('.stage') ? undefined : (held?.dataset.id ?? held?.dataset.event);
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
