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
import { UNLIKE } from './unlike-documents.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const story = JSON.parse(readFileSync(`${root}data/us-mexico-2025.json`, 'utf8'));
const rules = readmeBlocks().find(({ language }) => language === 'css').code;
const chromium = chosen().find(({ engine }) => engine === 'chromium');
const script = '/dist/cdn/timeline-view.js';

/** A page with something above and below the tag. */
const pageOf = (tag, styles = rules) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>A page</title>
<style>body { margin: 1rem; font: 1rem/1.5 sans-serif } ${styles}</style>
<script type="module" src="${script}"></script><h1>Before</h1>${tag}<h2>After</h2><p>A text.</p>`;

function commandLine(document) {
  const args = [`${root}dist/cli/main.js`, 'html', '-', '--script', script];
  const page = execFileSync(process.execPath, args, { input: JSON.stringify(document), encoding: 'utf8' });
  return page.replace('</main>', '</main><p>After</p>');
}

/** Returns the page of a document whose data are at an address, too. */
const PAGES = {
  'a page of the command line': commandLine,
  'plain HTML with the rules of README.md': document => pageOf(render(document)),
  'a declarative shadow root': document => pageOf(render(document, { shadow: true }), ''),
  'a data script with the rules of README.md': document =>
    pageOf(
      `<timeline-view><script type="application/json">${JSON.stringify(document)}</script></timeline-view>`,
    ),
  'an address with the rules of README.md': (_, address) =>
    pageOf(`<timeline-view src="${address}"></timeline-view>`),
};

/** The story in all ways and windows; other documents where text waits and where nothing does, with all that a page writes itself. */
const CASES = [
  ...Object.keys(PAGES).map(way => ({ what: 'a story', document: story, way, widths: [1280, 768, 360] })),
  ...Object.entries(UNLIKE).flatMap(([what, document]) =>
    Object.entries(PAGES)
      .filter((_, i) => (what === 'media' ? i < 2 : i % 2 === 0))
      .map(([way]) => ({ what, document, way, widths: [what === 'media' ? 360 : 768] })),
  ),
];

/** By how many ms the element, what it loads and its data are late. */
const lateness = path => (/\/cdn\/timeline-view\.js$/.test(path) ? 200 : /\.(js|json)$/.test(path) ? 120 : 0);

describe('while it loads', { skip: !chromium && 'no Chromium' }, () => {
  let server, browser;
  before(async () => {
    const pages = {};
    for (const [i, { document, way }] of CASES.entries()) {
      pages[`/${i}.html`] = PAGES[way](document, `/${i}.json`);
      pages[`/${i}.json`] = JSON.stringify(document);
    }
    server = await loopback({ pages, delay: lateness });
    browser = await puppeteer.launch({ executablePath: chromium.executable, args: ['--no-sandbox'] });
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });

  for (const [i, { what, way, widths }] of CASES.entries())
    it(`${what} stands still: ${way}`, async () => {
      for (const width of widths) {
        // All of it in sight, but for a text that is as long as it is.
        const size = { width, height: width < 512 ? 800 : 1400 };
        assert.deepEqual(await layoutShifts(browser, `${server.origin}/${i}.html`, size), [], `${width} px`);
      }
    });

  /** By the width of the window. */
  const DEMOS = {
    index: [1280, 768, 360],
    scrolly: [1280, 360],
    gallery: [1280, 360],
    linked: [768, 360],
    embed: [1280, 360],
    dates: [1280, 360],
  };
  for (const [name, widths] of Object.entries(DEMOS))
    it(`demo/${name}.html stands still`, async () => {
      for (const width of widths)
        assert.deepEqual(
          await layoutShifts(browser, `${server.origin}/demo/${name}.html`, { width }),
          [],
          `${width} px`,
        );
    });
});
