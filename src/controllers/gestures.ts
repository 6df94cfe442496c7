import { type ControllerHost, TargetController } from './target-controller.js';

/** What the wheel does: see the attribute `wheel`. */
export type WheelMode = 'modifier' | 'zoom' | 'none';

/** Whether a word is one of the attribute `wheel`. */
export const isWheelMode = (word: string): word is WheelMode => /^(modifier|zoom|none)$/.test(word);

/** Lengths are px along the time axis, from its start: mirrored where the page runs from right to left. */
export interface GestureOptions {
  /** The element that is dragged, pinched and wheeled over. Its CSS must say `touch-action: pan-y; user-select: none`. */
  surface(): HTMLElement | null;
  /** The element whose content box spans the view; absent, the surface. */
  canvas?(): Element | null;
  mode(): WheelMode;
  rtl(): boolean;
  /** A pointer went down: what still glides should stop. */
  press?(): void;
  /** A drag, a pinch or a turn of the wheel begins; `panEnd` follows in any case. */
  panStart(): void;
  /** The content moved by `dx` px towards the end. */
  pan(dx: number): void;
  /** The gesture ended with this velocity in px per ms; 0 but after a flick. */
  panEnd(velocity: number): void;
  /** The scale changed by `factor` (over 1 is closer) about a point, within a gesture. */
  zoom(factor: number, anchor: number): void;
  /** The same as one step that may be animated. */
  zoomStep(factor: number, anchor: number): void;
  /** A plain wheel began to scroll the page over the surface. */
  wheelHint(): void;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A pointer that moved less is clicking. */
const THRESHOLD = 4;
/** Velocity is that of the last 80 ms. */
const FLICK_MS = 80;
/** A wheel rests when nothing came for this long. */
const WHEEL_REST_MS = 150;
/** Fingers closer than this say nothing of a factor. */
const LEAST_SPREAD = 24;
/** The most one wheel event zooms, as a natural logarithm: a notch is a factor of 1.35. */
const MOST_ZOOM = 0.3;

/**
 * Turns pointers and the wheel into pans and zooms, with listeners on the surface alone. A pointer is captured only
 * once it moves, so that clicks reach the marks, and the click that ends a drag reaches nobody. Vertical swipes and
 * the plain wheel stay the page's.
 */
export class GestureController extends TargetController<HTMLElement> {
  readonly #options: GestureOptions;
  #surface!: HTMLElement;
  readonly #pointers = new Map<number, Point>();
  #moving = false;
  /** Positions in px and times of the drag, newest last. */
  #trail: { x: number; at: number }[] = [];
  /** Whether the next click ends a drag. */
  #dragged = false;
  /** Clicks in a row that fell on no button or link. */
  #plainClicks = 0;
  #wheelRest: ReturnType<typeof setTimeout> | 0 = 0;
  #wheelAt = -Infinity;
  #pageScrolls = false;

  constructor(host: ControllerHost, options: GestureOptions) {
    super(host, () => options.surface());
    this.#options = options;
    host.addController(this);
  }

