import type { ReactiveController } from 'lit';
import { clampView, paddedView, panView, sameView, zoomView, type ViewBounds } from '../scale/view.js';
import { DAY, type EpochMs, type TimeSpan } from '../time/epoch-ms.js';
import type { ControllerHost } from './target-controller.js';
import { ViewMotion } from './view-motion.js';

export interface ViewOptions {
  reducedMotion(): boolean;
  /** How closely a view that nobody moved goes along with amended data; not at all where nothing is said. */
  growth?(): Growth;
  /** The view is another one; `settled` when it rests. */
  changed(settled: boolean): void;
  /** Somebody changed it who is told of: once a frame at most, and once when it rests. */
  told(settled: boolean, by: ToldMover): void;
  /** It moved of its own accord: whoever shares it goes along. `animated` in a frame of a motion. */
  moved?(state: { readonly settled: boolean; readonly animated: boolean }): void;
}

/** What bounds the view and what it begins with. */
export interface ViewFrame {
  /** Hull of the data, outliers apart; `null` for none. */
  readonly extent: TimeSpan | null;
  /** Hull of all data: how far a reader gets. */
  readonly hull: TimeSpan | null;
  /** The first view that the author asks for. */
  readonly first: TimeSpan | null;
  /** Beyond which nobody gets. */
  readonly limits: TimeSpan | null;
}

/** What became of the data: other ones, much the same ones loaded anew, or the same ones amended. */
export type DataChange = 'other' | 'alike' | 'amended';

/** How a view of everything grows with amended data: with each, once they lie beyond it or in a small part of it, or not. */
export type Growth = 'closely' | 'loosely' | 'none';

/** Who moves the view of its own accord: the reader, on purpose or by an edit; what a script does is not told. */
export type Mover = 'reader' | 'edit' | 'script' | 'permalink';
/** Whose doing is told. */
export type ToldMover = Exclude<Mover, 'script'> | 'sync';
/** What else moves it: others that share it, or what bounds it. */
type Cause = Mover | 'sync' | 'frame';

/** Room at each end of the whole, as a share of it. */
const MARGIN = 0.04;
/** How far a reader gets beyond the whole, as a share of the view; and how far out, as a multiple of the whole. */
const BEYOND = 0.5;
const OUTERMOST = 1.5;
/** What has grown loosely has room for as much more, as a share of it; and gets closer once all lies in less than such a part of it. */
const AHEAD = 0.25;
const MOST_EMPTY = 4;
const NOTHING: TimeSpan = { start: 0, end: DAY };

/** Owns the visible stretch of the line: where it is, where it may be, how it gets there, and who is told. */
export class ViewController implements ReactiveController {
  readonly #options: ViewOptions;
  readonly #motion: ViewMotion;
  #frame: ViewFrame = { extent: null, hull: null, first: null, limits: null };
  /** Everything as it is, and as it is shown: with room for what is to come where it grows loosely. */
  #everything: TimeSpan = NOTHING;
  #fit: TimeSpan = NOTHING;
  #anchor: TimeSpan = NOTHING;
  #view: TimeSpan = NOTHING;
  /** Whether reader or script moved it since it was last at home. */
  #moved = false;
  #mover: Cause = 'script';
  /** Where those that share the view are on their way to; `null` where they are at rest, or follow this one. */
  #led: TimeSpan | null = null;
  #moving = false;
  /** Runs on by itself: the bounds hold it back on the way. */
  #flung = false;
  #tellRequest = 0;

