import { inTime, onLine, type Warp } from '../scale/warp.js';
import type { TimeSpan } from '../time/epoch-ms.js';
import type { Mover, ViewController } from './view.js';

/** A view as those see it who share it or write it down: in ms, whatever line it counts on. */
export class TimedView {
  readonly #view: ViewController;
  readonly #warp: () => Warp;

  constructor(view: ViewController, warp: () => Warp) {
    this.#view = view;
    this.#warp = warp;
  }

  get current(): TimeSpan {
    return inTime(this.#warp(), this.#view.current);
  }

  get target(): TimeSpan {
    return inTime(this.#warp(), this.#view.target);
  }

  get moving(): boolean {
    return this.#view.moving;
  }

  get atHome(): boolean {
    return this.#view.atHome;
  }

  show(view: TimeSpan, options: { animate?: boolean; mover: Mover }): Promise<void> {
    return this.#view.show(onLine(this.#warp(), view), options);
  }

  follow(view: TimeSpan, { target, ...state }: Parameters<ViewController['follow']>[1]): void {
    this.#view.follow(onLine(this.#warp(), view), {
      target: target && onLine(this.#warp(), target),
      ...state,
    });
  }

  goHome(...mover: Parameters<ViewController['goHome']>): void {
    this.#view.goHome(...mover);
  }

  stay(): void {
    this.#view.stay();
  }
}
