import { CALENDAR_NAMES } from '../time/julian.js';
import {
  choice,
  date,
  flag,
  list,
  name,
  number,
  object,
  text,
  textLike,
  textOr,
  type Infer,
} from './shape.js';

/** How firmly something is known: the words that a document may use. */
export const STATUSES = ['confirmed', 'reported', 'alleged', 'disputed', 'refuted', 'retracted'] as const;

/** What an event may be drawn as. */
export const KINDS = ['event', 'milestone', 'era'] as const;

const calendar = choice(CALENDAR_NAMES, 'invalid-value');

/** A colour that is safe to write into CSS. */
const color = textLike(
  '"1" to "8", a hex colour or a named one',
  /^([1-8]|#([0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})|[a-zA-Z]{3,24})$/,
);

export const SOURCE = object({ title: text, url: text, publisher: text, date: text, quote: text });

const pixels = number(0, 1e5);

export const MEDIUM = object(
  {
    type: text,
    src: text,
    alt: text,
    caption: text,
    credit: text,
    poster: text,
    captions: text,
    width: pixels,
    height: pixels,
  },
  'src',
);

export const LINK = object({ to: text, rel: text, label: text }, 'to');

export const CORRECTION = object({ date: text, note: text }, 'note');

export const LANE = object({ id: text, title: text, parent: text, color, collapsed: flag });

export const EVENT = object(
  {
    id: name,
    date,
    start: date,
    end: date,
    calendar,
    title: text,
    short: text,
    summary: text,
    lane: textOr(list(text)),
    kind: choice(KINDS, 'unknown-kind'),
    status: choice(STATUSES, 'unknown-status'),
    tags: list(text),
    people: list(text),
    place: text,
    importance: number(0, 1),
    sources: list(SOURCE),
    media: list(MEDIUM),
    links: list(textOr(LINK)),
    url: text,
    color,
    history: list(CORRECTION),
  },
  'title',
);

/** What a document says about itself, apart from its lanes and events. */
export const HEAD = object({
  title: text,
  summary: text,
  lang: text,
  timeZone: text,
  calendar,
  asOf: date,
  credit: text,
  license: text,
  updated: text,
  version: text,
});

type Open<T> = T | (T & { readonly [field: string]: unknown });

/** An event as an author writes it. Further fields of any name are kept and handed back. */
export type EventRecord = Open<Infer<typeof EVENT>>;

/** A lane as an author writes it. */
export type LaneRecord = Open<Infer<typeof LANE>>;

/** A whole document as an author writes it. */
export type DocumentRecord = Open<
  Infer<typeof HEAD> & {
    readonly lanes?: readonly LaneRecord[] | null;
    readonly events: readonly EventRecord[];
  }
>;
