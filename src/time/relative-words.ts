import { numberFormat } from '../language/intl.js';
import type { Language } from '../language/language.js';
import { toCivil } from './civil.js';
import { lastMoment } from './date-fields.js';
import { PRECISIONS, type DatedSpan, type DateEnd } from './dated-span.js';
import { DAY, type EpochMs } from './epoch-ms.js';

/** What is counted, from coarse to fine. */
const UNITS = ['year', 'month', 'day'] as const;
type Unit = (typeof UNITS)[number];

/** More of them than so many say less than the next larger unit does. */
const MOST = 1000;

/** The finest unit in which a date may be counted; none for what is coarser than a year, or has unspecified digits. */
function unitOf({ state, precision, unspecified, subYear }: DateEnd): Unit | null {
  if (state !== 'known' || unspecified) return null;
  const fineness = PRECISIONS.indexOf(precision);
  if (fineness < PRECISIONS.indexOf('year')) return null;
  if (subYear || fineness < PRECISIONS.indexOf('month')) return 'year';
  return precision === 'month' ? 'month' : 'day';
}

/** Whether there is something to count from: the begin of a date that is known at least by its year. */
export const canCountFrom = ({ from }: DatedSpan): boolean => unitOf(from) !== null;

const NUMBERS: Readonly<Record<Unit, (at: EpochMs) => number>> = {
  day: at => Math.floor(at / DAY),
  month: at => 12 * toCivil(at).year + toCivil(at).month,
  year: at => toCivil(at).year,
};

/**
 * A date as it is counted from another, which is zero: "day 12", "day −3", "month 2 – month 4". Never finer than either is known,
 * and as firm as they are; by months or years where there would be very many days. Empty where nothing can be counted.
 */
export function relativeWords(span: DatedSpan, zero: DatedSpan, { say, locale }: Language): string {
  const base = unitOf(zero.from);
  if (!base) return '';
  const side = (at: EpochMs, end: DateEnd): string => {
    const own = unitOf(end);
    if (!own) return '';
    const distance = (unit: Unit): number => NUMBERS[unit](at) - NUMBERS[unit](zero.start);
    const finest = Math.min(UNITS.indexOf(own), UNITS.indexOf(base));
    const unit = UNITS.slice(0, finest + 1).findLast(name => Math.abs(distance(name)) <= MOST) ?? 'year';
    const count = numberFormat(locale, {}).format(distance(unit)).replace('-', '\u2212');
    const about = [end, zero.from].some(
      ({ approximate, significantDigits }) => approximate || significantDigits,
    );
    const words = say(`count-${unit}`, { count });
    const date = about ? say('about', { date: words }) : words;
    return end.uncertain || zero.from.uncertain ? say('uncertain', { date }) : date;
  };
  const start = side(span.start, span.from);
  const end = span.kind === 'within' ? start : side(lastMoment(span.end, span.to.precision), span.to);
  return start && end && start !== end ? say('range', { start, end }) : start || end;
}
