import type { TimelineEvent } from '../data/timeline-event.js';
import type { EventSource } from '../index/event-source.js';
import type { DrawnLayout } from '../layout/layout-word.js';
import type { EventReveal } from './event-reveal.js';
import type { FocusController } from './focus.js';
import type { LayoutChoice } from './layout-choice.js';
import type { Navigation } from './navigation.js';

export interface FocusRouteOptions {
  readonly focus: FocusController;
  readonly layout: LayoutChoice;
  readonly navigation: Navigation;
  readonly reveal: EventReveal;
  root(): ShadowRoot;
  event(id: string): TimelineEvent | undefined;
  /** The events that are drawn, and those before the latest change of the data. */
  source(): EventSource;
  before(): EventSource | null;
  /** Resolves when what is asked for stands. */
  updated(): Promise<unknown>;
}

/** The first places to go on from, the nearest to the events first. */
const STOPS = ['.stage [tabindex="0"]', '.list li', '.toolbar [tabindex="0"]', '#heading'];

/** Where the focus goes when what had it goes. */
export class FocusRoutes {
  readonly #options: FocusRouteOptions;
  /** The layout that stands. */
  #layout: DrawnLayout | null = null;
  /** The events that were drawn before. */
  #drawn: EventSource | null = null;

  constructor(options: FocusRouteOptions) {
    this.#options = options;
  }

  /** Focuses the first place to go on from. */
  readonly first = (): void => {
    const [target] = STOPS.flatMap(stop => this.#find(stop) ?? []);
    if (target?.id === 'heading') target.tabIndex = -1;
    target?.focus({ preventScroll: true });
  };

  /** Gives the focus back to what had it. */
  readonly giveTo = (to: HTMLElement | null): void => {
    // What is drawn of events may have changed meanwhile.
    const key = to?.dataset.key;
    if (key !== undefined) this.#options.focus.moveTo(key);
    else if (to?.isConnected) to.focus();
    else this.first();
  };

  /** Focus that was on something of an event in details, list or shelf goes to the event, or to the nearest that is left. */
  rescue(id: string | null): void {
    const { navigation, before, reveal } = this.#options;
    if (id === null) return this.first();
    const member = this.#find('.members li button');
    if (member) return member.focus();
    const event = navigation.standIn(id, before());
    if (event) return reveal.focus(event);
    // Of the undated none is nearer than others.
    const shelved = this.#find('.undated [tabindex="0"]');
    if (shelved) shelved.focus();
    else this.first();
  }

  /** The members of a cluster are listed: the first has the focus once it stands. */
  enterMembers(): void {
    void this.#options.updated().then(() => this.#find('.members li button')?.focus());
  }

  /** Before a render: focus on an event stays with it where another layout takes the place of this one, and goes to the next that is drawn where it does not match any more. */
  follow(): void {
    this.#followLayout();
    const { navigation, source } = this.#options;
    const shown = source();
    if (this.#drawn && this.#drawn !== shown) navigation.stay(this.#drawn);
    this.#drawn = shown;
  }

  #followLayout(): void {
    const { layout, root, event: eventOf, reveal, updated } = this.#options;
    const before = this.#layout;
    this.#layout = layout.drawn;
    const { activeElement } = root();
    if (before === this.#layout || !activeElement?.closest(':is(.stage, .list)')) return;
    const { id } = activeElement.closest<HTMLElement>('[data-id]')?.dataset ?? {};
    const event = id === undefined ? undefined : eventOf(id);
    // Pills and the titles of lanes are not in other layouts.
    if (event) reveal.focus(event);
    else void updated().then(this.first);
  }

  #find(selector: string): HTMLElement | null {
    return this.#options.root().querySelector<HTMLElement>(selector);
  }
}
