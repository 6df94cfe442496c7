import { readFragment, withoutPrefix, writeFragment } from './permalink-fragment.js';
import type { PermalinkState } from './permalink-state.js';

/** One that keeps its state in the address. */
export interface AddressUser {
  readonly prefix: string;
  /** The reader has gone back or forward, or has followed or typed an address; `null` where it says nothing and so leaves all as it is. */
  restore(state: PermalinkState | null): void;
}

/** How long the state rests before it is written. */
const REST_MS = 250;
/** WebKit throws at the 101st change in 30 s; others on the page have their share. */
const MOST = 60;
const PERIOD_MS = 30_000;

/** The fragment of the page's address, for all who keep something in it: each under a prefix, nobody else's part is touched. */
export class Address {
  readonly #window: Window;
  readonly #users = new Map<string, AddressUser>();
  readonly #pending = new Map<string, PermalinkState>();
  #pushes = false;
  #timer: ReturnType<typeof setTimeout> | 0 = 0;
  /** When it was changed lately. */
  #changes: number[] = [];
  /** As it was when somebody last looked. */
  #seen = '';

  constructor(window: Window) {
    this.#window = window;
  }

  /** Takes in a user; false where another one has the prefix. */
  join(user: AddressUser): boolean {
    if (this.#users.has(user.prefix)) return false;
    if (this.#users.size === 0) {
      this.#seen = this.#fragment;
      for (const type of ['popstate', 'hashchange']) this.#window.addEventListener(type, this.#look);
    }
    this.#users.set(user.prefix, user);
    return true;
  }

  leave({ prefix }: AddressUser): void {
    this.#users.delete(prefix);
    this.#pending.delete(prefix);
    if (this.#users.size > 0) return;
    for (const type of ['popstate', 'hashchange']) this.#window.removeEventListener(type, this.#look);
  }

  read(prefix: string): PermalinkState {
    return readFragment(this.#fragment, prefix);
  }

  /** The page's address with that state. */
  with(prefix: string, state: PermalinkState): string {
    return this.#href(writeFragment(this.#fragment, prefix, state));
  }

  /** Keeps a state: in an entry of its own in the history, or, once it rests, in the one that there is. */
  keep(prefix: string, state: PermalinkState, { push }: { push: boolean }): void {
    if (push) {
      // What the reader leaves has to be as the reader leaves it.
      this.#flush();
      this.#pushes = true;
    }
    this.#pending.set(prefix, state);
    this.#later(push ? 0 : REST_MS);
  }

  get #fragment(): string {
    return this.#window.location.hash.slice(1);
  }

  /** Whatever <base> says. */
  #href(fragment: string): string {
    const [page] = this.#window.location.href.split('#');
    return fragment ? `${page}#${fragment}` : page!;
  }

  #later(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = 0;
    if (ms > 0) this.#timer = setTimeout(() => this.#flush(), ms);
    else this.#flush();
  }

  #flush(): void {
    clearTimeout(this.#timer);
    this.#timer = 0;
    if (this.#pending.size === 0) return;
    const now = performance.now();
    this.#changes = this.#changes.filter(at => now - at < PERIOD_MS);
    const [oldest] = this.#changes;
    if (oldest !== undefined && this.#changes.length >= MOST) return this.#later(oldest + PERIOD_MS - now);
    const fragment = [...this.#pending].reduce(
      (written, [prefix, state]) => writeFragment(written, prefix, state),
      this.#fragment,
    );
    if (fragment !== this.#fragment && !this.#change(fragment, now)) return;
    this.#pending.clear();
    this.#pushes = false;
    this.#seen = this.#fragment;
  }

  /** Changes the address; the page's own state of the entry stays. False where the browser does not let it for now. */
  #change(fragment: string, now: number): boolean {
    const { history } = this.#window;
    this.#changes.push(now);
    try {
      history[this.#pushes ? 'pushState' : 'replaceState'](history.state, '', this.#href(fragment));
      return true;
    } catch {
      // Others have used up what the engine allows, or it is a document without an address of its own: nothing until much later.
      this.#changes = Array.from({ length: MOST }, () => now);
      return false;
    }
  }

  /** The address is another one, by somebody else's doing. */
  readonly #look = (): void => {
    const [before, now] = [this.#seen, this.#fragment];
    if (before === now) return;
    this.#seen = now;
    clearTimeout(this.#timer);
    this.#timer = 0;
    this.#pending.clear();
    this.#pushes = false;
    // An address that differs in what is others', and says nothing of ours, leads to their place, not away from ours.
    const isForeign = this.#foreign(before) !== this.#foreign(now);
    for (const user of [...this.#users.values()]) {
      const state = readFragment(now, user.prefix);
      user.restore(isForeign && Object.keys(state).length === 0 ? null : state);
    }
  };

  #foreign(fragment: string): string {
    return [...this.#users.keys()].reduce(withoutPrefix, fragment);
  }
}

const addresses = new WeakMap<Window, Address>();

/** The address of a window. */
export function addressOf(window: Window): Address {
  let address = addresses.get(window);
  if (!address) addresses.set(window, (address = new Address(window)));
  return address;
}
