import { writeEdtf } from '../../time/write-edtf.js';
import type { Entry } from '../read-shape.js';
import { isSafeAddress } from '../safe-address.js';
import type { Source, TimelineDocument, TimelineEvent } from '../timeline-event.js';
import type { Room } from './losses.js';

/** What of a document and its events is in it. */
export const JSON_LD_ROOM: Room = {
  head: ['title', 'summary', 'lang', 'license', 'credit', 'updated', 'version', 'timeZone', 'asOf'],
  events: [
    'short',
    'summary',
    'lane',
    'kind',
    'status',
    'tags',
    'people',
    'place',
    'sources',
    'titles of sources',
    'details of sources',
    'images',
    'links',
    'url',
  ],
};

/**
 * Returns the document in the words of schema.org: an `Event` for each event. Its dates are ISO 8601; what that can't
 * say of a date, that it is doubtful, coarse, open or a set, is in `temporalCoverage` in EDTF. `eventStatus` is
 * about schedules and a `ClaimReview` needs a reviewer: how firmly an event is known, its lanes, kind and links, stand
 * under our own words, which other readers pass over.
 */
export function writeJsonLd(document: TimelineDocument): Record<string, unknown> {
  const { title, summary, lang, license, credit, updated, version, timeZone, asOf, events, lanes } = document;
  const names = new Map(lanes.map(lane => [lane.id, lane.title]));
  const about = {
    name: title,
    description: summary,
    inLanguage: lang,
    license,
    creditText: credit,
    dateModified: updated,
    version,
    timeZone: timeZone === 'UTC' ? undefined : timeZone,
    asOf: asOf && writeEdtf(asOf),
  };
  const head = said(about);
  const nodes = events.map(event => eventNode(event, names));
  return {
    '@context': 'https://schema.org',
    '@graph': Object.keys(head).length ? [{ '@type': 'CreativeWork', ...head }, ...nodes] : nodes,
  };
}

function eventNode(event: TimelineEvent, laneNames: ReadonlyMap<string, string>): Entry {
  const {
    id,
    title,
    short,
    summary,
    place,
    people,
    tags,
    media,
    sources,
    links,
    url,
    kind,
    status,
    statusText,
    lanes,
  } = event;
  return {
    '@type': 'Event',
    ...(/^[\w.~@-]+$/.test(id) ? { '@id': id } : { identifier: id }),
    ...said({
      name: title,
      alternateName: short,
      description: summary,
      ...datesOf(event),
      location: place && { '@type': 'Place', name: place },
      attendee: people.map(name => ({ '@type': 'Person', name })),
      keywords: tags,
      image: media
        .filter(({ type = 'image', src }) => type === 'image' && isSafeAddress(src, 'image'))
        .map(({ src }) => src),
      url: safe(url),
      citation: sources.map(citation),
      lane: lanes.map(lane => laneNames.get(lane) ?? lane).filter(Boolean),
      kind: kind === 'event' ? undefined : kind,
      status: status ?? statusText,
      links,
    }),
  };
}

/** A year, a month, a day or a time of ISO 8601 without the doubts of its second part. */
const ISO = /^-?\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d\d(?:T[\d:.]+Z?)?)?)?$/;

/** A date that is no stretch begins and ends within itself: it has but a start. */
function datesOf({ span, dateText }: TimelineEvent): Entry {
  if (!span) return { temporalCoverage: dateText };
  const edtf = writeEdtf(span);
  const sides = edtf.split('/');
  const [startDate, endDate] = sides.map(side => {
    const firm = side.replace(/[~?%]/g, '');
    return ISO.test(firm) ? firm : '';
  });
  return { startDate, endDate, ...(!sides.every(side => ISO.test(side)) && { temporalCoverage: edtf }) };
}

/** Returns how many events have a date that schema.org has no `startDate` for. */
export const undatedInJsonLd = ({ events }: TimelineDocument): number =>
  events.filter(event => Boolean(event.span ?? event.dateText) && !datesOf(event).startDate).length;

const citation = ({ title, url, publisher, date, quote }: Source): Entry => ({
  '@type': 'CreativeWork',
  ...said({
    name: title,
    url: safe(url),
    publisher: publisher && { '@type': 'Organization', name: publisher },
    datePublished: date,
    abstract: quote,
  }),
});

/** The address, unless a page must not follow it. */
const safe = (url: string | undefined): string | undefined =>
  url && isSafeAddress(url, 'link') ? url : undefined;

/** Returns the fields that say something. */
const said = (fields: Entry): Entry =>
  Object.fromEntries(
    Object.entries(fields).filter(([, value]) => (Array.isArray(value) ? value.length > 0 : Boolean(value))),
  );
