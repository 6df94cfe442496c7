import type { Language } from '../language/language.js';
import { titleKey } from '../layout/mark-key.js';
import type { DataController } from './data.js';
import type { FocusController } from './focus.js';

export interface LaneCollapseOptions {
  readonly data: DataController;
  readonly focus: FocusController;
  language(): Language;
  say(text: string): void;
  /** The reader has collapsed a lane or expanded it. */
  toggled(lane: string, collapsed: boolean): void;
}

/** Collapses lanes for the reader and expands them. */
export class LaneCollapse {
  readonly #options: LaneCollapseOptions;

  constructor(options: LaneCollapseOptions) {
    this.#options = options;
  }

  /** Collapses a lane, or expands it. View and selection stay, and its title has the focus. */
  toggle(id: string): void {
    const { data, focus, language, say, toggled } = this.#options;
    const lane = data.current.source.lanes.find(other => other.id === id);
    if (!lane?.collapsible) return;
    const collapsed = !lane.collapsed;
    data.collapse(id, collapsed);
    focus.moveTo(titleKey(id));
    const count = data.current.source.lane(id).size;
    say(
      language().say(collapsed ? 'laneCollapsed' : 'laneExpanded', {
        lane: lane.title,
        events: language().say('events', { count }),
      }),
    );
    toggled(id, collapsed);
  }
}
