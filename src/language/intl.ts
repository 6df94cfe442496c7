const LIMIT = 64;
const cache = new Map<string, unknown>();

/** Of more than 64 the oldest goes: making a formatter costs 30 µs, using one less than 1. */
function cached<T>(key: string, make: () => T): T {
  let value = cache.get(key) as T | undefined;
  if (value === undefined) {
    cache.set(key, (value = make()));
    if (cache.size > LIMIT) cache.delete(cache.keys().next().value!);
  }
  return value;
}

/**
 * A formatter of dates, made once. Calendar and zone are never the environment's: Gregorian and UTC,
 * unless the options say otherwise. Throws a `RangeError` where `Intl` does.
 */
export function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return cached(
    `d${locale}${JSON.stringify(options)}`,
    () => new Intl.DateTimeFormat(locale, { timeZone: 'UTC', calendar: 'gregory', ...options }),
  );
}

/** The calendar of `Intl` with that name; `gregory` where it has none, and for `iso8601`, which tells the same days. */
export function calendarOf(name = 'gregory'): string {
  if (name === 'gregory') return name;
  try {
    // English falls back on the Gregorian one.
    const { calendar } = dateFormat('en', { calendar: name }).resolvedOptions();
    return calendar === 'iso8601' ? 'gregory' : calendar;
  } catch {
    return 'gregory';
  }
}

/** Whether `Intl` has a calendar of that name, such as `persian`. */
export const isCalendar = (name: string): boolean =>
  /^(gregory|iso8601)$/.test(name) || calendarOf(name) !== 'gregory';

/** A formatter of numbers, made once. */
export function numberFormat(locale: string, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
  return cached(`n${locale}${JSON.stringify(options)}`, () => new Intl.NumberFormat(locale, options));
}

/** A formatter of lists, made once: `a, b or c`, `a, b and c`. */
export function listFormat(locale: string, type: 'conjunction' | 'disjunction'): Intl.ListFormat {
  return cached(`l${locale}${type}`, () => new Intl.ListFormat(locale, { type }));
}

/** The plural rules of a language, made once. */
export function pluralRules(locale: string, type: 'cardinal' | 'ordinal'): Intl.PluralRules {
  return cached(`p${locale}${type}`, () => new Intl.PluralRules(locale, { type }));
}

/** How many formatters are kept. */
export const intlCacheSize = (): number => cache.size;

/** Forgets all formatters, as is due when the reader's languages change. */
export function clearIntlCache(): void {
  cache.clear();
}
