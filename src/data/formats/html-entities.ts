import { WINDOWS_1252 } from './windows-1252.js';

const GREEK =
  'Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho - Sigma Tau Upsilon Phi Chi Psi Omega';

/** Names of characters that follow each other, from a first one on; `-` is one without a name that texts use. */
const RUNS: readonly (readonly [first: number, names: string])[] = [
  [
    0xa0,
    'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest',
  ],
  [
    0x2002,
    'ensp emsp - - - - - thinsp - - zwnj zwj lrm rlm - - - ndash mdash - - - lsquo rsquo sbquo - ldquo rdquo bdquo - dagger Dagger bull - - - hellip - - - - - - - - - permil - prime Prime',
  ],
  [0x2190, 'larr uarr rarr darr harr'],
  [0x391, GREEK],
  [0x3b1, GREEK.toLowerCase()],
];

/** Names, each with its character behind it. */
const SINGLES =
  'quot" amp& lt< gt> apos\' AEligÆ aeligæ ETHÐ ethð times× divide÷ OslashØ oslashø THORNÞ thornþ szligß DstrokĐ dstrokđ LstrokŁ lstrokł inodotı OEligŒ oeligœ lsaquo‹ rsaquo› euro€ trade™ frasl⁄ minus− radic√ infin∞ sum∑ asymp≈ ne≠ le≤ ge≥ sdot⋅';

/** The marks that letters bear, written likewise: `eacute` is an e and this mark, composed. */
const MARKS =
  'grave\u0300 acute\u0301 circ\u0302 tilde\u0303 macr\u0304 breve\u0306 dot\u0307 uml\u0308 ring\u030a dblac\u030b caron\u030c cedil\u0327 ogon\u0328';

let characters: ReadonlyMap<string, string> | undefined;
let marks: ReadonlyMap<string, string> | undefined;

const inOrder = ([first, names]: readonly [number, string]): [string, string][] =>
  names.split(' ').map((name, i) => [name, String.fromCharCode(first + i)]);
const inPairs = (pairs: string): [string, string][] =>
  pairs.split(' ').map(pair => [pair.slice(0, -1), pair.slice(-1)]);

/**
 * Returns a text with its entities decoded, once: numbers as HTML reads them, and the names of Latin, Greek and
 * typographic characters. Other names and entities without `;` stay as written.
 */
export const decodeEntities = (text: string): string =>
  text.replace(
    /&(?:#(?:x([\da-f]+)|(\d+))|([a-z]+\d*));/gi,
    (written, hex?: string, number?: string, name?: string) =>
      name ? (characterOf(name) ?? written) : characterAt(hex ? parseInt(hex, 16) : Number(number)),
  );

function characterAt(code: number): string {
  // HTML, §13.2.5.80.
  if (code >= 128 && code < 160) return WINDOWS_1252[code - 128]!;
  return code === 0 || code > 0x10ffff || (code >= 0xd800 && code < 0xe000)
    ? '\ufffd'
    : String.fromCodePoint(code);
}

function characterOf(name: string): string | undefined {
  characters ??= new Map([...RUNS.flatMap(inOrder), ...inPairs(SINGLES)]);
  marks ??= new Map(inPairs(MARKS));
  const mark = marks.get(name.slice(1));
  const composed = mark && (name[0]! + mark).normalize();
  return characters.get(name) ?? (composed?.length === 1 ? composed : undefined);
}
