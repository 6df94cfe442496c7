import { setImmediate } from 'node:timers/promises';
import { readTimeline } from '../../dist/data/parse-timeline.js';

/** A long task, in ms: what lasts longer is felt as a stutter. */
const BAR = 50;

const list = (count, item) => Array.from({ length: count }, (_, i) => item(i));
const json = value => JSON.stringify(value);
const day = i => `${1900 + (i % 100)}-0${1 + (i % 9)}-1${i % 10}`;
const term = value => ({ type: 'literal', value });
const table = (rows, columns, cell) =>
  [['date', 'title', ...list(columns, c => `Field ${c}`)].join()]
    .concat(list(rows, row => [day(row), `Event ${row}`, ...list(columns, c => cell(row, c))].join()))
    .join('\n');
/** The value nested so often, each `wrap` around the one before. */
const nested = (depth, wrap) => list(depth, i => i).reduceRight((inner, i) => wrap(i, inner), undefined);
const items = count =>
  `<ul>${list(count, i => `<li><time datetime="${day(i)}">${day(i)}</time> <b>Event ${i}</b> What was there to see.</li>`).join('\n')}</ul>`;

/** Texts that are long, wide or deep, each in a way that some reader could do in one piece or at the square of its size. */
const INPUTS = {
  'CSV, 20,000 columns of one name': () => `date,title,${'same,'.repeat(20_000)}\n1914-07-28,War`,
  'CSV, 300 columns × 5,000 rows': () => table(5000, 300, (row, column) => row * column),
  'CSV, 42 columns of words × 3,000 rows': () =>
    table(3000, 40, (row, column) => `some words of ${row} and ${column}`),
  'JSON, 4,000 objects with a key of their own each': () =>
    json(list(4000, i => ({ when: day(i), headline: `Event ${i}`, [`key ${i}`]: i }))),
  'JSON, 50,000 objects of other terms': () =>
    json(list(50_000, i => ({ when: day(i), headline: `Event ${i}`, body: 'What was there to see' }))),
  'JSON, 16,000 lanes each in the next': () =>
    json({
      lanes: list(16_000, i => ({ id: `l${i}`, parent: `l${i - 1}` })),
      events: [{ title: 'A', date: '1914', lane: 'l0' }],
    }),
  'JSON, one event in 200,000 lanes': () =>
    json([{ title: 'A', date: '1914', lane: list(200_000, i => `lane ${i}`) }]),
  'JSON Lines, one broken line of 9 MB': () =>
    `${json({ title: 'A', date: '1914' })}\n[${'{"title":"A"},'.repeat(640_000)}\n`,
  'vis, 4,000 groups each in the next': () =>
    json({
      items: [{ id: 1, content: 'A', start: '1914-07-28', group: 'g0' }],
      groups: list(4000, i => ({ id: `g${i}`, content: `G ${i}`, nestedGroups: [`g${i + 1}`] })),
    }),
  'vis, 50,000 items': () =>
    json({ items: list(50_000, i => ({ id: i, content: `<b>Event</b> ${i}`, start: day(i) })) }),
  'SPARQL, 50,000 bindings': () =>
    json({
      head: { vars: ['item', 'itemLabel', 'date', 'place'] },
      results: {
        bindings: list(50_000, i => ({
          item: { type: 'uri', value: `http://example.org/${i}` },
          itemLabel: { ...term(`Event ${i}`), 'xml:lang': 'en' },
          date: { ...term(`${day(i)}T00:00:00Z`), datatype: 'http://www.w3.org/2001/XMLSchema#dateTime' },
          place: term(`Place ${i % 100}`),
        })),
      },
    }),
  'JSON-LD, 20,000 events in each other': () =>
    `{"@context":"https://schema.org",${list(20_000, i => `"@type":"Event","name":"Event ${i}","startDate":"${day(i)}","subEvent":{`).join('')}"@type":"Event","name":"Last","startDate":"1914"${'}'.repeat(20_001)}`,
  'JSON-LD, one event of 20,000 parts': () =>
    json({
      '@type': 'Event',
      name: 'All',
      startDate: '1914',
      subEvent: list(20_000, i => ({ '@type': 'Event', name: `Part ${i}`, startDate: day(i) })),
    }),
  'HTML, 16,000 list items': () => items(16_000),
  'HTML, one list item of 16,000 paragraphs': () =>
    `<ul><li><time>1914</time> War${'<p>What was there to see.</p>'.repeat(16_000)}</li></ul>`,
  'HTML, 20,000 elements in each other': () =>
    `${'<div>'.repeat(20_000)}<ul><li><time>1914</time> War</li></ul>`,
  'iCalendar, 5,000 events': () =>
    `BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${list(
      5000,
      i =>
        `BEGIN:VEVENT\r\nUID:${i}\r\nDTSTART;VALUE=DATE:${day(i).replaceAll('-', '')}\r\nSUMMARY:Event ${i}\r\nEND:VEVENT\r\n`,
    ).join('')}END:VCALENDAR\r\n`,
};

/** A clock and the time that this process had, in ms. What is longer by either was held up by others, or had helpers. */
function timer() {
  const [clock, used] = [performance.now(), process.cpuUsage()];
  return () => {
    const { user, system } = process.cpuUsage(used);
    return Math.min(performance.now() - clock, (user + system) / 1000);
  };
}

/**
 * How long the longest step takes on the way from a text to its table, in ms: from one rest to the next, what stands between
 * two works included.
 */
async function longestStep(text) {
  let longest = 0;
  let msOfStep = timer();
  const drive = async work => {
    for (;;) {
      const { done, value } = work.next();
      longest = Math.max(longest, msOfStep());
      if (done) return value;
      await setImmediate();
      msOfStep = timer();
    }
  };
  await readTimeline({ text }, {}, drive);
  return longest;
}

export const rows = [
  {
    name: 'longest step of any reader but that of markwhen',
    bar: `${BAR} ms`,
    async measure() {
      let [worst, ms] = ['', 0];
      for (const [name, make] of Object.entries(INPUTS)) {
        const text = make();
        // The best of a few: a collection of garbage may fall into any step.
        let least = Infinity;
        for (let run = 0; run < 3; run++) least = Math.min(least, await longestStep(text));
        if (least > ms) [worst, ms] = [name, least];
      }
      return { value: `${ms.toFixed(0)} ms: ${worst}`, ratio: ms / BAR };
    },
  },
];
