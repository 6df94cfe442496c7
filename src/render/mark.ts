import { html, noChange, nothing, type TemplateResult } from 'lit';
import type { Language } from '../language/language.js';
import { slideOf } from '../layout/scene-mark.js';
import type { SceneLabel, SceneMark } from '../layout/scene.js';
import type { TimeSpan } from '../time/epoch-ms.js';
import { placed, type PlacedBox } from './place.js';
import { bodyOf } from './sign-body.js';
import { signTemplate } from './sign.js';

/** A place among all events, from 1 on, of a cluster that of its first: the list in the page holds but a part of them. */
export interface ListPlace {
  readonly at: number;
  readonly of: number;
}

/** What a mark needs to know beyond the scene. */
export interface MarkContext {
  readonly language: Language;
  readonly name: string;
  /** Null where it is as it was. */
  readonly place: ListPlace | null;
  /** Whether its details stay closed though it is selected. */
  readonly closed?: boolean;
  /** Whether it is the list's one tab stop. */
  readonly stop: boolean;
  /** Radius of the corners of signs, in px; as round as can be where nothing is said. */
  readonly corner?: number | undefined;
  /** The page's own content in the place of the label's text. */
  readonly own?: unknown;
}

/** A value for an attribute that an open side does not have. */
export function finite(value: number): number | typeof nothing {
  return Number.isFinite(value) ? value : nothing;
}

/** Which sides of a stretch are open, for an attribute. */
export function openSides({ start, end }: TimeSpan): 'start' | 'end' | 'both' | typeof nothing {
  const isOpen = end === Infinity;
  if (start === -Infinity) return isOpen ? 'both' : 'start';
  return isOpen ? 'end' : nothing;
}

/** CSS that places the label of a mark when the view has moved by `dx` px since the scene was made. */
export function labelPlace(
  mark: SceneMark,
  label: SceneLabel,
  dx: number,
  language: Pick<Language, 'direction'>,
): string {
  const slide = slideOf(mark.x + label.x + dx, label.slide);
  return placed({ ...label, x: label.x + slide }, language);
}

/** The button of an event, in an item of the list: sign, label and the box that is exactly its stretch. */
export function markTemplate(
  mark: SceneMark,
  { language, name, place, stop, corner, closed, own }: MarkContext,
): TemplateResult {
  const { event, era, selected, sign, label } = mark;
  // In ms, whatever line the scene counts on.
  const { start, end } = event.span!;
  return html`<li aria-posinset=${place?.at ?? noChange} aria-setsize=${place?.of ?? noChange}>
    <button
      type="button"
      part="mark${selected ? ' mark-selected' : ''}${era ? ' era' : ''}"
      class="mark"
      data-key=${mark.key}
      data-id=${event.id}
      data-lane=${mark.lane}
      data-start=${finite(start)}
      data-end=${finite(end)}
      data-open=${openSides(mark)}
      data-status=${event.status ?? nothing}
      ?data-dimmed=${mark.dimmed}
      aria-label=${name}
      aria-current=${selected && closed ? 'true' : nothing}
      aria-expanded=${`${selected && !closed}`}
      aria-controls=${selected && !closed ? 'details' : nothing}
      tabindex=${stop ? 0 : -1}
      .style=${`${placed(mark, language)};--lane:${mark.color}`}
    >
      ${selected && !era ? ringTemplate(mark, language) : nothing}${signTemplate(sign, event.status, corner)}${
        label && !label.hidden ? labelTemplate(mark, label, language, own) : nothing
      }
    </button>
  </li>`;
}

/** The box of the ring about the sign of a selected mark, from the mark's own box. */
export function ringBox({ sign }: SceneMark): PlacedBox {
  const { start, end, half, cy } = bodyOf(sign);
  const from = Math.min(start, sign.x0) - 4;
  const reach = half + (/bracket|set/.test(sign.shape) ? 7 : 4);
  return { x: from, y: cy - reach, width: Math.max(end, sign.x1) + 4 - from, height: 2 * reach };
}

const ringTemplate = (mark: SceneMark, language: Language): TemplateResult =>
  html`<span class="ring ${mark.sign.shape}" .style=${placed(ringBox(mark), language)}></span>`;

/**
 * The text of a mark. Date and note are generated content: the name says both, and begins with what is text here
 * (WCAG 2.5.3).
 */
function labelTemplate(mark: SceneMark, label: SceneLabel, language: Language, own: unknown): TemplateResult {
  const { date, lines, note, side, slide } = label;
  const corrected = mark.event.history.length > 0;
  // In the box that was measured for the built-in text: nothing else is moved by it.
  if (own)
    return html`<span
      part="label"
      class="label own ${side}${slide ? ' slides' : ''}"
      .style=${labelPlace(mark, label, 0, language)}
      >${own}</span
    >`;
  const gap = html`<span class="gap"> </span>`;
  const last = lines.length - 1;
  return html`<span
    part="label"
    class="label ${side}${slide ? ' slides' : ''}${corrected ? ' corrected' : ''}"
    .style=${labelPlace(mark, label, 0, language)}
    >${lines.map((line, i) => {
      const before =
        date && i === 0
          ? [html`<span class="date" dir=${language.direction} data-text=${date}></span>`, gap]
          : nothing;
      const after =
        note && i === last
          ? [gap, html`<span class="note" dir=${language.direction} data-text=${note}></span>`]
          : nothing;
      return html`<span class="line"
        >${before}<bdi class="title">${line}</bdi
        >${after}${i < last ? html`<span class="break"> </span>` : nothing}</span
      >`;
    })}</span
  >`;
}
