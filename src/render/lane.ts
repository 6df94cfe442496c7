import { html, nothing, type TemplateResult } from 'lit';
import type { Language } from '../language/language.js';
import type { SceneLane } from '../layout/scene.js';
import { px } from './place.js';

/** What a lane needs to know beyond the scene. */
export interface LaneContext {
  readonly language: Language;
  /** Whether its title is the one tab stop. */
  readonly stop: boolean;
}

/** The ground of a lane and its title: a button where it may be collapsed; the names of its marks say the title too. */
export function laneTemplate(lane: SceneLane, context: LaneContext): TemplateResult {
  const { title, color, y, height, headHeight, collapsible, collapsed, shaded } = lane;
  const isButton = headHeight > 0 && collapsible;
  return html`<div
    part="lane"
    class="lane ${collapsed ? 'collapsed' : ''} ${shaded ? 'shaded' : ''}"
    aria-hidden=${isButton ? nothing : 'true'}
    .style=${`top:${px(y)}px;height:${px(height)}px;--lane:${color}`}
  >
    ${headHeight && title ? (isButton ? buttonTemplate(lane, context) : labelTemplate(lane)) : nothing}
  </div>`;
}

const labelTemplate = (lane: SceneLane): TemplateResult =>
  html`<span part="lane-label" class="lane-label" .style=${placeOf(lane)}><bdi>${lane.title}</bdi></span>`;

function buttonTemplate(lane: SceneLane, { language, stop }: LaneContext): TemplateResult {
  return html`<button
    type="button"
    part="lane-label"
    class="lane-label"
    data-key=${lane.key}
    aria-label=${language.say('laneToggle', { lane: lane.title })}
    aria-expanded=${`${!lane.collapsed}`}
    tabindex=${stop ? 0 : -1}
    .style=${placeOf(lane)}
  >
    <bdi>${lane.title}</bdi>
  </button>`;
}

const placeOf = ({ headHeight, indent, titleWidth }: SceneLane): string =>
  `height:${px(headHeight)}px;margin-inline-start:${px(indent)}px;max-width:${px(titleWidth - indent)}px`;
