import type { ReactiveController } from 'lit';
import { clampView, paddedView, panView, sameView, zoomView, type ViewBounds } from '../scale/view.js';
import { DAY, type EpochMs, type TimeSpan } from '../time/epoch-ms.js';
import type { ControllerHost } from './target-controller.js';
import { ViewMotion } from './view-motion.js';

export interface ViewOptions {
  reducedMotion(): boolean;
  /** Whether a view that nobody moved goes along with amended data, too. */
  follows?(): boolean;
  /** The view is another one; `settled` when it rests. */
  changed(settled: boolean): void;
  /** The reader changed it: once a frame at most, and once when it rests. */
  told(settled: boolean): void;
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

/** Who moves the view: only a reader's doing is told. */
export type Mover = 'reader' | 'script';

/** Room at each end of the whole, as a share of it. */
const MARGIN = 0.04;
/** How far a reader gets beyond the whole, as a share of the view; and how far out, as a multiple of the whole. */
const BEYOND = 0.5;
const OUTERMOST = 1.5;
const NOTHING: TimeSpan = { start: 0, end: DAY };

/** Owns the visible stretch: where it is, where it may be, how it gets there, and who is told. */
export class ViewController implements ReactiveController {
  readonly #options: ViewOptions;
  readonly #motion: ViewMotion;
  #frame: ViewFrame = { extent: null, hull: null, first: null, limits: null };
  #fit: TimeSpan = NOTHING;
  #anchor: TimeSpan = NOTHING;
  #view: TimeSpan = NOTHING;
  /** Whether reader or script moved it since it was last at home. */
  #moved = false;
  #mover: Mover = 'script';
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
    return this.#motion.target ?? this.#view;
  }

  /** Not at rest: dragged, wheeled or animated. */
  get moving(): boolean {
    return this.#moving;
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
   * Takes note of other data, limits or first view. A view that nobody moved goes home, unless data are merely
   * amended; and so does one that sees no data any more.
   */
  frame(frame: ViewFrame, change: DataChange = 'other'): void {
    const before = this.#frame.hull;
    const sawData = before && touches(this.#view, before);
    this.#frame = frame;
    const { extent, hull, limits } = frame;
    this.#fit = extent ? within(paddedView(extent, MARGIN), limits) : NOTHING;
    if (change === 'other') this.#anchor = this.home;
    const lost = sawData && hull && !touches(this.#view, hull);
    const stays = before && change === 'amended' && !this.#options.follows?.();
    const follows = !this.#moved && !stays;
    if (follows || lost) this.goHome();
    else if (limits) this.#jump(clampView(this.#view, { limits }));
  }

  /** Goes to the first view at once, and stays with it while it changes. */
  goHome(): void {
    if (!sameView(this.#anchor, this.home)) this.#anchor = this.home;
    this.#jump(clampView(this.home, { limits: this.#frame.limits }));
    this.#moved = false;
  }

  /** Shows everything, laid out anew where data have come since. Resolves at rest. */
  showAll(mover: Mover): Promise<void> {
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
    this.#moving = true;
    this.#options.changed(false);
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
      limits: limits ?? { start: low - beyond, end: high + beyond },
      maxSpan: (high - low) * OUTERMOST,
    };
  }

  #clamped(view: TimeSpan): TimeSpan {
    return clampView(view, this.#bounds);
  }

  #go(view: TimeSpan, animate: boolean, mover: Mover): Promise<void> {
    this.#moved = true;
    this.#flung = false;
    this.#mover = mover;
    if (sameView(view, this.#view) && !this.#moving) return Promise.resolve();
    this.#moving = animate;
    return this.#motion.to(view, { animate });
  }

  #jump(view: TimeSpan): void {
    this.#motion.stop();
    this.#flung = false;
    this.#mover = 'script';
    this.#apply(view, true);
  }

  #apply(view: TimeSpan, settled: boolean): void {
    this.#view = view;
    this.#moved ||= this.#mover === 'reader';
    this.#moving = !settled;
    this.#options.changed(settled);
    if (this.#mover === 'reader') this.#tell(settled);
  }

  #tell(settled: boolean): void {
    if (settled) {
      cancelAnimationFrame(this.#tellRequest);
      this.#tellRequest = 0;
      this.#options.told(true);
    } else
      this.#tellRequest ||= requestAnimationFrame(() => {
        this.#tellRequest = 0;
        this.#options.told(false);
      });
  }
}

const touches = (view: TimeSpan, { start, end }: TimeSpan): boolean => view.start < end && view.end > start;

/** The part of a stretch that lies within limits; the nearest within them where none does. */
function within(span: TimeSpan, limits: TimeSpan | null): TimeSpan {
  const start = Math.max(span.start, limits?.start ?? -Infinity);
  const end = Math.min(span.end, limits?.end ?? Infinity);
  return clampView(start < end ? { start, end } : span, { limits });
}
