import type { TimelineEvent } from '../data/timeline-event.js';
import type { EventSource } from '../index/event-source.js';
import { markKey, markOfKey } from '../layout/mark-key.js';
import type { ClusterMembers, SceneMark } from '../layout/scene.js';
import type { FocusController } from './focus.js';
import type { Navigation } from './navigation.js';

/** What is drawn, in whatever layout. */
export interface ShownItems {
  readonly marks: readonly Pick<SceneMark, 'key' | 'event'>[];
  readonly clusters: readonly ClusterMembers[];
}

export interface SelectionOptions {
  readonly focus: FocusController;
  readonly navigation: Navigation;
  source(): EventSource;
  shown(): ShownItems | null;
  /** Id of the selected event, or nothing. */
  selected(): string | null;
  /** Asks whoever listens, and selects; tells whether it was allowed. */
  select(event: TimelineEvent | null): boolean;
  /** Whether the list stands in the place of the picture. */
  inList(): boolean;
  /** Shows an event that has no mark in the picture, in the shelf or the list, and focuses it. */
  reveal(id: string): void;
  /** Focuses the first of the listed members, once they stand. */
  enterMembers(): void;
  /** Other members are listed, or none. */
  changed(): void;
}

/** What the reader opens and closes: the selected event's details, and the members of a cluster. */
export class Selection {
  readonly #options: SelectionOptions;
  #listed: ClusterMembers | null = null;
  /** The data that it is listed from. */
  #source: EventSource | null = null;

  constructor(options: SelectionOptions) {
    this.#options = options;
  }

  /** The cluster whose members are listed, as no zoom can part them. */
  get listed(): ClusterMembers | null {
    return this.#listed;
  }

  /** Selects an event or none. */
  choose(id: string | null): boolean {
    const event = (id !== null && this.#options.source().get(id)) || null;
    if (!this.#options.select(event)) return false;
    this.list(null);
    return true;
  }

  /** Selects an event, or none where it is selected already. */
  toggle(id: string): boolean {
    return this.choose(id === this.#options.selected() ? null : id);
  }

  /** Selects an event and takes the reader there. */
  follow(id: string): void {
    if (!this.choose(id)) return;
    const event = this.#options.source().get(id)!;
    if (this.#options.inList() || !event.span) this.#options.reveal(id);
    else this.#options.navigation.goTo(event);
  }

  /** Opens the mark or cluster with that key. */
  open(key: string): void {
    const { shown, navigation, focus } = this.#options;
    const mark = shown()?.marks.find(other => other.key === key);
    if (mark) return void this.toggle(mark.event.id);
    // Of an event that stands once for several lanes, each lane has a button.
    const id = markOfKey(key)?.id;
    if (id !== undefined && this.#options.source().get(id)) return void this.toggle(id);
    const cluster = shown()?.clusters.find(other => other.key === key);
    if (!cluster) return;
    if (!cluster.only) navigation.open(cluster);
    else if (this.toggle(cluster.only.id)) focus.moveTo(markKey(cluster.only.id, cluster.lane));
  }

  /** Lists the members of a cluster, or of none. */
  list(cluster: ClusterMembers | null): void {
    if (cluster === this.#listed) return;
    this.#listed = cluster;
    this.#source = this.#options.source();
    this.#options.changed();
    if (cluster) this.#options.enterMembers();
  }

  /** Keeps the listed members in step with the data; where none is left, no more are listed. */
  relist(): void {
    const listed = this.#listed;
    const { source, shown } = this.#options;
    if (!listed || source() === this.#source) return;
    this.#source = source();
    const same = shown()?.clusters.find(({ key }) => key === listed.key);
    const ids = listed.ids.filter(id => source().get(id));
    const left = ids.length === listed.ids.length ? listed : { ...listed, ids, count: ids.length };
    this.#listed = same ?? (ids.length > 0 ? left : null);
  }

  /** Closes what is open, innermost first; focus goes back to where it was opened from. */
  close(): boolean {
    const { focus, navigation, selected, source, inList, reveal } = this.#options;
    if (this.#listed) {
      focus.moveTo(this.#listed.key);
      this.list(null);
      return true;
    }
    const id = selected();
    const event = id === null ? undefined : source().get(id);
    if (!event || inList()) return false;
    if (!this.choose(null)) return true;
    const { key } = focus;
    if (!event.span) reveal(event.id);
    else {
      const mark = key ? markOfKey(key) : null;
      focus.moveTo(navigation.keyOf(event, mark?.id === event.id ? mark.lane : undefined));
    }
    return true;
  }
}
