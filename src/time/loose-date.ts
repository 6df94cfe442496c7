import { isReversed, type DatePoint } from './date-point.js';
import { LENGTH_LIMIT } from './date-input.js';
import { respell } from './date-spelling.js';
import { isSet, readSet } from './edtf-set.js';
import { readDate, type Reading } from './edtf.js';
import { readLoosePoint } from './loose-point.js';

export interface LooseOptions {
  /** `1834-35` is a range of years, and no third quarter of one, as other dates beside it show. */
  readonly ranges?: boolean;
}

/** What tables write where there is no date. */
const NONE =
  /^(?:[-–—.?*]*|n[./]?a\.?|nan|none|null|nil|[ns]\. ?d\.?|(?:date )?(?:unknown|not known)|unknown date|undated|no date|tb[ad])$/i;

/** What goes on. */
const ONGOING =
  /^(?:(?:still |currently )?in office|present|present day|ongoing|current|currently|today|now|to date|heute|hoy|presente|actualidad|aujourd.hui|présent|oggi|hoje|heden|настоящее время|н\. ?в\.)$/i;

/** Which stretch or set a word makes of a date. */
const AROUND: readonly (readonly [RegExp, string, string])[] = [
  [/^(?:after|later than|not before|post|nach|après|después de|depois de|dopo il|после) (.+)/i, '[', '..]'],
  [/^(?:before|earlier than|not after|pre|vor|avant|antes de|prima del|voor|до) (.+)/i, '[..', ']'],
  [/^(?:since|from|seit|desde|depuis|dal|sinds|с) (.+)/i, '', '/..'],
  [/^(?:until|till|up to|bis|hasta|até|tot) (.+)/i, '../', ''],
];

const LISTS = [
  [/ (?:or|oder|ou|или) /i, '[', ']'],
  [/ (?:and|und) |[,;&]/i, '{', '}'],
] as const;

/**
 * Returns EDTF for a date or a stretch as people, museums and programs write it, `Aug. 1981`, `1764–96`,
 * `Fri Nov 22 1963 12:30:00 GMT-0600`, `mid C1st-C3rd AD`, `1786 or 1800`, where it can mean one thing,
 * else null. What is EDTF comes back as it is. `unknown` stands for no date, `..` for what goes on. What EDTF
 * has no words for is said more loosely, `193X` for the early 1930s, never more firmly. Months go
 * by their names in a dozen languages.
 */
export function readLooseDate(text: string, { ranges = false }: LooseOptions = {}): string | null {
  if (text.length > LENGTH_LIMIT) return null;
  const date = (ranges ? text.replace(/^(\s*\d{4}) ?- ?(?=\d{1,2}\s*$)/, '$1–') : text)
    .trim()
    // A year of a school, a club or a treasury, where what stands behind the year is no month.
    .replace(/^(\d{4})\/(?=(?:1[3-9]|[2-9]\d)$)/, '$1–');
  if (NONE.test(date)) return 'unknown';
  if (ONGOING.test(date)) return '..';
  // The year 45231, or a day as spreadsheets count them; September 1786, or four years.
  if (/^(\d{5}|\d{4}-\d)$/.test(date)) return null;
  if (!/\d ?–/.test(date)) {
    if (isEdtf(date)) return date;
    const spelt = respell(date).replace(ABOUT, '$1~');
    if (isEdtf(spelt)) return spelt;
  }
  const plain = date
    .normalize('NFKC')
    .replace(/[‐‑−]/g, '-')
    .replace(/[‒—―]/g, '–')
    .replace(/^(?:(?:first )?published|exhibited|built|issued|released) /i, '');
  const read = readLoosePoint(plain) ?? readAround(plain) ?? readRange(plain) ?? readList(plain);
  return read !== null && isEdtf(read) ? read : null;
}

/** What EDTF writes behind a date. */
const ABOUT = /^(?:circa|about|ca?)\.? ?([\dX-]+)$/;

function readAround(text: string): string | null {
  for (const [pattern, before, behind] of AROUND) {
    const [, rest] = pattern.exec(text) ?? [];
    const date = rest && readLoosePoint(rest);
    if (date) return before + date + behind;
  }
  return null;
}

/** `March 12–14, 1920`. */
const DAYS = /^(\p{L}+\.?) (\d{1,2} ?[-–] ?)(\d{1,2}),?( \d{3,4})$/u;

function readRange(text: string): string | null {
  const between = /^between (.+) and (.+)$/i.exec(text);
  const sides = between?.slice(1) ?? splitRange(text.replace(DAYS, '$2$3 $1$4'));
  if (sides?.length !== 2) return null;
  const [left, right] = sides.map(side => side.trim()) as [string, string];
  if (!left) return null;
  if (ONGOING.test(right)) {
    const from = readLoosePoint(left);
    return from && `${from}/..`;
  }
  const to = readLoosePoint(right, left);
  if (!to) return null;
  // "25–1 BC", "12–14 March 1920", "3 March – 2 April 1920": what the second side says holds for the first.
  const tail = /^\D*\d+(?:st|nd|rd|th)?(.*)$/.exec(right)![1]!;
  const year = /\d{3,4}\D*$/.exec(right)?.[0] ?? '';
  const from =
    (tail.trim() ? readLoosePoint(left + (/^\W*\w/.test(tail) ? ` ${tail.trim()}` : tail)) : null) ??
    readLoosePoint(left) ??
    (year ? readLoosePoint(`${left} ${year}`) : null);
  if (!from) return null;
  // A doubt about the first side is one about both, unless the second has its own.
  const doubt = /[?~%]$/.exec(from)?.[0] ?? '';
  const end = doubt && /[\dX]$/.test(to) && !to.includes('T') ? to + doubt : to;
  return between ? `[${from}..${end}]` : `${from}/${end}`;
}

/** What parts the sides of a range. */
const BETWEEN = [/–/, / - /, / (?:to|until|bis|au?|al?|tot|по) /i, /-/];

/** Both sides of the one dash or word that parts a text, a long dash first. */
function splitRange(text: string): string[] | undefined {
  return BETWEEN.map(pattern => text.replace(/^from /i, '').split(pattern)).find(({ length }) => length > 1);
}

function readList(text: string): string | null {
  for (const [pattern, open, close] of LISTS) {
    const parts = text.split(pattern);
    if (parts.length < 2) continue;
    const dates: (string | null | undefined)[] = [];
    // What is no date makes the rest none.
    const isDate = (part: string, i: number) =>
      (dates[i] = readLoosePoint(part, parts[i - 1]) ?? readRange(part)?.replace('/', '..'));
    if (parts.every(isDate)) return open + dates.join(',') + close;
  }
  return null;
}

const READING: Reading = { timeZone: 'UTC', calendar: 'gregorian' };

/** Whether a text is a date, an interval or a set of EDTF whose sides are in order. */
function isEdtf(text: string): boolean {
  if (isSet(text)) return typeof readSet(text, READING) === 'object';
  const sides = text.split('/', 3).map(side => (side && side !== '..' ? readDate(side, READING) : null));
  if (sides.length > 2 || sides.some(side => typeof side === 'string')) return false;
  const [from, to] = sides as (DatePoint | null)[];
  return from && to ? !isReversed(from, to) : Boolean(from ?? to);
}
