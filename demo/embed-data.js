// Reads data of any format, and finds the lines of what is wrong with them.

/** Bytes that are read at most. */
const MOST = 16e6;

/** The element's own functions: a page names its file once. */
export const component = () => import(/* @vite-ignore */ document.querySelector('#component').src);

/** Returns the text of bytes: UTF-8, else of Windows-1252, as the element reads them. */
export function textOf(bytes) {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Returns what is at an address, the one request that is made for data; throws in words. */
export async function fetchText(address) {
  const url = URL.canParse(address, document.baseURI) ? new URL(address, document.baseURI) : null;
  if (!/^https?:$/.test(url?.protocol))
    throw new Error('That is no address that begins with https:// or http://.');
  let answer;
  try {
    answer = await fetch(url, { credentials: 'omit', referrerPolicy: 'no-referrer' });
  } catch {
    throw new Error(
      'Nothing came from there: it can’t be reached, or does not let other pages read it (CORS).',
    );
  }
  if (!answer.ok) throw new Error(`There is nothing to read: it answers with status ${answer.status}.`);
  const bytes = await answer.arrayBuffer();
  if (bytes.byteLength > MOST) throw new Error('That is more than 16 MB.');
  return { text: textOf(bytes), name: url.pathname.split('/').at(-1) };
}

/** A record with its id, and with its dates as text: what a document in JSON says. */
function recordOf({ id, data, span, dateText }, writeEdtf) {
  const { date, start, end, ...rest } = data;
  const isText = [date, start, end].every(side => side == null || typeof side === 'string');
  return isText ? { ...data, id } : { ...rest, id, date: span ? writeEdtf(span) : dateText };
}

/** Returns the document of a text, its events as the element knows them, and its issues, each with its line in the text where that is known. */
export async function read({ text, name, format }) {
  const { parseTimeline, writeEdtf } = await component();
  const { document, issues } = await parseTimeline(text, { format: format || 'auto', fileName: name });
  const { events, data } = document;
  return {
    events,
    document: { ...data, events: events.map(event => recordOf(event, writeEdtf)) },
    issues: issues.map(issue => ({ ...issue, line: lineOf(issue.path, text) })),
  };
}

const lineAt = (text, index) => text.slice(0, index).split('\n').length;

/** The line of a place in a text, from 1; null where it is not known. */
export function lineOf(path, text) {
  const [, unit, number] = /^(line|row) (\d+)/.exec(path) ?? [];
  if (unit === 'line') return Number(number);
  if (unit === 'row') return lineAt(text, rowIndex(text, Number(number)));
  const index = path && /^\s*[[{]/.test(text) ? jsonIndex(text, path) : null;
  return index === null ? null : lineAt(text, index);
}

/** Where a row of a table begins: ends of lines in quotes end none. */
function rowIndex(text, row) {
  let isQuoted = false;
  let index = 0;
  for (let at = 1; at < row && index < text.length; index++) {
    if (text[index] === '"') isQuoted = !isQuoted;
    else if (text[index] === '\n' && !isQuoted) at++;
  }
  return index;
}

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g;

/** Where the value at a path such as `events[12].date` begins in JSON, or what is there of the way to it; null for nothing. */
function jsonIndex(text, path) {
  const wanted = path.split(/[.[\]]+/).filter(Boolean);
  if (text.trimStart().startsWith('[')) wanted.shift();
  const around = [];
  let found = null;
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    const inner = around.at(-1);
    if (token === '}' || token === ']') around.pop();
    else if (token === ',') inner.step = inner.isList ? inner.step + 1 : null;
    else if (inner && inner.step === null) inner.step = JSON.parse(token);
    else if (token !== ':') {
      if (around.length <= wanted.length && around.every(({ step }, i) => String(step) === wanted[i]))
        found = index;
      if (found === index && around.length === wanted.length) return found;
      if (token === '{') around.push({ isList: false, step: null });
      if (token === '[') around.push({ isList: true, step: 0 });
    }
  }
  return found;
}
