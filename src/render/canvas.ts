import { html, type noChange, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Language } from '../language/language.js';
import type { Scene, SceneCluster, SceneMark } from '../layout/scene.js';
import type { TimeSpan } from '../time/epoch-ms.js';
import { backdropTemplate } from './backdrop.js';
import { clusterTemplate } from './cluster.js';
import { laneTemplate } from './lane.js';
import { markTemplate } from './mark.js';
import { px } from './place.js';

/** What the canvas needs to know beyond the scene. */
export interface CanvasContext {
  readonly language: Language;
  /** Accessible names. */
  readonly names: { mark(mark: SceneMark): string; cluster(cluster: SceneCluster): string };
  /** Key of the mark or cluster that is the one tab stop; where it is not drawn, the first in view is. */
  readonly focusedKey: string | null;
  /** Whether what lies beyond the view is left out. */
  readonly narrow?: boolean;
  /** Accessible name of the list of events. */
  readonly listLabel: string | typeof noChange;
  /** Where days are wide enough to be told apart. */
  readonly weekends?: readonly TimeSpan[];
}

/** Marks and clusters in time order; `scene.marks` and `scene.clusters` are each in it already. */
function inTimeOrder({ marks, clusters }: Scene): (SceneMark | SceneCluster)[] {
  return [...marks, ...clusters].sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0));
}

/** How far beyond its box, in px, a mark draws its sign. */
const BEYOND = 32;

/** Whether a mark or cluster reaches into the view, or has the focus or the selection, which must not lose its node. */
function isNear(item: SceneMark | SceneCluster, width: number, focusedKey: string | null): boolean {
  const { x, key } = item;
  let [left, right] = [x - BEYOND, x + item.width + BEYOND];
  if ('sign' in item) {
    if (item.selected) return true;
    const { label } = item;
    if (label) {
      left = Math.min(left, x + label.x);
      right = Math.max(right, x + label.x + label.width + label.slide);
    }
  }
  return (left < width && right > 0) || key === focusedKey;
}

/**
 * The canvas of a scene: a layer that moves as one while panning, and the lanes, which stand still.
 * A mark keeps its node for as long as it is drawn.
 */
export function canvasTemplate(scene: Scene, context: CanvasContext): TemplateResult {
  const { language, names, narrow, focusedKey } = context;
  const all = inTimeOrder(scene);
  const items = narrow ? all.filter(item => isNear(item, scene.width, focusedKey)) : all;
  const stop =
    items.find(item => item.key === focusedKey) ??
    items.find(item => item.x + item.width > 0 && item.x < scene.width) ??
    items[0];
  return html`<div part="canvas" class="canvas" .style=${`height:${px(scene.height)}px`}>
    ${repeat(scene.lanes, lane => lane.id, laneTemplate)}
    <div class="layer">
      ${backdropTemplate(scene, context.weekends ?? [])}
      <ol role="list" aria-label=${context.listLabel}>
        ${repeat(
          items,
          item => item.key,
          item =>
            'sign' in item
              ? markTemplate(item, { language, name: names.mark(item), stop: item === stop })
              : clusterTemplate(item, { language, name: names.cluster(item), stop: item === stop }),
        )}
      </ol>
    </div>
  </div>`;
}
