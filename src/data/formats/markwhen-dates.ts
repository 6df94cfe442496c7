import { fromCivil, toCivil } from '../../time/civil.js';
import { DAY, type EpochMs } from '../../time/epoch-ms.js';
import { dateSpan } from '../../time/parse-date.js';
import { dayText, two } from '../../time/write-edtf.js';
import type { IssueLog } from '../issue-log.js';
import type { Entry } from '../read-shape.js';
import { readOwnDate, type BrokenDates, type MarkwhenLines } from './markwhen-lines.js';
import type { ParsedEvent, ParsedText } from './markwhen-parse.js';
import { expandSpan, readRecurrence } from './markwhen-recurrence.js';

type LocatedEvent = ParsedText['events'][number];

/** What is needed to date the events of a text. */
export interface DateContext {
  readonly parsed: ParsedText;
  readonly lines: MarkwhenLines;
  readonly broken: BrokenDates;
  readonly log: IssueLog;
  /** The recurrences that have no end. */
  readonly cut: { readonly line: number; readonly text: string }[];
}

/**
 * Returns the dates of an event, each as fields of a record: more than one where it recurs. `twin` is the event as
 * parsed on another day.
 */
export function datesOf(
  event: LocatedEvent,
  twin: ParsedEvent | undefined,
  context: DateContext,
): readonly Entry[] {
  const own = context.lines.dates.get(event.line);
  if (own) return [{ date: own.edtf }];
  const broken = context.broken.get(event.line);
  if (broken) {
    context.log.add(
      'invalid-date',
      'invalid date',
      broken.text,
      'expected one such as 2025-10-02',
      placeAt(event),
    );
    return [{ dateText: broken.text }];
  }
  const first = dateOf(event, twin, context);
  const words = recurrenceIn(event);
  if (!words || first.dateText) return [first];
  const recurrence = readRecurrence(words);
  const written = first.date ?? `${String(first.start)}/${String(first.end)}`;
  const span = dateSpan(String(written));
  if (!recurrence || !span || !Number.isFinite(span.start) || !Number.isFinite(span.end)) {
    const remedy =
      'expected such as "every 2 weeks x10" or "every year until 2030"; the first date alone is shown';
    context.log.add('invalid-value', 'unreadable recurrence', words, remedy, placeAt(event));
    return [first];
  }
  const { dates, isCut } = expandSpan(span, recurrence);
  if (isCut) context.cut.push({ line: event.line, text: words });
  return dates.map(date => ({ date }));
}

const placeAt = ({ line }: LocatedEvent): string => `line ${line + 1}`;

/** Returns `every 3 months x29` of `09/09/1999 every 3 months x29: title`. */
function recurrenceIn({ firstLine: { full, datePart = '', rest } }: ParsedEvent): string {
  const before = full.slice(0, full.length - rest.length).replace(/:\s*$/, '');
  return before.slice(before.indexOf(datePart) + datePart.length).trim();
}

/** A date that the parser read, unless its text is one that can be read here as finely as it is written. */
function dateOf(event: LocatedEvent, twin: ParsedEvent | undefined, { parsed, log }: DateContext): Entry {
  const { datePart = '' } = event.firstLine;
  const text = datePart.trim();
  const own = readOwnDate(text);
  if (own) return { date: own };
  const { fromDateTimeIso: from, toDateTimeIso: to } = event.dateRangeIso;
  const message = parsed.messages.find(
    ({ line, message }) => line === event.line && !/recurrence/i.test(message),
  );
  const isOfToday = twin?.dateRangeIso.fromDateTimeIso !== from || twin.dateRangeIso.toDateTimeIso !== to;
  if (message || isOfToday) {
    const what = message ? 'invalid date' : 'a date that depends on today';
    log.add('invalid-date', what, text, message?.message ?? 'expected one that stays', placeAt(event));
    return { dateText: text };
  }
  return rangeFields(from, to, text, parsed.isZoned || hasZone(event), event, log);
}

const hasZone = ({ properties }: ParsedEvent): boolean =>
  Object.keys(properties ?? {}).some(name => name === 'timezone' || name === 'tz');

/** Whole days are days, `5/2009` is a month; anything else is times. */
function rangeFields(
  from: string,
  to: string,
  text: string,
  isZoned: boolean,
  event: LocatedEvent,
  log: IssueLog,
): Entry {
  const [start, end] = [readWall(from), readWall(to)];
  if (!start || !end) return { dateText: text };
  if (start.instant > end.instant) {
    log.add('end-before-start', 'end before start', text, 'the start alone is shown', placeAt(event));
    return rangeFields(from, from, text, isZoned, event, log);
  }
  if (start.wall % DAY === 0 && end.wall % DAY === 0) {
    const [first, last] = [dayText(start.wall), dayText(end.wall - DAY)];
    if (/^\d{1,2}\/\d{4}$/.test(text)) return { date: first.slice(0, 7) };
    return last > first ? { start: first, end: last } : { date: first };
  }
  const [first, last] = [start, end].map(({ wall, offset }) => timeText(wall) + (isZoned ? offset : ''));
  return first === last ? { date: first } : { start: first, end: last };
}

/** A moment as the parser writes it. */
interface Wall {
  readonly wall: EpochMs;
  readonly instant: number;
  readonly offset: string;
}

const ISO = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.\d+)?(Z|[+-]\d\d:\d\d)$/;

/** Null beyond the years 0 to 9999. */
function readWall(iso: string): Wall | null {
  const m = ISO.exec(iso);
  if (!m) return null;
  const [year, month, day, hour, minute, second] = m.slice(1, 7).map(Number);
  const wall = fromCivil({ year: year!, month, day, hour, minute, second });
  const offset = m[7] === '+00:00' ? 'Z' : m[7]!;
  const [hours, minutes] = offset === 'Z' ? [0, 0] : offset.slice(1).split(':').map(Number);
  const ahead = (hours! * 60 + minutes!) * 60_000 * (offset.startsWith('-') ? -1 : 1);
  return { wall, instant: wall - ahead, offset };
}

function timeText(wall: EpochMs): string {
  const { hour, minute } = toCivil(wall);
  return `${dayText(wall)}T${two(hour)}:${two(minute)}`;
}
