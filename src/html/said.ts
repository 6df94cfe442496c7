import { usefulAddress } from '../data/formats/html-content.js';
import { htmlDate } from '../data/formats/html-date.js';
import { readField } from '../data/formats/text-fields.js';
import type { Entry } from '../data/read-shape.js';
import { toRecord } from '../data/writers/json.js';
import type { TimelineDocument, TimelineEvent } from '../data/timeline-event.js';
import { isFollowable } from './address.js';

/** What an event's item says, and how: whoever reads it finds the record again. */
export interface Said {
  /** By attribute, `data-…` apart. */
  readonly attributes: Readonly<Record<string, string>>;
  /** The paragraphs of the summary, each in lines. */
  readonly paragraphs: readonly (readonly string[])[];
  /** Where the title leads; empty where a page must not go there. */
  readonly url: string;
  /** What neither text nor attributes say; empty where they say it all. */
  readonly rest: Entry;
}

/** Fields that pages may want to tell their items apart by. */
const IN_ATTRIBUTES = ['id', 'date', 'start', 'end', 'lane', 'kind', 'status'];
const WHEN = ['date', 'start', 'end'];

/** Returns how the item of an event says its record. */
export function saidOf(event: TimelineEvent, document: TimelineDocument): Said {
  const record: Entry = toRecord(event, document);
  const rest: Record<string, unknown> = { ...record };
  const attributes: Record<string, string> = {};
  for (const name of IN_ATTRIBUTES) {
    const value = record[name];
    if (!isAttribute(name, value)) continue;
    attributes[name] = value;
    delete rest[name];
  }
  // It is by such an attribute that an item is known for an event.
  if (!WHEN.some(name => name in attributes)) attributes.date = 'unknown';
  const paragraphs = paragraphsOf(event.summary ?? '');
  if (event.summary && event.summary === paragraphs.map(lines => lines.join('\n')).join('\n\n'))
    delete rest.summary;
  if (isLine(event.title)) delete rest.title;
  const url = isFollowable(event.url, 'link') ? event.url : '';
  if (url && usefulAddress(url) === url && event.title.trim()) delete rest.url;
  return { attributes, paragraphs, url, rest };
}

/** Whether a line of HTML says a text to the letter. */
export const isLine = (text: string): boolean => text !== '' && lineOf(text) === text && isWellFormed(text);

/** A text as a page has it: blanks, controls and ends of lines are one blank. */
const lineOf = (text: string): string => text.replace(/[\0-\x20\x7f]+/g, ' ').trim();

const paragraphsOf = (text: string): string[][] =>
  text
    .split(/\n\s*\n/)
    .map(paragraph => paragraph.split('\n').map(lineOf).filter(Boolean))
    .filter(lines => lines.length);

/** Whether it is the same when it has been written and read as bytes. */
const isWellFormed = (text: string): boolean => !/\p{Cs}/u.test(text);

/** Whether the attribute of that name says a value to the letter. */
const isAttribute = (name: string, value: unknown): value is string =>
  typeof value === 'string' &&
  value !== '' &&
  value.trim() === value &&
  !value.includes('\0') &&
  isWellFormed(value) &&
  readField(name, value) === value &&
  (!WHEN.includes(name) || htmlDate(value) === value);

/** Returns the fields that JSON has a word for, as JSON; `null` where there are none. A page may have put anything into its records. */
export function jsonOf(fields: Entry): string | null {
  const sayable = Object.entries(fields).filter(([, value]) => {
    try {
      return JSON.stringify(value) !== undefined;
    } catch {
      return false;
    }
  });
  return sayable.length ? JSON.stringify(Object.fromEntries(sayable)) : null;
}
