import type { TimelineEvent } from '../data/timeline-event.js';
import type { EventSource } from '../index/event-source.js';
import { viewOpening, viewWith } from '../layout/event-focus.js';
import { laneOfTitle, markKey, markOfKey } from '../layout/mark-key.js';
import type { ClusterMembers } from '../layout/scene.js';
import { onLine } from '../scale/warp.js';
import type { FocusController } from './focus.js';
import type { KeyAction } from './keys.js';
import { LaneTitles } from './lane-titles.js';
import type { ViewController } from './view.js';

export interface NavigationOptions {
  readonly focus: FocusController;
  readonly view: ViewController;
  source(): EventSource;
  /** The clusters that are drawn, in whatever layout. */
  clusters(): readonly ClusterMembers[];
  /** Closes what is open, innermost first, and tells whether anything was. */
  escape(): boolean;
  /** Opens a cluster where it stands: lists the members that no zoom can part, or takes them into a column. */
  openInPlace(cluster: ClusterMembers): void;
  /** Collapses a lane or expands it. */
  toggle(lane: string): void;
  /** Shows everything. */
  fit(): void;
}

/** Where the focus stands: an event, or the first member of a cluster. */
interface Standing {
  readonly event: TimelineEvent;
  readonly lane: string;
  readonly moment: number;
  readonly cluster: boolean;
}

/** One step of a zoom, as a factor. */
export const ZOOM_STEP = 2;

/** Where the keys go: from event to event in time, between lanes and to their titles, in and out of clusters. */
export class Navigation {
  readonly #options: NavigationOptions;
  readonly #titles: LaneTitles;

  constructor(options: NavigationOptions) {
    this.#options = options;
    this.#titles = new LaneTitles({ ...options, goTo: (event, lane) => this.goTo(event, lane) });
  }

  /** Does what a key asks for; false where neither event nor title has the focus, or nothing is open to be closed. */
  act(action: KeyAction): boolean {
    const { view, focus } = this.#options;
    if (action === 'escape') return this.#options.escape();
    const title = focus.key === null ? null : laneOfTitle(focus.key);
    const done = title === null ? null : this.#titles.act(action, title);
    if (done !== null) return done;
    const at = this.#standing();
    if (!at && title === null) return false;
    switch (action) {
      case 'zoom-in':
      case 'zoom-out': {
        const { start, end } = view.target;
        const inside = at && at.moment >= start && at.moment <= end;
        void view.zoomBy(
          action === 'zoom-in' ? ZOOM_STEP : 1 / ZOOM_STEP,
          'reader',
          inside ? at.moment : undefined,
        );
        return true;
      }
      case 'fit':
        this.#options.fit();
        return true;
      case 'lane-title':
        return this.#titles.enter(at!.lane);
      case 'lane-next':
      case 'lane-previous':
        this.#changeLane(action === 'lane-next' ? 1 : -1, at!);
        return true;
      default: {
        const event = this.#destination(action, at!);
        if (event) this.goTo(event, at!.lane);
        // At the ends, too: the page would scroll away under the reader's fingers.
        return true;
      }
    }
  }

  /** Brings an event into view and focuses its mark, that of the given lane if it stands in it. */
  goTo(event: TimelineEvent, lane?: string): void {
    const { view, focus, source } = this.#options;
    focus.moveTo(this.keyOf(event, lane));
    void view.show(viewWith(onLine(source().warp, event.span!), view.target), { mover: 'reader' });
  }

  /** The key of an event's mark, in the given lane if that shows it. */
  keyOf(event: TimelineEvent, lane?: string): string {
    const lanes = this.#options.source().lanesOf(event);
    return markKey(event.id, lane !== undefined && lanes.includes(lane) ? lane : lanes[0]!);
  }

