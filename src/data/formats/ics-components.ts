import type { IssueLog } from '../issue-log.js';
import type { Work } from '../work.js';

/** A line of iCalendar with the lines that it was folded into (RFC 5545, section 3.1), and where it begins. */
export interface ContentLine {
  readonly text: string;
  /** From 1. */
  readonly line: number;
}

/** What stands between `BEGIN:VEVENT` and `END:VEVENT`, not yet looked into. */
export interface RawComponent {
  /** In capitals: `VEVENT`. */
  readonly name: string;
  /** Where it begins. */
  readonly line: number;
  readonly lines: ContentLine[];
  readonly parts: RawComponent[];
}

/** These stand beside each other: one of them within another means that an end is missing. */
const APART = /^(VEVENT|VTODO|VJOURNAL|VFREEBUSY|VTIMEZONE|VCALENDAR)$/;

/** RFC 5545 needs three: an alarm within an event within a calendar. */
const DEPTH_LIMIT = 9;

/**
 * Returns the outermost components of a text, whatever is wrong with it: what began and did not end, ends where the
 * next begins. ical.js would refuse the whole text for one broken line.
 */
export function* readComponents(text: string, log: IssueLog): Work<readonly RawComponent[]> {
  const root: RawComponent = { name: '', line: 1, lines: [], parts: [] };
  const open = [root];
  const close = (): void => {
    const { name, line } = open.pop()!;
    log.add('invalid-value', 'no end', name, `expected END:${name}`, `line ${line}`);
  };
  let count = 0;
  for (const [line, share] of contentLines(text)) {
    if (++count % 1000 === 0) yield share;
    const [, mark, word] = /^(BEGIN|END):\s*(\S*)\s*$/i.exec(line.text) ?? [];
    const name = word?.toUpperCase() ?? '';
    if (!mark) open.at(-1)!.lines.push(line);
    else if (/^b/i.test(mark)) {
      if (open.length > DEPTH_LIMIT) close();
      while (APART.test(name) && APART.test(open.at(-1)!.name) && !isWithin(name, open.at(-1)!.name)) close();
      const component: RawComponent = { name, line: line.line, lines: [], parts: [] };
      open.at(-1)!.parts.push(component);
      open.push(component);
    } else if (open.some(component => component.name === name && component !== root)) {
      while (open.at(-1)!.name !== name) close();
      open.pop();
    } else log.add('invalid-value', 'an end of nothing', line.text, 'remove it', `line ${line.line}`);
  }
  // Some write single events, without a calendar around them; one that is cut off is kept as well.
  while (open.length > 1) close();
  return root.parts;
}

/** Only a calendar has events and zones in it. */
const isWithin = (name: string, outer: string): boolean => outer === 'VCALENDAR' && name !== 'VCALENDAR';

/** The unfolded lines that are not blank, and the share of the text that lies before each. */
function* contentLines(text: string): Generator<readonly [ContentLine, number]> {
  const ends = text.includes('\n') ? text : text.replaceAll('\r', '\n');
  let folded = '';
  let begin = 1;
  let line = 0;
  for (let at = 0; at <= ends.length; line++) {
    const found = ends.indexOf('\n', at);
    const end = found < 0 ? ends.length : found;
    const next = ends.slice(at, end).replace(/\r$/, '');
    if (/^[ \t]/.test(next) && folded) folded += next.slice(1);
    else {
      if (folded.trim()) yield [{ text: folded, line: begin }, at / ends.length];
      folded = next;
      begin = line + 1;
    }
    at = end + 1;
  }
  if (folded.trim()) yield [{ text: folded, line: begin }, 1];
}
