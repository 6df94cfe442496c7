import { part, type Work } from '../work.js';
import type { SampleTable } from './column-fields.js';
import { decodeEntities } from './html-entities.js';
import { tagsOf } from './html-tags.js';

/** Fewer cells with HTML may be about HTML. */
const SEVERAL = 2;

/** What people format texts with. */
const KNOWN = /^(?:a|b|blockquote|br|code|div|em|h[1-6r]|i|img|li|ol|p|s|small|span|strong|su[bp]|ul?)$/;
const WITHOUT_END = /^(?:[bh]r|img)$/;

/** Attributes in quotes, none of which runs anything. */
const ATTRIBUTES = /^(?:\s+(?!on)[a-z-]+\s*=\s*(["'])(?!\s*(?:java|vb)script:)(?:(?!\1).)*\1)*\s*\/?$/is;

/** How many cells are looked at in one go. */
const AT_ONCE = 100;

/**
 * Returns those of some columns whose cells are written in HTML: several are, with elements that are closed in turn or
 * entities, and none has anything else of HTML in it, as the texts of those who write about it or try to break in have.
 */
export function* htmlColumns(table: SampleTable, columns: readonly number[]): Work<ReadonlySet<number>> {
  const found = new Set<number>();
  for (const [i, column] of columns.entries())
    if (yield* part(isHtml(table, column), i / columns.length, (i + 1) / columns.length)) found.add(column);
  return found;
}

function* isHtml({ sample, textOf }: SampleTable, column: number): Work<boolean> {
  let count = 0;
  for (const [i, row] of sample.entries()) {
    if (i % AT_ONCE === 0) yield i / sample.length;
    const cell = textOf(row[column]);
    if (!/[<&]/.test(cell)) continue;
    const html = isWellFormed(cell);
    if (html === null) return false;
    if (html) count++;
  }
  return count >= SEVERAL;
}

/** Whether a text is HTML as people format texts with it; null where it is any other. */
function isWellFormed(text: string): boolean | null {
  const open: string[] = [];
  let isHtml = false;
  for (const part of tagsOf(text)) {
    if (typeof part === 'string') {
      if (/<[a-z/!?]/i.test(part)) return null;
      isHtml ||= decodeEntities(part) !== part;
      continue;
    }
    const { name, isEnd, attributes } = part;
    if (!KNOWN.test(name) || !ATTRIBUTES.test(attributes)) return null;
    isHtml = true;
    if (WITHOUT_END.test(name)) continue;
    if (!isEnd) open.push(name);
    else if (open.pop() !== name) return null;
  }
  return open.length ? null : isHtml;
}
