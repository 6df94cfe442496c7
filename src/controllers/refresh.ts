import type { ReactiveController } from 'lit';
import type { ControllerHost } from './target-controller.js';

/** Timers take no more ms than these. */
const LONGEST = 2 ** 31 - 1;

/**
 * Calls `refresh` every so many seconds while the host is in a page that is seen; what fell due meanwhile is made
 * up for once, at the return. The next time counts from the end of the last, so that none overlap.
 */
export class RefreshController implements ReactiveController {
  readonly #host: ControllerHost;
  readonly #refresh: () => Promise<void>;
  #seconds = 0;
  /** The one that the host came into: when it leaves, it may be in another one already. */
  #document: Document | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running = false;
  /** When the last one ended, in ms. */
  #last = performance.now();

  constructor(host: ControllerHost, { refresh }: { refresh(): Promise<void> }) {
    this.#host = host;
    this.#refresh = refresh;
    host.addController(this);
  }

  /** 0 for never. */
  set seconds(seconds: number) {
    if (seconds === this.#seconds) return;
    this.#seconds = seconds;
    this.#arm();
  }

  /** Counts from now on: something was loaded. */
  restart(): void {
    this.#last = performance.now();
    this.#arm();
  }

  hostConnected(): void {
    this.#document = this.#host.ownerDocument;
    this.#document.addEventListener('visibilitychange', this.#arm);
    this.#arm();
  }

  hostDisconnected(): void {
    this.#document?.removeEventListener('visibilitychange', this.#arm);
    this.#arm();
  }

  readonly #arm = (): void => {
    clearTimeout(this.#timer);
    const { isConnected, ownerDocument } = this.#host;
    if (!this.#seconds || this.#running || !isConnected || ownerDocument.hidden) return;
    const due = this.#last + this.#seconds * 1000 - performance.now();
    this.#timer = setTimeout(() => void this.#run(), Math.min(Math.max(due, 0), LONGEST));
  };

  async #run(): Promise<void> {
    this.#running = true;
    try {
      await this.#refresh();
    } finally {
      this.#running = false;
      this.restart();
    }
  }
}
