import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { readTimeline } from '../../dist/data/parse-timeline.js';
import { readTable } from '../../dist/data/read-table.js';
import { finish } from '../../dist/data/work.js';
import { TableSource } from '../../dist/index/table-source.js';

const DAY = 86_400_000;
const MILLION = 1_000_000;

/** A million events with what nearly every one has, out of order: short records, of which the table takes most for their length. */
const events = () =>
  Array.from({ length: MILLION }, (_, i) => ({
    id: `e${i}`,
    date: new Date((((i * 7919) % 40_000) - 25_567) * DAY).toISOString().slice(0, 10),
    title: `Event ${i}`,
    lane: `lane ${i % 7}`,
  }));

let text = '';
const json = () => (text ||= JSON.stringify({ events: events() }));

/** Throws away what is not in use. Node shows how only when asked. */
function collectGarbage() {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc');
  for (let i = 0; i < 3; i++) collect();
}

/** Bytes in use, once what is not has been thrown away. */
function bytesInUse() {
  collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** How long a piece of work takes, in ms, with nothing left of those before. */
async function msOf(work) {
  collectGarbage();
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** How long `JSON.parse` of the text takes, and how long its way to the table, which is that of a file; medians of runs that take turns. */
async function timesOfLoad() {
  const text = json();
  const runs = [];
  for (let i = 0; i < 6; i++)
    runs.push([await msOf(() => JSON.parse(text)), await msOf(() => readTimeline({ text }, {}))]);
  // The first run, which compiles it, does not count.
  const [parse, whole] = [0, 1].map(
    k =>
      runs
        .slice(1)
        .map(run => run[k])
        .sort((a, b) => a - b)[2],
  );
  return { parse, whole };
}

/** Bytes for each event that a table takes beyond the records. */
function bytesBeyondRecords() {
  const document = JSON.parse(json());
  const before = bytesInUse();
  const { table } = finish(readTable(document, { textual: true }));
  const source = new TableSource(table);
  const bytes = bytesInUse() - before;
  if (source.count({ start: -Infinity, end: Infinity }) !== MILLION) throw new Error('events are missing');
  return bytes / document.events.length;
}

export const rows = [
  {
    name: 'JSON text of 1,000,000 events to the table',
    bar: '2 times JSON.parse of the same text',
    async measure() {
      const { parse, whole } = await timesOfLoad();
      return {
        value: `${(whole / parse).toFixed(2)} times, ${whole.toFixed(0)} ms`,
        ratio: whole / parse / 2,
      };
    },
  },
  {
    name: 'memory of a table and index of 1,000,000 events',
    bar: '120 bytes an event beyond the records',
    measure() {
      const bytes = bytesBeyondRecords();
      return { value: `${bytes.toFixed(0)} bytes`, ratio: bytes / 120 };
    },
  },
];
