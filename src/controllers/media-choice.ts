import { isMediaMode, type MediaMode } from '../data/media-type.js';
import type { ControllerHost } from './target-controller.js';

export interface MediaChoiceOptions {
  /** The word of the attribute; what is none counts as `load`. */
  asked(): string;
  root(): ParentNode;
  /** Something is shown, or has failed. */
  changed(): void;
}

/** What of the media is loaded: as the author says, less where the reader saves data, more where the reader asks. */
export class MediaChoice {
  readonly #host: ControllerHost;
  readonly #options: MediaChoiceOptions;
  readonly #shown = new Set<string>();
  readonly #failed = new Set<string>();
  /** Known where the browser knows the wish. */
  readonly #saving = globalThis.matchMedia?.('(prefers-reduced-data: reduce)');

  constructor(host: ControllerHost, options: MediaChoiceOptions) {
    this.#host = host;
    this.#options = options;
  }

  get mode(): MediaMode {
    const asked = this.#options.asked();
    const mode = isMediaMode(asked) ? asked : 'load';
    return mode === 'load' && this.#saving?.matches ? 'click' : mode;
  }

  isShown(address: string): boolean {
    return this.#shown.has(address);
  }

  hasFailed(address: string): boolean {
    return this.#failed.has(address);
  }

  /** Shows it, and keeps the focus with it: its button is gone. */
  show(address: string): void {
    this.#shown.add(address);
    this.#options.changed();
    void this.#host.updateComplete.then(() =>
      this.#options
        .root()
        .querySelector<HTMLElement>(`[data-medium="${CSS.escape(address)}"]`)
        ?.focus(),
    );
  }

  fail(address: string): void {
    this.#failed.add(address);
    this.#options.changed();
  }
}
