import { respell } from './date-spelling.js';
import { readDate } from './edtf.js';
import { monthNumber } from './month-names.js';
import { two, yearText } from './write-edtf.js';

/** What may stand before a date: that it is uncertain, that it is approximate, and what makes it no firmer. */
const BEFORE =
  /^(?:(\?|(?:possibly|probably|perhaps|maybe|uncertain:?) )|(~|(?:circa|about|approx(?:imately)?|around|um|vers|hacia|около|ок)\.? |ca?\. ?|ca? ?(?=\d+(?!\d|st|nd|rd|th)))|(?:early|mid|middle|late|beginning|end|the|year|in|on|dated)[ -](?:of )?) */i;

/** What may stand behind it. */
const BEHIND = / *(?:(\?|\(\?\)|\(uncertain\)|(?<= )(?:uncertain|maybe))|(~|(?<= )approx(?:\.|imately)?))$/i;

/** Before the common era, of it. */
const ERA =
  /(?<=[\d\s]|\d(?:st|nd|rd|th)) ?(?:(b\. ?c\.(?: ?e\.)?|bce?|v\. ?chr\.|av\. ?j\.?-?c\.|a\. ?c\.|до н\. ?э\.)|a\. ?d\.|ad|c\. ?e\.|ce|n\. ?chr\.|ap\. ?j\.?-?c\.|d\. ?c\.)$/i;

const CENTURY =
  /^(?:(\d\d?|[ivx]+)(?:st|nd|rd|th|\.|e|è?me)?[ -]?(?:century|centuries|cent|c|jahrhundert|jh|eeuw|siècle|secolo|век|в)\.?|(?:c(?=\d+[snrt])|siglo |século |secolo |s\. )(\d\d?|[ivx]+)(?:st|nd|rd|th)?)$/i;

const AGO =
  /^(\d+)(?:[.,](\d+))? ?(?:(m(?:ya|a|illion years ago))|(bya|ga|billion years ago)|kya|ka|thousand years ago)$/i;

const EXPONENT = /^(\d)(?:\.(\d+))?e\+?0*(\d\d?)$/i;

// Hour, minute, second, half of the day, sign and hours and minutes of the offset, or none.
const CLOCK =
  /^(\d\d?)(?::(\d\d)(?::(\d\d)(?:\.\d+)?)?)? ?(?:([ap])\.?m\.?)?(?: ?(z|(?:utc|gmt)?(?:([+-]\d\d):?(\d\d))|utc|gmt)(?: ?\([^)]*\))?)?$/i;

/**
 * Returns EDTF for one date as people write it, with its doubts, or null. `before` is the beginning of a
 * stretch that it ends: it says what `96` means in `1764–96`.
 */
export function readLoosePoint(text: string, before = ''): string | null {
  let date = text.trim();
  let doubts = '';
  for (let m; (m = BEFORE.exec(date) ?? BEHIND.exec(date)); date = date.replace(m[0], '')) {
    if (!m[0]) break;
    doubts += m[1] ? '?' : m[2] ? '~' : '';
  }
  const short = /^\d{1,2}$/.test(date) && /(?:^|\D)(\d{4})\W*$/.exec(before)?.[1];
  if (short) date = short.slice(0, -date.length) + date;
  const found = NO_POINT.test(date) ? null : readPlain(date);
  if (!found) return null;
  return doubts && /\d$|X$/.test(found) && !found.includes('T')
    ? found + mark(doubts)
    : doubts
      ? null
      : found;
}

/** Two years, the second cut short; or a year and a month of one digit. */
const NO_POINT = /^\d+ ?–|^\d{4}-\d$/;

const mark = (doubts: string) => (!doubts.includes('~') ? '?' : doubts.includes('?') ? '%' : '~');

const isDate = (text: string) =>
  typeof readDate(text, { timeZone: 'UTC', calendar: 'gregorian' }) === 'object';

