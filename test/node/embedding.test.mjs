// The self-contained file in a page of another origin, in a real browser: hashes, and two copies on one page.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { after, before, describe, it } from 'node:test';
import puppeteer from 'puppeteer-core';
import { chosen } from '../lib/browsers.mjs';
import { cdnFile } from '../lib/cdn-size.mjs';

const chromium = chosen().find(({ engine }) => engine === 'chromium');
const absent = !chromium && 'no Chromium';
const hashes = JSON.parse(readFileSync(cdnFile('integrity.json'), 'utf8'));

/** Serves on a port of its own, which makes it another origin. */
async function serve(answer) {
  const server = createServer((request, response) => {
    const [type, body] = answer(new URL(request.url, 'http://localhost').pathname);
    response.writeHead(body === null ? 404 : 200, {
      'content-type': type,
      'access-control-allow-origin': '*',
    });
    response.end(body ?? '');
  });
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  return { server, origin: `http://127.0.0.1:${server.address().port}` };
}

/** A network of others: below `/FILE/` all that was published, but for that file, which somebody has touched. */
function published(path) {
  const [, touched, ...rest] = path.split('/');
  const name = rest.join('/');
  if (!Object.hasOwn(hashes, name)) return ['text/plain', null];
  const text = readFileSync(cdnFile(name), 'utf8');
  return ['text/javascript', name === touched ? `${text}\n` : text];
}

describe('the self-contained file, embedded', { skip: absent }, () => {
  let browser, cdn, site;
  let html = '';
  before(async () => {
    browser = await puppeteer.launch({ executablePath: chromium.executable, args: ['--no-sandbox'] });
    cdn = await serve(published);
    site = await serve(path => (path === '/' ? ['text/html; charset=utf-8', html] : ['text/plain', null]));
  });
  after(async () => {
    await browser?.close();
    cdn?.server.close();
    site?.server.close();
  });

  const tag = (touched, integrity = hashes['timeline-view.js']) =>
    `<script type="module" crossorigin src="${cdn.origin}/${touched}/timeline-view.js" integrity="${integrity}"></script>`;

  /** A page with a timeline, once its scripts have run or failed; with all that its console has. */
  async function open(head, attributes = '') {
    html = `<!doctype html><html lang="en"><title>A page</title><link rel="icon" href="data:,">${head}
      <timeline-view label="A" ${attributes}>
        <script type="application/json">[{ "date": "2020", "title": "One" }, { "date": "2021", "title": "Two" }]</script>
      </timeline-view>`;
    const page = await browser.newPage();
    const logged = [];
    page.on('console', message => logged.push(`${message.type()}: ${message.text()}`));
    await page.goto(site.origin);
    await page.$eval('timeline-view', element => element.ready);
    return { page, logged };
  }
  const facts = page =>
    page.$eval('timeline-view', element => ({
      defined: Boolean(customElements.get('timeline-view')),
      marks: element.shadowRoot?.querySelectorAll('[part~="mark"]').length,
      issues: element.issues?.map(({ code }) => code),
    }));

  it('runs where it is the published one, and not where somebody has touched it', async () => {
    const { page, logged } = await open(tag('-'));
    assert.deepEqual(await facts(page), { defined: true, marks: 2, issues: [] });
    assert.deepEqual(logged, []);
    await page.close();
    const other = await open(tag('timeline-view.js'));
    assert.equal((await facts(other.page)).defined, false);
    assert.match(other.logged.join(), /integrity/);
    await other.page.close();
  });

  it('gets files beside it that an import map has the hashes of, unless somebody has touched them', async () => {
    const map = touched =>
      `<script type="importmap">${JSON.stringify({
        integrity: Object.fromEntries(
          Object.entries(hashes).map(([name, hash]) => [`${cdn.origin}/${touched}/${name}`, hash]),
        ),
      })}</script>`;
    const sound = await open(map('-') + tag('-'), 'editable');
    assert.deepEqual(await facts(sound.page), { defined: true, marks: 2, issues: [] });
    assert.deepEqual(sound.logged, []);
    await sound.page.close();
    const touched = await open(map('edit.js') + tag('edit.js'), 'editable');
    assert.deepEqual(await facts(touched.page), { defined: true, marks: 2, issues: ['load-failed'] });
    assert.match(touched.logged.join(), /integrity/);
    await touched.page.close();
  });

  it('stays the one that came first where another copy of the same version comes, which has nothing to say', async () => {
    const { page, logged } = await open(tag('-'));
    const state = await page.evaluate(async origin => {
      const first = customElements.get('timeline-view');
      const other = await import(`${origin}/none/timeline-view.js`);
      other.TimelineView.define();
      first.define();
      const made = document.createElement('timeline-view');
      Object.assign(made, { data: [{ date: '2020', title: 'One' }], layout: 'vertical', editable: true });
      document.body.append(made);
      await made.ready;
      return {
        isOther: other.TimelineView !== first,
        isFirst: made.constructor === first,
        parsed: other.parseDate('2020').ok,
        issues: made.issues,
        text: made.shadowRoot.textContent.includes('One'),
      };
    }, cdn.origin);
    assert.deepEqual(state, { isOther: true, isFirst: true, parsed: true, issues: [], text: true });
    assert.deepEqual(logged, []);
    await page.close();
  });
});
