// Every code block of README.md is run, as its language is; one that nothing runs fails.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import puppeteer from 'puppeteer-core';
import { parseTimeline } from 'timeline-view/core.js';
import { render } from 'timeline-view/server.js';
import { chosen } from '../lib/browsers.mjs';
import { loopback } from '../lib/loopback.mjs';
import { bare, readmeBlocks } from '../lib/readme-blocks.mjs';
import { runInNode } from '../lib/readme-node.mjs';
import { modulePage, openReady, pageOf } from '../lib/readme-page.mjs';
import { runShell, writeNamedFiles } from '../lib/readme-shell.mjs';

const read = file => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
const chromium = chosen().find(({ engine }) => engine === 'chromium');
const absent = !chromium && 'no Chromium';
const blocks = readmeBlocks();
const data = JSON.parse(blocks.find(({ language }) => language === 'json').code);
/** What needs a page: it speaks of one, or of the timeline in it. */
const isOfPage = code => /\bdocument\.querySelector|^timeline\./m.test(code);

let folder, server, browser;
before(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'readme-'));
  writeNamedFiles(folder);
  const pages = { '/story.json': JSON.stringify(data), '/plan.json': JSON.stringify(data) };
  server = await loopback({ pages });
  if (chromium)
    browser = await puppeteer.launch({ executablePath: chromium.executable, args: ['--no-sandbox'] });
});
after(async () => {
  await browser?.close();
  await server.close();
  rmSync(folder, { recursive: true });
});

/** Serves a page of its own, and opens it. */
function open({ line }, body, options) {
  server.pages[`/block-${line}.html`] = body;
  return openReady(browser, `${server.origin}/block-${line}.html`, options);
}

/** What the code of a section does in its page, beyond running there. */
const EFFECTS = {
  'Use it': async page =>
    assert.equal(
      await page.evaluate(() => document.querySelector('timeline-view').toJSON().events[0].date),
      '2025-08',
    ),
  async Editing(page) {
    await page.evaluate(async () => {
      timeline.select('strikes');
      await timeline.ready;
      timeline.focus();
    });
    await page.keyboard.press('Delete');
    await page.evaluate(() => timeline.ready);
    assert.equal(await page.evaluate(() => timeline.toJSON().events.length), data.events.length, 'prevented');
    await page.keyboard.down('Alt');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.up('Alt');
    await page.waitForFunction(() => saved.length === 1);
    assert.notDeepEqual(await page.evaluate(() => saved[0].events), data.events);
  },
  Languages: async page => assert.equal(await page.evaluate(() => timeline.strings.close), 'Done'),
};

async function expectEvents(text, fileName) {
  const { document, issues } = await parseTimeline(text, { fileName });
  assert.deepEqual([document.events.length > 0, issues], [true, []]);
}

/** What a block in each language is for. */
const RUNNERS = {
  sh: ({ code }) => runShell(code, folder),
  json: ({ code }) => expectEvents(code, 'story.json'),
  csv: ({ code }) => expectEvents(code, 'story.csv'),
  async js(block) {
    const { code, heading } = block;
    if (isOfPage(code)) {
      const page = await open(block, modulePage(code, data));
      await EFFECTS[heading](page);
      return page.close();
    }
    const { document } = await parseTimeline(JSON.stringify(data));
    const names = { document, bytes: read('data/first-ascents.csv') };
    assert.ok(await runInNode(block, { folder, names }), 'a value that is told');
  },
  async html(block) {
    const page = await open(block, pageOf(block.code));
    if (block.heading === 'A story') {
      await page.evaluate(() => document.querySelector('#order').scrollIntoView());
      await page.waitForFunction(() => document.querySelector('timeline-view').selected === 'order');
    }
    await page.close();
  },
  async css(block) {
    // With an image, as there is a rule for those.
    const media = [{ src: '/demo/icon.svg', alt: 'A picture' }];
    const events = data.events.map(event => ({ ...event, media }));
    const page = await open(block, `${pageOf(`<style>${block.code}</style>`)}${render({ ...data, events })}`);
    const idle = await page.evaluate(text => {
      const rulesOf = ({ cssRules }) =>
        [...cssRules].flatMap(rule => (rule.selectorText ? rule : rulesOf(rule)));
      const rules = rulesOf(document.querySelector('style').sheet);
      const written = text.match(/[\w-]+: [^;{}]+;/g).length;
      const kept = rules.reduce((sum, { style }) => sum + style.cssText.split(';').length - 1, 0);
      // What holds before the script has come holds of another tag.
      const matches = selector => document.querySelector(selector.replace(/:not\(:defined\)/g, ''));
      return [written - kept, ...rules.map(rule => rule.selectorText).filter(selector => !matches(selector))];
    }, block.code);
    assert.deepEqual(idle, [0], 'declarations that the browser does not know, selectors of nothing');
    await page.close();
  },
  /** A header that a page may send. */
  async ''(block) {
    const [, name, value] =
      /^(Content-Security-Policy): ([^]*)$/.exec(block.code) ?? assert.fail('no header');
    const body = pageOf(`<timeline-view src="/story.json"></timeline-view>`).replace(
      '<script ',
      '<script nonce="abc" ',
    );
    await open(block, { body, headers: { [name]: bare(value).replaceAll('nonce-…', 'nonce-abc') } });
  },
};
const NEEDS_PAGE = ({ language, code }) =>
  ['html', 'css', ''].includes(language) || (language === 'js' && isOfPage(code));

describe('what README.md shows', () => {
  for (const block of blocks) {
    const { language, line, heading, quoted } = block;
    it(
      `works: ${language || 'a header'} at line ${line}, in “${heading}”`,
      { skip: NEEDS_PAGE(block) && absent },
      async () => {
        // Code of frameworks is in applications that are tested with theirs.
        if (quoted.length)
          return assert.ok(
            quoted.some(file => bare(read(file)).includes(bare(block.code))),
            quoted.join(),
          );
        assert.ok(
          RUNNERS[language],
          `nothing runs ${language}: say here what it is for, or quote a tested file of test/consumers`,
        );
        await RUNNERS[language](block);
      },
    );
  }
});
