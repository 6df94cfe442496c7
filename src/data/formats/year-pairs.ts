/** `2022-23`: two years to most who write tables, the autumn of 2022 to EDTF, which numbers parts of a year from 21 to 41. */
const PAIR = /^\d\d(\d\d)-(\d\d)$/;

/** What the cells of a column that are written so have shown so far. */
export interface PairEvidence {
  /** Whether one of them is no date of EDTF, so that it must be two years: `1914-18`. */
  years: boolean;
  /** Whether one of them can't be two years, but is a part of one: `2021-21`. */
  parts: boolean;
  /** How many can be both, and how many of these name two years in a row. */
  either: number;
  inRow: number;
}

/** What all such cells of a table are read as: as what they must be, or as what is likely, which has to be said. */
export type PairReading = 'years' | 'likely years' | 'parts' | 'likely parts';

export const noPairs = (): PairEvidence => ({ years: false, parts: false, either: 0, inRow: 0 });

/** Takes note of a cell. */
export function observePair(cell: string, evidence: PairEvidence): void {
  const pair = pairIn(cell);
  if (!pair) return;
  const { year, second } = pair;
  if (second > 41 || second === 0 || (second > 12 && second < 21)) evidence.years = true;
  else if (second > 20 && second <= year) evidence.parts = true;
  else if (second > 20) {
    evidence.either++;
    if (second === year + 1) evidence.inRow++;
  }
}

/** What the columns of one table tell together. */
export function readingOfPairs(columns: readonly PairEvidence[]): PairReading {
  const sum = (count: (column: PairEvidence) => number) =>
    columns.reduce((n, column) => n + count(column), 0);
  const [either, inRow] = [sum(column => column.either), sum(column => column.inRow)];
  if (columns.some(({ years }) => years)) return 'years';
  if (columns.some(({ parts }) => parts)) return 'parts';
  // A season each year, and each year the next season: hardly anybody notes such.
  return either > 1 && either === inRow ? 'likely years' : 'likely parts';
}

/** Whether a cell can be two years as well as a season. */
export function isEither(cell: string): boolean {
  const pair = pairIn(cell);
  return pair !== null && pair.second > 20 && pair.second < 25 && pair.second > pair.year;
}

/** The last two digits of a year, and the two behind it. */
function pairIn(cell: string): { readonly year: number; readonly second: number } | null {
  const [, year, second] = PAIR.exec(cell) ?? [];
  return second === undefined ? null : { year: Number(year), second: Number(second) };
}
