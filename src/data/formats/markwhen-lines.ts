import { toCivil } from '../../time/civil.js';
import type { DatedSpan } from '../../time/dated-span.js';
import { DAY, type EpochMs } from '../../time/epoch-ms.js';
import { readLooseDate } from '../../time/loose-date.js';
import { dateSpan } from '../../time/parse-date.js';
import { dayText, two } from '../../time/write-edtf.js';
import type { Entry } from '../read-shape.js';
import type { Work } from '../work.js';

/** The lines of a markwhen text, as they are needed to make up for what its parser does not know. */
export interface MarkwhenLines {
  /** By line, from 0: dates that are read here. */
  readonly dates: ReadonlyMap<number, OwnDate>;
  /** The groups, as lanes. */
  readonly lanes: readonly Entry[];
  /** The lines, from 0, at which groups of the old syntax begin and end. */
  readonly markers: ReadonlySet<number>;
  /** By line, the id of the innermost group that it stands in. */
  readonly laneAt: ReadonlyMap<number, string>;
  /**
   * Returns the text for the parser: dates of ours in a notation that it knows, groups of the old syntax as comments.
   * `stand` (`YYYY-MM-DD`) stands for what it can't say, such as years before the common era, and for dates that
   * are `broken`.
   */
  rewrite(stand: string, broken: BrokenDates): string;
}

/** By line, from 0: what stands for a date there and what follows it, where the parser fails over it. */
export type BrokenDates = ReadonlyMap<number, { readonly text: string; readonly rest: string }>;

/** A date at the beginning of a line. */
interface OwnDate {
  readonly edtf: string;
  readonly span: DatedSpan;
  /** What follows it, colon included. */
  readonly rest: string;
}

/** Dates are no longer; the colon behind one is not searched further. */
const LONGEST_DATE = 64;
const HEADING = /^\s*(#{1,6})\s+(.*)$/;
const GROUP = /^\s*(?:group|section)(?:\s+(.*))?$/;
const GROUP_END = /^\s*end(?:group|section)\s*$/i;

/** Takes in the groups and the dates of a text; one that has the end of a group has groups of the old syntax. */
export function* scanLines(written: readonly string[]): Work<MarkwhenLines> {
  const lines = written.some(line => DAY_FIRST.test(line)) ? written.map(monthFirst) : written;
  const dates = new Map<number, OwnDate>();
  const laneAt = new Map<number, string>();
  const lanes = new Map<string, Entry>();
  const markers = new Set<number>();
  const hasOldGroups = lines.some(line => GROUP_END.test(line));
  const open: { readonly level: number; readonly id: string }[] = [];
  const enter = (level: number, text: string): void => {
    const parent = open.at(-1)?.id;
    const title = text
      .replace(TAG, '')
      .trim()
      .replace(/:$/, '')
      .replace(/^"(.*)"$/, '$1');
    const id = [parent, title].filter(Boolean).join(' / ');
    lanes.set(id, { id, title, ...(parent && { parent }), tags: tagsIn(text) });
    open.push({ level, id });
  };
  for (const [i, line] of lines.entries()) {
    if (i % 50 === 49) yield (0.2 * i) / lines.length;
    const [, marks, heading = ''] = HEADING.exec(line) ?? [];
    const group = hasOldGroups && !marks ? GROUP.exec(line) : null;
    if (marks) {
      while (open.length && open.at(-1)!.level >= marks.length) open.pop();
      enter(marks.length, heading);
    } else if (group) enter(0, group[1] ?? '');
    else if (hasOldGroups && GROUP_END.test(line)) {
      while (open.length && open.pop()!.level > 0);
    }
    if (group || (hasOldGroups && GROUP_END.test(line))) markers.add(i);
    else {
      const date = dateIn(line);
      if (date) dates.set(i, date);
    }
    if (open.length) laneAt.set(i, open.at(-1)!.id);
  }
  return {
    dates,
    lanes: [...lanes.values()],
    laneAt,
    markers,
    rewrite: (stand, broken) =>
      lines
        .map((line, i) => {
          if (markers.has(i)) return '//';
          const own = dates.get(i);
          if (own) return rangeText(own.span, stand) + own.rest;
          return broken.has(i) ? stand + broken.get(i)!.rest : line;
        })
        .join('\n'),
  };
}

/** Documents said so, and their editor may still take it; the parser, as of 1.2.0, has the month first in any case. */
const DAY_FIRST = /^\s*dateFormat:\s*["']?d\/M\/y/;

/** The line with `13/5/2009`, in the date before its colon, as `5/13/2009`. */
function monthFirst(line: string): string {
  const colon = line.search(/:(?!\d)/);
  const date = line.slice(0, Math.max(colon, 0));
  return (
    date.replace(/\b(0?[1-9]|[12]\d|3[01])\/(0?[1-9]|1[0-2])\/(?=\d{4}\b)/g, '$2/$1/') +
    line.slice(date.length)
  );
}

/** What markwhen takes for a tag. */
export const TAG = /(?:^|\s)#(?!\d+(?:\s|$))(\w+)/g;

export const tagsIn = (text: string): readonly string[] => [...text.matchAll(TAG)].map(([, tag]) => tag!);

/** What begins like this may be a date; what begins with a preposition is counted from another, or is prose. */
const BEGINNING = /^\s*(?!(?:in|on|at|by|from|since|until|before|after)\b)[\p{L}\d~?%[{.-]/iu;

/** Returns the longest date that stands at the beginning of a line, before a colon. */
function dateIn(line: string): OwnDate | undefined {
  let found: OwnDate | undefined;
  if (!BEGINNING.test(line)) return undefined;
  for (let at = line.indexOf(':'); at > 0 && at < LONGEST_DATE; at = line.indexOf(':', at + 1)) {
    const edtf = readOwnDate(line.slice(0, at));
    const span = edtf && dateSpan(edtf);
    if (span) found = { edtf, span, rest: line.slice(at) };
  }
  return found;
}

/** Returns the date that a text is, in EDTF; null for none, and for today, which is another day tomorrow. */
export function readOwnDate(text: string): string | null {
  if (!/\d/.test(text)) return null;
  const date = text.trim().replace(/\s*\/\s*/g, '/');
  return dateSpan(date) ? date : readLooseDate(date);
}

/** A span in days, which the parser counts from where other dates depend on it. */
function rangeText({ start, end }: DatedSpan, stand: string): string {
  const [from, to] = [start, end].map(ms => (isWithinReach(ms) ? ms : null));
  if (end === Infinity && typeof from === 'number') return `${dayText(from)}/now`;
  if (typeof from !== 'number' || typeof to !== 'number') return stand;
  if (start !== end) return `${dayText(from)}/${dayText(to - 1)}`;
  const { hour, minute } = toCivil(from);
  return `${dayText(from)} ${two(hour)}:${two(minute)}`;
}

/** Within four digits, with a day to spare. */
const isWithinReach = (ms: EpochMs): boolean => ms > -62_135_596_800_000 && ms < 253_402_300_800_000 - DAY;
