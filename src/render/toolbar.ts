import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Language } from '../language/language.js';
import { handleRovingKey } from './roving.js';

export const TOOLBAR_ACTIONS = ['earlier', 'later', 'zoom-out', 'zoom-in', 'fit', 'list', 'help'] as const;
export type ToolbarAction = (typeof TOOLBAR_ACTIONS)[number];

export interface ToolbarState {
  readonly language: Language;
  /** Words of the `controls` attribute: `zoom` and `views` have buttons here. */
  readonly controls: ReadonlySet<string>;
  readonly canEarlier: boolean;
  readonly canLater: boolean;
  readonly canZoomIn: boolean;
  readonly canZoomOut: boolean;
  /** Everything is in view already. */
  readonly isFit: boolean;
  /** The list stands in the place of the picture. */
  readonly list: boolean;
  /** The button that is the toolbar's one tab stop. */
  readonly focused: ToolbarAction;
}

/** What the reader does in the toolbar. */
export interface ToolbarActions {
  act(action: ToolbarAction): void;
  focusAction(action: ToolbarAction): void;
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

/**
 * The toolbar: one tab stop, arrow keys within. A button at its limit says so and keeps the focus. In
 * the list there is nothing to move or zoom; the way back and the keys are left.
 */
export function toolbarTemplate(
  state: ToolbarState,
  { act, focusAction, enterOverview }: ToolbarActions,
): TemplateResult | typeof nothing {
  const { language, controls } = state;
  const possible = {
    earlier: state.canEarlier,
    later: state.canLater,
    'zoom-out': state.canZoomOut,
    'zoom-in': state.canZoomIn,
    fit: !state.isFit,
    list: true,
    help: true,
  };
  const shown: Partial<Record<ToolbarAction, boolean>> = {
    list: controls.has('views'),
    help: controls.has('views') || controls.has('zoom'),
  };
  const actions = TOOLBAR_ACTIONS.filter(action => shown[action] ?? (controls.has('zoom') && !state.list));
  const stop = actions.includes(state.focused) ? state.focused : actions[0];
  if (!stop) return nothing;
  const button = (action: ToolbarAction) => {
    const text = language.say(`action-${action}`);
    const glyph = GLYPHS[action];
    return html`<button
      part="button"
      type="button"
      data-action=${action}
      tabindex=${action === stop ? 0 : -1}
      aria-label=${text}
      aria-disabled=${possible[action] ? nothing : 'true'}
      aria-pressed=${action === 'list' ? `${state.list}` : nothing}
      aria-haspopup=${action === 'help' ? 'dialog' : nothing}
      @click=${() => possible[action] && act(action)}
    >
      ${glyph ? html`<span class="glyph" data-glyph=${glyph}></span>` : nothing}<span class="word"
        >${text}</span
      >
    </button>`;
  };
  return html`<div
    part="toolbar"
    class="toolbar"
    role="toolbar"
    aria-label=${language.say('toolbar')}
    aria-controls="view"
    @keydown=${(event: KeyboardEvent) => {
      if (event.key === 'ArrowDown' && enterOverview()) event.preventDefault();
      else handleRovingKey(event, language.direction);
    }}
    @focusin=${(event: FocusEvent) => focusAction((event.target as HTMLElement).dataset.action as ToolbarAction)}
  >
    ${repeat(actions, action => action, button)}
  </div>`;
}
