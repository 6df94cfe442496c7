import { html, nothing, render, type TemplateResult } from 'lit';
import type { RailMore } from '../layout/rail-more.js';
import { clusterListTemplate } from './cluster-list.js';
import type { FrameContext } from './frame-context.js';
import { clusterName, joinTexts } from './names.js';
import { px } from './place.js';
import { eventsWords } from './range-words.js';

/** How many stretches run beside the tracks, each count as long as it holds; a press lists them, and each leads to its event. */
export function moreTemplate(more: readonly RailMore[], context: FrameContext): unknown {
  return more.length
    ? html`<div @keydown=${handleKeydown}>
        ${more.map(piece => pieceTemplate(piece, context))}
        <div id="trackless" class="trackless-list" popover @toggle=${handleToggle}></div>
      </div>`
    : nothing;
}

/** The key that closes the list does nothing else. */
function handleKeydown(event: KeyboardEvent): void {
  const isOpen = (event.currentTarget as HTMLElement).querySelector(':popover-open');
  if (isOpen && event.key === 'Escape') event.stopPropagation();
}

/** One list for all, filled when it is opened. */
function handleToggle({ newState, currentTarget }: ToggleEvent): void {
  if (newState === 'closed') render(nothing, currentTarget as HTMLElement);
}

// As the toolbar does what the buttons beyond do, so the events themselves are a way to what is listed here.
function pieceTemplate({ y, height, ids }: RailMore, context: FrameContext): TemplateResult {
  const { language } = context;
  const events = ids.flatMap(id => context.event(id) ?? []);
  const count = ids.length;
  const range = eventsWords(events, language);
  const fill = ({ currentTarget }: Event): void => {
    const list = (currentTarget as HTMLButtonElement).popoverTargetElement as HTMLElement;
    const close = (): void => list.hidePopover();
    // The press that opens another count's list would only close this one.
    if (list.dataset.at !== `${y}` && list.matches(':popover-open')) close();
    list.dataset.at = `${y}`;
    const leading: FrameContext = {
      ...context,
      go(id) {
        close();
        context.go(id);
      },
    };
    render(clusterListTemplate(clusterName(count, range, language), events, 0, leading, close), list);
  };
  return html`<div class="trackless" .style=${`top:${px(y)}px;height:${px(height)}px`}>
    <button
      type="button"
      part="button"
      tabindex="-1"
      popovertarget="trackless"
      aria-label=${joinTexts([language.say('andMore', { count }), range], language)}
      @click=${fill}
    >
      ${`+${language.shortNumber(count)}`}
    </button>
  </div>`;
}
