import { parseJson } from './formats/json.js';
import { normalizeDocument, type NormalizedDocument } from './normalize-document.js';

/** How a text is written. */
export type Format = 'auto' | 'json';

/** What is known about a text beforehand. */
export interface ParseTimelineOptions {
  /** Default `auto`. */
  readonly format?: Format;
}

// Every host has one, but the language's own library does not declare it.
declare const TextDecoder: new (encoding?: string) => { decode(bytes: Uint8Array): string };

/**
 * Returns the document that a text describes and all that was wrong with it. Bytes are UTF-8, or UTF-16
 * with a byte order mark. Rejects for arguments that are no text or name no format, with a `TypeError`
 * or `RangeError`; never for what the text says.
 */
export async function parseTimeline(
  text: string | Uint8Array,
  { format = 'auto' }: ParseTimelineOptions = {},
): Promise<NormalizedDocument> {
  if (format !== 'auto' && format !== 'json')
    throw new RangeError(`unknown format: "${String(format)}"; expected "json"`);
  const result = parseJson(typeof text === 'string' ? text : decode(text));
  if (result.ok) return normalizeDocument(result.value, { textual: true });
  return { document: normalizeDocument([]).document, issues: [result.issue] };
}

/** Throws a `TypeError` for what are no bytes. */
function decode(bytes: Uint8Array): string {
  const mark = `${bytes[0]} ${bytes[1]}`;
  return new TextDecoder(mark === '255 254' ? 'utf-16le' : mark === '254 255' ? 'utf-16be' : 'utf-8').decode(
    bytes,
  );
}
