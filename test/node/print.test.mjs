import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import puppeteer from 'puppeteer-core';
import { getDocumentProxy } from 'unpdf';
import { chosen } from '../lib/browsers.mjs';

const chromium = chosen().find(({ engine }) => engine === 'chromium');
const absent = !chromium && 'no Chromium';
const built = readFileSync(new URL('../../dist/cdn/timeline-view.js', import.meta.url), 'utf8');

const COUNT = 300;
const titleOf = i => `Event number ${i}.`;
const urlOf = i =>
  `https://example.org/archive/${i}/an-address-that-is-longer-than-a-line-of-print-and-has-to-break-somewhere?page=${i}&end=1`;
/** Items of all heights, the last of each being its address. */
const events = Array.from({ length: COUNT }, (_, i) => ({
  id: `e${i}`,
  date: new Date(Date.UTC(2021, 0, 3 + 5 * i)).toISOString().slice(0, 10),
  title: titleOf(i),
  summary: 'A sentence that says what has happened. '.repeat(1 + ((i * 7) % 23)),
  lane: `Lane ${i % 30}`,
  status: 'reported',
  sources: [{ title: `Report`, url: urlOf(i) }],
}));

const bare = text => text.replace(/\s+/g, '');
const countOf = (text, part) => text.split(part).length - 1;

