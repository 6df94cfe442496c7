import { didYouMean } from './did-you-mean.js';
import { LINKED, NUMERIC } from './event-form.js';
import { shownSpan, type EventTable } from './event-table.js';
import type { EventRows } from './event-rows.js';
import { IssueLog, type EntryCount } from './issue-log.js';
import type { Issue } from './issue.js';
import { compactTable, movedTable, type Timed } from './moved-table.js';
import { isEntry, type Entry } from './read-shape.js';
import { RecordReader } from './record-reader.js';
import { reportLinks, reportOutlier } from './row-reading.js';

/** What is new about the events of a table. */
export interface Amendment {
  /** Ids of events that are no more. */
  readonly remove?: readonly string[];
  /** Events with all of their new records: what such a record does not name, the event has no more. Ids stay. */
  readonly replace?: readonly Replacement[];
  /** Records with the id of an event: their fields go over those of its record, the others stay. */
  readonly update?: readonly unknown[];
  /** Events that were taken away, each under the id and in the place that it had. */
  readonly restore?: readonly Replacement[];
  /** Records of further events. An id that is taken is numbered. */
  readonly add?: readonly unknown[];
}

/** The id of an event, and the whole of its record. */
export interface Replacement {
  readonly id: string;
  readonly record: Entry;
}

/** A table as amended, and what was wrong with what is new. */
export interface Amended {
  readonly table: EventTable;
  readonly issues: Issue[];
  /** By issue, the id of the event that it is about: it is void when that is amended again. */
  readonly owners: ReadonlyMap<Issue, string>;
  readonly entries: EntryCount;
}

/**
 * Returns the table as amended, in the order of the fields of `Amendment`, and all that was wrong with what is new. The table
 * itself stays as it was, and the objects of events that did not change stay the same. O(n) copies of memory.
 */
export function amendTable(
  table: EventTable,
  { remove = [], replace = [], update = [], restore = [], add = [] }: Amendment,
): Amended {
  const log = new IssueLog();
  const amending = new Amending(table, restore.length + add.length, log);
  const each = (field: string, items: readonly unknown[], take: (item: unknown) => void) =>
    log.within(field, () => items.forEach((item, i) => log.within(i, () => log.attempt(() => take(item)))));
  each('remove', remove, id => amending.remove(id));
  each('replace', replace, item => amending.replace(item as Replacement));
  each('update', update, record => amending.update(record));
  each('restore', restore, item => amending.restore(item as Replacement));
  each('add', add, record => amending.add(record));
  const amended = amending.table();
  const total = replace.length + update.length + restore.length + add.length;
  return { table: amended, ...amending.owned(log.issues), entries: { total, faulty: log.faulty } };
}

/** So many rows stay, be they free: what is restored finds its own. */
const FEW_ROWS = 64;

/** The fields that may hold a date as a number. */
const WHEN = ['date', 'start', 'end'];

class Amending {
  readonly #before: EventTable;
  readonly #rows: EventRows;
  readonly #log: IssueLog;
  /** Reads what a page gives, whose numbers are Unix time. */
  readonly #reader: RecordReader;
  /** Reads what is still as it was in the table. */
  readonly #again: RecordReader;
  /** Rows that are not where they were in the order of time. */
  readonly #gone = new Set<number>();
  /** Rows with a new record, and where in the amendment it stands. */
  readonly #come = new Map<number, readonly (string | number)[]>();
  /** By where it stands in the amendment, the row that a record went to. */
  readonly #places = new Map<string, number>();

  constructor(table: EventTable, more: number, log: IssueLog) {
    this.#before = table;
    this.#rows = table.rows.copy(more);
    this.#log = log;
    const { context, lanes } = this.#rows;
    this.#reader = new RecordReader({ ...context, textual: false }, lanes, log);
    this.#again = new RecordReader(context, lanes, log);
  }

  remove(id: unknown): void {
    const row = this.#rowOf(id);
    if (row < 0) return;
    this.#rows.remove(row);
    this.#gone.add(row);
    this.#come.delete(row);
  }

