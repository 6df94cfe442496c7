import fc from 'fast-check';
import { day, edtf, few, hostile, phrase, word } from '../data/writers/documents.js';
import { BAD_ADDRESSES, HOSTILE_TEXTS } from '../render/hostile-texts.js';

/** Whatever a text may hold, markup and code too. */
const text = fc.oneof(word, phrase, hostile, fc.constantFrom(...HOSTILE_TEXTS), fc.constant('a\n\nb\nc'));

const address = fc.oneof(
  fc.constantFrom('https://a.example/b?c=d&e#f', 'g/h.png', 'mailto:i@j.example', '//k.example', '#l'),
  fc.constantFrom(...BAD_ADDRESSES),
);

const when = fc.oneof(
  edtf.map(date => ({ date })),
  fc.tuple(day, day).map(days => {
    const [start, end] = days.sort();
    return { start, end };
  }),
  fc.constantFrom<Record<string, unknown>>(
    {},
    { date: 'unknown' },
    { date: '2 May 1945' },
    { date: '11-18' },
    { date: '2020-01-02T10:00Z' },
    { date: '1066-10-14', calendar: 'julian' },
    { date: { year: 44, era: 'bce' } },
    { start: '1990' },
  ),
  text.map(date => ({ date })),
);

const source = fc.record(
  { title: text, url: address, publisher: text, date: fc.oneof(edtf, text), quote: text },
  { requiredKeys: [] },
);
const medium = fc.record(
  {
    src: address,
    type: fc.oneof(fc.constantFrom('image', 'video', 'audio', 'pdf', 'embed', 'link'), text),
    alt: text,
    caption: text,
    credit: text,
    poster: address,
    width: fc.nat(2000),
    height: fc.nat(2000),
  },
  { requiredKeys: ['src'] },
);
const lane = fc.constantFrom('us', 'United States', 'x; y', '["z"]', ' ');

const event = fc
  .tuple(
    when,
    fc.record(
      {
        id: fc.oneof(text, fc.uuid()),
        title: text,
        short: text,
        summary: text,
        lane: fc.oneof(lane, few(lane)),
        kind: fc.constantFrom('event', 'milestone', 'era'),
        status: fc.oneof(fc.constantFrom('alleged', 'refuted'), text),
        tags: few(text),
        people: few(text),
        place: text,
        importance: fc.constantFrom(0, 0.3, 1),
        sources: few(source),
        media: few(medium),
        links: few(fc.record({ to: fc.constantFrom('a', 'b'), rel: text, label: text })),
        url: address,
        color: fc.constantFrom('3', '#ff0000', 'teal'),
        history: few(fc.record({ date: edtf, note: text })),
        own: fc.jsonValue(),
      },
      { requiredKeys: ['title'] },
    ),
  )
  .map(([dates, rest]) => ({ ...rest, ...dates }));

/** Documents with every field that there is, in whatever way it may be written. */
export const documents = fc.record(
  {
    title: text,
    summary: text,
    lang: fc.constantFrom('en', 'de', 'fa'),
    timeZone: fc.constantFrom('UTC', 'America/Mexico_City'),
    calendar: fc.constantFrom('gregorian', 'julian'),
    asOf: edtf,
    credit: text,
    license: text,
    updated: edtf,
    version: text,
    lanes: fc.constant([
      { id: 'us', title: 'United States', color: '2' },
      { id: 'z', parent: 'us', collapsed: true },
    ]),
    events: fc.array(event, { minLength: 1, maxLength: 4 }),
  },
  { requiredKeys: ['events'] },
);
