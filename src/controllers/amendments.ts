import type { ReactiveController } from 'lit';
import type { Amendment } from '../data/amend-table.js';
import type { ControllerHost } from './target-controller.js';

export interface AmendmentOptions {
  /** Whether data are on their way that come first. */
  busy(): boolean;
  /** Whether frames are needed to move the view. */
  moving(): boolean;
  /** Whether nobody sees what comes of it, or waits for it. */
  asleep?(): boolean;
  /** Takes in amendments, one after the other; resolves when they are drawn. */
  apply(amendments: readonly Amendment[]): Promise<unknown>;
}

/** What an amendment does, in the order in which it does it. */
const STEPS = ['remove', 'replace', 'update', 'restore', 'add'] as const;

/** Least ms from one taking in to the next, at rest and while the view moves. */
const PAUSE = 100;
const MOVING_PAUSE = 500;
/** And where nobody sees it. */
const ASLEEP_PAUSE = 1000;
/** Of so much time, one part goes into taking in: a slow device, or much data, gets fewer pictures and keeps its frames. */
const PARTS = 16;

/** A page that is not seen has no frames: then amendments are taken in after so many ms. */
const UNSEEN = 200;

/** Gathers what is added, updated and removed, so that a stream costs a few layouts a second: at once in the next frame, then with pauses. */
export class AmendmentController implements ReactiveController {
  readonly #options: AmendmentOptions;
  #waiting: Amendment[] = [];
  #settled = Promise.resolve();
  #settle: (() => void) | null = null;
  /** When amendments were last taken in, and the ms that took. */
  #last = -Infinity;
  #cost = 0;
  #frame = 0;
  #timer = 0;

  constructor(host: ControllerHost, options: AmendmentOptions) {
    this.#options = options;
    host.addController(this);
  }

  /** Whether there is anything that could be taken in. */
  get pending(): boolean {
    return this.#waiting.length > 0 && !this.#options.busy();
  }

  /** Resolves when all that waits is taken in, or is void. */
  get settled(): Promise<void> {
    return this.#settled;
  }

  /** Notes what is to be done. Whoever removes an event and then adds another of its id gets it in that order. */
  push(step: (typeof STEPS)[number], items: readonly unknown[]): void {
    if (items.length === 0) return;
    const last = this.#waiting.at(-1);
    const fits = last && STEPS.slice(STEPS.indexOf(step) + 1).every(later => !last[later]);
    if (fits)
      this.#waiting[this.#waiting.length - 1] = { ...last, [step]: [...(last[step] ?? []), ...items] };
    else this.#waiting.push({ [step]: items });
    if (!this.#settle) this.#settled = new Promise(resolve => (this.#settle = resolve));
    this.#await();
  }

  /** Does one thing at once: the reader waits for it. */
  pushNow(step: (typeof STEPS)[number], item: unknown): void {
    this.push(step, [item]);
    this.flush();
  }

  /** Takes in all that waits at once: the reader waits for it. What is on its way comes first all the same. */
  flush(): void {
    if (this.pending) this.#flush();
  }

  /** Forgets what waits: other data have been given since. */
  clear(): void {
    this.#waiting = [];
    this.#done();
  }

  hostUpdated(): void {
    if (this.pending) this.#await();
  }

  #await(): void {
    if (this.#timer) return;
    const { moving, asleep } = this.#options;
    const unseen = asleep?.() ?? false;
    const least = unseen ? ASLEEP_PAUSE : moving() ? MOVING_PAUSE : PAUSE;
    const pause = this.#last + Math.max(least, this.#cost * PARTS) - performance.now();
    const start = (): void => {
      if (!unseen) this.#frame = requestAnimationFrame(() => this.#flush());
      this.#timer = window.setTimeout(() => this.#flush(), UNSEEN);
    };
    if (pause > 0) this.#timer = window.setTimeout(start, pause);
    else start();
  }

  #flush(): void {
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#timer);
    this.#timer = 0;
    if (!this.pending) return;
    const amendments = this.#waiting;
    this.#waiting = [];
    const since = (this.#last = performance.now());
    void this.#options.apply(amendments).then(() => (this.#cost = performance.now() - since));
    if (this.#waiting.length === 0) this.#done();
  }

  #done(): void {
    this.#settle?.();
    this.#settle = null;
  }
}
