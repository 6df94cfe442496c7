import { hullOf } from '../data/outliers.js';
import { sortedBounds } from '../data/sorted-bounds.js';
import { finish } from '../data/work.js';
import { viewAround } from '../layout/event-focus.js';
import type { DrawnLayout } from '../layout/layout-word.js';
import type { TimeSpan } from '../time/epoch-ms.js';
import type { FilterController } from './filter.js';
import type { ViewController } from './view.js';

export interface HitsElsewhereOptions {
  readonly filter: FilterController;
  readonly view: ViewController;
  layout(): DrawnLayout;
  /** A stretch of time on the line of the scale. */
  line(span: TimeSpan): TimeSpan;
}

/** Whether events match and none of them is in view, and the way to them. */
export class HitsElsewhere {
  readonly #options: HitsElsewhereOptions;
  #shown = false;

  constructor(options: HitsElsewhereOptions) {
    this.#options = options;
  }

  /** Whether that is so, wherever the view is just now; what has no date is in no view. */
  get is(): boolean {
    const { filter, view, layout } = this.#options;
    const { criteria, matching } = filter.found;
    if (!criteria || layout() === 'list' || matching.table.size === 0) return false;
    return matching.count(view.current) === 0;
  }

  /** Whether a line says so in the place of the picture, which is empty; it does not come and go while the view moves. */
  get shown(): boolean {
    return this.#shown;
  }

  /** Takes note of the view before it is drawn. */
  follow(): void {
    const { filter, view } = this.#options;
    const isEmpty = filter.found.matches === null && this.is;
    this.#shown = isEmpty && (this.#shown || !view.moving);
  }

  /** Brings all of them into view. */
  readonly show = (): void => {
    const { filter, view, line } = this.#options;
    const { lanes, order } = filter.found.matching.table;
    const hull = hullOf(order, finish(sortedBounds(lanes, order)));
    if (hull) void view.show(viewAround(line(hull), view.target), { mover: 'reader' });
  };
}
