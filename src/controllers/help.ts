import type { ReactiveController } from 'lit';
import type { ControllerHost } from './target-controller.js';

export interface HelpOptions {
  /** The dialog, which is rendered while it is open; what takes the focus in it has a `tabindex` of −1. */
  dialog(): HTMLDialogElement | null;
  /** What has the focus within the element. */
  focused(): HTMLElement | null;
  /** Gives the focus back to what had it. */
  back(to: HTMLElement | null): void;
  changed(): void;
}

/** Whether the list of keys is open: a modal dialog, as what it tells of may fill the window. */
export class HelpController implements ReactiveController {
  readonly #options: HelpOptions;
  #open = false;
  #before: HTMLElement | null = null;

  constructor(host: ControllerHost, options: HelpOptions) {
    this.#options = options;
    host.addController(this);
  }

  get open(): boolean {
    return this.#open;
  }

  toggle(): void {
    if (this.#open) return void this.close();
    this.#before = this.#options.focused();
    this.#open = true;
    this.#options.changed();
  }

  /** Closes it, by whatever means, and tells whether it was open. */
  close(): boolean {
    if (!this.#open) return false;
    this.#open = false;
    this.#options.dialog()?.close();
    this.#options.back(this.#before);
    this.#before = null;
    this.#options.changed();
    return true;
  }

  hostUpdated(): void {
    const dialog = this.#options.dialog();
    if (!dialog?.isConnected || dialog.open) return;
    dialog.showModal();
    dialog.querySelector<HTMLElement>('[tabindex="-1"]')?.focus();
  }

  /** What leaves the page closes, and would come back without being modal. */
  hostDisconnected(): void {
    this.#open = false;
    this.#before = null;
    this.#options.changed();
  }
}
