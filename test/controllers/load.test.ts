import { expect } from '@open-wc/testing';
import { fetchText } from '../../src/controllers/fetch-text.js';
import { LoadController, type LoadOptions } from '../../src/controllers/load.js';
import { engineName } from '../lib/browser-commands.js';
import { makeHost, mount, until, wait } from './host.js';

const one = (id: string) => `/test-data/one.json?id=${id}`;
const slow = (id: string, ms: number) => `/test-data/slow?ms=${ms}&id=${id}`;

/** A host with a loader, not yet in the page. `log` has what was called, without the origin of addresses. */
function loader(options: Partial<LoadOptions> = {}) {
  const log: string[] = [];
  const short = (url: string) => url.replace(`${location.origin}/test-data/`, '');
  const host = makeHost({
    controllers: host =>
      new LoadController(host, {
        started: url => log.push(`started ${short(url)}`),
        load: ({ text }) => void log.push(`loaded ${(JSON.parse(text) as { title?: string }).title}`),
        failed: ({ kind, status, contentType }) =>
          log.push(`failed ${kind} ${status ?? contentType ?? ''}`.trim()),
        ...options,
      }),
  });
  return { host, load: host.controllers, log };
}

/** One that is in the page and has been asked for an address. */
async function loaded(src: string, options: Partial<LoadOptions> = {}) {
  const made = loader(options);
  await mount(made.host);
  made.load.src = src;
  await made.load.settled;
  return made;
}

