// Benchmarks, each against its bar: npm run build && npm run bench
//
// A topic is a file test/bench/*.bench.mjs that exports `rows`, each { name, bar, measure }. `bar` says in
// words what is allowed. `measure` returns { value, ratio }, or a promise of it: what was measured, in words,
// and how much of what is allowed that is, so that 1 just passes. Rows compare with something else in the
// same run where they can: a slow machine is slow for both.
//
// npm run bench -- peers compares with other timelines instead, which it installs: see peers/run.mjs.
import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const here = new URL('./', import.meta.url);
if (!existsSync(fileURLToPath(new URL('../../dist/core.js', here)))) {
  console.error('There is no dist/core.js: run npm run build first');
  process.exit(1);
}

if (process.argv[2] === 'peers') {
  const { comparePeers } = await import('./peers/run.mjs');
  process.exit(await comparePeers({ quick: process.argv.includes('--quick') }));
}

const results = [];
for (const file of readdirSync(fileURLToPath(here)).sort()) {
  if (!file.endsWith('.bench.mjs')) continue;
  const { rows } = await import(new URL(file, here).href);
  for (const { name, bar, measure } of rows) {
    const { value, ratio } = await measure();
    results.push({ '': ratio <= 1 ? '✓' : '✗', name, value, bar, ratio: Number(ratio.toFixed(2)) });
  }
}
console.table(results);
const missed = results.filter(({ ratio }) => !(ratio <= 1)).length;
if (missed) console.error(`${missed} of ${results.length} bars missed`);
process.exit(missed ? 1 : 0);
