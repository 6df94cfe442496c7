import { writeFragment } from './permalink-fragment.js';
import type { PermalinkState } from './permalink-state.js';

/** The name and the version of the messages; README.md tells what is in them. */
const TYPE = 'timeline-permalink';
const VERSION = 1;
/** As an address is kept: no more often than an engine lets it be changed. */
const REST_MS = 250;
/** No text from outside is longer. */
const LONGEST = 1_000;

export interface HostPageOptions {
  readonly prefix: string;
  /** Origins that are trusted with the state. */
  readonly origins: readonly string[];
  restore(state: PermalinkState): void;
}

/** The page that an embedding frame stands in, where it has one of the origins and agrees to keep the state in its own address. */
export class HostPage {
  readonly #window: Window;
  readonly #options: HostPageOptions;
  /** Of the page that has agreed. */
  #origin: string | null = null;
  /** Its address, fragment included. */
  #href: string | null = null;
  #timer: ReturnType<typeof setTimeout> | 0 = 0;
  #send: (() => void) | null = null;

  constructor(window: Window, options: HostPageOptions) {
    this.#window = window;
    this.#options = options;
    window.addEventListener('message', this.#receive);
    for (const origin of this.#candidates()) this.#post({ action: 'hello' }, origin);
  }

  /** Whether it keeps the state. */
  get agreed(): boolean {
    return this.#origin !== null;
  }

  end(): void {
    clearTimeout(this.#timer);
    this.#window.removeEventListener('message', this.#receive);
  }

  keep(state: PermalinkState, { push }: { push: boolean }): void {
    if (push) this.#flush();
    this.#send = () => this.#post({ action: 'keep', state, push }, this.#origin!);
    clearTimeout(this.#timer);
    if (push) this.#flush();
    else this.#timer = setTimeout(() => this.#flush(), REST_MS);
  }

  /** Its address with that state; `null` where it has not told. */
  linkTo(state: PermalinkState): string | null {
    if (this.#href === null) return null;
    const [page, fragment = ''] = this.#href.split(/#(.*)/s);
    return `${page}#${writeFragment(fragment, this.#options.prefix, state)}`;
  }

  #flush(): void {
    clearTimeout(this.#timer);
    this.#send?.();
    this.#send = null;
  }

  /** Whom to ask. An engine that tells who is around is asked, as one that is posted to a wrong origin complains in the console. */
  #candidates(): readonly string[] {
    const { origins } = this.#options;
    const around = this.#window.location.ancestorOrigins?.[0];
    return around === undefined ? origins : origins.filter(origin => origin === around);
  }

  #post(message: object, origin: string): void {
    const { prefix } = this.#options;
    this.#window.parent.postMessage({ type: TYPE, version: VERSION, prefix, ...message }, origin);
  }

  readonly #receive = ({ source, origin, data }: MessageEvent<unknown>): void => {
    const { prefix, origins, restore } = this.#options;
    if (source !== this.#window.parent || !origins.includes(origin) || !isRecord(data)) return;
    if (data.type !== TYPE || data.version !== VERSION || data.prefix !== prefix || data.action !== 'restore')
      return;
    if (!isRecord(data.state)) return;
    this.#origin = origin;
    const { href } = data;
    this.#href = typeof href === 'string' && href.startsWith(`${origin}/`) ? href : null;
    clearTimeout(this.#timer);
    this.#send = null;
    restore(
      Object.fromEntries(
        Object.entries(data.state).filter(([, text]) => typeof text === 'string' && text.length <= LONGEST),
      ),
    );
  };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
