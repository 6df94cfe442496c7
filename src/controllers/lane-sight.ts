import type { Sight } from '../layout/scene-limit.js';
import { type ControllerHost, TargetController } from './target-controller.js';

export interface LaneSightOptions {
  /** The element that the lanes scroll in. */
  scroller(): Element | null;
  /** From where down to where lanes are drawn in full; `null` where all are. */
  drawn(): Sight | null;
  /** Lanes have come into sight that are not drawn in full. */
  changed(): void;
}

/** Knows which part of the lanes is scrolled into sight, and tells when more of them is to be drawn. */
export class LaneSightController extends TargetController<Element> {
  readonly #options: LaneSightOptions;
  #top = 0;

  constructor(host: ControllerHost, options: LaneSightOptions) {
    super(host, () => options.scroller());
    this.#options = options;
    host.addController(this);
  }

  /** What is in sight of so much height. */
  of(height: number): Sight {
    return { top: this.#top, bottom: this.#top + height };
  }

  protected override attach(scroller: Element, signal: AbortSignal): void {
    const read = (): void => {
      this.#top = scroller.scrollTop;
      const drawn = this.#options.drawn();
      if (drawn && (this.#top < drawn.top || this.#top + scroller.clientHeight > drawn.bottom))
        this.#options.changed();
    };
    this.#top = 0;
    // It is told once a frame, before that is drawn.
    scroller.addEventListener('scroll', read, { passive: true, signal });
  }
}
