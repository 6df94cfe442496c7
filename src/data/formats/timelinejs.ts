import type { Issue } from '../issue.js';
import { isEntry, type Entry } from '../read-shape.js';
import type { Work } from '../work.js';
import type { FormatResult } from './format.js';
import { without } from './html-fields.js';
import { readSlide, readTitleSlides, slideFieldName } from './timelinejs-slide.js';

/** An event, an era or a title, and where it stands. */
export interface Slide {
  readonly kind?: 'era' | 'title';
  /** Untrusted. */
  readonly record: unknown;
  /** Returns the place of it, or of what it calls one of our fields. */
  readonly placeOf: (field?: string) => string;
}

const EVENTS = ['events', 'date', 'slides'];
const ERAS = ['eras', 'era'];
const HEAD = ['headline', 'text', 'asset'];

/** Between two rests. */
const SLIDES_AT_ONCE = 32;

/**
 * Whether a value is a timeline of TimelineJS: version 3, `{ title, events, eras }` whose titles and dates are
 * objects, version 2, `{ timeline: { headline, date } }`, or `{ timeline: { slides } }`.
 */
export function isTimelineJs(value: unknown): value is Entry {
  if (!isEntry(value)) return false;
  const { timeline, title, events, eras } = value;
  if (isEntry(timeline)) return EVENTS.some(name => Array.isArray(timeline[name]));
  if (!Array.isArray(events)) return false;
  const isSlide = (event: unknown): boolean =>
    isEntry(event) && ('start_date' in event || isEntry(event.text));
  return typeof (title ?? '') === 'object' || Array.isArray(eras) || events.slice(0, 10).some(isSlide);
}

/** Reads a timeline of TimelineJS, of any version. */
export function* mapTimelineJs(value: unknown): Work<FormatResult> {
  const given = isEntry(value) ? value : {};
  const isNested = isEntry(given.timeline);
  const root: Entry = isEntry(given.timeline) ? given.timeline : given;
  const slidesIn = (names: readonly string[], kind?: 'era'): Slide[] =>
    names.flatMap(name =>
      [root[name] ?? []].flat().map((record: unknown, i): Slide => {
        const at = `${isNested ? 'timeline.' : ''}${name}[${i}]`;
        return {
          record,
          kind: kind ?? kindOf(record),
          placeOf: field => at + (field ? `.${slideFieldName(record, field)}` : ''),
        };
      }),
    );
  const titles = [root.title ?? (HEAD.some(name => name in root) ? root : [])]
    .flat()
    .map((record: unknown): Slide => ({
      kind: 'title',
      record: typeof record === 'string' ? { headline: record } : record,
      placeOf: () => 'title',
    }));
  const slides = [...titles, ...slidesIn(EVENTS), ...slidesIn(ERAS, 'era')];
  return yield* mapSlides(slides, without(root, ['title', ...HEAD, ...EVENTS, ...ERAS]));
}

/** The title may be one of the slides. */
const kindOf = (record: unknown): Slide['kind'] =>
  isEntry(record) && /^(title|start|overview)$/.test(String(record.type)) ? 'title' : undefined;

/** Makes a document of slides; `head` is what else is said about all of it. */
export function* mapSlides(slides: readonly Slide[], head: Entry): Work<FormatResult> {
  const issues: Issue[] = [];
  const faulty: number[] = [];
  const events: unknown[] = [];
  const placed = slides.filter(({ kind }) => kind !== 'title');
  for (const [i, { record, kind, placeOf }] of placed.entries()) {
    if (i % SLIDES_AT_ONCE === 0) yield i / placed.length;
    const event = isEntry(record) ? readSlide(record, kind === 'era' ? kind : undefined) : record;
    events.push(event);
    if (isEntry(event) && event.date === undefined && event.start === undefined && event.end === undefined) {
      issues.push(missingDate(placeOf('date')));
      faulty.push(i);
    }
  }
  const titles = slides
    .filter(({ kind }) => kind === 'title')
    .map(({ record }) => record)
    .filter(isEntry);
  return {
    document: { ...head, ...readTitleSlides(titles), events },
    issues,
    faulty,
    placeOf: (index, field) => placed[index]!.placeOf(field),
  };
}

function missingDate(path: string): Issue {
  const message = `${path}: missing; expected a date with a year at least`;
  return { code: 'invalid-date', path, message, severity: 'error' };
}
