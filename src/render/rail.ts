import { html, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Rail } from '../layout/rail.js';
import { px } from './place.js';
import { signTemplate } from './sign.js';

/** Px from the start edge to the line, and from each track to the next. */
export const LINE_X = 12;
export const TRACK = 16;

/** The line of the column with what lasts along it; seen only, as the words beside it say the same. */
export function railTemplate(rail: Rail | null, corner?: number): TemplateResult {
  return html`<div class="rail" aria-hidden="true">
    ${repeat(
      rail?.washes ?? [],
      ({ key }) => key,
      ({ y, height, known, color }) => [
        washTemplate('era-wash', y, known, color),
        washTemplate('era-wash faint', y + known, height - known, color),
      ],
    )}
    <i class="line"></i>
    ${repeat(
      rail?.bars ?? [],
      ({ key }) => key,
      ({ y, track, sign, status, color }) =>
        html`<span
          class="turned"
          .style=${`inset-inline-start:${LINE_X + track * TRACK}px;top:${px(y)}px;--lane:${color}`}
          >${signTemplate(sign, status, corner)}</span
        >`,
    )}
  </div>`;
}

const washTemplate = (name: string, top: number, height: number, color: string): TemplateResult =>
  html`<i class=${name} .style=${`top:${px(top)}px;height:${px(height)}px;--lane:${color}`}></i>`;
