import type { Work } from '../work.js';

/** Lists at this depth or above are cut: `[…]` is 1, `{ "events": […] }` 2, `{ "results": { "bindings": […] } }` 3. */
const DEEPEST = 3;

/** Characters that `JSON.parse` takes at once: a millisecond or two. */
const SLICE = 65_536;

const QUOTE = 34;
const COMMA = 44;
const BACKSLASH = 92;
/** Lower case of both [ and {, of both ] and }: one bit apart, as letters are. */
const OPENING = 123;
const CLOSING = 125;

/**
 * Returns what `JSON.parse` returns, and throws its `SyntaxError` for what it refuses. A long list near the top is
 * parsed in slices that end at its commas; a first pass finds them by counting brackets outside of texts. What
 * remains of the document, such a list in it replaced by a sign, is parsed last.
 *
 * This accepts only JSON: each slice is checked to be a list of values, and the rest to be a document, so
 * that nothing between them is left unread.
 */
export function* parseJsonInSlices(text: string, slice = SLICE): Work<unknown> {
  const lists: unknown[][] = [];
  const rest: string[] = [];
  /** Where the next element of each open list begins; 0 for an object. */
  const from: number[] = [];
  /** What comes before it is in `rest` or in `lists`. */
  let taken = 0;
  let depth = 0;
  /** Depth of the list that is being cut; 0 for none. */
  let cutting = 0;
  let rested = 0;

  const take = (end: number): void => {
    const elements = text.slice(from[cutting], end);
    if (!elements.trim()) throw new SyntaxError('no value between two commas');
    const list = lists.at(-1)!;
    for (const element of JSON.parse(`[${elements}]`) as unknown[]) list.push(element);
    taken = from[cutting] = end + 1;
  };

  for (let at = 0; at < text.length; at++) {
    const c = text.charCodeAt(at);
    if (c === QUOTE) {
      at = endOfText(text, at);
    } else if (c === COMMA) {
      // No list is cut around one that was.
      const canCut = cutting ? cutting === depth : depth <= DEEPEST && from[depth]! > taken;
      if (canCut && at - from[depth]! >= slice) {
        if (!cutting) {
          rest.push(text.slice(taken, from[depth]), JSON.stringify(sign(lists.length)));
          lists.push([]);
          cutting = depth;
        }
        take(at);
      }
      if (at - rested >= slice) {
        rested = at;
        yield at / text.length;
      }
    } else if ((c | 32) === OPENING) {
      from[++depth] = c === OPENING ? 0 : at + 1;
    } else if ((c | 32) === CLOSING) {
      if (depth === cutting && cutting) {
        take(at);
        taken = at;
        cutting = 0;
      }
      depth--;
    }
  }
  if (cutting) throw new SyntaxError('a list is not closed');
  rest.push(text.slice(taken));
  return filled(JSON.parse(rest.join('')), lists, DEEPEST);
}

/** Returns where the quote stands that ends a text; the end of all where none does. */
function endOfText(text: string, start: number): number {
  for (let end = start; ;) {
    end = text.indexOf('"', end + 1);
    if (end < 0) return text.length;
    let before = end - 1;
    while (text.charCodeAt(before) === BACKSLASH) before--;
    if ((end - before) % 2) return end;
  }
}

/** Stands as the only element of a list that was cut; a text that nobody writes. */
const sign = (index: number) => `\u0000timeline-view: list ${index}`;

/** Puts the lists that were cut in the place of their signs. */
function filled(value: unknown, lists: readonly unknown[][], depth: number): unknown {
  if (!lists.length || !depth || typeof value !== 'object' || value === null) return value;
  if (!Array.isArray(value)) {
    // Not by assignment: a key may be "__proto__".
    for (const [key, { value: old }] of Object.entries(Object.getOwnPropertyDescriptors(value))) {
      const whole = filled(old, lists, depth - 1);
      if (whole !== old)
        Object.defineProperty(value, key, {
          value: whole,
          configurable: true,
          enumerable: true,
          writable: true,
        });
    }
    return value;
  }
  const index = value.length === 1 ? lists.findIndex((_, i) => sign(i) === value[0]) : -1;
  if (index >= 0) return lists[index];
  value.forEach((old, i) => {
    value[i] = filled(old, lists, depth - 1);
  });
  return value;
}
