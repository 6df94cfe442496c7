import { readLooseDate } from '../../time/loose-date.js';
import { yearText } from '../../time/write-edtf.js';
import { isEntry, type Entry } from '../read-shape.js';
import type { Work } from '../work.js';
import type { FormatResult } from './format.js';
import { filled, HtmlFields, without } from './html-fields.js';

/** Between two rests. */
const EVENTS_AT_ONCE = 64;

/** What only a timeline of SIMILE says about itself, and about an event. */
const HEAD = ['dateTimeFormat', 'wiki-url', 'wikiURL', 'unit'];
const MARKS = ['isDuration', 'durationEvent', 'latestStart', 'earliestEnd'];

const MAPPED = ['start', 'end', 'title', 'caption', 'text', 'description', 'link', 'image'];

const NAMES: Readonly<Record<string, string>> = {
  date: 'start',
  summary: 'description',
  url: 'link',
  media: 'image',
};

/** Whether a value is a timeline of SIMILE: `{ dateTimeFormat, events: [{ start, isDuration, title }] }`. */
export function isSimile(value: unknown): boolean {
  if (!isEntry(value) || !Array.isArray(value.events)) return false;
  return (
    HEAD.some(name => name in value) ||
    value.events.some(event => isEntry(event) && MARKS.some(name => name in event))
  );
}

/** Reads the JSON of a SIMILE timeline. */
export function* mapSimile(value: unknown): Work<FormatResult> {
  const { events: records, ...head } = value as { events: unknown[] };
  const events: unknown[] = [];
  for (const [i, record] of records.entries()) {
    if (i % EVENTS_AT_ONCE === 0) yield i / records.length;
    events.push(isEntry(record) ? readEvent(record) : record);
  }
  const nameOf = (field: string): string => field.replace(/^\w+/, word => NAMES[word] ?? word);
  return {
    document: { ...head, events },
    issues: [],
    placeOf: (index, field) => `events[${index}]${field ? `.${nameOf(field)}` : ''}`,
  };
}

function readEvent(event: Entry): Entry {
  const fields = new HtmlFields();
  const { title, caption, text, description, link, image } = event;
  return {
    ...without(event, MAPPED),
    ...filled({
      ...readWhen(event),
      title: fields.line(title) || fields.line(caption),
      summary: unwrapped(fields.text(description) || fields.text(text)),
      url: link,
      media: typeof image === 'string' && image && [{ type: 'image', src: image }],
      sources: fields.sources,
    }),
  };
}

/**
 * With `latestStart` or `earliestEnd`, a stretch begins or ends about its bounds: EDTF can't hold both. An event that
 * is said to be no duration happens at some time between its two dates.
 */
function readWhen(event: Entry): Entry {
  const { latestStart, earliestEnd, isDuration, durationEvent } = event;
  const [start, end] = [readDate(event.start), readDate(event.end)];
  if (end === null || start === end) return { date: start };
  if ([isDuration, durationEvent].some(flag => String(flag) === 'false'))
    return { date: `[${start ?? ''}..${end}]` };
  return { start: start && about(start, latestStart), end: about(end, earliestEnd) };
}

const about = (date: string, other: unknown): string => {
  const bound = readDate(other);
  return bound === null || bound === date ? date : `${date}~`;
};

/**
 * Years stand alone, with few digits: `30`, `-200`. Midnight is how a day has to be written where scripts read
 * the dates, `Sat May 20 1961 00:00:00 GMT-0600`: it stays that day, whatever the zone.
 */
function readDate(value: unknown): string | null {
  const text = String(value ?? '').trim();
  if (/^-?\d{1,4}$/.test(text)) return yearText(Number(text));
  return text ? (readLooseDate(text) ?? text).replace(/T00:00(:00(\.0+)?)?(Z|[+-][\d:]+)?$/, '') : null;
}

/** Line ends that indent the next line come from the file, not from the author. */
const unwrapped = (text: string): string => text.replace(/\n +/g, ' ').replace(/ {2,}/g, ' ');