  /** Where the focused event is not among those that are drawn any more, one near in time that is takes the focus. */
  stay(before: EventSource): void {
    const { focus, source } = this.#options;
    const id = focus.within && focus.key ? markOfKey(focus.key)?.id : undefined;
    const near = id === undefined || source().has(id) ? null : this.standIn(id, before);
    if (near?.span) focus.moveTo(this.keyOf(near));
    else if (id !== undefined) this.#followLanes();
  }

  /** Where the focused mark stands in a lane that does not show its event any more, that of another lane takes the focus. */
  #followLanes(): void {
    const { focus, source } = this.#options;
    const mark = markOfKey(focus.key!);
    const event = mark && source().get(mark.id);
    if (!event?.span || !source().has(event.id)) return;
    const key = this.keyOf(event, mark!.lane);
    if (key !== focus.key) focus.moveTo(key);
  }

  /** The event of that id where it is drawn, else the next in time; where it is no more, the nearest to where it was `before`. */
  standIn(id: string, before: EventSource | null): TimelineEvent | null {
    const source = this.#options.source();
    const event = source.get(id);
    if (!event) return before && this.nearest(id, before);
    return source.has(id) ? event : (source.neighbour(id, 1) ?? source.neighbour(id, -1));
  }

  /** The dated event that is nearest in time to one that was `before`; `null` where none is left of those. */
  nearest(id: string, before: EventSource): TimelineEvent | null {
    for (let step = 1; ; step++) {
      const near = [before.neighbour(id, step), before.neighbour(id, -step)];
      if (!near[0] && !near[1]) return null;
      for (const other of near) {
        const event = other && this.#options.source().get(other.id);
        if (event?.span) return this.standIn(event.id, null);
      }
    }
  }

  /** Zooms into a cluster and focuses its first member, or lists its members. */
  open(cluster: ClusterMembers): void {
    const { view, focus, source } = this.#options;
    if (cluster.inseparable || !view.can('in')) return this.#options.openInPlace(cluster);
    const first = source().get(cluster.ids[0]!);
    if (first) focus.moveTo(markKey(first.id, cluster.lane));
    void view.show(viewOpening(cluster, view.target), { mover: 'reader' });
  }

  #standing(): Standing | null {
    const { focus, clusters, source, view } = this.#options;
    const { key } = focus;
    const cluster = clusters().find(({ key: other }) => other === key);
    const mark = key === null ? null : markOfKey(key);
    const id = cluster ? cluster.ids[0] : mark?.id;
    const event = id === undefined ? undefined : source().get(id);
    if (!event?.span) return null;
    const { start, end } = onLine(source().warp, event.span);
    const from = Math.max(start, Math.min(view.target.start, end));
    const to = Math.min(end, Math.max(view.target.end, start));
    const lane = cluster?.lane ?? mark!.lane;
    return { event, lane, moment: from / 2 + to / 2, cluster: cluster !== undefined };
  }

  /** Goes to the nearest event of the next lane that has any, or the one before; of a collapsed lane to its title. */
  #changeLane(step: 1 | -1, { event, lane, moment }: Standing): void {
    const source = this.#options.source();
    const { lanes } = source;
    if (lanes.length < 2) {
      const other = source.neighbour(event.id, step);
      if (other) this.goTo(other);
    }
    for (let at = lanes.findIndex(({ id }) => id === lane) + step; lanes[at]; at += step) {
      const { id, collapsed } = lanes[at]!;
      if (collapsed) return void this.#titles.enter(id);
      const near = source.nearest(moment, id);
      if (near) return this.goTo(near, id);
    }
  }

  #destination(action: KeyAction, { event, moment, cluster }: Standing): TimelineEvent | null {
    const { view } = this.#options;
    const source = this.#options.source();
    switch (action) {
      case 'next':
        return cluster ? event : source.neighbour(event.id, 1);
      case 'previous':
        return source.neighbour(event.id, -1);
      case 'first':
      case 'last':
        return source.edge(action);
      default: {
        const length = (view.target.end - view.target.start) * (action === 'page-later' ? 1 : -1);
        return source.beyond(event.id, moment + length);
      }
    }
  }
}
