import type { Work } from '../data/work.js';
import type { LoadFailure } from './load-failure.js';
import { pacer } from './pacer.js';

/** Cap on the decoded bytes where nobody sets one. */
export const MAX_BYTES = 128e6;

/** How long the whole of it may take, in ms, where nobody says. */
export const TIMEOUT = 30_000;

/** That time is counted in so many parts: a stretch in which the page is too busy to take an answer counts as one of them at most. */
const PARTS = 10;

/** What came from an address. */
export interface LoadedBytes {
  /** Decompressed, in the encoding that they came in. */
  readonly bytes: Uint8Array;
  /** The same for the same bytes, and hardly ever for others. */
  readonly digest: string;
  /** Where they came from in the end, after redirections. */
  readonly url: string;
  /** Lower case, without parameters; empty where the answer had none. */
  readonly contentType: string;
  /** As the content type says. */
  readonly charset?: string;
  /** Header with which to ask whether there is anything new. */
  readonly condition?: Condition;
}

/** A header of a conditional request (RFC 9110, section 13.1). */
export type Condition = readonly [name: 'if-none-match' | 'if-modified-since', value: string];

/** The server has nothing new. */
export const UNCHANGED = 'unchanged';

export interface FetchBytesOptions {
  /** Ends the request; it is also aborted from within. */
  readonly run: AbortController;
  /** Cap on the decoded bytes; `MAX_BYTES` when absent. */
  readonly maxBytes?: number;
  /** In ms, for the whole of it; `TIMEOUT` when absent. */
  readonly timeout?: number;
  /** Asks the server even where a cached answer is fresh. */
  readonly reload: boolean;
  /** Asks only for something new: that of the last answer from this address. */
  readonly condition?: Condition | undefined;
  /** Whether a web page is what is looked for. */
  readonly html?: boolean;
  /** The share that has come, 0 to 1; null where nobody knows how much will. */
  progress?(share: number | null): void;
}

const NEVER_DATA = /^(?:image|audio|video|font)\/|\/(?:pdf|zip|gzip|wasm|x-tar)\b/;
/** Endpoints that have the same in several formats choose by it. At most 128 bytes, else browsers ask other origins first. */
const ACCEPT =
  'application/sparql-results+json,application/json,application/ld+json,text/csv,text/calendar,text/html;q=.5,*/*;q=.1';

/**
 * Returns the bytes at an http(s) address, that there are no new ones, or why there are none; never rejects. No
 * referrer is sent, and cookies to the page's own origin alone. The decoded bytes are counted as they come:
 * Content-Length says nothing of what a compressed answer will be.
 */
export async function fetchBytes(
  url: string,
  { run, maxBytes = MAX_BYTES, timeout = TIMEOUT, reload, condition, html, progress }: FetchBytesOptions,
): Promise<LoadedBytes | typeof UNCHANGED | LoadFailure> {
  let left = PARTS;
  const timer = setInterval(() => --left || run.abort('timeout'), timeout / PARTS);
  /** Stops what still comes. */
  const refuse = (failure: Omit<LoadFailure, 'url'>): LoadFailure => {
    run.abort();
    return { ...failure, url };
  };
  try {
    const response = await fetch(url, {
      credentials: 'same-origin',
      referrerPolicy: 'no-referrer',
      // With a condition of ours, the browser leaves its cache out of it.
      cache: reload ? 'no-cache' : 'default',
      headers: { accept: ACCEPT, ...(condition && { [condition[0]]: condition[1] }) },
      signal: run.signal,
    });
    if (response.status === 304) return UNCHANGED;
    if (!response.ok) return refuse({ kind: 'http', status: response.status });
    const [contentType, charset] = mediaType(response);
    if (NEVER_DATA.test(contentType)) return refuse({ kind: 'type', contentType });
    const chunks = await readBody(response, maxBytes, progress);
    if (!chunks) return refuse({ kind: 'size' });
    const joined = await pacer({ signal: run.signal })(join(chunks));
    const isPage = html || /\.x?html?$/i.test(new URL(response.url || url).pathname);
    if (!isPage && looksLikePage(joined.bytes, contentType))
      return refuse({ kind: 'type', contentType, isPage: true });
    return {
      ...joined,
      url: response.url || url,
      contentType,
      charset,
      condition: conditionFor(response),
    };
  } catch (cause) {
    return { kind: run.signal.reason === 'timeout' ? 'timeout' : 'network', url, cause };
  } finally {
    clearInterval(timer);
  }
}

function mediaType({ headers }: Response): [type: string, charset: string | undefined] {
  const [type = '', ...parameters] = (headers.get('content-type') ?? '').toLowerCase().split(';');
  const charset = parameters.join(';').match(/(?:^|;)\s*charset\s*=\s*"?([^\s";]+)/)?.[1];
  return [type.trim(), charset];
}

/** All of the body, or null where it is over the cap. */
async function readBody(
  response: Response,
  maxBytes: number,
  progress: FetchBytesOptions['progress'],
): Promise<Uint8Array[] | null> {
  const total = lengthOf(response);
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (const reader = response.body?.getReader(); reader;) {
    const { done, value } = await reader.read();
    if (done) break;
    if ((length += value.length) > maxBytes) return null;
    chunks.push(value);
    progress?.(length <= total ? length / total : null);
  }
  return chunks;
}

/** Copies chunks into one. The digest is FNV-1a and a sum by powers of 31, of 32 bits each: it guards against chance, not malice. */
function* join(chunks: readonly Uint8Array[]): Work<Pick<LoadedBytes, 'bytes' | 'digest'>> {
  const bytes = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let [at, fnv, sum] = [0, 0x811c9dc5, 0];
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
    for (let i = 0; i < chunk.length; i++) {
      fnv = Math.imul(fnv ^ chunk[i]!, 0x01000193);
      sum = (Math.imul(sum, 31) + chunk[i]!) | 0;
    }
    yield at / bytes.length;
  }
  return { bytes, digest: `${at} ${fnv} ${sum}` };
}

/** How many bytes will come; NaN where that is unknown. Other origins hide whether their Content-Length is that of compressed bytes. */
function lengthOf({ type, headers }: Response): number {
  return type === 'basic' && !headers.has('content-encoding')
    ? Number(headers.get('content-length') ?? NaN)
    : NaN;
}

/** Own headers make browsers ask another origin for leave first, which few servers give. */
function conditionFor({ type, headers }: Response): Condition | undefined {
  if (type !== 'basic') return undefined;
  const tag = headers.get('etag');
  if (tag) return ['if-none-match', tag];
  const date = headers.get('last-modified');
  return date ? ['if-modified-since', date] : undefined;
}

/** Servers send data as text/html often enough, and sign-in pages as anything. */
function looksLikePage(bytes: Uint8Array, contentType: string): boolean {
  const head = new TextDecoder().decode(bytes.subarray(0, 512));
  return (contentType.includes('html') ? /^\s*</ : /^\s*<(?:!doctype html|html\b)/i).test(head);
}
