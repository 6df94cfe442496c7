import fc from 'fast-check';
import { normalizeDocument } from '../../../src/data/normalize-document.js';
import type { TimelineDocument } from '../../../src/data/timeline-event.js';

/** The document that an input makes, as from a text unless said otherwise. */
export const documentOf = (input: unknown, textual = true): TimelineDocument =>
  normalizeDocument(input, { textual }).document;

const pad = (n: number) => String(n).padStart(2, '0');

/** Of four digits, in the common era. */
export const year = fc.integer({ min: 1000, max: 2400 }).map(String);

export const day = fc
  .tuple(year, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([y, m, d]) => `${y}-${pad(m)}-${pad(d)}`);

const time = fc
  .tuple(
    day,
    fc.integer({ min: 0, max: 23 }),
    fc.integer({ min: 0, max: 59 }),
    fc.constantFrom('', ':07', ':07.25'),
    fc.constantFrom('', 'Z', '+05:30'),
  )
  .map(([date, h, m, s, zone]) => `${date}T${pad(h)}:${pad(m)}${s}${zone}`);

/** A date without doubt that is not open: a year, a month, a day or a time. */
export const firm = fc.oneof(
  day,
  time,
  year,
  day.map(date => date.slice(0, 7)),
);

/** A date of any form that says when. */
export const edtf = fc.oneof(
  firm,
  fc.tuple(day, fc.constantFrom('~', '?', '%')).map(parts => parts.join('')),
  fc.tuple(day, day).map(days => days.sort().join('/')),
  fc.tuple(firm, fc.constantFrom('/..', '/')).map(parts => parts.join('')),
  year.map(y => `../${y}`),
  fc.constantFrom(
    '44 BCE',
    '-0043-03-15',
    '156X',
    '[1667,1668,1670..1672]',
    '{1960,1961}',
    '2010-21',
    'Y17E7',
    '1950S3',
    '2004-~06-11',
  ),
);

/** Letters, and what has a meaning in one of the formats. */
export const word = fc.string({ unit: fc.constantFrom(...'abcÄß→😀"=+-@<&\\'), minLength: 1, maxLength: 9 });

/** Words with separators, ends of lines and stretches longer than a line may be between them. */
export const phrase = fc
  .array(fc.oneof(word, fc.constantFrom(';', ',', '\n', 'é'.repeat(70), 'x'.repeat(80))), {
    minLength: 1,
    maxLength: 6,
  })
  .map(words => `a${words.join(' ')}z`);

export const few = <T>(item: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.uniqueArray(item, { maxLength: 3 });

/** Whatever a text may hold, and what formats and programs stumble over; none looks like HTML, which tables may hold. */
export const hostile = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }).map(text => text.replaceAll(/[<&]/g, '')),
  fc.constantFrom(
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://a.example","b")',
    '@SUM(1)',
    '+1',
    '-1',
    "'=1",
    "''=1",
    'a\0b',
    'a\rb',
    'a\r\nb',
    'a\u2028b',
    '"',
    ',',
    ';',
    '["a"]',
    '[',
    '\u202eabc',
    'שלום',
    '#a',
    'sep=;',
    '\ud800',
    ']]>',
    'null',
    '2020',
  ),
);
