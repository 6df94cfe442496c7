import { formatValue } from '../../language/format-value.js';
import type { Work } from '../work.js';

/** Where a JSON text is broken, and how to mend it. */
export interface JsonFault {
  /** Index into the text. */
  readonly at: number;
  /** What, the value, the remedy. */
  readonly problem: string;
}

// What comes next. Where a bracket has just opened, it may as well be closed.
const VALUE = 'a value';
const NAME = 'a name in double quotes';
const COLON = '":"';
const COMMA = '","';

const SPACE = /[ \t\n\r]*/y;
const ATOM = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/y;
const LETTERS = /[^"\\\0-\x1f]*/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;
const WORD = /[\w$.+-]+|[^]/uy;

/** What other languages say, and JSON for it. */
const FOREIGN: Readonly<Record<string, string>> = {
  NaN: 'null',
  Infinity: 'null',
  '-Infinity': 'null',
  undefined: 'null',
  None: 'null',
  nil: 'null',
  True: 'true',
  False: 'false',
};

const SCRIPT = /^(var|let|const|export|import|module\.exports|function|return|window\.[\w$.]+)$/;

/** Tokens between two rests. */
const BATCH = 4000;

/**
 * Returns the first fault of a text that `JSON.parse` refused. The engines' own messages differ and
 * most name no line; this walks the text once, by the grammar of RFC 8259, without recursion.
 */
export function* findJsonFault(text: string): Work<JsonFault> {
  /** The closing brackets that are due. */
  const due: string[] = [];
  let expected = VALUE;
  let isFresh = false;
  let comma = NaN;
  let at = 0;
  const skip = (pattern: RegExp): string => {
    pattern.lastIndex = at;
    const [found] = pattern.exec(text) ?? [''];
    at += found.length;
    return found;
  };

  for (let count = 1; ; count++) {
    if (count % BATCH === 0) yield at / text.length;
    const gap = skip(SPACE).length;
    const c = text[at];
    const closing = due.at(-1);
    const wasFresh = isFresh;
    isFresh = false;
    if (c === closing && c && (wasFresh || expected === COMMA)) {
      at++;
      due.pop();
      expected = COMMA;
    } else if (expected === VALUE && (c === '{' || c === '[')) {
      at++;
      due.push(c === '{' ? '}' : ']');
      expected = c === '{' ? NAME : VALUE;
      isFresh = true;
    } else if (c === '"' && (expected === VALUE || expected === NAME)) {
      at++;
      do skip(LETTERS);
      while (skip(ESCAPE));
      if (text[at] !== '"') return { at, problem: describeText(text[at], text[at + 1]) };
      at++;
      expected = expected === NAME ? COLON : COMMA;
    } else if (c === ':' && expected === COLON) {
      at++;
      expected = VALUE;
    } else if (c === ',' && expected === COMMA && closing) {
      comma = at++;
      expected = closing === '}' ? NAME : VALUE;
    } else if (expected === VALUE && skip(ATOM)) {
      expected = COMMA;
    } else if (c && c === closing && at - gap - 1 === comma) {
      return { at: comma, problem: `a comma before "${c}"; remove it` };
    } else {
      return { at, problem: describe(skip(WORD), text[at], expected, closing) };
    }
  }
}

/** What is wrong where a text should end or go on. */
function describeText(c: string | undefined, next: string | undefined): string {
  if (c === '\\') return `unknown escape: ${formatValue(next)}; expected \\\\ for a backslash`;
  if (!c) return 'the end comes too early; expected a closing "';
  const escaped = JSON.stringify(c).slice(1, -1);
  return `a text is not ended: ${formatValue(c)}; expected a closing ", or ${escaped} for that character`;
}

/** What is wrong where the grammar lets nothing of this kind come. */
function describe(
  word: string,
  next: string | undefined,
  expected: string,
  closing: string | undefined,
): string {
  const shown = formatValue(word);
  if (!word) {
    if (closing) return `the end comes too early; expected "${closing}"`;
    return expected === COMMA ? 'nested too deeply' : 'no data; expected {…} or […]';
  }
  if (/^\/[/*]/.test(word + next)) return 'a comment; remove it';
  if ((word === '{' && expected === NAME) || (word === '%' && closing === '}'))
    return `a template that was not filled in: "{${word}"; publish what it makes, not the template`;
  if (expected === COMMA && !closing)
    return /[[{]/.test(word)
      ? `more after the end: ${shown}; put all into one list, or each on a line of its own`
      : `more after the end: ${shown}; remove it`;
  if (expected === COMMA && !/[\]}:]/.test(word)) return `no comma before ${shown}; expected ","`;
  if (/['`\u2018-\u201f]/.test(word)) return `wrong quotes: ${word}; expected "`;
  if (expected === NAME && /\w/.test(word)) return `a name without quotes: ${shown}; expected double quotes`;
  if (expected === VALUE && Object.hasOwn(FOREIGN, word))
    return `unexpected ${shown}; write ${FOREIGN[word]}`;
  if (!closing && SCRIPT.test(word)) return `JavaScript: ${shown}; expected only the {…} or […] in it`;
  return `unexpected ${shown}; expected ${expected}`;
}

/** Returns `line 3, column 7` for an index into a text. Lines end in \n, \r\n or \r. */
export function* placeIn(text: string, index: number): Work<string> {
  const LINE_END = /\r\n?|\n/g;
  let line = 1;
  let start = 0;
  while (LINE_END.test(text) && LINE_END.lastIndex <= index) {
    start = LINE_END.lastIndex;
    if (line++ % BATCH === 0) yield start / text.length;
  }
  return `line ${line}, column ${index - start + 1}`;
}
