// All checks and tests.
//   npm test                         everything, in every engine that is there
//   npm test -- --only layout axis   only test files with one of the words in their path; no lint, no build;
//                                    in Chromium, unless TEST_BROWSERS says otherwise
//   npm run lint, npm run typecheck  only these
//   npm run test:long                5,000 steps at random in the place of some hundreds, which takes minutes
// The files in test/zones run in browsers of their own, in each of six time zones (wtr.config.mjs);
// those in test/golden in Chromium alone, where UPDATE_GOLDEN=1 writes what they compare with anew (golden.mjs).
// Pages load bundles (bundles.mjs); Chromium measures what they run of the sources (page-coverage.mjs).
// TEST_BROWSERS=all insists on Chromium, Firefox and WebKit; browsers.mjs says more.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chosen, engines, provide } from './browsers.mjs';
import { testFiles } from './test-files.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const cache = path.join(root, 'node_modules', '.cache');
const coverageFolder = path.join(cache, 'coverage');
/** In percent. */
const COVERAGE_BARS = { statements: 90, branches: 80, functions: 90, lines: 90 };
const bin = path.join(root, 'node_modules', '.bin');

const lint = {
  eslint: 'eslint -c test/lib/eslint.config.mjs src test',
  // It thinks that .style takes no text (TypeScript has different types for reading and writing it).
  'lit-analyzer': 'lit-analyzer --strict --quiet --rules.no-incompatible-type-binding off src',
  prettier: 'prettier --check --log-level warn src test demo data "*.{json,ts}"',
  layers: 'node test/lib/layers.mjs',
};
/** The sizes it says are worth reading even where it goes well. */
const build = { build: 'npm run --silent build' };
const types = {
  types: 'tsc -p test/tsconfig.json',
  'types without DOM': 'tsc -p src/tsconfig.pure.json',
};

const total = { passed: 0, failed: 0, skipped: 0 };
const failures = [];
/** Of each test file in each browser. */
const times = [];
function count(name, { passed = 0, failed = 0, skipped = 0 }) {
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
  if (failed) failures.push(`${name}: ${failed} failed`);
}

/** Runs a command line. With `quiet`, its output is returned. */
function run(command, { quiet = false, env = {} } = {}) {
  return new Promise(resolve => {
    const child = spawn(command, {
      cwd: root,
      shell: true,
      stdio: ['ignore', ...(quiet ? ['pipe', 'pipe'] : ['inherit', 'inherit'])],
      env: { ...process.env, PATH: bin + path.delimiter + process.env.PATH, ...env },
    });
    let output = '';
    child.stdout?.on('data', data => (output += data));
    child.stderr?.on('data', data => (output += data));
    child.on('close', code => resolve({ ok: code === 0, output }));
  });
}

async function check(name, command) {
  const since = Date.now();
  const { ok, output } = await run(command, { quiet: true });
  count(name, ok ? { passed: 1 } : { failed: 1 });
  console.log(`${ok ? '✓' : '✗'} ${name} (${((Date.now() - since) / 1000).toFixed(1)} s)`);
  if (!ok || name in build) console.log(output);
}

/** Two at a time. */
async function checkAll(commands) {
  const queue = Object.entries(commands);
  const worker = async () => {
    for (let next; (next = queue.shift());) await check(...next);
  };
  await Promise.all([worker(), worker()]);
}

async function testInNode(files) {
  if (!files.length) return;
  console.log('\nTests in Node');
  const { run } = await import('node:test');
  const result = { passed: 0, failed: 0, skipped: 0 };
  const stream = run({ files: files.map(file => path.join(root, file)), concurrency: 2, timeout: 300_000 });
  const isTest = ({ name, details, file }) => details.type !== 'suite' && path.resolve(name) !== file;
  stream.on('test:pass', test => isTest(test) && result[test.skip ? 'skipped' : 'passed']++);
  stream.on('test:fail', ({ name, details, file }) => {
    // A suite fails with its tests; a file that breaks has no tests.
    if (details.error.failureType === 'subtestsFailed') return;
    result.failed++;
    failures.push(
      `${path.relative(root, file ?? '')} › ${name}: ${details.error.cause?.message ?? details.error.message}`,
    );
    console.log(
      `✗ ${path.relative(root, file ?? '')}: ${name}\n${details.error.cause?.stack ?? details.error.message}\n`,
    );
  });
  stream.on('test:stderr', ({ message }) => process.stderr.write(message));
  await new Promise(resolve => stream.on('end', resolve).resume());
  console.log(`${result.passed} passed, ${result.failed} failed, ${result.skipped} skipped`);
  count('tests in Node', result);
}

