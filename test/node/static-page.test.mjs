import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import puppeteer from 'puppeteer-core';
import { loadTranslation, parseTimeline } from 'timeline-view/core.js';
import { render } from 'timeline-view/server.js';
import { chosen } from '../lib/browsers.mjs';
import { cdnFile } from '../lib/cdn-size.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const story = `${root}data/us-mexico-2025.json`;
const written = JSON.parse(readFileSync(story, 'utf8'));
const program = `${root}dist/cli/main.js`;
const run = promisify(execFile);
const html = async (...args) => (await run(process.execPath, [program, 'html', ...args])).stdout;

/** What matters of events, in the order of their ids. */
const known = ({ events }) =>
  events.map(({ data: _, ...event }) => event).sort((a, b) => (a.id < b.id ? -1 : 1));

describe('render(document) in Node', () => {
  it('gives what our reader of pages reads again', async () => {
    const { document } = await parseTimeline(readFileSync(story));
    const again = await parseTimeline(render(document), { format: 'html' });
    assert.deepEqual(again.issues, []);
    assert.deepEqual(known(again.document), known(document));
    const { title, asOf, credit, lanes } = document;
    const { title: t, asOf: a, credit: c, lanes: l } = again.document;
    assert.deepEqual([t, a, c, l], [title, asOf, credit, lanes]);
  });

  it('speaks the languages that have been loaded', async () => {
    const events = [{ date: '2025-10-02', title: 'A' }];
    await loadTranslation('ja');
    assert.match(render(events, { lang: 'ja' }), /2025年10月2日/);
  });
});

describe('timeline-view html', () => {
  it('writes a page of any format, and what is wrong on the standard error', async () => {
    const page = await html(`${root}data/first-ascents.csv`, '--lang', 'de', '--script', 'a&b.js');
    assert.match(page, /^<!doctype html>\n<html lang="de" dir="ltr">/);
    assert.match(page, /<script type="module" src="a&amp;b.js">/);
    const { document, issues } = await parseTimeline(page, { format: 'html' });
    assert.deepEqual([document.events.length > 1, issues], [true, []]);
    const faulty = await run(process.execPath, [program, 'html', `${root}package.json`]).catch(
      error => error,
    );
    assert.deepEqual([faulty.code, /^error: /.test(faulty.stderr)], [1, true]);
    assert.match(faulty.stdout, /<\/html>\n$/);
  });

  it('takes no option of the other command', async () => {
    for (const line of ['html a --to json', 'check a --lang de', 'html']) {
      const { code, stderr } = await run(process.execPath, [program, ...line.split(' ')]).catch(
        error => error,
      );
      assert.equal(code, 2, line);
      assert.match(stderr, /timeline-view html FILE\|URL\|-/);
    }
  });
});

/** A film, a recording and a picture, as an item of a list has them. */
const MEDIA = [
  { type: 'image', src: 'https://media.test/a.png', alt: 'A' },
  { type: 'video', src: 'https://media.test/b.mp4', poster: 'https://media.test/b.png', caption: 'B' },
  { type: 'video', src: 'https://media.test/c.mp4', caption: 'C' },
  { type: 'audio', src: 'https://media.test/d.mp3', caption: 'D' },
];

const chromium = chosen().find(({ engine }) => engine === 'chromium');

describe('a static page', { skip: !chromium && 'no Chromium' }, () => {
  let browser;
  before(async () => {
    browser = await puppeteer.launch({ executablePath: chromium.executable, args: ['--no-sandbox'] });
  });
  after(() => browser?.close());

  /** The page in a window, and what it has asked for. */
  async function open({
    width = 1280,
    scripts = true,
    of = html(story, '--script', 'timeline-view.js'),
  } = {}) {
    const text = await of;
    const page = await browser.newPage();
    await page.setViewport({ width, height: 800 });
    await page.setJavaScriptEnabled(scripts);
    await page.setRequestInterception(true);
    const asked = [];
    const referrers = [];
    page.on('request', request => {
      const name = new URL(request.url()).pathname.slice(1);
      referrers.push(request.headers().referer);
      if (!name) return request.respond({ contentType: 'text/html; charset=utf-8', body: text });
      asked.push(name);
      if (!name.endsWith('.js')) return request.respond({ status: 404 });
      return request.respond({ contentType: 'text/javascript', body: readFileSync(cdnFile(name)) });
    });
    await page.goto('http://timeline.test/', { waitUntil: 'load' });
    return { page, asked, referrers };
  }

  for (const width of [360, 1280])
    it(`can be read completely where no script runs, at ${width} px`, async () => {
      const { page, asked } = await open({ width, scripts: false });
      // Without scripts the page is asked for nothing but what DevTools sees.
      const text = await page.$eval('body', body => body.innerText);
      for (const { title, summary = '' } of written.events)
        for (const said of [title, ...summary.split('\n\n')]) assert.ok(text.includes(said), said);
      for (const { title } of written.lanes) assert.ok(text.includes(title), title);
      for (const words of [
        written.title,
        written.credit,
        'Thursday, October 2, 2025',
        'reported',
        'Justifies: ',
      ])
        assert.ok(text.includes(words), words);
      assert.ok((await page.$eval('html', ({ scrollWidth }) => scrollWidth)) <= width);
      assert.deepEqual(
        asked.filter(name => name.endsWith('.js')),
        [],
      );
      await page.close();
    });

  for (const whole of [false, true])
    it(`tells nobody where it stands, the servers of its media neither: ${whole ? 'a whole page' : 'render()'}`, async () => {
      const document = JSON.stringify({ events: [{ date: '2020', title: 'A', media: MEDIA }] });
      const piped = promisify(execFile)(process.execPath, [program, 'html', '-', '--script', 's.js']);
      piped.child.stdin.end(document);
      const of = whole ? (await piped).stdout : `<!doctype html>${render(JSON.parse(document))}`;
      const { page, asked, referrers } = await open({ scripts: false, of });
      const media = asked.filter(name => /\.(png|mp\d)$/.test(name));
      assert.deepEqual(media.sort(), ['a.png', 'b.png']);
      assert.deepEqual(referrers.filter(Boolean), []);
      // The film is a step away.
      assert.equal(await page.$eval('figure a', a => `${a.innerText} ${a.pathname}`), 'Video: B /b.mp4');
      await page.close();
    });

  it('is taken over by the element: the same events, nothing wrong, no request but for its parts', async () => {
    const { page, asked } = await open();
    const { events, issues, title } = await page.evaluate(async () => {
      const element = document.querySelector('timeline-view');
      await customElements.whenDefined('timeline-view');
      await element.ready;
      const { events, title } = element.toJSON();
      return { events, title, issues: element.issues };
    });
    assert.deepEqual([issues, title], [[], written.title]);
    const byId = list => Object.fromEntries(list.map(event => [event.id, event]));
    assert.deepEqual(byId(events), byId(written.events));
    assert.deepEqual(
      asked.filter(name => !/^(timeline-view|formats)\.js$|^favicon/.test(name)),
      [],
    );
    await page.close();
  });
});
