import type { EventTable } from '../data/event-table.js';
import type { Source } from '../data/timeline-event.js';

/** A source that events name: the first of them says what it is, others add what it leaves out. */
export interface RegisteredSource {
  /** From 1 on, in the order in which events first name them: dated ones in time order, then the undated. */
  readonly number: number;
  readonly source: Source;
  /** Ids of the events that name it, in that order, each once. */
  readonly uses: readonly string[];
}

/** So many sources are numbered, of so many events: those of more are named beside their events alone. */
const MOST_SOURCES = 10_000;
const MOST_EVENTS = 50_000;

interface Draft {
  readonly number: number;
  source: Source;
  readonly uses: string[];
}

/**
 * The sources of a table, numbered as the notes of a text are: the same source has the same number wherever it is named. It is the
 * same by its address, and without one, among those without, by title, publisher and date. What is filtered or in view changes no
 * number. O(n).
 */
export class SourceRegister {
  readonly #sources: Draft[] = [];
  readonly #byAddress = new Map<string, Draft>();
  readonly #byName = new Map<string, Draft>();

  constructor(table: EventTable) {
    if (!hasSources(table)) return;
    const { rows } = table;
    let left = MOST_EVENTS;
    for (const row of namingRows(table)) {
      if (left-- === 0) return;
      const id = rows.ids.of(row);
      for (const source of rows.sources(row)) this.#add(source, id);
    }
  }

  /** All of them, by their numbers. */
  get all(): readonly RegisteredSource[] {
    return this.#sources;
  }

  /** The entry of a source as an event names it; none of what is not numbered. */
  find(source: Source): RegisteredSource | undefined {
    return source.url ? this.#byAddress.get(source.url) : this.#byName.get(nameOf(source));
  }

  #add(source: Source, id: string): void {
    const address = source.url;
    // A bare name may be that of many articles: it says nothing of one that has an address.
    const [known, key] = address ? [this.#byAddress, address] : [this.#byName, nameOf(source)];
    let draft = known.get(key);
    if (!draft) {
      if (this.#sources.length === MOST_SOURCES || key === '') return;
      draft = { number: this.#sources.length + 1, source, uses: [] };
      this.#sources.push(draft);
      known.set(key, draft);
    } else draft.source = { ...source, ...draft.source };
    if (draft.uses.at(-1) !== id) draft.uses.push(id);
  }
}

/** Title, publisher and date as one text; empty without either of the first two. */
const nameOf = ({ title = '', publisher = '', date = '' }: Source): string =>
  title || publisher ? JSON.stringify([title, publisher, date]) : '';

/** Whether the record of a row names anything as its sources. */
function isNaming(rows: EventTable['rows'], row: number): boolean {
  try {
    return rows.isLive(row) && (rows.record(row).sources ?? null) !== null;
  } catch {
    return false; // a getter that threw
  }
}

/** The rows of the events that name any source: in time order, then the undated in the order given. */
function* namingRows({ rows, order }: EventTable): Iterable<number> {
  for (const row of order.rows) if (isNaming(rows, row)) yield row;
  for (let row = 0; row < rows.size; row++) if (order.positions[row]! < 0 && isNaming(rows, row)) yield row;
}

/** How many sources are listed at a time. */
export const SOURCE_PAGE = 200;

const REGISTERS = new WeakMap<EventTable, SourceRegister>();

/** The register of a table, made when it is first asked for. */
export function registerOf(table: EventTable): SourceRegister {
  let register = REGISTERS.get(table);
  if (!register) REGISTERS.set(table, (register = new SourceRegister(table)));
  return register;
}

/** Whether any event of a table names a source: told without making a register, in the order of the rows, which is fastest. */
export function hasSources({ rows }: EventTable): boolean {
  for (let row = 0; row < rows.size; row++)
    if (isNaming(rows, row) && rows.sources(row).length > 0) return true;
  return false;
}
