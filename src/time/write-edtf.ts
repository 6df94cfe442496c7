import { toCivil } from './civil.js';
import { isTime, lastMoment } from './date-fields.js';
import type { DatedSpan, DateEnd, Doubt, WrittenParts } from './dated-span.js';
import type { EpochMs } from './epoch-ms.js';
import { subYearAt } from './sub-year.js';

/**
 * The date in EDTF, level 2 where needed, Gregorian: `parseDate` reads it as a span that covers the
 * same, as finely and as firmly. Instants are written in UTC. A Julian month or year is no Gregorian
 * one: it is written by its first and last day, `[1066-10-07..1066-11-06]` for some time within it.
 *
 * What EDTF has no words for is written more loosely: that the other end of a Julian month or year is
 * unknown is left out, its significant digits become a `~`, and more than 999,999 years away a year is
 * all that is said of a day or a time.
 */
export function writeEdtf(span: DatedSpan): string {
  const { members, choice, from, to, kind, calendar } = span;
  if (members) return setOf(members.map(memberText).join(), choice);
  const known = from.state === 'known' ? from : to;
  if (calendar && (kind === 'within' || from.state === 'unknown' || to.state === 'unknown')) {
    const within = memberText({ ...span, kind: 'within', from: known, to: known });
    if (within.includes('..')) return setOf(within, 'one');
  }
  const [first, last] = sideTexts(span);
  return kind !== 'stretch' && first === last ? first : `${first}/${last}`;
}

const setOf = (members: string, choice: DatedSpan['choice']): string =>
  choice === 'all' ? `{${members}}` : `[${members}]`;

function memberText(member: DatedSpan): string {
  const [first, last] = sideTexts(member);
  if (member.kind !== 'stretch' && first === last) return first;
  return `${first}..${last}`.replace(/^\.{4}|\.{4}$/g, '..');
}

/** Both sides; of a single date the second one is that of its last moment. */
function sideTexts({ start, end, from, to, calendar }: DatedSpan): [string, string] {
  const text = (ms: EpochMs, side: DateEnd): string => {
    const { precision, state, instant } = side;
    if (state !== 'known') return state === 'open' ? '..' : '';
    if (instant !== undefined) return dateText(instant, side, 'Z');
    if (!calendar || isTime(precision)) return dateText(ms, side);
    const { approximate, uncertain, significantDigits } = side;
    return dateText(ms, {
      precision: 'day',
      state,
      approximate: approximate || Boolean(significantDigits),
      uncertain,
    });
  };
  return [text(start, from), text(lastMoment(end, to.precision), to)];
}

function dateText(ms: EpochMs, side: DateEnd, zone = ''): string {
  const { precision, doubts, significantDigits, unspecified } = side;
  const { year, month, day } = unspecified ?? partsAt(ms, side);
  let text = mark(doubts?.year) + year + (significantDigits ? `S${significantDigits}` : '');
  if (month) text += `-${mark(doubts?.month)}${month}`;
  if (day) text += `-${mark(doubts?.day)}${day}`;
  if (day && isTime(precision)) text += timeText(ms, precision) + zone;
  return doubts ? text : text + mark(side);
}

const mark = (doubt?: Doubt): string =>
  doubt?.approximate ? (doubt.uncertain ? '%' : '~') : doubt?.uncertain ? '?' : '';

/** By how many digits the coarse precisions leave open. */
const OPEN = { decade: 1, century: 2, millennium: 3 } as const;

export const two = (n: number): string => String(n).padStart(2, '0');

function partsAt(ms: EpochMs, side: DateEnd): WrittenParts {
  const { precision } = side;
  const civil = toCivil(ms);
  if (precision in OPEN) {
    const open = OPEN[precision as keyof typeof OPEN];
    return { year: yearText(civil.year).slice(0, -open) + 'X'.repeat(open) };
  }
  if (precision === 'year' || Math.abs(civil.year) > 999_999) return { year: yearText(civil.year, true) };
  const part = subYearAt(civil, side);
  if (part) return { year: yearText(part.year), month: String(part.code) };
  const month = { year: yearText(civil.year), month: two(civil.month) };
  return precision === 'month' ? month : { ...month, day: two(civil.day) };
}

/** The day of a moment: `2025-08-04`. */
export function dayText(ms: EpochMs): string {
  const { year, month, day } = toCivil(ms);
  return `${yearText(year)}-${two(month)}-${two(day)}`;
}

/** Four digits; more have a sign and are six or, alone, come after `Y`. */
export function yearText(year: number, isAlone = false): string {
  const size = Math.abs(year);
  const minus = year < 0 ? '-' : '';
  if (size < 10_000) return minus + String(size).padStart(4, '0');
  return isAlone ? `Y${year}` : (minus || '+') + String(size).padStart(6, '0');
}

/** The time of a moment to the minute, the second or the millisecond: `T14:30`. */
export function timeText(ms: EpochMs, precision: DateEnd['precision']): string {
  const { hour, minute, second, millisecond } = toCivil(ms);
  let text = `T${two(hour)}:${two(minute)}`;
  if (precision === 'second' || precision === 'millisecond') text += `:${two(second)}`;
  if (precision === 'millisecond')
    text += `.${String(millisecond)
      .padStart(3, '0')
      .replace(/(?<=.)0+$/, '')}`;
  return text;
}
