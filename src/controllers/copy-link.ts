import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** What has become of a link that was asked for. */
export type CopyState = 'idle' | 'copied' | 'shown';

export interface CopyLinkOptions {
  /** Id of the selected event. */
  selected(): string | null;
  /** The link to an event. */
  linkTo(id: string): string;
  /** It is copied, or shown to be copied by hand. */
  changed(state: CopyState): void;
}

/** Copies the link to an event; where the browser or the page does not let it, the link is shown in a field. What is said of it holds as long as the link leads to what is shown. */
export class CopyLink implements ReactiveController {
  readonly #options: CopyLinkOptions;
  #id: string | null = null;
  #state: CopyState = 'idle';
  #link = '';

  constructor(host: ReactiveControllerHost, options: CopyLinkOptions) {
    this.#options = options;
    host.addController(this);
  }

  /** What there is to say of the link to an event. */
  of(id: string): { readonly state: CopyState; readonly link: string } {
    return id === this.#id ? { state: this.#state, link: this.#link } : { state: 'idle', link: '' };
  }

  hostUpdate(): void {
    if (this.#id === null) return;
    const { linkTo, selected } = this.#options;
    const link = linkTo(this.#id);
    if (this.#id !== selected() || (this.#state === 'copied' && link !== this.#link)) this.#id = null;
    // What is to be copied by hand stays in its field, where the reader may be.
    else this.#link = link;
  }

  async copy(id: string): Promise<void> {
    const link = this.#options.linkTo(id);
    let state: CopyState = 'copied';
    try {
      await navigator.clipboard.writeText(link);
    } catch {
      state = 'shown';
    }
    this.#id = id;
    this.#link = link;
    this.#state = state;
    this.#options.changed(state);
  }
}
