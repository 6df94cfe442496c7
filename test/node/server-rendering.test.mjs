// What Lit makes of the element on a server, and what the element makes of that in a page.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { render as renderLit } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import { build } from 'esbuild';
import { html } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import puppeteer from 'puppeteer-core';
import 'timeline-view';
import { render } from 'timeline-view/server.js';
import { chosen } from '../lib/browsers.mjs';
import { layoutShifts } from '../lib/layout-shifts.mjs';
import { loopback } from '../lib/loopback.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const document = JSON.parse(readFileSync(`${root}data/us-mexico-2025.json`, 'utf8'));
const chromium = chosen().find(({ engine }) => engine === 'chromium');

const whole = render(document, { jsonLd: false });
const inner = /^<timeline-view[^>]*>([^]*)<\/timeline-view>\n$/.exec(render(document, { jsonLd: false }))[1];
/** The templates that server and page have alike, as they are written. */
const TEMPLATES = {
  'the text of render()': { code: 'html`<main>${unsafeHTML(text)}</main><p>After</p>`', text: whole },
  'the tag and its children': {
    code: 'html`<main><timeline-view label="A story" view="2025">${unsafeHTML(text)}</timeline-view></main><p>After</p>`',
    text: inner,
  },
  'the tag, its children and data': {
    code: 'html`<main><timeline-view .data=${data}>${unsafeHTML(text)}</timeline-view></main><p>After</p>`',
    text: inner,
  },
};
const templateOf = ({ code, text }) =>
  new Function('html', 'unsafeHTML', 'text', 'data', `return ${code}`)(html, unsafeHTML, text, document);

/** The script of a page: the element, and with Lit's support what makes its template one with what stands there. */
async function bundle({ code, text }, isHydrated) {
  const contents = isHydrated
    ? `import '@lit-labs/ssr-client/lit-element-hydrate-support.js';
       import { hydrate } from '@lit-labs/ssr-client';
       import { html } from 'lit';
       import { unsafeHTML } from 'lit/directives/unsafe-html.js';
       import 'timeline-view';
       const text = ${JSON.stringify(text)}, data = ${JSON.stringify(document)};
       hydrate(${code}, document.body);`
    : `import 'timeline-view';`;
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: `${root}test` },
    bundle: true,
    format: 'esm',
    write: false,
    logLevel: 'silent',
    external: ['ical.js', 'parse5', '@markwhen/parser'],
  });
  return outputFiles[0].text;
}

describe('Lit on a server', () => {
  for (const [name, template] of Object.entries(TEMPLATES))
    it(`gives ${name} a shadow root in which the text is read`, async () => {
      const page = await collectResult(renderLit(templateOf(template)));
      const [, styles, body] =
        /<template [^>]*shadowrootmode="open"[^>]*><style>([^<]*)<\/style>([^]*?)<\/template>/.exec(page);
      assert.match(styles, /:host\(:not\(:defined\)\) \{ height: /);
      assert.equal(body.replace(/<!--.*?-->/g, ''), '<slot></slot>');
      for (const { title } of document.events)
        assert.ok(page.includes(title.replaceAll("'", '&#39;')), title);
    });
});

describe('in a page, what Lit has written on a server', { skip: !chromium && 'no Chromium' }, () => {
  let server, browser;
  before(async () => {
    server = await loopback({ delay: path => (path.endsWith('.js') ? 150 : 0) });
    browser = await puppeteer.launch({ executablePath: chromium.executable, args: ['--no-sandbox'] });
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });

  for (const [i, [name, template]] of Object.entries(TEMPLATES).entries())
    for (const isHydrated of [true, false])
      it(`becomes the timeline, from ${name}, ${isHydrated ? 'with' : 'without'} hydration: nothing moves, nothing is said`, async () => {
        const address = `/${i}-${isHydrated}`;
        server.pages[`${address}.js`] = await bundle(template, isHydrated);
        const body = await collectResult(renderLit(templateOf(template)));
        server.pages[`${address}.html`] =
          `<!doctype html><html lang="en"><meta charset="utf-8"><title>A page</title><script type="module" src="${address}.js"></script><body>${body}</body></html>`;
        const said = [];
        const listen = page => {
          page.on('console', message => said.push(message.text()));
          page.on('pageerror', error => said.push(String(error)));
        };
        const look = async page =>
          assert.deepEqual(
            await page.evaluate(() => {
              const { shadowRoot, issues } = globalThis.document.querySelector('timeline-view');
              const drawn = shadowRoot.querySelectorAll('[part~="mark"], [part~="cluster"]').length;
              return [
                issues,
                shadowRoot.querySelectorAll('.root').length,
                drawn > 5,
                shadowRoot.querySelector('slot:not([name])'),
              ];
            }),
            [[], 1, true, null],
          );
        assert.deepEqual(
          await layoutShifts(browser, server.origin + `${address}.html`, { height: 1400, listen, look }),
          [],
        );
        assert.deepEqual(said, []);
      });
});
