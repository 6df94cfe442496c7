import type { EventTable } from '../data/event-table.js';
import type { Source } from '../data/timeline-event.js';
import { hasSources, registerOf, SOURCE_PAGE, type RegisteredSource } from '../index/source-register.js';
import type { ControllerHost } from './target-controller.js';

export interface SourceNotesOptions {
  table(): EventTable;
  root(): ParentNode;
  /** Opens the details of an event, unless they stand already. */
  open(id: string): void;
  /** Other sources are listed. */
  changed(): void;
}

/** The sources of the whole timeline: their numbers, the way to them, and how many of the list of all are shown. */
export class SourceNotesController {
  readonly #host: ControllerHost;
  readonly #options: SourceNotesOptions;
  #shown = 0;
  readonly #uses = new Set<string>();
  /** The table that was asked last whether it names any source, and its answer. */
  #asked: EventTable | null = null;
  #answer = false;

  constructor(host: ControllerHost, options: SourceNotesOptions) {
    this.#host = host;
    this.#options = options;
  }

  find(source: Source): RegisteredSource | undefined {
    return registerOf(this.#options.table()).find(source);
  }

  /** Whether there is any. */
  get exist(): boolean {
    const table = this.#options.table();
    if (table !== this.#asked) {
      this.#asked = table;
      this.#answer = hasSources(table);
    }
    return this.#answer;
  }

  /** Those that the list of all shows, and how many there are; `null` while it is closed. */
  get listed(): { readonly sources: readonly RegisteredSource[]; readonly total: number } | null {
    if (this.#shown === 0) return null;
    const { all } = registerOf(this.#options.table());
    return { sources: all.slice(0, this.#shown), total: all.length };
  }

  /** The list of all is opened or closed. */
  readonly toggle = (isOpen: boolean): void => {
    if (isOpen === this.#shown > 0) return;
    this.#shown = isOpen ? SOURCE_PAGE : 0;
    this.#options.changed();
  };

  /** Lists more, and focuses the first of them: the button may be gone. */
  readonly more = (): void => {
    const first = this.#shown + 1;
    this.#shown += SOURCE_PAGE;
    this.#options.changed();
    this.#focus(`.all-sources [data-note="${first}"]`);
  };

  /** Takes the reader from the text of an event to one of its sources. */
  cite(id: string, number: number): void {
    const { root, open } = this.#options;
    const note = `[data-note="${number}"]`;
    const at = `:is([data-event="${CSS.escape(id)}"].details, .list [data-id="${CSS.escape(id)}"]) ${note}`;
    if (!root().querySelector(at)) open(id);
    this.#focus(at);
  }

  isOpen(id: string, number: number): boolean {
    return this.#uses.has(`${number} ${id}`);
  }

  /** What else a source is of is asked for beside an event, or no more. */
  toggleUses(id: string, number: number, isOpen: boolean): void {
    const key = `${number} ${id}`;
    if (isOpen === this.#uses.has(key)) return;
    if (isOpen) this.#uses.add(key);
    else this.#uses.delete(key);
    this.#options.changed();
  }

  #focus(selector: string): void {
    void this.#host.updateComplete.then(() =>
      this.#options.root().querySelector<HTMLElement>(selector)?.focus(),
    );
  }
}
