import { isDeep } from '../../time/deep-time.js';
import { readLooseDate } from '../../time/loose-date.js';
import { two, yearText } from '../../time/write-edtf.js';
import { isEntry } from '../read-shape.js';

const FIELDS = ['year', 'month', 'day', 'hour', 'minute', 'second', 'millisecond'];

/**
 * Returns a date of TimelineJS in EDTF, as fine as it is given; a text that can't be read as it is written; or
 * `null` where there is none. It is an object of numbers or texts of digits, in which `""` is absent (version
 * 3), or a text: `2011,12,10,07,02`, `12/10/2011` in American order or `196002152034` (version 2).
 *
 * Negative years are years BCE, as the documentation has it ("BCE years should be negative numbers"): -44 is 44
 * BCE, `-0043` in EDTF. Where years are counted by the ten thousand, -13,800,000,000, that one year means
 * nothing and the number stays. An hour without minutes is written as `T07:00`: EDTF has none.
 */
export function readTimelineJsDate(value: unknown): string | null {
  if (isEntry(value)) return fromParts(FIELDS.map(name => value[name]));
  const text = typeof value === 'string' ? value.trim() : '';
  if (typeof value === 'number' || /^-?\d{1,5}(,[\s\d]*)*$/.test(text))
    return fromParts(String(value).split(','));
  const digits = /^(\d{4})(\d\d)(\d\d)?(\d\d)?(\d\d)?(\d\d)?$/.exec(text);
  if (digits) return fromParts(digits.slice(1));
  const american = /^(\d\d?)\/(\d\d?)\/(-?\d+)(?:\s+(\d\d?):(\d\d)(?::(\d\d))?)?$/.exec(text);
  if (american) {
    const [, month, day, year, ...time] = american;
    return fromParts([year, month, day, ...time]);
  }
  return text ? (readLooseDate(text) ?? text) : null;
}

/** What comes behind the first missing part is not a date. */
function fromParts(parts: readonly unknown[]): string | null {
  const texts = parts.map(part =>
    typeof part === 'number' || typeof part === 'string' ? String(part).trim() : '',
  );
  const missing = texts.indexOf('');
  const given = missing < 0 ? texts : texts.slice(0, missing);
  if (!given.length) return null;
  if (!given.every(part => Number.isInteger(Number(part)))) {
    const written = [...given.slice(0, 3).reverse(), given.slice(3).join(':')].join(' ').trim();
    return readLooseDate(written) ?? written;
  }
  const [count = 0, ...rest] = given.map(Number);
  const year = count < 0 && !isDeep(count) ? count + 1 : count;
  if (!rest.length || Math.abs(year) > 999_999) return yearText(year, true);
  const [hour, minute = 0, second, millisecond] = rest.slice(2);
  let date = [yearText(year), ...rest.slice(0, 2).map(two)].join('-');
  if (hour !== undefined) date += `T${two(hour)}:${two(minute)}`;
  if (second !== undefined) date += `:${two(second)}`;
  if (millisecond !== undefined) date += `.${String(millisecond).padStart(3, '0')}`;
  return date;
}
