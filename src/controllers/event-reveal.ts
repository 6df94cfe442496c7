import type { TimelineEvent } from '../data/timeline-event.js';
import { viewWith } from '../layout/event-focus.js';
import type { ColumnController } from './column.js';
import type { Found } from './filter.js';
import { keepAmongLanes, type FocusController } from './focus.js';
import type { LayoutChoice } from './layout-choice.js';
import type { Navigation } from './navigation.js';
import type { ScaleController } from './scale.js';
import type { ControllerHost } from './target-controller.js';
import type { Mover, ViewController } from './view.js';

export interface EventRevealOptions {
  readonly layout: LayoutChoice;
  readonly view: ViewController;
  readonly scale: ScaleController;
  readonly column: ColumnController;
  readonly focus: FocusController;
  readonly navigation: Navigation;
  /** How many events the list shows at first, and how many more each time that the reader asks. */
  readonly page: number;
  root(): ShadowRoot;
  found(): Found;
  /** Resolves when a move of the view has come to rest and is drawn. */
  drawn(move: Promise<void>): Promise<void>;
}

/** Shows events where they are out of sight, in whatever layout: moves the view, scrolls, makes the list longer. */
export class EventReveal {
  readonly #host: ControllerHost;
  readonly #options: EventRevealOptions;
  #shown: number;
  #undatedStop: string | null = null;

  constructor(host: ControllerHost, options: EventRevealOptions) {
    this.#host = host;
    this.#options = options;
    this.#shown = options.page;
  }

  /** How many entries the list shows. */
  get shown(): number {
    return this.#shown;
  }

  /** Id of the event that is the tab stop of the shelf. */
  get undatedStop(): string | null {
    return this.#undatedStop;
  }

  /** An event of the shelf has the focus. */
  focusUndated(id: string): void {
    this.#undatedStop = id;
  }

  /** The list begins anew. */
  restart(): void {
    this.#shown = this.#options.page;
  }

  /** Brings an event into sight, wherever it stands; the focus stays where it is. Resolves at rest. */
  bring(event: TimelineEvent, mover: Mover): Promise<void> {
    return this.#isListed(event)
      ? this.reveal(event.id, false)
      : this.#options.drawn(this.moveTo(event, mover));
  }

  /** Moves the view, and a column's text, by the least that shows a dated event. Resolves at rest. */
  moveTo(event: TimelineEvent, mover: Mover): Promise<void> {
    const { layout, view, scale, column, navigation } = this.#options;
    if (layout.drawn === 'vertical') void column.bringIntoSight(navigation.keyOf(event));
    return view.show(viewWith(scale.line(event.span!), view.target), { mover });
  }

  /** Focuses an event, wherever it stands. */
  focus(event: TimelineEvent): void {
    const { focus, navigation } = this.#options;
    if (this.#isListed(event)) void this.reveal(event.id);
    else focus.moveTo(navigation.keyOf(event));
  }

  /** Shows an event in the list or the shelf, and focuses it or brings it into sight. */
  async reveal(id: string, focuses = true): Promise<void> {
    const { found, layout } = this.#options;
    const { shown } = found();
    if (!shown.has(id)) return;
    const { table } = shown;
    if (layout.drawn === 'list') {
      const at = table.indexOf(id);
      this.#shown = Math.max(this.#shown, at < 0 ? table.size + table.undated.length : at + 1);
    } else this.#undatedStop = id;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    const item = this.#find(`:is(.list, .undated) [data-id="${CSS.escape(id)}"]`);
    if (focuses) item?.focus();
    else item?.scrollIntoView({ block: 'nearest' });
  }

  /** Shows more of the list. Focus goes to the first of what is new, as the button may be gone. */
  async showMore(): Promise<void> {
    const { table } = this.#options.found().shown;
    const at = this.#shown;
    this.#shown += this.#options.page;
    const next = at < table.size ? table.event(at) : table.undated[at - table.size];
    if (next) await this.reveal(next.id);
  }

  /** Shows what a step of the story has led to; a reader's focus on an event goes along. */
  async showStep(event: TimelineEvent, mover: Mover): Promise<void> {
    const { layout: choice, column, focus, navigation, root } = this.#options;
    const layout = choice.drawn;
    if (layout === 'list')
      return this.reveal(event.id, mover === 'reader' && Boolean(root().activeElement?.closest('.list')));
    const key = event.span && navigation.keyOf(event);
    if (mover === 'reader' && key && focus.within) focus.moveTo(key);
    if (layout === 'vertical' && key) return column.bringIntoSight(key);
    await this.#host.updateComplete;
    const found = this.#find(key === null ? '#details' : `.canvas [data-key="${CSS.escape(key)}"]`);
    if (key === null && layout === 'vertical') found?.scrollIntoView({ block: 'nearest' });
    else if (found) keepAmongLanes(found);
  }

  /** Brings what an address leads to into sight, once it stands. */
  async showLinked(event: TimelineEvent | undefined): Promise<void> {
    const { layout, column, navigation } = this.#options;
    await this.#host.updateComplete;
    this.#host.scrollIntoView({ block: 'nearest' });
    if (event?.span && layout.drawn === 'vertical') await column.bringIntoSight(navigation.keyOf(event));
  }

  /** Whether an event stands in the list or the shelf. */
  #isListed(event: TimelineEvent): boolean {
    return this.#options.layout.drawn === 'list' || !event.span;
  }

  #find(selector: string): HTMLElement | null {
    return this.#options.root().querySelector<HTMLElement>(selector);
  }
}
