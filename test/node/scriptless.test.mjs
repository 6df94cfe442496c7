// The story of demo/index.html where no script runs: on the page and on paper.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import puppeteer from 'puppeteer-core';
import { formatDate, parseTimeline } from 'timeline-view/core.js';
import { getDocumentProxy } from 'unpdf';
import { chosen } from '../lib/browsers.mjs';
import { loopback } from '../lib/loopback.mjs';
import { demoFile, demoText } from '../lib/write-demo-story.mjs';

const chromium = chosen().find(({ engine }) => engine === 'chromium');
const data = readFileSync(new URL('../../data/us-mexico-2025.json', import.meta.url), 'utf8');
const bare = text => text.replace(/\s+/g, '');

/** What is to be read of an event: title, text, date, status, where it is from. */
const factsOf = ({ title, summary = '', span, status, place, sources }) => [
  title,
  ...summary.split('\n\n'),
  ...(span ? [formatDate(span, { locale: 'en-GB' })] : ['undated']),
  ...(status ? [status] : []),
  ...(place ? [place] : []),
  ...sources.flatMap(source => [source.title, source.publisher ?? '']),
];

describe('the story without a script', { skip: !chromium && 'no Chromium' }, () => {
  let browser, server, events, page;
  before(async () => {
    ({ events } = (await parseTimeline(data)).document);
    server = await loopback();
    browser = await puppeteer.launch({ executablePath: chromium.executable, args: ['--no-sandbox'] });
    page = await browser.newPage();
    await page.setJavaScriptEnabled(false);
    await page.goto(`${server.origin}/demo/index.html`);
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });

  it('is in the page as its data have it: else run test/lib/write-demo-story.mjs', () => {
    assert.ok(readFileSync(demoFile, 'utf8') === demoText());
  });

  for (const width of [360, 768, 1280])
    it(`can be read: every event in full, at ${width} px`, async () => {
      await page.setViewport({ width, height: 800 });
      const { items, wide } = await page.evaluate(() => ({
        wide: document.documentElement.scrollWidth,
        // Of what cannot be seen there is no such text.
        items: Object.fromEntries(
          [...document.querySelectorAll('#picture [data-id]')].map(item => [item.dataset.id, item.innerText]),
        ),
      }));
      assert.deepEqual(Object.keys(items).sort(), events.map(({ id }) => id).sort());
      for (const event of events)
        for (const fact of factsOf(event))
          assert.ok(bare(items[event.id]).includes(bare(fact)), `${event.id}: ${fact}`);
      assert.ok(wide <= width, `${wide} px wide`);
    });

  it('scrolls with the page, in no box of its own', async () => {
    const { inner, outer } = await page.$eval('#picture', ({ scrollHeight: inner, clientHeight: outer }) => ({
      inner,
      outer,
    }));
    assert.equal(inner, outer);
  });

  it('can be printed', async () => {
    const pdf = await getDocumentProxy(new Uint8Array(await page.pdf({ format: 'A4' })));
    let text = '';
    for (let i = 1; i <= pdf.numPages; i++)
      text += (await (await pdf.getPage(i)).getTextContent()).items.map(({ str }) => str).join('');
    for (const event of events)
      for (const fact of factsOf(event)) assert.ok(bare(text).includes(bare(fact)), `${event.id}: ${fact}`);
  });
});
