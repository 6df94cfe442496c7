// Documents that differ in what they make of a timeline: how high it gets, and what comes late.

const LONG =
  'In the beginning there was a committee, and it met in a hall that was too small for all who came. ';
const STATUSES = ['confirmed', 'disputed', 'reported', 'alleged'];
const LANES = [...'abcdefgh'].map(id => ({ id, title: `Lane ${id}` }));

const events = (count, more = () => ({})) =>
  Array.from({ length: count }, (_, i) => ({
    id: `event-${i}`,
    date: `${1850 + (i % 170)}-0${1 + (i % 9)}`,
    title: `Event ${i}`,
    ...more(i),
  }));
const undated = count => Array.from({ length: count }, (_, i) => ({ title: `Nobody knows when ${i}` }));
const paragraphs = count => Array.from({ length: count }, () => LONG.repeat(3).trim()).join('\n\n');

/** By what is special about each. */
export const UNLIKE = {
  'no event': { title: 'None', events: [] },
  'one event': { title: 'One', events: events(1) },
  '300 events': { title: 'Many', events: events(300, i => ({ lane: 'abc'[i % 3] })) },
  'eras and lanes': {
    title: 'Eras and lanes',
    lanes: LANES,
    events: [
      ...events(40, i => ({ lane: LANES[i % LANES.length].id, status: STATUSES[i % STATUSES.length] })),
      { date: '1855/1900', kind: 'era', title: 'An era' },
      { date: '1900/1930', kind: 'era', title: 'Another era' },
    ],
  },
  media: {
    title: 'Media',
    events: events(6, () => ({
      media: [
        { src: '/demo/icon.svg?sized', alt: 'A clock', width: 300, height: 300 },
        { src: '/demo/icon.svg?any', alt: 'A clock' },
        { type: 'video', src: '/none.mp4', poster: '/demo/icon.svg?poster', caption: 'A film' },
      ],
    })),
  },
  'long texts': {
    title: LONG.trim(),
    summary: paragraphs(2),
    credit: LONG.trim(),
    asOf: '2025-11-19',
    lanes: LANES,
    events: [
      ...events(24, i => ({
        title: LONG.trim(),
        summary: paragraphs(2),
        lane: LANES[i % LANES.length].id,
        status: STATUSES[i % STATUSES.length],
        sources: [{ title: LONG.trim(), url: 'https://example.org/' }],
      })),
      ...undated(9),
    ],
  },
  'no dates': { title: 'Undated', events: undated(5) },
};
