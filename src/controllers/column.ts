import type { Column, ColumnRequest, layoutColumn } from '../layout/column.js';
import type { layoutRail, Rail, RailPlaces } from '../layout/rail.js';
import type { DrawnLayout } from '../layout/layout-word.js';
import { TARGET } from '../scale/target.js';
import { ReadingPlace } from './reading-place.js';
import { keepInColumn } from './scroller.js';
import { SizeController } from './size.js';
import { type ControllerHost, TargetController } from './target-controller.js';

export interface ColumnOptions {
  /**
   * The element that holds the items, each with `data-item` and a `.spot` where its sign is, gaps with `data-gap`, and a
   * `data-tick` where each period begins.
   */
  column(): HTMLElement | null;
  /** What lays it out; null until that is loaded. */
  layout(): ColumnLayout | null;
  /** Other members are opened, or something lies elsewhere on the line. */
  changed(): void;
}

/** Lays out the text and, where the page has set it, the line beside it. */
export interface ColumnLayout {
  readonly layoutColumn: typeof layoutColumn;
  readonly layoutRail: typeof layoutRail;
}

/** What the column shows. */
export interface ColumnSubject extends Omit<ColumnRequest, 'opened'> {
  /** What the data came with: what is opened stays open while they are amended. */
  readonly load: unknown;
  /** Nobody sees it. */
  readonly asleep: boolean;
}

/** How often the line of a column is drawn anew between two things that the reader, the data or the page do. */
const MOST_ROUNDS = 4;
/** How many members of a cluster open at a time, and how many may be open in all before the first are closed again. */
const STEP = 100;
const MOST_OPEN = 200;

/**
 * The vertical layout: what the reader has opened in it, where the page has set its texts, and where the reader reads. It
 * looks at the page once after each render, and what was in sight stays where it was.
 */
export class ColumnController extends TargetController<HTMLElement> {
  readonly #host: ControllerHost;
  readonly #options: ColumnOptions;
  /** Ids of the events that the reader has opened, those opened last at the end. */
  #opened: readonly string[] = [];
  #source: ColumnRequest['source'] | null = null;
  #load: unknown = null;
  #column: Column | null = null;
  #asked: readonly unknown[] = [];
  #rail: Rail | null = null;
  /** Where the page had set it when the line was drawn, and what it had set. */
  #places: (RailPlaces & { readonly column: Column }) | null = null;
  #confined = false;
  /** How often the same column has been drawn anew, as it lay elsewhere. */
  #rounds = 0;
  readonly #reading: ReadingPlace;
  /** Key of what was read when another layout took the place of this one. */
  #resumed: string | null = null;
  /** Keys of a cluster and of the event that comes in its place with the next render. */
  #replaced: readonly [cluster: string, first: string] | null = null;

  constructor(host: ControllerHost, options: ColumnOptions) {
    super(host, () => options.column());
    this.#host = host;
    this.#options = options;
    this.#reading = new ReadingPlace(() => options.column());
    host.addController(this);
    const changed = (): void => {
      this.#rounds = 0;
      this.#settle();
    };
    new SizeController(host, { target: () => options.column(), changed });
    new SizeController(host, { target: () => options.column() && host, changed });
  }

  /** What is drawn along the line; null until the page has set the text. */
  get rail(): Rail | null {
    return this.#rail;
  }

  /** Whether a height has been set that is less than what the column takes, so that it scrolls in there and not with the page. */
  get confined(): boolean {
    return this.#confined;
  }

