import type { LabelMetrics } from './label-metrics.js';
import { wrapTitle, type WrappedTitle } from './wrap-title.js';

/** So many titles are remembered. */
const MOST_TITLES = 5000;

/** Titles as they are wrapped: with every letter that a reader types another choice of the same events is laid out. */
export class KnownTitles {
  readonly #titles = new Map<string, WrappedTitle[]>();
  /** What the widths of texts depend on. */
  #measured: readonly unknown[] = [];
  #max = 0;

  /** Forgets all titles where what their widths depend on is another than before. */
  follow(measured: readonly unknown[]): void {
    if (measured.every((value, i) => value === this.#measured[i])) return;
    this.#measured = measured;
    this.#titles.clear();
  }

  /** As `wrapTitle`. */
  readonly wrap = (title: string, max: number, metrics: LabelMetrics): WrappedTitle[] => {
    if (max !== this.#max || this.#titles.size >= MOST_TITLES) this.#titles.clear();
    this.#max = max;
    let wrapped = this.#titles.get(title);
    if (!wrapped) this.#titles.set(title, (wrapped = wrapTitle(title, max, metrics)));
    return wrapped;
  };
}
