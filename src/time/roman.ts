const NUMERALS = [
  ['M', 1000],
  ['CM', 900],
  ['D', 500],
  ['CD', 400],
  ['C', 100],
  ['XC', 90],
  ['L', 50],
  ['XL', 40],
  ['X', 10],
  ['IX', 9],
  ['V', 5],
  ['IV', 4],
  ['I', 1],
] as const;

/** A number from 1 on as Romans wrote it, as many languages do with centuries. */
export function roman(n: number): string {
  let text = '';
  let rest = n;
  for (const [numeral, value] of NUMERALS) {
    text += numeral.repeat(rest / value);
    rest %= value;
  }
  return text;
}
