import { TextMeasurer } from './measure.js';
import { type ControllerHost, TargetController } from './target-controller.js';

export interface FontOptions {
  /** What the probes are in; null before it is rendered. */
  root(): Element | null;
  /** Widths measured before are void. */
  changed(): void;
}

/**
 * Owns the measurer and keeps it true: reads the fonts as soon as the probes stand (before a first size is told), again
 * when one of them changes its size, and forgets all widths when the page has loaded another font.
 */
export class FontController extends TargetController<Element> {
  readonly #options: FontOptions;
  readonly #measurer = new TextMeasurer();
  #read = false;

  constructor(host: ControllerHost, options: FontOptions) {
    super(host, () => options.root());
    this.#options = options;
    host.addController(this);
  }

  /** Returns the width of a text in px; may be handed on unbound. */
  get measure(): TextMeasurer['measure'] {
    return this.#measurer.measure;
  }

  protected override attach(root: Element, signal: AbortSignal): void {
    const read = () => this.#measurer.readFonts(root);
    let frame = 0;
    const observer = new ResizeObserver(() => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => read() && this.#options.changed());
    });
    for (const probe of root.querySelectorAll('.probe-title, .probe-date, .probe-note'))
      observer.observe(probe);
    const fontsLoaded = () => {
      read();
      this.#measurer.forget(); // it may serve other characters than the probes'
      this.#options.changed();
    };
    root.ownerDocument.fonts.addEventListener('loadingdone', fontsLoaded, { signal });
    signal.addEventListener('abort', () => {
      observer.disconnect();
      cancelAnimationFrame(frame);
    });
    // The first time nothing has been measured yet.
    if (read() && this.#read) this.#options.changed();
    this.#read = true;
  }
}
