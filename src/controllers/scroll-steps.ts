import type { ReadingZone, Scrolled } from './reading-zone.js';
import { scrolledOf, scrollerOf } from './scroller.js';

/** Something that is read: it tells of an event, or of none (`null`). */
export interface Section {
  readonly node: Element;
  readonly id: string | null;
}

/** A section that the reader has turned to. */
export interface HeldSection extends Section {
  /** Whether it counts even where it can't be seen. */
  readonly pinned: boolean;
}

export interface ScrollStepsOptions {
  readonly document: Document;
  /** The sections that tell of something known, in the order of the page. */
  sections(): readonly Section[];
  /** Where in a window they are read, the last of which begins at `last` when it has been scrolled to the end. */
  zone(scrolled: Scrolled, last: number): ReadingZone;
  /** Sections that the reader has turned to: the first of them that can be seen, or must not be left, is read. */
  held?(): readonly HeldSection[];
  /** Whether the reader is busy with what the next section would close: as long as that is so, none is told. */
  isHeld?(): boolean;
  /** The reader has come to the section of another event, or back before the first (`null`). */
  reached(id: string | null): void;
}

/** Sections beyond the top of the window have begun, however far up they are, in px. */
const FAR = 1_000_000;
/** A section begins where a link has led to, give or take as much: pages are set in fractions of px. */
const NEAR = 2;
/** In so many ms the page has brought what the reader turned to into sight, be it sliding. */
const SLIDE_MS = 1_000;

/**
 * Follows a reader through sections. Which of them have begun is observed, so that nothing is listened to before the first and
 * jumping past many of them is noticed; where they lie is looked at once in each frame that scrolls.
 */
export class ScrollSteps {
  readonly #options: ScrollStepsOptions;
  readonly #begun = new Set<Element>();
  #sections: readonly Section[] = [];
  #scroller: Element | null = null;
  #observer: IntersectionObserver | null = null;
  #listening: AbortController | null = null;
  #frame = 0;
  #held: readonly Section[] = [];
  /** When the reader has turned to the first of these, where that is still to come into sight. */
  #turnedAt = -Infinity;
  /** Id that was told last; `undefined` before anything was. */
  #told: string | null | undefined;

  constructor(options: ScrollStepsOptions) {
    this.#options = options;
    this.follow();
  }

  /** Takes note of the sections as they are now, and of those that the reader has turned to. */
  follow(): void {
    const sections = this.#options.sections();
    const held = this.#options.held?.() ?? [];
    const [first] = sections;
    const scroller = first ? scrollerOf(first.node) : null;
    const isMoved = scroller !== this.#scroller || !isSame(sections, this.#sections, ({ node }) => node);
    const isRenamed = isMoved || !isSame(sections, this.#sections, ({ id }) => id);
    const isHeld = !isSame(held, this.#held, ({ id }) => id);
    if (held[0]?.id !== this.#held[0]?.id) this.#turnedAt = performance.now();
    this.#held = held;
    this.#sections = sections;
    this.#scroller = scroller;
    // What is observed anew is told of in the next frame.
    if (isMoved) this.#observe();
    else if (isRenamed || isHeld) this.#tell();
  }

  /** Follows nobody any more. */
  end(): void {
    this.#observer?.disconnect();
    this.#listen(false);
  }

  #observe(): void {
    this.#observer?.disconnect();
    this.#begun.clear();
    this.#listen(false);
    const scroller = this.#scroller;
    if (!scroller) return;
    const { document } = this.#options;
    this.#observer = new IntersectionObserver(entries => this.#note(entries), {
      root: scroller === document.scrollingElement ? document : scroller,
      rootMargin: `${FAR}px 0px 0px 0px`,
    });
    for (const { node } of this.#sections) this.#observer.observe(node);
  }

  #note(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries)
      if (isIntersecting) this.#begun.add(target);
      else this.#begun.delete(target);
    this.#listen(this.#begun.size > 0);
    this.#tell();
  }

  /** Listens to whatever scrolls, the page or a box around, or to nothing. */
  #listen(on: boolean): void {
    if (on === (this.#listening !== null)) return;
    this.#listening?.abort();
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#listening = on ? new AbortController() : null;
    if (!this.#listening) return;
    const { signal } = this.#listening;
    const look = (): void => {
      this.#frame ||= requestAnimationFrame(() => {
        this.#frame = 0;
        this.#tell();
      });
    };
    const { document } = this.#options;
    document.addEventListener('scroll', look, { capture: true, passive: true, signal });
    // The document is not told of what scrolls within a shadow root.
    this.#scroller?.addEventListener('scroll', look, { passive: true, signal });
    document.defaultView?.addEventListener('resize', look, { signal });
  }

  #tell(): void {
    if (!this.#scroller || this.#options.isHeld?.()) return;
    const id = this.#read(scrolledOf(this.#scroller))?.id ?? null;
    // Who has not begun to read is not told to be before the first.
    if (id === this.#told || (id === null && this.#told === undefined)) return;
    this.#told = id;
    this.#options.reached(id);
  }

  /** The section that is read. */
  #read(scrolled: Scrolled): Section | null {
    const turnedTo = this.#options.held?.() ?? [];
    const held = turnedTo.find(({ node, pinned }) => pinned || isInSight(node, scrolled));
    if (held) {
      this.#turnedAt = -Infinity;
      return held;
    }
    if (turnedTo[0] && performance.now() - this.#turnedAt < SLIDE_MS) return turnedTo[0];
    // Where they lie now: what is observed is told of after the frame that has scrolled. What is not shown has no place.
    const places = this.#sections.flatMap(section => {
      const [box] = section.node.getClientRects();
      return box ? { section, top: box.top } : [];
    });
    const { from, to } = this.#options.zone(scrolled, (places.at(-1)?.top ?? 0) - scrolled.after);
    let next: Section | null = null;
    for (const { section, top } of places.reverse()) {
      if (top < from - NEAR) return next ?? section;
      if (top <= to) next = section;
    }
    return next;
  }
}

function isInSight(node: Element, { top, bottom }: Scrolled): boolean {
  const box = node.getBoundingClientRect();
  return box.bottom > top && box.top < bottom;
}

const isSame = (a: readonly Section[], b: readonly Section[], of: (section: Section) => unknown): boolean =>
  a.length === b.length && a.every((section, i) => of(section) === of(b[i]!));
