import { keepInColumn } from './scroller.js';
import { type ControllerHost, TargetController } from './target-controller.js';

export interface FocusOptions {
  /** The element that holds marks, clusters and the titles of lanes. */
  stage(): HTMLElement | null;
  /** Focus went to another of these, or came in or left. */
  changed(): void;
}

/**
 * The roving tab stop of the events: one mark, cluster or title, known by its key, takes Tab; focus is carried
 * to it after a render, and is never lost when what had it is no longer drawn.
 */
export class FocusController extends TargetController<HTMLElement> {
  readonly #options: FocusOptions;
  #stage: HTMLElement | null = null;
  #key: string | null = null;
  #within = false;
  #wanted = false;
  #rendering = false;

  constructor(host: ControllerHost, options: FocusOptions) {
    super(host, () => options.stage());
    this.#options = options;
    host.addController(this);
  }

  /** Key of the mark, cluster or title that has the focus or had it last. */
  get key(): string | null {
    return this.#key;
  }

  /** Whether focus is on an event. */
  get within(): boolean {
    return this.#within || this.#wanted;
  }

  /** Moves the focus to a mark or cluster, once it is drawn. */
  moveTo(key: string): void {
    this.#key = key;
    this.#wanted = true;
    this.#options.changed();
  }

  /** Makes a mark the tab stop, unless another one has the focus. */
  offer(key: string): void {
    if (this.within || key === this.#key) return;
    this.#key = key;
    this.#options.changed();
  }

  hostUpdate(): void {
    this.#rendering = true;
  }

  override hostUpdated(): void {
    super.hostUpdated();
    this.#rendering = false;
    if (!this.#stage) return;
    const { activeElement, body } = this.#stage.ownerDocument;
    const lost = this.#within && !this.#focused();
    // What was lost a while ago is not taken back from whoever has it now.
    if (lost && activeElement && activeElement !== body) this.#within = false;
    if (!this.#wanted && !(lost && this.#within)) return;
    const button =
      this.#button(this.#key) ?? this.#stage.querySelector<HTMLElement>('[data-key][tabindex="0"]');
    // A stage that has just appeared shows nothing before its size is known; nobody else has the focus meanwhile.
    this.#wanted &&= !button && (!activeElement || activeElement === body);
    if (!button) return;
    button.focus({ preventScroll: true });
    keepInSight(button);
  }

  protected override attach(stage: HTMLElement, signal: AbortSignal): void {
    this.#stage = stage;
    stage.addEventListener(
      'focusin',
      event => {
        const { key } = (event.target as HTMLElement).dataset;
        if (!key) return;
        const changed = key !== this.#key || !this.#within;
        this.#key = key;
        this.#within = true;
        if (changed) this.#options.changed();
      },
      { signal },
    );
    stage.addEventListener(
      'focusout',
      event => {
        // A node that a render takes out of the document while it has the focus may say so, too: then focus is lost, not gone.
        if (this.#rendering || stage.contains(event.relatedTarget as Node | null)) return;
        this.#within = false;
        this.#options.changed();
      },
      { signal },
    );
    signal.addEventListener('abort', () => {
      this.#stage = null;
      this.#within = false;
    });
  }

  #focused(): Element | null {
    const { activeElement } = this.#stage!.getRootNode() as ShadowRoot;
    return activeElement && this.#stage!.contains(activeElement) ? activeElement : null;
  }

  #button(key: string | null): HTMLElement | null {
    if (key === null) return null;
    return this.#stage!.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
  }
}

/** Px that a focused mark keeps from the edge of what scrolls. */
const ROOM = 8;

/** Scrolls the lanes and the page, each by the least, so that a mark that has got the focus can be seen. */
function keepInSight(button: HTMLElement): void {
  // In a column whatever scrolls does so by itself, and knows of the date that stands over what is at the top.
  if (button.closest('.column')) return keepInColumn(button);
  const page = button.ownerDocument.defaultView;
  keepAmongLanes(button);
  if (page) page.scrollBy(0, beyond(button, 0, page.innerHeight));
}

/** Scrolls the lanes, and nothing else, by the least that shows a mark. */
export function keepAmongLanes(button: HTMLElement): void {
  const scroller = button.closest('.scroller');
  if (!scroller) return;
  const { top, bottom } = scroller.getBoundingClientRect();
  // The title of its lane may stand over what is at the top.
  const title = button.matches('.lane-label') ? null : scroller.querySelector('.scrolls .lane-label');
  scroller.scrollTop += beyond(button, top + (title?.clientHeight ?? 0), bottom);
}

/** How far a mark must move up to stand between two lines; negative for down. */
function beyond(button: HTMLElement, top: number, bottom: number): number {
  const box = button.getBoundingClientRect();
  if (box.bottom > bottom) return box.bottom - bottom + ROOM;
  return box.top < top ? box.top - top - ROOM : 0;
}
