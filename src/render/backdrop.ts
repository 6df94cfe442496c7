import { html, nothing, svg, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Language } from '../language/language.js';
import type { Scene, SceneMark, SceneSilhouette, SceneWash } from '../layout/scene.js';
import type { TimeSpan } from '../time/epoch-ms.js';
import { arcsTemplate } from './arc.js';
import { chosenPath } from './chosen-line.js';
import { tornTemplate, type FoldItem } from './folds.js';
import { px } from './place.js';
import { stepsPath } from './steps-path.js';

/** What lies behind the marks and moves with them: eras, weekends, densities, hairlines, relations. */
export function backdropTemplate(
  scene: Scene,
  weekends: readonly TimeSpan[],
  folds: readonly FoldItem[],
  language: Language,
): TemplateResult {
  const x = (at: number): number => (at - scene.view.start) * scene.pxPerMs;
  return html`<svg class="backdrop" aria-hidden="true">
    ${weekends.map(({ start, end }) => rectTemplate('weekend', x(start), x(end) - x(start), scene.height))}
    ${scene.washes.map(wash => washTemplate(wash, scene))}
    ${folds.map(fold => tornTemplate(fold, scene.height, language))}
    ${repeat(scene.silhouettes, ({ lane }) => lane, silhouetteTemplate)}
    ${scene.marks.map(mark => milestoneTemplate(mark, scene))}
    ${scene.marks.map(mark => chosenTemplate(mark, scene))} ${arcsTemplate(scene.links)}
  </svg>`;
}

function rectTemplate(name: string, x: number, width: number, height: number, opacity = 1): TemplateResult {
  return svg`<rect class=${name} x=${px(x)} width=${px(Math.max(0, width))} height=${px(height)} opacity=${opacity} />`;
}

/** How many steps a fading edge takes: more could not be told apart in so faint a colour. */
const FADE_STEPS = 8;

/** A stripe of a wash, from top to bottom. */
export interface WashStripe {
  readonly x: number;
  readonly width: number;
  /** From 0 to 1, of the strength of a wash. */
  readonly strength: number;
  /** Nobody knows that it lasts so long. */
  readonly faint: boolean;
}

/** The stripes of a wash, faint from where nobody knows that it lasts; an edge that is about known fades in steps. */
export function washStripes({ x, width, knownX, fadeStart, fadeEnd }: SceneWash): WashStripe[] {
  const end = washEnd({ x, width, knownX });
  const middle = (x + end) / 2;
  const from = Math.min(x + fadeStart / 2, middle);
  const to = Math.max(end - fadeEnd / 2, middle);
  const stripe = (a: number, b: number, strength = 1, faint = false): WashStripe => ({
    x: Math.min(a, b),
    width: Math.abs(b - a),
    strength,
    faint,
  });
  const fade = (outer: number, inner: number): WashStripe[] =>
    Array.from({ length: outer === inner ? 0 : FADE_STEPS }, (_, i) => {
      const at = (step: number): number => outer + ((inner - outer) * step) / FADE_STEPS;
      return stripe(at(i), at(i + 1), (i + 0.5) / FADE_STEPS);
    });
  return [
    ...fade(x - fadeStart / 2, from),
    stripe(from, to),
    ...fade(end + fadeEnd / 2, to),
    ...(end < x + width ? [stripe(end, x + width, 1, true)] : []),
  ];
}

/** The lines at the edges of a wash. */
export const washEdges = (wash: SceneWash, { height }: Pick<Scene, 'height'>): string =>
  `M${px(wash.x)} 0V${px(height)}M${px(washEnd(wash))} 0V${px(height)}`;

/** Up to where it is known. */
const washEnd = ({ x, width, knownX }: Pick<SceneWash, 'x' | 'width' | 'knownX'>): number =>
  Math.max(x, Math.min(x + width, knownX));

function washTemplate(wash: SceneWash, scene: Scene): TemplateResult {
  return svg`<g .style=${`--lane:${wash.color}`}>
    ${washStripes(wash).map(({ x, width, strength, faint }) => rectTemplate(faint ? 'wash faint' : 'wash', x, width, scene.height, strength))}
    ${wash.uncertain ? svg`<path class="doubt" d=${washEdges(wash, scene)} />` : nothing}
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

/** Where the line of a milestone runs over the whole height; null where it is only known to lie within a stretch. */
export const milestoneX = ({ sign: { shape, x0, x1 }, x }: SceneMark): number | null =>
  shape === 'diamond' && x1 - x0 <= 14 ? x + (x0 + x1) / 2 : null;

function milestoneTemplate(mark: SceneMark, { height }: Scene): TemplateResult | typeof nothing {
  const x = milestoneX(mark);
  if (x === null) return nothing;
  const at = px(x);
  return svg`<line class="milestone" x1=${at} x2=${at} y2=${px(height)} .style=${`--lane:${mark.color}`} />`;
}

/** The line from the selected mark down to the axis. */
function chosenTemplate(mark: SceneMark, scene: Scene): TemplateResult | typeof nothing {
  const d = chosenPath(mark, scene);
  return d === null ? nothing : svg`<path class="chosen" d=${d} />`;
}
