import type { EventTable } from '../data/event-table.js';
import { warpOf } from '../index/warp-of.js';
import type { DrawnLayout } from '../layout/layout-word.js';
import { isScale, type ScaleWord } from '../scale/scale-word.js';
import { inTime, isSameLine, onLine, PROPORTIONAL, type Warp } from '../scale/warp.js';
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

/** What a line is made of. */
interface LineBasis {
  readonly word: ScaleWord;
  readonly table: EventTable | null;
  /** The line that it takes the place of, which stays where it is the same. */
  readonly before: Warp | null;
}

/**
 * The line that a timeline is drawn on: that of its scale where it is horizontal, else time itself. It is made once for a load of
 * data and stays while they are amended, so that nothing jumps, until all is to be shown. The view counts on it; whatever is said to
 * the page is in ms.
 */
export class ScaleController {
  readonly #options: ScaleOptions;
  #basis: LineBasis = { word: 'time', table: null, before: null };
  /** The line of the scale, whatever the layout; null until it is asked for. */
  #line: Warp | null = PROPORTIONAL;

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

  /** Makes the line anew where it has to be: for another load, or another scale or layout. Returns whether it is another one. */
  follow(isOtherLoad: boolean): boolean {
    const { data, view } = this.#options;
    const { size } = data.current.table;
    const known = this.#basis.table?.size ?? 0;
    const wasFew = known < FEWEST && size !== known;
    if (isOtherLoad || wasFew || this.word !== this.#basis.word) this.#begin();
    const before = this.warp;
    const warp = this.#wanted;
    if (warp === before) return false;
    data.warp = warp;
    view.rescale(span => onLine(warp, inTime(before, span)));
    return true;
  }

  /** All is to be shown: the line is to be that of all there is by now. */
  renew(): void {
    if (this.isOutdated) this.#begin();
  }

  /** Whether events have come, changed or gone since the line was made of them. */
  get isOutdated(): boolean {
    const { word, table } = this.#basis;
    return word !== 'time' && table !== this.#options.data.current.table;
  }

  /** Whether the line is that of another scale or layout than are asked for. */
  get isStale(): boolean {
    return this.word !== this.#basis.word || this.#wanted !== this.warp;
  }

  /** Whether silences are to be folded, and none is so long. */
  get isUnfolded(): boolean {
    const { word } = this.#basis;
    return word === 'compressed' && this.#options.layout() === 'horizontal' && this.#made.folds.length === 0;
  }

  /** From which length on a silence is folded in any layout: that of the shortest fold of the line that folds. */
  get longest(): EpochMs {
    const { folds } = this.#basis.word === 'compressed' ? this.#made : PROPORTIONAL;
    return folds.reduce((least, { time }) => Math.min(least, time.end - time.start), Infinity);
  }

  /** Where a stretch of time lies on the line. */
  line(span: TimeSpan): TimeSpan {
    return onLine(this.warp, span);
  }

  /** The stretch of time that a stretch of the line shows. */
  time(span: TimeSpan): TimeSpan {
    return inTime(this.warp, span);
  }

  #begin(): void {
    const { word } = this;
    const before = word === this.#basis.word ? this.#line : null;
    this.#basis = { word, table: this.#options.data.current.table, before };
    this.#line = null;
  }

  /** The line of the scale: of many events it takes a while, and not every layout asks for it. */
  get #made(): Warp {
    if (!this.#line) {
      const { word, table, before } = this.#basis;
      const made = table ? warpOf(word, table) : PROPORTIONAL;
      this.#line = before && isSameLine(before, made) ? before : made;
    }
    return this.#line;
  }

  get #wanted(): Warp {
    return this.#options.layout() === 'horizontal' ? this.#made : PROPORTIONAL;
  }
}
