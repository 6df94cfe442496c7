import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import puppeteer from 'puppeteer-core';
import { chosen } from '../lib/browsers.mjs';
import { cdnFile } from '../lib/cdn-size.mjs';

const chromium = chosen().find(({ engine }) => engine === 'chromium');
const absent = !chromium && 'no Chromium';

/** A picture of one point. */
const PICTURE = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

/** A page with a timeline, whose files come from dist/, but for some. */
async function open(browser, { missing = [], attributes = '', media = [], json } = {}) {
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 700 });
  await page.setRequestInterception(true);
  const asked = [];
  page.on('request', request => {
    const name = new URL(request.url()).pathname.slice(1);
    if (!name)
      return request.respond({ contentType: 'text/html', body: '<!doctype html><title>A page</title>' });
    if (name === 'a.gif') return request.respond({ contentType: 'image/gif', body: PICTURE });
    // Browsers look for a picture of the page.
    if (!name.endsWith('.js')) return request.respond({ status: 404 });
    asked.push(name);
    if (missing.includes(name)) return request.respond({ status: 404 });
    return request.respond({ contentType: 'text/javascript', body: readFileSync(cdnFile(name)) });
  });
  await page.goto('http://timeline.test/');
  await page.setContent(`<!doctype html><html lang="en"><title>A page</title>
    <script type="module" src="/timeline-view.js"></script>
    <timeline-view ${attributes}><script type="application/json">${
      json ??
      `[{ "id": "a", "date": "2025-01", "title": "One", "lane": "x", "media": ${JSON.stringify(media)} }, { "id": "b", "date": "2025-02", "title": "Two", "lane": "y" },
       { "id": "c", "date": "2025-03", "title": "Three", "lane": "x" }]`
    }</script></timeline-view>`);
  await page.evaluate(() => customElements.whenDefined('timeline-view'));
  await page.evaluate(() => document.querySelector('timeline-view').ready);
  /** Presses a button of the toolbar, and tells what is there then. */
  const press = async action => {
    const find = `document.querySelector('timeline-view').shadowRoot.querySelector('[data-action=${action}]')`;
    await page.evaluate(`${find}.focus()`);
    await page.keyboard.press('Enter');
    await page.evaluate(() => document.querySelector('timeline-view').ready);
    return look();
  };
  const look = () =>
    page.evaluate(() => {
      const element = document.querySelector('timeline-view');
      const { shadowRoot: root, issues } = element;
      const parts = {
        search: '.search',
        menu: '.exports li',
        help: 'dialog[open]',
        column: '.periods',
        list: '.list',
        medium: 'figure',
        way: '.details a[href$="/a.gif"]',
      };
      return {
        shown: Object.keys(parts).filter(name => root.querySelector(parts[name])),
        focus: root.activeElement?.dataset.action ?? root.activeElement?.localName,
        issues: issues.map(({ code, path }) => [code, path]),
      };
    });
  return { page, asked, press, look };
}

