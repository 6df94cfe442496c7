import type { ReactiveController } from 'lit';
import type { ControllerHost } from './target-controller.js';

export interface AnnouncerOptions {
  /** The element with `role="status"`, rendered empty and filled here alone. */
  status(): Element | null;
}

/**
 * `now`: the answer to what the reader did · `settled`: 500 ms after the last of them · `streamed`: likewise, and at
 * least 5 s after whatever was said last.
 */
export type Pace = 'now' | 'settled' | 'streamed';

const SETTLE_MS = 500;
const STREAM_MS = 5_000;
const MOST_CHARACTERS = 80;

/** Says in the status line what has changed, and only while focus is in the host: a page may hold many of them. */
export class Announcer implements ReactiveController {
  readonly #host: ControllerHost;
  readonly #options: AnnouncerOptions;
  #timer: ReturnType<typeof setTimeout> | 0 = 0;
  #text: string | (() => string) = '';
  #saidAt = -Infinity;

  constructor(host: ControllerHost, options: AnnouncerOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** Says a text, in place of any that still waits; a function is asked for it when its time has come. */
  say(text: string | (() => string), pace: Pace = 'settled'): void {
    this.#text = text;
    // A stream must not push its own turn further and further away.
    if (pace === 'streamed' && this.#timer) return;
    this.#stop();
    if (pace === 'now') return this.#write();
    const wait = pace === 'streamed' ? this.#saidAt + STREAM_MS - performance.now() : 0;
    this.#timer = setTimeout(() => this.#write(), Math.max(SETTLE_MS, wait));
  }

  hostDisconnected(): void {
    this.#stop();
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#timer = 0;
  }

  #write(): void {
    this.#timer = 0;
    const status = this.#options.status();
    if (!status || !this.#host.matches(':focus-within')) return;
    this.#saidAt = performance.now();
    status.textContent = shortened(typeof this.#text === 'string' ? this.#text : this.#text());
  }
}

/** Returns the text up to the last word that fits. */
function shortened(text: string): string {
  const characters = [...text];
  if (characters.length <= MOST_CHARACTERS) return text;
  return `${characters
    .slice(0, MOST_CHARACTERS - 1)
    .join('')
    .replace(/\s+\S*$/, '')}…`;
}
