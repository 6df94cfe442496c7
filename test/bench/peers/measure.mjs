// Measures one subject in one page of its own.
import { setTimeout as sleep } from 'node:timers/promises';
import puppeteer from 'puppeteer-core';

/** A first mount that takes longer ends the comparison for that subject, in ms. */
export const LONGEST_MOUNT = 20_000;
/** A gesture that takes longer ends early, in ms. */
const LONGEST_GESTURE = 4_000;
const PAN_STEPS = 30;
const ZOOM_STEPS = 12;
/** Labels are counted when all that moves into place has arrived, in ms. */
const LABELS_REST = 1_500;
/** Mounts after which what stays behind is counted. */
export const MOUNTS = 20;
const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Bench</title>
<style>body { margin: 0; font: 16px sans-serif } #host { position: relative }</style><div id="host"></div></html>`;

/** A Chromium that reaches no other machine. It is replaced where a page in it does not answer. */
export class Bench {
  #executable;
  #browser = null;

  constructor(executable) {
    this.#executable = executable;
  }

  async #launched() {
    this.#browser ??= await puppeteer.launch({
      executablePath: this.#executable,
      args: [
        '--no-sandbox',
        '--disable-dev-shm-usage',
        '--host-resolver-rules=MAP * ~NOTFOUND',
        '--js-flags=--max-old-space-size=8192',
      ],
      protocolTimeout: 90_000,
    });
    return this.#browser;
  }

  async version() {
    return (await this.#launched()).version();
  }

  async close() {
    const browser = this.#browser;
    this.#browser = null;
    if (!browser) return;
    // A page that computes on and on keeps the browser from closing by itself.
    const closed = await Promise.race([
      browser.close().then(
        () => true,
        () => false,
      ),
      sleep(3000),
    ]);
    if (!closed) browser.process()?.kill('SIGKILL');
  }

  /** Does some work in a page that has loaded the subject; the page is gone afterwards. */
  async #in(subject, { width, height }, work) {
    const browser = await this.#launched();
    const context = await browser.createBrowserContext();
    try {
      const page = await context.newPage();
      await page.setViewport({ width, height: height + 100 });
      await page.setContent(PAGE);
      await page.addStyleTag({
        content: `${subject.style} #host { width: ${width}px; height: ${height}px }`,
      });
      if (subject.element) {
        await page.addScriptTag({ type: 'module', content: subject.element });
        await page.waitForFunction(() => customElements.get('timeline-view'));
      }
      await page.addScriptTag({ content: subject.script });
      const session = await page.createCDPSession();
      await session.send('Performance.enable');
      return await work(page, session);
    } finally {
      const gone = await Promise.race([
        context.close().then(
          () => true,
          () => false,
        ),
        sleep(3000),
      ]);
      if (!gone) await this.close();
    }
  }

  /** All that is measured of a subject with so many events; null where the mount takes too long. */
  run(subject, count, size) {
    return this.#in(subject, size, async (page, session) => {
      const parse = await page.evaluate(n => bench.prepare(subject, n), count);
      const heapBefore = await heapOf(session);
      const mount = await within(
        LONGEST_MOUNT,
        page.evaluate(() => bench.mount()),
      );
      if (mount === null || mount > LONGEST_MOUNT) return null;
      const { pan, zoom, settle } = await page.evaluate(() => bench.abilities());
      await sleep(settle);
      const heap = (await heapOf(session)) - heapBefore;
      const elements = await page.evaluate(() => bench.countElements());
      const result = { mount, parse, heap, elements };
      if (pan) result.pan = await panned(page, session, pan, settle);
      if (zoom) result.zoom = await zoomed(page, session, zoom, settle);
      return result;
    });
  }

  /** The labels of so many events in so many lanes; null where the mount takes too long. */
  labels(subject, count, size, lanes) {
    return this.#in(subject, size, async page => {
      await page.evaluate((n, of) => bench.prepare(subject, n, of), count, lanes);
      const mount = await within(
        LONGEST_MOUNT,
        page.evaluate(() => bench.mount({ measured: true })),
      );
      if (mount === null) return null;
      await sleep(LABELS_REST);
      return page.evaluate(n => bench.countLabels(n), count);
    });
  }

  /** What stays behind of mounts that have been taken away again. */
  leaks(subject, count, size) {
    return this.#in(subject, size, async (page, session) => {
      await page.evaluate(n => bench.prepare(subject, n), count);
      const counted = async () => {
        await sleep(500);
        const heap = await heapOf(session);
        const { Nodes, JSEventListeners } = await metricsOf(session);
        return { nodes: Nodes, listeners: JSEventListeners, heap };
      };
      await page.evaluate(() => bench.mountAgain(2));
      const before = await counted();
      const done = await within(
        4 * LONGEST_MOUNT,
        page.evaluate(n => bench.mountAgain(n).then(() => true), MOUNTS),
      );
      if (!done) return null;
      const after = await counted();
      return Object.fromEntries(Object.keys(after).map(key => [key, after[key] - before[key]]));
    });
  }
}

