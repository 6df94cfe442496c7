import { html, nothing, svg, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Scene, SceneLink, SceneMark, SceneSilhouette, SceneWash } from '../layout/scene.js';
import type { TimeSpan } from '../time/epoch-ms.js';
import { anchorX } from './mark.js';
import { px } from './place.js';
import { stepsPath } from './steps-path.js';

/** How far an arc ends before the middle of a mark. */
const CLEAR = 11;

/** What lies behind the marks and moves with them: eras, weekends, densities, hairlines, relations. */
export function backdropTemplate(scene: Scene, weekends: readonly TimeSpan[]): TemplateResult {
  const x = (at: number): number => (at - scene.view.start) * scene.pxPerMs;
  return html`<svg class="backdrop" aria-hidden="true">
    ${weekends.map(({ start, end }) => rectTemplate('weekend', x(start), x(end) - x(start), scene.height))}
    ${scene.washes.map(wash => washTemplate(wash, scene))}
    ${repeat(scene.silhouettes, ({ lane }) => lane, silhouetteTemplate)}
    ${scene.marks.map(mark => milestoneTemplate(mark, scene))}
    ${scene.marks.map(mark => chosenTemplate(mark, scene))} ${scene.links.map(linkTemplate)}
  </svg>`;
}

function rectTemplate(name: string, x: number, width: number, height: number, opacity = 1): TemplateResult {
  return svg`<rect class=${name} x=${px(x)} width=${px(Math.max(0, width))} height=${px(height)} opacity=${opacity} />`;
}

/** How many steps a fading edge takes: more could not be told apart in so faint a colour. */
const FADE_STEPS = 8;

/** A wash, faint from where nobody knows that it lasts; an edge that is about known fades in steps. */
function washTemplate(wash: SceneWash, { height }: Scene): TemplateResult {
  const { color, x, width, knownX, fadeStart, fadeEnd, uncertain } = wash;
  const end = Math.max(x, Math.min(x + width, knownX));
  const middle = (x + end) / 2;
  const from = Math.min(x + fadeStart / 2, middle);
  const to = Math.max(end - fadeEnd / 2, middle);
  const fade = (outer: number, inner: number): TemplateResult[] =>
    Array.from({ length: outer === inner ? 0 : FADE_STEPS }, (_, i) => {
      const [a, b] = [i, i + 1].map(step => outer + ((inner - outer) * step) / FADE_STEPS) as [
        number,
        number,
      ];
      return rectTemplate('wash', Math.min(a, b), Math.abs(b - a), height, (i + 0.5) / FADE_STEPS);
    });
  return svg`<g .style=${`--lane:${color}`}>
    ${fade(x - fadeStart / 2, from)}${rectTemplate('wash', from, to - from, height)}${fade(end + fadeEnd / 2, to)}
    ${end < x + width ? rectTemplate('wash faint', end, x + width - end, height) : nothing}
    ${uncertain ? svg`<path class="doubt" d=${`M${px(x)} 0V${px(height)}M${px(end)} 0V${px(height)}`} />` : nothing}
  </g>`;
}

/** The density of a lane, in steps: one path, drawn once for the same counts and stretched to the scale of the view. */
function silhouetteTemplate(silhouette: SceneSilhouette): TemplateResult {
  const { color, x, y, height, step, counts, most } = silhouette;
  return svg`<path
    class="silhouette"
    .style=${`--lane:${color}`}
    transform=${`translate(${px(x)} ${px(y)}) scale(${step} 1)`}
    d=${guard([counts, height, most], () => stepsPath(counts, height, most))}
  />`;
}

/** The line of a milestone over the whole height, unless it is only known to lie within a stretch. */
function milestoneTemplate(mark: SceneMark, { height }: Scene): TemplateResult | typeof nothing {
  const { sign, x, color } = mark;
  const at = px(x + (sign.x0 + sign.x1) / 2);
  return sign.shape === 'diamond' && sign.x1 - sign.x0 <= 14
    ? svg`<line class="milestone" x1=${at} x2=${at} y2=${px(height)} .style=${`--lane:${color}`} />`
    : nothing;
}

/** The line from the selected mark down to the axis. */
function chosenTemplate(mark: SceneMark, { width, height }: Scene): TemplateResult | typeof nothing {
  const at = mark.selected ? anchorX(mark, width) : null;
  return at === null
    ? nothing
    : svg`<line class="chosen" x1=${px(at)} x2=${px(at)} y1=${px(mark.y + mark.sign.cy)} y2=${px(height)} />`;
}

/** An arc to the event that is named, bulging to where the line goes on, or upwards; its start is under its mark. */
function linkTemplate({ fromX, fromY, toX, toY }: SceneLink): TemplateResult {
  const length = Math.hypot(toX - fromX, toY - fromY) || 1;
  const bulge =
    (Math.min(48, length / 3) / length) * (toY < fromY || (toY === fromY && toX < fromX) ? 1 : -1);
  const midX = (fromX + toX) / 2 + (fromY - toY) * bulge;
  const midY = (fromY + toY) / 2 + (toX - fromX) * bulge;
  const angle = Math.atan2(toY - midY, toX - midX);
  /** The point so far before the end, and that far beside the way. */
  const at = (before: number, beside: number): string =>
    `${px(toX - before * Math.cos(angle) - beside * Math.sin(angle))} ${px(toY - before * Math.sin(angle) + beside * Math.cos(angle))}`;
  return svg`<path
    part="link"
    class="link"
    d=${`M${px(fromX)} ${px(fromY)}Q${px(midX)} ${px(midY)} ${at(CLEAR, 0)}M${at(CLEAR + 6, 3)}L${at(CLEAR, 0)}L${at(CLEAR + 6, -3)}`}
  />`;
}
