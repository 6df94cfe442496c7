import { CALENDAR_NAMES } from '../../time/julian.js';
import { readLooseDate } from '../../time/loose-date.js';
import { readClock } from '../../time/loose-point.js';
import { didYouMean } from '../did-you-mean.js';
import { EVENT, KINDS, STATUSES } from '../document-shape.js';
import type { IssueLog } from '../issue-log.js';
import type { Work } from '../work.js';
import { isEntry, type Entry } from '../read-shape.js';
import { isSlashed } from './date-dialect.js';
import { COLUMN_FIELDS, columnField, type ColumnField } from './column-names.js';
import { readWords, withoutFootnotes } from './column-words.js';
import type { Columns } from './format.js';
import { statusOfWord } from './status-words.js';

/** A table; a row may have fewer cells than there are names, or more. */
export interface SampleTable {
  readonly names: readonly string[];
  /** The first rows, at least a thousand where there are so many: by them the columns are known. */
  readonly sample: readonly (readonly unknown[])[];
  /** Returns the text of a value of a row. */
  textOf(value: unknown): string;
}

/** Which column, by its position, holds which field. */
export type FieldColumns = Readonly<Partial<Record<ColumnField, number>>>;

/** How many rows are looked at to know what a column holds. */
const SAMPLE = 1000;

/** More lanes than that are no overview; `lane-by` can still ask for them. */
const MOST_LANES = 20;

/** Which share is most of them. */
const MOSTLY = 0.6;

/** A title is no paragraph. */
const LONGEST_TITLE = 100;

const DATES: readonly ColumnField[] =
  'date start end year month day hour minute time endMonth endDay endHour endMinute endTime'.split(
    ' ',
  ) as ColumnField[];

/** The fields that alone can say when. */
const ANCHORS: readonly ColumnField[] = ['date', 'start', 'end', 'year'];

const isDatedBy = (found: FieldColumns): boolean => ANCHORS.some(field => found[field] !== undefined);

/** What is known of the cells of a column. */
interface Content {
  readonly index: number;
  /** Those that hold something. */
  readonly cells: readonly string[];
  readonly distinct: number;
}

/**
 * Returns which column of a table holds which field: those that its author names, then by their names in
 * several languages, then by what they hold, which is an issue, as is a name that no column has, or a table without dates.
 */
export function* findFields(table: SampleTable, wanted: Columns, log: IssueLog): Work<FieldColumns> {
  const { names, sample } = table;
  const found: Partial<Record<ColumnField, number>> = {};
  const content: Content[] = [];
  for (const index of names.keys()) {
    content.push(contentOf(table, index));
    yield (0.5 * index) / names.length;
  }
  const guess = (field: ColumnField, index: number | undefined): void => {
    if (index === undefined || index < 0) return;
    found[field] = index;
    log.add(
      'unknown-column',
      `no column is named as ${field}; this one is read as it`,
      names[index],
      'else name another in "columns"',
      'columns',
      field,
    );
  };
  readWanted(names, wanted, found, log);
  const isFree = (index: number) => !Object.values(found).includes(index);

  const named = names.flatMap((name, index) => {
    const match = isFree(index) && columnField(name);
    return match ? [{ ...match, field: sideOfTime(match.field, content[index]!), index }] : [];
  });
  const exact = named.filter(({ prefix }) => !prefix);
  const part = named.filter(({ prefix }) => prefix);
  const take = (field: ColumnField, index: number | undefined): void => {
    if (index !== undefined && !(field in found) && isFree(index)) found[field] = index;
  };
  const titles = [
    ...exact,
    ...part.sort((a, b) => content[b.index]!.distinct - content[a.index]!.distinct),
  ].filter(({ field }) => field === 'title');
  // "May 1940" may stand in a column named "title", where another one has what happened, or none has dates.
  const isElsewhere = titles.length < 2 && exact.some(({ field }) => ANCHORS.includes(field));
  const dated = isElsewhere ? undefined : yield* firstThat(titles, ({ index }) => isDated(content[index]!));
  take('date', dated?.index);
  take('title', titles.find(match => match !== dated)?.index);

  for (const { field, index } of exact) {
    if (!(field in found) && holds(field, content[index]!)) take(field, index);
    yield 0.5;
  }
  const status = exact.find(({ field }) => field === 'status');
  if (status && content[status.index]!.cells.length && found.status === undefined)
    log.add(
      'unknown-column',
      'no cell is a status',
      names[status.index],
      `kept, but not read; expected ${STATUSES.join(', ')}`,
      'columns',
      'status',
    );
  if (!isDatedBy(found)) {
    // Of several pairs of dates, those that stand next to the title.
    const near = part
      .filter(({ field }) => DATES.includes(field))
      .sort((a, b) => Math.abs(a.index - (found.title ?? 0)) - Math.abs(b.index - (found.title ?? 0)));
    for (const { field, prefix, index } of near) if (prefix === near[0]!.prefix) take(field, index);
  }
  for (const { field, index } of part) {
    if (['place', 'summary', 'url', 'media'].includes(field) && holds(field, content[index]!))
      take(field, index);
  }

  if (!isDatedBy(found)) {
    const dates = yield* firstThat(content, column => isFree(column.index) && isDated(column));
    if (dates) guess('date', dates.index);
    else if (sample.length)
      log.add(
        'invalid-document',
        'no column of dates',
        names.join(', '),
        'name it in "columns": { "date": "…" }',
      );
  }
  if (!('title' in found)) guess('title', (yield* findTitle(content, isFree, found.summary))?.index);
  // Where nothing says when, what else there is must do.
  if (!('title' in found) && !isDatedBy(found))
    guess('title', content.find(({ index, cells }) => isFree(index) && cells.length)?.index);
  if (!('title' in found) && sample.length)
    log.add(
      'unknown-column',
      'no column of titles',
      names.join(', '),
      'the dates stand in; name it in "columns": { "title": "…" }',
      'columns',
      'title',
    );
  if (found.title === found.summary) delete found.summary;
  return found;
}

