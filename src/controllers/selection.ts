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
  /** Asks whoever listens, and selects; tells whether it was allowed. What the reader only comes by, going back does not undo. */
  select(event: TimelineEvent | null, by: { passing: boolean }): boolean;
  /** Whether the list stands in the place of the picture. */
  inList(): boolean;
  /** Shows an event that has no mark in the picture, in the shelf or the list, and focuses it. */
  reveal(id: string): void;
  /** Focuses the first of the listed members, once they stand. */
  enterMembers(): void;
  /** Other members are listed, or none. */
  changed(): void;
}

/** So far back leads the way of relations. */
const MOST_STEPS = 50;

/** What the reader opens and closes: the selected event's details, and the members of a cluster. */
export class Selection {
  readonly #options: SelectionOptions;
  #listed: ClusterMembers | null = null;
  /** Where the last relation led to, and the events that led there: they hold as long as that one is selected. */
  #trail: { readonly to: string | null; readonly from: readonly string[] } = { to: null, from: [] };
  /** The event that was selected in passing: its details stay closed. */
  #passed: string | null = null;
  /** The data that it is listed from. */
  #source: EventSource | null = null;

  constructor(options: SelectionOptions) {
    this.#options = options;
  }

  /** The event from which a relation was followed to the selected one. */
  get cameFrom(): TimelineEvent | undefined {
    const { to, from } = this.#trail;
    const id = to === this.#options.selected() ? from.at(-1) : undefined;
    return id === undefined ? undefined : this.#options.source().get(id);
  }

  /** Goes back to that event. */
  goBack(): void {
    const { cameFrom } = this;
    const { from } = this.#trail;
    if (!cameFrom || !this.#go(cameFrom.id)) return;
    this.#trail = { to: cameFrom.id, from: from.slice(0, -1) };
  }

  /** The cluster whose members are listed, as no zoom can part them. */
  get listed(): ClusterMembers | null {
    return this.#listed;
  }

  /** Id of the selected event, where its details stay closed until the reader asks for them. */
  get closed(): string | null {
    return this.#passed === this.#options.selected() ? this.#passed : null;
  }

  /** Id of the selected event, where it was not selected in passing. */
  get opened(): string | null {
    const selected = this.#options.selected();
    return selected === this.#passed ? null : selected;
  }

  /** A script selects an event, or the one that is selected already: it was not in passing, whatever was before. */
  adopt(): void {
    if (this.#passed === null) return;
    this.#passed = null;
    this.#options.changed();
  }

  /** Selects an event or none; in passing, without its details. */
  choose(id: string | null, { passing = false } = {}): boolean {
    const event = (id !== null && this.#options.source().get(id)) || null;
    if (!this.#options.select(event, { passing })) return false;
    this.#passed = passing ? id : null;
    // Whoever comes from elsewhere in the page with Tab goes on from what is read.
    const { focus, navigation } = this.#options;
    if (passing && event?.span) focus.offer(navigation.keyOf(event));
    // Details may open of an event that was selected already.
    this.#options.changed();
    this.list(null);
    return true;
  }

  /** Selects an event, or none where it is selected already. */
  toggle(id: string): boolean {
    const isOpen = id === this.#options.selected() && id !== this.closed;
    return this.choose(isOpen ? null : id);
  }

  /** Selects an event and takes the reader there; from the one that was selected, there is a way back. */
  follow(id: string): void {
    // Who is listed was not led to by a relation.
    const before = this.#listed ? null : this.#options.selected();
    const { to, from } = this.#trail;
    if (!this.#go(id) || before === null || before === id) return;
    this.#trail = { to: id, from: [...(to === before ? from : []), before].slice(-MOST_STEPS) };
  }

  #go(id: string): boolean {
    if (!this.choose(id)) return false;
    const event = this.#options.source().get(id)!;
    if (this.#options.inList() || !event.span) this.#options.reveal(id);
    else this.#options.navigation.goTo(event);
    return true;
  }

  /** Selects what an address names, or none; where the reader is here, the focus goes to what is left or entered by that. */
  restore(id: string | null, isHere: boolean): void {
    const { selected, source, inList, reveal, navigation, focus } = this.#options;
    const before = selected();
    if (!this.choose(id) || !isHere) return;
    const at = id ?? before;
    const event = at === null ? undefined : source().get(at);
    if (!event) return;
    if (inList() || !event.span) reveal(event.id);
    else focus.moveTo(navigation.keyOf(event));
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
    const ids = listed.ids.filter(id => source().has(id));
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
