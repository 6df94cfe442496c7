import type { ReactiveController } from 'lit';
import type { ControllerHost } from './target-controller.js';

export interface NearnessOptions {
  /** The host has come near, or is waited for: what was put off is due. */
  woken(): void;
}

/** How far beyond the page's window is near: a screen to each side. */
const MARGIN = '100%';

/** Those with a first picture that nobody would see yet. */
const unseen = new Set<NearnessController>();
let isScheduled = false;

/** Draws one after the other, each when the page has nothing else to do or, where an engine can't tell when that is, in a task of its own. */
function drawUnseen(): void {
  if (isScheduled || unseen.size === 0) return;
  isScheduled = true;
  const idle = globalThis.requestIdleCallback ?? setTimeout;
  idle(() => {
    isScheduled = false;
    const [next] = unseen;
    void next?.show();
    drawUnseen();
  });
}

/**
 * Knows whether the host is in the page's window, or a screen away from it at the most. One that is further away sleeps: it
 * draws nothing anew but what is waited for. Until it is looked for or an observer has told, it is near.
 */
export class NearnessController implements ReactiveController {
  readonly #host: ControllerHost;
  readonly #options: NearnessOptions;
  #observer: IntersectionObserver | null = null;
  #isNear = true;
  #isKnown = false;
  /** How many wait for a picture, wherever the host is. */
  #holds = 0;
  #waiting: (() => void)[] = [];

  constructor(host: ControllerHost, options: NearnessOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** Whether nobody sees it, nor waits for it. */
  get asleep(): boolean {
    return !this.#isNear && this.#holds === 0;
  }

  /** Resolves when the host is near, or has left the page. */
  async near(): Promise<void> {
    if (!this.#isNear) await new Promise<void>(resolve => this.#waiting.push(resolve));
  }

  /** Keeps the host awake until the work is done. */
  async hold(work: () => Promise<unknown>): Promise<void> {
    const slept = this.asleep;
    this.#holds++;
    if (slept) this.#options.woken();
    try {
      await work();
    } finally {
      this.#holds--;
    }
  }

  /**
   * Puts off the first picture where nobody would see it or waits for it, and returns whether it does. It is drawn when the page
   * has little else to do: who searches the page, or has it read to them, finds it all the same.
   */
  putOff(): boolean {
    if (!this.#isKnown) {
      // Nobody need wait for an observer to tell.
      const { top, bottom } = this.#host.getBoundingClientRect();
      const { innerHeight } = this.#host.ownerDocument.defaultView!;
      this.#set(top < 2 * innerHeight && bottom > -innerHeight);
    }
    if (!this.asleep) return false;
    unseen.add(this);
    drawUnseen();
    return true;
  }

  /** Has it drawn, wherever it is. */
  show(): Promise<void> {
    unseen.delete(this);
    return this.hold(() => this.#host.updateComplete);
  }

  hostConnected(): void {
    this.#observer = new IntersectionObserver(
      entries => this.#set(entries.at(-1)!.isIntersecting),
      // What a frame shows of the page counts its margin from the frame.
      { rootMargin: MARGIN, root: this.#host.ownerDocument },
    );
    this.#observer.observe(this.#host);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#set(true);
    this.#isKnown = false;
  }

  #set(isNear: boolean): void {
    this.#isKnown = true;
    if (isNear) unseen.delete(this);
    if (isNear === this.#isNear) return;
    const slept = this.asleep;
    this.#isNear = isNear;
    if (!isNear) return;
    for (const resolve of this.#waiting.splice(0)) resolve();
    if (slept && this.#host.isConnected) this.#options.woken();
  }
}
