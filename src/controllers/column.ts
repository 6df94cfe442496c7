import type { ReactiveController } from 'lit';
import { layoutColumn, type Column, type ColumnRequest } from '../layout/column.js';
import { layoutRail, type Rail } from '../layout/rail.js';
import type { ControllerHost } from './target-controller.js';
import { SizeController } from './size.js';

export interface ColumnOptions {
  /** The element that holds the items, each with `data-item` and a `.spot` where its sign is. */
  column(): HTMLElement | null;
  /** Other members are opened, or something lies elsewhere on the line. */
  changed(): void;
}

/** How many members of a cluster open at a time, and how many may be open in all before the first are closed again. */
const STEP = 100;
const MOST_OPEN = 200;

/**
 * The vertical layout: what the reader has opened in it, where the page has set its texts, and where the reader reads. It
 * looks at the page once after each render, and what was in sight stays where it was.
 */
export class ColumnController implements ReactiveController {
  readonly #host: ControllerHost;
  readonly #options: ColumnOptions;
  #opened = new Map<string, number>();
  #source: ColumnRequest['source'] | null = null;
  #column: Column | null = null;
  #asked: readonly unknown[] = [];
  #rail: Rail | null = null;
  #bounded = false;
  #place: { readonly key: string; readonly top: number } | null = null;

  constructor(host: ControllerHost, options: ColumnOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
    new SizeController(host, { target: () => options.column(), changed: () => this.#measure() });
  }

  /** What is drawn along the line; null until the page has set the text. */
  get rail(): Rail | null {
    return this.#rail;
  }

  /** Whether a height has been set that is less than what the column takes, so that it scrolls in there and not with the page. */
  get bounded(): boolean {
    return this.#bounded;
  }

  /** The column of a view; the same one while nothing that it depends on changes. */
  layout(request: Omit<ColumnRequest, 'opened'>): Column {
    if (request.source !== this.#source) this.#opened = new Map();
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
    return (this.#column = layoutColumn({ ...request, opened: this.#opened }));
  }

  /** There is no column. */
  leave(): void {
    this.#column = this.#rail = this.#place = null;
    this.#bounded = false;
  }

  /** Opens a cluster in its place, as far as that goes at once. */
  open(key: string): void {
    const opened = new Map(this.#opened);
    const shown = (opened.get(key) ?? 0) + STEP;
    // Written anew, it is the last to be closed.
    opened.delete(key);
    opened.set(key, shown);
    let sum = [...opened.values()].reduce((total, count) => total + count, 0);
    for (const [other, count] of opened) {
      if (sum <= MOST_OPEN || other === key) break;
      opened.delete(other);
      sum -= count;
    }
    this.#opened = opened;
    this.#options.changed();
  }

  /** Scrolls by the least that shows the event with that key, once it stands. */
  async bringIntoSight(key: string): Promise<void> {
    await this.#host.updateComplete;
    const mark = this.#options.column()?.querySelector(`[data-key="${CSS.escape(key)}"]`);
    mark?.closest('.paragraph')?.scrollIntoView({ block: 'nearest' });
  }

  hostUpdate(): void {
    this.#place = this.#inSight();
  }

  hostUpdated(): void {
    this.#stay();
    this.#measure();
  }

  /** The item that the reader reads: that which has the focus, else the first in sight, and where it is. */
  #inSight(): { key: string; top: number } | null {
    const column = this.#options.column();
    if (!column) return null;
    const focused = (column.getRootNode() as ShadowRoot).activeElement?.closest<HTMLElement>('[data-item]');
    const item = focused ?? itemsIn(column).find(other => other.getBoundingClientRect().bottom > 0) ?? null;
    return item && { key: item.dataset.item!, top: item.getBoundingClientRect().top };
  }

  /** Scrolls the page by as much as what was in sight has moved in a render. */
  #stay(): void {
    const column = this.#options.column();
    const place = this.#place;
    this.#place = null;
    if (!place || !column) return;
    const item = itemsIn(column).find(other => other.dataset.item === place.key);
    const scroller = this.#bounded ? column.closest('.root') : column.ownerDocument.scrollingElement;
    // At the very top nothing has been scrolled out of sight that could push.
    if (item && scroller && scroller.scrollTop > 0)
      scroller.scrollTop += item.getBoundingClientRect().top - place.top;
  }

  #measure(): void {
    const column = this.#options.column();
    if (!column || !this.#column || !this.#source) return;
    const { top, height } = column.getBoundingClientRect();
    if (height === 0) return;
    const tops = new Map(
      itemsIn(column).map(item => {
        const spot = item.querySelector('.spot')!.getBoundingClientRect();
        return [item.dataset.item!, spot.top - top + SPOT / 2];
      }),
    );
    const rail = layoutRail(this.#column, tops, height, this.#source.knownUntil());
    const root = column.closest<HTMLElement>('.root')!;
    const bounded = root.scrollHeight > this.#host.clientHeight + 1;
    if (this.#rail && bounded === this.#bounded && JSON.stringify(rail) === JSON.stringify(this.#rail))
      return;
    this.#rail = rail;
    this.#bounded = bounded;
    this.#options.changed();
  }
}

/** Height of the box of a sign. */
const SPOT = 24;

const itemsIn = (column: HTMLElement): HTMLElement[] => [
  ...column.querySelectorAll<HTMLElement>('[data-item]'),
];