async function testInBrowsers(name, files, { coverage = false, env = {} } = {}) {
  if (!files.length) return;
  console.log(`\n${name}`);
  const resultFile = path.join(cache, env.TEST_BUILT ? 'test-result-built.json' : 'test-result.json');
  mkdirSync(cache, { recursive: true });
  rmSync(resultFile, { force: true });
  if (coverage) rmSync(coverageFolder, { recursive: true, force: true });
  const { ok } = await run('wtr --config test/lib/wtr.config.mjs', {
    env: {
      TEST_FILES: files.join('\n'),
      TEST_RESULT_FILE: resultFile,
      ...(coverage && { TEST_COVERAGE: coverageFolder }),
      ...env,
    },
  });
  let result = { failed: 1 };
  try {
    const written = JSON.parse(readFileSync(resultFile, 'utf8'));
    result = written.count;
    times.push(...written.times);
    failures.push(...written.failures);
  } catch {
    // no result: the runner did not get as far
  }
  count(name, result);
  if (!ok && !result.failed) count('the runner itself', { failed: 1 });
  if (coverage) reportCoverage();
}

function reportCoverage() {
  let summary;
  try {
    summary = JSON.parse(readFileSync(path.join(coverageFolder, 'coverage-summary.json'), 'utf8'));
  } catch {
    // reported below
  }
  const { total: sum, ...perFile } = summary ?? {};
  if (!sum?.lines.total) return count('coverage: nothing was measured', { failed: 1 });
  console.log(
    `\nCoverage: ${sum.lines.pct} % of ${sum.lines.total} lines, ${sum.branches.pct} % of branches; least:`,
  );
  for (const [kind, bar] of Object.entries(COVERAGE_BARS))
    if (sum[kind].pct < bar) count(`coverage: ${sum[kind].pct} % of ${kind}, below ${bar} %`, { failed: 1 });
  const least = Object.entries(perFile).sort(([, a], [, b]) => a.lines.pct - b.lines.pct);
  for (const [file, { lines }] of least.slice(0, 8))
    console.log(`  ${lines.pct} %  ${path.relative(root, file)}`);
}

function reportSlowest() {
  const sums = new Map();
  for (const { seconds, browser } of times) sums.set(browser, (sums.get(browser) ?? 0) + seconds);
  console.log('\nTime within tests:');
  for (const [browser, seconds] of sums) console.log(`  ${seconds.toFixed(0).padStart(5)} s  ${browser}`);
  console.log('\nSlowest:');
  for (const { seconds, file, browser } of times.sort((a, b) => b.seconds - a.seconds).slice(0, 10))
    console.log(`  ${seconds.toFixed(1).padStart(5)} s  ${file} (${browser})`);
}

const [task, ...options] = process.argv.slice(2);
if (task === 'long') process.env.TEST_MONKEY_STEPS ??= '5000';
const only = task === 'long' ? ['monkey'] : options[0] === '--only' ? options.slice(1) : undefined;
if (options.length && !only?.length) {
  console.error('npm test [-- --only WORD …]');
  process.exit(2);
}

if (task === 'lint') await checkAll(lint);
else if (task === 'types') await checkAll(types);
else {
  if (only) process.env.TEST_BROWSERS ??= 'chromium';
  const browserFiles = testFiles('.test.ts', only);
  const nodeFiles = testFiles('.test.mjs', only);
  if (!browserFiles.length && !nodeFiles.length)
    count(`no test file has "${only}" in its path`, { failed: 1 });
  if (browserFiles.length) await provide();
  // The build first: it is one long thread, beside which the checks fill the other core.
  if (!only) await checkAll({ ...build, ...lint, ...types });
  await testInNode(nodeFiles);
  const tested = browserFiles.length ? chosen().map(({ engine }) => engine) : [];
  await testInBrowsers('Tests in browsers', browserFiles, {
    coverage: !only && tested.includes('chromium'),
  });
  if (!only)
    await testInBrowsers(
      'Tests of the self-contained file in Chromium',
      browserFiles.filter(file => /timeline-view\/(contract|time)\./.test(file)),
      { env: { TEST_BUILT: '1', TEST_BROWSERS: 'chromium' } },
    );
  if (!only) reportSlowest();
  if (!only)
    for (const engine of engines) if (!tested.includes(engine)) console.log(`\nNOT TESTED in ${engine}`);
}

for (const failure of failures) console.log(`✗ ${failure}`);
console.log(`${total.skipped ? `\n${total.skipped} skipped (what an engine can't do)` : ''}
${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed ? 1 : 0);
