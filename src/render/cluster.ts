import { html, noChange, nothing, type TemplateResult } from 'lit';
import type { SceneCluster } from '../layout/scene.js';
import type { Place } from '../scale/warp.js';
import type { EpochMs } from '../time/epoch-ms.js';
import { finite, type MarkContext } from './mark.js';
import { placed } from './place.js';
import { disc, signTemplate } from './sign.js';

/** One event alone shows its sign: a disc in the middle of the pill. */
const DOT = disc(7, 12);

/** What a pill needs to know beyond the scene. */
interface ClusterContext extends MarkContext {
  /** The moment of a place on the line. */
  readonly momentAt?: ((place: Place) => EpochMs) | undefined;
}

/** The pill of events without room of their own: how many; at an edge of the view, also which way they are. An item of the list. */
export function clusterTemplate(
  cluster: SceneCluster,
  { language, name, place, stop, corner, momentAt = at => at }: ClusterContext,
): TemplateResult {
  const { count, edge, only, folded } = cluster;
  const seen = language.shortNumber(count);
  // Who speaks to the page says what is seen, and some languages have a word for two of something.
  const isTold = only || language.say('events', { count }).includes(seen);
  return html`<li aria-posinset=${place?.at ?? noChange} aria-setsize=${place?.of ?? noChange}>
    <button
      type="button"
      part="cluster"
      class="cluster ${edge ?? ''} ${folded ? 'folded' : ''}"
      data-key=${cluster.key}
      data-lane=${cluster.lane}
      data-count=${count}
      data-matches=${cluster.matches ?? nothing}
      data-start=${finite(momentAt(cluster.start))}
      data-end=${finite(momentAt(cluster.end))}
      aria-label=${isTold ? name : language.say('colon', { head: seen, rest: name })}
      tabindex=${stop ? 0 : -1}
      .style=${`${placed(cluster, language)};--lane:${cluster.color}`}
    >
      ${only ? signTemplate(DOT, only.status, corner) : seen}
    </button>
  </li>`;
}
