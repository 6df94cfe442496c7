import { formatValue } from '../../language/format-value.js';
import { HEAD } from '../document-shape.js';
import { IssueLog } from '../issue-log.js';
import type { Issue } from '../issue.js';
import { isEntry, type Entry } from '../read-shape.js';
import type { Work } from '../work.js';
import type { FormatResult, ReadFormat } from './format.js';
import { isIanaZone } from './iana-zone.js';
import { readWords } from './markwhen-body.js';
import { datesOf, type DateContext } from './markwhen-dates.js';
import { scanLines, type BrokenDates, type MarkwhenLines } from './markwhen-lines.js';
import { findBroken, parseAsOf, type ParsedText, type Parser } from './markwhen-parse.js';
import { ENDLESS } from './markwhen-recurrence.js';

/** Returns what reads markwhen. Rejects where the package @markwhen/parser is not installed. */
export async function openMarkwhen(): Promise<ReadFormat> {
  try {
    const parser: unknown = await import('@markwhen/parser');
    return ({ text }) => readMarkwhen(text, parser as Parser);
  } catch (cause) {
    throw new Error('@markwhen/parser is not installed', { cause });
  }
}

/**
 * The parser takes a text in one piece: a page stands still meanwhile, half a second for each 100 kB, and the square of
 * its length for some lines.
 */
const LONGEST_TEXT = 262_144;
const LONGEST_LINE = 4096;

/** What is counted from today, or from a date that the parser can't say, differs between these. */
const DAYS = ['2001-03-15', '2017-09-21'] as const;

function* readMarkwhen(text: string, parser: Parser): Work<FormatResult> {
  const log = new IssueLog();
  const written = linesOf(text, log);
  const lines = yield* scanLines(written);
  yield 0.2;
  const { runs, broken } = yield* parseTwice(written, lines, parser);
  const [parsed, twin] = runs;
  const colors = tagColors(parsed.header);
  const context: DateContext = { parsed, lines, broken, log, cut: [] };
  const records: Entry[] = [];
  const places: number[] = [];
  const faulty: number[] = [];
  for (const [i, event] of parsed.events.entries()) {
    if (i % 20 === 0) yield 0.8;
    const { size } = log;
    const dates = datesOf(event, twin.events[i], context);
    if (log.size > size) faulty.push(records.length);
    const fields = fieldsOf(event, written, lines, colors);
    for (const date of dates) {
      const id = event.id && (dates.length > 1 ? `${event.id}@${String(date.date)}` : event.id);
      records.push({ ...(id && { id }), ...fields, ...date });
      places.push(event.line);
    }
  }
  noteMessages(parsed, log);
  return {
    document: { ...headOf(parsed.header), ...lanesOf(lines, colors), events: records },
    issues: [...log.issues, ...cutIssues(context.cut)],
    faulty,
    placeOf: index => `line ${places[index]! + 1}`,
  };
}

/** Returns the lines of a text as the parser can take them in a second or two; an issue for what is left out. */
function linesOf(text: string, log: IssueLog): readonly string[] {
  const lines = text.slice(0, LONGEST_TEXT).split(/\r\n|\r|\n/);
  if (text.length > LONGEST_TEXT) {
    if (lines.length > 1) lines.pop(); // it may be cut
    const remedy = `read to line ${lines.length}; divide the text, or publish it as CSV or JSON`;
    log.add('invalid-document', `more than ${LONGEST_TEXT} characters of markwhen`, text.length, remedy);
  }
  return lines.map((line, i) => {
    if (line.length <= LONGEST_LINE) return line;
    const remedy = `the first ${LONGEST_LINE} are read; divide the line`;
    log.add('invalid-value', 'too many characters', line.length, remedy, `line ${i + 1}`);
    return line.slice(0, LONGEST_LINE);
  });
}

/** The text as parsed on either day, and the dates that the parser can't take. */
interface Runs {
  readonly runs: readonly [ParsedText, ParsedText];
  readonly broken: BrokenDates;
}

