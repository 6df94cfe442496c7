/** How people, and the 2012 draft of EDTF, write what EDTF writes otherwise. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/[\u2010-\u2015\u2212]/g, '-'],
  [/unknown/gi, ''],
  [/\/(open|present|now)$/i, '/..'],
  [/^(\d{4}) ?- ?(?=\d{4}$)/, '$1/'],
  [/^(\d{4})[/.](\d\d?)[/.](?=\d\d?$)/, '$1-$2-'],
  [/^(\d{4})(\d\d)(?=\d\d$)/, '$1-$2-'],
  [/-(\d)(?!\d)/g, '-0$1'],
  [/( |t)(?=\d\d:)/, 'T'],
  [/z$/, 'Z'],
  [/[ux]/g, 'X'],
  [/(\d\d[1-9])0s/, '$1X'], // The 1900s are a decade to some and a century to others.
  [/^y/, 'Y'],
  [/e(?=\d+$)/, 'E'],
  [/^(?=\d{5}$|-\d{5,}$)/, 'Y'],
  [/^Y(?=-?\d{4}$)/, ''],
  [/\?~|~\?/g, '%'],
];

/** The text in today's EDTF, as far as it can be guessed without a second meaning; it need not be a date. */
export function respell(text: string): string {
  const spelt = SPELLINGS.reduce((t, [from, to]) => t.replace(from, to), text.normalize('NFKC'));
  return spelt.includes('(') ? withoutParentheses(spelt) : spelt;
}

/** What is written instead today, where a notation of the draft can't be turned into it. */
export function formerly(text: string): string | undefined {
  if (text.includes('('))
    return 'expected a qualifier before the part it is about, such as "2004-~06", in place of parentheses';
  if (text.includes('^')) return 'expected a code from 21 to 41 and nothing behind it, in place of "^"';
  return undefined;
}

/**
 * What the draft of 2012 put in parentheses to qualify it alone, with the qualifier before each part,
 * as it is today: `(2004-(06)?)~` is `~2004-%06`. A bare qualifier behind or within parentheses means
 * different things to different readers: the text then comes back as it is.
 */
function withoutParentheses(text: string): string {
  const parts: { readonly digits: string; marks: string }[] = [];
  const opened: number[] = [];
  let isGrouped = false;
  let group: number | undefined; // Where the parentheses began that have just been closed.
  for (const token of text.match(/^-?[\dX]+|[\dX]+|[^\dX]/g)!) {
    const closed = group;
    group = undefined;
    if (/[\dX]/.test(token)) parts.push({ digits: token, marks: '' });
    else if (token === '(') opened.push(parts.length);
    else if (token === ')') {
      isGrouped = true;
      group = opened.pop();
    } else if (/[?~%]/.test(token)) {
      if (closed === undefined && (isGrouped || opened.some(at => at > 0))) return text;
      for (const part of parts.slice(closed ?? 0)) part.marks += token;
    } else if (token !== '-' || !parts.length) return text;
  }
  return parts.map(({ digits, marks }) => asOne(marks) + digits).join('-');
}

/** Several qualifiers as one. */
function asOne(marks: string): string {
  return /%|\?.*~|~.*\?/.test(marks) ? '%' : marks.slice(0, 1);
}
