import { type ControllerHost, TargetController } from './target-controller.js';

/** A size in CSS px. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface SizeOptions {
  /** The element whose content box is measured. */
  target(): Element | null;
  /** Whether another height is nothing to be told. */
  readonly widthOnly?: boolean;
  changed(size: Size): void;
}

/**
 * Tells the size of an element's content box, at first and whenever it changed by a pixel or more. It tells in the
 * next animation frame: a change made within the observer's own turn could come round as a "ResizeObserver loop".
 */
export class SizeController extends TargetController<Element> {
  readonly #options: SizeOptions;
  #size: Size = { width: 0, height: 0 };

  constructor(host: ControllerHost, options: SizeOptions) {
    super(host, () => options.target());
    this.#options = options;
    host.addController(this);
  }

  /** The size last told; 0 × 0 before the first. */
  get size(): Size {
    return this.#size;
  }

  protected override attach(target: Element, signal: AbortSignal): void {
    let frame = 0;
    const observer = new ResizeObserver(entries => {
      const { width, height } = entries.at(-1)!.contentRect;
      cancelAnimationFrame(frame);
      const { width: toldWidth, height: toldHeight } = this.#size;
      const isTaller = !this.#options.widthOnly && Math.abs(height - toldHeight) >= 1;
      if (Math.abs(width - toldWidth) < 1 && !isTaller) return;
      frame = requestAnimationFrame(() => this.#options.changed((this.#size = { width, height })));
    });
    observer.observe(target);
    signal.addEventListener('abort', () => {
      observer.disconnect();
      cancelAnimationFrame(frame);
    });
  }
}
