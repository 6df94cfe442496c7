import { html, nothing, type TemplateResult } from 'lit';
import type { SceneLane } from '../layout/scene.js';
import { px } from './place.js';

/** The ground of a lane and its title; the names of its marks say the title too. */
export function laneTemplate({ title, color, y, height, headHeight }: SceneLane): TemplateResult {
  return html`<div
    part="lane"
    class="lane"
    aria-hidden="true"
    .style=${`top:${px(y)}px;height:${px(height)}px;--lane:${color}`}
  >
    ${
      headHeight && title
        ? html`<span part="lane-label" class="lane-label" .style=${`height:${px(headHeight)}px`}
            ><bdi>${title}</bdi></span
          >`
        : nothing
    }
  </div>`;
}