  /** The column of a view, the same one while nothing that it depends on changes; null where nothing lays it out yet. */
  layout({ load, asleep, ...request }: ColumnSubject): Column | null {
    // Where nobody sees it, it waits as it is, but never with other data.
    if (asleep && this.#column && request.source === this.#source) return this.#column;
    if (load !== this.#load) this.#opened = [];
    this.#load = load;
    this.#source = request.source;
    const { view, kept } = request;
    const asked = [
      ...Object.values({ ...request, view: null, kept: null }),
      ...kept,
      view.start,
      view.end,
      this.#opened,
    ];
    if (
      this.#column &&
      asked.length === this.#asked.length &&
      asked.every((value, i) => value === this.#asked[i])
    )
      return this.#column;
    this.#asked = asked;
    const layout = this.#options.layout();
    return (this.#column = layout && layout.layoutColumn({ ...request, opened: this.#opened }));
  }

  /** There is no column. */
  leave(): void {
    this.#column = this.#rail = this.#places = null;
    this.#confined = false;
  }

  /** Opens a cluster in its place, as far as that goes at once: the event with the key `first` stands where it stood. */
  open(key: string, first: string): void {
    const members = this.#column?.clusters.find(cluster => cluster.key === key)?.ids ?? [];
    this.#opened = [...this.#opened, ...members.slice(0, STEP)].slice(-MOST_OPEN);
    this.#replaced = [key, first];
    this.#options.changed();
  }

  /** Scrolls by the least that shows the event with that key, once it stands. */
  async bringIntoSight(key: string): Promise<void> {
    await this.#host.updateComplete;
    const mark = this.#options.column()?.querySelector(`[data-key="${CSS.escape(key)}"]`);
    if (mark) keepInColumn(mark);
  }

  /** Another layout takes the place of this one, or gives it back: the reader is where the reader was. */
  async resume(layout: DrawnLayout): Promise<void> {
    this.#resumed = this.#reading.key ?? this.#resumed;
    const key = this.#resumed;
    if (key === null) return;
    await this.#host.updateComplete;
    if (layout === 'vertical') await this.bringIntoSight(key);
    else this.#host.scrollIntoView({ block: 'nearest' });
  }

  hostUpdate(): void {
    if (this.#replaced) this.#reading.replace(...this.#replaced);
    else this.#reading.note();
    this.#replaced = null;
  }

  override hostUpdated(): void {
    super.hostUpdated();
    this.#settle();
  }

  protected override attach(column: HTMLElement, signal: AbortSignal): void {
    // Whatever scrolls, the page or a box around: where the reader is, is known before anything pushes.
    column.ownerDocument.addEventListener('scroll', () => this.#reading.note(), {
      capture: true,
      passive: true,
      signal,
    });
  }

  /** The page has set the text: what is read stays where it was, and the line is drawn beside it. */
  #settle(): void {
    const column = this.#options.column();
    const layout = this.#options.layout();
    if (!column || !layout || !this.#column || !this.#source) return;
    this.#reading.keep();
    const root = column.closest<HTMLElement>('.root')!;
    // What is drawn beyond the text, such as an arrow, is no reason to scroll.
    const confined = this.#confined
      ? root.scrollHeight > root.clientHeight + 1
      : root.offsetHeight > this.#host.clientHeight + 1;
    const places = placesIn(column);
    if (places.height === 0) return;
    if (confined === this.#confined && this.#places?.column === this.#column && isSame(places, this.#places))
      return;
    // Engines that never set the same text alike would have it drawn for ever.
    if (this.#places?.column !== this.#column) this.#rounds = 0;
    if (++this.#rounds > MOST_ROUNDS) return;
    this.#confined = confined;
    this.#places = { ...places, column: this.#column };
    this.#rail = layout.layoutRail(this.#column, places, this.#source.knownUntil());
    this.#options.changed();
  }
}

/** Where the page has set what a column holds, in px from its top. */
function placesIn(column: HTMLElement): RailPlaces {
  const { top, height } = column.getBoundingClientRect();
  const find = (selector: string): HTMLElement[] => [...column.querySelectorAll<HTMLElement>(selector)];
  const spots = find('.spot').map(
    spot =>
      [
        spot.closest<HTMLElement>('[data-item]')!.dataset.item!,
        spot.getBoundingClientRect().top - top + TARGET / 2,
      ] as const,
  );
  const gaps = find('[data-gap]').map(gap => {
    const box = gap.getBoundingClientRect();
    return [gap.dataset.gap!, { top: box.top - top, bottom: box.bottom - top }] as const;
  });
  const ticks = find('[data-tick]').map(tick => ({
    at: Number(tick.dataset.tick),
    y: tick.getBoundingClientRect().top - top,
  }));
  return { height, spots: new Map(spots), gaps: new Map(gaps), ticks };
}

/** Whether all lies where it lay; numbers of px, told apart by a tenth. */
function isSame(a: RailPlaces, b: RailPlaces): boolean {
  const told = ({ height, spots, gaps, ticks }: RailPlaces): string =>
    [
      height,
      ...spots.values(),
      ...[...gaps.values()].flatMap(({ top, bottom }) => [top, bottom]),
      ...ticks.map(({ y }) => y),
    ]
      .map(px => px.toFixed(1))
      .join();
  return told(a) === told(b);
}