describe('on paper', { skip: absent }, () => {
  let browser;
  before(async () => {
    browser = await puppeteer.launch({ executablePath: chromium.executable, args: ['--no-sandbox'] });
  });
  after(() => browser?.close());

  /** A page of a dark scheme with timelines, ready. */
  async function open(...timelines) {
    const page = await browser.newPage();
    await page.setViewport({ width: 1280, height: 700 });
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
    await page.setContent(`<!doctype html><html lang="en-GB"><meta name="color-scheme" content="light dark">
      <style>body { font: 16px/1.4 sans-serif } timeline-view { --timeline-ink: #ffa; --timeline-paper: #111 }</style>
      <div style="height: 300px"></div>`);
    await page.addScriptTag({ type: 'module', content: built });
    await page.evaluate(async all => {
      for (const { attributes = {}, ...properties } of all) {
        const element = Object.assign(document.createElement('timeline-view'), properties);
        for (const name of Object.keys(attributes)) element.setAttribute(name, attributes[name]);
        document.body.append(element);
        await element.ready;
      }
      await new Promise(resolve => setTimeout(resolve, 300));
    }, timelines);
    return page;
  }

  /** The texts of each page as it is printed on A4, with where they stand. */
  async function print(page) {
    const pdf = await getDocumentProxy(new Uint8Array(await page.pdf({ format: 'A4' })));
    const pages = [];
    for (let i = 1; i <= pdf.numPages; i++) {
      const sheet = await pdf.getPage(i);
      const { items } = await sheet.getTextContent();
      const [, , width] = sheet.view;
      const lines = new Map();
      for (const { str, transform } of items) lines.set(transform[5], (lines.get(transform[5]) ?? '') + str);
      const text = bare(items.map(({ str }) => str).join(''));
      pages.push({ width, items, text, lines: [...lines.values()].map(line => line.trim()) });
    }
    return pages;
  }

  it('every event stands once with its date, text and address, on one page, under title and range', async () => {
    for (const layout of ['auto', 'list']) {
      const page = await open({ events, layout, label: 'What happened', selected: 'e7' });
      const pages = await print(page);
      const text = pages.map(sheet => sheet.text).join('');
      const torn = [];
      for (const [i, { date }] of events.entries()) {
        assert.equal(countOf(text, bare(titleOf(i))), 1, titleOf(i));
        assert.equal(countOf(text, urlOf(i)), 1, urlOf(i));
        const day = new Date(date).toLocaleDateString('en-GB', { dateStyle: 'full', timeZone: 'UTC' });
        const sheet = pages.find(({ text: its }) => its.includes(bare(titleOf(i))));
        assert.ok(sheet.text.includes(bare(day)), day);
        if (!sheet.text.includes(urlOf(i))) torn.push(titleOf(i));
      }
      assert.deepEqual(torn, []);
      assert.match(pages[0].text, /^Whathappened300events,2021–2025:300reported/);
      const lines = pages.flatMap(sheet => sheet.lines);
      for (const head of ['January 2021', 'December 2023', 'February 2025'])
        assert.equal(lines.filter(line => line === head).length, 1, head);
      for (const word of ['Earlier', 'Later', 'Showall', 'List', 'Close', 'Showmore', 'Arrowkeys'])
        assert.equal(countOf(text, word), 0, word);
      await page.close();
    }
  });

  it('is black on white in a dark page', async () => {
    const page = await open({ events: events.slice(0, 20), layout: 'list' });
    await page.emulateMediaType('print');
    const colours = await page.evaluate(() => {
      const root = document.querySelector('timeline-view').shadowRoot.querySelector('.root');
      return [root, ...root.querySelectorAll('li[part], .entry > *, .text, #heading')].map(node => {
        const { color, backgroundColor } = getComputedStyle(node);
        return `${color} on ${node === root ? backgroundColor : 'it'}`;
      });
    });
    assert.equal(colours[0], 'rgb(0, 0, 0) on rgb(255, 255, 255)');
    assert.deepEqual(
      [...new Set(colours.slice(1))].sort(),
      ['rgb(0, 0, 0) on it', 'rgb(51, 51, 51) on it'], // a note is dark grey
    );
    await page.close();
  });

  it('leaves the screen as it was', async () => {
    const page = await open({ events }, { events: events.slice(0, 9), layout: 'list' });
    await page.evaluate(async () => {
      const element = document.querySelector('timeline-view');
      await element.show('2022-03/2023-04', { animate: false });
      element.selected = 'e99';
      await element.ready;
      const root = element.shadowRoot;
      root.querySelector('.scroller').scrollTop = 90;
      root.querySelector('[data-lane="Lane 4"]').focus({ preventScroll: true });
      scrollTo(0, 250);
      await new Promise(resolve => setTimeout(resolve, 300));
    });
    const look = () =>
      page.evaluate(async () => {
        await new Promise(resolve => setTimeout(resolve, 300));
        const element = document.querySelector('timeline-view');
        const root = element.shadowRoot;
        const lanes = root.querySelector('.scroller').getBoundingClientRect();
        const boxes = [...root.querySelectorAll('[part~="mark"], [part~="cluster"], [part~="tick"]')]
          .map(node => [node.dataset.key ?? node.textContent, node.getBoundingClientRect()])
          // How much is drawn beyond what can be seen is another matter.
          .filter(
            ([, { right, left, bottom, top }]) =>
              right > 0 && left < 1280 && bottom > lanes.top && top < lanes.bottom,
          )
          .map(([key, { x, y, width }]) => [key, x, y, width].join());
        return {
          ...element.view,
          selected: element.selected,
          focused: root.activeElement?.dataset.key,
          scroll: [scrollY, root.querySelector('.scroller').scrollTop],
          height: document.documentElement.scrollHeight,
          boxes,
        };
      });
    const seen = await look();
    assert.ok(seen.focused && seen.scroll[0] === 250 && seen.scroll[1] === 90 && seen.boxes.length > 20);
    for (const printPicture of [false, true]) {
      await page.evaluate(so => (document.querySelector('timeline-view').printPicture = so), printPicture);
      await print(page);
      assert.deepEqual(await look(), seen);
    }
    await page.close();
  });

  it('has the whole picture on top where that is asked for, and each timeline of the page', async () => {
    const some = events.slice(0, 40).map(event => ({ ...event, lane: undefined }));
    const page = await open(
      { events: some, label: 'With a picture', attributes: { 'print-picture': '' } },
      { events: some.slice(0, 3), label: 'Without one' },
    );
    const labels = await page.evaluate(() =>
      [...document.querySelector('timeline-view').shadowRoot.querySelectorAll('.label .title')].map(
        node => node.textContent || node.dataset.text,
      ),
    );
    const pages = await print(page);
    const [first] = pages;
    const text = pages.map(sheet => sheet.text).join('');
    assert.ok(labels.length > 10);
    // The first three stand in the other list as well.
    const drawn = some.filter((_, i) => countOf(text, bare(titleOf(i))) === (i < 3 ? 3 : 2));
    assert.ok(drawn.length >= 10, `${drawn.length} labels`);
    for (const { str, transform, width } of first.items)
      if (str.trim())
        assert.ok(transform[4] >= 0 && transform[4] + width <= first.width, `${str} at ${transform[4]}`);
    assert.equal(countOf(text, 'Withapicture'), 1);
    assert.equal(countOf(text, 'Withoutone'), 1);
    await page.close();
  });
});
