import { writeEdtf } from '../../time/write-edtf.js';
import type { Entry } from '../read-shape.js';
import type { Source, TimelineDocument, TimelineEvent } from '../timeline-event.js';

/**
 * Returns the document in the words of schema.org: an `Event` for each event. Dates are ISO 8601, with its
 * second part (EDTF) where one is doubtful or coarse; a stretch has `startDate` and `endDate`, one that goes on no
 * end. `eventStatus` is about schedules and a `ClaimReview` needs a reviewer: how firmly an event is known, and its
 * lanes and kind, stand under our own words, which other readers pass over.
 */
export function writeJsonLd(document: TimelineDocument): Record<string, unknown> {
  const { title, summary, lang, license, credit, updated, events, lanes } = document;
  const names = new Map(lanes.map(lane => [lane.id, lane.title]));
  const about = {
    name: title,
    description: summary,
    inLanguage: lang,
    license,
    creditText: credit,
    dateModified: updated,
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
      image: media.filter(({ type = 'image' }) => type === 'image').map(({ src }) => src),
      url,
      citation: sources.map(citation),
      lane: lanes.map(lane => laneNames.get(lane) ?? lane).filter(Boolean),
      kind: kind === 'event' ? undefined : kind,
      status: status ?? statusText,
    }),
  };
}

/** A date that is no stretch begins and ends within itself: it has but a start. */
function datesOf({ span }: TimelineEvent): Entry {
  if (!span) return {};
  const [startDate, endDate] = writeEdtf(span)
    .split('/')
    .map(side => (side === '..' ? '' : side));
  return { startDate, endDate };
}

const citation = ({ title, url, publisher, date, quote }: Source): Entry => ({
  '@type': 'CreativeWork',
  ...said({
    name: title,
    url,
    publisher: publisher && { '@type': 'Organization', name: publisher },
    datePublished: date,
    abstract: quote,
  }),
});

/** Returns the fields that say something. */
const said = (fields: Entry): Entry =>
  Object.fromEntries(
    Object.entries(fields).filter(([, value]) => (Array.isArray(value) ? value.length > 0 : Boolean(value))),
  );
