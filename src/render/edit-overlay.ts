import type { TemplateResult } from 'lit';
import type { TimelineEvent } from '../data/timeline-event.js';
import type { Language } from '../language/language.js';
import type { Picture } from '../layout/picture.js';
import type { SceneMark } from '../layout/scene.js';
import { TARGET } from '../scale/target.js';
import type { TimeSpan } from '../time/epoch-ms.js';
import type { Templating } from './edit-face.js';
import { placed, px } from './place.js';

/** Where a dragged mark would go, or why it can't. */
export interface Ghost {
  /** Of the mark that is dragged. */
  readonly key: string;
  readonly span: TimeSpan;
  /** Its date in words, or the reason. */
  readonly words: string;
  readonly isRefused: boolean;
}

/** Width of a handle, which is the target of a finger. */
const HANDLE = TARGET;
/** From this width on handles lie within the mark: before, they would leave nothing to take hold of between them. */
const ROOMY = 4 * HANDLE;

export interface OverlayContext {
  readonly ghost: Ghost | null;
  /** Whether that end of an event can be moved. */
  canGrip(event: TimelineEvent, side: 'start' | 'end'): boolean;
  readonly language: Language;
  readonly templating: Templating;
}

/** The handles of the selected marks, and the ghost of one that is dragged. Who can't see them uses the keys. */
export function overlayTemplate(
  picture: Picture,
  { ghost, canGrip, language, templating }: OverlayContext,
): TemplateResult {
  const { html, nothing } = templating;
  const { scene, scale } = picture;
  const selected = scene.marks.filter(mark => mark.selected);
  const ghosted = ghost && scene.marks.find(({ key }) => key === ghost.key);
  return html`<div class="edit-overlay" aria-hidden="true">
    ${selected.map(mark =>
      (['start', 'end'] as const)
        .filter(side => canGrip(mark.event, side))
        .map(
          side =>
            html`<div
              part="handle"
              class="handle ${side} ${mark.width >= ROOMY ? 'within' : ''}"
              data-of=${mark.key}
              data-side=${side}
              .style=${placed(handleBox(mark, side, scene.width), language)}
            ></div>`,
        ),
    )}
    ${
      ghosted
        ? html`<div
              part="ghost"
              class="ghost ${ghost.isRefused ? 'refused' : ''}"
              .style=${placed(ghostBox(ghosted, ghost.span, scale.x, scene.width), language)}
            ></div>
            ${wordsTemplate(ghosted, ghost, picture, templating)}`
        : nothing
    }
  </div>`;
}

/** An end beyond the view has its handle where the drawing ends; an open one where what is known does. */
function handleBox(mark: SceneMark, side: 'start' | 'end', width: number) {
  const { x, y, sign, height } = mark;
  const isWithin = mark.width >= ROOMY;
  const knownEnd = sign.openEnd ? Math.min(x + sign.knownX, width - HANDLE) : x + mark.width;
  const start = sign.openStart ? Math.max(x, 0) : x;
  const left =
    side === 'start' ? (isWithin ? start : start - HANDLE) : isWithin ? knownEnd - HANDLE : knownEnd;
  // The sign's own height, whatever its label has besides.
  const top = Math.max(0, Math.min(height - HANDLE, sign.cy - HANDLE / 2));
  return { x: left, y: y + top, width: HANDLE, height: HANDLE };
}

function ghostBox(mark: SceneMark, span: TimeSpan, xOf: (ms: number) => number, width: number) {
  const clamp = (x: number): number => Math.max(-width, Math.min(2 * width, x));
  const [from, to] = [clamp(xOf(span.start)), clamp(xOf(span.end))];
  const length = Math.max(TARGET, to - from);
  const y = mark.y + mark.sign.cy - HANDLE / 2;
  return { x: (from + to - length) / 2, y, width: length, height: HANDLE };
}

/** The words stand over the ghost, below it at the top, and reach towards the middle of the view. */
function wordsTemplate(
  mark: SceneMark,
  ghost: Ghost,
  { scene, scale }: Picture,
  { html }: Templating,
): TemplateResult {
  const box = ghostBox(mark, ghost.span, scale.x, scene.width);
  const from = Math.max(0, Math.min(scene.width, box.x));
  const to = Math.max(0, Math.min(scene.width, box.x + box.width));
  const isLate = from + to > scene.width;
  const side = isLate ? `inset-inline-end:${px(scene.width - to)}px` : `inset-inline-start:${px(from)}px`;
  const isBelow = box.y < 28;
  return html`<p
    class="ghost-words"
    .style=${`top:${px(isBelow ? box.y + box.height + 4 : box.y - 28)}px;${side};max-width:${px(isLate ? to : scene.width - from)}px`}
  >
    <bdi>${ghost.words}</bdi>
  </p>`;
}
