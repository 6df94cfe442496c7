import { isUnknownDate } from '../time/parse-date.js';
import { didYouMean } from './did-you-mean.js';
import { EventRows } from './event-rows.js';
import type { IssueLog, Words } from './issue-log.js';
import type { LaneTable } from './lane-table.js';
import type { EventContext } from './normalize-event.js';
import { isEntry } from './read-shape.js';
import { RecordReader } from './record-reader.js';
import { rank } from './sorted-bounds.js';
import { idNumber, type SortKeys } from './time-order.js';
import type { UnknownFields } from './unknown-fields.js';
import type { Work } from './work.js';

/** How much is done between two rests, in what reading a sound record with plain dates takes: about a millisecond. */
const BATCH = 512;

/** Reads the records of a document into rows. The log stands at the list of events. */
export class RowReading implements SortKeys {
  readonly rows: EventRows;
  /** When each event begins and ends, by row, in ms; NaN for the undated. */
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  /** The number of the beginning of each id, by row. */
  readonly idStarts: Float64Array;
  readonly #records: readonly unknown[];
  readonly #log: IssueLog;
  readonly #reader: RecordReader;
  readonly #unknown: UnknownFields | null;
  /** For each record that made no event, the first row after it, ascending. */
  readonly #skips: number[] = [];
  /** Rows whose id was given away before, and what tells of it once there is another. */
  readonly #repeated: [row: number, words: Words | null][] = [];

  /** The list of records must not change. */
  constructor(
    context: EventContext,
    lanes: LaneTable,
    records: readonly unknown[],
    log: IssueLog,
    unknown: UnknownFields | null = null,
  ) {
    this.rows = new EventRows(context, lanes, records);
    this.starts = new Float64Array(records.length);
    this.ends = new Float64Array(records.length);
    this.idStarts = new Float64Array(records.length);
    this.#records = records;
    this.#log = log;
    this.#reader = new RecordReader(context, lanes, log, unknown);
    this.#unknown = unknown;
  }

  /** Reads all records; `isTitled` is whether a missing title is a fault of a record, rather than of all of them. */
  *readAll(isTitled = true): Work<void> {
    const { length } = this.#records;
    for (let index = 0; index < length;) {
      index = this.#readSome(index, isTitled);
      yield index / length;
    }
    yield* this.#numberRepeated();
    this.#unknown?.report(this.#records, this.#log);
  }

  /** Reports the links that lead nowhere. */
  *checkLinks(): Work<void> {
    const { rows } = this;
    for (const [i, row] of rows.linked.entries()) {
      const isQuiet = this.#log.isFull;
      this.#at(row, () => reportLinks(rows, row, this.#log));
      // What is wrong with a link is looked for among all ids.
      if (!isQuiet || i % BATCH === 0) yield i / rows.linked.length;
    }
  }

  /** Reports the dates of rows that are far from all others. */
  reportOutliers(rows: readonly number[]): void {
    for (const row of [...rows].sort((a, b) => a - b)) {
      this.#at(row, () => reportOutlier(this.rows, row, this.#log));
    }
  }

  /** Returns the index of the record of a row: some before it made no event. */
  #indexOf(row: number): number {
    return row + rank(this.#skips, row, true);
  }

  /** Calls with the log standing at the record of a row. */
  #at(row: number, note: () => void): void {
    this.#log.within(this.#indexOf(row), () => this.#log.attempt(note));
  }

  /** Reads records from an index on; returns the index that comes next. */
  #readSome(from: number, isTitled: boolean): number {
    const records = this.#records;
    let index = from;
    for (let cost = 0; cost < BATCH && index < records.length; index++) {
      this.#log.path.push(index);
      const depth = this.#log.path.length;
      try {
        this.#readOne(records[index], index, isTitled);
      } catch (error) {
        this.#log.path.length = depth;
        this.#log.attempt(() => {
          throw error;
        });
      }
      this.#log.path.pop();
      cost += this.#reader.cost;
    }
    return index;
  }

  #readOne(record: unknown, index: number, isTitled: boolean): void {
    const { rows } = this;
    const reader = this.#reader;
    if (!isEntry(record)) {
      this.#log.add('invalid-type', 'invalid type', record, 'expected an object');
      return;
    }
    if (this.#unknown) this.#unknown.index = index;
    reader.read(record);
    const row = rows.size;
    const { claim } = reader;
    const id = claim || reader.deriveId();
    this.idStarts[row] = idNumber(id);
    if (!rows.ids.give(row, id, reader.isClaimed))
      this.#repeated.push([row, claim ? this.#log.reserve('duplicate-id', 'id') : null]);
    if (isTitled) reader.checkTitle();
    rows.set(row, record, reader);
    while (index - row > this.#skips.length) this.#skips.push(row);
    this.starts[row] = reader.start;
    this.ends[row] = reader.end;
  }

  /** Gives the first number that is free to each id that repeats, now that all others are known. */
  *#numberRepeated(): Work<void> {
    const { ids } = this.rows;
    const last = new Map<string, number>();
    let done = 0;
    for (const [row, words] of this.#repeated) {
      const id = ids.of(row);
      const free = ids.free(id, (last.get(id) ?? 1) + 1);
      last.set(id, free.number);
      ids.rename(row, free.id);
      this.idStarts[row] = idNumber(free.id);
      words?.('duplicate id', id, `read as ${JSON.stringify(free.id)}`);
      if (++done % BATCH === 0) yield 1;
    }
  }
}

/** Notes which links of an event lead nowhere; the log stands at it. */
export function reportLinks(rows: EventRows, row: number, log: IssueLog): void {
  (rows.record(row).links as readonly unknown[]).forEach((link, i) => {
    const [to, ...steps] = isEntry(link) ? [link.to, 'to'] : [link];
    if (typeof to !== 'string' || rows.rowOf(to) >= 0) return;
    const remedy = log.isFull ? '' : didYouMean(to, rows.fewIds()) || 'expected the id of an event';
    log.add('unknown-link', 'unknown event', to, remedy, 'links', i, ...(steps as string[]));
  });
}

/** Notes that a date is far from all others; the log stands at its event. */
export function reportOutlier(rows: EventRows, row: number, log: IssueLog): void {
  const record = rows.record(row);
  const field = ['date', 'start', 'end'].find(name => !isUnknownDate(record[name])) ?? 'date';
  const remedy = 'far outside the rest; it does not set the first view; check the year';
  log.add('outlier-date', 'outlier', log.isFull ? '' : rows.span(row)?.source, remedy, field);
}
