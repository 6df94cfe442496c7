import type { EventTable } from '../data/event-table.js';
import type { TimelineEvent } from '../data/timeline-event.js';
import { storyOrder, type StoryOrder, type StoryProgress } from '../index/story-order.js';
import { leastView, storyView, tellableStretch } from '../layout/story-view.js';
import type { EpochMs, TimeSpan } from '../time/epoch-ms.js';
import type { Selection } from './selection.js';
import type { Mover, ViewController } from './view.js';

export interface StoryOptions {
  readonly view: ViewController;
  readonly selection: Selection;
  /** The events that are told. */
  table(): EventTable;
  /** What speaks against an event, and what that speaks against. */
  against(event: TimelineEvent): readonly TimelineEvent[];
  /** Until when, on the line that views count on, what is ongoing is known to last. */
  knownUntil(): EpochMs;
  /** Where on that line a stretch of time lies. */
  line(span: TimeSpan): TimeSpan;
  /** Whether the author offers it; `undefined` where nobody says. */
  asked(): boolean | undefined;
  /** The selected event, if there is one. */
  selected(): TimelineEvent | undefined;
  /** Selects without asking anybody. */
  select(id: string): void;
  /** Whether events stand apart by time alone, and not because text flows between them. */
  isPicture(): boolean;
  /** Scrolls by the least that shows an event; a reader's focus goes along where it is on another one. */
  show(event: TimelineEvent, mover: Mover): void;
  /** Says where the reader stands: at that place, from 0 on, of so many. */
  say(event: TimelineEvent, place: number, length: number): void;
}

/** Of fewer events there is no story, and one of more nobody walks through, unless the author offers it. */
const [LEAST, MOST] = [3, 60];

/** Goes from event to event in the order in which they are told, and takes the view along. */
export class Story {
  readonly #options: StoryOptions;
  #walking = 0;

  constructor(options: StoryOptions) {
    this.#options = options;
  }

  /** How far the reader is; null where it is not offered. */
  get bar(): StoryProgress | null {
    const table = this.#options.table();
    const { count } = table;
    // A story of which little is found stays one. Who makes no use of it need not have all events put in order.
    const isTellable = (table.whole ?? table).count >= LEAST && count <= MOST;
    if (!(this.#options.asked() ?? isTellable) || count === 0) return null;
    return this.#order.progress(this.#options.selected()?.id ?? null);
  }

  /** Whether it moves the view: then it says itself what there is to say. */
  get walking(): boolean {
    return this.#walking > 0;
  }

  /** A script goes one step on, or back (-1); at the ends nothing changes. Resolves at rest. */
  async step(by: 1 | -1): Promise<void> {
    const event = this.#neighbour(by);
    if (!event) return;
    this.#options.select(event.id);
    this.#options.show(event, 'script');
    await this.follow(event, 'script');
  }

  /** The reader goes one step on, or back (-1). At the ends nothing changes, and where that is is said again. */
  walk(by: 1 | -1): void {
    const { selection, selected, show, say } = this.#options;
    // Without a selection there is nothing before.
    const event = selected() || by === 1 ? this.#neighbour(by) : null;
    if (event && !selection.choose(event.id)) return;
    const told = event ?? selected();
    if (!told) return;
    say(told, this.#order.placeOf(told.id), this.#order.length);
    if (!event) return;
    void this.follow(event, 'reader');
    show(event, 'reader');
  }

  /** The reader goes back to where the story begins: nothing is selected, and all is in view. */
  leave(): void {
    const { selection, view } = this.#options;
    if (selection.choose(null)) void view.show(view.home, { mover: 'reader' });
  }

  /** Whether an event is one of those that are told. */
  tells(id: string): boolean {
    return this.#order.placeOf(id) >= 0;
  }

  /**
   * The reader comes by an event in a text, or back to before the first: nothing is said, and no text is scrolled. Where it is the
   * element's own the view stays, too, as it says what stands in that.
   */
  pass(id: string | null, { isOwn = false } = {}): void {
    const { selection, selected, view } = this.#options;
    if (id === (selected()?.id ?? null) || !selection.choose(id, { passing: true }) || isOwn) return;
    const event = selected();
    if (event) void this.#catchUp(event);
    else void this.#walk(() => view.show(view.home, { mover: 'reader' }));
  }

  /** Shows an event in the picture, among the lanes too, wherever in the page that is. */
  async #catchUp(event: TimelineEvent): Promise<void> {
    const { isPicture, selected, show } = this.#options;
    await this.follow(event, 'reader');
    if (isPicture() && event.id === selected()?.id) show(event, 'script');
  }

  /** Moves the view by the least that shows an event, what comes before and after it and what speaks against it. Resolves at rest. */
  follow(event: TimelineEvent, mover: Mover): Promise<void> {
    const { view } = this.#options;
    const target = this.#viewOf(event);
    return target ? this.#walk(() => view.show(target, { mover })) : Promise.resolve();
  }

  get #order(): StoryOrder {
    return storyOrder(this.#options.table());
  }

  /** The event that comes next, or before (-1); without a selection the first or the last. */
  #neighbour(by: 1 | -1): TimelineEvent | null {
    const event = this.#options.selected();
    if (event) return this.#order.neighbour(event.id, by);
    return this.#order.at(by === 1 ? 0 : this.#order.length - 1);
  }

  #viewOf(event: TimelineEvent): TimeSpan | null {
    const { view, knownUntil, line, isPicture, against } = this.#options;
    const stretch = (other: TimelineEvent | null): TimeSpan | null =>
      other?.span ? tellableStretch(line(other.span), knownUntil()) : null;
    const told = stretch(event);
    if (!told) return null;
    const { start } = event.span!;
    const from = Number.isFinite(start) ? start : event.span!.end;
    const least = line({ start: from, end: from + leastView(event.span!) });
    return storyView(
      {
        event: told,
        least: least.end - least.start,
        before: stretch(this.#order.neighbour(event.id, -1)),
        after: stretch(this.#order.neighbour(event.id, 1)),
        against: isPicture() ? against(event).flatMap(other => stretch(other) ?? []) : [],
      },
      view.target,
      { whole: view.whole, parts: isPicture() },
    );
  }

  /** Where motion is not wanted, it is at rest at once. */
  async #walk(move: () => Promise<void>): Promise<void> {
    this.#walking++;
    await move();
    this.#walking--;
  }
}
