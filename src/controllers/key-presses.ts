import type { EventSource } from '../index/event-source.js';
import type { Language } from '../language/language.js';
import type { Controls } from './controls.js';
import type { HelpController } from './help.js';
import type { KeySurroundings } from './key-list.js';
import type { KeyAction, KeyDirections } from './keys.js';
import type { LayoutChoice } from './layout-choice.js';
import type { Navigation } from './navigation.js';
import type { SearchController } from './search.js';
import type { Story } from './story.js';

export interface KeyPressOptions {
  readonly controls: Controls;
  readonly help: HelpController;
  readonly layout: LayoutChoice;
  readonly navigation: Navigation;
  readonly search: SearchController;
  readonly story: Story;
  language(): Language;
  source(): EventSource;
  /** Whether events are drawn. */
  isDrawn(): boolean;
  /** Whether events may be edited. */
  isEditable(): boolean;
}

/** What keys do as things are, and which do anything. */
export class KeyPresses {
  readonly #options: KeyPressOptions;

  constructor(options: KeyPressOptions) {
    this.#options = options;
  }

  get directions(): KeyDirections {
    const { language, layout } = this.#options;
    return { rtl: language().direction === 'rtl', vertical: layout.drawn === 'vertical' };
  }

  /** What decides which keys do something. */
  get surroundings(): KeySurroundings {
    const { controls, layout, story, source, isDrawn, isEditable } = this.#options;
    const { lanes } = source();
    const isHorizontal = layout.drawn === 'horizontal';
    return {
      ...this.directions,
      events: isDrawn(),
      lanes: isDrawn() && lanes.length > 1,
      titles: isHorizontal && lanes.some(({ collapsible }) => collapsible),
      overview: isHorizontal && controls.hasOverview,
      editable: isEditable(),
      search: controls.hasSearch,
      story: story.bar !== null,
    };
  }

  /** Does what a key asks for, and tells whether there was anything to do. */
  press(action: KeyAction, on: Element): boolean {
    const { controls, help, navigation, search, story } = this.#options;
    if (action === 'search') return controls.hasSearch && search.enter();
    if (action === 'help') help.toggle();
    if (action === 'help' || (action === 'escape' && help.close())) return true;
    if (action === 'story-next' || action === 'story-previous') {
      if (!story.bar) return false;
      story.walk(action === 'story-next' ? 1 : -1);
      return true;
    }
    // What stands within an event, such as its sources, keeps its keys.
    return on.closest(action === 'escape' ? '#view' : '[data-key]') !== null && navigation.act(action);
  }
}
