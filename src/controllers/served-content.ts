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
  /** Resolves when they have been taken in or can't be had; never rejects. */
  settled(): Promise<void>;
}

/** So many ms the first render waits for data that are at hand: mostly they are read at once. */
const PATIENCE = 100;

/** What is no text for readers: data, templates, and what has a place in the element itself. */
const UNREAD = 'script, style, template, [slot]';

/**
 * What a page says in the element's place before there is a script: its plain HTML, and the shadow root that a server may have written. It
 * stays, as high as it was, until the element has something to show, so that no text vanishes and nothing below it moves.
 */
export class ServedContent implements ReactiveController {
  readonly #options: ServedContentOptions;
  /** How high it was; 0 where there is nothing to read. */
  readonly #height: number;
  #box: HTMLElement | null = null;
  #hasBegun = false;
  /** Whether the first render is done. */
  #isOver = false;
  #isAsked = false;

  /** To be made with the host: only until that is there does `:not(:defined)` tell how high it is. */
  constructor(host: ControllerHost, options: ServedContentOptions) {
    this.#options = options;
    // Nobody reads what is in no page, or on a server.
    const isRead = host.isConnected && [...host.childNodes].some(isForReaders);
    this.#height = isRead ? innerHeight(host) : 0;
    host.addController(this);
  }

  /** Puts it where it will be seen; what a server has said of the look stays. */
  keep(root: ShadowRoot): void {
    const served = root.querySelectorAll('style');
    if (this.#height === 0) return root.replaceChildren(...served);
    const { ownerDocument } = root;
    const box = (this.#box = ownerDocument.createElement('div'));
    Object.assign(box.style, { height: `${this.#height}px`, overflow: 'auto' });
    box.append(ownerDocument.createElement('slot'));
    root.replaceChildren(...served, box);
  }

  /** Returns what the first render waits for, so that what it shows need not move; null where there is nothing to wait for. */
  begin(): Promise<unknown> | null {
    if (this.#hasBegun) return null;
    this.#hasBegun = true;
    const { hasAddress, take, isReading, settled, waiting } = this.#options;
    // Nothing is asked for sooner than it need be: the page may be about to say how it is to be read.
    if (!this.#box && hasAddress()) return null;
    take();
    if (!this.#box && !isReading()) return null;
    waiting();
    if (!this.#box) return Promise.race([settled(), new Promise(resolve => setTimeout(resolve, PATIENCE))]);
    this.#box.ariaBusy = 'true';
    return settled();
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
