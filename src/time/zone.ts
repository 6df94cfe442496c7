import { dateFormat } from '../language/intl.js';
import { fromCivil } from './civil.js';
import { DAY, type EpochMs } from './epoch-ms.js';

/** `Date`, and with it `Intl`, ends here: 275,760 CE and 271,822 BCE. */
export const DATE_LIMIT = 8.64e15;

const FIELDS: Intl.DateTimeFormatOptions = {
  era: 'narrow',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
  hourCycle: 'h23',
};

/** Whether a name is a time zone that can be used here: an IANA name, or `local`, the reader's own. */
export function isTimeZone(name: string): boolean {
  return name === 'UTC' || zoneFormat(name, 'en', {}) !== null;
}

function zoneFormat(
  zone: string,
  locale: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat | null {
  try {
    const timeZone = zone === 'local' ? new Intl.DateTimeFormat().resolvedOptions().timeZone : zone;
    return dateFormat(locale, { ...options, timeZone });
  } catch {
    return null;
  }
}

/**
 * The wall-clock time that a zone shows at an instant (Unix ms), offsets with seconds included.
 * An unknown zone counts as UTC, and so does every zone where `Date` ends.
 */
export function fromInstant(instant: number, timeZone: string): EpochMs {
  if (timeZone === 'UTC' || !(Math.abs(instant) <= DATE_LIMIT)) return instant;
  const parts = zoneFormat(timeZone, 'en', FIELDS)?.formatToParts(instant);
  if (!parts) return instant;
  const of: Record<string, string> = {};
  for (const { type, value } of parts) of[type] = value;
  const year = Number(of.year);
  return fromCivil({
    year: of.era === 'B' ? 1 - year : year,
    month: Number(of.month),
    day: Number(of.day),
    hour: Number(of.hour),
    minute: Number(of.minute),
    second: Number(of.second),
    millisecond: instant - Math.floor(instant / 1000) * 1000,
  });
}

/**
 * The instant (Unix ms) at which a zone's clocks show a wall-clock time. Of a time shown twice it is
 * the first; a time skipped is read with the offset from before the gap, which gives a time as much
 * later as the clocks were put forward (Temporal calls both "compatible").
 */
export function toInstant(ms: EpochMs, timeZone: string): number {
  if (timeZone === 'UTC' || !(Math.abs(ms) <= DATE_LIMIT)) return ms;
  // No offset reaches a day, so that one of these two is the one in force.
  const before = ms - fromInstant(ms - DAY, timeZone) + ms - DAY;
  const after = ms - fromInstant(ms + DAY, timeZone) + ms + DAY;
  return fromInstant(before, timeZone) !== ms && fromInstant(after, timeZone) === ms ? after : before;
}

/** The other instant at which a zone's clocks show the same time: where they are put back, they show it twice. */
function twin(instant: number, timeZone: string): number | undefined {
  const wall = fromInstant(instant, timeZone);
  return [instant - DAY, instant + DAY]
    .map(near => wall - fromInstant(near, timeZone) + near)
    .find(other => other !== instant && fromInstant(other, timeZone) === wall);
}

/** Whether the wall-clock time that a zone shows at an instant is shown twice, so that it needs its zone's name. */
export const isAmbiguous = (instant: number, timeZone: string): boolean =>
  twin(instant, timeZone) !== undefined;

/**
 * The short name of a zone at an instant, such as `EDT` or `GMT+2`; the offset where the clocks show the
 * time twice and the name is the same both times.
 */
export function zoneName(instant: number, timeZone: string, locale: string): string {
  const name = (at: number, timeZoneName: 'short' | 'shortOffset'): string => {
    const format = Math.abs(at) <= DATE_LIMIT && zoneFormat(timeZone, locale, { timeZoneName });
    return (format && format.formatToParts(at).find(part => part.type === 'timeZoneName')?.value) || 'UTC';
  };
  const said = name(instant, 'short');
  const other = twin(instant, timeZone);
  return other !== undefined && name(other, 'short') === said ? name(instant, 'shortOffset') : said;
}
