import { readTimeline } from '../data/parse-timeline.js';
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
  const work = readTable(value, { maxEvents });
  return countOf(value) <= FEW ? finish(work) : drive(work);
}

/** Returns what was loaded holds. */
export const readBytes = (
  { bytes, charset, url, contentType }: LoadedBytes,
  sources: DataSources,
  drive: Drive,
): Promise<ReadTable> =>
  readTimeline(
    { bytes, ...(charset && { charset }) },
    { ...textOptions(sources), fileName: url, contentType },
    drive,
  );

const textOptions = ({ format, columns, maxEvents }: DataSources) => ({
  format,
  maxEvents,
  ...(columns && { columns }),
});

/** How many records a value holds; 0 where it tells none. */
function countOf(value: object): number {
  try {
    const { events = value } = value as { events?: unknown };
    return Array.isArray(events) ? events.length : 0;
  } catch {
    return 0; // an object's own code may throw
  }
}
