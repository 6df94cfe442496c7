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
  /** Whether text can run down beside time; else there is the list. */
  canFlow(): boolean;
  /** Another width has led to another layout. */
  changed(layout: DrawnLayout): void;
}

/** How much wider it must be to be horizontal again: a scroll bar that comes or goes with the layout must not change it back. */
const SLACK = 24;

/** Which layout is drawn: the one that is asked for, else the one that fits the host's own width. */
export class LayoutChoice {
  readonly #host: ControllerHost;
  readonly #options: LayoutChoiceOptions;
  /** 0 while nobody knows. */
  #width = 0;
  #isNarrow = false;
  /** What was drawn last. */
  #last: DrawnLayout | null = null;
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
    const { wanted } = this;
    return (this.#last = wanted === 'vertical' && !this.#options.canFlow() ? 'list' : wanted);
  }

  /** What would be drawn if it could be. */
  get wanted(): DrawnLayout {
    const asked = this.#options.asked();
    if (isLayout(asked) && asked !== 'auto') return asked;
    // The first width is read at once: what is drawn first stays.
    if (this.#width === 0 && this.#host.isConnected) this.#measure(contentWidth(this.#host));
    return this.#isNarrow ? 'vertical' : 'horizontal';
  }

  /** The word that is asked for. */
  get asked(): string {
    return this.#options.asked();
  }

  /** Turns the list on or off: returns what is to be asked for. */
  toggleList(): LayoutWord {
    const asked = this.#options.asked();
    if (asked === 'list') return this.#beforeList;
    this.#beforeList = isLayout(asked) ? asked : 'auto';
    return 'list';
  }

  /** A width of nothing, as of what is hidden, leaves all as it is. */
  #measure(width: number): void {
    if (width === 0) return;
    this.#width = width;
    this.#isNarrow = width < (this.#isNarrow ? NARROW + SLACK : NARROW);
  }

  #widen(width: number): void {
    const before = this.#last;
    this.#measure(width);
    if (before && this.drawn !== before) this.#options.changed(this.drawn);
  }
}

function contentWidth(element: HTMLElement): number {
  const { paddingLeft, paddingRight } = getComputedStyle(element);
  return Math.max(0, element.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight));
}
