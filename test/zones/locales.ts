/** Languages of different calendars, digits, scripts and orders. */
export const LOCALES = [
  'en',
  'de',
  'fr',
  'pl',
  'ru',
  'ar-EG',
  'fa-IR',
  'he',
  'ja',
  'th',
  'hi',
  'zh-Hans',
  'tr',
];

const GREGORIAN = { calendar: 'gregory', timeZone: 'UTC' } as const;

/** A Gregorian date in UTC as `Intl` says it. */
export function said(ms: number, locale: string, fields: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locale, { ...GREGORIAN, ...fields }).format(ms);
}

/** One part of it. */
function partOf(
  ms: number,
  type: Intl.DateTimeFormatPartTypes,
  locale: string,
  fields: Intl.DateTimeFormatOptions,
): string {
  const parts = new Intl.DateTimeFormat(locale, { ...GREGORIAN, ...fields }).formatToParts(ms);
  return parts.find(part => part.type === type)?.value ?? '';
}

const names = new Map<string, readonly string[]>();

/** All that the twelve months are called, alone and in dates; numbers where a language has no names. */
export function monthNames(locale: string): readonly string[] {
  const found = names.get(locale) ?? [
    ...new Set(
      Array.from({ length: 12 }, (_, i) => Date.UTC(2024, i, 15)).flatMap(ms =>
        (['long', 'short'] as const).flatMap(month => [
          partOf(ms, 'month', locale, { month }),
          partOf(ms, 'month', locale, { month, day: 'numeric' }),
        ]),
      ),
    ),
  ];
  names.set(locale, found);
  return found;
}

/** The name of the years before 1; English says it in words of our own. */
export function eraBefore(locale: string): string {
  const era = partOf(Date.UTC(-43, 0), 'era', locale, { year: 'numeric', era: 'short' });
  return era === 'BC' ? 'BCE' : era;
}

/** All numbers in a text, whatever digits the language has. */
export function numbersIn(text: string, locale: string): number[] {
  const format = new Intl.NumberFormat(locale, { useGrouping: false });
  const digits = Array.from({ length: 10 }, (_, i) => format.format(i));
  const latin = [...text].map(c => (digits.includes(c) ? String(digits.indexOf(c)) : c)).join('');
  return (latin.match(/\d+/g) ?? []).map(Number);
}
