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
    media.some(({ alt, caption, credit, poster, width, height }) =>
      Boolean(alt || caption || credit || poster || width || height),
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

/** Returns, in words, what of our own fields a document says and a format has no place for. */
export function lossesOf(document: TimelineDocument, room: Room): readonly string[] {
  const head = Object.entries(HEAD)
    .filter(([name, says]) => !(room.head as readonly string[]).includes(name) && says(document))
    .map(([name]) => name);
  const events = Object.entries(EVENTS)
    .filter(([name]) => !(room.events as readonly string[]).includes(name))
    .map(([name, says]) => [name, document.events.filter(event => says(event)).length] as const)
    .filter(([, count]) => count)
    .map(([name, count]) => `${name} of ${count} ${count === 1 ? 'event' : 'events'}`);
  return [...(head.length ? [`${head.join(', ')} of the document`] : []), ...events];
}
