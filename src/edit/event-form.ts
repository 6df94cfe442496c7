import {
  draftOf,
  idFor,
  readDraftDate,
  recordOf,
  type DraftDate,
  type EventDraft,
} from '../data/event-draft.js';
import type { Entry } from '../data/read-shape.js';
import type { TimelineEvent } from '../data/timeline-event.js';
import { editorTemplate } from '../render/editor.js';
import type { Edit } from './edit-history.js';
import type { EditOptions } from './edit-options.js';

const EMPTY: EventDraft = { title: '', date: '', lane: '', status: '', summary: '' };

/** The form of one event, or of a new one. */
export class EventForm {
  readonly #options: EditOptions;
  readonly #event: TimelineEvent | null;
  /** What the event says. */
  readonly #before: EventDraft | null;
  readonly #record: Entry;
  #draft: EventDraft;
  #date: DraftDate;
  /** Whether it was to be saved, so that what is missing is said. */
  #asked = false;
  /** Whether the reader was told that the event is no more. */
  #isGone = false;

  constructor(options: EditOptions, event: TimelineEvent | null, given: Partial<EventDraft> = {}) {
    this.#options = options;
    this.#event = event;
    this.#record = event?.data ?? {};
    this.#before = event && draftOf(event, options.lanes());
    this.#draft = this.#before ?? { ...EMPTY, ...given };
    this.#date = this.#read();
  }

  /** Id of the event; null for a new one. */
  get id(): string | null {
    return this.#event?.id ?? null;
  }

  /** What would be done, or null where something is missing; an event that is no more is added anew, once the reader knows. */
  edit(): Edit | null {
    this.#asked = true;
    if (!this.#draft.title.trim() || this.#isMisdated) return null;
    const wasGone = this.#isGone;
    this.#isGone = this.#event !== null && !this.#options.event(this.#event.id);
    if (this.#isGone && !wasGone) return this.#tellGone();
    const { lanes, context, event } = this.#options;
    const record = recordOf(this.#draft, this.#before, this.#record, { lanes: lanes(), context: context() });
    if (this.#event)
      return { id: this.#event.id, before: this.#isGone ? null : this.#event.data, after: record };
    const id = idFor(this.#draft.title, other => event(other) !== undefined);
    return { id, before: null, after: { id, ...record } };
  }

  #tellGone(): null {
    this.#options.say(this.#options.language().say('cannot-gone'), 'now');
    return null;
  }

  template({ save, cancel }: { save(): void; cancel(): void }): unknown {
    const { language, lanes, changed, templating } = this.#options;
    const isBare = this.#asked && !this.#draft.title.trim();
    return editorTemplate(
      {
        draft: this.#draft,
        isNew: !this.#event,
        reading: this.#reading(),
        fault: this.#isGone ? language().say('cannot-gone') : '',
        titleFault: isBare ? language().say('titleMissing') : '',
        lanes: lanes().map(({ title }) => title),
        language: language(),
        change: (field, value) => {
          this.#draft = { ...this.#draft, [field]: value };
          if (field === 'date') this.#date = this.#read();
          changed();
        },
        save,
        cancel,
      },
      templating,
    );
  }

  /** Whether the reader has written a date that nobody can read: the event keeps the one it has. */
  get #isMisdated(): boolean {
    return this.#date.message !== '' && this.#draft.date !== (this.#before?.date ?? '');
  }

  /** A date that was not touched is what it is, however it is written. */
  #read(): DraftDate {
    const { date } = this.#draft;
    if (date === this.#before?.date && this.#event?.span)
      return { span: this.#event.span, message: '', record: this.#record };
    return readDraftDate(date, this.#record, this.#options.context());
  }

  #reading(): { words: string; isWrong: boolean } {
    const { language, words } = this.#options;
    const { say } = language();
    const { span, message } = this.#date;
    if (message) return { words: message, isWrong: true };
    return { words: span ? say('dateReads', { date: words(span) }) : say('dateNone'), isWrong: false };
  }
}