describe('the files beside the self-contained one', { skip: absent }, () => {
  let browser;
  before(async () => {
    browser = await puppeteer.launch({ executablePath: chromium.executable, args: ['--no-sandbox'] });
  });
  after(() => browser?.close());

  it('are loaded when they are needed, each once', async () => {
    const { page, asked, press, look } = await open(browser);
    assert.deepEqual(asked, ['timeline-view.js']);
    assert.deepEqual(await press('search'), { shown: ['search'], focus: 'input', issues: [] });
    assert.deepEqual((await press('export')).shown, ['search', 'menu']);
    await page.keyboard.press('Escape');
    assert.deepEqual((await press('help')).shown, ['search', 'help']);
    await page.keyboard.press('Escape');
    await page.evaluate(() => (document.querySelector('timeline-view').layout = 'vertical'));
    await page.evaluate(() => document.querySelector('timeline-view').ready);
    assert.deepEqual((await look()).shown, ['search', 'column']);
    assert.deepEqual(asked.sort(), [
      'column.js',
      'export.js',
      'help.js',
      'menu.js',
      'search.js',
      'timeline-view.js',
    ]);
  });

  it('are loaded for media when an event with some is shown; where that cannot be had, a link leads to each', async () => {
    const media = [{ src: '/a.gif', alt: 'One by one' }];
    for (const missing of [[], ['media.js']]) {
      const { page, asked, look } = await open(browser, { missing, media });
      for (const id of ['b', 'a']) {
        assert.ok(!asked.includes('media.js'));
        await page.evaluate(id => (document.querySelector('timeline-view').selected = id), id);
        await page.evaluate(() => document.querySelector('timeline-view').ready);
      }
      assert.ok(asked.includes('media.js'));
      const { shown, issues } = await look();
      const isThere = missing.length === 0;
      assert.deepEqual([shown, issues], isThere ? [['medium'], []] : [['way'], [['load-failed', 'figures']]]);
    }
  });

  it('tell where a JSON text is broken, and that it is where they are missing', async () => {
    for (const missing of [[], ['detect.js']]) {
      const { page, asked } = await open(browser, { missing, json: '[{ "date": "2025", title: "One" }]' });
      assert.deepEqual(asked, ['timeline-view.js', 'detect.js']);
      const issues = await page.evaluate(() => document.querySelector('timeline-view').issues);
      assert.deepEqual(
        issues.map(({ code, severity }) => [code, severity]),
        [['invalid-json', 'error']],
      );
      assert.match(
        issues[0].message,
        missing.length ? /^invalid JSON: \S/ : /line 1, column 20: invalid JSON: .*title/,
      );
    }
  });

  it('leave the element as it was where one is missing, with the focus where it was and an issue', async () => {
    const missing = ['search.js', 'menu.js', 'help.js', 'export.js'];
    const { page, press } = await open(browser, { missing });
    for (const [i, action] of ['search', 'export', 'help'].entries()) {
      const { shown, focus, issues } = await press(action);
      assert.deepEqual({ shown, focus }, { shown: [], focus: action });
      assert.deepEqual(issues.at(-1), ['load-failed', ['search', 'exports', 'help'][i]]);
      const expanded = await page.evaluate(
        name =>
          document
            .querySelector('timeline-view')
            .shadowRoot.querySelector(`[data-action=${name}]`)
            .getAttribute('aria-expanded'),
        action,
      );
      assert.notEqual(expanded, 'true', action);
    }
  });

  it('give the selected event a label where it has none, and leave it without where they are missing', async () => {
    const attributes = 'layout="horizontal"';
    for (const missing of [[], ['chosen.js']]) {
      const { page, asked, look } = await open(browser, { missing, attributes });
      assert.deepEqual(asked, ['timeline-view.js']);
      // Its month begins at the edge of the view.
      await page.evaluate(() => {
        const element = document.querySelector('timeline-view');
        element.view = '2024-12-01/2025-01-01T02:00';
        element.selected = 'a';
        return element.ready;
      });
      const label = await page.evaluate(
        () =>
          document.querySelector('timeline-view').shadowRoot.querySelector('[data-id=a] .title')?.textContent,
      );
      const { issues } = await look();
      assert.deepEqual(
        [label, issues],
        missing.length ? [undefined, [['load-failed', 'chosen']]] : ['One', []],
      );
      assert.deepEqual(asked, ['timeline-view.js', 'chosen.js']);
    }
  });

  it('are told to be missing where scrolling was to tell the story', async () => {
    for (const steps of ['self', 'article']) {
      const attributes = `layout="list" scroll-steps="${steps}"`;
      const { look } = await open(browser, { missing: ['scroll.js'], attributes });
      assert.deepEqual((await look()).issues, [['load-failed', 'scroll-steps']]);
    }
  });

  it('give way to the list where the column is missing, which is asked for once', async () => {
    const missing = ['column.js'];
    const { asked, look } = await open(browser, { missing, attributes: 'layout="vertical"' });
    const { shown, issues } = await look();
    assert.deepEqual({ shown, issues }, { shown: ['list'], issues: [['load-failed', 'column']] });
    assert.deepEqual(asked, ['timeline-view.js', 'column.js']);
  });
});
