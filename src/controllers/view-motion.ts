import type { ReactiveController } from 'lit';
import { interpolateView, panView, sameView } from '../scale/view.js';
import type { TimeSpan } from '../time/epoch-ms.js';

/** What a motion needs to know, and whom it moves. */
export interface ViewMotionOptions {
  /** The view as it stands, whoever set it: a motion starts from there. */
  view(): TimeSpan;
  /** Sets the view, for a frame or (`settled`) for good; it may hold the view within limits. */
  apply(view: TimeSpan, state: { settled: boolean }): void;
  reducedMotion(): boolean;
}

/** Length of an animated change, in ms. */
const DURATION = 280;
/** A flung view loses 1 − 1/e of its speed in this many ms. */
const DECAY = 325;
/** A fling rests where less than this share of the view is left to go. */
const REST = 0.0005;
/** A frame that moves less than this share of the view was held back; no motion is so slow before its end. */
const STUCK = 1e-9;

const easeOut = (t: number): number => 1 - (1 - t) ** 3;

/**
 * Moves a view over animation frames: to a target, or flung and slowing down. A new motion starts
 * from where the last one is. At rest, and in a page that nobody sees, there are no frames.
 */
export class ViewMotion implements ReactiveController {
  readonly #options: ViewMotionOptions;
  #frame = 0;
  #target: TimeSpan | null = null;
  #resolve: (() => void) | null = null;

  constructor(host: { addController(controller: ReactiveController): void }, options: ViewMotionOptions) {
    this.#options = options;
    host.addController(this);
  }

  /** Where the view is going; `null` at rest. */
  get target(): TimeSpan | null {
    return this.#target;
  }

  /** Goes to a view, in 280 ms or at once. Resolves at rest, or when something else takes over. */
  to(view: TimeSpan, { animate = true } = {}): Promise<void> {
    const from = this.#options.view();
    return this.#run(view, animate && !sameView(from, view) ? DURATION : 0, elapsed =>
      interpolateView(from, view, easeOut(elapsed / DURATION)),
    );
  }

  /**
   * Lets the view run on and slow down, from a speed in its own lengths per ms (later when positive).
   * Rests early where `apply` holds it back. Resolves as `to` does.
   */
  fling(speed: number): Promise<void> {
    const from = this.#options.view();
    const reach = speed * DECAY;
    const at = (elapsed: number): TimeSpan => panView(from, -reach * Math.expm1(-elapsed / DECAY));
    const duration = DECAY * Math.log(Math.abs(reach) / REST);
    return this.#still || !(duration > 0) ? this.#run(from, 0, at) : this.#run(at(duration), duration, at);
  }

  /** Ends the motion where it is, without a word to `apply`: whoever stops it goes on from there. */
  stop(): void {
    cancelAnimationFrame(this.#frame);
    this.#target = null;
    this.#resolve?.();
    this.#resolve = null;
  }

  hostDisconnected(): void {
    if (this.#target) this.#settle(this.#target);
  }

  get #still(): boolean {
    return this.#options.reducedMotion() || document.visibilityState === 'hidden';
  }

  #run(target: TimeSpan, duration: number, at: (elapsed: number) => TimeSpan): Promise<void> {
    this.stop();
    if (!duration || this.#still) {
      this.#settle(target);
      return Promise.resolve();
    }
    this.#target = target;
    const begin = performance.now();
    let elapsed = 0;
    const frame = (time: number): void => {
      const before = elapsed;
      // The first frame may have begun before it was asked for.
      elapsed = Math.max(0, time - begin);
      if (elapsed >= duration) return this.#settle(target);
      this.#frame = requestAnimationFrame(frame);
      const { start, end } = this.#options.view();
      this.#options.apply(at(elapsed), { settled: false });
      const now = this.#options.view();
      const moved = Math.abs(now.start - start) + Math.abs(now.end - end);
      const held = elapsed > before && moved < (end - start) * STUCK;
      if (held && this.#target === target) this.#settle(target);
    };
    this.#frame = requestAnimationFrame(frame);
    return new Promise(resolve => (this.#resolve = resolve));
  }

  #settle(view: TimeSpan): void {
    this.stop();
    this.#options.apply(view, { settled: true });
  }
}
