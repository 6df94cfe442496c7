import type { TimelineEvent } from '../data/timeline-event.js';
import type { EventSource } from '../index/event-source.js';
import type { ShownLane } from '../index/lane-tree.js';
import { titleKey } from '../layout/mark-key.js';
import type { FocusController } from './focus.js';
import type { KeyAction } from './keys.js';
import type { ViewController } from './view.js';

export interface LaneTitlesOptions {
  readonly focus: FocusController;
  readonly view: ViewController;
  source(): EventSource;
  /** Collapses a lane or expands it. */
  toggle(lane: string): void;
  /** Focuses an event in a lane. */
  goTo(event: TimelineEvent, lane: string): void;
}

/** What keys do on the title of a lane, as on the rows of a treegrid (ARIA Authoring Practices): a press of the button is the button's own. */
export class LaneTitles {
  readonly #options: LaneTitlesOptions;

  constructor(options: LaneTitlesOptions) {
    this.#options = options;
  }

  /** Focuses the title of a lane; false where it has none to be focused. */
  enter(id: string): boolean {
    const { focus, source } = this.#options;
    const lane = source().lanes.find(other => other.id === id);
    if (!lane?.collapsible) return false;
    focus.moveTo(titleKey(id));
    return true;
  }

  /** Does what a key asks for on the title of a lane; `null` where that is what it does everywhere. */
  act(action: KeyAction, id: string): boolean | null {
    const { view, toggle } = this.#options;
    const lanes = this.#options.source().lanes.filter(({ collapsible }) => collapsible);
    const at = lanes.findIndex(lane => lane.id === id);
    const lane = lanes[at];
    if (!lane) return null;
    const go = (to: ShownLane | undefined): boolean => {
      if (to) this.enter(to.id);
      return true;
    };
    switch (action) {
      case 'next':
        if (lane.collapsed) toggle(id);
        else if (!this.#goIn(id)) go(lanes[at + 1]);
        return true;
      case 'previous':
        if (!lane.collapsed) toggle(id);
        else go(lanes.find(other => other.id === lane.parent));
        return true;
      case 'lane-next':
        return go(lanes[at + 1]);
      case 'lane-previous':
        return go(lanes[at - 1]);
      case 'first':
        return go(lanes[0]);
      case 'last':
        return go(lanes.at(-1));
      case 'page-later':
      case 'page-earlier':
        void view.panBy(action === 'page-later' ? 1 : -1, 'reader');
        return true;
      case 'lane-title':
        return true;
      default:
        return null;
    }
  }

  /** Focuses the event of a lane that is nearest to the middle of the view; false where it has none of its own. */
  #goIn(id: string): boolean {
    const { view, source, goTo } = this.#options;
    const { start, end } = view.target;
    const event = source().nearest(start / 2 + end / 2, id);
    if (event) goTo(event, id);
    return event !== null;
  }
}
