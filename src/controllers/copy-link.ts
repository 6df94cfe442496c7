/** What has become of a link that was asked for. */
export type CopyState = 'idle' | 'copied' | 'shown';

export interface CopyLinkOptions {
  /** The link to an event. */
  linkTo(id: string): string;
  /** It is copied, or shown to be copied by hand. */
  changed(state: CopyState): void;
}

/** Copies the link to an event; where the browser or the page does not let it, the link is shown in a field. */
export class CopyLink {
  readonly #options: CopyLinkOptions;
  #id: string | null = null;
  #state: CopyState = 'idle';
  #link = '';

  constructor(options: CopyLinkOptions) {
    this.#options = options;
  }

  /** What there is to say of the link to an event. */
  of(id: string): { readonly state: CopyState; readonly link: string } {
    return id === this.#id ? { state: this.#state, link: this.#link } : { state: 'idle', link: '' };
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
