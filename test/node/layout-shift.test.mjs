// Nothing moves while a page with a timeline loads, however late its parts come.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';
import { render } from 'timeline-view/server.js';
import { chosen } from '../lib/browsers.mjs';
import { layoutShifts } from '../lib/layout-shifts.mjs';
import { loopback } from '../lib/loopback.mjs';
import { readmeBlocks } from '../lib/readme-blocks.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const story = `${root}data/us-mexico-2025.json`;
const document = JSON.parse(readFileSync(story, 'utf8'));
const rules = readmeBlocks().find(({ language }) => language === 'css').code;
const chromium = chosen().find(({ engine }) => engine === 'chromium');

/** A page with something above and below the tag. */
const pageOf = (tag, styles = rules) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>A page</title>
<style>body { margin: 1rem; font: 1rem/1.5 sans-serif } ${styles}</style>
<script type="module" src="/dist/cdn/timeline-view.js"></script><h1>Before</h1>${tag}<h2>After</h2><p>A text.</p>`;

const PAGES = {
  'a page of the command line': execFileSync(
    process.execPath,
    [`${root}dist/cli/main.js`, 'html', story, '--script', '/dist/cdn/timeline-view.js'],
    { encoding: 'utf8' },
  ).replace('</main>', '</main><p>After</p>'),
  'plain HTML with the rules of README.md': pageOf(render(document)),
  'a declarative shadow root': pageOf(render(document, { shadow: true }), ''),
  'a data script with the rules of README.md': pageOf(
    `<timeline-view><script type="application/json">${JSON.stringify(document)}</script></timeline-view>`,
  ),
  'an address with the rules of README.md': pageOf(
    '<timeline-view src="/data/us-mexico-2025.json"></timeline-view>',
  ),
};
/** By how many ms the element, what it loads and its data are late. */
const lateness = path => (/\/cdn\/timeline-view\.js$/.test(path) ? 200 : /\.(js|json)$/.test(path) ? 120 : 0);

describe('while it loads', { skip: !chromium && 'no Chromium' }, () => {
  let server, browser;
  let isSlow = false;
  before(async () => {
    const pages = Object.fromEntries(Object.values(PAGES).map((body, i) => [`/${i}.html`, body]));
    server = await loopback({ pages, delay: path => (isSlow ? lateness(path) : 0) });
    browser = await puppeteer.launch({ executablePath: chromium.executable, args: ['--no-sandbox'] });
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });

  for (const [i, name] of Object.keys(PAGES).entries())
    for (const slow of [false, true])
      it(`${name} stands still${slow ? ' where all comes late' : ''}, in windows of three widths`, async () => {
        isSlow = slow;
        for (const width of [1280, 768, 360]) {
          // All of it in sight, but for a text that is as long as it is.
          const size = { width, height: width < 512 ? 800 : 1400 };
          assert.deepEqual(
            await layoutShifts(browser, `${server.origin}/${i}.html`, size),
            [],
            `${width} px`,
          );
        }
      });

  /** By the width of the window. Of dates.html at 1280 px, lanes get another height when its script tells them how many they are. */
  const DEMOS = {
    index: [1280, 768, 360],
    scrolly: [1280, 360],
    gallery: [1280, 360],
    linked: [768, 360],
    embed: [1280, 360],
    dates: [768, 360],
  };
  for (const [name, widths] of Object.entries(DEMOS))
    it(`demo/${name}.html stands still`, async () => {
      isSlow = name === 'index';
      for (const width of widths)
        assert.deepEqual(
          await layoutShifts(browser, `${server.origin}/demo/${name}.html`, { width }),
          [],
          `${width} px`,
        );
    });
});
