import type { ReactiveController } from 'lit';
import type { LazyPart } from './lazy-part.js';
import type { ControllerHost } from './target-controller.js';

/** A part and when an element needs it. */
export interface Need {
  readonly part: LazyPart<object>;
  isNeeded(): boolean;
}

export interface LazyPartsOptions {
  /** By a name for authors. */
  readonly needs: Readonly<Record<string, Need>>;
  /** A part is there that is about to be rendered for the first time. */
  arrived(name: string, part: object): void;
  /** A part could not be had. */
  failed(name: string, cause: unknown): void;
}

/** So many ms a render waits for what it needs: then the element goes on without, and it comes when it comes. */
const PATIENCE = 1000;

/** Sees to it that what a render needs is loaded before, so that nothing flashes; what can't be had is not asked for again before it has been of no use for a while. */
export class LazyParts implements ReactiveController {
  readonly #host: ControllerHost;
  readonly #options: LazyPartsOptions;
  readonly #arrived = new Set<object>();
  readonly #failed = new Set<string>();
  /** Nobody waits for them any more. */
  readonly #late = new Set<string>();

  constructor(host: ControllerHost, options: LazyPartsOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** Whether a part could not be had. */
  hasFailed(name: string): boolean {
    return this.#failed.has(name);
  }

  /** Resolves when all that is needed is there or can't be had; never rejects. */
  get settled(): Promise<unknown> {
    return Promise.allSettled(this.#missing().map(name => this.#options.needs[name]!.part.load()));
  }

  /** Loads what the next render needs; returns what is worth waiting for. */
  begin(): Promise<unknown> | null {
    const missing = this.#missing().filter(name => !this.#late.has(name));
    if (missing.length === 0) return null;
    let timer = 0;
    const patience = new Promise<void>(resolve => {
      timer = window.setTimeout(() => {
        for (const name of this.#missing()) if (missing.includes(name)) this.#late.add(name);
        resolve();
      }, PATIENCE);
    });
    const loads = Promise.all(missing.map(name => this.#load(name))).then(() => clearTimeout(timer));
    return Promise.race([loads, patience]);
  }

  hostUpdate(): void {
    for (const [name, { part, isNeeded }] of Object.entries(this.#options.needs)) {
      if (!isNeeded()) this.#failed.delete(name);
      else if (part.value && !this.#arrived.has(part.value)) {
        this.#arrived.add(part.value);
        this.#options.arrived(name, part.value);
      }
    }
  }

  /** What turned out to be needed only while it was rendered is there in the next render. */
  hostUpdated(): void {
    if (this.#missing().some(name => !this.#late.has(name))) this.#host.requestUpdate();
  }

  #missing(): readonly string[] {
    return Object.entries(this.#options.needs).flatMap(([name, { part, isNeeded }]) =>
      !part.value && !this.#failed.has(name) && isNeeded() ? name : [],
    );
  }

  async #load(name: string): Promise<void> {
    try {
      await this.#options.needs[name]!.part.load();
    } catch (cause) {
      this.#failed.add(name);
      this.#options.failed(name, cause);
    }
    if (this.#late.delete(name) || this.#failed.has(name)) this.#host.requestUpdate();
  }
}
