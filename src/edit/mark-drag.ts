import type { Grip } from '../data/edit-when.js';
import { type ControllerHost, TargetController } from '../controllers/target-controller.js';

/** Lengths are px along time from the start of the view, mirrored where the page runs from right to left. */
export interface MarkDragOptions {
  /** What holds the marks; null where none may be dragged. */
  stage(): HTMLElement | null;
  /** The element whose content box spans the view. */
  canvas(): Element | null;
  rtl(): boolean;
  /** Something of the mark with that key is about to be dragged, from `x` on; false where it can't be. */
  start(key: string, grip: Grip, x: number): boolean;
  move(x: number): void;
  end(): void;
  cancel(): void;
  /** A double click fell on nothing, so many px from the start of the view and from the top of the lanes. */
  add(x: number, y: number): void;
}

/** A pointer that moved less is clicking. */
const THRESHOLD = 4;

/**
 * Drags of selected marks and their handles. It hears of pointers before gestures do, and keeps from those what it takes for itself:
 * all else, on marks that are not selected and between them, is theirs as ever.
 */
export class MarkDrag extends TargetController<HTMLElement> {
  readonly #options: MarkDragOptions;
  #stage!: HTMLElement;
  #held: { readonly pointer: number; readonly x: number; readonly key: string; readonly grip: Grip } | null =
    null;
  #moving = false;
  /** Whether the next click ends a drag. */
  #dragged = false;
  /** Clicks in a row that fell on nothing. */
  #plainClicks = 0;
  /** Listens for Escape, wherever the focus is, while something is dragged. */
  #escape: AbortController | null = null;

  constructor(host: ControllerHost, options: MarkDragOptions) {
    super(host, () => options.stage());
    this.#options = options;
    host.addController(this);
  }

  /** Whether something is being dragged. */
  get moving(): boolean {
    return this.#moving;
  }

  protected override attach(stage: HTMLElement, signal: AbortSignal): void {
    this.#stage = stage;
    const on = <K extends keyof HTMLElementEventMap>(
      type: K,
      handle: (event: HTMLElementEventMap[K]) => void,
    ) => stage.addEventListener(type, handle, { signal, capture: true });
    on('pointerdown', event => this.#down(event));
    on('pointermove', event => this.#move(event));
    on('pointerup', event => this.#up(event));
    on('pointercancel', event => this.#up(event));
    on('click', event => this.#click(event));
    on('dblclick', event => this.#doubleClick(event));
    signal.addEventListener('abort', () => this.#drop());
  }

  #down(event: PointerEvent): void {
    this.#dragged = false;
    // A second finger wants to zoom.
    if (this.#held) return this.#drop();
    if (event.button || event.ctrlKey || !event.isPrimary) return;
    const target = event.target as Element;
    const handle = target.closest<HTMLElement>('[part~="handle"]');
    const mark = target.closest<HTMLElement>('[part~="mark-selected"]');
    const key = handle?.dataset.of ?? mark?.dataset.key;
    if (key === undefined) return;
    const grip = (handle?.dataset.side as Grip | undefined) ?? 'whole';
    this.#held = { pointer: event.pointerId, x: event.clientX, key, grip };
    event.stopPropagation();
  }

  #move(event: PointerEvent): void {
    const held = this.#held;
    if (held?.pointer !== event.pointerId) return;
    event.stopPropagation();
    if (!(event.buttons & 1)) return this.#drop(); // released outside, before it was captured
    if (!this.#moving) {
      if (Math.abs(event.clientX - held.x) < THRESHOLD) return;
      this.#dragged = true;
      if (!this.#options.start(held.key, held.grip, this.#along(held.x))) {
        this.#held = null;
        return;
      }
      this.#begin(event.pointerId);
    }
    this.#options.move(this.#along(event.clientX));
  }

  #begin(pointer: number): void {
    this.#moving = true;
    try {
      this.#stage.setPointerCapture(pointer);
    } catch {
      // It has gone meanwhile, or a script made it up.
    }
    this.#escape = new AbortController();
    this.#stage.ownerDocument.addEventListener(
      'keydown',
      event => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        this.#drop();
      },
      { signal: this.#escape.signal, capture: true },
    );
  }

  #up(event: PointerEvent): void {
    if (this.#held?.pointer !== event.pointerId) return;
    event.stopPropagation();
    if (event.type !== 'pointerup' || !this.#moving) return this.#drop();
    const { key } = this.#held;
    this.#release();
    // What a press on a handle takes from it: the keys that undo go to the mark.
    const mark = this.#stage.querySelector<HTMLElement>(`[part~="mark"][data-key="${CSS.escape(key)}"]`);
    mark?.focus({ preventScroll: true });
    this.#options.end();
  }

  /** Gives up what is dragged. */
  #drop(): void {
    const { moving } = this;
    this.#release();
    if (moving) this.#options.cancel();
  }

  #release(): void {
    this.#held = null;
    this.#moving = false;
    this.#escape?.abort();
  }

  #click(event: MouseEvent): void {
    const target = event.target as Element;
    const isHandle = target.closest('[part~="handle"]') !== null;
    // A click of the keyboard (no detail) is never a drag's.
    if (isHandle || (this.#dragged && event.detail)) {
      event.preventDefault();
      event.stopPropagation();
    }
    this.#plainClicks = this.#dragged || isHandle || !isEmpty(target) ? 0 : this.#plainClicks + 1;
    this.#dragged = false;
  }

  #doubleClick(event: MouseEvent): void {
    // Both clicks must have fallen on nothing: the first may have opened the cluster that was here.
    if (this.#plainClicks < 2) return;
    this.#plainClicks = 0;
    event.stopPropagation();
    this.#options.add(
      this.#along(event.clientX),
      event.clientY - this.#options.canvas()!.getBoundingClientRect().top,
    );
  }

  #along(clientX: number): number {
    const { left, right } = this.#options.canvas()!.getBoundingClientRect();
    return this.#options.rtl() ? right - clientX : clientX - left;
  }
}

const isEmpty = (target: Element): boolean =>
  target.closest('button, a, input, select, textarea, summary, .overview') === null;
