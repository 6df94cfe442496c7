import { toCivil } from '../../time/civil.js';
import { isTime, lastMoment } from '../../time/date-fields.js';
import type { DatedSpan, DateEnd } from '../../time/dated-span.js';
import { DAY, type EpochMs } from '../../time/epoch-ms.js';
import { formatDate } from '../../time/format-date.js';
import { dayText, two, writeEdtf } from '../../time/write-edtf.js';
import { isSafeAddress } from '../safe-address.js';
import type { TimelineDocument, TimelineEvent } from '../timeline-event.js';
import type { Room } from './losses.js';

/** What of a document and its events is in it. */
export const ICS_ROOM: Room = {
  head: ['title', 'summary', 'timeZone'],
  events: [
    'calendar',
    'summary',
    'lane',
    'status',
    'tags',
    'place',
    'sources',
    'images',
    'url',
    'named color',
  ],
};

/** A calendar, and how many events it has no words for. */
export interface WrittenCalendar {
  readonly text: string;
  /** Those that are undated, before the year 1 or after 9999. */
  readonly omitted: number;
}

/**
 * Returns the document as iCalendar (RFC 5545, RFC 7986). `stamp` (Unix ms) is when that is. A calendar knows days and
 * times alone: a month is written as all its days, and what is open, coarse or doubtful is said in words in
 * front of the description, and once more as `X-IN-WORDS`, by which a reader knows them. `X-EDTF` has the exact date,
 * in the calendar that `X-CALENDAR` names.
 */
export function writeIcs(document: TimelineDocument, stamp: number): WrittenCalendar {
  const { title, summary, timeZone, events, lanes } = document;
  const names = new Map(lanes.map(lane => [lane.id, lane.title]));
  const written = events.flatMap(event => {
    const when = whenLines(event.span);
    return when ? [eventLines(event, when, document, names, stamp)] : [];
  });
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//timeline-view//EN',
    ...textLines({ NAME: title, 'X-WR-CALNAME': title, DESCRIPTION: summary }),
    ...(timeZone === 'UTC' ? [] : [`X-WR-TIMEZONE:${timeZone}`]),
    ...written.flat(),
    'END:VCALENDAR',
  ];
  return { text: lines.map(line => `${fold(line)}\r\n`).join(''), omitted: events.length - written.length };
}

/** Returns how many events a calendar has no words for. */
export const omittedInIcs = ({ events }: TimelineDocument): number =>
  events.filter(({ span }) => !whenLines(span)).length;

function eventLines(
  event: TimelineEvent,
  when: readonly string[],
  { lang, timeZone }: TimelineDocument,
  laneNames: ReadonlyMap<string, string>,
  stamp: number,
): readonly string[] {
  const { id, title, summary, place, url, color, tags, lanes, sources, media, status, statusText } = event;
  const span = event.span!;
  const date = isPlain(span) ? undefined : formatDate(span, { locale: lang, timeZone });
  const words = paragraphs(date, status ?? statusText);
  const categories = [...lanes.map(lane => laneNames.get(lane) ?? lane), ...tags].filter(Boolean);
  return [
    'BEGIN:VEVENT',
    `UID:${escape(id)}`,
    `DTSTAMP:${timeText(stamp)}Z`,
    ...when,
    ...textLines({
      SUMMARY: title,
      DESCRIPTION: paragraphs(words, summary),
      'X-IN-WORDS': words,
      LOCATION: place,
      'X-EDTF': span.calendar ? span.source : writeEdtf(span),
      'X-CALENDAR': span.calendar,
      'X-STATUS': status,
    }),
    // One on each line: readers, ical.js among them, take the comma behind an escaped backslash for an escaped one.
    ...categories.map(category => `CATEGORIES:${escape(category)}`),
    ...addressLines('URL', 'link', [url]),
    ...(/^[a-z]{3,}$/i.test(color ?? '') ? [`COLOR:${color}`] : []),
    ...addressLines(
      'ATTACH',
      'link',
      sources.map(source => source.url),
    ),
    ...addressLines(
      'IMAGE;VALUE=URI',
      'image',
      media.map(({ type = 'image', src }) => (type === 'image' ? src : '')),
    ),
    'END:VEVENT',
  ];
}

const paragraphs = (...texts: readonly (string | undefined)[]): string => texts.filter(Boolean).join('\n\n');

/** Returns the start and the end of an event; null where a calendar can't say them. */
function whenLines(span: DatedSpan | null): readonly string[] | null {
  if (!span) return null;
  const { from, to } = span;
  const isDays = !isTime(from.precision) && !isTime(to.precision);
  const until = lastMoment(span.end, to.precision);
  // Of what has no known start, its last day is known.
  const start = Number.isFinite(span.start) ? (from.instant ?? span.start) : isDays ? dayOf(until) : until;
  const end = to.instant ?? span.end;
  if (![start, Number.isFinite(end) ? end : start].every(isWithinReach)) return null;
  const line = (name: string, ms: EpochMs, { instant }: DateEnd): string =>
    isDays
      ? `${name};VALUE=DATE:${compactDay(ms)}`
      : `${name}:${timeText(ms)}${instant === undefined ? '' : 'Z'}`;
  const hasEnd =
    Number.isFinite(end) && end > start && !(isDays && span.kind === 'within' && end - start === DAY);
  return [line('DTSTART', start, from), ...(hasEnd ? [line('DTEND', end, to)] : [])];
}

/** Whether iCalendar says all there is to say of a date. */
const isPlain = ({ from, to, kind, open, approximate, uncertain, calendar }: DatedSpan): boolean =>
  !calendar &&
  kind !== 'set' &&
  open === 'none' &&
  !approximate &&
  !uncertain &&
  [from, to].every(({ state, precision, unspecified }) => {
    return state === 'known' && !unspecified && (precision === 'day' || isTime(precision));
  });

const isWithinReach = (ms: EpochMs): boolean => {
  const { year } = toCivil(ms);
  return year > 0 && year < 10_000;
};

const dayOf = (ms: EpochMs): EpochMs => Math.floor(ms / DAY) * DAY;

const compactDay = (ms: EpochMs): string => dayText(ms).replaceAll('-', '');

function timeText(ms: EpochMs): string {
  const { hour, minute, second } = toCivil(ms);
  return `${compactDay(ms)}T${two(hour)}${two(minute)}${two(second)}`;
}

const textLines = (texts: Readonly<Record<string, string | undefined>>): readonly string[] =>
  Object.entries(texts).flatMap(([name, text]) => (text ? [`${name}:${escape(text)}`] : []));

/** What has white space in it is no address, and would break the line; one that no page follows goes nowhere here either. */
const addressLines = (
  name: string,
  kind: 'link' | 'image',
  urls: readonly (string | undefined)[],
): readonly string[] =>
  urls.flatMap(url =>
    url && /^[^\s\p{Cc}]+$/u.test(url) && isSafeAddress(url, kind) ? [`${name}:${url}`] : [],
  );

/** Section 3.3.11: other control characters than tabs have no place in a text. */
const escape = (text: string): string =>
  text
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n?|\n/g, '\\n')
    .replace(/[^\P{Cc}\t]/gu, '');

/** Section 3.1: no line is longer than 75 octets, and no character is cut. */
function fold(line: string): string {
  if (line.length < 25) return line;
  let folded = '';
  let size = 0;
  for (const character of line) {
    const code = character.codePointAt(0)!;
    const octets = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (size + octets > 75) {
      folded += '\r\n ';
      size = 1;
    }
    folded += character;
    size += octets;
  }
  return folded;
}
