// A page with timelines is kept by the browser while the reader is elsewhere, and goes on when the reader comes back.
import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import puppeteer from 'puppeteer-core';
import { chosen } from '../lib/browsers.mjs';
import { loopback } from '../lib/loopback.mjs';

const chromium = chosen().find(({ engine }) => engine === 'chromium');
/** So often the browser may be short of time or memory. */
const VISITS = 5;
const page = tag =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>A page</title><script type="module" src="/dist/cdn/timeline-view.js"></script>${tag}`;

let server, browser;
before(async () => {
  const story = '<timeline-view src="/story.json" refresh="1" now permalink="t" editable></timeline-view>';
  const data = [1, 2, 3].map(day => ({ id: `e${day}`, date: `2025-01-0${day}`, title: `Day ${day}` }));
  server = await loopback({
    pages: { '/a.html': page(story), '/b.html': page(''), '/story.json': JSON.stringify(data) },
  });
  if (chromium)
    browser = await puppeteer.launch({
      executablePath: chromium.executable,
      args: ['--no-sandbox'],
      ignoreDefaultArgs: ['--disable-back-forward-cache'],
    });
});
after(async () => {
  await browser?.close();
  await server.close();
});

/**
 * Leaves the page and comes back; returns why the browser has not kept it, as far as that is the page's doing: any page may be dropped
 * where time or memory is short.
 */
async function leaveAndComeBack(page, client) {
  const reasons = [];
  const note = ({ notRestoredExplanations }) => reasons.push(...notRestoredExplanations);
  client.on('Page.backForwardCacheNotUsed', note);
  await page.goto(`${server.origin}/b.html`);
  await page.goBack();
  client.off('Page.backForwardCacheNotUsed', note);
  return reasons.filter(({ type }) => type !== 'Circumstantial').map(({ reason }) => reason);
}

it(
  'a timeline does not keep its page from the back/forward cache, and goes on',
  { skip: !chromium && 'no Chromium' },
  async () => {
    const page = await browser.newPage();
    const client = await page.createCDPSession();
    await client.send('Page.enable');
    await page.evaluateOnNewDocument(() =>
      addEventListener('pageshow', ({ persisted }) => (globalThis.persisted = persisted)),
    );
    let isKept = false;
    for (let visit = 0; visit < VISITS && !isKept; visit++) {
      await page.goto(`${server.origin}/a.html`);
      await page.waitForFunction(() => document.querySelector('timeline-view').getEvent?.('e2'));
      await page.evaluate(async () => {
        const timeline = document.querySelector('timeline-view');
        await timeline.ready;
        await timeline.zoomIn();
        timeline.select('e2');
        await timeline.ready;
        globalThis.before = JSON.stringify(timeline.view);
      });
      assert.deepEqual(await leaveAndComeBack(page, client), []);
      isKept = await page.evaluate(() => persisted);
    }
    assert.ok(isKept, `not kept in ${VISITS} visits`);
    const back = await page.evaluate(() => {
      const timeline = document.querySelector('timeline-view');
      return [timeline.selected, JSON.stringify(timeline.view) === globalThis.before];
    });
    assert.deepEqual(back, ['e2', true]);
    // What was to come by time comes: the data are asked for anew.
    server.pages['/story.json'] = JSON.stringify([
      { id: 'e2', date: '2025-01-02', title: 'Day 2, corrected' },
    ]);
    await page.waitForFunction(() =>
      document.querySelector('timeline-view').getEvent('e2').title.endsWith('corrected'),
    );
  },
);
