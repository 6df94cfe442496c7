import { numberFormat } from '../language/intl.js';
import { toCivil } from './civil.js';
import type { EpochMs } from './epoch-ms.js';

export type DatePart = Intl.DateTimeFormatPart & { readonly source?: string };

const UNITS = ['year', 'month', 'day'] as const;
type Unit = (typeof UNITS)[number];

/** A part of a stretch. */
interface Known {
  readonly part: DatePart;
  /** The words that it has been met with, by the number of its unit; null for a year in digits. */
  readonly words: Map<number, string> | null;
}

/** By formatter, and by the largest unit in which the ends of a stretch differ: in all such stretches the same parts follow each other. */
const KNOWN = new WeakMap<Intl.DateTimeFormat, Known[][]>();

/**
 * Returns what `formatRangeToParts` of a Gregorian formatter of years, months and days does, for two days of the years 100 to
 * 9999. As `Intl` takes a tenth of a millisecond for it, it is asked only for words that have not been met.
 */
export function rangeParts(
  format: Intl.DateTimeFormat,
  from: EpochMs,
  to: EpochMs,
  locale: string,
): readonly DatePart[] {
  const [start, end] = [toCivil(from), toCivil(to)];
  const apart = UNITS.findIndex(unit => start[unit] !== end[unit]);
  const byUnit = KNOWN.get(format) ?? [];
  KNOWN.set(format, byUnit);
  const known = byUnit[apart];
  const digits = (year: number): string => numberFormat(locale, { useGrouping: false }).format(year);
  /** The number that a part tells; undefined for what lies between them. */
  const numberOf = ({ type, source }: DatePart): number | undefined =>
    (source === 'endRange' ? end : start)[type as Unit];
  const parts = known?.map(({ part, words }) => {
    const n = numberOf(part);
    return n === undefined ? part : { ...part, value: words ? words.get(n) : digits(n) };
  });
  if (parts?.every((part): part is DatePart => part.value !== undefined)) return parts;
  const asked: DatePart[] = format.formatRangeToParts(from, to);
  // A part that is called shared, and is of a unit in which the ends may differ, tells one of them: the month in Persian is the last one.
  const isClear = asked.every(
    ({ type, source }) => source !== 'shared' || UNITS.indexOf(type as Unit) < apart,
  );
  if (apart >= 0 && isClear) {
    byUnit[apart] ??= asked.map(part => ({
      part,
      words: part.type === 'year' && part.value === digits(numberOf(part)!) ? null : new Map(),
    }));
    asked.forEach((part, i) => byUnit[apart]![i]?.words?.set(numberOf(part)!, part.value));
  }
  return asked;
}
