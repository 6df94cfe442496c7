import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chosen } from '../lib/browsers.mjs';

const FILE = new URL('../../dist/cdn/timeline-view.js', import.meta.url);
const FIRST = 300;
const COUNT = 6000;
const SECONDS = 60;

/** The page in which all is measured. */
const PAGE = `<!doctype html><meta charset="utf-8"><body style="margin:0;font:16px sans-serif">
<input id="field"><timeline-view></timeline-view></body>`;

/** In the page: makes records, seeded, as `records(from, count)`, and shows the first of them in a view that stays. */
async function begin(first) {
  const base = Date.UTC(2020, 0, 1);
  let seed = 7;
  const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
  window.records = (from, count) =>
    Array.from({ length: count }, (_, i) => ({
      id: `e${from + i}`,
      date: new Date(base + Math.floor(random() * 365) * 864e5).toISOString().slice(0, 10),
      title: `event number ${from + i} of the stream`,
      summary: `What was said of event ${from + i} in a sentence, as long as such sentences are.`,
      lane: `lane ${Math.floor(random() * 4)}`,
    }));
  const element = document.querySelector('timeline-view');
  element.data = { events: window.records(0, first) };
  await element.ready;
  element.view = '2020-03-01/2020-08-31';
  await element.ready;
}

/** In the page: a stream of events while a script pans, types and holds the focus; and before it the same without the stream. */
async function flow(first, count, seconds) {
  const element = document.querySelector('timeline-view');
  const field = document.querySelector('#field');
  const root = element.shadowRoot;
  const frame = () => new Promise(resolve => requestAnimationFrame(resolve));
  /** Where all marks in view stand as seen from one of them: a pan moves them all together. */
  const boxes = origin => {
    const from = origin.getBoundingClientRect();
    const canvas = root.querySelector('[part~="canvas"]').getBoundingClientRect();
    return new Map(
      [...root.querySelectorAll('[part~="mark"]')].flatMap(mark => {
        const { x, y, width, left, right } = mark.getBoundingClientRect();
        if (right < canvas.left || left > canvas.right) return [];
        return [[mark.dataset.id, [x - from.x, y - from.y, width]]];
      }),
    );
  };
  /** Frames of so many seconds in which the view pans to and fro and a field is typed into; p95 in ms. */
  const run = async (length, onFrame) => {
    const view = { ...element.view };
    const times = [];
    const since = performance.now();
    let panning;
    let last = await frame();
    for (let i = 0; last - since < length * 1000; i++) {
      if (i % 60 === 0) panning = element.panBy(i % 120 ? -0.2 : 0.2);
      if (i % 6 === 0) field.value = 'query'.slice(0, (i / 6) % 6);
      onFrame(last - since);
      const now = await frame();
      times.push(now - last);
      last = now;
    }
    await panning;
    element.view = view;
    await element.ready;
    await frame();
    return times.sort((a, b) => a - b)[Math.floor(times.length * 0.95)];
  };

  const p95Alone = await run(5, () => {});
  const marks = [...root.querySelectorAll('[part~="mark"]')];
  const focused = marks.find(mark => mark.textContent.trim() && mark.getBoundingClientRect().x > 100);
  focused.focus();
  await frame();
  const before = boxes(focused);
  let sent = 0;
  let moved = 0;
  let looks = 0;
  const p95 = await run(seconds, passed => {
    if (passed > looks * 1000) {
      looks++;
      for (const [id, box] of boxes(focused))
        before.get(id)?.forEach((px, i) => (moved = Math.max(moved, Math.abs(box[i] - px))));
    }
    const due = Math.min(count, Math.floor((passed / 1000) * (count / seconds)));
    while (sent < due) element.addEvents(window.records(first + sent++, 1));
  });
  if (sent < count) element.addEvents(window.records(first + sent, count - sent));
  await element.ready;
  await frame();
  const after = boxes(focused);
  return {
    p95,
    p95Alone,
    moved,
    looks,
    standing: before.size,
    gathered: [...before.keys()].filter(id => !after.has(id)).length,
    held: root.activeElement === focused,
    total: element.toJSON().events.length,
  };
}

/** In the page: the same events given at once. */
async function giveAll(first, count) {
  const element = document.querySelector('timeline-view');
  element.data = { events: window.records(0, first + count) };
  await element.ready;
}

/** Heap in bytes after garbage collection. */
async function heapOf(page) {
  const session = await page.createCDPSession();
  for (let i = 0; i < 3; i++) await session.send('HeapProfiler.collectGarbage');
  return (await page.metrics()).JSHeapUsedSize;
}

let found;
/** Measured once for all rows; null without Chromium. */
function measured() {
  found ??= measure();
  return found;
}

async function measure() {
  const browser = chosen().find(({ engine }) => engine === 'chromium');
  if (!browser) return null;
  const { default: puppeteer } = await import('puppeteer-core');
  const launched = await puppeteer.launch({
    executablePath: browser.executable,
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
    protocolTimeout: 300_000,
  });
  /** By how much the heap of a page with the first events grows while something is done in it, and what that returns. */
  const grown = async (work, ...args) => {
    const page = await launched.newPage();
    await page.setViewport({ width: 1280, height: 800 });
    await page.setContent(PAGE);
    await page.addScriptTag({ type: 'module', content: readFileSync(fileURLToPath(FILE), 'utf8') });
    await page.waitForFunction(() => customElements.get('timeline-view'));
    await page.evaluate(begin, FIRST);
    const before = await heapOf(page);
    const result = await page.evaluate(work, FIRST, ...args);
    const growth = (await heapOf(page)) - before;
    await page.close();
    return { result, growth };
  };
  try {
    const stream = await grown(flow, COUNT, SECONDS);
    const once = await grown(giveAll, COUNT);
    return { ...stream.result, growth: stream.growth, data: once.growth };
  } finally {
    await launched.close();
  }
}

const row = (name, bar, of) => ({
  name,
  bar,
  async measure() {
    const result = await measured();
    if (!result) return { value: 'skipped: no Chromium', ratio: 0 };
    return of(result);
  },
});

const mb = bytes => `${(bytes / 1e6).toFixed(1)} MB`;

export const rows = [
  row(`p95 frame while ${COUNT / SECONDS} events a second come in for ${SECONDS} s`, '33 ms', result => ({
    value: `${result.p95.toFixed(1)} ms; without the stream ${result.p95Alone.toFixed(1)} ms`,
    // Two frames of 60 Hz are 33.3 ms: a third of a millisecond is no miss.
    ratio: Math.round(result.p95) / 33,
  })),
  row('px by which what stood has moved meanwhile, the focus held', '1 px', result => ({
    value: `${result.moved.toFixed(2)} px in ${result.looks} looks; ${result.gathered} of ${result.standing} marks gathered in pills; focus ${result.held ? 'held' : 'lost'}`,
    ratio: result.held && result.total === FIRST + COUNT ? result.moved : Infinity,
  })),
  row(
    `heap of ${COUNT} events that came so`,
    'twice that of the same events given at once',
    ({ growth, data }) => ({
      value: `${mb(growth)}; at once ${mb(data)}`,
      ratio: growth / data / 2,
    }),
  ),
];
