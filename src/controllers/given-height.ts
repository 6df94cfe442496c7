import type { ReactiveController } from 'lit';
import { SizeController } from './size.js';
import type { ControllerHost } from './target-controller.js';

export interface GivenHeightOptions {
  root(): ShadowRoot;
}

/**
 * Has the picture take what is left of a height that the page gives the element: the root then scrolls what is more. Details that are
 * opened add to what is scrolled, and leave the picture as it is.
 */
export class GivenHeightController implements ReactiveController {
  readonly #root: () => ShadowRoot;
  /** What there is, in px; while something is open, what there would be without; 0 where it is as high as what it holds. */
  #given = 0;
  /** Whether what is open has made the element higher, as it is as high as what it holds and only stretched beside others. */
  #isGrown = false;
  /** What is open, in words. */
  #opened = '';

  constructor(host: ControllerHost, { root }: GivenHeightOptions) {
    this.#root = root;
    host.addController(this);
    const changed = (): void => this.#share();
    for (const selector of ['.given', '.opened'])
      new SizeController(host, { target: () => this.#find(selector), changed });
  }

  hostUpdated(): void {
    const opened = (this.#given > 0 && this.#find('.opened')?.textContent.trim()) || '';
    if (opened === this.#opened) return;
    this.#opened = opened;
    // At once, or the picture would give way to it for a frame.
    this.#share();
  }

  #find(selector: string): HTMLElement | null {
    return this.#root().querySelector<HTMLElement>(selector);
  }

  #share(): void {
    const probe = this.#find('.given')!;
    const height = probe.offsetHeight;
    const opened = this.#find('.opened')?.offsetHeight ?? 0;
    probe.classList.toggle('definite', height > 0);
    this.#isGrown = opened > 0 && (this.#isGrown || Math.abs(this.#given + opened - height) < 2);
    if (!this.#isGrown) this.#given = height;
    const isExtended = opened > 0 && !this.#isGrown;
    // Not set where nothing is open: all that inherits it would be styled anew.
    this.#find('.root')!.style.setProperty('--_extent', isExtended ? `${height + opened}px` : '');
  }
}
