import { isLayout, type DrawnLayout, type LayoutWord } from '../layout/layout-word.js';
import { SizeController } from './size.js';
import type { ControllerHost } from './target-controller.js';

/** Px of its own width below which an element without a layout of its own is vertical. */
const NARROW = 480;

export interface LayoutChoiceOptions {
  /** What is as wide as the host. */
  root(): Element | null;
  /** What the author or the reader asks for; what is no word counts as `auto`. */
  asked(): string;
  /** Another width has led to another layout. */
  changed(layout: DrawnLayout): void;
}

/** Which layout is drawn: the one that is asked for, else the one that fits the host's own width. */
export class LayoutChoice {
  readonly #host: ControllerHost;
  readonly #options: LayoutChoiceOptions;
  /** 0 while nobody knows. */
  #width = 0;
  /** What the list gives way to. */
  #beforeList: LayoutWord = 'auto';

  constructor(host: ControllerHost, options: LayoutChoiceOptions) {
    this.#host = host;
    this.#options = options;
    new SizeController(host, {
      target: () => options.root(),
      widthOnly: true,
      changed: ({ width }) => this.#widen(width),
    });
  }

  get drawn(): DrawnLayout {
    const asked = this.#options.asked();
    if (isLayout(asked) && asked !== 'auto') return asked;
    // The first width is read at once: what is drawn first stays.
    if (this.#width === 0 && this.#host.isConnected) this.#width = this.#host.offsetWidth;
    return this.#width > 0 && this.#width < NARROW ? 'vertical' : 'horizontal';
  }

  /** Turns the list on or off: returns what is to be asked for. */
  toggleList(): LayoutWord {
    const asked = this.#options.asked();
    if (asked === 'list') return this.#beforeList;
    this.#beforeList = isLayout(asked) ? asked : 'auto';
    return 'list';
  }

  /** A width of nothing, as of what is hidden, leaves all as it is. */
  #widen(width: number): void {
    if (width === 0) return;
    const before = this.drawn;
    this.#width = width;
    if (this.drawn !== before) this.#options.changed(this.drawn);
  }
}
