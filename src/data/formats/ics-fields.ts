import { lastMoment } from '../../time/date-fields.js';
import { dateSpan } from '../../time/parse-date.js';
import { EVENT } from '../document-shape.js';
import type { Entry } from '../read-shape.js';
import { htmlToText } from './html-text.js';
import { instantOf, type IcsMoment } from './ics-moment.js';
import { textOf, type IcsComponent, type IcsProperty } from './ics-property.js';
import { dayOf } from './ics-recurrence.js';

/** Returns what a component says of an event, apart from its date and id, as fields of a record. */
export function fieldsOf(component: IcsComponent): Entry {
  const { text, links } = htmlToText(descriptionOf(component));
  const title = component.text('SUMMARY');
  const attached = [...component.every('ATTACH'), ...component.every('IMAGE')].filter(isLink);
  const lists = {
    tags: tagsOf(component),
    people: [...component.every('ORGANIZER'), ...component.every('ATTENDEE')].flatMap(nameOf),
    sources: [...links, ...attached.filter(property => !isImage(property)).map(toSource)],
    media: attached.filter(isImage).map(({ values: [src] }) => ({ type: 'image', src, alt: title })),
  };
  const texts = {
    title,
    summary: text,
    place: component.text('LOCATION'),
    url: component.text('URL'),
    color: component.text('COLOR'),
    status: component.text('X-STATUS') || (isCancelled(component) ? 'retracted' : ''),
  };
  return {
    ...othersOf(component),
    ...Object.fromEntries(Object.entries(texts).filter(([, value]) => value)),
    ...Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length)),
  };
}

/** The description, without what our writer has put in front of it because a calendar has no place for it. */
function descriptionOf(component: IcsComponent): string {
  const description = component.text('DESCRIPTION');
  const words = component.text('X-IN-WORDS');
  return words && description.startsWith(words)
    ? description.slice(words.length).replace(/^\n\n/, '')
    : description;
}

/**
 * Returns the exact date that stands beside the one that calendars know, where we wrote it, as fields of a record; null if
 * there is none, or where the event was moved since.
 */
export function exactDateOf(component: IcsComponent, start: IcsMoment): Entry | null {
  const date = component.text('X-EDTF');
  const calendar = component.text('X-CALENDAR') === 'julian' ? 'julian' : undefined;
  const span = date && dateSpan(date, { calendar });
  if (!span) return null;
  const { from, to, start: begin, end } = span;
  const first = Number.isFinite(begin) ? (from.instant ?? begin) : lastMoment(end, to.precision);
  const isHere = start.isDay
    ? dayOf(first) === start.wall
    : Math.floor(first / 1000) * 1000 === instantOf(start);
  return isHere ? { date, ...(calendar && { calendar }) } : null;
}

/** What was announced and then called off is taken back, and drawn so. */
const isCancelled = (component: IcsComponent): boolean => /^CANCELLED$/i.test(component.text('STATUS'));

/** What a calendar calls status is a tag as well: a tentative meeting is no rumour, and has no other place. */
function tagsOf(component: IcsComponent): readonly string[] {
  const categories = component.every('CATEGORIES').flatMap(({ values }) => values.map(textOf));
  const status = component.text('STATUS').toLowerCase().replaceAll('-', ' ');
  return [...new Set([...categories, status === 'confirmed' ? '' : status])].filter(Boolean);
}

/** The name of a person; rooms and things are none, and addresses are nobody's business. */
function nameOf({ params: { cn, cutype } }: IcsProperty): readonly string[] {
  const name = textOf([cn].flat()[0]);
  return name && !name.includes('@') && !/^(room|resource)$/i.test(String(cutype)) ? [name] : [];
}

const isLink = ({ type, values: [value] }: IcsProperty): boolean =>
  type === 'uri' && /^https?:/i.test(textOf(value));

const isImage = ({ name, params, values: [src] }: IcsProperty): boolean =>
  name === 'IMAGE' ||
  /^image\//i.test(String(params.fmttype)) ||
  /\.(png|jpe?g|gif|webp|avif|svg)$/i.test(textOf(src));

const toSource = ({ params, values: [value] }: IcsProperty): Entry => {
  const url = textOf(value);
  return { title: textOf(params.filename) || url, url };
};

/** These are said by the fields, by the dates, or to calendar programs alone. */
const HANDLED =
  /^(UID|DTSTART|DTEND|DUE|DURATION|RRULE|RDATE|EXDATE|RECURRENCE-ID|SUMMARY|DESCRIPTION|LOCATION|CATEGORIES|ORGANIZER|ATTENDEE|ATTACH|IMAGE|STATUS|X-CALENDAR|X-EDTF|X-IN-WORDS|X-STATUS|BEGIN|END)$/;

/** What nobody here knows is kept under its name in lower case, but for addresses. */
function othersOf({ properties }: IcsComponent): Entry {
  const others: [string, unknown][] = [];
  for (const { name, type, values, raw } of properties) {
    const field = name.toLowerCase();
    if (HANDLED.test(name) || field in EVENT.fields || type === 'cal-address' || /^mailto:/i.test(raw))
      continue;
    others.push([field, values.length === 1 && typeof values[0] !== 'object' ? values[0] : raw]);
  }
  return Object.fromEntries(others);
}
