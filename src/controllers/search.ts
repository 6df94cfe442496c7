import { countBefore } from '../data/sorted-bounds.js';
import type { TimelineEvent } from '../data/timeline-event.js';
import { readMoment, type Query } from '../index/query.js';
import type { SearchState } from '../index/search-state.js';
import { storyOrder, type StoryOrder } from '../index/story-order.js';
import type { Language } from '../language/language.js';
import { elsewhereWords, matchingWords } from '../language/matching-words.js';
import type { DatedSpan } from '../time/dated-span.js';
import type { TimeSpan } from '../time/epoch-ms.js';
import type { Pace } from './announcer.js';
import type { FilterController } from './filter.js';
import type { ControllerHost } from './target-controller.js';

export interface SearchOptions {
  readonly filter: FilterController;
  /** Whether the author asks for the field: it stands there from the start. */
  asked(): boolean;
  /** What the reader types into, where it stands. */
  field(): HTMLInputElement | null;
  /** Id of the selected event, or nothing. */
  selected(): string | null;
  view(): TimeSpan;
  /** Whether none of what matches is in view. */
  elsewhere(): boolean;
  /** What the row says of a query that is not understood. */
  faults(): readonly string[];
  /** Selects an event and brings it into sight; the focus stays. */
  visit(event: TimelineEvent): void;
  /** Brings a stretch into view. */
  goTo(span: TimeSpan): void;
  /** What has the focus within the element. */
  focused(): HTMLElement | null;
  /** The button that opens the row, where there is one. */
  button(): HTMLElement | null;
  /** Gives the focus back to what had it, else to the timeline. */
  leave(to: HTMLElement | null): void;
  say(text: string | (() => string), pace?: Pace): void;
  language(): Language;
  changed(): void;
}

/** The search field: what is typed into it, looked for at most once a frame, the way from hit to hit, and to a date. */
export class SearchController {
  readonly #host: ControllerHost;
  readonly #options: SearchOptions;
  #open = false;
  /** What had the focus before the field. */
  #before: HTMLElement | null = null;
  /** What was typed and is not looked for yet. */
  #typed: string | null = null;
  /** Whether this frame has had its turn. */
  #rests = true;
  /** What the reader looked for last. */
  #own = '';
  /** The date that was typed last, and what it was read from. */
  #read: { readonly query: Query; readonly timeZone: string; readonly moment: DatedSpan | null } | null =
    null;

  constructor(host: ControllerHost, options: SearchOptions) {
    this.#host = host;
    this.#options = options;
  }

