import { formatValue } from '../language/format-value.js';
import type { DatedSpan } from '../time/dated-span.js';
import type { CalendarName } from '../time/julian.js';
import { isUnknownDate, isYearless, parseStretch } from '../time/parse-date.js';
import { yearText } from '../time/write-edtf.js';
import type { IssueLog } from './issue-log.js';

/** How dates are to be read. */
export interface SpanOptions {
  /** What the dates are written in; default Gregorian, `null` where nobody here can read it. */
  readonly calendar?: CalendarName | null;
  /** Where instants are shown. */
  readonly timeZone: string;
  /** The data was text: a bare number is then no Unix time but a year whose quotes were forgotten. */
  readonly textual: boolean;
}

/** A date, or `null` and, where there was something unreadable or of no year, its text. */
export interface ReadSpan {
  readonly span: DatedSpan | null;
  readonly dateText?: string;
}

/**
 * Returns what a date says or, where there is an `end`, the stretch from `start` to it. The log stands at
 * the object whose fields they are; `steps` names the fields.
 */
export function readSpan(
  [start, end]: readonly unknown[],
  steps: readonly string[],
  log: IssueLog,
  { timeZone, calendar, textual }: SpanOptions,
): ReadSpan {
  if (isUnknownDate(start) && isUnknownDate(end)) return UNDATED;
  const undated = (): ReadSpan => ({
    span: null,
    dateText: [start, end]
      .filter(side => side != null)
      .map(asWritten)
      .join('/'),
  });
  const isBare = (side: unknown, step: string): boolean => {
    if (!textual || typeof side !== 'number') return false;
    const year = Math.abs(side) < 10_000 ? Math.trunc(side) : 1985;
    log.add('invalid-date', 'invalid date', side, `expected text, such as "${yearText(year)}"`, step);
    return true;
  };
  if (calendar === null || isBare(start, steps[0]!)) return undated();
  const result = parseStretch(start, isBare(end, steps[1]!) ? undefined : end, { timeZone, calendar });
  if (result.ok) return isYearless(result.value) ? undated() : { span: result.value };
  const { code, message, path } = result.issue;
  log.within(path || steps[0]!, () => log.add(code, message));
  return result.fallback ? { span: result.fallback } : undated();
}

const UNDATED: ReadSpan = { span: null };
const asWritten = (value: unknown) => (typeof value === 'string' ? value : formatValue(value));
