import { formatValue } from '../../language/format-value.js';
import type { Issue } from '../issue.js';
import type { Work } from '../work.js';
import { WINDOWS_1252 } from './windows-1252.js';

// Every host has one, but the language's own library does not declare it.
declare const TextDecoder: new (
  encoding?: string,
  options?: { fatal?: boolean },
) => { decode(bytes?: Uint8Array, options?: { stream?: boolean }): string };

/** A text, or its bytes with the charset that came with them. */
export type TextSource =
  { readonly text: string } | { readonly bytes: Uint8Array; readonly charset?: string };

export interface DecodedText {
  /** Without a byte order mark. */
  readonly text: string;
  readonly issues: readonly Issue[];
}

/** Bytes that are decoded at once: a millisecond or two. */
const SLICE = 1 << 19;

/**
 * Returns the text that bytes say: as their byte order mark tells, else as `charset` does, else as UTF-16 where
 * every other byte is zero, else UTF-8. What is not UTF-8 is Windows-1252, and an issue says so. Throws a
 * `TypeError` for what are no bytes.
 */
export function* decodeText(source: TextSource): Work<DecodedText> {
  if ('text' in source) return { text: source.text.replace(/^\ufeff/, ''), issues: [] };
  const { bytes, charset } = source;
  const marked = byteOrderMark(bytes);
  const issues: Issue[] = [];
  if (!marked && charset && !isKnown(charset))
    issues.push(encodingIssue(`unknown charset: ${formatValue(charset)}`, 'expected a name such as "utf-8"'));
  const told = marked ?? (charset && isKnown(charset) ? charset : zeroPattern(bytes)) ?? 'utf-8';
  const { text, isWhole } = yield* decodeAs(told, bytes);
  if (isWhole || !/^utf-?8$/i.test(told)) return { text, issues };
  if (yield* isUtf8(bytes)) return { text, issues };
  const { broken, whole } = yield* countForeign(text);
  if (broken <= whole) {
    const remedy = 'each is shown as \ufffd; save the file as UTF-8';
    issues.push(encodingIssue(`characters that are not UTF-8: ${broken}`, remedy));
    return { text, issues };
  }
  issues.push(encodingIssue('not UTF-8', 'read as Windows-1252; save the file as UTF-8'));
  return { text: (yield* decodeAs('windows-1252', bytes)).text, issues };
}

const encodingIssue = (what: string, remedy: string): Issue => ({
  code: 'unknown-encoding',
  path: '',
  message: `${what}; ${remedy}`,
  severity: 'warning',
});

function isKnown(charset: string): boolean {
  try {
    return Boolean(new TextDecoder(charset));
  } catch {
    return false;
  }
}

function byteOrderMark([a, b, c]: Uint8Array): string | undefined {
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return a === 0xef && b === 0xbb && c === 0xbf ? 'utf-8' : undefined;
}

/** Of UTF-16 without a mark, where most of its first characters are Latin. */
function zeroPattern(bytes: Uint8Array): string | undefined {
  const head = bytes.subarray(0, 64);
  const [even, odd] = [0, 1].map(side => head.filter((byte, i) => byte === 0 && i % 2 === side).length);
  const [few, many] = [Math.min(even!, odd!), Math.max(even!, odd!)];
  if (many < head.length / 4 || few > many / 8) return undefined;
  return many === even ? 'utf-16be' : 'utf-16le';
}

/** Returns the text, and whether nothing in it is the sign of what could not be decoded. */
function* decodeAs(encoding: string, bytes: Uint8Array): Work<{ text: string; isWhole: boolean }> {
  const decoder = new TextDecoder(encoding);
  let text = '';
  let isWhole = true;
  for (let at = 0; at <= bytes.length; at += SLICE) {
    const isLast = at + SLICE > bytes.length;
    const piece = decoder.decode(bytes.subarray(at, at + SLICE), { stream: !isLast });
    // Not at the end, in all of the text, which would have to be put together first.
    isWhole &&= !piece.includes('\ufffd');
    // Node takes it for Latin-1: https://github.com/nodejs/node/issues/56542
    const isLatin = encoding === 'windows-1252';
    text += isLatin ? piece.replace(/[\x80-\x9f]/g, c => WINDOWS_1252[c.charCodeAt(0) - 128]!) : piece;
    yield at / bytes.length;
  }
  return { text, isWhole };
}

/** Counts what could not be decoded, and what is beyond ASCII and could. */
function* countForeign(text: string): Work<{ broken: number; whole: number }> {
  let broken = 0;
  let foreign = 0;
  for (let at = 0; at < text.length; at += SLICE) {
    const piece = text.slice(at, at + SLICE);
    broken += piece.match(/\ufffd/g)?.length ?? 0;
    foreign += piece.match(/[^\0-\x7f]/g)?.length ?? 0;
    yield 1;
  }
  return { broken, whole: foreign - broken };
}

/** Whether what looks broken is the author's own. */
function* isUtf8(bytes: Uint8Array): Work<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for (let at = 0; at < bytes.length; at += SLICE) {
      decoder.decode(bytes.subarray(at, at + SLICE), { stream: true });
      yield 1;
    }
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}