  constructor(host: ControllerHost, options: ViewOptions) {
    this.#options = options;
    host.addController(this);
    this.#motion = new ViewMotion(host, {
      reducedMotion: () => options.reducedMotion(),
      view: () => this.#view,
      apply: (view, { settled }) => this.#apply(this.#flung ? this.#clamped(view) : view, settled),
    });
  }

  hostDisconnected(): void {
    cancelAnimationFrame(this.#tellRequest);
    this.#tellRequest = 0;
  }

  /** The view as it stands. */
  get current(): TimeSpan {
    return this.#view;
  }

  /** Where it is going, or is. */
  get target(): TimeSpan {
    return this.#motion.target ?? this.#led ?? this.#view;
  }

  /** Not at rest: dragged, wheeled or animated. */
  get moving(): boolean {
    return this.#moving;
  }

  /** Nobody has moved it since it was last at home, so it goes along with the first view. */
  get atHome(): boolean {
    return !this.#moved;
  }

  /** The first view: what the author asked for, else everything. */
  get home(): TimeSpan {
    return this.#frame.first ?? this.#fit;
  }

  /** The first view that the layout counts from: amended data, or much the same, leave it where it was. */
  get anchor(): TimeSpan {
    return this.#anchor;
  }

  /** Everything, with some room. */
  get fit(): TimeSpan {
    return this.#fit;
  }

  /** What there is to see: everything, and the first view where that lies beyond. */
  get whole(): TimeSpan {
    const { fit, home } = this;
    return { start: Math.min(fit.start, home.start), end: Math.max(fit.end, home.end) };
  }

  /** Whether a reader can get any further. */
  can(direction: 'earlier' | 'later' | 'in' | 'out'): boolean {
    const { start, end } = this.target;
    const length = end - start;
    if (direction === 'earlier' || direction === 'later') {
      const by = direction === 'later' ? 0.1 : -0.1;
      const after = this.#clamped(panView(this.target, by));
      return Math.abs(after.start - start) > length / 100;
    }
    const after = zoomView(this.target, direction === 'in' ? 2 : 0.5, (start + end) / 2, this.#bounds);
    return Math.abs(Math.log((after.end - after.start) / length)) > 0.01;
  }

  /**
   * Takes note of other data, limits or first view. A view that nobody moved goes home, where data are merely
   * amended as closely as the host has it; and so does one that sees no data any more.
   */
  frame(frame: ViewFrame, change: DataChange = 'other'): void {
    const before = this.#frame.hull;
    const sawData = before && touches(this.#view, before);
    this.#frame = frame;
    const { extent, hull, limits } = frame;
    const growth = before && change === 'amended' ? (this.#options.growth?.() ?? 'none') : 'closely';
    this.#everything = extent ? within(paddedView(extent, MARGIN), limits) : NOTHING;
    const isLoose = growth === 'loosely' && !this.#moved && extent !== null && frame.first === null;
    const shown = isLoose ? looseView(this.#fit, within(extent, limits), this.#everything) : this.#everything;
    const stays = growth === 'none' || (growth === 'loosely' && (!isLoose || sameView(shown, this.#fit)));
    this.#fit = shown;
    if (change === 'other') this.#anchor = this.home;
    const lost = sawData && hull && !touches(this.#view, hull);
    const follows = !this.#moved && !stays;
    if (follows || lost) this.goHome('frame');
    else if (limits && !isHeld([this.#view, this.target], limits))
      this.#jump(clampView(this.target, { limits }), 'frame');
  }

  /**
   * All is counted on another line: everything stays where it is in time. A motion of its own is at its end; whoever leads a
   * follower leads it on.
   */
  rescale(map: (span: TimeSpan) => TimeSpan): void {
    const moved = (span: TimeSpan | null): TimeSpan | null => span && map(span);
    const { extent, hull, first, limits } = this.#frame;
    const isLed = this.#led !== null;
    const mover = this.#mover;
    const cut = this.#moving && !isLed;
    this.#view = clampView(map(isLed ? this.#view : this.target));
    this.#led = moved(this.#led);
    this.#motion.stop();
    this.#flung = false;
    this.#anchor = map(this.#anchor);
    this.#everything = map(this.#everything);
    this.#fit = map(this.#fit);
    this.#frame = {
      extent: moved(extent),
      hull: moved(hull),
      first: moved(first),
      limits: moved(limits),
    };
    if (cut) this.#cutShort(mover);
  }

  /** Goes to the first view at once, and stays with it while it changes. */
  goHome(cause: Cause = 'script'): void {
    if (!sameView(this.#anchor, this.home)) this.#anchor = this.home;
    this.#moved = false;
    this.#jump(clampView(this.home, { limits: this.#frame.limits }), cause);
  }

  /** Stays where it is, whatever becomes of the first view and of what there was to see. */
  stay(): void {
    this.#moved = true;
    this.#frame = { ...this.#frame, hull: null };
  }

  /**
   * Goes along with a view that is shared, held to its own limits; `target` is where that is on its way to. Where motion
   * is not wanted it does so once that is at rest.
   */
  follow(
    view: TimeSpan,
    { target, settled }: { readonly target: TimeSpan; readonly settled: boolean },
  ): void {
    const { limits } = this.#frame;
    this.#motion.stop();
    this.#flung = false;
    this.#mover = 'sync';
    this.#moved = true;
    this.#led = settled ? null : clampView(target, { limits });
    if (settled || !this.#options.reducedMotion()) this.#apply(clampView(view, { limits }), settled);
  }

  /** Shows everything, laid out anew where data have come since. Resolves at rest. */
  showAll(mover: Mover): Promise<void> {
    this.#fit = this.#everything;
    this.#anchor = this.home;
    return this.show(this.#fit, { mover });
  }

  /** Goes to a view, held to the author's limits alone. Resolves at rest. */
  show(view: TimeSpan, { animate = true, mover }: { animate?: boolean; mover: Mover }): Promise<void> {
    return this.#go(clampView(view, { limits: this.#frame.limits }), animate, mover);
  }

  panBy(fraction: number, mover: Mover): Promise<void> {
    return this.#go(this.#clamped(panView(this.target, fraction)), true, mover);
  }

  zoomBy(factor: number, mover: Mover, anchor = (this.target.start + this.target.end) / 2): Promise<void> {
    return this.#go(zoomView(this.target, factor, anchor, this.#bounds), true, mover);
  }

  /** A gesture begins: the view is held until `release`. */
  hold(): void {
    this.#motion.stop();
    this.#flung = false;
    this.#mover = 'reader';
    this.#led = null;
    this.#moving = true;
    this.#options.changed(false);
    this.#share(false);
  }

  /** Within a gesture: moves by a share of the view. */
  drag(fraction: number): void {
    this.#apply(this.#clamped(panView(this.#view, fraction)), false);
  }

  /** Within a gesture: goes to a view. */
  place(view: TimeSpan): void {
    this.#apply(this.#clamped(view), false);
  }

  /** Within a gesture: comes closer by a factor. */
  pinch(factor: number, anchor: EpochMs): void {
    this.#apply(zoomView(this.#view, factor, anchor, this.#bounds), false);
  }

  /** The gesture ends, with a speed in views per ms. */
  release(speed: number): void {
    if (speed === 0) return this.#apply(this.#view, true);
    this.#flung = true;
    void this.#motion.fling(speed);
  }

  /** For a reader: the author's limits, else the whole, outliers included, and half a view around it. */
  get #bounds(): ViewBounds {
    const { limits, hull } = this.#frame;
    const { home, fit, target } = this;
    const low = Math.min(fit.start, home.start, hull?.start ?? Infinity);
    const high = Math.max(fit.end, home.end, hull?.end ?? -Infinity);
    const beyond = (target.end - target.start) * BEYOND;
    return {
      limits: {
        // An end that the author leaves open has the bounds of one without limits.
        start: limits && limits.start > -Infinity ? limits.start : low - beyond,
        end: limits && limits.end < Infinity ? limits.end : high + beyond,
      },
      maxSpan: (high - low) * OUTERMOST,
    };
  }

  #clamped(view: TimeSpan): TimeSpan {
    return clampView(view, this.#bounds);
  }

  #go(view: TimeSpan, animate: boolean, mover: Mover): Promise<void> {
    const isThere = sameView(view, this.#view) && !this.#moving;
    // Who asks for the first view is there, and goes along with it.
    this.#moved = !(isThere && sameView(view, this.home));
    this.#flung = false;
    this.#mover = mover;
    this.#led = null;
    if (isThere) return Promise.resolve();
    this.#moving = animate;
    const rest = this.#motion.to(view, { animate });
    // Before the first frame: whoever shares the view may be in a motion of its own.
    if (this.#moving) this.#share(false);
    return rest;
  }

  #jump(view: TimeSpan, cause: Cause): void {
    const mover = this.#mover;
    const cut = cause === 'frame' && this.#moving && this.#led === null;
    this.#motion.stop();
    this.#flung = false;
    this.#mover = cause;
    this.#led = null;
    this.#apply(view, true);
    if (cut) this.#cutShort(mover);
  }

  /**
   * What bounds the view has ended a motion: whoever was told of it, or follows, learns that it is over. The page does so once the host's
   * update, within which this is, is done: it may ask for another.
   */
  #cutShort(mover: Cause): void {
    this.#mover = mover;
    this.#moving = false;
    this.#options.changed(true);
    this.#share(true);
    cancelAnimationFrame(this.#tellRequest);
    this.#tellRequest = 0;
    if (isTold(mover)) queueMicrotask(() => this.#options.told(true, mover));
  }

  #apply(view: TimeSpan, settled: boolean): void {
    const mover = this.#mover;
    this.#view = view;
    this.#moved ||= mover === 'reader' || mover === 'edit';
    // Who has come back to the first view goes along with it again; so do those that share it.
    if (settled && sameView(view, this.home)) this.#moved = false;
    this.#moving = !settled;
    this.#options.changed(settled);
    this.#share(settled);
    if (isTold(mover)) this.#tell(settled, mover);
  }

  #share(settled: boolean): void {
    if (this.#mover === 'sync' || this.#mover === 'frame') return;
    this.#options.moved?.({ settled, animated: this.#motion.target !== null });
  }

  #tell(settled: boolean, by: ToldMover): void {
    if (settled) {
      cancelAnimationFrame(this.#tellRequest);
      this.#tellRequest = 0;
      this.#options.told(true, by);
    } else
      this.#tellRequest ||= requestAnimationFrame(() => {
        this.#tellRequest = 0;
        this.#options.told(false, by);
      });
  }
}

const isTold = (mover: Cause): mover is ToldMover => mover !== 'script' && mover !== 'frame';

const isHeld = (views: readonly TimeSpan[], limits: TimeSpan): boolean =>
  views.every(view => sameView(view, clampView(view, { limits })));

const touches = (view: TimeSpan, { start, end }: TimeSpan): boolean => view.start < end && view.end > start;

/** The view of everything that holds it as it is now: the one before where that will do, else with room where it has grown. */
function looseView(before: TimeSpan, extent: TimeSpan, everything: TimeSpan): TimeSpan {
  const isEarlier = extent.start < before.start;
  const isLater = extent.end > before.end;
  const length = everything.end - everything.start;
  if (!isEarlier && !isLater && length * MOST_EMPTY > before.end - before.start) return before;
  return {
    start: everything.start - (isEarlier ? length * AHEAD : 0),
    end: everything.end + (isLater ? length * AHEAD : 0),
  };
}

/** The part of a stretch that lies within limits; the nearest within them where none does. */
function within(span: TimeSpan, limits: TimeSpan | null): TimeSpan {
  const start = Math.max(span.start, limits?.start ?? -Infinity);
  const end = Math.min(span.end, limits?.end ?? Infinity);
  return clampView(start < end ? { start, end } : span, { limits });
}
