/** How people, and the 2012 draft of EDTF, write what EDTF writes otherwise. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/[\u2010-\u2015\u2212]/g, '-'],
  [/unknown/gi, ''],
  [/\/(open|present|now)$/i, '/..'],
  [/^(\d{4}) ?- ?(?=\d{4}$)/, '$1/'],
  [/^(\d{4})[/.](\d\d?)[/.](?=\d\d?$)/, '$1-$2-'],
  [/-(\d)(?!\d)/g, '-0$1'],
  [/( |t)(?=\d\d:)/, 'T'],
  [/z$/, 'Z'],
  [/[ux]/g, 'X'],
  [/^(\d{3})0s$/, '$1X'],
  [/^y?(?=-?\d{5,}$)/, 'Y'],
  [/^Y(?=-?\d{4}$)/, ''],
  [/^c(?:a|irca)?\.? ?(\d.*)$/, '$1~'],
  [/\?~|~\?/g, '%'],
];

/** The text in today's EDTF, as far as it can be guessed; it need not be a date. */
export function respell(text: string): string {
  return SPELLINGS.reduce((t, [pattern, spelling]) => t.replace(pattern, spelling), text.normalize('NFKC'));
}
