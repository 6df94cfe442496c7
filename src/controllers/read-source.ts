import { MissingReader, required, unread } from '../data/formats/formats.js';
import type { Issue } from '../data/issue.js';
import { readTimeline } from '../data/parse-timeline.js';
import { isEntry, type Entry } from '../data/read-shape.js';
import { readTable, type ReadTable } from '../data/read-table.js';
import { finish, type Drive } from '../data/work.js';
import type { DataSources, Source } from './data-sources.js';
import type { LoadedBytes } from './fetch-bytes.js';

/** Properties with so many records at most are read at once; a page need not be let in between. */
const FEW = 2_000;

/** Returns what a source that needs no loading holds: a promise, unless it is a property and small. */
export function readSource(
  source: Exclude<Source, { origin: 'src' }>,
  sources: DataSources,
  drive: Drive,
): ReadTable | Promise<ReadTable> {
  const { maxEvents } = sources;
  if (source.origin === 'child') {
    const { value } = source;
    if (!('text' in value)) return drive(readTable(value.document, { ...value, textual: true, maxEvents }));
    const { text, contentType } = value;
    return readTimeline({ text }, { ...textOptions(sources), contentType }, drive);
  }
  const { origin } = source;
  const value = origin === 'events' ? { events: source.value } : (source.value ?? []);
  if (mayBeForeign(source.value)) return readForeign(source.value, value, maxEvents, drive);
  const work = readTable(value, { maxEvents });
  return countOf(value) <= FEW ? finish(work) : drive(work);
}

/** Returns what was loaded holds. */
export const readBytes = (
  { bytes, charset, url, contentType }: LoadedBytes,
  sources: DataSources,
  drive: Drive,
): Promise<ReadTable> =>
  readTimeline({ bytes, charset }, { ...textOptions(sources), fileName: url, contentType }, drive);

const textOptions = ({ format, columns, maxEvents }: DataSources) => ({
  format,
  maxEvents,
  columns: columns ?? undefined,
});

/** Events at the head of a list that tell whether it may be that of another program. */
const HEAD_SIZE = 20;

/** Whether an object may be data of another program, so that the readers of their shapes are worth loading. */
function mayBeForeign(value: unknown): boolean {
  try {
    if (!isEntry(value) && !Array.isArray(value)) return false;
    const list = isEntry(value) ? value.events : value;
    if (!Array.isArray(list)) return Object.keys(value).length > 0;
    const head = list.slice(0, HEAD_SIZE).filter(isEntry);
    const isOurs = head.some(event => 'title' in event && !('content' in event));
    return head.length > 0 && (!isOurs || 'dateTimeFormat' in value);
  } catch {
    return false; // an object's own code may throw
  }
}

/** Reads data of another program as the same in a text would be; what are none, as `value`, which may hold more than a text can. */
async function readForeign(
  given: unknown,
  value: object,
  maxEvents: number,
  drive: Drive,
): Promise<ReadTable> {
  let issues: readonly Issue[] = [];
  try {
    const asText = JSON.parse(JSON.stringify(given)) as unknown;
    const { readValue } = await required(() => import('../data/formats/json.js'));
    const result = await readValue(asText, { format: 'auto' }, drive);
    const events = result.document.events as readonly unknown[];
    const isOurs = [asText, (asText as Entry).events].includes(events);
    if (events.length && !isOurs)
      return await drive(readTable(result.document, { ...result, textual: true, maxEvents }));
  } catch (error) {
    if (error instanceof MissingReader) ({ issues } = unread({ name: 'data of other programs' }, error));
    // Else it can't be a text: a list that holds itself, or that throws.
    else if (!(error instanceof TypeError)) throw error;
  }
  return drive(readTable(value, { maxEvents, issues }));
}

/** How many records a value holds; 0 where it tells none. */
function countOf(value: object): number {
  try {
    const { events = value } = value as { events?: unknown };
    return Array.isArray(events) ? events.length : 0;
  } catch {
    return 0; // an object's own code may throw
  }
}
