import { fetchBytes, MAX_BYTES, TIMEOUT, UNCHANGED } from '../controllers/fetch-bytes.js';
import type { LoadFailure } from '../controllers/load-failure.js';
import type { ParseTimelineOptions } from '../data/parse-timeline.js';
import { node, type Failure } from './node.js';

/** Bytes, and what came with them. */
export interface Source extends Pick<ParseTimelineOptions, 'contentType' | 'fileName'> {
  readonly bytes: Uint8Array;
  readonly charset?: string;
}

/**
 * Returns what is at an http(s) address, in a file, or with `-` in the standard input; rejects in words where nothing is.
 * An address has as much time and may send as much as in a page.
 */
export async function readSource(place: string, timeout = TIMEOUT): Promise<Source> {
  if (place === '-') return { bytes: await readAll(node.stdin) };
  if (/^https?:/i.test(place)) return fetchSource(place, timeout);
  try {
    return { bytes: await node.getBuiltinModule('node:fs/promises').readFile(place), fileName: place };
  } catch (cause) {
    const words = REFUSALS[(cause as Failure).code ?? ''];
    throw words ? new Error(`${place}: ${words}`, { cause }) : cause;
  }
}

/** What the system says of a file, in words. */
const REFUSALS: Readonly<Record<string, string>> = {
  EISDIR: 'a directory; name a file in it',
  ENOENT: 'no such file',
  EACCES: 'no permission to read it',
};

async function fetchSource(url: string, timeout: number): Promise<Source> {
  // Pages are read as well: whether one stands where data should is told by what it says.
  const run = new AbortController();
  const answer = await fetchBytes(url, { run, timeout, reload: false, html: true });
  if (answer === UNCHANGED) throw new Error(`${url}: status 304`);
  if ('kind' in answer) throw new Error(`${url}: ${reasonOf(answer, timeout)}`, { cause: answer.cause });
  const { bytes, charset, contentType } = answer;
  return { bytes, contentType, fileName: answer.url, charset };
}

function reasonOf({ kind, status, contentType, cause }: LoadFailure, timeout: number): string {
  if (kind === 'http') return `status ${status}`;
  if (kind === 'timeout') return `no answer within ${timeout / 1000} s`;
  if (kind === 'size') return `more than ${MAX_BYTES / 1e6} MB`;
  if (kind === 'type') return `${contentType} instead of data`;
  const { cause: inner = cause } = (cause ?? {}) as Error;
  return `no answer: ${inner instanceof Error ? inner.message || String((inner as Failure).code) : String(inner)}`;
}

async function readAll(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return new Uint8Array(await new Blob(chunks as Uint8Array<ArrayBuffer>[]).arrayBuffer());
}
