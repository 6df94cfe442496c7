import type { ReactiveController } from 'lit';
import { syncGroup, type SharedBounds, type SyncGroup, type SyncMember } from './sync-group.js';
import type { ControllerHost } from './target-controller.js';
import type { TimedView } from './timed-view.js';
import type { DataChange } from './view.js';

export interface SyncOptions {
  readonly view: TimedView;
  /** Name of the group, or nothing. */
  group(): string | null;
  /** What bounds the view is to be looked at anew. */
  changed(): void;
}

const NOTHING: SharedBounds = { extent: null, hull: null, first: null };
/** From what only moves the bounds to what begins anew. */
const CHANGES: readonly DataChange[] = ['amended', 'alike', 'other'];

/** Lets the host share its view with all timelines of its document that name the same group. */
export class SyncController implements ReactiveController {
  readonly #host: ControllerHost;
  readonly #options: SyncOptions;
  readonly #member: SyncMember;
  #name: string | null = null;
  #group: SyncGroup | null = null;
  /** What has become of the group's bounds since the host last asked. */
  #change: DataChange | null = null;

  constructor(host: ControllerHost, options: SyncOptions) {
    this.#host = host;
    this.#options = options;
    this.#member = {
      view: options.view,
      bounds: NOTHING,
      reframe: change => {
        this.#note(change);
        options.changed();
      },
    };
    host.addController(this);
  }

  /** What has become of the bounds of others since they were last shared; `null` for nothing. */
  get change(): DataChange | null {
    this.#regroup();
    return this.#change;
  }

  /**
   * Tells the group what the host brings along, and returns the bounds of all, without a group its own, with what has become
   * of them; `own` is that of its own data, `null` where those are as they were.
   */
  share(bounds: SharedBounds, own: DataChange | null): { bounds: SharedBounds; change: DataChange } {
    if (own) this.#note(own);
    const change = this.#change ?? 'alike';
    this.#change = null;
    if (!this.#group) return { bounds, change };
    this.#group.offer(this.#member, bounds, change);
    return { bounds: this.#group.bounds, change };
  }

  /** The host moves. */
  lead(state: { readonly settled: boolean; readonly animated: boolean }): void {
    this.#group?.lead(this.#member, state);
  }

  hostConnected(): void {
    this.#regroup();
    this.#options.changed();
  }

  hostDisconnected(): void {
    this.#leave();
  }

  /** Joins the group that the host names now. */
  #regroup(): void {
    const name = (this.#host.isConnected && this.#options.group()) || null;
    if (name === this.#name) return;
    this.#leave();
    this.#name = name;
    if (name === null) return;
    this.#group = syncGroup(this.#host.ownerDocument, name);
    this.#group.join(this.#member);
    this.#note('alike');
  }

  /** The view stays where the group has left it. */
  #leave(): void {
    if (!this.#group) return;
    if (this.#group.size > 1) this.#options.view.stay();
    this.#group.leave(this.#member);
    this.#group = this.#name = null;
    this.#note('amended');
  }

  #note(change: DataChange): void {
    const before = this.#change;
    if (!before || CHANGES.indexOf(change) > CHANGES.indexOf(before)) this.#change = change;
  }
}
