import type { DatedSpan } from '../time/dated-span.js';
import { isUnknownDate, parseStretch } from '../time/parse-date.js';
import { formatValue } from './format-value.js';
import type { IssueLog } from './issue-log.js';

/** How dates are to be read. */
export interface SpanOptions {
  /** Where instants are shown. */
  readonly timeZone: string;
  /** The data was text: a bare number is then no Unix time but a year whose quotes were forgotten. */
  readonly textual: boolean;
}

/** A date, or `null` and, where there was something unreadable, its text. */
export interface ReadSpan {
  readonly span: DatedSpan | null;
  readonly dateText?: string;
}

/** Returns what one field says (a date), or two together (a start and an end); the log stands at their object. */
export function readSpan(
  fields: Readonly<Record<string, unknown>>,
  log: IssueLog,
  { timeZone, textual }: SpanOptions,
): ReadSpan {
  const sides = Object.entries(fields).filter(([, value]) => value != null);
  if (sides.every(([, value]) => isUnknownDate(value))) return { span: null };
  const undated = { span: null, dateText: sides.map(([, value]) => asWritten(value)).join('/') };
  for (const [step, value] of sides) {
    if (textual && typeof value === 'number') {
      log.add('invalid-date', 'invalid date', value, `expected text, such as "${value}"`, step);
      return undated;
    }
  }
  const [start, end] = Object.values(fields);
  const result = parseStretch(start, end, { timeZone });
  if (result.ok) return { span: result.value };
  const { code, message, path } = result.issue;
  log.within(path || sides[0]![0], () => log.add(code, message));
  return result.fallback ? { span: result.fallback } : undated;
}

const asWritten = (value: unknown) => (typeof value === 'string' ? value : formatValue(value));
