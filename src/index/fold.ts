/** Marks that readers leave out: accents, points of Hebrew and Arabic. Others, as of Thai or Hindi, are part of the letter. */
const MARKS =
  /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0640\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]/g;
/** Letters that no decomposition takes apart, as they are written without them. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ı: 'i',
  ς: 'σ',
};
const LETTER = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'g');
/** What stands between words. Symbols are words: C++, €, 🎉. */
const BETWEEN = /[^\p{L}\p{N}\p{M}\p{S}]+/gu;
/** Scripts that put no spaces between words. */
const SPACELESS = '\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}\\p{sc=Thai}\\p{sc=Laoo}\\p{sc=Khmr}\\p{sc=Mymr}ー々';
const HAS_SPACELESS = new RegExp(`[${SPACELESS}]`, 'u');
const STARTS_SPACELESS = new RegExp(`^[${SPACELESS}]`, 'u');
const ENDS_SPACELESS = new RegExp(`[${SPACELESS}]$`, 'u');
const MEETING = new RegExp(
  `(?<=[${SPACELESS}])(?=[^${SPACELESS}\\p{M} ])|(?<=[^${SPACELESS} ])(?=[${SPACELESS}])`,
  'gu',
);
const ASCII = /^[\x00-\x7f]*$/;
/** The same of small ASCII letters; single spaces, which most are, stay as they are. */
const ASCII_BETWEEN = / *[^a-z0-9+<=>^`|~$ ][^a-z0-9+<=>^`|~$]*| {2,}/g;
const OTHER_WORD = /\S*[^\x00-\x7f]\S*/g;
/** Longer runs are sentences of scripts without spaces, and seldom the same twice. */
const LONGEST_KNOWN = 24;
const MOST_KNOWN = 20_000;
const known = new Map<string, string>();

/**
 * Returns the words of a text, with a space between each two: as anybody might type them, without case, accents and
 * punctuation. Texts of scripts without spaces count as words that may be begun anywhere.
 */
export function fold(text: string): string {
  const letters = foldLetters(text);
  // Most texts are of such letters, and there may be many.
  if (ASCII.test(letters)) return letters.replace(ASCII_BETWEEN, ' ').trim();
  const words = letters.replace(BETWEEN, ' ').trim();
  return HAS_SPACELESS.test(words) ? words.replace(MEETING, ' ') : words;
}

/** Returns a text without case and accents; what stands between words stays. */
export function foldLetters(text: string): string {
  return (ASCII.test(text) ? text : text.replace(OTHER_WORD, foldWord)).toLowerCase();
}

/** Words come again and again, and to take one apart takes a while. */
function foldWord(word: string): string {
  const before = known.get(word);
  if (before !== undefined) return before;
  const folded = word
    .normalize('NFKD')
    .toLowerCase()
    .replace(MARKS, '')
    .normalize('NFC')
    .replace(LETTER, letter => LETTERS[letter]!);
  if (known.size >= MOST_KNOWN) known.clear();
  if (word.length <= LONGEST_KNOWN) known.set(word, folded);
  return folded;
}

/**
 * Returns what of ` word word `, as a folded text stands in a haystack, has those words: begun words, or whole ones. Empty where
 * there are no words.
 */
export function needleOf(text: string, whole: boolean): string {
  const words = fold(text);
  if (words === '') return '';
  const before = STARTS_SPACELESS.test(words) ? '' : ' ';
  return `${before}${words}${whole && !ENDS_SPACELESS.test(words) ? ' ' : ''}`;
}
