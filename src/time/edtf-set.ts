import { finest, isReversed, openSides, pointSpan, stretchSpan, type Draft } from './date-point.js';
import type { DatedSpan } from './dated-span.js';
import { readDate, type Reading } from './edtf.js';

/** Whether a text can be nothing but a set. */
export const isSet = (text: string): boolean => text.startsWith('[') || text.startsWith('{');

/**
 * Reads a set of EDTF level 2: `[1667,1668,1670..1672]`, one of which is meant, or `{…}`, all of them.
 * `..1984` and `1760-12..` are open. It covers its hull and keeps its members, in the order of time.
 * Returns the remedy for what is no set.
 */
export function readSet(text: string, reading: Reading): DatedSpan | string {
  const [choice, close] = text.startsWith('{') ? (['all', '}'] as const) : (['one', ']'] as const);
  if (!text.endsWith(close)) return `expected "${close}" at the end`;
  const members: DatedSpan[] = [];
  for (const part of text.slice(1, -1).split(',')) {
    const member = readMember(part.trim(), reading);
    if (typeof member === 'string') return member;
    members.push(member);
  }
  members.sort((a, b) => (a.start === b.start ? 0 : a.start - b.start));
  const first = members[0]!;
  const last = members.reduce((a, b) => (b.end > a.end ? b : a));
  const set: Draft<DatedSpan> = {
    start: first.start,
    end: last.end,
    kind: 'set',
    precision: finest(members.map(({ precision }) => precision)),
    approximate: members.some(({ approximate }) => approximate),
    uncertain: members.some(({ uncertain }) => uncertain),
    open: openSides(first.start, last.end),
    from: first.from,
    to: last.to,
    members,
    choice,
    source: text,
  };
  if (reading.calendar === 'julian') set.calendar = 'julian';
  return set;
}

/** A date, or a stretch that two dots make of two dates or leave open. */
function readMember(text: string, reading: Reading): DatedSpan | string {
  const cut = text.indexOf('..');
  if (cut < 0) {
    const point = readDate(text, reading);
    return typeof point === 'string' ? point : pointSpan(point);
  }
  const read = (side: string) => (side ? readDate(side, reading) : undefined);
  const from = read(text.slice(0, cut));
  const to = read(text.slice(cut + 2));
  if (typeof from === 'string') return from;
  if (typeof to === 'string') return to;
  if (!from && !to) return 'expected a date on one side of ".." at least';
  if (from && to && isReversed(from, to)) return 'expected the earlier date before ".."';
  return stretchSpan(from ?? 'open', to ?? 'open', text);
}
