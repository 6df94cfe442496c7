import { CALENDAR_NAMES } from '../time/julian.js';
import { CORRECTION, EVENT, HEAD, LANE, LINK, MEDIUM, SOURCE } from './document-shape.js';
import { list, object, type ObjectShape, type Shape } from './shape.js';

type Descriptions<S extends ObjectShape> = Readonly<Record<keyof S['fields'], string>>;
type Definition = readonly [
  name: string,
  shape: ObjectShape,
  about: string,
  fields: Readonly<Record<string, string>>,
];

const define = <S extends ObjectShape>(
  name: string,
  shape: S,
  about: string,
  fields: Descriptions<S>,
): Definition => [name, shape, about, fields];

const DOCUMENT = object({ ...HEAD.fields, lanes: list(LANE), events: list(EVENT) }, 'events');

// Words for editors, kept apart from the shapes so that no page loads them.
const DEFINITIONS: readonly Definition[] = [
  define('document', DOCUMENT, 'A timeline: its events and what is said about them as a whole.', {
    title: 'Heading and accessible name of the timeline.',
    summary: 'What it is about, in a sentence or two.',
    lang: 'Language of the texts, as a BCP 47 tag such as "en" or "es-MX".',
    timeZone: 'IANA zone in whose wall time instants are shown; default "UTC".',
    calendar: 'Calendar that the dates of its events are written in; default "gregorian".',
    asOf: 'What is ongoing is known to last until here.',
    credit: 'Whom the data is from.',
    license: 'Under what terms it may be used.',
    updated: 'When it was last changed.',
    version: 'Which version of the data it is.',
    lanes: 'Rows that events stand in. Lanes that only events name follow in order of appearance.',
    events: 'The events, in any order.',
  }),
  define('event', EVENT, 'Something that happened, happens, or is said to.', {
    id: 'Unique and stable; links lead to it. Where it is absent, one is derived from the content.',
    date: 'One date or interval. Absent or "unknown": the event is undated and shown apart.',
    start: 'Start of a stretch, in place of "date".',
    end: 'End of a stretch, included as far as its precision says; ".." where it is ongoing.',
    calendar: 'Calendar that its dates are written in; default that of the document.',
    title: 'What happened, in one line.',
    short: 'The title for labels, where the title is long.',
    summary: 'Paragraphs separated by blank lines.',
    lane: 'Id or title of its lane, or a list of several.',
    kind: 'What it is drawn as; default "event". An era is a background band.',
    status: 'How firmly it is known. Absent: nothing is claimed.',
    tags: 'Words to filter by.',
    people: 'Who took part.',
    place: 'Where it happened.',
    importance: 'From 0 to 1, default 0.5: who keeps a label when there is no room for all.',
    sources: 'Where it is known from.',
    media: 'Pictures, films and sounds.',
    links: 'Relations to other events; a text is the id of a related one.',
    url: 'Page about the event.',
    color: '"1" to "8", a hex colour or a named one; default the colour of its lane.',
    history: 'The trail of corrections.',
  }),
  define('lane', LANE, 'A row that events stand in.', {
    id: 'What events call it; default its title.',
    title: 'What readers see; default its id.',
    parent: 'Id of the lane that it belongs to.',
    color: '"1" to "8", a hex colour or a named one.',
    collapsed: 'Whether it is closed at first.',
  }),
  define('source', SOURCE, 'Where a fact comes from.', {
    title: 'Title of the publication, or what it is.',
    url: 'Its address.',
    publisher: 'Who published it.',
    date: 'When it was published.',
    quote: 'The words that matter.',
  }),
  define('medium', MEDIUM, 'A picture, a film or a sound.', {
    type: '"image", "video", "audio", "pdf", "embed" (a page within a frame) or "link", or a media type; default by its address.',
    src: 'Its address.',
    alt: 'What it shows, for those who cannot see it; empty where it only adorns.',
    caption: 'Text beneath it.',
    credit: 'Whom it is by.',
    poster: 'Address of the still picture of a film.',
    captions: 'Address of the captions of a film, in WebVTT.',
    width: 'In CSS pixels.',
    height: 'In CSS pixels.',
  }),
  define('link', LINK, 'A relation to another event.', {
    to: 'Id of the other event.',
    rel: 'A short verb, such as "responds-to", "contradicts", "justifies", "precedes", "part-of" or "cites"; default "related".',
    label: 'Words for this one relation.',
  }),
  define('correction', CORRECTION, 'One step of the trail of corrections.', {
    date: 'When it was corrected.',
    note: 'What was corrected.',
  }),
];

type Schema = Record<string, unknown>;

/** Returns the JSON Schema (2020-12) of a document; what it accepts is what is read without a fault of form. */
export function toJsonSchema(): Schema {
  const $defs: Schema = { date: DATE };
  for (const [name, { fields, required }, description, about] of DEFINITIONS) {
    const properties: Schema = {};
    for (const [key, shape] of Object.entries(fields)) {
      const schema = required.includes(key) ? toSchema(shape) : orNull(toSchema(shape));
      properties[key] = { description: about[key], ...schema };
    }
    $defs[name] = { description, type: 'object', properties, ...(required.length && { required }) };
  }
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Timeline',
    description:
      'A document for <timeline-view>, or a list of its events. Fields not named here are kept as they are.',
    anyOf: [reference('document'), { type: 'array', items: reference('event') }],
    $defs,
  };
}

const DATE: Schema = {
  description: 'A date or interval in ISO 8601 or EDTF, "44 BCE", or year, month and day as numbers.',
  anyOf: [
    { type: 'string', examples: ['2025-10-02', '2025-08', '1984~', '1914/1918', '2025-09-02/..', 'unknown'] },
    {
      type: 'object',
      properties: {
        year: { type: 'integer' },
        month: { type: 'integer' },
        day: { type: 'integer' },
        era: { enum: ['bce', 'bc', 'ce', 'ad'] },
        calendar: { enum: CALENDAR_NAMES },
      },
      required: ['year'],
    },
  ],
};

const reference = (name: string): Schema => ({ $ref: `#/$defs/${name}` });

function toSchema(shape: Shape): Schema {
  switch (shape.is) {
    case 'text':
      return { type: 'string', ...(shape.pattern && { pattern: shape.pattern.source }) };
    case 'number':
      return { type: 'number', minimum: shape.min, maximum: shape.max };
    case 'name':
      return { anyOf: [{ type: 'string' }, { type: 'number' }] };
    case 'flag':
      return { type: 'boolean' };
    case 'date':
      return reference('date');
    case 'choice':
      return { enum: shape.of };
    case 'list':
      return { type: 'array', items: toSchema(shape.of) };
    case 'text-or':
      return { anyOf: [{ type: 'string' }, toSchema(shape.other)] };
    case 'object':
      return reference(DEFINITIONS.find(([, defined]) => defined === shape)![0]);
  }
}

/** A field that is not required may also be `null`. */
function orNull(schema: Schema): Schema {
  if (Array.isArray(schema.enum)) return { enum: [...(schema.enum as unknown[]), null] };
  if (typeof schema.type === 'string') return { ...schema, type: [schema.type, 'null'] };
  return { anyOf: [...((schema.anyOf as Schema[] | undefined) ?? [schema]), { type: 'null' }] };
}
