import { parseDate } from '../../dist/core.js';
import { medianMs } from './timing.mjs';

const DAY = 86_400_000;
const MILLION = 1_000_000;

/** Days of 1900 to 2100, out of order, so that no two neighbours are alike. */
const plainDates = () =>
  Array.from({ length: MILLION }, (_, i) =>
    new Date((((i * 7919) % 73_000) - 25_567) * DAY).toISOString().slice(0, 10),
  );

const huge = text => text.repeat(Math.ceil(MILLION / text.length)).slice(0, MILLION);
const longest = (open, member, close) =>
  open + member.repeat(Math.floor(62 / member.length)).slice(0, -1) + close;

/** What takes long to read, if anything does. */
const HOSTILE = [
  ...['9', ' ', 'X', '-', '?', '/', '..', '[', '(', '2020-', '1984?~', 'a', '\ufdfa', 'unknown', '20'].map(
    huge,
  ),
  ...['9', 'X', '-', '?', '/', '..', '[', '(', '(2004-', '1-', '\ufdfa', 'u'].map(text =>
    huge(text).slice(0, 64),
  ),
  `${' '.repeat(62)}x`,
  `2024-01-05T10:00:00.${'1'.repeat(43)}Z`,
  `Y${'9'.repeat(63)}`,
  `Y1E${'9'.repeat(61)}`,
  ...['XXXX-02-30', 'XX22-02-29', 'XXX1-02-29', '-XXXX-02-29', 'XXXX-XX-XX', 'XXXX-02-29/XXX0-02-29'],
];

const SETS = [
  longest('[', '1667,', ']'),
  longest('{', '..1667,', '}'),
  longest('[', 'XX22-02-29,', ']'),
  longest('{', '-XXX0-02-29..XXX8-02-29,', '}'),
  longest('[', '?2004-~06-%11,', ']'),
  `[${','.repeat(62)}]`,
];

/** The slowest answer. */
function slowest(texts) {
  const times = texts.map(text => [text, medianMs(() => parseDate(text), 9)]);
  const [text, ms] = times.reduce((a, b) => (b[1] > a[1] ? b : a));
  return { value: `${ms.toFixed(3)} ms for ${JSON.stringify(text.slice(0, 20))}…`, ratio: ms };
}

export const rows = [
  {
    name: 'parseDate of 1,000,000 plain ISO dates',
    bar: '3 times Date.parse on the same strings, or 500 ms',
    measure() {
      const texts = plainDates();
      let sum = 0;
      const native = medianMs(() => {
        for (const text of texts) sum += Date.parse(text);
      });
      const ours = medianMs(() => {
        for (const text of texts) sum -= parseDate(text).value.start;
      });
      if (sum !== 0) throw new Error('parseDate and Date.parse disagree');
      return {
        value: `${(ours / native).toFixed(1)} times, ${ours.toFixed(0)} ms`,
        ratio: Math.min(ours / native / 3, ours / 500),
      };
    },
  },
  {
    name: `slowest answer to ${HOSTILE.length} hostile strings of up to 1,000,000 characters`,
    bar: '1 ms',
    measure: () => slowest(HOSTILE),
  },
  {
    name: `slowest answer to ${SETS.length} sets of 64 characters`,
    bar: '1 ms',
    measure: () => slowest(SETS),
  },
];
