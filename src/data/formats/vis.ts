import { readLooseDate } from '../../time/loose-date.js';
import { parseDate } from '../../time/parse-date.js';
import { writeEdtf } from '../../time/write-edtf.js';
import { isEntry, type Entry } from '../read-shape.js';
import type { Work } from '../work.js';
import type { FormatResult } from './format.js';
import { filled, HtmlFields, without } from './html-fields.js';

/** Between two rests. */
const ITEMS_AT_ONCE = 128;

/**
 * Whether a value is data of vis-timeline, `{ items, groups }` or a list of items, or of the timeline of CHAP Links,
 * whose items are the same: with a `start` and, as HTML, a `content`.
 */
export function isVis(value: unknown): boolean {
  const items = isEntry(value) ? value.items : value;
  if (!Array.isArray(items)) return false;
  const [first] = items as unknown[];
  return isEntry(first) && 'start' in first && ('content' in first || isEntry(value));
}

/**
 * Reads items and groups of vis-timeline. Groups become lanes in their order, backgrounds eras. A date without a
 * time of day is that day, as an end, too: whoever writes `end: "2014-01-22"` names the 22nd.
 */
export function* mapVis(value: unknown): Work<FormatResult> {
  const { items, groups, ...head } = isEntry(value) ? value : { items: value, groups: null };
  const records = Array.isArray(items) ? (items as unknown[]) : [];
  const events: unknown[] = [];
  for (const [i, item] of records.entries()) {
    if (i % ITEMS_AT_ONCE === 0) yield i / records.length;
    events.push(isEntry(item) ? readItem(item) : item);
  }
  const at = isEntry(value) ? 'items' : '';
  return {
    document: { ...head, ...filled({ lanes: readGroups(groups) }), events },
    issues: [],
    placeOf: (index, field) => `${at}[${index}]${field ? `.${nameOf(field)}` : ''}`,
  };
}

const nameOf = (field: string): string =>
  field.replace(
    /^\w+/,
    word =>
      ({ date: 'start', title: 'content', summary: 'title', lane: 'group', kind: 'type' })[word] ?? word,
  );

function readItem(item: Entry): Entry {
  const fields = new HtmlFields();
  const { id, content, title, start, end, group, type } = item;
  const [from, to] = [readMoment(start), readMoment(end)];
  const name = fields.line(content);
  const tip = fields.text(title);
  return {
    ...without(item, ['content', 'title', 'start', 'end', 'group', 'type']),
    ...filled({
      id: idOf(id),
      ...(to === null || from === to ? { date: from } : { start: from, end: to }),
      title: name || tip || fields.line(item.description),
      summary: name && tip,
      lane: idOf(group),
      kind: type === 'background' && 'era',
      sources: fields.sources,
    }),
  };
}

/** Ids may be numbers; those of CHAP Links are the names of groups. */
const idOf = (id: unknown): string | null =>
  typeof id === 'string' || typeof id === 'number' ? String(id) : null;

function readGroups(groups: unknown): Entry[] {
  const given = Array.isArray(groups) ? groups.filter(isEntry) : [];
  const parents = new Map(
    given.flatMap(({ id, nestedGroups }) =>
      Array.isArray(nestedGroups) ? nestedGroups.map(nested => [idOf(nested), idOf(id)] as const) : [],
    ),
  );
  const rank = ({ order, value }: Entry): number => Number(order ?? value ?? 0);
  return given
    .toSorted((a, b) => rank(a) - rank(b) || 0)
    .map(group => {
      const { id, content, title, showNested } = group;
      const fields = new HtmlFields();
      return {
        ...without(group, ['content', 'title', 'nestedGroups', 'showNested']),
        ...filled({
          id: idOf(id),
          title: fields.line(content) || fields.line(title) || idOf(id),
          parent: parents.get(idOf(id)),
          collapsed: showNested === false,
        }),
      };
    });
}

/** A number is Unix milliseconds, as is `/Date(1198908717056)/`; what is no date stays as it is. */
function readMoment(value: unknown): unknown {
  const ms = typeof value === 'number' ? value : Number(/^\/Date\((-?\d+)/.exec(String(value))?.[1] ?? NaN);
  const instant = parseDate(ms);
  if (instant.ok) return writeEdtf(instant.value);
  return typeof value === 'string' ? (readLooseDate(value) ?? value) : (value ?? null);
}
