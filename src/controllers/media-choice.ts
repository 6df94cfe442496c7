import { isMediaMode, type MediaMode } from '../data/media-mode.js';
import type { ReactiveController } from 'lit';
import type { ControllerHost } from './target-controller.js';

export interface MediaChoiceOptions {
  /** The word of the attribute; what is none counts as `load`. */
  asked(): string;
  root(): ParentNode;
  /** Something is shown, or has failed. */
  changed(): void;
}

/** What of the media is loaded: as the author says, less where the reader saves data, more where the reader asks. */
export class MediaChoice implements ReactiveController {
  readonly #host: ControllerHost;
  readonly #options: MediaChoiceOptions;
  readonly #shown = new Set<string>();
  readonly #failed = new Set<string>();
  /** Known where the browser knows the wish. */
  readonly #saving = globalThis.matchMedia?.('(prefers-reduced-data: reduce)');

  constructor(host: ControllerHost, options: MediaChoiceOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('online', this.retry);
  }

  hostDisconnected(): void {
    removeEventListener('online', this.retry);
  }

  /** What has failed may come now: the reader is on line again, or other data are there. */
  readonly retry = (): void => {
    if (this.#failed.size === 0) return;
    this.#failed.clear();
    this.#options.changed();
  };

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
    void this.#reveal(address).then(figure => figure?.focus());
  }

  /** Shows a film or a recording, and lets it play. */
  play(address: string): void {
    void this.#reveal(address).then(figure => {
      const player = figure?.querySelector<HTMLMediaElement>('video, audio');
      player?.focus();
      // Where it can't be played, it says so itself.
      player?.play().catch(() => undefined);
    });
  }

  async #reveal(address: string): Promise<HTMLElement | null> {
    this.#shown.add(address);
    this.#options.changed();
    await this.#host.updateComplete;
    return this.#options.root().querySelector<HTMLElement>(`[data-medium="${CSS.escape(address)}"]`);
  }

  fail(address: string): void {
    this.#failed.add(address);
    this.#options.changed();
  }
}