  readonly actions = {
    type: (text: string): void => this.#type(text),
    clear: (): void => {
      this.#type('');
      this.#options.field()?.focus();
    },
    /** Looks for nothing any more, whatever was looked for. */
    reset: (): void => {
      this.#options.filter.change({ query: '', filter: {} });
      this.tell();
      if (!this.#focusField()) this.#options.leave(null);
    },
    step: (by: 1 | -1): void => this.#step(by),
    goTo: (): void => {
      const moment = this.#moment;
      if (moment) this.#options.goTo(moment);
    },
    /** Somebody is about to type. */
    prepare: (): void => void this.#options.filter.prepare(),
    press: (event: KeyboardEvent): void => this.#press(event),
    /** Who uses the row has opened it, though it came with what is looked for. */
    hold: (): void => {
      if (this.#open) return;
      this.#open = true;
      this.#options.changed();
    },
  };

  /** Whether the reader has opened the row. */
  get open(): boolean {
    return this.#open;
  }

  /** The first date that can't be read, where it was no reader who wrote it. */
  get unreadByScript(): string | null {
    const { text, unread } = this.#options.filter.query;
    return text === this.#own ? null : (unread[0] ?? null);
  }

  /** What the row shows; null where it is closed. */
  get state(): SearchState | null {
    const { filter } = this.#options;
    const { criteria, count, total } = filter.found;
    if (!this.#options.asked() && !this.#open && !criteria) return null;
    const selected = criteria ? this.#options.selected() : null;
    const at = selected === null ? -1 : this.#hits.placeOf(selected);
    return {
      text: this.#typed ?? filter.query.text,
      count: criteria ? count : null,
      total,
      at: at < 0 ? null : at + 1,
      query: filter.query,
      search: filter.search,
      moment: this.#moment,
    };
  }

  /** Moves the focus to the field, which opens, from what has it. */
  enter(from = this.#options.focused()): boolean {
    this.#before = from;
    this.#open = true;
    this.#options.changed();
    void this.#host.updateComplete.then(() => this.#focusField());
    return true;
  }

  /** Opens the row or closes it, and what was looked for with it. */
  toggle(): void {
    if (!this.#open) return void this.enter(this.#options.button());
    this.#open = false;
    if (this.#options.filter.query.text !== '') this.#type('');
    this.#options.changed();
  }

  /** The date that is typed, if it is one. */
  get #moment(): DatedSpan | null {
    const { query, found } = this.#options.filter;
    const { timeZone } = found.shown.table.document;
    if (this.#read?.query !== query || this.#read.timeZone !== timeZone)
      this.#read = { query, timeZone, moment: readMoment(query.text, timeZone) };
    return this.#read.moment;
  }

  #focusField(): boolean {
    const field = this.#options.field();
    field?.focus();
    field?.select();
    return Boolean(field);
  }

  /** Looks for what is typed: at once, but no more than once a frame. */
  #type(text: string): void {
    this.#typed = text;
    if (!this.#rests) return;
    this.#rests = false;
    this.#look();
    requestAnimationFrame(() => {
      this.#rests = true;
      if (this.#typed !== null) this.#type(this.#typed);
    });
  }

  #look(): void {
    const query = this.#typed!;
    this.#typed = null;
    if (query === this.#options.filter.query.text) return;
    this.#own = query;
    this.#options.filter.change({ query });
    this.tell();
  }

  /** Says how many match, and what is not understood, once typing rests. */
  tell(): void {
    const { filter, elsewhere, faults, language, say } = this.#options;
    say(() => {
      const { count, criteria, total } = filter.found;
      if (!criteria) return language().say('events', { count: total });
      const words = (elsewhere() ? elsewhereWords : matchingWords)(count, total, language());
      return [words, ...faults()].join(language().say('comma'));
    });
  }

  #press(event: KeyboardEvent): void {
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    const { query, found } = this.#options.filter;
    // Buttons have a use for Enter themselves.
    if (event.key === 'Enter' && event.target === this.#options.field()) {
      event.preventDefault();
      if (found.criteria && found.count > 0) this.#step(event.shiftKey ? -1 : 1);
      else this.actions.goTo();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      if (query.text !== '' || this.#typed) return this.#type('');
      this.#open = false;
      this.#options.changed();
      this.#options.leave(this.#before);
      this.#before = null;
    }
  }

  /** Goes to the next hit, or the one before: from the selected event, else from where the view begins, and around at the ends. */
  #step(by: 1 | -1): void {
    const { filter, selected, view, visit, language, say } = this.#options;
    const hits = this.#hits;
    const { length: count } = hits;
    if (filter.found.count === 0) return;
    const id = selected();
    let at = id === null ? -1 : hits.placeOf(id);
    if (at < 0) {
      const near = id === null ? null : hits.neighbour(id, by);
      const { start } = view();
      const begun = countBefore(count, i => (hits.at(i)!.span?.start ?? Infinity) < start);
      at = near ? hits.placeOf(near.id) : by > 0 ? begun : begun - 1;
    } else at += by;
    at = (at + count) % count;
    const event = hits.at(at)!;
    visit(event);
    const place = language().say('hitOf', { at: at + 1, count });
    say(language().say('colon', { head: place, rest: event.short ?? event.title }), 'now');
  }

  /** The hits in the order that one goes through them: as they are told. */
  get #hits(): StoryOrder {
    return storyOrder(this.#options.filter.found.matching.table);
  }
}
