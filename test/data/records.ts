import fc from 'fast-check';

const day = fc
  .tuple(
    fc.integer({ min: 1990, max: 2025 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  )
  .map(([year, ...rest]) => [year, ...rest.map(n => String(n).padStart(2, '0'))].join('-'));

/** Dates of every form, those that are none among them. */
const date = fc.oneof(
  day,
  day.map(text => text.slice(0, 7)),
  day.map(text => text.slice(0, 4)),
  fc.tuple(day, day).map(days => days.join('/')),
  day.map(text => `${text}T10:00Z`),
  fc.tuple(day, fc.nat(5)).map(([text, hour]) => `2024-11-03T0${hour}:30Z/${text}`),
  fc.constantFrom(
    '1984~',
    '../2001',
    '2001/..',
    '/2001-02',
    '[1999,2001..]',
    '{1999,2003}',
    '-0043',
    'unknown',
    '',
  ),
  fc.constantFrom('soon', '2020-13-01', 'XXXX-12-25', 1985, null, undefined, { year: 2000, month: 2 }),
);

/** Records with all that the table looks at, sound and broken. */
export const looseRecord = fc.record(
  {
    id: fc.constantFrom(undefined, null, 7, '', 'a', 'b', 'b~2', 'c', 'd', 'e', 'constructor', '__proto__'),
    date,
    start: fc.oneof({ weight: 1, arbitrary: date }, { weight: 3, arbitrary: fc.constant(undefined) }),
    end: fc.oneof({ weight: 1, arbitrary: date }, { weight: 3, arbitrary: fc.constant(undefined) }),
    calendar: fc.constantFrom(undefined, undefined, undefined, 'julian', 'persian'),
    title: fc.constantFrom('A', 'B', ' ', '', null, 3),
    lane: fc.constantFrom(undefined, 'x', 'y', 'X', ['x', 'y'], ['z'], [], 4),
    kind: fc.constantFrom(undefined, 'era', 'milestone', 'erra'),
    status: fc.constantFrom(undefined, 'alleged', 'aleged'),
    importance: fc.constantFrom(undefined, 0.2, 7, '1'),
    tags: fc.constantFrom(undefined, ['t'], ['t', 5], 't'),
    links: fc.constantFrom(
      undefined,
      [],
      ['a', 'none'],
      [{ to: 'b', rel: 'causes' }],
      [{ rel: 'x' }],
      ['c', 'e'],
    ),
  },
  { requiredKeys: [] },
);

/** Numbers the records that claim an id, so that each is claimed once. */
export const distinct = (records: readonly { readonly id?: unknown }[], prefix: string) =>
  records.map((record, i) => ({ ...record, id: `${prefix}${i}` }));
