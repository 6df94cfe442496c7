import type { ReactiveController } from 'lit';
import { fetchBytes, UNCHANGED, type Condition, type LoadedBytes } from './fetch-bytes.js';
import type { LoadFailure } from './load-failure.js';
import type { ControllerHost } from './target-controller.js';

export interface LoadOptions {
  /** A request begins. Not called for an address that is refused at once, nor for a refresh. */
  started(url: string): void;
  /** The share that has come, 0 to 1; null where nobody knows how much will. */
  progress?(share: number | null): void;
  /**
   * Takes the bytes in, and returns why they could not be used, if so. Where it awaits anything, it must look at
   * `signal` afterwards: aborted, they are outdated.
   */
  load(answer: LoadedBytes, signal: AbortSignal): Promise<LoadFailure | void>;
  /** There is nothing but what was taken in last. */
  unchanged?(): void;
  failed(failure: LoadFailure): void;
  /** Cap on the decoded bytes; `MAX_BYTES` when absent. */
  maxBytes?(): number;
  /** Whether a web page is what is looked for. */
  html?(): boolean;
  /** In ms; `TIMEOUT` when absent. */
  readonly timeout?: number;
}

/** What was taken in last, so that nobody does it again. */
interface Seen {
  readonly url: string;
  readonly condition: Condition | undefined;
  readonly digest: string;
}

/**
 * Loads the bytes at `src` while the host is in the page. The last `src` wins, whatever answers first; changes within
 * one task make one request. Leaving the page ends a request, and coming back begins it again, but being moved does
 * neither. What was taken in already is not taken in again. What a failure leaves on show is the host's affair.
 */
export class LoadController implements ReactiveController {
  readonly #host: ControllerHost;
  readonly #options: LoadOptions;
  #src = '';
  #reload = false;
  #refreshing = false;
  #seen: Seen | null = null;
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

  /** Whether anything that was asked for is on its way, or will be once the host is in the page. */
  get busy(): boolean {
    return this.#due;
  }

  /** Whether what is told now comes of a refresh. */
  get refreshing(): boolean {
    return this.#refreshing;
  }

  /** Address of the data, relative to the document's base; empty or null for none. */
  set src(src: string | null | undefined) {
    if ((src ?? '') === this.#src) return;
    this.#src = src ?? '';
    void this.anew();
  }

  get src(): string {
    return this.#src;
  }

  /** Loads `src` as if for the first time; resolves as `settled` does. */
  anew(): Promise<void> {
    this.forget();
    return this.#ask(false);
  }

  /** What was taken in last is not what the host has any more. */
  forget(): void {
    this.#seen = null;
  }

  /** Asks the server for `src` once more; resolves as `settled` does. */
  reload(): Promise<void> {
    return this.#ask(true);
  }

  /** Looks for something new at `src`, unless a request is on its way; resolves when that is done. */
  async refresh(): Promise<void> {
    if (this.#due || this.#run || !this.#src || !this.#host.isConnected) return;
    this.#reload = true;
    await this.#load(true);
  }

  /** Gives up what was asked for, which is a failure like any other. */
  cancel(): void {
    if (!this.#due) return;
    this.#stop();
    this.#due = false;
    this.#options.failed({ kind: 'cancelled', url: this.#url ?? this.#src });
    if (!this.#due) this.#done();
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

  /** The absolute http(s) address, or null where `src` is none. */
  get #url(): string | null {
    const { baseURI } = this.#host.ownerDocument;
    const url = URL.canParse(this.#src, baseURI) && new URL(this.#src, baseURI);
    return url && /^https?:$/.test(url.protocol) ? url.href : null;
  }

  #ask(reload: boolean): Promise<void> {
    this.#stop();
    this.#reload = reload;
    this.#due = this.#src !== '';
    if (this.#due) this.#queue();
    else this.#done();
    return this.#settled;
  }

  #queue(): void {
    if (!this.#settle) this.#settled = new Promise(resolve => (this.#settle = resolve));
    if (this.#queued) return;
    this.#queued = true;
    queueMicrotask(() => {
      this.#queued = false;
      if (this.#due && !this.#run && this.#host.isConnected) void this.#load(false);
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

  async #load(refreshing: boolean): Promise<void> {
    const run = (this.#run = new AbortController());
    this.#refreshing = refreshing;
    const url = this.#url;
    if (url && !refreshing) this.#options.started(url);
    const outcome = url ? await this.#take(url, run) : ({ kind: 'url', url: this.#src } as const);
    if (this.#run !== run) return;
    this.#run = null;
    this.#due = false;
    if (outcome === UNCHANGED) this.#options.unchanged?.();
    else if (outcome) this.#options.failed(outcome);
    if (!this.#due) this.#done(); // unless the host asked again in its answer
  }

  /** Returns why nothing new was taken in, if so. */
  async #take(url: string, run: AbortController): Promise<LoadFailure | typeof UNCHANGED | void> {
    const { load, progress, maxBytes, html, timeout } = this.#options;
    const seen = this.#reload && this.#seen?.url === url ? this.#seen : null;
    const answer = await fetchBytes(url, {
      run,
      maxBytes: maxBytes?.(),
      timeout,
      reload: this.#reload,
      condition: seen?.condition,
      html: html?.(),
      progress,
    });
    if (answer === UNCHANGED || 'kind' in answer) return answer;
    const { condition, digest } = answer;
    if (digest === seen?.digest) return UNCHANGED;
    try {
      const failure = await load(answer, run.signal);
      if (failure) return failure;
    } catch (cause) {
      return { kind: 'data', url: answer.url, cause };
    }
    if (!run.signal.aborted) this.#seen = { url, condition, digest };
  }
}
