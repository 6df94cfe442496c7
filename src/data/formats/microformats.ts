import { two } from '../../time/write-edtf.js';
import type { Properties } from './microdata.js';
import { attributeOf, elementsIn, textOf, words, type HtmlElement } from './html-tree.js';

/** What the roots of microformats are at schema.org. */
const ROOTS: Readonly<Record<string, string>> = {
  'h-event': 'Event',
  vevent: 'Event',
  'h-entry': 'CreativeWork',
};

/** What the properties are there: of h-event and h-entry, and of hCalendar, which has no prefixes. */
const NAMES: Readonly<Record<string, string>> = {
  'p-name': 'name',
  'dt-start': 'startDate',
  'dt-end': 'endDate',
  'dt-duration': 'duration',
  'dt-published': 'datePublished',
  'p-summary': 'description',
  'p-description': 'description',
  'e-description': 'description',
  'e-content': 'description',
  'p-location': 'location',
  'p-organizer': 'organizer',
  'p-attendee': 'attendee',
  'p-author': 'author',
  'p-category': 'keywords',
  'u-url': 'url',
  'u-photo': 'image',
  'u-featured': 'image',
};
const V1_NAMES: Readonly<Record<string, string>> = {
  summary: 'name',
  dtstart: 'startDate',
  dtend: 'endDate',
  duration: 'duration',
  description: 'description',
  location: 'location',
  organizer: 'organizer',
  attendee: 'attendee',
  category: 'keywords',
  url: 'url',
  photo: 'image',
};

const classesOf = (element: HtmlElement): string[] => [...words(attributeOf(element, 'class'))];
const isNested = (element: HtmlElement): boolean =>
  classesOf(element).some(name => /^h-|^v(card|event)$/.test(name));

/**
 * Returns the event or the entry of which an element is the root as a node of schema.org, null where it is
 * none. Values are as the parsing rules of microformats2 have them, dates by the value class pattern.
 */
export function readMicroformat(root: HtmlElement): Properties | null {
  const classes = classesOf(root);
  const type = classes.map(name => ROOTS[name]).find(Boolean);
  if (!type) return null;
  const names = classes.includes('vevent') ? V1_NAMES : NAMES;
  const node: Properties = { '@type': [type] };
  for (const element of elementsIn(root, isNested)) {
    for (const name of new Set(classesOf(element).map(name => names[name]))) {
      if (!name) continue;
      const value = READ[name]?.(element) ?? plainValue(element);
      (node[name] ??= []).push(value);
    }
  }
  const [day] = /^\d{4}-\d\d-\d\d/.exec(String(node.startDate?.[0])) ?? [];
  const ends = node.endDate;
  if (day && ends)
    node.endDate = ends.map(end => (/^\d\d:/.test(String(end)) ? `${day} ${String(end)}` : end));
  return node;
}

const READ: Readonly<Record<string, (element: HtmlElement) => string>> = {
  startDate: dateValue,
  endDate: dateValue,
  datePublished: dateValue,
  duration: dateValue,
  url: element => element.getAttribute('href') ?? plainValue(element),
  image: element => element.getAttribute('src') ?? element.getAttribute('href') ?? plainValue(element),
};

/** A card's name, else what an element says. */
function plainValue(element: HtmlElement): string {
  for (const inner of elementsIn(element)) {
    if (classesOf(inner).some(name => name === 'p-name' || name === 'fn')) return ownValue(inner);
  }
  return ownValue(element);
}

const ownValue = (element: HtmlElement): string =>
  element.getAttribute(OWN[element.localName] ?? '') ?? textOf(element);

const OWN: Readonly<Record<string, string>> = {
  abbr: 'title',
  data: 'value',
  img: 'alt',
  time: 'datetime',
  ins: 'datetime',
  del: 'datetime',
};

const CLOCK = /^(\d{1,2})(?::?(\d\d))?(?::?(\d\d))?\s*([ap])\.?\s*m\.?$/i;
const OFFSET = /^(Z|[+-]\d{1,2}(:?\d\d)?)$/i;

/** Date, time and offset may stand apart, in elements of class `value`. (Value class pattern, 2009.) */
function dateValue(element: HtmlElement): string {
  let [date, time, offset] = ['', '', ''];
  for (const inner of elementsIn(element)) {
    const classes = classesOf(inner);
    const isTitle = classes.includes('value-title');
    if (!isTitle && !classes.includes('value')) continue;
    const value = (isTitle ? attributeOf(inner, 'title') : ownValue(inner)).trim();
    if (OFFSET.test(value)) offset ||= value;
    else if (/^\d{1,2}(:|\s*[ap])/i.test(value)) time ||= clockText(value);
    else date ||= value;
  }
  return date ? `${date}${time && ` ${time}`}${offset}` : time || clockText(ownValue(element).trim());
}

/** `7pm` by the clock of 24 hours, an offset without its colon; any other text as it is. */
function clockText(text: string): string {
  const [, hour, minute = '00', second, half] = CLOCK.exec(text) ?? [];
  if (!hour) return text.replace(/^(\d\d:\d\d.*[+-]\d\d):(\d\d)$/, '$1$2');
  const hours = (Number(hour) % 12) + (/p/i.test(half!) ? 12 : 0);
  return `${two(hours)}:${minute}${second ? `:${second}` : ''}`;
}
