import { isEntry, type Entry } from '../read-shape.js';
import type { Work } from '../work.js';
import type { BrokenDates } from './markwhen-lines.js';

/** What is used of an event as @markwhen/parser 1.2.0 has it. */
export interface ParsedEvent {
  readonly firstLine: { readonly full: string; readonly datePart?: string; readonly rest: string };
  readonly textRanges: { readonly whole: Stretch; readonly properties?: Stretch };
  readonly properties: unknown;
  readonly dateRangeIso: { readonly fromDateTimeIso: string; readonly toDateTimeIso: string };
  readonly tags: readonly string[];
  readonly id?: string;
}

/** Positions in the text. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

interface ParsedGroup {
  readonly children: readonly (ParsedEvent | ParsedGroup)[];
}

/** What is used of the package. It may throw. */
export interface Parser {
  parse(text: string, cache: undefined, now: string): Parsed;
  parseHeader(text: string): { readonly header: unknown };
}

interface Parsed {
  readonly events: ParsedGroup;
  readonly header: unknown;
  readonly parseMessages: readonly { readonly message: string; readonly pos: readonly number[] }[];
}

/** What the parser made of a text, by lines of that text, from 0. */
export interface ParsedText {
  readonly events: readonly (ParsedEvent & {
    readonly line: number;
    readonly bodyFrom: number;
    readonly bodyTo: number;
  })[];
  readonly header: Entry;
  readonly messages: readonly { readonly message: string; readonly line: number }[];
  /** Whether its times are on the clock of a zone; else they float. */
  readonly isZoned: boolean;
}

/** Parses a text as of a day. A text that names no zone is read in UTC, not in that of whoever reads it. */
export function parseAsOf(day: string, text: string, parser: Parser): ParsedText {
  const header = headerOf(parser.parseHeader(text).header);
  const isZoned = header.timezone != null || header.tz != null;
  const lines = text.split('\n');
  const front = lines.findIndex(line => line.trim());
  const insertAt = isZoned ? -1 : lines[front]?.startsWith('---') ? front + 1 : 0;
  if (!isZoned) lines.splice(insertAt, 0, 'timezone: UTC');
  const starts: number[] = [];
  let offset = 0;
  for (const line of lines) {
    starts.push(offset);
    offset += line.length + 1;
  }
  const lineAt = (position: number): number => {
    const line = lastAtOrBefore(starts, position);
    return isZoned || line < insertAt ? line : line - 1;
  };
  const parsed = parser.parse(lines.join('\n'), undefined, `${day}T12:34:00Z`);
  return {
    header,
    isZoned,
    events: flatten(parsed.events).map(event => {
      const { whole, properties } = event.textRanges;
      const line = lineAt(whole.from);
      return {
        ...event,
        line,
        bodyFrom: (properties ? lineAt(properties.to) : line) + 1,
        bodyTo: whole.to >= offset - 1 ? Infinity : lineAt(whole.to),
      };
    }),
    messages: parsed.parseMessages.map(({ message, pos }) => ({ message, line: lineAt(pos[0] ?? 0) })),
  };
}

const headerOf = (header: unknown): Entry => (isEntry(header) ? header : {});

function flatten(group: ParsedGroup): readonly ParsedEvent[] {
  return group.children.flatMap(child => ('children' in child ? flatten(child) : [child]));
}

/** Returns the index of the last of ascending numbers that is not above a limit; -1 if there is none. */
function lastAtOrBefore(ascending: readonly number[], limit: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! <= limit) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Returns the lines that the parser throws over, such as some whose times it can't take apart. */
export function* findBroken(written: readonly string[], parser: Parser): Work<BrokenDates> {
  const broken = new Map<number, { text: string; rest: string }>();
  for (const [i, line] of written.entries()) {
    if (i % 20 === 19) yield i / written.length;
    const at = line.search(/:(?!\d)/);
    if (at < 0) continue;
    try {
      parser.parse(`timezone: UTC\n${line}`, undefined, '2001-01-01');
    } catch {
      broken.set(i, { text: line.slice(0, at).trim(), rest: line.slice(at) });
    }
  }
  return broken;
}
