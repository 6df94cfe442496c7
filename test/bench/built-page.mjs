// A page with the built files in a Chromium of its own, for benchmarks of what readers wait for.
import { existsSync, readFileSync } from 'node:fs';
import puppeteer from 'puppeteer-core';
import { chosen } from '../lib/browsers.mjs';
import { cdnFile } from '../lib/cdn-size.mjs';

const HEAD = '<!doctype html><title>A page</title><script type="module" src="/timeline-view.js"></script>';

/** Answers a page with the built files, as some of what it shows is in ones beside the first. */
function answer(request, body) {
  const name = new URL(request.url()).pathname.slice(1);
  if (!name) return request.respond({ contentType: 'text/html', body: HEAD + body });
  return name.endsWith('.js') && existsSync(cdnFile(name))
    ? request.respond({ contentType: 'text/javascript', body: readFileSync(cdnFile(name)) })
    : request.respond({ status: 404 });
}

/** What `work` makes of a page with that body, 1280 px wide, in which the element is defined; nothing where there is no Chromium. */
export async function inBuiltPage(body, work) {
  const browser = chosen().find(({ engine }) => engine === 'chromium');
  if (!browser) return undefined;
  const launched = await puppeteer.launch({
    executablePath: browser.executable,
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
    protocolTimeout: 300_000,
  });
  try {
    const page = await launched.newPage();
    await page.setViewport({ width: 1280, height: 800 });
    await page.setRequestInterception(true);
    page.on('request', request => answer(request, body));
    await page.goto('http://timeline.test/');
    await page.waitForFunction(() => customElements.get('timeline-view'));
    return await work(page);
  } finally {
    await launched.close();
  }
}
