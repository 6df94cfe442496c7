import type { Issue } from '../issue.js';
import { isEntry, type Entry } from '../read-shape.js';
import { rank } from '../sorted-bounds.js';
import { part, type Work } from '../work.js';
import { isDatedText } from './column-fields.js';
import { MOST_COLUMNS } from './column-names.js';
import type { Columns, FormatResult } from './format.js';
import { TableRecords } from './table-records.js';
import { isField } from './text-fields.js';

/** An object that is an event, or holds some, and where it stands in the data. */
interface Found {
  readonly path: string;
  readonly entry: Entry;
  /** Its fields, but for lists of events. */
  readonly names: readonly string[];
  /** What holds it, where that is no event itself: it has the fields of that too. */
  readonly outer: Found | null;
}

/** Lists in lists are looked into no deeper. */
const DEPTH = 4;

/** So many fields of what holds it an event has at most, each again. */
const MOST_INHERITED = 50;

/** How many rows are taken in one go. */
const STRETCH = 100;

/** By how many rows the columns are known. */
const SAMPLE = 1000;

/**
 * Reads a list of objects in foreign terms, or an object that holds one, as a table whose columns are their fields: `{ content_text, start_date }`,
 * `{ title: "May 1940", cardTitle }`. Lists within them are events too, with the fields of what holds them where that is none
 * itself. Null for anything else.
 */
export function readRecords(value: unknown, columns?: Columns): Work<FormatResult> | null {
  const [name, list] = listIn(value);
  return list ? readList(list, name, columns) : null;
}

function* readList(list: readonly Entry[], name: string, columns: Columns | undefined): Work<FormatResult> {
  const tables = new Map<string, Found[]>();
  yield* part(collect({ list, path: name, key: '', outer: null, depth: DEPTH }, tables), 0, 0.3);
  return yield* part(readTables([...tables.values()], columns), 0.3, 1);
}

function* readTables(tables: readonly Found[][], columns: Columns | undefined): Work<FormatResult> {
  const events: Entry[] = [];
  const issues: Issue[] = [];
  const faulty: number[] = [];
  let untitled = true;
  /** Where the events of each table begin, and where they stand. */
  const starts: number[] = [];
  const places: ((row: number, field: string) => string)[] = [];
  for (const [i, found] of tables.entries()) {
    const table = yield* part(readFound(found, columns), i / tables.length, (i + 0.5) / tables.length);
    issues.push(...(yield* part(table.readDates(), (i + 0.5) / tables.length, (i + 1) / tables.length)));
    untitled &&= !table.isTitled;
    for (const row of table.faulty) faulty.push(events.length + row);
    starts.push(events.length);
    places.push((row, field) => placeIn(found, row, field && table.columnOf(field)));
    for (const record of table.records) events.push(record);
  }
  const placeOf = (index: number, field = ''): string => {
    const table = rank(starts, index, true) - 1;
    return places[table]!(index - starts[table]!, field);
  };
  return { document: { events }, issues, faulty, untitled, placeOf };
}

const placeIn = (found: readonly Found[], row: number, name: string): string =>
  found[row]!.path + (name && `.${name}`);

/** Makes a table of objects, whose columns are all of their fields. */
function* readFound(found: readonly Found[], columns: Columns | undefined): Work<TableRecords> {
  const indices = new Map<string, number>();
  for (const [i, { names, outer }] of found.entries()) {
    if (i % STRETCH === 0) yield (0.3 * i) / found.length;
    for (const name of [...(outer?.names ?? []), ...names])
      if (!indices.has(name)) indices.set(name, indices.size);
  }
  const names = [...indices.keys()].slice(0, MOST_COLUMNS);
  const rowOf = ({ entry, names: own, outer }: Found): unknown[] => {
    const row: unknown[] = [];
    const take = (name: string, from: Entry) => {
      const index = indices.get(name)!;
      if (index < MOST_COLUMNS) row[index] = from[name];
    };
    if (outer) for (const name of outer.names) take(name, outer.entry);
    for (const name of own) take(name, entry);
    return row;
  };
  const sample: unknown[][] = [];
  for (const [i, one] of found.slice(0, SAMPLE).entries()) {
    if (i % STRETCH === 0) yield 0.3;
    sample.push(rowOf(one));
  }
  const placeOf = (row: number, name: string) => placeIn(found, row, name);
  const source = { names, width: indices.size, sample, columns, textOf, placeOf };
  const table = yield* part(TableRecords.of(source), 0.3, 0.6);
  for (const [i, one] of found.entries()) {
    if (i % STRETCH === 0) yield 0.6 + (0.4 * i) / found.length;
    table.add(sample[i] ?? rowOf(one));
  }
  return table;
}

