/** A stretch of at most a hundred years, in which each year has two last digits of its own. */
export interface YearRange {
  readonly first: number;
  readonly last: number;
}

/** Fewer years in a row without any date tell no beginning from an end. */
const LEAST_GAP = 20;

/**
 * Returns the years that years of two digits are, all those of a table together: the shortest stretch that has them, in
 * the century nearest to the years of four digits beside them. Where there are none of these, it reaches over 2000
 * if it reaches over a turn of centuries at all, else ends before 2050. Null for stretches so long that any could be meant.
 */
export function rangeOfShortYears(short: ReadonlySet<number>, whole?: YearRange): YearRange | null {
  const years = [...short].sort((a, b) => a - b);
  if (!years.length) return null;
  let begin = years[0]!;
  let gap = begin + 100 - years.at(-1)!;
  for (let i = 1; i < years.length; i++) {
    const wide = years[i]! - years[i - 1]!;
    if (wide < gap) continue;
    [begin, gap] = [years[i]!, wide];
  }
  if (gap <= LEAST_GAP) return null;
  const end = begin + 100 - gap;
  const usual = { first: 1900 + begin, last: 1900 + end };
  const century = whole ? Math.round((middle(whole) - middle(usual)) / 100) : end < 50 ? 1 : 0;
  return { first: usual.first + 100 * century, last: usual.last + 100 * century };
}

const middle = ({ first, last }: YearRange): number => (first + last) / 2;

/** Returns the year with two last digits out of a hundred from the first of a range on. */
export const yearOfShort = (short: number, { first }: YearRange): number =>
  first + ((((short - first) % 100) + 100) % 100);