function* parseTwice(written: readonly string[], lines: MarkwhenLines, parser: Parser): Work<Runs> {
  const run = (day: string, broken: BrokenDates) => parseAsOf(day, lines.rewrite(day, broken), parser);
  let broken: BrokenDates = new Map();
  let first: ParsedText;
  try {
    first = run(DAYS[0], broken);
  } catch {
    broken = yield* findBroken(written, parser);
    first = run(DAYS[0], broken);
  }
  yield 0.5;
  return { runs: [first, run(DAYS[1], broken)], broken };
}

function fieldsOf(
  { line, bodyFrom, bodyTo, firstLine, tags, properties }: ParsedText['events'][number],
  written: readonly string[],
  { laneAt, markers }: MarkwhenLines,
  colors: ReadonlyMap<string, string>,
): Entry {
  const body = written.slice(bodyFrom, bodyTo).filter((_, i) => !markers.has(bodyFrom + i));
  const { title, fields } = readWords(firstLine.rest, body);
  const lane = laneAt.get(line);
  const color = tags.map(tag => colors.get(tag)).find(Boolean);
  const others = Object.entries(isEntry(properties) ? properties : {}).filter(([name]) => name !== 'id');
  return {
    ...Object.fromEntries(others),
    title,
    ...fields,
    ...(lane && { lane }),
    ...(tags.length && { tags }),
    ...(color && { color }),
  };
}

/** By tag, its colour; the parser writes `)` for `#`. */
function tagColors(header: Entry): ReadonlyMap<string, string> {
  const colors = new Map<string, string>();
  for (const [name, value] of Object.entries(header)) {
    const color = String((isEntry(value) ? value.color : value) ?? '').replace(/^\)/, '#');
    if (name.startsWith(')') && /^(#[\da-f]{3,8}|[a-z]{3,24})$/i.test(color))
      colors.set(name.slice(1), color);
  }
  return colors;
}

/** Numbers such as a version are texts in our documents. */
function headOf(header: Entry): Entry {
  const { title, description, timezone, tz, ...rest } = header;
  const others = Object.entries(rest).filter(([name]) => !name.startsWith(')'));
  const known = ([name, value]: [string, unknown]): [string, unknown] =>
    name in HEAD.fields && typeof value !== 'object' ? [name, String(value)] : [name, value];
  const zone = String(timezone ?? tz ?? '');
  return {
    ...Object.fromEntries(others.map(known)),
    ...(title != null && { title: String(title) }),
    ...(description != null && { summary: String(description) }),
    ...(isIanaZone(zone) && { timeZone: zone }),
  };
}

function lanesOf({ lanes }: MarkwhenLines, colors: ReadonlyMap<string, string>): Entry {
  if (!lanes.length) return {};
  return {
    lanes: lanes.map(({ tags, ...lane }) => {
      const color = (tags as readonly string[]).map(tag => colors.get(tag)).find(Boolean);
      return color ? { ...lane, color } : lane;
    }),
  };
}

/** What the parser found wrong apart from dates and recurrences, which were looked into. */
function noteMessages({ messages, events }: ParsedText, log: IssueLog): void {
  const dated = new Set(events.map(({ line }) => line));
  for (const { message, line } of messages) {
    if (!dated.has(line))
      log.add('invalid-value', message.split('\n')[0]!, undefined, '', `line ${line + 1}`);
  }
}

/** One issue for all that recurs without end. */
function cutIssues([first, ...more]: DateContext['cut']): readonly Issue[] {
  if (!first) return [];
  const path = `line ${first.line + 1}`;
  const others = more.length ? ` and ${more.length} more` : '';
  const shown = `its first ${ENDLESS.count} dates within ${ENDLESS.years} years are shown`;
  const message = `${path}: more dates than are shown: ${formatValue(first.text)}${others}; ${shown}`;
  return [{ code: 'too-many-events', path, message, severity: 'warning' }];
}
