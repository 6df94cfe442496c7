import type { StringKey } from '../language/english.js';
import { listFormat } from '../language/intl.js';
import { civilIn, civilText } from './civil-text.js';
import { FIRST_WEEKDAY } from './civil.js';
import { dateFields, isOther, isTime, timeFields, type Voice } from './date-fields.js';
import type { DateEnd, PartialDoubt, Precision, WrittenParts } from './dated-span.js';
import { deepTimeWords } from './deep-time.js';
import { readDate } from './edtf.js';
import type { EpochMs } from './epoch-ms.js';
import { significantYears } from './significant-years.js';
import { roundYear, subYearWords, yearRange, yearsWords } from './year-words.js';
import { isAmbiguous, zoneName } from './zone.js';

/** The date that a moment lies in, as fine as the side of a span is written, with its qualifiers. */
export function sideWords(ms: EpochMs, side: DateEnd, voice: Voice): string {
  const { language, short } = voice;
  const { say } = language;
  const { precision, doubts, subYear, unspecified, significantDigits = Infinity } = side;
  const { year } = civilIn(language.calendar, ms);
  const [first, last] = significantYears(year, significantDigits);
  const isEstimate = first < last;
  const isAbout = side.approximate || isEstimate;
  const deep = precision === 'year' && deepTimeWords([year], voice, isAbout, last - first + 1);
  const isRound = isAbout && precision === 'year' && year < 0 && year % 100 === 0;
  const plain =
    deep ||
    (unspecified
      ? unspecifiedWords(unspecified, side, voice)
      : isRound && !isOther(language.calendar)
        ? roundYear(year, voice)
        : plainWords(ms, side, voice));
  // No word names what `~21` doubts: a season, a quarter.
  if (doubts && !short && !(subYear && doubts.month))
    return say('note', { date: plain, note: doubtWords(doubts, voice) });
  let date =
    isAbout && !deep
      ? say('about', { date: inPhrase(plain, { ...side, approximate: false }, voice) })
      : plain;
  if (side.uncertain) date = say('uncertain', { date });
  return isEstimate && !deep && !short ? say('note', { date, note: yearRange(first, last, voice) }) : date;
}

/** Two dates between which one lies, each in full: `between 1 May 2018 and 9 May 2018`. */
export function betweenWords(start: EpochMs, end: EpochMs, from: DateEnd, to: DateEnd, voice: Voice): string {
  const [first, last] = [sideWords(start, from, voice), sideWords(end, to, voice)];
  if (first === last) return first;
  return voice.language.say('between', {
    start: inPhrase(first, from, voice),
    end: inPhrase(last, to, voice),
  });
}

/** A date as it stands after a preposition, where many languages have an article before a day: "desde el 2 de mayo". */
export function inPhrase(date: string, side: DateEnd, { language }: Pick<Voice, 'language'>): string {
  const isDay = side.precision === 'day' || isTime(side.precision);
  return isDay && isFirm(side) ? language.say('dayInPhrase', { date }) : date;
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
  // A day of many years is the same one only in the calendar it was written in.
  const own = isOther(language.calendar) ? { ...language, calendar: 'gregory' } : language;
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
              { ...dateFields(hull.start, side.precision, { ...voice, language: own }), year: undefined },
              own,
            );
    if (years && date !== null) return date ? say('inYears', { date, years }) : years;
  }
  return betweenWords(hull.start, hull.end - 1, plain, plain, voice);
}
