import type { Entry } from '../read-shape.js';
import type { Work } from '../work.js';
import type { FormatResult } from './format.js';
import { filled } from './html-fields.js';
import { slideFieldName } from './timelinejs-slide.js';
import { mapSlides, type Slide } from './timelinejs.js';

/** Columns of the spreadsheet that TimelineJS documents, and of the older one, with the field of a slide that each is. */
const COLUMNS: Readonly<Record<string, string>> = {
  year: 'start_date.year',
  month: 'start_date.month',
  day: 'start_date.day',
  time: 'start_date.time',
  'start date': 'startDate',
  'end year': 'end_date.year',
  'end month': 'end_date.month',
  'end day': 'end_date.day',
  'end time': 'end_date.time',
  'end date': 'endDate',
  'display date': 'display_date',
  headline: 'text.headline',
  text: 'text.text',
  media: 'media.url',
  'media credit': 'media.credit',
  'media caption': 'media.caption',
  'media thumbnail': 'media.thumbnail',
  'alt text': 'media.alt',
  type: 'type',
  group: 'group',
  tag: 'tag',
  background: 'background',
};

const keyOf = (name: string): string => name.trim().toLowerCase().replace(/\s+/g, ' ');

/** Whether the names of a table's columns are those of a TimelineJS spreadsheet. */
export function isTimelineJsHeader(names: readonly string[]): boolean {
  const keys = new Set(names.map(keyOf));
  return keys.has('headline') && keys.has('media') && (keys.has('year') || keys.has('start date'));
}

/**
 * Reads the rows of a TimelineJS spreadsheet beneath its header; `rowNumber` returns where the row at an index
 * stands in the file. Empty rows are left out. Columns that TimelineJS does not know are kept by their names.
 */
export function* mapTimelineJsRows(
  names: readonly string[],
  rows: readonly (readonly string[])[],
  rowNumber: (index: number) => number = index => index + 2,
): Work<FormatResult> {
  const paths = names.map(name => COLUMNS[keyOf(name)]?.split('.') ?? [name]);
  const columnOf = (path: string): string => {
    const at = paths.findIndex(([field, part]) => path === field || path === `${field}.${part}`);
    return names[at] ?? path;
  };
  const slides = rows.flatMap((cells, index): Slide[] => {
    const { type, ...record } = readRow(paths, cells);
    if (type === undefined && !Object.keys(record).length) return [];
    const kind = type === 'title' || type === 'era' ? type : undefined;
    const placeOf = (field?: string): string =>
      `row ${rowNumber(index)}` + (field ? `, column "${columnOf(slideFieldName(record, field))}"` : '');
    return [{ kind, record, placeOf }];
  });
  return yield* mapSlides(slides, {});
}

/** A row as a slide of version 3. */
function readRow(paths: readonly (readonly string[])[], cells: readonly string[]): Entry {
  const fields = new Map<string, unknown>();
  for (const [i, [field = '', part]] of paths.entries()) {
    const cell = cells[i]?.trim();
    if (!cell) continue;
    if (!part) fields.set(field, cell);
    else
      fields.set(field, {
        ...(fields.get(field) as Entry | undefined),
        ...(part === 'time' ? readTime(cell) : { [part]: cell }),
      });
  }
  const { background, type, ...record } = Object.fromEntries(fields);
  return filled({
    ...record,
    type: typeof type === 'string' ? type.toLowerCase() : null,
    background: typeof background === 'string' && {
      [/^(https?:)?\/\//.test(background) ? 'url' : 'color']: background,
    },
  });
}

/** `10:30`, `10:30:15` or `2:30 PM`; what is no time stands in the hour's place, to be found wrong there. */
function readTime(text: string): Entry {
  const [, hour = text, minute, second, half] =
    /^(\d\d?)(?::(\d\d))?(?::(\d\d))?\s*([ap])?\.?m?\.?$/i.exec(text) ?? [];
  const isAfternoon = half && /p/i.test(half);
  return { hour: half ? (Number(hour) % 12) + (isAfternoon ? 12 : 0) : hour, minute, second };
}