  update(record: unknown): void {
    if (!this.#isRecord(record)) return;
    const row = this.#rowOf(record.id, 'id');
    if (row < 0) return;
    const isNumeric = this.#rows.form(row) & NUMERIC || WHEN.some(field => typeof record[field] === 'number');
    // Spread makes fields of its own of all, even of one named __proto__.
    this.#exchange(row, { ...this.#rows.record(row), ...record }, isNumeric ? this.#reader : this.#again);
  }

  replace({ id, record }: Replacement): void {
    const row = this.#rowOf(id, 'id');
    // What was text before may still have its numbers as they were there.
    if (row >= 0) this.#exchange(row, record, this.#rows.form(row) & NUMERIC ? this.#reader : this.#again);
  }

  restore({ id, record }: Replacement): void {
    const { ids } = this.#rows;
    const row = this.#rows.vacatedBy(id);
    this.#again.read(record);
    if (this.#rows.rowOf(id) < 0 && ids.give(row, id, record.id === id)) this.#keep(row, record, this.#again);
    else this.#log.add('duplicate-id', 'duplicate id', id, 'it has come back already', 'id');
  }

  add(record: unknown): void {
    if (!this.#isRecord(record)) return;
    this.#reader.read(record);
    const { size: row, ids } = this.#rows;
    const { claim } = this.#reader;
    const id = claim || this.#reader.deriveId();
    if (!ids.give(row, id, this.#reader.isClaimed)) {
      const given = ids.free(id).id;
      ids.rename(row, given);
      if (claim) this.#log.add('duplicate-id', 'duplicate id', id, `read as ${JSON.stringify(given)}`, 'id');
    }
    this.#keep(row, record, this.#reader);
  }

  /** Returns the table as it is now, and notes what can only be known now. */
  table(): EventTable {
    const rows = this.#rows;
    const { timeZone } = this.#before.document;
    const come: Timed[] = [];
    for (const [row, path] of this.#come) {
      if (rows.form(row) & LINKED) this.#at(path, () => reportLinks(rows, row, this.#log));
      const span = shownSpan(rows, row, timeZone);
      if (span) come.push({ row, start: span.start, end: span.end });
    }
    rows.relink();
    const lanes = rows.lanes.toList();
    const { document } = this.#before;
    const amended = movedTable(this.#before, {
      document: lanes.length > document.lanes.length ? Object.freeze({ ...document, lanes }) : document,
      rows,
      gone: [...this.#gone],
      come,
    });
    for (const i of amended.reach.outliers) {
      const row = amended.order.rows[i]!;
      const path = this.#come.get(row);
      if (path) this.#at(path, () => reportOutlier(rows, row, this.#log));
    }
    return rows.size > FEW_ROWS && rows.count < rows.size / 2 ? compactTable(amended) : amended;
  }

  /** Gives an event another record; its id stays. */
  #exchange(row: number, record: Entry, reader: RecordReader): void {
    const id = this.#rows.ids.of(row);
    reader.read(record);
    this.#keep(row, record, reader);
    if (record.id !== id) this.#rows.ids.rename(row, id);
    this.#gone.add(row);
  }

  #keep(row: number, record: Entry, reader: RecordReader): void {
    reader.checkTitle();
    this.#rows.set(row, record, reader);
    this.#come.set(row, [...this.#log.path]);
    const [field, index] = this.#log.path;
    this.#places.set(`${field}[${index}]`, row);
  }

  /** Returns the issues and whose they are. Those of a record with an id name it: `add[0]` says little later on. */
  owned(issues: readonly Issue[]): Pick<Amended, 'issues' | 'owners'> {
    const owners = new Map<Issue, string>();
    const named = issues.map(issue => {
      const row = this.#places.get(/^\w+\[\d+\]/.exec(issue.path)?.[0] ?? '');
      if (row === undefined) return issue;
      const id = this.#rows.ids.of(row);
      const { path, message } = issue;
      const isNamed = this.#rows.record(row).id != null;
      const own = isNamed
        ? { ...issue, message: `${path} (id ${JSON.stringify(id)})${message.slice(path.length)}` }
        : issue;
      owners.set(own, id);
      return own;
    });
    return { issues: named, owners };
  }

  #isRecord(record: unknown): record is Entry {
    if (isEntry(record)) return true;
    this.#log.add('invalid-type', 'invalid type', record, 'expected an object');
    return false;
  }

  /** Returns the row of an id; where it is no event's, -1 and an issue. */
  #rowOf(id: unknown, ...steps: string[]): number {
    const row = typeof id === 'string' || typeof id === 'number' ? this.#rows.rowOf(String(id)) : -1;
    if (row < 0) {
      const remedy = didYouMean(String(id), this.#rows.fewIds()) || 'expected the id of an event';
      this.#log.add('unknown-id', 'unknown event', id ?? null, remedy, ...steps);
    }
    return row;
  }

  /** Calls with the log standing where a record of the amendment stands. */
  #at(path: readonly (string | number)[], note: () => void): void {
    this.#log.path.push(...path);
    this.#log.attempt(note);
    this.#log.path.length -= path.length;
  }
}
