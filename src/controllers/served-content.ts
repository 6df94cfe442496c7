import type { ReactiveController } from 'lit';
import type { ControllerHost } from './target-controller.js';

export interface ServedContentOptions {
  /** Whether the data have an address that they are to be loaded from. */
  hasAddress(): boolean;
  /** Begins to take in the data. */
  take(): void;
  /** Whether they are at hand, and only being read. */
  isReading(): boolean;
  /** The first render waits for them. */
  waiting(): void;
  /** Whether they are still to come. */
  isLoading(): boolean;
  /** Resolves when they have been taken in or can't be had; never rejects. */
  settled(): Promise<void>;
}

/** So many ms the first render waits for data that are at hand: mostly they are read at once. */
const PATIENCE = 100;
/** Which share of the stage's height may go to what else there is to say. */
const YIELD = 1 / 3;

/** What is no text for readers: data, templates, and what has a place in the element itself. */
const UNREAD = 'script, style, template, [slot]';

/**
 * What a page says in the element's place before there is a script: its plain HTML, and the shadow root that a server may have written. It
 * stays, as high as it was, until the element has something to show, so that no text vanishes and nothing below it moves.
 */
export class ServedContent implements ReactiveController {
  readonly #host: ControllerHost;
  readonly #options: ServedContentOptions;
  /** How high the element was, in px; 0 where nobody has seen it, and from when its data are shown. */
  #height = 0;
  /** Whether there is something to read. */
  readonly #isRead: boolean;
  #box: HTMLElement | null = null;
  #hasBegun = false;
  /** Whether the first render is done. */
  #isOver = false;
  #isAsked = false;

  /** To be made with the host: only until that is there does `:not(:defined)` tell how high it is. */
  constructor(host: ControllerHost, options: ServedContentOptions) {
    this.#host = host;
    this.#options = options;
    // Nobody reads what is in no page, or on a server.
    if (host.isConnected) this.#height = innerHeight(host);
    this.#isRead = this.#height > 0 && [...host.childNodes].some(isForReaders);
    host.addController(this);
  }

  /** Puts it where it will be seen, or nothing that is as high; what a server has said of the look stays. */
  keep(root: ShadowRoot): void {
    const served = root.querySelectorAll('style');
    root.replaceChildren(...served);
    if (this.#height === 0) return;
    const { ownerDocument } = root;
    const box = (this.#box = ownerDocument.createElement('div'));
    Object.assign(box.style, { height: `${this.#height}px`, overflow: 'auto' });
    if (this.#isRead) box.append(ownerDocument.createElement('slot'));
    root.append(box);
  }

  /** Returns what the first render waits for, so that what it shows need not move; null where there is nothing to wait for. */
  begin(): Promise<unknown> | null {
    if (this.#hasBegun) return null;
    this.#hasBegun = true;
    const { hasAddress, take, isReading, settled, waiting } = this.#options;
    if (this.#isRead) {
      take();
      waiting();
      this.#box!.ariaBusy = 'true';
      return settled();
    }
    // Nothing is asked for sooner than it need be: the page may be about to say how it is to be read.
    if (hasAddress()) return null;
    take();
    if (!isReading()) return null;
    waiting();
    return Promise.race([settled(), new Promise(resolve => setTimeout(resolve, PATIENCE))]);
  }

  /** The page gives other data while the first render waits for those that it gave before: nobody waits for them any more. */
  async again(): Promise<void> {
    if (!this.#hasBegun || this.#isOver || this.#isAsked) return;
    this.#isAsked = true;
    // What belongs together is said in one task.
    await Promise.resolve();
    this.#isAsked = false;
    if (!this.#isOver) this.#options.take();
  }

  hostUpdated(): void {
    this.#box?.remove();
    this.#box = null;
    this.#isOver = true;
    if (this.#height > 0 && !this.#options.isLoading()) this.#fit();
  }

  /** What the data have to say around the picture takes height from it, rather than push what is below: a third at the most. */
  #fit(): void {
    const root = this.#host.shadowRoot!.querySelector<HTMLElement>('.root')!;
    const stage = root.querySelector<HTMLElement>('.stage');
    const excess = root.offsetHeight - this.#height;
    this.#height = 0;
    if (stage && excess > 0 && excess <= stage.offsetHeight * YIELD)
      root.style.setProperty('--_height', `calc(var(--timeline-height, 30rem) - ${excess}px)`);
  }
}

/** Whether a node says something: the bare text of a page does, too. */
function isForReaders(node: Node): boolean {
  if (node.nodeType === Node.TEXT_NODE) return /\S/.test(node.nodeValue!);
  return node.nodeType === Node.ELEMENT_NODE && !(node as Element).matches(UNREAD);
}

/** The height of what stands in an element, in px, without what the page has put around it. */
function innerHeight(element: HTMLElement): number {
  const style = getComputedStyle(element);
  const around = [style.paddingTop, style.paddingBottom, style.borderTopWidth, style.borderBottomWidth];
  return Math.max(0, element.offsetHeight - around.reduce((sum, px) => sum + parseFloat(px), 0));
}
