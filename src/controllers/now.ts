import type { ReactiveController } from 'lit';
import type { DatedSpan } from '../time/dated-span.js';
import { DAY, HOUR, MINUTE, type EpochMs, type TimeSpan } from '../time/epoch-ms.js';
import { parseDate } from '../time/parse-date.js';
import { dayText, timeText } from '../time/write-edtf.js';
import { fromInstant } from '../time/zone.js';
import type { ControllerHost } from './target-controller.js';

/** A moment to be drawn, and the date that is said of it. */
export interface Now {
  readonly at: EpochMs;
  readonly date: DatedSpan;
}

export interface NowOptions {
  /** A date-time, empty or `now` for the current one, or nothing. */
  asked(): string | null;
  timeZone(): string;
  view(): TimeSpan;
  /** How long a px is in ms. */
  msPerPx(): number;
  asleep(): boolean;
  /** The moment is another one. */
  changed(): void;
}

/** The longest that a timer can wait. */
const LONGEST = 2 ** 31 - 1;

/** Whether it is the current moment that is asked for. */
const isCurrent = (text: string): boolean => text === '' || text === 'now';

/** The date of a text that says which moment `now` is; null where it is none. */
function momentOf(text: string, timeZone: string): DatedSpan | null {
  const date = parseDate(text, { timeZone });
  return date.ok && Number.isFinite(date.value.start) ? date.value : null;
}

/** Whether a text says which moment `now` is. */
export const isMoment = (text: string): boolean => isCurrent(text) || momentOf(text, 'UTC') !== null;

/**
 * The moment that is drawn as now. The current one is looked at anew at most once a minute, and only while the timeline
 * is seen and the line would be another px on; its date says the time of day only where a px is less than an hour.
 */
export class NowController implements ReactiveController {
  readonly #host: ControllerHost;
  readonly #options: NowOptions;
  #timer: ReturnType<typeof setTimeout> | 0 = 0;

  constructor(host: ControllerHost, options: NowOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** Null where nothing is asked for, or what is no moment. */
  get current(): Now | null {
    const { asked, timeZone, msPerPx } = this.#options;
    const text = asked();
    if (text === null) return null;
    if (!isCurrent(text)) {
      const date = momentOf(text, timeZone());
      return date && { at: date.start, date };
    }
    const instant = Math.floor(Date.now() / MINUTE) * MINUTE;
    const at = fromInstant(instant, timeZone());
    const written = msPerPx() < HOUR ? `${dayText(instant)}${timeText(instant, 'minute')}Z` : dayText(at);
    const date = momentOf(written, timeZone());
    return date && { at, date };
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#look);
  }

  hostUpdated(): void {
    clearTimeout(this.#timer);
    this.#timer = 0;
    const wait = this.#wait();
    if (wait < LONGEST) this.#timer = setTimeout(this.#look, wait);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    document.removeEventListener('visibilitychange', this.#look);
  }

  /** How long it takes until there is something else to see; infinite where there will not be. */
  #wait(): number {
    const { asked, timeZone, view, msPerPx, asleep } = this.#options;
    const text = asked();
    const isSeen = this.#host.isConnected && document.visibilityState === 'visible' && !asleep();
    if (!isSeen || text === null || !isCurrent(text)) return Infinity;
    const { start, end } = view();
    const at = fromInstant(Date.now(), timeZone());
    if (at > end) return Infinity;
    if (at < start) return start - at;
    // A date that is said is true until midnight.
    return msPerPx() < HOUR
      ? Math.max(msPerPx(), MINUTE - (at % MINUTE))
      : Math.min(msPerPx(), DAY - (at % DAY));
  }

  readonly #look = (): void => {
    const text = this.#options.asked();
    if (text !== null && isCurrent(text) && document.visibilityState === 'visible') this.#options.changed();
  };
}
