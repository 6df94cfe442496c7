import type { ReactiveController } from 'lit';
import { warnOnce } from './author-warning.js';
import type { PermalinkSession } from './permalink-session.js';
import { readFields, type PermalinkField, type PermalinkState } from './permalink-state.js';
import type { ControllerHost } from './target-controller.js';

export interface PermalinkOptions {
  /** Under which the state is kept; nothing where it is not. */
  prefix(): string | null;
  /** Origins of pages around that may keep it instead. */
  hosts(): readonly string[];
  readonly fields: readonly PermalinkField[];
  /** A text of the address could not be taken up, or (null) there is nothing wrong with it. */
  failed(name: string, value: string | null, expected: string): void;
  changed(): void;
}

/** Keeps what the reader sees in the page's address. All that it takes to do so is loaded where it is asked for. */
export class PermalinkController implements ReactiveController {
  readonly #host: ControllerHost;
  readonly #options: PermalinkOptions;
  #prefix: string | null = null;
  #session: PermalinkSession | null = null;
  #loading: Promise<void> | null = null;
  /** Number of the prefix that it was given last: what is loaded for one before it is of no use. */
  #turn = 0;
  #pushes = false;
  #isTaking = false;
  /** What all was before anything was restored. */
  #initial: PermalinkState | null = null;

  constructor(host: ControllerHost, options: PermalinkOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** Whether there is an address that leads here. */
  get active(): boolean {
    return this.#session?.joined ?? false;
  }

  /** Whether another timeline of the page has the prefix. */
  get isTaken(): boolean {
    return this.#session !== null && this.#host.isConnected && !this.#session.joined;
  }

  /** Begins where it is asked for; returns what is worth waiting for, as an address is to be taken up before anything is painted. */
  begin(): Promise<void> | null {
    if (!this.#host.isConnected) return null;
    const prefix = this.#options.prefix();
    if (prefix !== this.#prefix) {
      this.#end();
      this.#prefix = prefix;
      if (prefix !== null) this.#loading = this.#load(prefix);
    }
    return prefix !== null && location.hash.includes(`${prefix}.`) ? this.#loading : null;
  }

  /** There are data: takes up what the address says; `framed` is called before the view is asked for, whose line may be another one by then. */
  take(framed: () => void): void {
    if (this.#prefix === null) return;
    // Before the reader can have changed anything, however late all else is loaded.
    this.#initial ??= readFields(this.#options.fields);
    this.#isTaking = true;
    this.#session?.take(this.#initial, { framed, chosen: this.#pushes });
    this.#isTaking = false;
  }

  /** The reader has done something that going back undoes. */
  push(): void {
    this.#pushes ||= !this.#isTaking;
  }

  /** The link to what is shown, with that event selected. */
  linkTo(id: string): string {
    return this.#session?.linkTo(id) ?? location.href;
  }

  hostUpdated(): void {
    this.#session?.note({ push: this.#pushes });
    this.#pushes = false;
  }

  hostConnected(): void {
    this.#session?.begin();
  }

  hostDisconnected(): void {
    this.#session?.end();
  }

  async #load(prefix: string): Promise<void> {
    const turn = this.#turn;
    try {
      const { PermalinkSession } = await import('./permalink-session.js');
      if (turn !== this.#turn) return;
      const { hosts, fields, failed, changed } = this.#options;
      const session = new PermalinkSession(
        {
          prefix,
          hosts: hosts(),
          fields,
          failed: (key, text, expected) => failed(`#${prefix}.${key}`, text, expected),
          pending: () => {
            // What the reader did before that is undone.
            this.#pushes = false;
            changed();
          },
        },
        window,
      );
      this.#session = session;
      if (this.#host.isConnected) session.begin();
      changed();
    } catch (cause) {
      warnOnce(`the address could not be read: ${String(cause)}`, this.#host);
    } finally {
      if (turn === this.#turn) this.#loading = null;
    }
  }

  #end(): void {
    this.#turn++;
    this.#session?.end();
    this.#session = this.#loading = this.#initial = null;
  }
}
