import type { TimeSpan } from '../time/epoch-ms.js';
import type { TimedView } from './timed-view.js';
import type { DataChange } from './view.js';

/** What a member brings along: its data and what its author asks for. */
export interface SharedBounds {
  readonly extent: TimeSpan | null;
  readonly hull: TimeSpan | null;
  readonly first: TimeSpan | null;
}

/** One that shares its view. */
export interface SyncMember {
  readonly view: TimedView;
  bounds: SharedBounds;
  /** The bounds of all together are others now: those of one have come, changed or gone. */
  reframe(change: DataChange): void;
}

/** Timelines that share one view. Whoever moves leads, and the others follow: nobody answers a follower. */
export class SyncGroup {
  readonly #members = new Set<SyncMember>();
  /** Who leads in the frame to come. */
  #leader: SyncMember | null = null;
  #request = 0;

  get size(): number {
    return this.#members.size;
  }

  /** The bounds of all together; the first view is that of the first member whose author asks for one. */
  get bounds(): SharedBounds {
    const all = [...this.#members].map(({ bounds }) => bounds);
    return {
      extent: hullOf(all.map(({ extent }) => extent)),
      hull: hullOf(all.map(({ hull }) => hull)),
      first: all.find(({ first }) => first)?.first ?? null,
    };
  }

  /** Takes in one more, which takes over the view of the others. */
  join(member: SyncMember): void {
    const other = this.#leader ?? [...this.#members][0];
    this.#members.add(member);
    if (!other) return;
    const { current, target, moving, atHome } = other.view;
    if (!atHome) member.view.follow(current, { target, settled: !moving });
    else if (!member.view.atHome) member.view.goHome('frame');
  }

  leave(member: SyncMember): void {
    this.#members.delete(member);
    if (this.#leader === member) this.#leader = null;
    this.#reframe(member, 'amended');
  }

  /** A member brings along other bounds than before. */
  offer(member: SyncMember, bounds: SharedBounds, change: DataChange): void {
    const before = this.bounds;
    member.bounds = bounds;
    if (!isSame(before, this.bounds)) this.#reframe(member, change);
  }

  /**
   * A member moves, and the others go along before the frame is painted. What comes of events waits for that frame, so that
   * each lays out once in it, however many events there are; what a motion does is in a frame already, and rest is for good.
   */
  lead(member: SyncMember, { settled, animated }: { settled: boolean; animated: boolean }): void {
    this.#leader = member;
    if (settled || animated) return this.#follow(settled);
    this.#request ||= requestAnimationFrame(() => this.#follow(false));
  }

  #follow(settled: boolean): void {
    cancelAnimationFrame(this.#request);
    this.#request = 0;
    const leader = this.#leader;
    if (!leader) return;
    const { current, target, atHome } = leader.view;
    for (const { view } of this.#others(leader))
      if (atHome) view.goHome('sync');
      else view.follow(current, { target, settled });
  }

  #reframe(member: SyncMember, change: DataChange): void {
    for (const other of this.#others(member)) other.reframe(change);
  }

  #others(member: SyncMember): SyncMember[] {
    return [...this.#members].filter(other => other !== member);
  }
}

const groups = new WeakMap<Document, Map<string, SyncGroup>>();

/** The group of that name in a document. */
export function syncGroup(document: Document, name: string): SyncGroup {
  let named = groups.get(document);
  if (!named) groups.set(document, (named = new Map<string, SyncGroup>()));
  let group = named.get(name);
  if (!group) named.set(name, (group = new SyncGroup()));
  return group;
}

function hullOf(spans: readonly (TimeSpan | null)[]): TimeSpan | null {
  const given = spans.filter(span => span !== null);
  if (given.length === 0) return null;
  return {
    start: Math.min(...given.map(({ start }) => start)),
    end: Math.max(...given.map(({ end }) => end)),
  };
}

const isSame = (a: SharedBounds, b: SharedBounds): boolean =>
  (['extent', 'hull', 'first'] as const).every(
    name => a[name]?.start === b[name]?.start && a[name]?.end === b[name]?.end,
  );
