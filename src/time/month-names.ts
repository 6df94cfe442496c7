import { DAY } from './epoch-ms.js';

/** Languages whose names of months agree with each other: no name is of two months. */
const LANGUAGES = 'en es fr de pt it nl ru pl sv da nb'.split(' ');

const MONTH_MS = 30.5 * DAY;

let names: ReadonlyMap<string, number> | undefined;

/** Letters alone, lower case, without accents. */
const plain = (name: string): string => name.normalize('NFD').replace(/\P{L}/gu, '').toLowerCase();

/** By plain name, long and short, standing alone and after a day, as `Intl` writes them: made at first use. */
function monthNames(): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const language of LANGUAGES) {
    for (const month of ['long', 'short'] as const) {
      for (const day of [undefined, 'numeric'] as const) {
        // Not kept: it serves once.
        const format = new Intl.DateTimeFormat(language, {
          timeZone: 'UTC',
          calendar: 'gregory',
          month,
          day,
        });
        for (let i = 0; i < 12; i++) {
          const name = format.formatToParts((i + 0.5) * MONTH_MS).find(({ type }) => type === 'month')!.value;
          if (plain(name)) found.set(plain(name), i + 1);
        }
      }
    }
  }
  return found;
}

/**
 * Returns the number, 1 to 12, of a month by its name in any of a dozen European languages, or by the
 * beginning of it: three letters or more that begin no other month. 0 for any other word.
 */
export function monthNumber(word: string): number {
  names ??= monthNames();
  const start = plain(word);
  const whole = names.get(start);
  if (whole || start.length < 3) return whole ?? 0;
  const months = new Set<number>();
  for (const [name, month] of names) if (name.startsWith(start)) months.add(month);
  return months.size === 1 ? [...months][0]! : 0;
}
