import { dateSpan } from '../../time/parse-date.js';
import { isEntry, type Entry } from '../read-shape.js';
import { endAfter, htmlDate } from './html-date.js';
import { filled } from './html-fields.js';
import { words } from './html-tree.js';
import { claimOf } from './schema-claim.js';
import {
  DATES,
  listOf,
  localName,
  NodeReader,
  typesOf,
  type Draft,
  type SchemaContext,
} from './schema-node.js';
import { isField, readField } from './text-fields.js';

/** Types of events whose names do not end in `Event`. (schema.org 30.0) */
const EVENTS = words('CourseInstance EventSeries Festival Hackathon ClaimReview UserInteraction');

const PEOPLE = 'organizer performer attendee actor competitor composer director speaker author'.split(' ');
const ADDRESS = 'name streetAddress addressLocality addressRegion postalCode addressCountry'.split(' ');
/** Properties that are said by fields of ours; all others are kept as they are. */
const SAID = words(
  `@context name headline claimReviewed description startDate endDate location image sameAs keywords about citation subEvent superEvent ${PEOPLE.join(' ')}`,
);

export const isEventType = (type: string): boolean => type.endsWith('Event') || EVENTS.has(type);

/**
 * Returns a record of ours for a node of schema.org: an event, a review of a claim, a dated work. Nodes of
 * microdata, whose properties are all lists, are read alike. `named` stands in where it has no name.
 */
export function schemaRecord(node: Entry, context: SchemaContext, named = ''): Draft {
  const read = new NodeReader(node, context);
  const record: Draft = {};
  for (const [name, values] of Object.entries(read.node)) {
    const value = Array.isArray(values) && values.length === 1 ? (values[0] as unknown) : values;
    if (name === 'links') record.links = listOf(values);
    else if (!SAID.has(name))
      record[name] = isField(name) && typeof value === 'string' ? readField(name, value) : value;
  }
  const { text: title } = context.plain(read.text('name', 'headline', 'claimReviewed') || named);
  const { text: summary, links } = context.plain(read.text('description'));
  const short = read.text('alternateName');
  const [url, ...others] = read.urls('url');
  const sources = [
    ...[...others, ...read.urls('sameAs')].map(address => ({ url: address })),
    ...listOf(read.node.citation).flatMap(value => citationOf(value, context)),
  ];
  const changes = changesOf(read);
  if (changes.includes('cancelled')) record.status ??= 'retracted'; // announced, then called off
  Object.assign(
    record,
    filled({
      id: read.text('@id'),
      title,
      short: short.length < title.length ? short : '',
      summary: summary === title ? '' : summary,
      place: placeOf(read),
      people: read.texts(...PEOPLE),
      tags: [...read.texts('keywords').flatMap(splitTags), ...read.texts('about'), ...changes],
      sources: [...sources, ...links],
      media: mediaOf(read),
      url,
      ...(typesOf(read.node).includes('ClaimReview') ? claimOf(read) : whenOf(read)),
    }),
  );
  return record;
}

/** A work that is cited: what it is called, where it is found, who published it when, and what of it counts here. */
function citationOf(value: unknown, context: SchemaContext): Entry[] {
  if (!isEntry(value)) {
    const text = String(value).trim();
    return text ? [/^[a-z][\w+.-]*:\S+$/i.test(text) ? { url: text } : { title: text }] : [];
  }
  const work = new NodeReader(value, context);
  const source = filled({
    title: work.text('name', 'headline'),
    url: work.address,
    publisher: work.text('publisher'),
    date: htmlDate(work.text('datePublished')),
    quote: work.text('abstract'),
  });
  return source.title || source.url ? [source] : [];
}

const splitTags = (text: string): string[] => readField('tags', text) as string[];

/**
 * Returns the date that `temporalCoverage` says where nothing else says when, or where it says more of the same: that it
 * goes on, or is doubtful. Empty for any other, as that of what a work is about.
 */
function coverageOf(read: NodeReader): string {
  const coverage = htmlDate(read.text('temporalCoverage'));
  const whole = dateSpan(coverage);
  const dated = read.text(...DATES.filter(name => name !== 'temporalCoverage'));
  return whole && (!dated || dateSpan(htmlDate(dated))?.start === whole.start) ? coverage : '';
}

/** `date`, or `start` and `end`. A schedule counts from its first day to its last. */
function whenOf(read: NodeReader): Entry {
  const coverage = coverageOf(read);
  if (coverage) return { date: coverage };
  const [schedule] = read.each('eventSchedule');
  const start = htmlDate(read.text(...DATES) || (schedule?.text('startDate') ?? ''));
  const end =
    htmlDate(read.text('endDate') || (schedule?.text('endDate') ?? '')) ||
    (schedule
      ? endAfter(start, schedule.text('repeatFrequency'), Number(schedule.text('repeatCount')) || 0)
      : endAfter(start, read.text('duration')));
  return span(start, end);
}

/** One date where both are the same or there is but one. */
export const span = (start: string, end: string): Entry =>
  end && end !== start ? { start, end } : { date: start };

/** So many words an address has at most. */
const MOST_PARTS = 20;

function placeOf(read: NodeReader): string {
  for (const value of listOf(read.node.location)) {
    if (!isEntry(value)) return String(value).trim();
    const place = new NodeReader(value, read.context);
    const [address] = place.each('address');
    const parts = [...place.texts(...ADDRESS), ...(address?.texts(...ADDRESS) ?? place.texts('address'))];
    // "Missoula, MT" needs no "Missoula" behind it.
    const few = parts.slice(0, MOST_PARTS);
    const told = few.filter((part, i) => !few.slice(0, i).some(before => before.includes(part)));
    if (told.length) return told.join(', ');
    return place.text('url');
  }
  return '';
}

/** `cancelled`, `moved online`: what became of an event, where it did not take place as planned. */
function changesOf(read: NodeReader): string[] {
  return read
    .texts('eventStatus')
    .map(status =>
      localName(status)
        .replace(/^Event/, '')
        .replace(/(?!^)[A-Z]/g, ' $&')
        .toLowerCase(),
    )
    .filter(status => status !== 'scheduled');
}

function mediaOf(read: NodeReader): Entry[] {
  const media: Entry[] = [];
  for (const [property, type] of [
    ['image', 'image'],
    ['video', 'video'],
    ['audio', 'audio'],
  ] as const) {
    for (const value of listOf(read.node[property])) {
      const medium: Draft = { type };
      const inner = new NodeReader(isEntry(value) ? value : { url: value }, read.context);
      Object.assign(
        medium,
        filled({
          src: inner.text('contentUrl') || (type === 'image' ? inner.text('url', '@id') : ''),
          caption: inner.text('caption', 'name'),
          credit: inner.text('creditText', 'author', 'creator'),
          poster: inner.urls('thumbnailUrl')[0],
          width: Number(inner.text('width')) || null,
          height: Number(inner.text('height')) || null,
        }),
      );
      if (medium.src) media.push(medium);
    }
  }
  return media;
}