  protected override attach(surface: HTMLElement, signal: AbortSignal): void {
    this.#surface = surface;
    const on = <K extends keyof HTMLElementEventMap>(
      type: K,
      handle: (event: HTMLElementEventMap[K]) => void,
      options?: AddEventListenerOptions,
    ) => surface.addEventListener(type, handle, { signal, ...options });
    on('pointerdown', event => this.#down(event));
    on('pointermove', event => this.#move(event));
    on('pointerup', event => this.#up(event));
    on('pointercancel', event => this.#up(event));
    on('click', event => this.#click(event), { capture: true });
    on('dblclick', event => this.#doubleClick(event));
    on('wheel', event => this.#wheel(event), { passive: false });
    // With two fingers down the browser must not scroll: touch-action alone lets it take a pinch that drifts.
    on('touchstart', event => event.touches.length > 1 && event.cancelable && event.preventDefault(), {
      passive: false,
    });
    signal.addEventListener('abort', () => {
      this.#pointers.clear();
      this.#end(0);
    });
  }

  #down(event: PointerEvent): void {
    if (event.button || (event.ctrlKey && event.pointerType === 'mouse') || isOnScrollbar(event)) return;
    if (event.isPrimary) {
      // One whose end was never heard of.
      this.#pointers.clear();
      if (this.#moving) this.#end(0);
    }
    if (this.#pointers.size > 1) return;
    this.#pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    this.#trail = [];
    this.#dragged = false;
    this.#options.press?.();
    if (this.#pointers.size > 1) this.#start();
  }

  #move(event: PointerEvent): void {
    const from = this.#pointers.get(event.pointerId);
    if (!from) return;
    if (!(event.buttons & 1)) return this.#up(event); // released outside, before it was captured
    if (!this.#moving) {
      const dx = Math.abs(event.clientX - from.x);
      const vertical = event.pointerType === 'touch' && dx < Math.abs(event.clientY - from.y);
      if (dx < THRESHOLD || vertical) return;
      this.#start();
    }
    const before = this.#grip();
    this.#pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    const { x, spread } = this.#grip();
    this.#trail = this.#trail.filter(({ at }) => at >= event.timeStamp - FLICK_MS);
    this.#trail.push({ x, at: event.timeStamp });
    if (x !== before.x) this.#options.pan(this.#along(x - before.x));
    if (spread !== before.spread) this.#options.zoom(spread / before.spread, this.#anchor(x));
  }

  #up(event: PointerEvent): void {
    if (!this.#pointers.delete(event.pointerId) || !this.#moving) return;
    const recent = this.#trail.filter(({ at }) => at >= event.timeStamp - FLICK_MS);
    this.#trail = [];
    if (this.#pointers.size) return; // the other finger drags on
    const [first] = recent;
    const flicked = event.type === 'pointerup' && first;
    this.#end(
      flicked ? this.#along(recent.at(-1)!.x - first.x) / Math.max(16, event.timeStamp - first.at) : 0,
    );
  }

  #start(): void {
    for (const id of this.#pointers.keys()) {
      try {
        this.#surface.setPointerCapture(id);
      } catch {
        // It has gone meanwhile, or a script made it up.
      }
    }
    this.#dragged = true;
    if (this.#moving) return;
    this.#moving = true;
    if (this.#wheelRest) clearTimeout(this.#wheelRest);
    else this.#options.panStart();
    this.#wheelRest = 0;
  }

  #end(velocity: number): void {
    if (!this.#moving && !this.#wheelRest) return;
    this.#moving = false;
    clearTimeout(this.#wheelRest);
    this.#wheelRest = 0;
    this.#options.panEnd(velocity);
  }

  /** Where the fingers hold the content, and how far apart they are. */
  #grip(): { x: number; spread: number } {
    const [a, b = a] = this.#pointers.values() as Iterable<Point> as [Point, Point?];
    return { x: (a.x + b.x) / 2, spread: Math.max(LEAST_SPREAD, Math.hypot(a.x - b.x, a.y - b.y)) };
  }

  #click(event: MouseEvent): void {
    // A click of the keyboard (no detail) is never a drag's.
    if (this.#dragged && event.detail) {
      event.preventDefault();
      event.stopPropagation();
      this.#plainClicks = 0;
    } else this.#plainClicks = isOnControl(event) ? 0 : this.#plainClicks + 1;
    this.#dragged = false;
  }

  #doubleClick(event: MouseEvent): void {
    // Both clicks must have been plain: the first may have opened the cluster that was here.
    if (this.#plainClicks < 2) return;
    this.#plainClicks = 0;
    this.#options.zoomStep(event.shiftKey ? 0.5 : 2, this.#anchor(event.clientX));
  }

  #wheel(event: WheelEvent): void {
    // Firefox answers in px when the deltas are read before the mode.
    const { deltaX, deltaY, deltaMode } = event;
    const mode = this.#options.mode();
    if (mode === 'none' || event.defaultPrevented) return;
    const unit = deltaMode === 1 ? 16 : deltaMode === 2 ? this.#surface.clientWidth : 1;
    const sideways = event.shiftKey || Math.abs(deltaX) > Math.abs(deltaY);
    const fresh = event.timeStamp - this.#wheelAt > FLICK_MS;
    this.#wheelAt = event.timeStamp;
    if (event.ctrlKey || event.metaKey || (mode === 'zoom' && !sideways)) {
      // A trackpad's pinch comes as Ctrl and 100 per factor of e.
      const closer = (-deltaY * unit) / (event.ctrlKey ? 100 : 400);
      const factor = Math.exp(Math.max(-MOST_ZOOM, Math.min(MOST_ZOOM, closer)));
      this.#turn(event);
      if (deltaY) this.#options.zoom(factor, this.#anchor(event.clientX));
    } else if (sideways && (fresh || !this.#pageScrolls)) {
      this.#turn(event);
      this.#options.pan(this.#along(-(deltaX || deltaY) * unit));
    } else {
      // While fingers scroll the page, a sideways drift is the page's too.
      this.#pageScrolls = true;
      if (fresh) this.#options.wheelHint();
    }
  }

  /** Keeps a wheel event from the page, and a gesture going until the wheel rests. */
  #turn(event: WheelEvent): void {
    if (event.cancelable) event.preventDefault();
    this.#pageScrolls = false;
    if (this.#moving) return;
    if (!this.#wheelRest) this.#options.panStart();
    clearTimeout(this.#wheelRest);
    this.#wheelRest = setTimeout(() => this.#end(0), WHEEL_REST_MS);
  }

  #along(dx: number): number {
    return this.#options.rtl() ? -dx : dx;
  }

  #anchor(clientX: number): number {
    const canvas = this.#options.canvas?.() ?? this.#surface;
    const { left, right } = canvas.getBoundingClientRect();
    const { borderInlineStartWidth, paddingInlineStart } = getComputedStyle(canvas);
    const fromEdge = this.#options.rtl() ? right - clientX : clientX - left;
    return fromEdge - parseFloat(borderInlineStartWidth) - parseFloat(paddingInlineStart);
  }
}

function isOnControl(event: Event): boolean {
  return (event.target as Element).closest('button, a, input, select, textarea, summary') !== null;
}

/** Whether a pointer is on the vertical scroll bar of what it points at, wider than any border. */
function isOnScrollbar({ target, offsetX }: PointerEvent): boolean {
  const { clientWidth, offsetWidth } = target as HTMLElement;
  return clientWidth > 0 && offsetWidth - clientWidth > 8 && (offsetX < 0 || offsetX > clientWidth);
}
