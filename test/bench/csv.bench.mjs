import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { csvParse } from 'd3-dsv';
import { parseTimeline } from '../../dist/core.js';
import { medianMs } from './timing.mjs';

const ROWS = 49_520;
const file = fileURLToPath(
  new URL('../../../shared/fixtures/csv/football-internationals-1872.csv', import.meta.url),
);

/** As many rows of the same shape. */
const synthetic = () =>
  ['date,home_team,away_team,home_score,away_score,tournament,city,country,neutral']
    .concat(
      Array.from({ length: ROWS }, (_, i) => {
        const day = new Date(Date.UTC(1872, 10, 30) + Math.floor(i * 1.13) * 86_400_000)
          .toISOString()
          .slice(0, 10);
        return `${day},Home ${i % 211},Away ${i % 197},${i % 5},${i % 4},"Cup, round ${i % 7}",City ${i % 997},Land ${i % 89},FALSE`;
      }),
    )
    .join('\n');

export const rows = [
  {
    name: `${ROWS.toLocaleString('en')} rows of CSV to events`,
    bar: '6 times the parser of d3-dsv on the same text',
    async measure() {
      const text = existsSync(file) ? readFileSync(file, 'utf8') : synthetic();
      if (csvParse(text).length !== ROWS) throw new Error('not the rows that were meant');
      const alone = [];
      const ours = [];
      // In turn, so that a slow moment is one for both.
      for (let run = 0; run < 7; run++) {
        alone.push(medianMs(() => csvParse(text), 1));
        const since = performance.now();
        const { document } = await parseTimeline(text, { format: 'csv' });
        ours.push(performance.now() - since);
        if (document.events.length !== ROWS) throw new Error('rows are missing');
      }
      const [a, b] = [alone, ours].map(times => times.sort((x, y) => x - y)[times.length >> 1]);
      return { value: `${(b / a).toFixed(1)} times, ${b.toFixed(0)} ms`, ratio: b / a / 6 };
    },
  },
];
