import type { TimeSpan } from '../time/epoch-ms.js';
import type { AttributeIssues } from './attribute-issues.js';
import type { Data, DataController } from './data.js';
import type { ScaleController } from './scale.js';
import type { SyncController } from './sync.js';
import type { DataChange, ViewController } from './view.js';
import { spanOf } from './view-input.js';

export interface ViewFramingOptions {
  readonly data: DataController;
  readonly view: ViewController;
  readonly scale: ScaleController;
  readonly sync: SyncController;
  readonly issues: AttributeIssues;
  /** The first view and the limits, as they are written. */
  first(): string | null;
  limits(): string | null;
  /** There are other data: tells what has become of them. */
  follow(before: Data | null, now: Data): DataChange;
  /** The same events come in another place of the line. */
  rearranged(): void;
}

/** Holds the view to what bounds it: the data, their scale, the author's limits and what linked timelines share. */
export class ViewFraming {
  readonly #options: ViewFramingOptions;
  /** The data that the view was framed for. */
  #taken: Data | null = null;
  /** What is written that it was framed by. */
  #written: readonly (string | null)[] = [];

  constructor(options: ViewFramingOptions) {
    this.#options = options;
  }

  /** Tells the view what bounds it, where that has changed. */
  frame(): void {
    const { data, scale, sync, first, limits, follow, rearranged } = this.#options;
    const written = [first(), limits()];
    const isBound = written.every((value, i) => value === this.#written[i]);
    const before = this.#taken;
    const isTaken = before === data.current;
    if (isTaken && isBound && !sync.change && !scale.isStale) return;
    this.#taken = data.current;
    const follows = isTaken ? 'alike' : follow(before, data.current);
    const isRescaled = scale.follow(!isTaken && follows !== 'amended');
    if (isRescaled && follows !== 'other') rearranged();
    this.#taken = data.current;
    this.#written = written;
    const start = this.#interval('view', first());
    const { extent, hull } = this.#taken.table.reach;
    const own = { extent, hull, first: start && Number.isFinite(start.end - start.start) ? start : null };
    const change = isBound || follows === 'other' ? follows : 'alike';
    // What is shared is told in ms.
    const shared = sync.share(own, isTaken && isBound ? null : change);
    const line = (span: TimeSpan | null): TimeSpan | null => span && scale.line(span);
    this.#options.view.frame(
      {
        extent: line(shared.bounds.extent),
        hull: line(shared.bounds.hull),
        first: line(shared.bounds.first),
        limits: line(this.#interval('limits', limits())),
      },
      isRescaled ? 'other' : shared.change,
    );
  }

  #interval(name: string, text: string | null): TimeSpan | null {
    const { timeZone } = this.#options.data.current.table.document;
    const span = text ? spanOf(text, { timeZone, open: true }) : null;
    this.#options.issues.known(name, text, () => span !== null, 'an interval such as "1914/1918"');
    return span;
  }
}
