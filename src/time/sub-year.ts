import type { Civil } from './civil.js';
import type { DateEnd, Precision } from './dated-span.js';

/** A part of a year, such as its second quarter. */
export interface SubYear {
  /** The year it is counted in (astronomical). */
  readonly year: number;
  /** Its EDTF code: 21 to 41. */
  readonly code: number;
  /** Its number among those of its kind, from 1; for a season of any hemisphere, spring is 1. */
  readonly ordinal: number;
}

/** By precision, the EDTF code before the first, how many months one has, and in which the first begins. */
const KINDS: Partial<Record<Precision, readonly [base: number, months: number, first: number]>> = {
  season: [20, 3, 3],
  quarter: [32, 3, 1],
  quadrimester: [36, 4, 1],
  semester: [39, 6, 1],
};

/** What an EDTF code stands for. */
export interface SubYearKind {
  readonly precision: Precision;
  /** In which month it begins, and how many it has. */
  readonly month: number;
  readonly months: number;
}

/**
 * The part of a year that an EDTF code names: seasons of the north (twice, 21 to 28) and of the south,
 * quarters, quadrimesters, semesters. Null for any other number.
 */
export function subYearKind(code: number): SubYearKind | null {
  if (!(code > 20 && code < 42)) return null;
  const [precision, [base, months, first]] = Object.entries(KINDS).findLast(([, [base]]) => code > base)!;
  const southern = code > 28 && code < 33 ? 6 : 0;
  const month = ((first - 1 + southern + (code - base - 1) * months) % 12) + 1;
  return { precision: precision as Precision, month, months };
}

/**
 * The part of a year that a moment lies in, as the side of a span has it; where that does not say
 * which, a season is one of the north. Null for what is no part of a year.
 */
export function subYearAt({ year, month }: Civil, { precision, subYear }: DateEnd): SubYear | null {
  const kind = KINDS[precision];
  if (!kind) return null;
  const [base, months, first] = kind;
  const code = subYear ?? base + 1 + Math.floor(((month - first + 12) % 12) / months);
  return {
    // The season that begins in December bears the year of that December.
    year: month < first && code < 33 ? year - 1 : year,
    code,
    ordinal: precision === 'season' ? ((code - 21) % 4) + 1 : code - base,
  };
}