/** What an author may name a column for. */
const FIELDS: readonly string[] = [...new Set([...COLUMN_FIELDS, ...Object.keys(EVENT.fields)])];

/** Takes over what the author says, by name or by number; it may be anything but what its type says. */
function readWanted(
  names: readonly string[],
  wanted: Columns,
  found: Partial<Record<string, number>>,
  log: IssueLog,
): void {
  if (!isEntry(wanted)) {
    log.add(
      'invalid-type',
      'invalid type',
      wanted,
      'expected an object, such as { "title": "Headline" }',
      'columns',
    );
    return;
  }
  for (const [field, given] of Object.entries(wanted as Entry)) {
    if (given === undefined || given === null) continue;
    if (!FIELDS.includes(field)) {
      const remedy = didYouMean(field, FIELDS) || `expected one of ${FIELDS.join(', ')}`;
      log.add('unknown-column', 'no such field', field, remedy, 'columns', field);
      continue;
    }
    const name = typeof given === 'number' ? String(given) : given;
    if (typeof name !== 'string') {
      log.add('invalid-type', 'invalid type', given, 'expected the name of one column', 'columns', field);
      continue;
    }
    const index = names.findIndex(
      other => other === name || other.trim().toLowerCase() === name.trim().toLowerCase(),
    );
    const at = index < 0 && /^\d+$/.test(name) ? Number(name) - 1 : index;
    if (at in names) found[field] = at;
    else
      log.add(
        'unknown-column',
        'no such column',
        name,
        didYouMean(name, names) || `expected one of ${names.join(', ')}`,
        'columns',
        field,
      );
  }
}

function contentOf({ sample, textOf }: SampleTable, index: number): Content {
  const cells: string[] = [];
  for (const row of sample.slice(0, SAMPLE)) {
    const cell = textOf(row[index]).trim();
    if (cell) cells.push(cell);
  }
  return { index, cells, distinct: new Set(cells).size };
}

/** Returns the first of some columns for which a question is answered with yes; it is one to all of its cells. */
function* firstThat<T>(columns: readonly T[], is: (column: T) => boolean): Work<T | undefined> {
  for (const [i, column] of columns.entries()) {
    yield 0.5 + (0.5 * i) / columns.length;
    if (is(column)) return column;
  }
  return undefined;
}

const most = ({ cells }: Content, is: (cell: string) => boolean): boolean =>
  cells.length > 0 && cells.filter(is).length > cells.length * MOSTLY;

/** Calendars have a `Start Date` and a `Start Time`; a `from` and a `to` too are times of day beside a date. */
function sideOfTime(field: ColumnField, content: Content): ColumnField {
  if ((field !== 'start' && field !== 'end') || !most(content, cell => readClock(cell) !== null))
    return field;
  return field === 'start' ? 'time' : 'endTime';
}

/** Whether a text is a date, however it is written. */
export function isDatedText(text: string): boolean {
  if (!/\d/.test(text)) return false;
  const date = withoutFootnotes(text);
  return isSlashed(date) || !/^(unknown)?$/.test(readWords(date) ?? readLooseDate(date) ?? '');
}

const isDated = (content: Content): boolean => most(content, isDatedText);

/** Whether a text can be where something is found. */
export const isAddress = (text: string): boolean => /^\S+$/.test(text);

/** Several addresses stand between semicolons. */
export const addressesIn = (text: string): string[] => text.trim().split(/;\s+/);

/** Whether a column holds what its name says, where other tables use the name for other things. */
function holds(field: ColumnField, content: Content): boolean {
  const all = (is: (cell: string) => boolean) => content.cells.every(is);
  // One bad cell is no reason to leave out the others.
  const mostly = (is: (cell: string) => boolean) => !content.cells.length || most(content, is);
  switch (field) {
    case 'lane':
      return content.distinct > 0 && content.distinct <= MOST_LANES;
    case 'status':
      return content.cells.some(cell => statusOfWord(cell));
    case 'kind':
      return mostly(cell => (KINDS as readonly string[]).includes(cell));
    case 'importance':
      return all(cell => Number(cell) >= 0 && Number(cell) <= 1);
    case 'calendar':
      return all(cell => (CALENDAR_NAMES as readonly string[]).includes(cell.toLowerCase()));
    case 'color':
      return mostly(cell => /^([1-8]|#[\da-f]{3,8}|[a-z]{3,24})$/i.test(cell));
    case 'url':
    case 'media':
      return mostly(cell => addressesIn(cell).every(isAddress));
    default:
      return true;
  }
}

/** The first column of short texts that mostly differ; else the first of short texts; a short summary, or mere letters, at worst. */
function* findTitle(
  content: readonly Content[],
  isFree: (index: number) => boolean,
  summary: number | undefined,
): Work<Content | undefined> {
  const isShort = ({ cells }: Content) => cells.join('').length < cells.length * LONGEST_TITLE;
  let first: Content | undefined;
  const title = yield* firstThat(content, column => {
    if (!isFree(column.index) || !isShort(column) || !most(column, cell => /\p{L}{2}/u.test(cell)))
      return false;
    first ??= column;
    return column.distinct > column.cells.length * MOSTLY;
  });
  const isWorded = (column: Content) =>
    isFree(column.index) && isShort(column) && most(column, cell => /\p{L}/u.test(cell)) && !isDated(column);
  return (
    title ??
    first ??
    content.find(column => column.index === summary && isShort(column)) ??
    (yield* firstThat(content, isWorded))
  );
}
