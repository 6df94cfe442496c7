import type { EventTable } from '../data/event-table.js';

/** What the reader may use; the words of the attribute `controls`. */
const CONTROLS = ['zoom', 'story', 'search', 'legend', 'overview', 'views', 'sources', 'export'];
/** The word for none of them. */
const NONE = 'none';
/** What `controls` may say, for authors. */
export const CONTROLS_WORDS = `"${[...CONTROLS, NONE].join('", "')}"`;
/** With no more dated events than this there is an overview only where it is asked for. */
const FEW = 200;

export interface ControlsOptions {
  /** The attribute. */
  asked(): string | null;
  table(): EventTable;
  /** Whether the author has chosen lanes or colours. */
  isArranged(): boolean;
}

/** Which controls are offered: those that the author asks for, else all that make sense of the data. */
export class Controls {
  readonly #options: ControlsOptions;
  /** Whether there were many events when they were loaded: what comes later moves nothing. */
  #isCrowd = false;

  constructor(options: ControlsOptions) {
    this.#options = options;
  }

  get words(): ReadonlySet<string> {
    return new Set(this.#asked ?? CONTROLS);
  }

  /** Whether the author asks for a control; `undefined` where nothing is said of any. */
  asks(control: string): boolean | undefined {
    return this.#asked?.includes(control);
  }

  /** Words that name no control; empty where all do. */
  get unknown(): string {
    return (this.#asked ?? []).filter(word => word !== NONE && !CONTROLS.includes(word)).join(' ');
  }

  /** Takes note of other data. */
  count(): void {
    this.#isCrowd = this.#options.table().size > FEW;
  }

  /** Whether the reader may choose lanes and colours: where the author asks for views, or has chosen some himself. */
  get canArrange(): boolean {
    const { table, isArranged } = this.#options;
    return table().total > 1 && (this.asks('views') ?? isArranged());
  }

  /** Whether there is anything to search, and it is to be offered. */
  get hasSearch(): boolean {
    return this.#options.table().total > 0 && (this.#asked ?? CONTROLS).includes('search');
  }

  /** Whether there is an overview, or will be as soon as there is a picture: its room is kept, or all would be laid out twice. */
  get hasOverview(): boolean {
    return this.#options.table().size > 0 && (this.asks('overview') ?? this.#isCrowd);
  }

  get #asked(): readonly string[] | undefined {
    return this.#options
      .asked()
      ?.split(/[\s,]+/)
      .filter(Boolean);
  }
}
