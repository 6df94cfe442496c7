import type { ReactiveController } from 'lit';
import type { DrawnLayout } from '../layout/layout-word.js';
import type { OwnSteps } from './own-steps.js';
import type { PageSteps } from './page-steps.js';
import type { ControllerHost } from './target-controller.js';

/** The word for the element's own text in the place of sections of the page. */
export const SELF = 'self';

export interface ScrollStoryOptions {
  /** `SELF`, a selector of the sections of the page or of what holds them, or `null` for none. */
  asked(): string | null;
  layout(): DrawnLayout;
  /** Whether the author asks for the layout in which there is no text to scroll through. */
  asksForPicture(): boolean;
  /** Whether the view moves, so that what is drawn is not what stays. */
  moving(): boolean;
  /** Whether there is an event of that id; whether it is shown, and one of those that are told. */
  isKnown(id: string): boolean;
  isShown(id: string): boolean;
  isTold(id: string): boolean;
  /** Id of the event that has been selected otherwise than in passing. */
  open(): string | null;
  /** The reader has come to the section of an event, or back before the first; its text is the element's own, or the page's. */
  reached(id: string | null, by: { isOwn: boolean }): void;
  /** Whether nothing in the page is named so, no section names an event, or there is no text of its own. */
  failed(isWrong: boolean): void;
  /** What it takes to follow the reader could not be had. */
  lost(cause: unknown): void;
}

/** Lets what the reader scrolls through tell the story: the event that is read is the selected one. What follows is loaded where it is asked for. */
export class ScrollStory implements ReactiveController {
  readonly #host: ControllerHost;
  readonly #options: ScrollStoryOptions;
  #asked: string | null = null;
  #steps: PageSteps | OwnSteps | null = null;
  /** Number of the latest that was begun: what was begun before it is of no use. */
  #turn = 0;
  #isLost = false;
  #loading: Promise<void> = Promise.resolve();

  constructor(host: ControllerHost, options: ScrollStoryOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** Resolves when it follows what is asked for, or can't; never rejects. */
  get settled(): Promise<void> {
    return this.#loading;
  }

  hostUpdated(): void {
    // What is reached, or wrong, asks for the next render: this one is under way.
    queueMicrotask(() => this.#follow());
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#end();
  }

  #follow(): void {
    const { asked: askedFor, asksForPicture, moving, failed } = this.#options;
    const asked = this.#host.isConnected ? askedFor() : null;
    if (asked !== this.#asked) {
      this.#end();
      this.#asked = asked;
      failed(false);
      if (asked !== null) this.#loading = this.#begin(asked);
    }
    if (asked === SELF && !this.#isLost) failed(asksForPicture());
    // At rest it is drawn once more.
    if (!moving()) this.#steps?.follow();
  }

  async #begin(asked: string): Promise<void> {
    const turn = this.#turn;
    try {
      const follow = asked === SELF ? await this.#ownText() : await this.#page(asked);
      if (turn !== this.#turn) return;
      this.#steps = follow();
      this.#steps?.follow();
    } catch (cause) {
      if (turn !== this.#turn) return;
      this.#isLost = true;
      this.#options.lost(cause);
    }
  }

  async #ownText(): Promise<() => OwnSteps> {
    const { OwnSteps } = await import('./own-steps.js');
    const { layout, isTold, open, reached } = this.#options;
    const root = this.#host.shadowRoot!;
    return () => new OwnSteps({ root, layout, isTold, open, reached: id => reached(id, { isOwn: true }) });
  }

  async #page(selector: string): Promise<() => PageSteps | null> {
    const { PageSteps } = await import('./page-steps.js');
    const { isKnown, isShown, failed, reached } = this.#options;
    return () => {
      const root = this.#host.getRootNode() as Document | ShadowRoot;
      // Out of every page it is none of them.
      if (!('activeElement' in root)) return null;
      return new PageSteps({
        root,
        timeline: this.#host.shadowRoot!,
        selector,
        isKnown,
        isShown,
        reached: id => reached(id, { isOwn: false }),
        failed,
      });
    };
  }

  #end(): void {
    this.#turn++;
    this.#steps?.end();
    this.#steps = this.#asked = null;
    this.#isLost = false;
  }
}