const isList = (value: unknown): value is readonly Entry[] =>
  Array.isArray(value) && value.length > 0 && value.every(isEntry);

/** The list that a value is, or the one that it holds, with its name; modules export the same one twice. */
function listIn(value: unknown): [string, (readonly Entry[])?] {
  if (isList(value)) return ['', value];
  const lists = isEntry(value) ? Object.entries(value).filter(([, held]) => isList(held)) : [];
  const [first, ...others] = lists;
  if (!first || !others.every(([, list]) => areAlike(list, first[1], 2))) return [''];
  return first as [string, readonly Entry[]];
}

/** How many fields or items tell whether two values are alike. */
const TELLING = 100;

/** Whether two values say the same, as far as their first fields so deep within them tell. */
function areAlike(a: unknown, b: unknown, depth: number): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || !a || !b) return a === b;
  const [keys, others] = [Object.keys(a), Object.keys(b)];
  return (
    keys.length === others.length &&
    (!depth || keys.slice(0, TELLING).every(key => areAlike((a as Entry)[key], (b as Entry)[key], depth - 1)))
  );
}

/** A list of events. */
interface EventList {
  readonly list: readonly Entry[];
  readonly path: string;
  /** The name that it has in what holds it. */
  readonly key: string;
  readonly outer: Found | null;
  readonly depth: number;
}

/** Gathers the events of a list into tables by the name of their list. */
function* collect({ list, path, key, outer, depth }: EventList, tables: Map<string, Found[]>): Work<void> {
  for (const [i, entry] of list.entries()) {
    if (i % STRETCH === 0) yield i / list.length;
    const isHeld = (name: string) => depth > 0 && !isField(name) && isList(entry[name]);
    const lists = Object.keys(entry).filter(isHeld);
    const held = new Set(lists);
    const names = Object.keys(entry).filter(name => !held.has(name));
    const found: Found = { path: `${path}[${i}]`, entry, names, outer };
    const isEvent = !lists.length || names.some(name => isDatedText(textOf(entry[name])));
    if (isEvent) {
      const table = tables.get(key);
      if (table) table.push(found);
      else tables.set(key, [found]);
    }
    const inherited = isEvent ? null : inheritedFrom(found);
    for (const name of lists) {
      const inner = entry[name] as readonly Entry[];
      const at = `${found.path}.${name}`;
      yield* collect({ list: inner, path: at, key: name, outer: inherited, depth: depth - 1 }, tables);
    }
  }
}

/** What holds events, with the fields that they have of it: its own and those of what holds it in turn. */
function inheritedFrom({ path, entry, names, outer }: Found): Found {
  const all = [...new Set([...(outer?.names ?? []), ...names])].slice(0, MOST_INHERITED);
  const merged = Object.fromEntries(
    all.map(name => [name, Object.hasOwn(entry, name) ? entry[name] : outer!.entry[name]]),
  );
  return { path, entry: merged, names: all, outer: null };
}

/** What a value says in a cell of a table: a number in its digits, a medium by its address. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return value.filter(item => typeof item === 'string').join(', ');
  if (!isEntry(value)) return '';
  const { url, src, source } = value;
  return textOf(url ?? src ?? (isEntry(source) ? source.url : undefined));
}
