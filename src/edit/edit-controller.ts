import type { ReactiveController } from 'lit';
import type { EditFace } from '../render/edit-face.js';
import { adoptSheets, sheetsIn } from '../render/sheets.js';
import type { EditOptions } from './edit-options.js';
import type { Editing } from './editing.js';
import type { ControllerHost } from '../controllers/target-controller.js';

export interface EditLoaderOptions extends EditOptions {
  /** What editing needs could not be loaded. */
  failed(cause: unknown): void;
}

/** Loads editing where events may be edited, and only there. */
export class EditController implements ReactiveController {
  readonly #host: ControllerHost;
  readonly #options: EditLoaderOptions;
  #editing: Editing | null = null;
  #loading: Promise<void> | null = null;

  constructor(host: ControllerHost, options: EditLoaderOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** What can be done; null where nothing can, or not yet. */
  get editing(): Editing | null {
    return this.#options.editable() ? this.#editing : null;
  }

  /** What is seen of it. */
  get face(): EditFace | null {
    return this.editing;
  }

  /** Resolves when it is loaded, where it is asked for; never rejects. */
  get settled(): Promise<void> {
    return this.#loading ?? Promise.resolve();
  }

  /** Other data are there: what was done to those before is no more. */
  forget(): void {
    this.#editing?.forget();
  }

  /** Nothing of what is open can be kept. */
  leave(): void {
    this.#editing?.leave();
  }

  hostUpdate(): void {
    if (this.#options.editable()) this.#loading ??= this.#load();
    else this.leave();
  }

  async #load(): Promise<void> {
    try {
      const { Editing, editSheet } = await import('./editing.js');
      const root = this.#options.root();
      adoptSheets(root, [...sheetsIn(root), editSheet]);
      this.#editing = new Editing(this.#host, this.#options);
      this.#options.changed();
    } catch (cause) {
      this.#options.failed(cause);
    }
  }
}
