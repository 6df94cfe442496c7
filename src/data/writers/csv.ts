import { writeEdtf } from '../../time/write-edtf.js';
import {
  USUAL_IMPORTANCE,
  type Lane,
  type Medium,
  type Source,
  type TimelineDocument,
  type TimelineEvent,
} from '../timeline-event.js';
import { CSV_COLUMNS, type CsvColumn } from '../csv-columns.js';
import { withGuard } from '../formula.js';
import type { Room } from './losses.js';

type Cell = (event: TimelineEvent, lanes: ReadonlyMap<string, string>) => string;

/** By column, what of an event stands in it, before it is guarded. */
const COLUMNS: Readonly<Record<CsvColumn, Cell>> = {
  id: ({ id }) => id,
  title: ({ title }) => title,
  short: ({ short = '' }) => short,
  date: ({ span, dateText = '' }) => (span ? (span.calendar ? span.source : writeEdtf(span)) : dateText),
  calendar: ({ span }) => span?.calendar ?? '',
  summary: ({ summary = '' }) => summary,
  lane: ({ lanes }, names) => list(lanes.map(id => names.get(id) ?? id).filter(Boolean)),
  kind: ({ kind }) => (kind === 'event' ? '' : kind),
  status: ({ status, statusText = '' }) => status ?? statusText,
  tags: ({ tags }) => list(tags),
  people: ({ people }) => list(people),
  place: ({ place = '' }) => place,
  url: ({ url = '' }) => url,
  color: ({ color = '' }) => color,
  importance: ({ importance }) => (importance === USUAL_IMPORTANCE ? '' : String(importance)),
  sources: ({ sources }) => addresses(sources.map(sourceText)),
  media: ({ media }) => addresses(media.map(({ src }: Medium) => src)),
};

/** What of a document and its events is in it. */
export const CSV_ROOM: Room = {
  head: [],
  events: [
    'calendar',
    'short',
    'summary',
    'lane',
    'kind',
    'status',
    'tags',
    'people',
    'place',
    'importance',
    'sources',
    'titles of sources',
    'images',
    'films and sounds',
    'url',
    'color',
    'named color',
  ],
};

/**
 * Returns the events of a document as CSV (RFC 4180): a row for each, a column for each field that any of them has,
 * dates in EDTF, those of another calendar as they are written, beside its name, lists between semicolons, or in JSON where an item has a comma or a semicolon. Spreadsheets take a text for a formula
 * that begins with `=`, `+`, `-` or `@`, a date before our era among them: before it stands an apostrophe, which our reader takes away
 * again. So it is within a text behind a semicolon or the end of a line, where cells begin for those that part them at semicolons.
 */
export function writeCsv({ events, lanes }: TimelineDocument): string {
  const names = laneNames(lanes);
  const rows = events.map(event => CSV_COLUMNS.map(column => withGuard(COLUMNS[column](event, names))));
  const isUsed = (name: string, i: number) => name === 'title' || name === 'date' || rows.some(row => row[i]);
  const used = CSV_COLUMNS.map(isUsed);
  return [CSV_COLUMNS, ...rows]
    .map(
      row =>
        `${row
          .filter((_, i) => used[i])
          .map(quote)
          .join()}\r\n`,
    )
    .join('');
}

/** By id, what lanes are called; by their ids where two are called the same. */
function laneNames(lanes: readonly Lane[]): ReadonlyMap<string, string> {
  const isOne = (title: string) => lanes.filter(lane => lane.title === title).length === 1;
  return new Map(lanes.map(({ id, title }) => [id, isOne(title) ? title : id]));
}

/** What would be read as two, or as another one. */
const AMBIGUOUS = /[,;]|^\[|^\s|^$|\s$/;

const list = (texts: readonly string[]): string =>
  texts.some(text => AMBIGUOUS.test(text)) ? JSON.stringify(texts) : texts.join('; ');

/** Addresses have no blanks: reading parts them. */
const addresses = (urls: readonly string[]): string => urls.join('; ');

const sourceText = ({ title = '', url = '' }: Source): string => [title, url].filter(Boolean).join(' ');

const quote = (cell: string): string =>
  /[",\r\n]|^\s|\s$|^#|^sep=/i.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
