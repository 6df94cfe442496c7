import type { Announcer } from '../controllers/announcer.js';
import type { Controls } from '../controllers/controls.js';
import type { HelpController } from '../controllers/help.js';
import { ZOOM_STEP } from '../controllers/navigation.js';
import type { EditController } from '../edit/edit-controller.js';
import type { Language } from '../language/language.js';
import type { LayoutWord } from '../layout/layout-word.js';
import { scaleWords, type ChosenScale } from '../render/scale-choice.js';
import type { ToolbarAction, ToolbarState, ToolbarStop } from '../render/toolbar.js';
import type { ScaleWord } from '../scale/scale-word.js';
import type { Exports } from './exports.js';
import type { Finding } from './finding.js';
import type { Viewing } from './viewing.js';

export interface ToolbarOptions {
  readonly announcer: Announcer;
  readonly controls: Controls;
  readonly viewing: Viewing;
  readonly help: HelpController;
  readonly finding: Finding;
  readonly edit: EditController;
  readonly exports: Exports;
  language(): Language;
  /** Whether events are drawn: else there is nothing to move. */
  isDrawn(): boolean;
  /** The reader chooses a layout, a scale. */
  changeLayout(layout: LayoutWord): void;
  changeScale(scale: ScaleWord): void;
  changed(): void;
}

/** What the toolbar offers as things are, and what its buttons do. */
export class Toolbar {
  readonly #options: ToolbarOptions;
  #focused: ToolbarStop = 'earlier';

  constructor(options: ToolbarOptions) {
    this.#options = options;
  }

  get state(): ToolbarState {
    const { controls, viewing, finding, edit, exports } = this.#options;
    const { view, layout, scale } = viewing;
    const { search, arrangement } = finding;
    const isDrawn = this.#options.isDrawn();
    const can = (move: Parameters<typeof view.can>[0]): boolean => isDrawn && view.can(move);
    const isList = layout.drawn === 'list';
    return {
      language: this.#options.language(),
      controls: controls.words,
      canEarlier: can('earlier'),
      canLater: can('later'),
      canZoomIn: can('in'),
      canZoomOut: can('out'),
      isFit: !isDrawn || viewing.isFit,
      editing: edit.face,
      list: isList,
      canExport: exports.arePossible,
      arranging: controls.canArrange ? arrangement.open : null,
      exports: exports.menu,
      search: controls.hasSearch && !controls.asks('search') ? search.open : null,
      scale: !isList && scale.matters ? this.#scale : null,
      focused: this.#focused,
    };
  }

  /** A button has the focus: it is the tab stop from now on. */
  readonly focusAction = (action: ToolbarStop): void => {
    this.#focused = action;
    this.#options.changed();
  };

  readonly openList = (): void => this.#options.changeLayout(this.#options.viewing.layout.toggleList());

  readonly chooseScale = (word: ScaleWord): void => {
    const { changeScale, announcer, language } = this.#options;
    changeScale(word);
    // By then it is known whether there is anything to fold.
    announcer.say(() => scaleWords(this.#scale, language()));
  };

  /** Does what a button says. */
  readonly act = (action: ToolbarAction): void => {
    const { viewing, help, finding, edit, exports } = this.#options;
    const { view } = viewing;
    switch (action) {
      case 'help':
        return help.toggle();
      case 'export':
        return exports.toggle();
      case 'search':
        return finding.search.toggle();
      case 'arrange':
        return finding.arrangement.toggle();
      case 'add':
      case 'undo':
      case 'redo':
        return edit.editing?.[action]();
      case 'list':
        return this.openList();
      case 'fit':
        return void viewing.fit('reader');
      case 'zoom-in':
        return void view.zoomBy(ZOOM_STEP, 'reader');
      case 'zoom-out':
        return void view.zoomBy(1 / ZOOM_STEP, 'reader');
      case 'earlier':
        return void view.panBy(-0.5, 'reader');
      case 'later':
        return void view.panBy(0.5, 'reader');
    }
  };

  get #scale(): ChosenScale {
    const { word, isUnfolded } = this.#options.viewing.scale;
    return { word, isUnfolded };
  }
}
