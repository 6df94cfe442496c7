import type { Issue } from '../issue.js';
import { isEntry } from '../read-shape.js';
import { part, type Drive, type Work } from '../work.js';
import type { FormatResult } from './format.js';
import type { ReaderInput } from './formats.js';
import type { readValue } from './json.js';
import { findJsonFault } from './json-fault.js';
import { parseJsonInSlices } from './json-slices.js';
import { jsonIssue } from './json-text.js';

/** Reads a text with a JSON value on each line: events, or what makes up a list of some other shape, which `read` reads. */
export async function readJsonLines(
  { text, ...input }: ReaderInput,
  drive: Drive,
  read: typeof readValue,
): Promise<FormatResult> {
  const { values, lines, issues } = await drive(parseJsonLines(text), 0.5);
  const [only] = values;
  const isDocument = values.length === 1 && isEntry(only) && Array.isArray(only.events);
  const result = await read(isDocument ? only : values, input, drive);
  const placeOf = (index: number, field?: string) => `line ${lines[index]}${field ? `, ${field}` : ''}`;
  const isAsWritten = result.document.events === values;
  return {
    ...result,
    ...(isAsWritten && { placeOf }),
    issues: [...issues, ...result.issues],
    lost: issues.length,
  };
}

/** The values of a text with one on each line. */
interface JsonLines {
  readonly values: readonly unknown[];
  /** Of each value. */
  readonly lines: readonly number[];
  /** One for each broken line; the others are read. */
  readonly issues: readonly Issue[];
}

const LINE = /[^\r\n]+/g;
const LINE_END = /\r\n?|\n/g;

/** Characters between two rests. */
const BATCH = 65_536;

/** Reads JSON Lines, NDJSON and JSON text sequences (RFC 7464), which begin each line with a record separator. */
function* parseJsonLines(text: string): Work<JsonLines> {
  const result = { values: [] as unknown[], lines: [] as number[], issues: [] as Issue[] };
  let line = 1;
  let before = 0;
  let rested = 0;
  for (const { 0: found, index } of text.matchAll(LINE)) {
    line += text.slice(before, index).match(LINE_END)?.length ?? 0;
    before = index + found.length;
    const body = found.replace(/^\x1e/, ' ');
    if (!body.trim()) continue;
    const from = index / text.length;
    const to = before / text.length;
    try {
      const isLong = body.length > BATCH;
      result.values.push(isLong ? yield* part(parseJsonInSlices(body), from, to) : JSON.parse(body));
      result.lines.push(line);
    } catch {
      const { at, problem } = yield* part(findJsonFault(body), from, to);
      result.issues.push(jsonIssue(`line ${line}, column ${at + 1}`, problem));
    }
    if (before - rested > BATCH) {
      rested = before;
      yield before / text.length;
    }
  }
  return result;
}
