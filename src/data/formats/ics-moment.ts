import { toCivil } from '../../time/civil.js';
import { DAY, MINUTE, type EpochMs } from '../../time/epoch-ms.js';
import { dateSpan } from '../../time/parse-date.js';
import { dayText, two } from '../../time/write-edtf.js';

/** Whose clock a time is read from. */
export interface IcsZone {
  /** Its IANA name; empty where the calendar defines it. */
  readonly name: string;
  /** Returns the instant (Unix ms) at which its clocks show a wall-clock time. */
  readonly toInstant: (wall: EpochMs) => number;
}

export const UTC: IcsZone = { name: 'UTC', toInstant: wall => wall };

/** A day, or a time of a day on the clock of a zone. */
export interface IcsMoment {
  readonly wall: EpochMs;
  readonly isDay: boolean;
  /** Null: it is the same time on every clock (it floats). A day has none. */
  readonly zone: IcsZone | null;
}

/** A length of time: whole days on the calendar, then ms. */
export interface IcsDuration {
  readonly days: number;
  readonly ms: number;
}

/** A date or a time of RFC 5545, with the hyphens, colons and offsets of ISO 8601 that some write. */
const VALUE = /^(\d{4})-?(\d\d)-?(\d\d)(?:T(\d\d):?(\d\d)(?::?(\d\d))?(Z|[+-]\d\d:?\d\d)?)?$/i;

/** Returns the moment that `20120213`, `20120213T100000` or `20120213T100000Z` names; null where there is none. */
export function readMoment(value: string, zone: IcsZone | null): IcsMoment | null {
  const m = VALUE.exec(value.trim());
  if (!m) return null;
  const [, year, month, day, hour, minute, second = '00', offset = ''] = m;
  const date = `${year}-${month}-${day}`;
  const isDay = hour === undefined;
  const span = dateSpan(isDay ? date : `${date}T${hour}:${minute}:${second}${offset.toUpperCase()}`);
  return span && { wall: span.start, isDay, zone: isDay ? null : offset ? UTC : zone };
}

const DURATION = /^([+-]?)P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/i;

/** Returns the length that `P1D` or `PT1H30M` says; null for what is none. */
export function readDuration(value: string): IcsDuration | null {
  const m = DURATION.exec(value.trim());
  if (!m || !/\d/.test(value)) return null;
  const [weeks, days, hours, minutes, seconds] = m.slice(2).map(digits => Number(digits ?? 0));
  const sign = m[1] === '-' ? -1 : 1;
  return {
    days: sign * (weeks! * 7 + days!),
    ms: sign * ((hours! * 60 + minutes!) * MINUTE + seconds! * 1000),
  };
}

/** Days pass on the clock, hours in truth: a day that clocks are changed in has 23 of them, or 25. */
export function addDuration({ wall, isDay, zone }: IcsMoment, { days, ms }: IcsDuration): IcsMoment {
  const later = wall + days * DAY;
  if (!zone || !ms) return { wall: later + ms, isDay: isDay && ms % DAY === 0, zone };
  return { wall: zone.toInstant(later) + ms, isDay, zone: UTC };
}

/** Returns the instant (Unix ms) of a moment; that of one that floats, as if it were in UTC. */
export const instantOf = ({ wall, zone }: IcsMoment): number => zone?.toInstant(wall) ?? wall;

/** Returns the moment in EDTF: with the offset of its zone, none where it floats. */
export function momentText({ wall, isDay, zone }: IcsMoment): string {
  if (isDay) return dayText(wall);
  const time = `${dayText(wall)}T${timeText(wall)}`;
  if (!zone) return time;
  const instant = zone.toInstant(wall);
  const ahead = (wall - instant) / MINUTE;
  if (zone === UTC || !Number.isInteger(ahead) || ahead < -720 || ahead > 840)
    return `${dayText(instant)}T${timeText(instant)}Z`;
  const size = Math.abs(ahead);
  return `${time}${ahead < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/** A calendar always writes seconds: where they are 0, they say nothing. */
function timeText(ms: EpochMs): string {
  const { hour, minute, second } = toCivil(ms);
  return `${two(hour)}:${two(minute)}${second ? `:${two(second)}` : ''}`;
}
