import { movedWindow, type WindowPart } from '../scale/overview.js';
import { type ControllerHost, TargetController } from './target-controller.js';
import type { ViewController } from './view.js';

export interface OverviewOptions {
  /** The strip, which spans the whole; the parts of its window have `data-part`. */
  strip(): HTMLElement | null;
  rtl(): boolean;
  /** What its window is. */
  readonly view: ViewController;
  /** Focus came in or left. */
  changed(): void;
  /** Whoever had the focus before is to have it again. */
  leave(): void;
}

/** Steps of the keys: a twentieth of the view, or all of it. */
const SMALL = 0.05;
const KEYS: Readonly<Record<string, number>> = {
  ArrowRight: SMALL,
  ArrowUp: SMALL,
  ArrowLeft: -SMALL,
  ArrowDown: -SMALL,
  PageUp: 1,
  PageDown: -1,
  End: Infinity,
  Home: -Infinity,
};

/** Turns pointers and keys on an overview into moves of its window. Nothing of it reaches the stage that it lies in. */
export class OverviewController extends TargetController<HTMLElement> {
  readonly #options: OverviewOptions;
  #strip: HTMLElement | null = null;
  #within = false;
  #dragged: { readonly part: WindowPart; readonly pointer: number; x: number } | null = null;

  constructor(host: ControllerHost, options: OverviewOptions) {
    super(host, () => options.strip());
    this.#options = options;
    host.addController(this);
  }

  /** Whether focus is on the window: only then is it among the stops of Tab. */
  get within(): boolean {
    return this.#within;
  }

  /** Moves the focus to the window; false where there is none. */
  focus(): boolean {
    const window = this.#strip?.querySelector<HTMLElement>('.overview-window');
    window?.focus();
    return Boolean(window);
  }

  protected override attach(strip: HTMLElement, signal: AbortSignal): void {
    const on = <K extends keyof HTMLElementEventMap>(
      type: K,
      handle: (event: HTMLElementEventMap[K]) => void,
    ): void =>
      strip.addEventListener(
        type,
        event => {
          if (!event.type.startsWith('key')) event.stopPropagation();
          handle(event);
        },
        { signal },
      );
    on('pointerdown', event => this.#down(strip, event));
    on('pointermove', event => this.#move(strip, event));
    on('pointerup', () => this.#up());
    on('pointercancel', () => this.#up());
    on('click', () => {});
    on('dblclick', () => {});
    on('keydown', event => this.#press(event));
    strip.addEventListener('focusin', () => this.#enter(true), { signal });
    strip.addEventListener(
      'focusout',
      event => this.#enter(strip.contains(event.relatedTarget as Node | null)),
      { signal },
    );
    this.#strip = strip;
    signal.addEventListener('abort', () => {
      this.#up();
      this.#strip = null;
      this.#within = false;
    });
  }

  #down(strip: HTMLElement, event: PointerEvent): void {
    if (event.button) return;
    const part = partOf(event);
    if (!part) return this.#centre(strip, event.clientX);
    this.#up();
    this.#dragged = { part, pointer: event.pointerId, x: event.clientX };
    strip.setPointerCapture(event.pointerId);
    this.#options.view.hold();
  }

  #move(strip: HTMLElement, event: PointerEvent): void {
    const dragged = this.#dragged;
    if (event.pointerId !== dragged?.pointer) return;
    const { view } = this.#options;
    const { start, end } = view.whole;
    const by = ((event.clientX - dragged.x) / strip.getBoundingClientRect().width) * (end - start);
    dragged.x = event.clientX;
    if (by) view.place(movedWindow(view.current, dragged.part, this.#options.rtl() ? -by : by));
  }

  #up(): void {
    if (!this.#dragged) return;
    this.#dragged = null;
    this.#options.view.release(0);
  }

  #enter(within: boolean): void {
    if (within === this.#within) return;
    this.#within = within;
    this.#options.changed();
  }

  #press(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      event.stopPropagation();
      return this.#options.leave();
    }
    const part = partOf(event);
    const steps = KEYS[event.key];
    if (!part || steps === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    const isMirrored = this.#options.rtl() && /Left|Right/.test(event.key);
    this.#step(part, isMirrored ? -steps : steps);
  }

  #step(part: WindowPart, steps: number): void {
    const { view } = this.#options;
    const { target, whole } = view;
    const last = target[part === 'start' ? 'start' : 'end'];
    const first = target[part === 'end' ? 'end' : 'start'];
    const most = steps > 0 ? whole.end - last : whole.start - first;
    const by = Number.isFinite(steps) ? steps * (target.end - target.start) : most;
    void view.show(movedWindow(target, part, by), { animate: false, mover: 'reader' });
  }

  /** Goes to where the strip was pressed. */
  #centre(strip: HTMLElement, clientX: number): void {
    const { view, rtl } = this.#options;
    const { left, right, width } = strip.getBoundingClientRect();
    const { start, end } = view.whole;
    const at = start + ((rtl() ? right - clientX : clientX - left) / width) * (end - start);
    const by = at - (view.target.start + view.target.end) / 2;
    void view.show(movedWindow(view.target, 'window', by), { mover: 'reader' });
  }
}

const partOf = (event: Event): WindowPart | undefined =>
  (event.target as HTMLElement).dataset.part as WindowPart | undefined;
