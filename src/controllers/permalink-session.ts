import { addressOf, type Address, type AddressUser } from './address.js';
import { HostPage } from './host-page.js';
import type { PermalinkField, PermalinkKey, PermalinkState, Restoring } from './permalink-state.js';

export interface SessionOptions {
  readonly prefix: string;
  /** Origins of pages around that may keep the state. */
  readonly hosts: readonly string[];
  readonly fields: readonly PermalinkField[];
  /** The text of a key could not be taken up; null where there is nothing wrong with it. */
  failed(key: PermalinkKey, text: string | null, expected: string): void;
  /** There is a state to be taken up. */
  pending(): void;
}

/** What one timeline keeps in an address: that of its page or, where it is asked for and agrees, of the page around. */
export class PermalinkSession implements AddressUser {
  readonly prefix: string;
  readonly #options: SessionOptions;
  readonly #window: Window;
  readonly #address: Address;
  #joined = false;
  #host: HostPage | null = null;
  /** What all was before anything was restored; null before that. */
  #initial: PermalinkState | null = null;
  /** What is to be taken up; `undefined` for nothing. */
  #wanted: PermalinkState | undefined;
  #isFirst = true;
  /** What could not be taken up, and may be with data to come. */
  #late: { readonly keys: ReadonlySet<PermalinkKey>; readonly restoring: Restoring } | null = null;
  /** What is kept now. */
  #kept: PermalinkState = {};

  constructor(options: SessionOptions, window: Window) {
    this.#options = options;
    this.#window = window;
    this.prefix = options.prefix;
    this.#address = addressOf(window);
  }

  /** Whether it keeps anything: not where another timeline of the page has the prefix. */
  get joined(): boolean {
    return this.#joined;
  }

  /** Its timeline is in the page. */
  begin(): void {
    this.#joined = this.#address.join(this);
    if (!this.#joined) return;
    const { hosts: origins } = this.#options;
    this.#wanted = this.#address.read(this.prefix);
    if (origins.length === 0 || this.#window.parent === this.#window) return;
    this.#host = new HostPage(this.#window, {
      prefix: this.prefix,
      origins,
      restore: state => this.restore(state),
    });
  }

  /** Its timeline leaves the page. */
  end(): void {
    if (this.#joined) this.#address.leave(this);
    this.#joined = false;
    this.#host?.end();
    this.#host = null;
  }

  restore(state: PermalinkState | null): void {
    // The place is another one, what is shown here is not; the page's own anchor stays as its author wrote it.
    if (state === null) return;
    this.#wanted = state;
    this.#options.pending();
  }

  /**
   * Takes up what waits, now that there are data; `initial` is what all was before anything was restored. What the reader has `chosen`
   * while it waited stays selected.
   */
  take(
    initial: PermalinkState,
    { framed, chosen }: { readonly framed: () => void; readonly chosen: boolean },
  ): void {
    const state = this.#wanted;
    if (!state) return this.#takeLate();
    this.#wanted = undefined;
    this.#initial = initial;
    const first = this.#isFirst;
    this.#isFirst = false;
    const restoring = { state, first };
    const late = new Set<PermalinkKey>();
    for (const { key, expected, waits, write } of this.#options.fields) {
      // What an address does not name was not changed, or not yet.
      const text = state[key] ?? initial[key]!;
      if (key === 'view') framed();
      const isLeft = key === 'sel' && chosen;
      const isTaken = isLeft || (first && state[key] === undefined) || write(text, restoring);
      if (!isTaken && waits && state[key] !== undefined) late.add(key);
      this.#options.failed(key, isTaken ? null : text, expected);
    }
    this.#late = late.size > 0 ? { keys: late, restoring } : null;
    if (first && Object.keys(state).length === 0) return;
    this.#kept = state;
    // However it is written there, it is in the address already.
    if (!chosen) this.#kept = this.#read();
  }

  /** All stands as it will: keeps what is other than before. */
  note({ push }: { push: boolean }): void {
    if (!this.#joined || !this.#initial || this.#wanted) return;
    if (push) this.#late = null;
    let state = this.#read();
    if (isSame(state, this.#kept)) return;
    // The reader is somewhere else by now.
    if (this.#late) {
      this.#late = null;
      state = this.#read();
    }
    this.#kept = state;
    this.#keep(state, push);
  }

  /** The address that leads to what is shown, with that event selected. */
  linkTo(id: string): string {
    const state = { ...this.#read(), sel: id };
    return this.#host?.linkTo(state) ?? this.#address.with(this.prefix, state);
  }

  /** Other data may have what an address named in vain. */
  #takeLate(): void {
    if (!this.#late) return;
    const { keys, restoring } = this.#late;
    for (const { key, expected, write } of this.#options.fields) {
      if (!keys.has(key) || !write(restoring.state[key]!, restoring)) continue;
      this.#late = null;
      this.#options.failed(key, null, expected);
      this.#kept = this.#read();
    }
  }

  #keep(state: PermalinkState, push: boolean): void {
    if (this.#host?.agreed) this.#host.keep(state, { push });
    else this.#address.keep(this.prefix, state, { push });
  }

  #read(): PermalinkState {
    const state: Partial<Record<PermalinkKey, string>> = {};
    for (const { key, read } of this.#options.fields) {
      // What waits for its data stays in the address.
      const late = this.#late?.keys.has(key) ? this.#late.restoring.state[key] : null;
      const text = late ?? read() ?? this.#kept[key] ?? this.#initial![key]!;
      if (text !== this.#initial![key]) state[key] = text;
    }
    return state;
  }
}

const isSame = (a: PermalinkState, b: PermalinkState): boolean => JSON.stringify(a) === JSON.stringify(b);
