import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import puppeteer from 'puppeteer-core';
import { chosen } from '../lib/browsers.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const chromium = chosen().find(({ engine }) => engine === 'chromium');
const absent = !chromium && 'no Chromium';
const { version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
const TYPES = { js: 'text/javascript', svg: 'image/svg+xml' };

/** How often an element comes and goes, and how much more memory may be in use after that, as a share. */
const WARM_UP = 40;
const MOUNTS = 200;
const MORE_HEAP = 0.05;

/** What uses all that a timeline has, as a script that runs in a page. */
async function everyFeature() {
  const { outputFiles } = await build({
    entryPoints: [`${root}test/timeline-view/every-feature.ts`],
    bundle: true,
    format: 'iife',
    globalName: 'everyFeature',
    write: false,
  });
  return outputFiles[0].text;
}

describe('the self-contained file in a page', { skip: absent }, () => {
  let browser;
  before(async () => {
    browser = await puppeteer.launch({
      executablePath: chromium.executable,
      // What the engine makes of code that runs often is no memory of ours.
      args: ['--no-sandbox', '--js-flags=--jitless --no-lazy-feedback-allocation --no-flush-bytecode'],
    });
  });
  after(() => browser?.close());

  /** An empty page of an origin whose files are those of the repository; `change` may make others of their texts. */
  async function open(change = text => text) {
    const page = await browser.newPage();
    await page.setViewport({ width: 900, height: 800 });
    await page.setRequestInterception(true);
    page.on('request', request => {
      const { pathname, search } = new URL(request.url());
      if (pathname === '/')
        return request.respond({ contentType: 'text/html', body: '<!doctype html><html lang="en">' });
      const file = root + pathname.slice(1);
      if (!existsSync(file)) return request.respond({ status: 404 });
      const contentType = TYPES[pathname.split('.').at(-1)];
      return request.respond({ contentType, body: change(readFileSync(file, 'utf8'), search) });
    });
    await page.goto('http://timeline.test/');
    return page;
  }

  it(`leaves no node, no listener and no memory behind, all of it used and taken away ${MOUNTS} times`, async () => {
    const page = await open();
    await page.addScriptTag({ type: 'module', url: '/dist/cdn/timeline-view.js' });
    await page.addScriptTag({ content: await everyFeature() });
    const session = await page.createCDPSession();
    await session.send('Performance.enable');
    await session.send('HeapProfiler.enable');
    const measure = async () => {
      for (let i = 0; i < 3; i++) await session.send('HeapProfiler.collectGarbage');
      const { metrics } = await session.send('Performance.getMetrics');
      return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
    };
    /** Mounts one after the other, and uses all of every so-manyth one one by one, of the others what can be used at once. */
    const mount = (count, every) =>
      page.evaluate(
        async (count, every) => {
          const { useEveryFeature, useInPassing } = globalThis.everyFeature;
          const refs = (globalThis.refs ??= []);
          const idle = [];
          for (let i = 0; i < count; i++) {
            const element = document.createElement('timeline-view');
            document.body.append(element);
            const unused = await (i % every ? useInPassing(element, i) : useEveryFeature(element));
            idle.push(...unused.map(what => `${i}: ${what}`));
            refs.push(new WeakRef(element));
            element.remove();
          }
          await new Promise(resolve => setTimeout(resolve, 1000));
          return idle;
        },
        count,
        every,
      );
    // Until all that is kept for the whole page is there: words, formats, widths of texts.
    assert.deepEqual(await mount(WARM_UP, 10), []);
    const before = await measure();
    assert.deepEqual(await mount(MOUNTS, 40), []);
    const after = await measure();
    const alive = await page.evaluate(() => globalThis.refs.filter(ref => ref.deref()).length);
    assert.equal(alive, 0, 'elements that are still there');
    const more = name => after[name] - before[name];
    assert.ok(more('Nodes') <= 0, `${more('Nodes')} more nodes`);
    assert.ok(more('JSEventListeners') <= 0, `${more('JSEventListeners')} more listeners`);
    const heap = after.JSHeapUsedSize / before.JSHeapUsedSize - 1;
    assert.ok(heap <= MORE_HEAP, `${(heap * 100).toFixed(1)} % more memory`);
  });

  it('gives way to another version that was there before, says so once, and lets scripts after it run', async () => {
    const page = await open((text, search) =>
      search === '?other' ? text.replaceAll(version, '99.0.0') : text,
    );
    const said = [];
    page.on('console', message => said.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', error => said.push(String(error)));
    let go;
    const known = new Promise(resolve => (go = resolve));
    await page.exposeFunction('go', go);
    // One after the other: scripts that are added run as they arrive.
    await page.evaluate(async () => {
      for (const query of ['', '?again', '?other']) {
        const script = document.createElement('script');
        script.type = 'module';
        script.textContent = `import '/dist/cdn/timeline-view.js${query}'; dispatchEvent(new Event('ran')); ${query === '?other' ? 'go(customElements.get("timeline-view").version)' : ''}`;
        const ran = new Promise(resolve => addEventListener('ran', resolve, { once: true }));
        document.head.append(script);
        await ran;
      }
    });
    assert.equal(await known, version);
    assert.deepEqual(said, [
      `warn: <timeline-view>: <timeline-view> is version ${version} on this page; version 99.0.0 is not used`,
    ]);
  });
});

describe('src/version.ts', () => {
  it('says what package.json says', () =>
    assert.ok(readFileSync(`${root}src/version.ts`, 'utf8').includes(`VERSION = '${version}'`)));
});
