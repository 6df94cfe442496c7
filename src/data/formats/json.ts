import { formatValue } from '../../language/format-value.js';
import { EVENT, HEAD } from '../document-shape.js';
import type { Issue } from '../issue.js';
import { isEntry, type Entry } from '../read-shape.js';
import type { Drive } from '../work.js';
import type { Columns, FormatResult } from './format.js';
import { FORMATS, misnamed, OTHER_SHAPES, required, type FormatRow, type ReaderInput } from './formats.js';
import { beginsAsJson } from './plain-json.js';

/** Events at the head of a list that tell what the others are. */
const HEAD_SIZE = 20;

/** Reads a JSON text, whichever of the known shapes its value has. */
export async function readJson({ text, ...input }: ReaderInput, drive: Drive): Promise<FormatResult> {
  // A script around it is met with too rarely to be loaded with the rest.
  const jsonp = beginsAsJson(text) ? null : (await required(() => import('./jsonp.js'))).unwrapJsonp(text);
  const json = jsonp?.text ?? text;
  const before = jsonp ? [jsonp.issue] : [];
  let value: unknown;
  try {
    value = await valueOf(json, drive);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    // What finds the place is loaded only where there is something to find; where it can't be had, the engine's own words have to do.
    const text = await import('./json-text.js').catch(() => null);
    const issue: Issue = text
      ? await drive(text.brokenJson(json), 0.6)
      : { code: 'invalid-json', path: '', message: `invalid JSON: ${error.message}`, severity: 'error' };
    return { document: { events: [] }, issues: [...before, issue] };
  }
  const result = await readValue(value, input, drive);
  return { ...result, issues: [...before, ...result.issues] };
}

/** Characters that are parsed in some ten milliseconds; of more, slices let others run meanwhile. */
const LONG = 500_000;

async function valueOf(json: string, drive: Drive): Promise<unknown> {
  const slices = json.length > LONG ? await import('./json-slices.js').catch(() => null) : null;
  return slices ? drive(slices.parseJsonInSlices(json), 0.5) : JSON.parse(json);
}

/**
 * Returns what a value of JSON describes: what has the shape that the format names, our own document, else the first
 * of all shapes that it has, else a table whose columns are the fields of its objects, which it is also where
 * columns are named. What has not the shape that the format names is an issue.
 */
export async function readValue(
  value: unknown,
  { format, columns }: Omit<ReaderInput, 'text'>,
  drive: Drive,
): Promise<FormatResult> {
  const said: FormatRow | undefined = FORMATS[format as keyof typeof FORMATS];
  if (said?.shape) {
    const shape = await required(said.shape);
    if (shape.matches(value)) return drive(shape.map(value), 0.6);
  }
  const { result, name } = await readUnnamed(value, columns, drive);
  const isMisnamed = said?.shape && (result.document.events as readonly unknown[]).length > 0;
  return isMisnamed ? { ...result, issues: [misnamed(said.name, name), ...result.issues] } : result;
}

/** The same where no shape is named, and what it is called. */
async function readUnnamed(
  value: unknown,
  columns: Columns | undefined,
  drive: Drive,
): Promise<{ readonly result: FormatResult; readonly name: string }> {
  const listed = listOf(value);
  const { name } = FORMATS.json;
  if (!columns && isOurs(value, listed)) return { result: asDocument(value), name };
  const rows: readonly FormatRow[] = Object.values(FORMATS);
  const named = rows.flatMap(row => (row.shape ? [{ open: row.shape, name: row.name }] : []));
  for (const shapeOf of columns ? [] : [...named, ...OTHER_SHAPES.map(open => ({ open, name }))]) {
    const shape = await required(shapeOf.open);
    if (shape.matches(value)) return { result: await drive(shape.map(value), 0.6), name: shapeOf.name };
  }
  if (!columns && listed?.some(isAlmostOurs)) return { result: asDocument(value), name };
  const { readRecords } = await required(() => import('./records.js'));
  const reading = readRecords(value, columns);
  return { result: reading ? await drive(reading, 0.6) : asDocument(value), name };
}

/** The first events of a document, or undefined where there is no place for any. */
function listOf(value: unknown): readonly unknown[] | undefined {
  const events = isEntry(value) ? value.events : value;
  return Array.isArray(events) ? events.slice(0, HEAD_SIZE) : undefined;
}

const hasOnly = (fields: object, entry: Entry): boolean => Object.keys(entry).every(key => key in fields);

/** Whether a value is a document with none but our fields, so that no other shape needs to be loaded to ask it. */
const isOurs = (value: unknown, listed: readonly unknown[] | undefined): boolean =>
  !!listed?.every(event => isEntry(event) && hasOnly(EVENT.fields, event)) &&
  (!isEntry(value) || hasOnly({ ...HEAD.fields, $schema: 0, lanes: 0, events: 0 }, value));

const isAlmostOurs = (event: unknown): boolean =>
  isEntry(event) && 'title' in event && ('date' in event || 'start' in event);

function asDocument(value: unknown): FormatResult {
  const events = isEntry(value) ? value.events : value;
  const hasEvents = Array.isArray(events) && (!events.length || events.some(isEntry));
  if (hasEvents) return { document: isEntry(value) ? value : { events }, inOurTerms: true, issues: [] };
  return { document: { events: [] }, issues: [noEvents(value)] };
}

/** Says what is there instead of events. */
function noEvents(value: unknown): Issue {
  const keys = isEntry(value) ? Object.keys(value) : [];
  const what = keys.length
    ? `an object with ${keys.slice(0, 8).map(formatValue).join(', ')}${keys.length > 8 ? ', …' : ''}`
    : formatValue(value);
  return {
    code: 'invalid-document',
    path: '',
    message: `no events: ${what}; expected an object with "events", or a list of events`,
    severity: 'error',
  };
}
