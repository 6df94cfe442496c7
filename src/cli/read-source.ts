import type { ParseTimelineOptions } from '../data/parse-timeline.js';
import { node } from './node.js';

/** Bytes, and what came with them. */
export interface Source extends Pick<ParseTimelineOptions, 'contentType' | 'fileName'> {
  readonly bytes: Uint8Array;
  readonly charset?: string;
}

/** Returns what is at an http(s) address, in a file, or with `-` in the standard input. Rejects where nothing is. */
export async function readSource(place: string): Promise<Source> {
  if (place === '-') return { bytes: await readAll(node.stdin) };
  if (/^https?:/i.test(place)) return fetchSource(place);
  return { bytes: await node.getBuiltinModule('node:fs/promises').readFile(place), fileName: place };
}

async function fetchSource(url: string): Promise<Source> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: status ${response.status}`);
  const contentType = response.headers.get('content-type') ?? '';
  const charset = /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(contentType)?.[1];
  const bytes = new Uint8Array(await response.arrayBuffer());
  return { bytes, contentType, fileName: response.url || url, ...(charset && { charset }) };
}

async function readAll(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return new Uint8Array(await new Blob(chunks as Uint8Array<ArrayBuffer>[]).arrayBuffer());
}
