import { placePeek, type Box } from '../layout/place-peek.js';
import { type ControllerHost, TargetController } from './target-controller.js';

export interface PeekOptions {
  /** The element whose marks are peeked at. */
  stage(): HTMLElement | null;
  /** The positioned element that holds the peek. */
  root(): HTMLElement | null;
  /** Whether marks move under a pointer that rests: then none is pointed at. */
  moving(): boolean;
  changed(): void;
}

/** How long the pointer rests on a mark before it is peeked at, and how long it may be away. */
const OPEN_MS = 150;
const CLOSE_MS = 200;

/**
 * Decides which mark is peeked at: the one under a resting pointer, else the one that has the keyboard's
 * focus. The pointer can enter the peek, Escape hides it (WCAG 1.4.13).
 */
export class PeekController extends TargetController<HTMLElement> {
  readonly #host: ControllerHost;
  readonly #options: PeekOptions;
  #key: string | null = null;
  #at: { x: number; y: number } | null = null;
  #pointerX: number | undefined;
  /** Key of the mark whose peek the latest render drew. */
  #drawn: string | null = null;
  #timer: ReturnType<typeof setTimeout> | 0 = 0;

  constructor(host: ControllerHost, options: PeekOptions) {
    super(host, () => options.stage());
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** Key of the mark that is peeked at. */
  get key(): string | null {
    return this.#key;
  }

  /** Where the peek goes; null until it has been measured. */
  get at(): { x: number; y: number } | null {
    return this.#at;
  }

  /** Hides the peek, and tells whether there was one. */
  hide(): boolean {
    // The selected mark has no peek, whatever is over it: its details say more.
    const was = Boolean(this.#options.root()?.querySelector('.peek'));
    this.#show(null);
    return was;
  }

  hostUpdate(): void {
    if (this.#options.moving()) {
      // It would lag behind its mark. That with the focus still has it at rest; the pointer by then is over another one.
      this.#at = null;
      if (this.#pointerX !== undefined) this.#key = null;
    }
    this.#drawn = this.#key;
  }

  override hostUpdated(): void {
    super.hostUpdated();
    const root = this.#options.root();
    const peek = root?.querySelector<HTMLElement>('.peek');
    // Moving the focus in the same update may have chosen another mark: its peek is not drawn yet.
    if (!root || !peek || this.#at || this.#drawn !== this.#key || this.#options.moving()) return;
    const mark = root.querySelector(`[data-key="${CSS.escape(this.#key!)}"]`);
    if (!mark) return;
    const frame = root.getBoundingClientRect();
    const box = (element: Element): Box => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return { x: x - frame.x, y: y - frame.y, width, height };
    };
    const { width, height } = box(peek);
    // Over the picture, never over the toolbar.
    const picture = root.querySelector('.picture');
    const sides = box(root.querySelector('.canvas') ?? root);
    const top = picture ? box(picture).y : 0;
    const at = this.#pointerX === undefined ? undefined : this.#pointerX - frame.x;
    this.#at = placePeek(box(mark), { width, height }, { ...sides, y: top, height: frame.height - top }, at);
    this.#host.requestUpdate();
  }

  override hostDisconnected(): void {
    super.hostDisconnected();
    clearTimeout(this.#timer);
    this.#key = null;
  }

  protected override attach(stage: HTMLElement, signal: AbortSignal): void {
    const root = this.#options.root()!;
    const keyOf = (event: Event): string | undefined =>
      (event.target as Element).closest<HTMLElement>('[part~="mark"]')?.dataset.key;
    root.addEventListener(
      'pointerover',
      event => {
        if (event.pointerType === 'touch') return;
        const inPeek = (event.target as Element).closest('.peek') !== null;
        const key = stage.contains(event.target as Node) ? keyOf(event) : undefined;
        if (inPeek || key === this.#key) return clearTimeout(this.#timer);
        const { clientX } = event;
        this.#later(key ? OPEN_MS : CLOSE_MS, key ?? null, clientX);
      },
      { signal },
    );
    root.addEventListener('pointerleave', () => this.#later(CLOSE_MS, null), { signal });
    stage.addEventListener(
      'focusin',
      event => {
        if ((event.target as Element).matches(':focus-visible')) this.#show(keyOf(event) ?? null);
      },
      { signal },
    );
    stage.addEventListener('focusout', () => this.#later(0, null), { signal });
    stage.addEventListener('pointerdown', () => this.hide(), { signal });
  }

  #later(ms: number, key: string | null, x?: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(
      () => (key !== null && this.#options.moving() ? this.#later(ms, key, x) : this.#show(key, x)),
      ms,
    );
  }

  #show(key: string | null, x?: number): void {
    clearTimeout(this.#timer);
    if (key === this.#key) return;
    this.#key = key;
    this.#pointerX = x;
    this.#at = null;
    this.#options.changed();
  }
}
