import { html, nothing, svg, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { Language } from '../language/language.js';
import { windowBoxes, type Extent, type WindowPart } from '../scale/overview.js';
import { inTime, type Warp } from '../scale/warp.js';
import type { TimeSpan } from '../time/epoch-ms.js';
import { px } from './place.js';
import { spanWords } from './range-words.js';
import { stepsPath } from './steps-path.js';

/** What the overview shows. */
export interface OverviewState {
  /** The stretch that it spans. */
  readonly whole: TimeSpan;
  readonly view: TimeSpan;
  /** The line that both lie on. */
  readonly warp: Warp;
  /** How many events overlap each part of it; the same list for the same data. */
  readonly density: readonly number[];
  /** How many of those match what is looked for; null where nothing is. */
  readonly matches: readonly number[] | null;
  /** px. */
  readonly width: number;
  /** Whether focus is on the window: it is no stop of Tab else, and the toolbar leads to it. */
  readonly within: boolean;
  readonly language: Language;
}

/** Height of the strip in px. */
const HEIGHT = 28;

/**
 * The whole as a strip of densities, with the view as a window on it: three sliders, its start, itself and its end. One path, however many
 * events there are.
 */
export function overviewTemplate({
  whole,
  view,
  warp,
  density,
  matches,
  width,
  within,
  language,
}: OverviewState): TemplateResult {
  const boxes = windowBoxes(view, whole, width);
  const share = (at: number): number =>
    Math.round(Math.max(0, Math.min(1, (at - whole.start) / (whole.end - whole.start))) * 100);
  const slider = (part: WindowPart, at: number, words: string): TemplateResult => {
    const isWindow = part === 'window';
    return html`<div
      class="overview-${part}"
      part="${isWindow ? 'overview-window' : 'overview-handle'}"
      role="slider"
      tabindex=${within ? 0 : -1}
      data-part=${part}
      aria-label=${language.say(`overview-${part}`)}
      aria-valuemin="0"
      aria-valuemax="100"
      aria-valuenow=${share(at)}
      aria-valuetext=${words}
      .style=${placeOf(boxes[part])}
    ></div>`;
  };
  const moment = (at: number): string => {
    const length = view.end - view.start;
    return spanWords(inTime(warp, { start: at, end: at + length / 1000 }), language);
  };
  return html`<div part="overview" class="overview" role="group" aria-label=${language.say('overview')}>
    ${guard([density, matches, language.direction], () => stripTemplate(density, matches))}
    <div class="overview-view" .style=${placeOf(boxes.view)}></div>
    ${slider('window', (view.start + view.end) / 2, spanWords(inTime(warp, view), language))}
    ${slider('start', view.start, moment(view.start))} ${slider('end', view.end, moment(view.end))}
  </div>`;
}

/** Moves the window of an overview that is drawn, without rendering. */
export function moveOverview(root: ParentNode, view: TimeSpan, whole: TimeSpan, width: number): void {
  const boxes = windowBoxes(view, whole, width);
  for (const part of ['view', 'start', 'window', 'end'] as const) {
    const node = root.querySelector<HTMLElement>(`.overview-${part}`);
    if (node) node.style.cssText = placeOf(boxes[part]);
  }
}

const placeOf = ({ x, width }: Extent): string => `inset-inline-start:${px(x)}px;width:${px(width)}px`;

function stripTemplate(density: readonly number[], matches: readonly number[] | null): TemplateResult {
  const most = Math.max(...density);
  return html`<svg
    class=${matches ? 'strip searched' : 'strip'}
    aria-hidden="true"
    viewBox="0 -2 ${density.length} ${HEIGHT}"
    preserveAspectRatio="none"
  >
    ${svg`<path d=${stepsPath(density, HEIGHT - 2, most)} />`}
    ${matches ? svg`<path class="matching" d=${stepsPath(matches, HEIGHT - 2, most)} />` : nothing}
  </svg>`;
}
