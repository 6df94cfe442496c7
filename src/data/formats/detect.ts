import { formatValue } from '../../language/format-value.js';
import type { Issue } from '../issue.js';
import { FORMATS, misnamed, type FormatName, type FormatRow } from './formats.js';
import { beginsAsJsonp } from './jsonp.js';
import { beginsAsJson, endOfLine, HEAD_SIZE, isJson, saidFormat, type TextHints } from './plain-json.js';

/** The format of a text; null where it is no data at all, and then the only issue says what it is. */
export interface Detected {
  readonly format: FormatName | null;
  readonly issues: readonly Issue[];
}

const rows = Object.entries(FORMATS) as [FormatName, FormatRow][];

/** What a text can be that is no data, by its head: what it is, and the remedy. Binary files are told by their first bytes. */
const NO_DATA: readonly (readonly [head: RegExp, what: string, remedy: string])[] = [
  [/^PK\x03\x04/, 'a ZIP archive or a workbook (.xlsx, .ods)', 'export the sheet as CSV'],
  [/^(?:ÐÏ\x11à|\ufffd{2}\x11\ufffd)/, 'a workbook or document of an old Office', 'export the sheet as CSV'],
  [/^%PDF-/, 'a PDF document', 'data are needed: JSON, CSV, …'],
  [/^(?:[‰\ufffd]PNG|GIF8|ÿØÿ|\ufffd{3}\x10JFIF)/, 'a picture', 'data are needed: JSON, CSV, …'],
  [/^\x1f[‹\ufffd]\x08/, 'a gzip archive', 'unpack it, or let the server say "Content-Encoding: gzip"'],
  [
    /^(?:---\s[^]*?\n---\s+)?(?:\{%|\{\{)/,
    'a template that was not filled in',
    'publish what it makes, not the template',
  ],
  // So many controls so near to each other as no text has, tabs, ends of lines and of files apart.
  [
    /(?:[\0-\x08\x0e-\x19][^\0-\x08\x0e-\x19]{0,99}){16}/,
    'a file that is not text',
    'data are needed: JSON, CSV, …',
  ],
];

/** What the head of a text is a sign of. Where something else was said of it, this counts, but for what `OPEN_FORMATS` says. */
const PLAIN_SIGNS: readonly (readonly [matches: (head: string) => boolean, format: FormatName | 'markup'])[] =
  [
    [head => /^\s*BEGIN:V(?:CALENDAR|EVENT|TIMEZONE)\b/i.test(head), 'ics'],
    [head => /^\s*<[!?a-z]/i.test(head), 'markup'],
    [head => beginsAsJson(head) || beginsAsJsonp(head), 'json'],
  ];

/** Formats in which the first cell, line or word may be anything, a tag or a bracket too: of these, only a whole document is another. */
const OPEN_FORMATS: ReadonlySet<string> = new Set(['csv', 'tsv', 'markwhen', 'html']);

/** What a text may be of which nothing was said. */
const FAINT_SIGNS: readonly (readonly [matches: (head: string) => boolean, format: FormatName])[] = [
  [head => /^\s*(?:[[{]|\/[/*])/.test(head), 'json'],
  [head => /^\s*(?:var|let|const|export|module\.exports|window\.\w+)\b.*=?/.test(head), 'json'],
  [head => isDelimited(head, '\t'), 'tsv'],
  [head => isDelimited(head, ',') || isDelimited(head, ';'), 'csv'],
  [head => MARKWHEN.test(head), 'markwhen'],
  // A table with comments above it.
  [head => isTable(head.replace(/^(?:#[^\n\r]*[\n\r]+)+/, '')), 'csv'],
  [head => /^[^\n\r]*[,;\t|]/.test(head.trimStart()), 'csv'],
];

/** `2025-08-01/2025-09: words`, `July 10, 2022: words`, at the beginning of a line. */
const MARKWHEN =
  /^[ \t]*(?:\d{4}|\d{1,2}\/\d|[A-Z][a-z]{2,8} \d)[\w/.,+!| -]{0,80}(?::\d\d[\w/.,+!| -]{0,40}){0,4}:(?:[ \t]|$)/m;

/**
 * Returns the format of a text: what `format` says, else what is beyond doubt at its head, else what the content
 * type says, else the extension, else what the head looks like. No reader is tried to see whether it fails.
 */
export function detect(text: string, hints: TextHints): Detected {
  const head = text.slice(0, HEAD_SIZE);
  const noData = NO_DATA.find(([sign]) => sign.test(head));
  if (noData) return none(`${noData[1]} instead of data; ${noData[2]}`);
  if (!/\S/.test(text)) return none('no data: the text is empty; expected JSON, CSV, iCalendar, …');
  const said = saidFormat(hints);
  const plain = plainFormat(text, head, said);
  if (plain === 'markup') return markup(head, said);
  if (plain) return isOfFamily(said, plain, head) ? { format: said, issues: [] } : contradiction(said, plain);
  if (said && said !== 'timelinejs' && isJson(said) && isTable(head)) return tableAsJson(said, head);
  if (said === 'tsv' && isOtherTable(head)) return contradiction(said, 'csv');
  // The reader of tables knows the columns of its spreadsheets, one of which has this name.
  if (said === 'timelinejs')
    return /headline/i.test(head) ? { format: 'csv', issues: [] } : contradiction(said, 'csv');
  if (said) return { format: said, issues: [] };
  return guessed(head);
}

/** What a text is beyond doubt, given what was said of it. */
function plainFormat(
  text: string,
  head: string,
  said: FormatName | undefined,
): FormatName | 'markup' | undefined {
  const [, sign] = PLAIN_SIGNS.find(([matches]) => matches(head)) ?? [];
  const plain = sign === 'json' && isJsonLines(text) ? 'jsonl' : sign;
  if (!said || !OPEN_FORMATS.has(said)) return plain;
  const isWhole =
    (plain === 'markup' && /^\s*<(?:!doctype\b|html\b|\?xml\b)/i.test(head)) ||
    (plain === 'json' && isWholeJson(text)) ||
    plain === 'jsonl' ||
    plain === 'ics';
  return isWhole ? plain : undefined;
}

/** Whether what was said can be right for a text that is `plain`. */
function isOfFamily(said: FormatName | undefined, plain: FormatName, head: string): said is FormatName {
  if (said === 'jsonl' && plain === 'json') return /^[\s\x1e]*\{.*\}\s*(?:[\r\n]|$)/.test(head);
  return said === plain || (plain === 'json' && !!said && isJson(said));
}

function guessed(head: string): Detected {
  const format = FAINT_SIGNS.find(([matches]) => matches(head))?.[1];
  if (format) return { format, issues: [] };
  const names = rows.map(([, { name }]) => name).join(', ');
  return none(
    `unknown format: ${formatValue(head.trim().slice(0, 60))}; expected ${names}, or say which it is with "format"`,
  );
}

function contradiction(said: FormatName | undefined, plain: FormatName): Detected {
  return { format: plain, issues: said ? [misnamed(FORMATS[said].name, FORMATS[plain].name)] : [] };
}

function markup(head: string, said: FormatName | undefined): Detected {
  if (said === 'html') return { format: 'html', issues: [] };
  const isPage =
    /<(?:!doctype html|html|head|body|title|main|ol|ul|li|dl|dt|dd|section|article|aside|figure|details|blockquote|div|time|h\d|p|table|tr|script)\b/i.test(
      head,
    );
  if (!isPage)
    return none('XML instead of data; expected JSON, CSV, iCalendar, …: SIMILE timelines are read as JSON');
  if (said)
    return none(
      `a web page instead of ${FORMATS[said].name}; check the address: it may have moved or ask for a password`,
    );
  return { format: 'html', issues: [] };
}

/** The signs of a table are too faint to read as one what was said to be JSON. */
const tableAsJson = (said: FormatName, head: string): Detected =>
  none(
    `${FORMATS[said].name} was expected, but this looks like CSV: ${formatValue(firstLine(head))}; say "csv" in "format", or serve it as text/csv`,
  );

const none = (message: string): Detected => ({
  format: null,
  issues: [{ code: 'invalid-document', path: '', message, severity: 'error' }],
});

const firstLine = (head: string): string => head.trim().split(/[\r\n]/, 1)[0]!;

/** Whether a text that does not begin as JSON has rows of cells. */
const isTable = (head: string): boolean =>
  !/^\s*[[{"/]/.test(head) && [',', ';', '\t'].some(delimiter => isDelimited(head, delimiter));

/** Whether a text is JSON to its end, in a call or an assignment or as it is. */
function isWholeJson(text: string): boolean {
  const end = Math.max(text.lastIndexOf(']'), text.lastIndexOf('}')) + 1;
  if (!/^[\s;)]*$/.test(text.slice(end, end + HEAD_SIZE))) return false;
  try {
    return JSON.parse(text.slice(text.search(/[[{]/), end)) !== null;
  } catch {
    return false;
  }
}

/** Whether a text has no tabs in its first line, and is cut into cells by something else. */
const isOtherTable = (head: string): boolean =>
  !/^[^\r\n]*\t/.test(head.trimStart()) && [',', ';', '|'].some(delimiter => isDelimited(head, delimiter));

/** Whether the first two lines are cut into as many cells. */
function isDelimited(head: string, delimiter: string): boolean {
  const lines = head.split(/[\r\n]+/).filter(line => line.trim());
  const [first = 0, second = 0] = lines
    .slice(0, 2)
    .map(line => line.replace(/"[^"]*"/g, '').split(delimiter).length);
  return first > 1 && first === second;
}

/** Whether the first line is a JSON object of its own, and another begins in the next. */
function isJsonLines(text: string): boolean {
  const start = text.search(/[^\s\x1e]/);
  const end = endOfLine(text, start);
  if (text[start] !== '{' || !/^[\s\x1e]*\{/.test(text.slice(end, end + HEAD_SIZE))) return false;
  try {
    return JSON.parse(text.slice(start, end)) !== null;
  } catch {
    return false;
  }
}
