import type { Announcer, Pace } from '../controllers/announcer.js';
import type { CopyState } from '../controllers/copy-link.js';
import type { DataState } from '../controllers/data-state.js';
import type { LoadFailure } from '../controllers/load-failure.js';
import type { ToldMover } from '../controllers/view.js';
import type { TimelineEvent } from '../data/timeline-event.js';
import type { Language } from '../language/language.js';
import { joinTexts } from '../render/names.js';
import { issuesText } from '../render/notice.js';
import { spanWords } from '../render/range-words.js';
import { stepWords } from '../render/story-bar.js';
import type { TimeSpan } from '../time/epoch-ms.js';

export interface NarrationOptions {
  readonly announcer: Announcer;
  language(): Language;
  /** The stretch of time that is in view, and how many events overlap it. */
  view(): TimeSpan;
  count(): number;
  timeZone(): string;
}

/** Puts what has happened into words, for readers who do not see it. */
export class Narration {
  readonly #options: NarrationOptions;
  /** Whether the reader asked for what is loading, or to give it up: then what comes of it is the answer. */
  #isAwaited = false;

  constructor(options: NarrationOptions) {
    this.#options = options;
  }

  /** The reader waits for what is loading. */
  await(): void {
    this.#isAwaited = true;
  }

  loading(): void {
    this.#load(this.#language.say('loading'), 'settled');
  }

  failed(kind: LoadFailure['kind']): void {
    this.#load(this.#language.say(`failed-${kind}`), 'now');
  }

  /** Data are there; `isStreamed` where nobody waited for them. */
  loaded(count: number, { found: issues, entries }: DataState, isStreamed: boolean): void {
    const language = this.#language;
    if (isStreamed) return this.#options.announcer.say(language.say('events', { count }), 'streamed');
    const events = count ? language.say('loaded', { count }) : language.say('empty');
    this.#load(joinTexts([events, issuesText({ language, issues, entries })], language), 'now');
  }

  /** The view has come to rest; of an edit it is said what was done. */
  moved(by: ToldMover): void {
    if (by === 'edit') return;
    const { announcer, view, count } = this.#options;
    announcer.say(() =>
      this.#language.say('showing', {
        range: spanWords(view(), this.#language),
        events: this.#language.say('events', { count: count() }),
      }),
    );
  }

  /** The reader has come to an event of the story. */
  stepped(event: TimelineEvent, place: number, length: number): void {
    const { announcer, timeZone } = this.#options;
    announcer.say(stepWords(event, { place, length, timeZone: timeZone() }, this.#language), 'now');
  }

  /** A link was asked for. */
  linked(state: CopyState): void {
    this.#options.announcer.say(this.#language.say(state === 'copied' ? 'linkCopied' : 'linkShown'), 'now');
  }

  /** Says how loading goes: at that pace where the reader waits for it, else as a stream. */
  #load(text: string, pace: Pace): void {
    this.#options.announcer.say(text, this.#isAwaited ? pace : 'streamed');
    if (pace === 'now') this.#isAwaited = false;
  }

  get #language(): Language {
    return this.#options.language();
  }
}
