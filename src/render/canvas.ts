import { html, nothing, type noChange, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Language } from '../language/language.js';
import { footOf } from '../layout/guests.js';
import type { Scene, SceneCluster, SceneMark } from '../layout/scene.js';
import type { Place, Segment } from '../scale/warp.js';
import type { EpochMs, TimeSpan } from '../time/epoch-ms.js';
import { arcWordTemplate } from './arc.js';
import { backdropTemplate } from './backdrop.js';
import { clusterTemplate } from './cluster.js';
import { foldItems, foldTemplate, type FoldItem } from './folds.js';
import { laneTemplate } from './lane.js';
import { markTemplate, type ListPlace } from './mark.js';
import { px } from './place.js';

/** What the canvas needs to know beyond the scene. */
export interface CanvasContext {
  readonly language: Language;
  /** Accessible names. */
  readonly names: { mark(mark: SceneMark): string; cluster(cluster: SceneCluster): string };
  /** Place of an event among all in time order, from 1 on, and how many those are. */
  readonly places?: { of(id: string): number; readonly count: number };
  /** Key of the mark, cluster or title that is the one tab stop; where it is not drawn, the first in view is. */
  readonly focusedKey: string | null;
  /** Whether each frame has another scale, and is to cost little. */
  readonly narrow?: boolean;
  /** What has nodes; all of it is drawn where nothing is said. */
  readonly drawn?: DrawnItems;
  /** Accessible name of the list of events. */
  readonly listLabel: string | typeof noChange;
  /** Radius of the corners of signs, in px. */
  readonly corner?: number;
  /** The page's own content for a label; null where there is none. */
  own?(mark: SceneMark): unknown;
  /** Id of the selected event, where its details stay closed. */
  readonly closed?: string | null;
  /** What lies over the marks and moves with them. */
  readonly overlay?: unknown;
  /** Where days are wide enough to be told apart. */
  readonly weekends?: readonly TimeSpan[];
  /** Silences that the line has folded. */
  readonly folds?: readonly Segment[];
  /** The moment of a place on the line; that place itself where nothing is said. */
  momentAt?(place: Place): EpochMs;
}

type CanvasItem = SceneMark | SceneCluster | FoldItem;

const isFold = (item: CanvasItem): item is FoldItem => 'fold' in item;

/** All that is drawn, in time order; marks, clusters and folds are each in it already. */
function inTimeOrder({ marks, clusters }: Scene, folds: readonly FoldItem[]): CanvasItem[] {
  return [...marks, ...clusters, ...folds].sort((a, b) =>
    a.start < b.start ? -1 : a.start > b.start ? 1 : 0,
  );
}

/** Most marks that a frame of a zoom adds; the others come in the next ones, and all when it rests. */
const MOST_NEWCOMERS = 24;

/** Which marks and clusters have nodes, so that few are made while every frame counts. */
export class DrawnItems {
  #keys: ReadonlySet<string> = new Set();

  /**
   * Of what is to be seen, in time order, what is drawn: all, or what has a node already, all pills, which cost little and tell
   * of much, and some of the other newcomers from all over the view.
   */
  choose<T extends { readonly key: string; readonly x: number; readonly width: number }>(
    items: readonly T[],
    { sparingly, focusedKey, width }: { sparingly: boolean; focusedKey: string | null; width: number },
  ): readonly T[] {
    let chosen = items;
    if (sparingly) {
      const isSeen = ({ x, width: length }: T): boolean => x + length > 0 && x < width;
      const stays = (item: T): boolean =>
        this.#keys.has(item.key) || item.key === focusedKey || (!('sign' in item) && isSeen(item));
      const newcomers = items.filter(item => !stays(item) && isSeen(item));
      const most = Math.min(MOST_NEWCOMERS, newcomers.length);
      const added = new Set<T>();
      for (let i = 0; i < most; i++) added.add(newcomers[Math.floor((i * newcomers.length) / most)]!);
      chosen = items.filter(item => stays(item) || added.has(item));
    }
    this.#keys = new Set(chosen.map(({ key }) => key));
    return chosen;
  }
}

/**
 * The canvas of a scene: a layer that moves as one while panning, and the lanes, which stand still.
 * A mark keeps its node for as long as it is drawn.
 */
export function canvasTemplate(scene: Scene, context: CanvasContext): TemplateResult {
  const { language, names, places, narrow = false, drawn, focusedKey } = context;
  const folds = foldItems(context.folds ?? [], scene);
  const all = inTimeOrder(scene, folds);
  const items = drawn?.choose(all, { sparingly: narrow, focusedKey, width: scene.width }) ?? all;
  const stops = items.filter(item => !isFold(item));
  const titles = scene.lanes.filter(({ collapsible }) => collapsible);
  const stop =
    [...titles, ...stops].find(item => item.key === focusedKey) ??
    stops.find(item => item.x + item.width > 0 && item.x < scene.width) ??
    stops[0] ??
    titles[0];
  const foot = footOf(scene);
  return html`<div
    part="canvas"
    class=${`canvas${scene.scrolls ? ' scrolls' : ''}${scene.links.length > 0 ? ' linked' : ''}`}
    .style=${`height:${px(scene.height)}px`}
  >
    ${repeat(
      scene.lanes,
      lane => lane.id,
      lane => laneTemplate(lane, { language, stop: lane === stop }),
    )}
    ${foot === null ? nothing : html`<div class="foot" .style=${`top:${px(foot)}px`}></div>`}
    <div class="layer">
      ${backdropTemplate(scene, context.weekends ?? [], folds, language)}
      ${scene.links.map(link => arcWordTemplate(link, language))}
      <ol role="list" aria-label=${context.listLabel}>
        ${repeat(
          items,
          item => item.key,
          item => {
            if (isFold(item)) return foldTemplate(item, language);
            const isMark = 'sign' in item;
            // Who is in a cluster is asked for at rest: each frame of a zoom gathers others.
            const first = isMark ? item.event.id : narrow ? undefined : item.named[0];
            const place: ListPlace | null =
              places && first !== undefined ? { at: places.of(first), of: places.count } : null;
            const common = { language, place, stop: item === stop, corner: context.corner };
            return isMark
              ? markTemplate(item, {
                  ...common,
                  name: names.mark(item),
                  own: context.own?.(item),
                  closed: item.event.id === context.closed,
                })
              : clusterTemplate(item, { ...common, name: names.cluster(item), momentAt: context.momentAt });
          },
        )}
      </ol>
      ${context.overlay ?? nothing}
    </div>
  </div>`;
}
