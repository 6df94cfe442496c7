import type { EventTable } from '../data/event-table.js';
import { warpOf } from '../index/warp-of.js';
import type { DrawnLayout } from '../layout/layout-word.js';
import { isScale, type ScaleWord } from '../scale/scale-word.js';
import { inTime, onLine, type Warp } from '../scale/warp.js';
import type { EpochMs, TimeSpan } from '../time/epoch-ms.js';
import type { DataController } from './data.js';
import type { ViewController } from './view.js';

export interface ScaleOptions {
  readonly data: DataController;
  readonly view: ViewController;
  /** What the author or the reader asks for; what is no word counts as `time`. */
  asked(): string;
  layout(): DrawnLayout;
}

/** With fewer events than that, the next that come make the line anew. */
const FEWEST = 3;

/**
 * The line that a timeline is drawn on: that of its scale where it is horizontal, else time itself. It is made once for a load of
 * data and stays while they are amended, so that nothing jumps. The view counts on it; whatever is said to the page is in ms.
 */
export class ScaleController {
  readonly #options: ScaleOptions;
  /** What the line was made for. */
  #made: { readonly word: ScaleWord; readonly size: number } = { word: 'time', size: 0 };

  #longest: { readonly table: EventTable; readonly length: EpochMs } | null = null;

  constructor(options: ScaleOptions) {
    this.#options = options;
  }

  /** The scale that is asked for. */
  get word(): ScaleWord {
    const asked = this.#options.asked();
    return isScale(asked) ? asked : 'time';
  }

  /** Whether there is enough for scales to differ. */
  get matters(): boolean {
    return this.#options.data.current.table.size >= FEWEST;
  }

  /** The line as it stands. */
  get warp(): Warp {
    return this.#options.data.current.source.warp;
  }

  /** Makes the line anew where it has to be: for other data, or another scale or layout. Returns whether it is another one. */
  follow(isOther: boolean): boolean {
    const { data, view } = this.#options;
    const { table } = data.current;
    const word = this.#lineWord;
    const wasFew = this.#made.size < FEWEST && table.size !== this.#made.size;
    if (word === this.#made.word && !isOther && !wasFew) return false;
    this.#made = { word, size: table.size };
    const before = this.warp;
    const warp = warpOf(word, table);
    if (warp === before) return false;
    data.warp = warp;
    view.rescale(span => onLine(warp, inTime(before, span)));
    return true;
  }

  /** Whether the line is that of another scale or layout than are asked for. */
  get isStale(): boolean {
    return this.#lineWord !== this.#made.word;
  }

  /** From which length on a silence is folded in any layout: that of the shortest fold of the line that folds. */
  get longest(): EpochMs {
    if (this.word !== 'compressed') return Infinity;
    const { table } = this.#options.data.current;
    if (this.#longest?.table !== table) {
      const lengths = warpOf('compressed', table).folds.map(({ time }) => time.end - time.start);
      this.#longest = { table, length: Math.min(...lengths) };
    }
    return this.#longest.length;
  }

  /** Where a stretch of time lies on the line. */
  line(span: TimeSpan): TimeSpan {
    return onLine(this.warp, span);
  }

  /** The stretch of time that a stretch of the line shows. */
  time(span: TimeSpan): TimeSpan {
    return inTime(this.warp, span);
  }

  get #lineWord(): ScaleWord {
    return this.#options.layout() === 'horizontal' ? this.word : 'time';
  }
}
