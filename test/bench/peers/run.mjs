// Measures the element next to other timelines: npm run build && npm run bench -- peers [--quick]
//
// In full it takes some ten minutes and writes ../RESULTS.md; --quick takes fewer sizes and rounds and prints that. The
// peers come from this folder's own package.json and are installed when they are not there.
import { existsSync, writeFileSync } from 'node:fs';
import { arch, cpus, loadavg, release, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { chosen } from '../../lib/browsers.mjs';
import { cdnFile } from '../../lib/cdn-size.mjs';
import { bars } from './bars.mjs';
import { Bench, LONGEST_MOUNT, MOUNTS } from './measure.mjs';
import { Report } from './report.mjs';
import { install, load, subjects, yardstick } from './subjects.mjs';

const RESULTS = fileURLToPath(new URL('../RESULTS.md', import.meta.url));
const WIDE = { name: '1200×400', width: 1200, height: 400 };
const NARROW = { name: '360×640', width: 360, height: 640 };
/** Labels are counted in one lane and in several. */
const LANES = [1, 4];
/** Only we are asked for that many. */
const MOST = 1_000_000;
/** What takes longer than so many seconds in one round is not measured in another. */
const SLOW_RUN = 20;
/** After so many minutes nothing is measured another time. */
const MINUTES = 13;

const PLANS = {
  full: { sizes: [10, 100, 1_000, 10_000, 100_000, MOST], rounds: 5, labelSizes: [10, 100, 1_000] },
  quick: { sizes: [10, 1_000, 10_000], rounds: 2, labelSizes: [10, 100] },
};

/** Does tasks in several browsers at once. */
async function inParallel(tasks, benches) {
  const left = [...tasks];
  const work = async bench => {
    for (let task = left.shift(); task; task = left.shift()) await task(bench);
  };
  await Promise.all(benches.map(work));
}

/** All rounds, the subjects taking turns; a map from subject and size to what its rounds have measured. Of the yardstick, the size is 0. */
async function timed(bench, { loaded, measure }, { sizes, rounds }, until) {
  const runs = new Map();
  const slow = new Set();
  const yard = `${yardstick.name} 0`;
  for (let round = 1; round <= rounds; round++) {
    if (round === 1 || performance.now() <= until)
      runs.set(yard, [...(runs.get(yard) ?? []), await bench.run(measure, 0, WIDE)]);
    for (const size of sizes)
      for (const subject of loaded) {
        const key = `${subject.name} ${size}`;
        if ((size === MOST && !subject.ours) || slow.has(key)) continue;
        if (round > 1 && performance.now() > until) continue;
        const earlier = runs.get(key) ?? [];
        runs.set(key, earlier);
        const smaller = sizes
          .filter(other => other < size)
          .map(other => runs.get(`${subject.name} ${other}`));
        const leftOut = list => list?.length === 0;
        if (smaller.some(leftOut) || (round > 1 && leftOut(earlier))) continue;
        const since = performance.now();
        const result = await bench.run(subject, size, WIDE);
        const seconds = (performance.now() - since) / 1000;
        if (result) earlier.push(result);
        if (seconds > SLOW_RUN) slow.add(key);
        console.log(
          `round ${round}: ${key}: ${result ? `${result.mount.toFixed(0)} ms` : 'left out'} (${seconds.toFixed(1)} s)`,
        );
      }
  }
  return runs;
}

/** What does not depend on time: labels, and what mounts leave behind. */
async function counted(benches, loaded, { labelSizes }) {
  const counts = new Map();
  const tasks = loaded.flatMap(subject => [
    async bench => counts.set(`${subject.name} leaks`, await bench.leaks(subject, 100, WIDE)),
    ...[WIDE, NARROW].flatMap(box =>
      LANES.flatMap(lanes =>
        labelSizes.map(size => async bench => {
          const key = `${subject.name} ${box.name} ${size} ${lanes}`;
          counts.set(key, await bench.labels(subject, size, box, lanes));
        }),
      ),
    ),
  ]);
  await inParallel(tasks, benches);
  return counts;
}

export async function comparePeers({ quick }) {
  const browser = chosen().find(({ engine }) => engine === 'chromium');
  if (!browser || !existsSync(cdnFile('timeline-view.js'))) {
    console.error(browser ? 'There is no dist/cdn: run npm run build first' : 'There is no Chromium');
    return 1;
  }
  install();
  const plan = quick ? PLANS.quick : PLANS.full;
  const since = performance.now();
  const load1 = () => loadavg()[0].toFixed(1);
  const loadBefore = load1();
  const [bench, other] = [new Bench(browser.executable), new Bench(browser.executable)];
  try {
    const loaded = await Promise.all(subjects.map(subject => load(subject, cdnFile('timeline-view.js'))));
    const measure = await load(yardstick);
    const counts = await counted([bench, other], loaded, plan);
    const runs = await timed(bench, { loaded, measure }, plan, since + MINUTES * 60_000);
    const loadAfter = load1();
    const report = new Report({
      ...plan,
      subjects: loaded,
      labelled: [WIDE, NARROW],
      lanes: LANES,
      mounts: MOUNTS,
      longest: LONGEST_MOUNT / 1000,
      slowRun: SLOW_RUN,
      minutes: MINUTES,
      yardstick: yardstick.name,
      runs: (name, size) => runs.get(`${name} ${size}`),
      labels: (name, box, size, lanes) => counts.get(`${name} ${box} ${size} ${lanes}`),
      leaks: name => counts.get(`${name} leaks`),
      machine: {
        seconds: Math.round((performance.now() - since) / 1000),
        cores: cpus().length,
        cpu: cpus()[0]?.model.trim() || arch(),
        memory: Math.round(totalmem() / 1e9),
        kernel: release().split('-')[0],
        node: process.version,
        browser: await bench.version(),
        loadBefore,
        loadAfter,
        // The benchmark itself keeps one core busy, or little more.
        busy: Math.max(loadBefore, loadAfter) > cpus().length,
      },
    });
    const options = { ...(await resolveConfig(RESULTS)), parser: 'markdown' };
    const markdown = await format(report.markdown(bars), options);
    if (quick) console.log(markdown);
    else writeFileSync(RESULTS, markdown);
    return 0;
  } finally {
    await Promise.all([bench.close(), other.close()]);
  }
}
