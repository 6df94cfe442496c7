import { USUAL_IMPORTANCE, type TimelineDocument, type TimelineEvent } from '../timeline-event.js';

/** Whether a document says something of itself, by what that is. */
const HEAD = {
  title: ({ title }) => title,
  summary: ({ summary }) => summary,
  lang: ({ lang }) => lang,
  credit: ({ credit }) => credit,
  license: ({ license }) => license,
  updated: ({ updated }) => updated,
  version: ({ version }) => version,
  timeZone: ({ timeZone }) => timeZone !== 'UTC',
  asOf: ({ asOf }) => asOf,
  'details of lanes': ({ lanes }) =>
    lanes.some(({ parent, color, collapsed }) => parent !== null || color || collapsed),
} satisfies Record<string, (document: TimelineDocument) => unknown>;

const isImage = ({ type = 'image' }: { readonly type?: string }): boolean => type === 'image';

const isNamed = (color: string): boolean => /^[a-z]/i.test(color);

/** The same of an event. Title and date have a place in every format, or it says itself which have none. */
const EVENTS = {
  calendar: ({ span }) => span?.calendar,
  short: ({ short }) => short,
  summary: ({ summary }) => summary,
  lane: ({ lanes }) => lanes.some(Boolean),
  kind: ({ kind }) => kind !== 'event',
  status: ({ status, statusText }) => status ?? statusText,
  tags: ({ tags }) => tags.length,
  people: ({ people }) => people.length,
  place: ({ place }) => place,
  importance: ({ importance }) => importance !== USUAL_IMPORTANCE,
  sources: ({ sources }) => sources.length,
  'titles of sources': ({ sources }) => sources.some(({ title }) => title),
  'details of sources': ({ sources }) =>
    sources.some(({ publisher, date, quote }) => publisher ?? date ?? quote),
  images: ({ media }) => media.some(isImage),
  'films and sounds': ({ media }) => !media.every(isImage),
  'details of media': ({ media }) =>
    media.some(({ alt, caption, credit, poster, captions, width, height }) =>
      Boolean(alt || caption || credit || poster || captions || width || height),
    ),
  links: ({ links }) => links.length,
  url: ({ url }) => url,
  'named color': ({ color }) => color && isNamed(color),
  color: ({ color }) => color && !isNamed(color),
  history: ({ history }) => history.length,
} satisfies Record<string, (event: TimelineEvent) => unknown>;

/** What a format has a place for. */
export interface Room {
  readonly head: readonly (keyof typeof HEAD)[];
  readonly events: readonly (keyof typeof EVENTS)[];
}

/** Something that a format has no place for, and in how many events it stands; of the document itself there is no count. */
export type Loss =
  | { readonly field: keyof typeof HEAD; readonly count: null }
  | { readonly field: keyof typeof EVENTS; readonly count: number };

/** Returns what of our own fields a document says and a format has no place for. */
export function lossesIn(document: TimelineDocument, room: Room): Loss[] {
  const names = <T extends object>(table: T) => Object.keys(table) as (keyof T)[];
  const head = names(HEAD).filter(field => !room.head.includes(field) && HEAD[field](document));
  const events = names(EVENTS)
    .filter(field => !room.events.includes(field))
    .map(field => ({ field, count: document.events.filter(event => EVENTS[field](event)).length }));
  return [...head.map(field => ({ field, count: null })), ...events.filter(({ count }) => count)];
}

/** Returns the same in words. */
export function lossesOf(document: TimelineDocument, room: Room): readonly string[] {
  const losses = lossesIn(document, room);
  const head = losses.filter(({ count }) => count === null).map(({ field }) => field);
  const events = losses.flatMap(({ field, count }) =>
    count === null ? [] : [`${field} of ${count} ${count === 1 ? 'event' : 'events'}`],
  );
  return [...(head.length ? [`${head.join(', ')} of the document`] : []), ...events];
}
