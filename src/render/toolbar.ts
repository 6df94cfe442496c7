import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { ScaleWord } from '../scale/scale-word.js';
import type { Language } from '../language/language.js';
import type { ExportMenuActions, ExportMenuState } from './export-menu.js';
import { scaleChoiceTemplate, type ChosenScale } from './scale-choice.js';
import { handleRovingKey } from './roving.js';
import { exportIcon, searchIcon } from './icons.js';

export const TOOLBAR_ACTIONS = [
  'earlier',
  'later',
  'zoom-out',
  'zoom-in',
  'fit',
  'add',
  'undo',
  'redo',
  'search',
  'list',
  'scale',
  'arrange',
  'export',
  'help',
] as const;
/** What has a stop of its own in the toolbar; `scale` is a choice, the others are done. */
export type ToolbarStop = (typeof TOOLBAR_ACTIONS)[number];
export type ToolbarAction = Exclude<ToolbarStop, 'scale'>;

export interface ToolbarState {
  readonly language: Language;
  /** Words of the `controls` attribute: `zoom`, `views` and `export` have buttons here. */
  readonly controls: ReadonlySet<string>;
  readonly canEarlier: boolean;
  readonly canLater: boolean;
  readonly canZoomIn: boolean;
  readonly canZoomOut: boolean;
  /** Everything is in view already. */
  readonly isFit: boolean;
  /** Null where nothing may be edited. */
  readonly editing: { readonly canUndo: boolean; readonly canRedo: boolean } | null;
  /** The list stands in the place of the picture. */
  readonly list: boolean;
  /** Whether the choice of lanes and colours is open; null where there is none. */
  readonly arranging: boolean | null;
  /** Whether there is anything to export. */
  readonly canExport: boolean;
  /** The menu of exports where it is open. */
  readonly exports: ExportMenuState | null;
  /** Whether the search row is open; null where it stands without a button, or there is none. */
  readonly search: boolean | null;
  /** The scale, where there is one to choose. */
  readonly scale: ChosenScale | null;
  /** What is the toolbar's one tab stop. */
  readonly focused: ToolbarStop;
}

/** What the reader does in the toolbar. */
export interface ToolbarActions extends ExportMenuActions {
  act(action: ToolbarAction): void;
  focusAction(action: ToolbarStop): void;
  chooseScale(scale: ScaleWord): void;
  /** Moves the focus to the overview, if there is one. */
  enterOverview(): boolean;
}

const GLYPHS: Partial<Record<ToolbarAction, string>> = {
  earlier: '‹',
  later: '›',
  'zoom-out': '−',
  'zoom-in': '+',
  help: '?',
};

const ICONS: Partial<Record<ToolbarAction, () => TemplateResult>> = {
  search: searchIcon,
  export: exportIcon,
};

/**
 * The toolbar: one tab stop, arrow keys within. A button at its limit says so and keeps the focus. In
 * the list there is nothing to move or zoom; the way back and the keys are left. `menu` is that of exports.
 */
export function toolbarTemplate(
  state: ToolbarState,
  actions: ToolbarActions,
  menu: unknown = nothing,
): TemplateResult | typeof nothing {
  const { act, focusAction, chooseScale, enterOverview } = actions;
  const { language, controls, editing, exports } = state;
  // All else that is shown is possible, too.
  const possible: Partial<Record<ToolbarStop, boolean>> = {
    earlier: state.canEarlier,
    later: state.canLater,
    'zoom-out': state.canZoomOut,
    'zoom-in': state.canZoomIn,
    fit: !state.isFit,
    undo: editing?.canUndo ?? false,
    redo: editing?.canRedo ?? false,
  };
  const { scale } = state;
  const shown: Partial<Record<ToolbarStop, boolean>> = {
    add: editing !== null,
    undo: editing !== null,
    redo: editing !== null,
    search: state.search !== null,
    list: controls.has('views'),
    scale: controls.has('views') && scale !== null,
    arrange: state.arranging !== null,
    export: controls.has('export') && state.canExport,
    help: controls.has('views') || controls.has('zoom'),
  };
  const offered = TOOLBAR_ACTIONS.filter(action => shown[action] ?? (controls.has('zoom') && !state.list));
  const stop = offered.includes(state.focused) ? state.focused : offered[0];
  if (!stop) return nothing;
  const expanded: Partial<Record<ToolbarAction, string>> = {
    search: `${state.search}`,
    arrange: `${state.arranging}`,
    export: `${exports !== null}`,
  };
  const button = (action: ToolbarStop) => {
    if (action === 'scale')
      return scaleChoiceTemplate({ language, scale: scale!, stop: action === stop, choose: chooseScale });
    const text = language.say(`action-${action}`);
    const isPossible = possible[action] ?? true;
    const glyph = GLYPHS[action];
    const icon = ICONS[action];
    return html`<button
      part="button"
      type="button"
      data-action=${action}
      tabindex=${action === stop ? 0 : -1}
      aria-label=${text}
      aria-disabled=${isPossible ? nothing : 'true'}
      aria-pressed=${action === 'list' ? `${state.list}` : nothing}
      aria-haspopup=${action === 'help' ? 'dialog' : action === 'export' ? 'menu' : nothing}
      aria-expanded=${expanded[action] ?? nothing}
      @click=${() => isPossible && act(action)}
    >
      ${
        icon
          ? html`<span class="glyph">${icon()}</span>`
          : glyph
            ? html`<span class="glyph" data-glyph=${glyph}></span>`
            : nothing
      }<span class="word">${text}</span>
    </button>`;
  };
  return html`<div
    part="toolbar"
    class="toolbar"
    role="toolbar"
    aria-label=${language.say('toolbar')}
    aria-controls="view"
    @keydown=${(event: KeyboardEvent) => {
      const isChoice = (event.target as Element).localName === 'select';
      if (event.key === 'ArrowDown' && !isChoice && enterOverview()) event.preventDefault();
      else handleRovingKey(event, language.direction);
    }}
    @focusin=${(event: FocusEvent) => {
      const { action } = (event.target as HTMLElement).dataset;
      if (action) focusAction(action as ToolbarStop);
    }}
  >
    ${repeat(
      offered,
      action => action,
      action =>
        action === 'export' ? html`<span class="exporting">${button(action)}${menu}</span>` : button(action),
    )}
  </div>`;
}
