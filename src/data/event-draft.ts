import type { DatedSpan } from '../time/dated-span.js';
import { readLooseDate } from '../time/loose-date.js';
import { IssueLog } from './issue-log.js';
import { readWhen, type EventContext } from './normalize-event.js';
import type { Entry } from './read-shape.js';
import type { Lane, TimelineEvent } from './timeline-event.js';

/** What a form asks of an event, as text. */
export interface EventDraft {
  readonly title: string;
  readonly date: string;
  /** Titles of its lanes, with commas between them. */
  readonly lane: string;
  /** One of the words, or empty. */
  readonly status: string;
  readonly summary: string;
}

/** What a text says as a date: it covers that, or nothing, and why it does not. */
export interface DraftDate {
  readonly span: DatedSpan | null;
  /** What was wrong with it; empty where nothing was. */
  readonly message: string;
  /** The record with that date in the place of its own. */
  readonly record: Entry;
}

type Lanes = readonly Pick<Lane, 'id' | 'title'>[];

/** The form of an event, filled in. */
export function draftOf(event: TimelineEvent, lanes: Lanes): EventDraft {
  const { title, span, dateText, status, summary, data } = event;
  const titles = event.lanes.map(id => lanes.find(lane => lane.id === id)?.title ?? id);
  return {
    title,
    date: span?.source ?? dateText ?? '',
    lane: data.lane == null ? '' : titles.join(', '),
    status: status ?? '',
    summary: summary ?? '',
  };
}

/** Reads a date as it was typed: in any of our spellings, else as people write dates. */
export function readDraftDate(text: string, record: Entry, context: EventContext): DraftDate {
  const rest = without(record, 'date', 'start', 'end', 'dateText');
  const read = (date: string): DraftDate => {
    const log = new IssueLog();
    const dated = date ? { ...rest, date } : rest;
    const { span } = readWhen(dated, { ...context, textual: false }, log);
    const [issue] = log.issues;
    return { span, message: issue?.message.replace(/^date: /, '') ?? '', record: dated };
  };
  const written = read(text.trim());
  if (written.span || !written.message) return written;
  const loose = readLooseDate(text);
  const understood = loose === null || loose === '..' ? null : read(loose === 'unknown' ? '' : loose);
  return understood && !understood.message ? understood : written;
}

/** The record with what was changed in its form; all else stays as it is, to the letter. */
export function recordOf(
  draft: EventDraft,
  before: EventDraft | null,
  record: Entry,
  { lanes, context }: { readonly lanes: Lanes; readonly context: EventContext },
): Entry {
  const isNew = (field: keyof EventDraft): boolean => draft[field].trim() !== (before?.[field] ?? '').trim();
  let changed = isNew('date') ? readDraftDate(draft.date, record, context).record : record;
  const set = (field: string, value: string | readonly string[] | undefined): void => {
    changed = value ? { ...changed, [field]: value } : without(changed, field);
  };
  for (const field of ['title', 'status', 'summary'] as const)
    if (isNew(field)) set(field, draft[field].trim());
  if (isNew('lane')) {
    const [first, ...others] = lanesIn(draft.lane, lanes);
    set('lane', first && others.length > 0 ? [first, ...others] : first);
  }
  return changed;
}

const COMMA = /^\s*[,،、，]\s*/;

/** Returns the lanes that a text names, each once: ids of known titles, which may hold commas themselves, and further titles. */
function lanesIn(text: string, lanes: Lanes): string[] {
  const longest = lanes
    .map(({ id, title }) => ({ id, title: title.trim() }))
    .filter(({ title }) => title)
    .sort((a, b) => b.title.length - a.title.length);
  const found = new Set<string>();
  for (let rest = text.trim(); rest;) {
    const follows = (title: string): string | null => {
      const behind = rest.slice(title.length);
      return rest.startsWith(title) && (!behind.trim() || COMMA.test(behind)) ? behind : null;
    };
    const known = longest.find(({ title }) => follows(title) !== null);
    const name = known?.title ?? /^[^,،、，]*/.exec(rest)![0].trim();
    if (name) found.add(known?.id ?? name);
    rest = rest.slice(name.length).replace(COMMA, '').trim();
  }
  return [...found];
}

const without = (record: Entry, ...fields: readonly string[]): Entry =>
  Object.fromEntries(Object.entries(record).filter(([field]) => !fields.includes(field)));

/** An id that is free, made of the letters of a title. */
export function idFor(title: string, isTaken: (id: string) => boolean): string {
  const words = title
    .toLowerCase()
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  const id = [...words].slice(0, 40).join('') || 'event';
  let n = 1;
  while (isTaken(n === 1 ? id : `${id}-${n}`)) n++;
  return n === 1 ? id : `${id}-${n}`;
}
