import type { EditOptions } from './edit-options.js';

/** A form or a question. */
export interface PanelContent {
  /** Id of the event that it is about. */
  readonly id: string | null;
  template(close: () => void): unknown;
}

/** What is open under the picture; it takes the focus, and gives it back to what had it. */
export class EditPanel {
  readonly #options: EditOptions;
  #content: PanelContent | null = null;
  #before: HTMLElement | null = null;
  /** Whether it is to get the focus, once it stands. */
  #isOpening = false;

  constructor(options: EditOptions) {
    this.#options = options;
  }

  get content(): PanelContent | null {
    return this.#content;
  }

  template(): unknown {
    return this.#content?.template(() => void this.close()) ?? this.#options.templating.nothing;
  }

  open(content: PanelContent): void {
    const { root, changed } = this.#options;
    if (!this.#content) this.#before = root().activeElement as HTMLElement | null;
    this.#content = content;
    this.#isOpening = true;
    changed();
  }

  /** Gives the focus to the field that is wrong, or else to the first one. */
  refocus(): void {
    this.#isOpening = true;
    this.#options.changed();
  }

  /** Closes it, and tells whether it was open. */
  close(): boolean {
    if (!this.#content) return false;
    const before = this.#before;
    this.drop();
    this.#options.focus(before);
    return true;
  }

  /** Closes it where the focus goes elsewhere. */
  drop(): void {
    this.#content = null;
    this.#before = null;
    this.#options.changed();
  }

  /** After a render. */
  updated(): void {
    if (!this.#isOpening) return;
    const find = (selector: string): HTMLElement | null =>
      this.#options.root().querySelector<HTMLElement>(`.editor ${selector}`);
    const field = find('[aria-invalid="true"]') ?? find(':is(input, .main)');
    if (!field) return;
    this.#isOpening = false;
    field.focus();
  }
}
