import { scrollerOf } from './scroller.js';

/** The attribute by which a section of a page names its event; empty for none. */
export const STEP = 'data-timeline-event';

export interface ScrollStepsOptions {
  /** The page's window may hold it; a section in it is one that the reader has come to. */
  readonly root: Document | ShadowRoot;
  /** Elements that are sections, or hold them. */
  readonly selector: string;
  /** The reader has come to another section (its event's id), or back before the first (`null`). */
  reached(id: string | null): void;
  /** There are so many sections now, which name these events. */
  found(ids: readonly string[]): void;
}

/** The line at which people read, from the top of the window: a section is reached when its top has come up to it. */
const READING_LINE = 0.4;
/** Beyond the top of the window everything has been read, however far up it is, in px. */
const FAR = 1_000_000;

/**
 * Follows a reader through the sections of a page. Of all sections that have come up to the reading line the last one counts, so
 * that scrolling, scrolling back and jumping past many of them lead to the same. Sections may come and go.
 */
export class ScrollSteps {
  readonly #options: ScrollStepsOptions;
  readonly #reached = new Set<Element>();
  readonly #mutations: MutationObserver;
  #observer: IntersectionObserver | null = null;
  #sections: readonly Element[] = [];
  #frame = 0;
  /** Id that was told last; `undefined` before anything was. */
  #told: string | null | undefined;

  constructor(options: ScrollStepsOptions) {
    this.#options = options;
    this.#mutations = new MutationObserver(() => {
      this.#frame ||= requestAnimationFrame(() => {
        this.#frame = 0;
        this.#follow();
      });
    });
    this.#mutations.observe(options.root, {
      childList: true,
      subtree: true,
      attributeFilter: [STEP, 'id', 'class'],
    });
    this.#follow();
  }

  /** Follows nobody any more. */
  end(): void {
    this.#mutations.disconnect();
    this.#observer?.disconnect();
    cancelAnimationFrame(this.#frame);
  }

  /** Takes note of the sections as they are now. */
  #follow(): void {
    const { root, selector, found } = this.#options;
    const sections = [...root.querySelectorAll(`:is(${selector})[${STEP}], :is(${selector}) [${STEP}]`)];
    const ids = sections.map(idOf);
    if (
      sections.length === this.#sections.length &&
      sections.every((section, i) => section === this.#sections[i])
    ) {
      found(ids.filter(id => id !== null));
      return this.#tell();
    }
    this.#observer?.disconnect();
    this.#reached.clear();
    this.#sections = sections;
    found(ids.filter(id => id !== null));
    const [first] = sections;
    if (!first) return;
    const scroller = scrollerOf(first);
    const { ownerDocument } = first;
    this.#observer = new IntersectionObserver(entries => this.#note(entries), {
      root: scroller === ownerDocument.scrollingElement ? ownerDocument : scroller,
      rootMargin: `${FAR}px 0px -${100 * (1 - READING_LINE)}% 0px`,
    });
    for (const section of sections) this.#observer.observe(section);
  }

  #note(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries)
      if (isIntersecting) this.#reached.add(target);
      else this.#reached.delete(target);
    this.#tell();
  }

  #tell(): void {
    const at = this.#sections.findLast(section => this.#reached.has(section));
    const id = at ? idOf(at) : null;
    // Who has not begun to read is not told to be before the first.
    if (id === this.#told || (id === null && this.#told === undefined)) return;
    this.#told = id;
    this.#options.reached(id);
  }
}

const idOf = (section: Element): string | null => section.getAttribute(STEP) || null;
