import type { StringKey } from '../language/english.js';
import { listFormat } from '../language/intl.js';
import { civilIn, civilSides, civilText } from './civil-text.js';
import { FIRST_WEEKDAY } from './civil.js';
import { dateFields, isTime, timeFields, type Voice } from './date-fields.js';
import type { DateEnd, PartialDoubt, Precision, WrittenParts } from './dated-span.js';
import { deepTimeWords, isDeep } from './deep-time.js';
import { readDate } from './edtf.js';
import type { EpochMs } from './epoch-ms.js';
import { subYearWords, yearRange, yearsWords } from './year-words.js';
import { isAmbiguous, zoneName } from './zone.js';

/** The date that a moment lies in, as fine as the side of a span is written, with its qualifiers. */
export function sideWords(ms: EpochMs, side: DateEnd, voice: Voice): string {
  const { language, short } = voice;
  const { say } = language;
  const { doubts, subYear, unspecified } = side;
  const plain = unspecified ? unspecifiedWords(unspecified, side, voice) : plainWords(ms, side, voice);
  if (doubts && !short && !subYear) return say('note', { date: plain, note: doubtWords(doubts, voice) });
  const estimate = side.significantDigits ? estimatedYears(ms, side.significantDigits, voice) : null;
  let date = side.approximate || estimate !== null ? say('about', { date: plain }) : plain;
  if (side.uncertain) date = say('uncertain', { date });
  return estimate && !short ? say('note', { date, note: estimate }) : date;
}

/** Two dates between which one lies, with what they share said once: `between 1 and 9 May 2018`. */
export function betweenWords(start: EpochMs, end: EpochMs, from: DateEnd, to: DateEnd, voice: Voice): string {
  const { language } = voice;
  const { precision } = from;
  const isShared =
    isFirm(from) && isFirm(to) && precision === to.precision && /^(year|month|day)$/.test(precision);
  const sides = isShared ? civilSides(start, end, dateFields(start, precision, voice), language) : null;
  const [first, last] = sides ?? [sideWords(start, from, voice), sideWords(end, to, voice)];
  return first === last ? first : language.say('between', { start: first, end: last });
}

/** Whether nothing but its digits is said of a date. */
export const isFirm = ({ approximate, uncertain, unspecified, significantDigits }: DateEnd): boolean =>
  !approximate && !uncertain && !unspecified && !significantDigits;

/** The short name of the zone in which an instant is shown, after a space; empty for a floating time and, in short, where the time alone is clear. */
export function zoneWords({ instant }: DateEnd, { short, timeZone, language }: Voice): string {
  if (instant === undefined || (short && !isAmbiguous(instant, timeZone))) return '';
  return ` ${zoneName(instant, timeZone, language.locale)}`;
}

/** The time of a moment, with its zone. */
export function timeWords(ms: EpochMs, side: DateEnd, voice: Voice): string {
  const { language } = voice;
  const time = civilText(ms, timeFields(ms, side.precision)!, language);
  // A bare "14" would look like a day.
  return (/^\p{Nd}+$/u.test(time) ? language.say('hourOnly', { hour: time }) : time) + zoneWords(side, voice);
}

function plainWords(ms: EpochMs, side: DateEnd, voice: Voice): string {
  const { precision } = side;
  const { language, short } = voice;
  const { say } = language;
  const coarse = yearsWords(ms, precision, voice) ?? subYearWords(ms, side, voice);
  if (coarse) return coarse;
  const deep = precision === 'year' && deepTimeWords([civilIn(language.calendar, ms).year], language, short);
  if (deep) return deep;
  let date = civilText(ms, dateFields(ms, precision, voice), language);
  if (voice.weekday && ms >= FIRST_WEEKDAY && (isTime(precision) || precision === 'day'))
    date = say('weekdayDate', {
      weekday: civilText(ms, { weekday: short ? 'short' : 'long' }, language),
      date,
    });
  return isTime(precision) ? say('dateTime', { date, time: timeWords(ms, side, voice) }) : date;
}

const DOUBTS = [['approximate'], ['approximate', 'uncertain'], ['uncertain']] as const;

/** Which parts of a date are approximate, which are uncertain: `year approximate and uncertain, month approximate`. */
function doubtWords(doubts: PartialDoubt, { language }: Voice): string {
  const { locale, say } = language;
  const list = (keys: readonly StringKey[]): string =>
    listFormat(locale, 'conjunction').format(keys.map(key => say(key)));
  const parts = (['year', 'month', 'day'] as const).filter(part => doubts[part]);
  return DOUBTS.map(kinds => {
    const named = parts.filter(part =>
      (['approximate', 'uncertain'] as const).every(
        kind => doubts[part]![kind] === (kinds as readonly string[]).includes(kind),
      ),
    );
    const doubt = list(kinds.map(kind => `doubt-${kind}` as const));
    return named.length ? say('partDoubt', { parts: list(named), doubt }) : '';
  })
    .filter(Boolean)
    .join(say('comma'));
}

/** The years that share the digits which count, for a year that is rounded; null where all count, empty for deep time, which says it by its words. */
function estimatedYears(ms: EpochMs, digits: number, voice: Voice): string | null {
  const { year } = civilIn(voice.language.calendar, ms);
  const size = 10 ** (String(Math.abs(year)).length - digits);
  if (size <= 1) return null;
  if (isDeep(year)) return '';
  const nearest = Math.trunc(year / size) * size;
  const farthest = nearest + Math.sign(year) * (size - 1);
  return yearRange(Math.min(nearest, farthest), Math.max(nearest, farthest), voice);
}

const TAILS: readonly Precision[] = ['year', 'decade', 'century', 'millennium'];

/**
 * A date whose digits are in part unspecified: a day or month of some years, `25 December in the 1560s`;
 * anything else by the first and the last date that it can be.
 */
function unspecifiedWords(written: WrittenParts, side: DateEnd, voice: Voice): string {
  const { language } = voice;
  const { say } = language;
  const { year, month = '', day = '' } = written;
  const calendar = language.calendar === 'julian' ? 'julian' : 'gregorian';
  const hull = readDate(Object.values(written).join('-'), { timeZone: 'UTC', calendar });
  if (typeof hull === 'string') return say('unknownYear'); // The parser gives none such.
  const plain: DateEnd = { ...side, unspecified: undefined, approximate: false, uncertain: false };
  const tail = /^(-?)\d*(X+)$/.exec(year);
  if (tail && /^(\d\d)?$/.test(month) && /^(\d\d|XX)?$/.test(day)) {
    const years =
      year === 'XXXX'
        ? say('unknownYear')
        : yearsWords(hull.start, TAILS[tail[2]!.length] ?? 'year', { ...voice, short: false });
    const date = !month
      ? ''
      : side.precision === 'season'
        ? subYearWords(hull.start, side, voice, true)
        : side.subYear
          ? null
          : civilText(
              hull.start,
              { ...dateFields(hull.start, side.precision, voice), year: undefined },
              language,
            );
    if (years && date !== null) return date ? say('inYears', { date, years }) : years;
  }
  return betweenWords(hull.start, hull.end - 1, plain, plain, voice);
}
