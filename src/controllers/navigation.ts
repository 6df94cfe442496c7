import type { TimelineEvent } from '../data/timeline-event.js';
import type { EventSource } from '../index/event-source.js';
import { viewOpening, viewWith } from '../layout/event-focus.js';
import { markKey, markOfKey } from '../layout/mark-key.js';
import type { Scene, SceneCluster } from '../layout/scene.js';
import type { FocusController } from './focus.js';
import type { KeyAction } from './keys.js';
import type { ViewController } from './view.js';

export interface NavigationOptions {
  readonly focus: FocusController;
  readonly view: ViewController;
  source(): EventSource;
  scene(): Scene | null;
  /** Closes what is open, innermost first, and tells whether anything was. */
  escape(): boolean;
  /** Lists the members of a cluster that no zoom can part. */
  list(cluster: SceneCluster): void;
}

/** One step of a zoom, as a factor. */
export const ZOOM_STEP = 2;

/** Where the keys go: from event to event in time, between lanes, in and out of clusters. */
export class Navigation {
  readonly #options: NavigationOptions;

  constructor(options: NavigationOptions) {
    this.#options = options;
  }

  /** Does what a key asks for; false where no event has the focus, or nothing is open to be closed. */
  act(action: KeyAction): boolean {
    const { view } = this.#options;
    if (action === 'escape') return this.#options.escape();
    const at = this.#standing();
    if (!at) return false;
    switch (action) {
      case 'zoom-in':
      case 'zoom-out': {
        const { start, end } = view.target;
        const inside = at.moment >= start && at.moment <= end;
        void view.zoomBy(
          action === 'zoom-in' ? ZOOM_STEP : 1 / ZOOM_STEP,
          'reader',
          inside ? at.moment : undefined,
        );
        return true;
      }
      case 'fit':
        void view.showAll('reader');
        return true;
      default: {
        const event = this.#destination(action, at);
        if (event) this.goTo(event, action.startsWith('lane') ? undefined : at.lane);
        // At the ends, too: the page would scroll away under the reader's fingers.
        return true;
      }
    }
  }

  /** Brings an event into view and focuses its mark, that of the given lane if it stands in it. */
  goTo(event: TimelineEvent, lane?: string): void {
    const { view, focus } = this.#options;
    const standing = lane !== undefined && event.lanes.includes(lane) ? lane : event.lanes[0]!;
    focus.moveTo(markKey(event.id, standing));
    void view.show(viewWith(event, view.target), { mover: 'reader' });
  }

  /** Where the focused event is not in the data any more, the nearest in time that still is takes the focus. */
  stay(before: EventSource): void {
    const { focus, source } = this.#options;
    const id = focus.within && focus.key ? markOfKey(focus.key)?.id : undefined;
    const near = id === undefined || source().get(id) ? null : this.nearest(id, before);
    if (near) focus.moveTo(markKey(near.id, near.lanes[0]!));
  }

  /** The dated event that is nearest in time to one that was `before`; `null` where none is left of those. */
  nearest(id: string, before: EventSource): TimelineEvent | null {
    for (let step = 1; ; step++) {
      const near = [before.neighbour(id, step), before.neighbour(id, -step)];
      if (!near[0] && !near[1]) return null;
      for (const other of near) {
        const event = other && this.#options.source().get(other.id);
        if (event?.span) return event;
      }
    }
  }

  /** Zooms into a cluster and focuses its first member, or lists its members. */
  open(cluster: SceneCluster): void {
    const { view, focus, source } = this.#options;
    if (cluster.inseparable || !view.can('in')) return this.#options.list(cluster);
    const first = source().get(cluster.ids[0]!);
    if (first) focus.moveTo(markKey(first.id, cluster.lane));
    void view.show(viewOpening(cluster, view.target), { mover: 'reader' });
  }

  /** Where the focus is: an event, or the first member of a cluster. */
  #standing(): { event: TimelineEvent; lane: string; moment: number; cluster: boolean } | null {
    const { focus, scene, source, view } = this.#options;
    const { key } = focus;
    const cluster = scene()?.clusters.find(({ key: other }) => other === key);
    const mark = key === null ? null : markOfKey(key);
    const id = cluster ? cluster.ids[0] : mark?.id;
    const event = id === undefined ? undefined : source().get(id);
    if (!event?.span) return null;
    const { start, end } = event.span;
    const from = Math.max(start, Math.min(view.target.start, end));
    const to = Math.min(end, Math.max(view.target.end, start));
    const lane = cluster?.lane ?? mark!.lane;
    return { event, lane, moment: from / 2 + to / 2, cluster: cluster !== undefined };
  }

  #destination(
    action: KeyAction,
    {
      event,
      lane,
      moment,
      cluster,
    }: { event: TimelineEvent; lane: string; moment: number; cluster: boolean },
  ): TimelineEvent | null {
    const { view } = this.#options;
    const source = this.#options.source();
    const lanes = source.lanes;
    switch (action) {
      case 'next':
        return cluster ? event : source.neighbour(event.id, 1);
      case 'previous':
        return source.neighbour(event.id, -1);
      case 'first':
      case 'last':
        return source.edge(action);
      case 'lane-next':
      case 'lane-previous': {
        const step = action === 'lane-next' ? 1 : -1;
        if (lanes.length < 2) return source.neighbour(event.id, step);
        const other = lanes[lanes.findIndex(({ id }) => id === lane) + step];
        return other ? source.nearest(moment, other.id) : null;
      }
      default: {
        const length = (view.target.end - view.target.start) * (action === 'page-later' ? 1 : -1);
        return source.beyond(event.id, moment + length);
      }
    }
  }
}