function readPlain(text: string): string | null {
  const decade = /^(\d\d[1-9])0'?s$/.exec(text);
  if (decade) return `${decade[1]}X`;
  const winter = /^winter (\d{3}(\d))[-–/](?:\d\d)?\d(\d)$/i.exec(text);
  if (winter) return (Number(winter[2]) + 1) % 10 === Number(winter[3]) ? `${winter[1]}-24` : null;
  const [ad] = /^(?:ad|a\. ?d\.|anno) /i.exec(text) ?? [''];
  const era = ERA.exec(text);
  if (!ad && !era && isDate(respell(text))) return respell(text);
  const isBefore = Boolean(era?.[1]);
  const rest = text.slice(ad.length, era?.index).trim();
  const made =
    readCentury(rest, isBefore) ?? readInWords(rest, era ? isBefore : undefined) ?? readFar(rest, isBefore);
  if (made || !(ad || era)) return made;
  const n = Number(rest.replace(/,(?=\d{3}\b)/g, ''));
  return /^[\d,]+$/.test(rest) && n > 0 ? yearText(isBefore ? 1 - n : n, true) : null;
}

function readCentury(text: string, isBefore: boolean): string | null {
  const m = CENTURY.exec(text);
  if (!m) return null;
  const ordinal = (m[1] ?? m[2])!;
  const n = Number(ordinal) || roman(ordinal.toLowerCase());
  return n > 0 && n < 22 ? `${isBefore ? '-' : ''}${two(n - 1)}XX` : null;
}

/** The number of a Roman numeral below 40; 0 for what is none. */
function roman(text: string): number {
  const m = /^(x{0,3})(ix|iv|v?i{0,3})$/.exec(text);
  const units = ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix'];
  return m ? m[1]!.length * 10 + units.indexOf(m[2]!) : 0;
}

/** Millions of years: the digits that are written are the significant ones. */
function readFar(text: string, isBefore: boolean): string | null {
  const m = AGO.exec(text);
  const e = isBefore && EXPONENT.exec(text);
  const [, whole, fraction = ''] = m || e || [];
  if (!whole) return null;
  const digits = whole + fraction;
  const power = (m ? (m[3] ? 6 : m[4] ? 9 : 3) : Number((e as RegExpExecArray)[3])) - fraction.length;
  if (power < 0) return null;
  return `Y-${Number(digits)}E${power}S${digits.replace(/^0+/, '').length}`;
}

/** A day or a month whose month is a word, with the time behind it. */
function readInWords(text: string, isBefore: boolean | undefined): string | null {
  const cut = /[\sT,]+(?:at )?(?=\d\d?(?::\d\d| ?[ap]\.?m))/i.exec(text);
  const clock = cut && readClock(text.slice(cut.index + cut[0].length));
  if (cut && !clock) return null;
  const tokens = text
    .slice(0, cut?.index)
    .toLowerCase()
    .replace(/^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*[,. ]+/, '')
    .replace(/(\d)(?:st|nd|rd|th|er|º)(?=[\s,])/g, '$1')
    .split(/[\s,./-]+/)
    .filter(token => token && !/^(?:of|de|del|den|le|the|el|г|года)$/.test(token));
  const numbers = tokens.filter(token => /^\d{1,4}$/.test(token));
  const words = tokens.filter(token => !/^\d+$/.test(token));
  const long = numbers.filter(({ length }) => length > 2);
  const year = isBefore === undefined ? (long.length === 1 ? long[0] : undefined) : numbers.at(-1);
  const month = words.length === 1 && numbers.length < 3 && tokens.length < 4 && monthNumber(words[0]!);
  if (!month || !year) return null;
  numbers.splice(numbers.lastIndexOf(year), 1);
  const [day] = numbers;
  const date = [
    yearText(isBefore ? 1 - Number(year) : Number(year)),
    two(month),
    ...(day ? [two(Number(day))] : []),
  ].join('-');
  return isDate(date) && (day || !clock) ? date + (clock ?? '') : null;
}

/**
 * Returns the time of ISO 8601, `T15:10`, for a time of day as people and programs write it: `3:10 PM`, `8 p.m.`,
 * `12:30:00 GMT-0600`; null for what is none.
 */
export function readClock(text: string): string | null {
  const m = CLOCK.exec(text.trim());
  if (!m) return null;
  const [, h = '', minute, second, half, zone, hours, minutes] = m;
  if (!minute && !half) return null;
  const isLate = half?.toLowerCase() === 'p';
  const hour = Number(h);
  if (hour > (half ? 12 : 23) || (half && !hour)) return null;
  const offset = hours ? `${hours}:${minutes}` : zone ? 'Z' : '';
  return `T${two(half ? (hour % 12) + (isLate ? 12 : 0) : hour)}:${minute ?? '00'}${second ? `:${second}` : ''}${offset}`;
}
