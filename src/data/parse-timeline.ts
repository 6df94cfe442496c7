import { decodeText, type TextSource } from './formats/decode-text.js';
import type { Detected } from './formats/detect.js';
import type { Columns, FormatResult } from './formats/format.js';
import {
  FORMATS,
  MissingReader,
  required,
  unread,
  type FormatName,
  type FormatRow,
  type ReaderInput,
} from './formats/formats.js';
import { plainJson, type TextHints } from './formats/plain-json.js';
import type { NormalizedDocument } from './normalize-document.js';
import { readTable, type ReadTable } from './read-table.js';
import { finish, type Drive } from './work.js';

export type { Columns } from './formats/format.js';
export type { Format } from './formats/formats.js';
export type { Drive } from './work.js';

/** What is known about a text beforehand. */
export interface ParseTimelineOptions extends TextHints {
  /** Which column of a table holds which field: `{ title: 'Headline', start: 'From' }`. */
  readonly columns?: Columns;
}

/**
 * Returns the document that a text describes and all that was wrong with it. The format is found by the content
 * type, the extension and the text itself where none is named; bytes are decoded as they need it. Rejects for
 * arguments that are no text or name no format, with a `TypeError` or `RangeError`; never for what the text says.
 */
export async function parseTimeline(
  text: string | ArrayBuffer | ArrayBufferView,
  options: ParseTimelineOptions = {},
): Promise<NormalizedDocument> {
  const { table, issues } = await readTimeline(textSource(text), options);
  return { document: table.toDocument(), issues };
}

/** Returns where the text is to be had. Throws a `TypeError` for what is neither text nor bytes. */
function textSource(given: unknown): TextSource {
  if (typeof given === 'string') return { text: given };
  if (given instanceof Uint8Array) return { bytes: given };
  if (ArrayBuffer.isView(given))
    return { bytes: new Uint8Array(given.buffer, given.byteOffset, given.byteLength) };
  // By its name: it may come from another realm.
  const name = Object.prototype.toString.call(given).slice('[object '.length, -1);
  if (/^(Shared)?ArrayBuffer$/.test(name)) return { bytes: new Uint8Array(given as ArrayBuffer) };
  throw new TypeError(`expected text or bytes instead of ${NO_TEXT[name] ?? name.toLowerCase()}`);
}

/** What is given in place of text, and what to do. */
const NO_TEXT: Readonly<Record<string, string>> = {
  Blob: 'a Blob: pass what its arrayBuffer() resolves to',
  File: 'a File: pass what its arrayBuffer() resolves to',
  Response: 'a Response: pass what its arrayBuffer() resolves to',
  Promise: 'a Promise: await it first',
  Array: 'a list: pass it as JSON, by JSON.stringify()',
  Number: 'a number',
  Object: 'an object: pass it as JSON, by JSON.stringify()',
};

/**
 * Returns the table of the events that a text describes. `drive` runs the works of it one after the other, and may
 * let others run meanwhile; what it rejects with, this rejects with.
 */
export async function readTimeline(
  source: TextSource,
  options: ParseTimelineOptions & { readonly maxEvents?: number },
  drive: Drive = async work => finish(work),
): Promise<ReadTable> {
  const { format = 'auto', columns, fileName, maxEvents } = options;
  if (format !== 'auto' && !Object.hasOwn(FORMATS, format))
    throw new RangeError(
      `unknown format: "${String(format)}"; expected "${Object.keys(FORMATS).join('", "')}"`,
    );
  const { text, issues: ofBytes } = await drive(decodeText(source), 0.1);
  const { format: found, issues: ofFormat } = await detected(text, options);
  const result = found ? await read(found, { text, format: found, columns }, drive) : NOTHING;
  if (result.base !== undefined) {
    const { baseAddress, resolveAddresses } = await import('./formats/addresses.js');
    const base = baseAddress(result.base, fileName);
    if (base) await drive(resolveAddresses(result.document.events as readonly unknown[], base), 0.65);
  }
  return drive(
    readTable(result.document, {
      textual: true,
      inOurTerms: result.inOurTerms ?? false,
      placeOf: result.placeOf,
      faulty: result.faulty,
      lost: result.lost,
      untitled: result.untitled ?? false,
      // How it was decoded is nobody's concern where it is no data.
      issues: [...(found ? ofBytes : []), ...ofFormat, ...result.issues],
      maxEvents,
    }),
  );
}

/** Returns the format of a text. What tells all others apart is loaded where it is not JSON beyond doubt. */
async function detected(text: string, options: TextHints): Promise<Detected> {
  const format = plainJson(text, options);
  if (format) return { format, issues: [] };
  try {
    const { detect } = await required(() => import('./formats/detect.js'));
    return detect(text, options);
  } catch (error) {
    if (!(error instanceof MissingReader)) throw error;
    return { format: null, issues: unread({ name: 'texts other than JSON' }, error).issues };
  }
}

const NOTHING: FormatResult = { document: { events: [] }, issues: [] };

/** Returns what a reader makes of its text, or what there is where no reader is to be had. */
async function read(format: FormatName, input: ReaderInput, drive: Drive): Promise<FormatResult> {
  const row: FormatRow = FORMATS[format];
  try {
    const reader = await required(row.open ?? FORMATS.json.open);
    return await reader(input, drive);
  } catch (error) {
    if (error instanceof MissingReader) return unread(row, error);
    throw error;
  }
}
