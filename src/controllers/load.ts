import type { ReactiveController } from 'lit';
import { fetchText, type LoadedText, type LoadFailure } from './fetch-text.js';
import type { ControllerHost } from './target-controller.js';

export interface LoadOptions {
  /** A request begins. Not called for an address that is refused at once. */
  started(url: string): void;
  /** Takes the text in. Where it awaits anything, it must look at `signal` afterwards: aborted, the text is outdated. */
  load(answer: LoadedText, signal: AbortSignal): void | Promise<void>;
  failed(failure: LoadFailure): void;
  /** Cap on the decoded bytes; 128 MB when absent. */
  maxBytes?(): number;
  /** In ms; 30 s when absent. */
  readonly timeout?: number;
}

/**
 * Loads the text at `src` while the host is in the page. The last `src` wins, whatever answers first; changes within
 * one task make one request. Leaving the page ends a request, and coming back begins it again, but being moved does
 * neither. What a failure leaves on show is the host's affair.
 */
export class LoadController implements ReactiveController {
  readonly #host: ControllerHost;
  readonly #options: LoadOptions;
  #src = '';
  #reload = false;
  /** Whether `src` is neither loaded nor failed. */
  #due = false;
  #queued = false;
  #run: AbortController | null = null;
  #settled: Promise<void> = Promise.resolve();
  #settle: (() => void) | null = null;

  constructor(host: ControllerHost, options: LoadOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** Resolves when what was asked for is loaded, has failed, or is not wanted any more; never rejects. */
  get settled(): Promise<void> {
    return this.#settled;
  }

  /** Whether anything is on its way, or will be once the host is in the page. */
  get busy(): boolean {
    return this.#due;
  }

  /** Address of the data, relative to the document's base; empty or null for none. */
  set src(src: string | null | undefined) {
    if ((src ?? '') === this.#src) return;
    this.#src = src ?? '';
    this.#ask(false);
  }

  get src(): string {
    return this.#src;
  }

  /** Loads `src` anew; resolves as `settled` does. */
  reload(): Promise<void> {
    this.#ask(true);
    return this.#settled;
  }

  hostConnected(): void {
    if (this.#due) this.#queue();
  }

  hostDisconnected(): void {
    queueMicrotask(() => {
      if (this.#host.isConnected) return;
      this.#stop();
      this.#done();
    });
  }

  #ask(reload: boolean): void {
    this.#stop();
    this.#reload = reload;
    this.#due = this.#src !== '';
    if (this.#due) this.#queue();
    else this.#done();
  }

  #queue(): void {
    if (!this.#settle) this.#settled = new Promise(resolve => (this.#settle = resolve));
    if (this.#queued) return;
    this.#queued = true;
    queueMicrotask(() => {
      this.#queued = false;
      if (this.#due && !this.#run && this.#host.isConnected) void this.#load();
    });
  }

  #stop(): void {
    this.#run?.abort();
    this.#run = null;
  }

  #done(): void {
    this.#settle?.();
    this.#settle = null;
  }

  async #load(): Promise<void> {
    const { maxBytes, timeout = 30_000 } = this.#options;
    const run = (this.#run = new AbortController());
    const url = httpUrl(this.#src, this.#host.ownerDocument.baseURI);
    let answer: LoadedText | LoadFailure = { kind: 'url', url: this.#src };
    if (url) {
      this.#options.started(url);
      answer = await fetchText(url, { run, maxBytes: maxBytes?.() ?? 128e6, timeout, reload: this.#reload });
    }
    if (this.#run !== run) return;
    if (!('kind' in answer)) {
      try {
        await this.#options.load(answer, run.signal);
      } catch (cause) {
        answer = { kind: 'data', url: answer.url, cause };
      }
      if (this.#run !== run) return;
    }
    this.#run = null;
    this.#due = false;
    if ('kind' in answer) this.#options.failed(answer);
    if (!this.#due) this.#done(); // unless the host asked again in its answer
  }
}

/** Returns the absolute http(s) address, or null where it is none. */
function httpUrl(src: string, base: string): string | null {
  const url = URL.canParse(src, base) && new URL(src, base);
  return url && /^https?:$/.test(url.protocol) ? url.href : null;
}
