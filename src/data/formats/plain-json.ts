import { FORMATS, type Format, type FormatName, type FormatRow } from './formats.js';

/** What is known about a text beforehand. */
export interface TextHints {
  /** Default `auto`. */
  readonly format?: Format;
  /** Media type, with or without parameters. */
  readonly contentType?: string;
  /** Name or address of the file. Addresses in pages and JSON-LD are relative to it. */
  readonly fileName?: string;
}

/** Characters of a text that tell what it is. */
export const HEAD_SIZE = 4096;

/** Whether a format is written in JSON. */
export const isJson = (name: FormatName): boolean => name === 'json' || 'shape' in FORMATS[name];

const PLAIN_JSON = /^[\s\x1e]*(?:\{\s*["'}]|\[\s*(?:[{"\]]))/;

const rows = Object.entries(FORMATS) as [FormatName, FormatRow][];

/** Whether a text begins as JSON does beyond doubt. */
export const beginsAsJson = (head: string): boolean => PLAIN_JSON.test(head);

/** What format is said of a text, else its content type, else its extension. */
export function saidFormat({
  format = 'auto',
  contentType = '',
  fileName = '',
}: TextHints): FormatName | undefined {
  return format === 'auto' ? (byType(contentType) ?? byExtension(fileName)) : format;
}

/**
 * The format of a text that is JSON beyond doubt, of which nothing else is said, and which is not one value to a line; undefined for all
 * others, and for what merely might be.
 */
export function plainJson(text: string, hints: TextHints): FormatName | undefined {
  const said = saidFormat(hints);
  if ((said && !isJson(said)) || !beginsAsJson(text.slice(0, HEAD_SIZE))) return undefined;
  return mayBeLines(text) ? undefined : (said ?? 'json');
}

/** Whether an object begins the text, and another one the second line. */
function mayBeLines(text: string): boolean {
  const start = text.search(/[^\s\x1e]/);
  return text[start] === '{' && /^[\s\x1e]*\{/.test(text.slice(endOfLine(text, start)).slice(0, HEAD_SIZE));
}

/** Where the line ends that has a place in it. Not by one pattern: of most documents the first line is all there is. */
export function endOfLine(text: string, from: number): number {
  const ends = ['\n', '\r'].map(end => text.indexOf(end, from)).filter(at => at >= 0);
  return Math.min(text.length, ...ends);
}

/** The word of a media type; `text/plain` and the like say nothing. */
function byType(contentType: string): FormatName | undefined {
  const type = contentType.split(';')[0]!.trim().toLowerCase();
  const known = rows.find(([, { types = '' }]) => type && types.split(' ').includes(type))?.[0];
  return known ?? (type.endsWith('+json') ? 'json' : undefined);
}

function byExtension(fileName: string): FormatName | undefined {
  const extension = /\.(\w+)$/.exec(fileName.replace(/[?#][^]*/, ''))?.[1]!.toLowerCase();
  return rows.find(([, { extensions = '' }]) => extension && extensions.split(' ').includes(extension))?.[0];
}
