import { isEntry } from '../read-shape.js';
import type { Work } from '../work.js';

// Every host has one, but the language's own library does not declare it.
declare const URL: {
  new (address: string, base?: string): { readonly href: string; readonly protocol: string };
  canParse(address: string, base?: string): boolean;
};

/** The fields that hold addresses, in an event and in the objects of its lists. */
const FIELDS = ['url', 'src', 'poster', 'captions'];
const LISTS = ['media', 'sources'];

/** Records between two rests. */
const SLICE = 500;

/**
 * Returns to what the addresses in a document are relative: to what it says itself, as `<base href>` does, else to where it
 * was read. Null where that is no http(s) address.
 */
export function baseAddress(said: string, readFrom = ''): string | null {
  const isWeb = (address: string, base?: string): boolean =>
    URL.canParse(address, base) && /^https?:$/.test(new URL(address, base).protocol);
  const outer = isWeb(readFrom) ? readFrom : undefined;
  return isWeb(said, outer) ? new URL(said, outer).href : (outer ?? null);
}

/** Makes the relative addresses in records of events absolute. */
export function* resolveAddresses(records: readonly unknown[], base: string): Work<void> {
  for (const [i, record] of records.entries()) {
    if (i % SLICE === 0) yield i / records.length;
    if (!isEntry(record)) continue;
    const listed = LISTS.map(name => record[name]).filter(Array.isArray);
    for (const holder of [record, ...(listed.flat() as unknown[])])
      if (isEntry(holder)) resolveIn(holder, base);
  }
}

function resolveIn(holder: Record<string, unknown>, base: string): void {
  for (const field of FIELDS) {
    const address = holder[field];
    if (typeof address === 'string' && address && !URL.canParse(address) && URL.canParse(address, base))
      holder[field] = new URL(address, base).href;
  }
}