describe('LoadController', () => {
  it('loads what src says, resolved against the document', async () => {
    const { log, load } = await loaded('../../../../test-data/one.json?id=a');
    expect(log).to.eql(['started one.json?id=a', 'loaded Data a']);
    expect(load.busy).to.equal(false);
    const base = document.head.appendChild(document.createElement('base'));
    base.href = `${location.origin}/test-data/deep/`;
    try {
      load.src = '../one.json?id=b';
      await load.settled;
    } finally {
      base.remove();
    }
    expect(log.slice(2)).to.eql(['started one.json?id=b', 'loaded Data b']);
  });

  it('makes one request of changes within a task, for the last', async () => {
    const { log, load, host } = loader();
    await mount(host);
    for (const id of ['a', 'b', 'c']) load.src = one(id);
    load.src = one('d');
    await load.settled;
    expect(log).to.eql(['started one.json?id=d', 'loaded Data d']);
  });

  it('lets the last src win, whatever answers first', async () => {
    const { log, load, host } = loader();
    await mount(host);
    load.src = slow('a', 300);
    const { settled } = load;
    await wait(30);
    load.src = one('b');
    await settled;
    expect(log).to.eql(['started slow?ms=300&id=a', 'started one.json?id=b', 'loaded Data b']);
    await wait(400);
    expect(log).to.have.length(3);
  });

  it('tells a text that is still being taken in that it is outdated', async () => {
    const taken: string[] = [];
    const { load, host } = loader({
      load: async ({ url }, signal) => {
        await wait(url.includes('a') ? 150 : 0);
        if (!signal.aborted) taken.push(url.slice(-1));
      },
    });
    await mount(host);
    load.src = one('a');
    await until(() => load.busy, 'it began');
    await wait(60);
    load.src = one('b');
    await load.settled;
    await wait(200);
    expect(taken).to.eql(['b']);
  });

  it('waits for the page, stops when the host leaves, begins again when it comes back, and not when it is moved', async () => {
    const { log, load, host } = loader();
    load.src = slow('a', 100);
    await wait(20);
    expect(log).to.eql([]);
    await mount(host);
    await until(() => log.length, 'it began');
    document.body.append(host); // moved
    await load.settled;
    expect(log).to.eql(['started slow?ms=100&id=a', 'loaded Data a']);

    log.length = 0;
    load.src = slow('b', 100);
    await until(() => log.length, 'it began');
    host.remove();
    await load.settled; // nobody waits for ever
    await wait(200);
    expect(log).to.eql(['started slow?ms=100&id=b']);
    document.body.append(host);
    await load.settled;
    expect(log).to.eql(['started slow?ms=100&id=b', 'started slow?ms=100&id=b', 'loaded Data b']);
    host.remove();
    document.body.append(host);
    await wait(30);
    expect(log).to.have.length(3);
  });

  it('drops what is on its way when src is taken away', async () => {
    const { log, load, host } = loader();
    await mount(host);
    load.src = slow('a', 100);
    await until(() => log.length, 'it began');
    load.src = null;
    await load.settled;
    await wait(150);
    expect(log).to.eql(['started slow?ms=100&id=a']);
  });

  it('reloads, and tells a failure of that like any other', async () => {
    const { log, load } = await loaded(one('a'));
    await load.reload();
    expect(log.slice(2)).to.eql(['started one.json?id=a', 'loaded Data a']);
    load.src = '/test-data/500';
    await load.settled;
    await load.reload();
    expect(log.slice(4)).to.eql(['started 500', 'failed http 500', 'started 500', 'failed http 500']);
  });

  it('settles only when a retry out of the failure has ended, too', async () => {
    let again = true;
    const { log, load, host } = loader({
      failed: () => {
        log.push('failed');
        if (again) void load.reload();
        again = false;
      },
    });
    await mount(host);
    load.src = '/test-data/404';
    await load.settled;
    expect(log).to.eql(['started 404', 'failed', 'started 404', 'failed']);
  });

  it('says "data" of a text that could not be taken in', async () => {
    const { log } = await loaded('/test-data/broken.json');
    expect(log).to.eql(['started broken.json', 'failed data']);
  });

  it('refuses other addresses than http and https before any request', async () => {
    const { fetch } = globalThis;
    const asked: unknown[] = [];
    globalThis.fetch = input => {
      asked.push(input);
      return fetch(input);
    };
    try {
      const blob = URL.createObjectURL(new Blob(['[]']));
      const { load, log } = await loaded('data:application/json,[]');
      for (const src of [
        'javascript:alert(1)',
        blob,
        'file:///etc/passwd',
        'http://',
        'ftp://x/y',
        ' \tjavascript:0',
      ]) {
        load.src = src;
        await load.settled;
      }
      expect(log).to.eql(Array<string>(7).fill('failed url'));
      expect(asked).to.eql([]);
      URL.revokeObjectURL(blob);
    } finally {
      globalThis.fetch = fetch;
    }
  });

  it('says what is wrong with an answer', async () => {
    const cases: [src: string, told: string, options?: Partial<LoadOptions>][] = [
      ['/test-data/404', 'failed http 404'],
      ['/test-data/wrong-type', 'failed type text/html'],
      ['/test-data/loop', 'failed network'],
      ['http://127.0.0.1:1/', 'failed network'],
      ['/test-data/endless', 'failed timeout', { timeout: 300 }],
      ['/test-data/slow?ms=2000', 'failed timeout', { timeout: 200 }],
      ['/test-data/endless', 'failed size', { maxBytes: () => 5_000 }],
    ];
    // WebKitGTK hands a page the 150 MB at some 5 MB/s, also those that come after the end.
    if (engineName() !== 'webkit') cases.push(['/test-data/bomb', 'failed size', { maxBytes: () => 4e6 }]);
    for (const [src, told, options] of cases) {
      const { log } = await loaded(src, options);
      expect(log.at(-1), src).to.equal(told);
    }
  }).timeout(20_000);

  it('takes up to 128 MB', async () => {
    const { fetch } = globalThis;
    const value = new Uint8Array(16e6).fill(32);
    let read = 0;
    const body = new ReadableStream(
      { pull: stream => void (++read, stream.enqueue(value)) },
      { highWaterMark: 0 },
    );
    globalThis.fetch = () => Promise.resolve(new Response(body));
    try {
      expect((await loaded(one('a'))).log.at(-1)).to.equal('failed size');
    } finally {
      globalThis.fetch = fetch;
    }
    expect(read).to.equal(9);
  });

  it('reads UTF-8 with and without a mark, data that call themselves a web page, and no picture', async () => {
    expect((await loaded('/test-data/bom.json')).log.at(-1)).to.equal('loaded Data bom');

    const { fetch } = globalThis;
    const answer = async (body: string, type?: string, init: ResponseInit = {}) => {
      const headers: Record<string, string> = type ? { 'content-type': type } : {};
      globalThis.fetch = () =>
        Promise.resolve(new Response(new TextEncoder().encode(body), { ...init, headers }));
      try {
        return await fetchText('https://example.org/x', {
          run: new AbortController(),
          maxBytes: 100,
          timeout: 1000,
          reload: false,
        });
      } finally {
        globalThis.fetch = fetch;
      }
    };
    expect(await answer('["é😀"]', 'Text/HTML; charset=utf-8')).to.eql({
      text: '["é😀"]',
      url: 'https://example.org/x',
      contentType: 'text/html',
    });
    expect(await answer('[]')).to.include({ text: '[]', contentType: '' });
    expect(await answer('[]', 'application/octet-stream')).to.include({ text: '[]' });
    expect(await answer('[]', 'image/png')).to.include({ kind: 'type', contentType: 'image/png' });
    expect(await answer('[]', 'application/pdf')).to.include({ kind: 'type' });
    expect(await answer(' <!DOCTYPE html><p>Sign in', 'application/json')).to.include({ kind: 'type' });
    expect(await answer('x'.repeat(101), 'text/plain')).to.include({ kind: 'size' });
  });

  it('sends no referrer, and cookies to its own origin alone', async () => {
    const { fetch } = globalThis;
    const asked: RequestInit[] = [];
    globalThis.fetch = (input, init) => {
      asked.push(init!);
      return fetch(input, init);
    };
    try {
      const { load } = await loaded(one('a'));
      await load.reload();
    } finally {
      globalThis.fetch = fetch;
    }
    expect(asked).to.have.length(2);
    for (const { credentials, referrerPolicy } of asked) {
      expect(credentials).to.equal('same-origin');
      expect(referrerPolicy).to.equal('no-referrer');
    }
    expect(asked.map(({ cache }) => cache)).to.eql(['default', 'no-cache']);
  });
});
