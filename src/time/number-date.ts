/** Day 0 of spreadsheets, 30 December 1899, in days before 1970: they count a 29 February 1900 that never was. */
const SPREADSHEET = 25_569;

/**
 * Returns what the digits of a whole number say as programs write dates, a day of a spreadsheet or Unix time, and how to write
 * that; undefined for other numbers.
 */
export function numberRemedy(digits: string): string | undefined {
  const n = /^\d+$/.test(digits) ? Number(digits) : 0;
  if (n > 9999 && n < 1e5)
    return `expected "${isoText((n - SPREADSHEET) * 864e5).slice(0, 10)}" (spreadsheet) or "Y${digits}" (year)`;
  if (n > 1e8 && n < 1e10) return `expected "${isoText(n * 1000)}" (Unix seconds)`;
  return n > 1e11 && n < 1e13 ? `expected "${isoText(n)}" (Unix ms)` : undefined;
}

const isoText = (ms: number): string => new Date(ms).toISOString().replace(/(:00)?\.000/, '');
