import { PLAIN_PRECISIONS, isPlainLength, plainEnd, plainStart } from '../time/plain-date.js';
import { DAY, type EpochMs } from '../time/epoch-ms.js';
import { EVENT } from './document-shape.js';
import { LINKED, NUMERIC, dateForm, plainForm, wordForm, type EventForm } from './event-form.js';
import { deriveId } from './event-ids.js';
import type { IssueLog } from './issue-log.js';
import type { LaneTable } from './lane-table.js';
import { readWhen, titleFor, type EventContext } from './normalize-event.js';
import { isSound, readFields, type Entry } from './read-shape.js';
import type { ReadSpan } from './read-span.js';
import { USUAL_IMPORTANCE, type Kind, type Status } from './timeline-event.js';
import type { UnknownFields } from './unknown-fields.js';

/** The fields of a record that the table needs. */
interface Fields {
  readonly title?: string | null;
  readonly date?: unknown;
  readonly start?: unknown;
  readonly end?: unknown;
  readonly lane?: string | readonly string[] | null;
  readonly kind?: Kind | null;
  readonly status?: Status | null;
  readonly importance?: number | null;
  readonly links?: readonly unknown[] | null;
}

/**
 * Reads what the table needs of one record after another: when, what kind, where. What is wrong with a record goes to the
 * log. It keeps its answer in its own fields and makes no objects for a sound record with plain dates, as most are.
 */
export class RecordReader {
  start: EpochMs = NaN;
  end: EpochMs = NaN;
  form: EventForm = 0;
  /** Place of its lanes in the lane table. */
  lanes = 0;
  /** From 0 to 1. */
  importance = USUAL_IMPORTANCE;
  /** The id that the record claims; empty where it claims none. */
  claim = '';
  /** Whether it is the very text of the record's id. */
  isClaimed = false;
  /** How long it took, in what a sound record with plain dates takes. */
  cost = 1;
  readonly #context: EventContext;
  readonly #table: LaneTable;
  readonly #log: IssueLog;
  readonly #unknown: UnknownFields | null;
  #record: Entry = {};
  #fields: Fields = {};
  /** What was read of a date that is not plain. */
  #when: ReadSpan | null = null;

  /** `unknown` takes note of the fields that are none of ours. */
  constructor(context: EventContext, table: LaneTable, log: IssueLog, unknown: UnknownFields | null = null) {
    this.#context = context;
    this.#table = table;
    this.#log = log;
    this.#unknown = unknown;
  }

  /** Reads a record; the log stands at it. */
  read(record: Entry): void {
    // A record that is sound is its own fields; of any other, what is sound is taken.
    const isWhole = isSound(EVENT, record, this.#unknown);
    if (!isWhole) this.#unknown?.meetAll(record);
    const fields = (isWhole ? record : readFields(EVENT, record, this.#log)) as Fields;
    this.cost = isWhole ? 1 : 32;
    this.#record = record;
    this.#fields = fields;
    this.#readDates(fields);
    this.#readWords(fields);
    // A number is no id, but its digits are: links may mean it.
    const { id } = record;
    this.claim = typeof id === 'string' ? id : typeof id === 'number' ? String(id) : '';
    this.isClaimed = this.claim !== '' && this.claim === id;
  }

  /** Returns an id made of the content of the record. */
  deriveId(): string {
    const { title } = this.#fields;
    return deriveId([this.#source, title ?? '', ...this.#table.list(this.lanes)]);
  }

  /** Notes where the title is missing. */
  checkTitle(): void {
    const { title } = this.#fields;
    if (title && (isLetter(title.charCodeAt(0)) || title.trim())) return;
    // A title of another type is an issue already.
    if (typeof title !== 'string' && this.#record.title != null) return;
    const { span, dateText } = this.#when ?? readWhen(this.#record, this.#context, this.#log);
    const shown = this.#log.isFull ? '' : titleFor(span, dateText, this.#context);
    this.#log.add('missing-title', 'missing; the date stands in', shown, 'expected text', 'title');
  }

  #readWords({ lane, kind, status, importance, links }: Fields): void {
    this.importance = importance ?? USUAL_IMPORTANCE;
    this.lanes = this.#table.placeOf(this.#fewOf(lane ?? undefined));
    this.form |= wordForm(kind ?? undefined, status ?? undefined) | (links?.length ? LINKED : 0);
  }

  /** Returns the first lanes of very many, with an issue. */
  #fewOf(lane: string | readonly string[] | undefined): string | readonly string[] | undefined {
    if (typeof lane !== 'object' || lane.length <= MOST_LANES) return lane;
    const remedy = `it stands in the first ${MOST_LANES}; leave some out`;
    this.#log.add('invalid-value', 'more lanes than an event can stand in', lane.length, remedy, 'lane');
    return lane.slice(0, MOST_LANES);
  }

  #readDates(fields: Fields): void {
    this.#when = null;
    if (this.#readPlain(fields)) return;
    this.#when = readWhen(this.#record, this.#context, this.#log);
    const { span } = this.#when;
    this.cost += 4;
    this.start = span ? span.start : NaN;
    this.end = span ? span.end : NaN;
    this.form = (span ? dateForm(span) : 0) | (this.#context.textual ? 0 : NUMERIC);
  }

  /** Reads a date, or a start and an end, that are plain; returns whether they were. */
  #readPlain({ date, start, end }: Fields): boolean {
    if (this.#record.calendar != null || (this.#context.calendar ?? 'gregorian') !== 'gregorian')
      return false;
    if (date == null)
      return (
        typeof start === 'string' &&
        (end == null
          ? this.#readPoint(start)
          : typeof end === 'string' && this.#readStretch(start, start.length, end, 0))
      );
    if (typeof date !== 'string' || start != null || end != null) return false;
    if (this.#readPoint(date)) return true;
    const cut = date.indexOf('/');
    return cut > 0 && this.#readStretch(date, cut, date, cut + 1);
  }

  #readPoint(text: string): boolean {
    const { length } = text;
    if (!isPlainLength(length)) return false;
    const start = plainStart(text, 0, length);
    if (Number.isNaN(start)) return false;
    this.start = start;
    this.end = plainEnd(start, text, 0, length);
    this.form = POINTS[length];
    return true;
  }

  /** Reads the stretch from the date that is the first `length` characters of a text to the one that is another from `at` on. */
  #readStretch(text: string, length: number, other: string, at: number): boolean {
    const otherLength = other.length - at;
    if (!isPlainLength(length) || !isPlainLength(otherLength)) return false;
    const start = plainStart(text, 0, length);
    const last = plainStart(other, at, otherLength);
    if (!(last >= start)) return false;
    this.start = start;
    this.end = plainEnd(last, other, at, otherLength);
    const coarser = length < otherLength ? length : otherLength;
    this.form = plainForm(PLAIN_PRECISIONS[coarser], true, this.end - start > DAY);
    return true;
  }

  /** The date as it is written. */
  get #source(): string {
    if (this.#when) return this.#when.span?.source ?? this.#when.dateText ?? '';
    const { date, start, end } = this.#fields;
    return (date ?? (end == null ? start : `${start as string}/${end as string}`)) as string;
  }
}

/** An event that stands in more lanes is a mistake, and each is a row of the picture. */
const MOST_LANES = 1000;

/** Whether a character is a letter of ASCII, as most titles begin with: they are not blank. */
const isLetter = (code: number): boolean => (code | 32) >= 97 && (code | 32) <= 122;

/** The forms of plain dates by the length of their text. */
const POINTS = {
  4: plainForm('year', false, true),
  7: plainForm('month', false, true),
  10: plainForm('day', false, false),
} as const;
