import { formatValue } from '../language/format-value.js';
import type { DatedSpan } from '../time/dated-span.js';
import type { CalendarName } from '../time/julian.js';
import { isUnknownDate, isYearless, parseStretch, remedyOf } from '../time/parse-date.js';
import { plainSpan } from '../time/plain-date.js';
import { yearText } from '../time/write-edtf.js';
import type { IssueLog } from './issue-log.js';

/** How dates are to be read. */
export interface SpanOptions {
  /** What the dates are written in; default Gregorian, `null` where nobody here can read it. */
  readonly calendar?: CalendarName | null;
  /** Where instants are shown. */
  readonly timeZone: string;
  /** The data was text: a bare number is then no Unix time but, if it can be one, a year whose quotes were forgotten. */
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
  sides: readonly unknown[],
  steps: readonly string[],
  log: IssueLog,
  { timeZone, calendar, textual }: SpanOptions,
): ReadSpan {
  const [start, end] = sides;
  const plain = typeof start === 'string' && end == null && isGregorian(calendar) && plainSpan(start);
  if (plain) return { span: plain };
  if (isUnknownDate(start) && isUnknownDate(end)) return UNDATED;
  if (calendar === null) return undated(sides);
  const from = typeof start === 'number' ? readNumber(start, steps[0]!, textual, log) : start;
  if (from === null) return undated(sides);
  const to = typeof end === 'number' ? readNumber(end, steps[1]!, textual, log) : end;
  const result = parseStretch(from, to, { timeZone, calendar });
  if (result.ok) return isYearless(result.value) ? undated(sides) : { span: result.value };
  const { code, message, path } = result.issue;
  log.within(steps[path === 'end' ? 1 : 0]!, () => log.add(code, message));
  return result.fallback ? { span: result.fallback } : undated(sides);
}

const isGregorian = (calendar: SpanOptions['calendar']): boolean =>
  calendar === undefined || calendar === 'gregorian';

/** What is written where that says no date. */
const undated = (sides: readonly unknown[]): ReadSpan => ({
  span: null,
  dateText: sides
    .filter(side => side != null)
    .map(asWritten)
    .join('/'),
});

/** Returns the date that a number is: the year in a text, else Unix milliseconds; `null` and an issue for what is none. */
function readNumber(side: number, step: string, textual: boolean, log: IssueLog): string | number | null {
  const isYear = Number.isInteger(side) && Math.abs(side) < 10_000;
  const year = isYear ? yearText(side) : '1985';
  const remedy = `write "${year}"`;
  if (textual && isYear) return log.add('bare-year', 'a number, read as a year', side, remedy, step) ?? year;
  if (textual) return log.add('invalid-date', 'invalid date', side, remedyFor(side), step) ?? null;
  // So few milliseconds after 1970 hardly anything happened.
  if (isYear && side >= 1000)
    log.add('bare-year', 'a number, read as Unix milliseconds', side, `if it is a year, ${remedy}`, step);
  return side;
}

/** What a number in a text that is no year may have been meant for, else what is expected. */
const remedyFor = (side: number): string =>
  (Number.isInteger(side) && side > 0 && remedyOf(String(side))) || 'expected text, such as "1985"';

const UNDATED: ReadSpan = { span: null };
const asWritten = (value: unknown) => (typeof value === 'string' ? value : formatValue(value));
