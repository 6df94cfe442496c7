import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** What every controller here needs of its host. */
export type ControllerHost = ReactiveControllerHost & HTMLElement;

/**
 * Follows one element of the host's shadow tree, which appears with a render and may be replaced by a later one:
 * `attach` is called for each that appears, and its signal aborts when that one is gone or the host leaves the page.
 * A subclass adds itself to its host, as the last thing its constructor does.
 */
export abstract class TargetController<T extends Element> implements ReactiveController {
  readonly #host: ControllerHost;
  readonly #find: () => T | null;
  #target: T | null = null;
  #attached: AbortController | null = null;

  constructor(host: ControllerHost, find: () => T | null) {
    this.#host = host;
    this.#find = find;
  }

  /** Listens to and observes `target` until `signal` aborts. */
  protected abstract attach(target: T, signal: AbortSignal): void;

  hostConnected(): void {
    this.hostUpdated();
  }

  hostUpdated(): void {
    // Lit finishes an update that was asked for before the host left.
    this.#follow(this.#host.isConnected ? this.#find() : null);
  }

  hostDisconnected(): void {
    this.#follow(null);
  }

  #follow(target: T | null): void {
    if (target === this.#target) return;
    this.#attached?.abort();
    this.#target = target;
    this.#attached = target && new AbortController();
    if (target && this.#attached) this.attach(target, this.#attached.signal);
  }
}
