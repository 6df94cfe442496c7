// Runs what README.md writes for pages.
import assert from 'node:assert/strict';

const SCRIPT = '<script type="module" src="/dist/cdn/timeline-view.js"></script>';
const IMPORTS = JSON.stringify({ imports: { 'timeline-view': '/dist/cdn/timeline-view.js' } });

/** Returns a whole page of what may be a part of one. */
export const pageOf = code =>
  /^<!doctype/i.test(code)
    ? code
    : `<!doctype html><html lang="en"><meta charset="utf-8"><title>A page</title>${SCRIPT}\n${code}`;

/** Returns a page with a timeline, of those data unless the code gives others, in which a module runs; `saved` is what it saves. */
export function modulePage(code, data) {
  const inline = /\.(?:data|events) = /.test(code)
    ? ''
    : `<script type="application/json">${JSON.stringify(data)}</script>`;
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>A page</title>
<script type="importmap">${IMPORTS}</script>
<timeline-view editable>${inline}</timeline-view>
<script>
  globalThis.saved = [];
  globalThis.save = what => saved.push(what);
  globalThis.timeline = document.querySelector('timeline-view');
</script>
<script type="module">import 'timeline-view';
${code}</script>`;
}

/** Opens a page, and resolves when all timelines in it are ready: nothing in the console, no issue, and events in each. */
export async function openReady(browser, address, { viewport = { width: 1280, height: 800 } } = {}) {
  const page = await browser.newPage();
  await page.setViewport(viewport);
  const said = [];
  page.on('console', message => said.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', error => said.push(String(error)));
  await page.evaluateOnNewDocument(() => {
    globalThis.violations = [];
    addEventListener('securitypolicyviolation', ({ violatedDirective }) =>
      violations.push(violatedDirective),
    );
  });
  await page.goto(address, { waitUntil: 'load' });
  const timelines = await page.evaluate(async () => {
    await customElements.whenDefined('timeline-view');
    const all = [...document.querySelectorAll('timeline-view')];
    await Promise.all(all.map(timeline => timeline.ready));
    return all.map(timeline => ({ count: timeline.toJSON().events.length, issues: timeline.issues }));
  });
  assert.ok(timelines.length, 'a timeline');
  for (const { count, issues } of timelines) assert.deepEqual([count > 0, issues], [true, []]);
  assert.deepEqual([said, await page.evaluate(() => violations)], [[], []]);
  return page;
}
