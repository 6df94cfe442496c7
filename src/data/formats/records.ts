import type { Issue } from '../issue.js';
import { isEntry, type Entry } from '../read-shape.js';
import { part, type Work } from '../work.js';
import { isDatedText } from './column-fields.js';
import type { Columns, FormatResult } from './format.js';
import { TableRecords } from './table-records.js';
import { isField } from './text-fields.js';

/** An object that is an event, and where it stands in the data. */
interface Found {
  readonly path: string;
  readonly entry: Entry;
}

/** Lists in lists are looked into no deeper. */
const DEPTH = 4;

/**
 * Reads a list of objects in foreign terms, or an object that holds one, as a table whose columns are their fields: `{ content_text, start_date }`,
 * `{ title: "May 1940", cardTitle }`. Lists within them are events too, with the fields of what holds them where that is none
 * itself. Null for anything else.
 */
export function readRecords(value: unknown, columns?: Columns): Work<FormatResult> | null {
  const tables = new Map<string, Found[]>();
  const [name, list] = listIn(value);
  if (!list) return null;
  collect(list, name, '', {}, tables, DEPTH);
  return readTables([...tables.values()], columns);
}

function* readTables(tables: readonly Found[][], columns: Columns | undefined): Work<FormatResult> {
  const events: Entry[] = [];
  const issues: Issue[] = [];
  const faulty: number[] = [];
  const places: ((field: string) => string)[] = [];
  for (const [i, found] of tables.entries()) {
    const names = [...new Set(found.flatMap(({ entry }) => Object.keys(entry)))];
    const placeOf = (row: number, name: string) => found[row]!.path + (name && `.${name}`);
    const rows = found.map(({ entry }) => names.map(name => entry[name]));
    const table = new TableRecords({ names, sample: rows, columns, textOf, placeOf });
    for (const row of rows) table.add(row);
    issues.push(...(yield* part(table.readDates(), i / tables.length, (i + 1) / tables.length)));
    for (const row of table.faulty) faulty.push(events.length + row);
    table.records.forEach((record, row) => {
      events.push(record);
      places.push(field => placeOf(row, field && table.columnOf(field)));
    });
  }
  return { document: { events }, issues, faulty, placeOf: (index, field = '') => places[index]!(field) };
}

const isList = (value: unknown): value is readonly Entry[] =>
  Array.isArray(value) && value.length > 0 && value.every(isEntry);

/** The list that a value is, or the one that it holds, with its name; modules export the same one twice. */
function listIn(value: unknown): [string, (readonly Entry[])?] {
  if (isList(value)) return ['', value];
  const lists = isEntry(value) ? Object.entries(value).filter(([, held]) => isList(held)) : [];
  const [first] = lists;
  if (!first || (lists.length > 1 && new Set(lists.map(([, list]) => JSON.stringify(list))).size > 1))
    return [''];
  return first as [string, readonly Entry[]];
}

/** Gathers the events of a list into tables by `key`, the name of their list. */
function collect(
  list: readonly Entry[],
  path: string,
  key: string,
  inherited: Entry,
  tables: Map<string, Found[]>,
  depth: number,
): void {
  list.forEach((own, i) => {
    const at = `${path}[${i}]`;
    const lists = depth ? Object.entries(own).filter(([name, held]) => isList(held) && !isField(name)) : [];
    const rest = Object.fromEntries(
      Object.entries(own).filter(([name]) => !lists.some(([other]) => other === name)),
    );
    const entry = { ...inherited, ...rest };
    const isEvent = !lists.length || Object.values(rest).some(value => isDatedText(textOf(value)));
    if (isEvent) {
      const table = tables.get(key);
      if (table) table.push({ path: at, entry });
      else tables.set(key, [{ path: at, entry }]);
    }
    for (const [name, held] of lists)
      collect(held as readonly Entry[], `${at}.${name}`, name, isEvent ? {} : entry, tables, depth - 1);
  });
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
