/**
 * The first and the last year (astronomical) that have the significant digits of a year in common: 1900
 * and 1999 for 1950 with 2. The year twice where all its digits count.
 */
export function significantYears(year: number, digits: number): readonly [first: number, last: number] {
  const size = 10 ** Math.max(0, `${Math.abs(year)}`.length - digits);
  // Digits say how far it is from 0, on either side of it.
  const near = Math.trunc(year / size) * size;
  const far = near + (size - 1) * (Math.sign(year) || 1);
  return [Math.min(near, far), Math.max(near, far)];
}
