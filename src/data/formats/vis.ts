import { DAY } from '../../time/epoch-ms.js';
import { readLooseDate } from '../../time/loose-date.js';
import { dateSpan } from '../../time/parse-date.js';
import { dayText, writeEdtf } from '../../time/write-edtf.js';
import { isEntry, type Entry } from '../read-shape.js';
import { part, type Work } from '../work.js';
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
 * Reads items and groups of vis-timeline. Groups become lanes in their order, backgrounds eras. An end is the
 * moment at which vis-timeline stops drawing: `end: "2014-01-22"` is midnight, and the last day is the 21st.
 */
export function* mapVis(value: unknown): Work<FormatResult> {
  const { items, groups, ...head } = isEntry(value) ? value : { items: value, groups: null };
  const records = Array.isArray(items) ? (items as unknown[]) : [];
  const events: unknown[] = [];
  for (const [i, item] of records.entries()) {
    if (i % ITEMS_AT_ONCE === 0) yield (0.8 * i) / records.length;
    events.push(isEntry(item) ? readItem(item) : item);
  }
  const lanes = yield* part(readGroups(groups), 0.8, 1);
  const at = isEntry(value) ? 'items' : '';
  return {
    document: { ...head, ...filled({ lanes }), events },
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
  const from = readMoment(start);
  const to = lastBefore(readMoment(end), from);
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

function* readGroups(groups: unknown): Work<Entry[]> {
  const given = Array.isArray(groups) ? groups.filter(isEntry) : [];
  const parents = new Map(
    given.flatMap(({ id, nestedGroups }) =>
      Array.isArray(nestedGroups) ? nestedGroups.map(nested => [idOf(nested), idOf(id)] as const) : [],
    ),
  );
  const rank = ({ order, value }: Entry): number => Number(order ?? value ?? 0);
  const lanes: Entry[] = [];
  for (const [i, group] of given.toSorted((a, b) => rank(a) - rank(b) || 0).entries()) {
    if (i % ITEMS_AT_ONCE === 0) yield i / given.length;
    const { id, content, title, showNested } = group;
    const fields = new HtmlFields();
    lanes.push({
      ...without(group, ['content', 'title', 'nestedGroups', 'showNested']),
      ...filled({
        id: idOf(id),
        title: fields.line(content) || fields.line(title) || idOf(id),
        parent: parents.get(idOf(id)),
        collapsed: showNested === false,
      }),
    });
  }
  return lanes;
}

/** A number is Unix milliseconds, as is `/Date(1198908717056)/`; what is no date stays as it is. */
function readMoment(value: unknown): unknown {
  const ms = typeof value === 'number' ? value : Number(/^\/Date\((-?\d+)/.exec(String(value))?.[1] ?? NaN);
  const instant = dateSpan(ms);
  if (instant) return writeEdtf(instant);
  return typeof value === 'string' ? (readLooseDate(value) ?? value) : (value ?? null);
}

/** A year, a month or a day: what vis-timeline takes for its first moment. */
const PLAIN = /^\d{4}(?:-\d\d){0,2}$/;

/** Returns the last day, month or year before an end that is none, as finely as the start; `from` where there is none between. */
function lastBefore(end: unknown, from: unknown): unknown {
  if (typeof end !== 'string' || typeof from !== 'string' || !PLAIN.test(end)) return end;
  const [first, bound] = [dateSpan(from), dateSpan(end)];
  if (!first || !bound || bound.start < first.start) return end;
  const day = /^[\d-]+/.exec(from)![0].slice(0, 10);
  const last = dayText(bound.start - DAY).slice(0, Math.max(day.length, end.length));
  return last < day || last === from ? from : last;
}
