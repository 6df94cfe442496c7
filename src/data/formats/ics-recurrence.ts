import type ICAL from 'ical.js';
import { daysInMonth, fromCivil, toCivil } from '../../time/civil.js';
import { DAY, type EpochMs } from '../../time/epoch-ms.js';
import type { Work } from '../work.js';
import { instantOf, readMoment, type IcsMoment } from './ics-moment.js';
import type { Ical, IcsProperty } from './ics-property.js';

/**
 * How many dates of one rule are shown, and how many of all rules. A rule without an end is shown until so many years
 * after the calendar was written, or after its first date where that is not known or was later; beyond `tried`
 * dates it is not looked for more.
 */
export const RECURRENCE_LIMITS = {
  endless: 500,
  yearsAhead: 1,
  years: 10,
  tried: 20_000,
  ending: 5000,
  inAll: 100_000,
} as const;

/** What a rule gives. */
export interface RuleDates {
  /** In order, the first date of the event not counted in unless the rule gives it. */
  readonly moments: readonly IcsMoment[];
  /** Why there are no more: the rule goes on, or ical.js found no further date in time. */
  readonly cut: 'none' | 'limit' | 'lost';
}

/** What bounds the dates of a rule. */
export interface RuleBounds {
  /** How many dates there may be. */
  readonly most?: number;
  /** When the calendar was written, if it says so: of a rule that goes on, its last dates about then are given. */
  readonly written?: EpochMs | null;
}

/**
 * Returns the dates of a rule from the first date of its event on. Dates are counted here and not by ical.js
 * 2.2.1, which takes 29 February of a common year for 1 March.
 */
export function* expandRule(
  rule: IcsProperty,
  first: IcsMoment,
  ical: Ical,
  { most = Infinity, written = null }: RuleBounds = {},
): Work<RuleDates> {
  const recur = ical.Recur.fromData(rule.values[0] as Record<string, never>);
  const { count } = recur;
  const until = untilOf(rule, first);
  const isEnding = count !== null || until !== null;
  const limit = Math.min(most, isEnding ? RECURRENCE_LIMITS.ending : RECURRENCE_LIMITS.endless);
  const isLast = !isEnding && written !== null;
  const ahead = isLast
    ? yearsAfter(Math.max(written, first.wall), RECURRENCE_LIMITS.yearsAhead)
    : yearsAfter(first.wall, RECURRENCE_LIMITS.years);
  const horizon = isEnding ? Infinity : ahead;
  recur.count = null;
  // It need not look any further, and knows no zones: a day more than it could need.
  const bound = until
    ? until.wall + 2 * DAY
    : yearsAfter(isEnding ? first.wall : horizon, isEnding ? 1000 : 1);
  recur.until = toTime({ ...first, wall: bound }, ical);

  const moments: IcsMoment[] = [];
  const done = (cut: RuleDates['cut']): RuleDates => ({
    moments: isLast ? moments.slice(Math.max(0, moments.length - limit)) : moments,
    cut,
  });
  let next: (() => ICAL.Time | null) | undefined;
  for (let tries = 0; ; tries++) {
    if (tries % 20 === 19) yield 0.5;
    let time: ICAL.Time | null;
    try {
      next ??= patientIterator(recur, toTime(first, ical));
      time = next();
    } catch {
      return done('lost'); // a rule without FREQ, or one that no date fits
    }
    if (!time || moments.length === count) return done('none');
    const moment = { ...first, wall: fromCivil(time) };
    if (moment.wall > horizon) return done(moments.length ? 'limit' : 'lost');
    if (until && isAfter(moment, until)) return done('none');
    if (moment.wall < first.wall || !isMeant(time, recur, first)) continue;
    if (moments.length === (isLast ? RECURRENCE_LIMITS.tried : limit)) return done('limit');
    moments.push(moment);
  }
}

/** Returns the UNTIL of a rule, if it has one: a day, or a time in UTC or on the clock of the event. */
const untilOf = (rule: IcsProperty, { zone }: IcsMoment): IcsMoment | null =>
  readMoment(/UNTIL=([^;]*)/i.exec(rule.raw)?.[1] ?? '', zone);

function isAfter(moment: IcsMoment, until: IcsMoment): boolean {
  if (until.isDay) return dayOf(moment.wall) > until.wall;
  return moment.isDay ? moment.wall > until.wall : instantOf(moment) > instantOf(until);
}

const yearsAfter = (wall: EpochMs, years: number): EpochMs => {
  const civil = toCivil(wall);
  return fromCivil({ ...civil, year: civil.year + years });
};

/** Returns midnight of the day of a moment. */
export const dayOf = (wall: EpochMs): EpochMs =>
  fromCivil({ ...toCivil(wall), hour: 0, minute: 0, second: 0, millisecond: 0 });

const toTime = ({ wall, isDay }: IcsMoment, { Time, Timezone }: Ical): ICAL.Time => {
  const { year, month, day, hour, minute, second } = toCivil(wall);
  const time = isDay ? { isDate: true } : { hour, minute, second };
  return new Time({ year, month, day, ...time }, Timezone.localTimezone);
};

/** How many dates ical.js may try for the next one: the days of four years, or finer units as long as that takes. */
const TRIES = { fine: 20_000, coarse: 1500 };

/**
 * Returns what gives the next date of a rule. A rule that no date fits, such as FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30,
 * keeps ical.js 2.2.1 busy for ever: it throws here after some tries.
 */
function patientIterator(recur: ICAL.Recur, start: ICAL.Time): () => ICAL.Time | null {
  const iterator = recur.iterator(start);
  const limit = /^(HOUR|MINUTE|SECOND)LY$/.test(recur.freq) ? TRIES.fine : TRIES.coarse;
  let tries = 0;
  const { check_contracting_rules: fits } = iterator;
  iterator.check_contracting_rules = () => {
    if (++tries > limit) throw new RangeError('no date fits the rule');
    return fits.call(iterator);
  };
  return () => {
    tries = 0;
    return iterator.next() ?? null;
  };
}

/** Whether the month has the day that a rule names: ical.js goes on into the next month where it has not. */
function isMeant({ year, month, day }: ICAL.Time, { freq, parts }: ICAL.Recur, first: IcsMoment): boolean {
  const months = parts.BYMONTH as readonly number[] | undefined;
  const days = parts.BYMONTHDAY as readonly number[] | undefined;
  if (months && !months.includes(month)) return false;
  if (days) return days.some(n => (n > 0 ? n : daysInMonth(year, month) + 1 + n) === day);
  const isOfDay = freq === 'YEARLY' || freq === 'MONTHLY';
  return (
    !isOfDay || Boolean(parts.BYDAY ?? parts.BYYEARDAY ?? parts.BYWEEKNO) || day === toCivil(first.wall).day
  );
}
