/** How people, and the 2012 draft of EDTF, write in digits and signs what EDTF writes otherwise. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/[\u2010-\u2015\u2212]/g, '-'],
  [/ - /, '/'],
  [/unknown/gi, ''],
  [/^open\//i, '../'],
  [/\/(open|present|now)$/i, '/..'],
  [/^(\d{4}) ?- ?(?=\d{4}$)/, '$1/'],
  [/^(\d{4})[/.](\d\d?)[/.](?=\d\d?$)/, '$1-$2-'],
  [/^(\d{4})(\d\d)(?=\d\d(?!\d))/, '$1-$2-'],
  [/-(\d)(?!\d)/g, '-0$1'],
  [/( |t)(?=\d\d:)/, 'T'],
  [/(T\d\d)(?=\d\d)/, '$1:'],
  [/(T\d\d:\d\d)(?=\d\d)/, '$1:'],
  [/ ?z$/i, 'Z'],
  [/[ux]/g, 'X'],
  [/(\d\d[1-9])0s/, '$1X'], // The 1900s are a decade to some and a century to others.
  [/^y/, 'Y'],
  [/e(?=\d+$)/, 'E'],
  [/^(?=\d{5}$|-\d{5,}$)/, 'Y'],
  [/^Y(?=-?\d{4}$)/, ''],
  [/\?~|~\?/g, '%'],
];

/** What is expected where a text can have more than one meaning, or none of today. */
const HINTS: readonly (readonly [RegExp, string])[] = [
  [/\(/, 'expected a qualifier before the part it is about, such as "2004-~06"'],
  [/\^/, 'expected a code from 21 to 41 and no "^"'],
  [/^\d\d?([/.-])\d\d?\1\d\d$/, 'expected a year of four digits, month and day, such as "2019-11-12"'],
];

/** The text in today's EDTF, as far as it can be guessed without a second meaning; it need not be a date. */
export function respell(text: string): string {
  return SPELLINGS.reduce((spelt, [from, to]) => spelt.replace(from, to), text.normalize('NFKC'));
}

/** What is expected instead of a notation that can't be turned into today's with one meaning. */
export function hintFor(text: string): string | undefined {
  return HINTS.find(([pattern]) => pattern.test(text))?.[1];
}