/** What a promise becomes, or null where that takes longer. */
async function within(ms, promise) {
  const timer = new AbortController();
  try {
    promise.catch(() => {}); // of a page that has been closed meanwhile
    return await Promise.race([promise, sleep(ms, null, { signal: timer.signal })]);
  } finally {
    timer.abort();
  }
}

async function metricsOf(session) {
  const { metrics } = await session.send('Performance.getMetrics');
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
}

/** Bytes of the heap and of array buffers, which lie outside it, after garbage has been collected. */
async function heapOf(session) {
  for (let i = 0; i < 2; i++) await session.send('HeapProfiler.collectGarbage');
  const { usedSize, backingStorageSize } = await session.send('Runtime.getHeapUsage');
  return usedSize + backingStorageSize;
}

/**
 * Main-thread time of a step in ms, and the intervals of the frames meanwhile. `step` is done so often, each after
 * the page has taken in the one before; what still moves afterwards counts as well. Null where nothing has moved.
 */
async function stepped(page, session, steps, settle, step, end = async () => {}) {
  const from = await page.evaluate(() => bench.position());
  const positions = new Set([from]);
  await page.evaluate(() => bench.startFrames());
  const before = await metricsOf(session);
  const since = performance.now();
  let done = 0;
  while (done < steps && performance.now() - since < LONGEST_GESTURE) {
    await step(done++);
    if (done === Math.floor(steps / 2)) positions.add(await page.evaluate(() => bench.position()));
  }
  const frames = await page.evaluate(() => bench.stopFrames());
  await end();
  await sleep(settle);
  const after = await metricsOf(session);
  positions.add(await page.evaluate(() => bench.position()));
  if (positions.size < 2) return null;
  return { ms: ((after.TaskDuration - before.TaskDuration) * 1000) / done, frames };
}

/** Dragged there and back, without a flick at the end. */
async function panned(page, session, how, settle) {
  const onward = i => i < PAN_STEPS / 2;
  if (how === 'script')
    return stepped(page, session, PAN_STEPS, settle, i =>
      page.evaluate(to => bench.stepByScript('panStep', to), onward(i)),
    );
  if (await page.evaluate(() => bench.beforePan())) await sleep(settle);
  const { x, y } = await page.evaluate(() => bench.grip());
  let at = x;
  await page.mouse.move(at, y);
  await page.mouse.down();
  return stepped(
    page,
    session,
    PAN_STEPS,
    settle,
    i => page.mouse.move((at += onward(i) ? -8 : 8), y),
    async () => {
      await sleep(120);
      await page.mouse.up();
    },
  );
}

/** Closer, and out again. */
async function zoomed(page, session, how, settle) {
  const closer = i => i < ZOOM_STEPS / 2;
  if (how === 'script')
    return stepped(page, session, ZOOM_STEPS, settle, i =>
      page.evaluate(to => bench.stepByScript('zoomStep', to), closer(i)),
    );
  const { x, y } = await page.evaluate(() => bench.grip());
  await page.mouse.move(x, y);
  if (how === 'ctrl+wheel') await page.keyboard.down('Control');
  return stepped(
    page,
    session,
    ZOOM_STEPS,
    settle,
    i => page.mouse.wheel({ deltaY: closer(i) ? -60 : 60 }),
    () => (how === 'ctrl+wheel' ? page.keyboard.up('Control') : undefined),
  );
}
