import type { DrawnLayout } from '../layout/layout-word.js';
import { focusedWithin } from './focused-within.js';
import { paragraphZone } from './reading-zone.js';
import { ScrollSteps, type Section } from './scroll-steps.js';

export interface OwnStepsOptions {
  readonly root: ShadowRoot;
  layout(): DrawnLayout;
  /** Whether the event is one of those that are told. */
  isTold(id: string): boolean;
  /** Id of the event that has been selected otherwise than in passing: its details are open, where it has any. */
  open(): string | null;
  reached(id: string | null): void;
}

/** The paragraphs of events, in the layouts that are read; a silence before one is none of it. */
const PARAGRAPHS: Readonly<Record<DrawnLayout, string>> = {
  vertical: '.periods .paragraph:has(.entry-title)',
  list: '.list [part="list-item"]',
  horizontal: ':not(*)',
};

/**
 * Follows a reader through the events as they stand under each other. An event that is open, or has the focus, is read as
 * long as it can be seen: nothing is closed before the reader's eyes, nor while the focus is in it.
 */
export class OwnSteps extends ScrollSteps {
  readonly #focusing = new AbortController();

  constructor({ root, layout, isTold, open, reached }: OwnStepsOptions) {
    const paragraphOf = (node: Element | null): Element | null => node?.closest(PARAGRAPHS[layout()]) ?? null;
    super({
      document: root.ownerDocument,
      sections: () =>
        Array.from(root.querySelectorAll(PARAGRAPHS[layout()]), sectionOf).filter(({ id }) => isTold(id)),
      zone: paragraphZone,
      held: () => {
        const active = focusedWithin(root);
        const id = open();
        const opened =
          id === null
            ? null
            : paragraphOf(
                root.querySelector(
                  `:is(.entry-title, .list [part="list-item"])[data-id="${CSS.escape(id)}"]`,
                ),
              );
        const focused = paragraphOf(active);
        const isWithin = opened !== null && opened === focused && active!.closest('.details') !== null;
        return [
          ...(opened ? [{ ...sectionOf(opened), pinned: isWithin }] : []),
          ...(focused && isTold(sectionOf(focused).id) ? [{ ...sectionOf(focused), pinned: false }] : []),
        ];
      },
      reached,
    });
    // A list is not drawn anew for where the focus is.
    root.addEventListener('focusin', () => this.follow(), { signal: this.#focusing.signal });
  }

  override end(): void {
    this.#focusing.abort();
    super.end();
  }
}

const sectionOf = (node: Element): Section & { readonly id: string } => {
  const { dataset } = node.querySelector<HTMLElement>('.entry-title') ?? (node as HTMLElement);
  return { node, id: dataset.id! };
};
