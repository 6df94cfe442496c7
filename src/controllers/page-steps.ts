import { focusedWithin } from './focused-within.js';
import { sectionZone } from './reading-zone.js';
import { ScrollSteps } from './scroll-steps.js';

/** The attribute by which a section of a page names its event; empty for none. */
const STEP = 'data-timeline-event';
/** What another selection closes: who is in there goes on with that, wherever the page is scrolled meanwhile. */
const CLOSED = '.details, .members, .editor';

export interface PageStepsOptions {
  readonly root: Document | ShadowRoot;
  readonly timeline: ShadowRoot;
  /** Elements that are sections, or hold them. */
  readonly selector: string;
  /** Whether there is such an event, and whether it is shown. */
  isKnown(id: string): boolean;
  isShown(id: string): boolean;
  reached(id: string | null): void;
  /** Whether no section names an event that is known. */
  failed(isWrong: boolean): void;
}

/** Follows a reader through sections of the page, which may come and go. Those of events that are hidden, or not known, are none. */
export class PageSteps {
  readonly #options: PageStepsOptions;
  readonly #mutations: MutationObserver;
  readonly #steps: ScrollSteps;
  #nodes: readonly Element[] = [];
  #frame = 0;

  constructor(options: PageStepsOptions) {
    this.#options = options;
    const { root, timeline, selector, isShown, reached } = options;
    this.#find();
    this.#steps = new ScrollSteps({
      document: root.ownerDocument ?? root,
      sections: () =>
        this.#nodes.map(node => ({ node, id: idOf(node) })).filter(({ id }) => id === null || isShown(id)),
      zone: sectionZone,
      isHeld: () => Boolean(focusedWithin(timeline)?.closest(CLOSED)),
      reached,
    });
    this.#mutations = new MutationObserver(() => {
      this.#frame ||= requestAnimationFrame(() => {
        this.#frame = 0;
        this.#find();
        this.follow();
      });
    });
    this.#mutations.observe(root, {
      childList: true,
      subtree: true,
      attributeFilter: attributesOf(selector),
    });
  }

  /** Takes note of which events are known now. */
  follow(): void {
    this.#options.failed(!this.#nodes.map(idOf).some(id => id !== null && this.#options.isKnown(id)));
    this.#steps.follow();
  }

  /** Follows nobody any more. */
  end(): void {
    this.#mutations.disconnect();
    cancelAnimationFrame(this.#frame);
    this.#steps.end();
  }

  #find(): void {
    const { root, selector } = this.#options;
    try {
      this.#nodes = [...root.querySelectorAll(`:is(${selector})[${STEP}], :is(${selector}) [${STEP}]`)];
    } catch {
      // What is no selector names nothing.
      this.#nodes = [];
    }
  }
}

/** Attributes that a selector may go by. What it asks of states, such as `:hover`, is not looked at. */
function attributesOf(selector: string): string[] {
  const named = Array.from(selector.matchAll(/\[\s*(?:[\w*]*\|)?([^\s\]=~|^$*]+)/g), ([, name]) => name!);
  return [...new Set([STEP, 'id', 'class', ...named, ...named.map(name => name.toLowerCase())])];
}

const idOf = (section: Element): string | null => section.getAttribute(STEP) || null;
