// Answers under /test-data/ for tests of loading: slow, broken, endless, wrong. The runner gives them in its own
// origin, and a second server, which begins when someone asks for /test-data/other-origin, in another one.
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';

const JSON_TYPE = 'application/json';
const send = (response, body, type = JSON_TYPE, headers = {}) =>
  response.writeHead(200, { 'content-type': type, ...headers }).end(body);

/** A document with one event of that id. */
const oneEvent = id =>
  JSON.stringify({ title: `Data ${id}`, events: [{ id, date: '2025-08', title: `Event ${id}` }] });

/** What tests have put under a key, and the requests that named it. */
const stored = new Map();
const requests = new Map();
/** The answers that are held back under a key, as what lets each go; null once they need not be any more. */
const held = new Map();

/**
 * Path below /test-data/ → answer. Every one may be called as often as one likes. In all of them, ?key=k notes the
 * request for `seen`, and ?cors=* lets a page of another origin read the answer.
 */
const answers = {
  /** ?id=a */
  'one.json': (response, { id = 'one' }) => send(response, oneEvent(id)),
  /** ?ms=500&id=a: the same, late. */
  async slow(response, { ms = 300, id = 'slow' }) {
    await sleep(Number(ms));
    send(response, oneEvent(id));
  },
  /** ?key=k&id=a: the same, once somebody asks for `release?of=k`. */
  held(response, { key, id = 'held' }) {
    const go = () => send(response, oneEvent(id));
    if (held.get(key) === null) go();
    else held.set(key, [...(held.get(key) ?? []), go]);
  },
  release(response, { of }) {
    for (const go of held.get(of) ?? []) go();
    held.set(of, null);
    send(response, '');
  },
  /** Never a byte. */
  never() {},
  'broken.json': response => send(response, '{ "events": [ { "title": "Cut o'),
  'empty.json': response => send(response, '{ "events": [] }'),
  'nothing.json': response => send(response, ''),
  'shape.json': response => send(response, '"neither an object nor a list"'),
  'bom.json': response => send(response, '\uFEFF' + oneEvent('bom')),
  /** In UTF-16, which its mark says, and in Windows-1252, which the content type says. */
  'utf-16.json': response => send(response, Buffer.from('\uFEFF' + oneEvent('Łódź'), 'utf16le')),
  'windows-1252.json': response =>
    send(response, Buffer.from(oneEvent('Orléans'), 'latin1'), 'application/json; charset=Windows-1252'),
  /** ?type=text/csv: a document that calls itself so. */
  typed: (response, { type, id = 'typed' }) => send(response, oneEvent(id), type),
  picture: response => send(response, Buffer.from('89504e470d0a1a0a', 'hex'), 'image/png'),
  /** A page to sign in, as any type. */
  'wrong-type': (response, { type = 'text/html; charset=utf-8' }) => send(response, PAGE, type),
  'page.html': response => send(response, PAGE, 'text/html'),
  /** Fewer bytes than were announced. */
  truncated(response) {
    response.writeHead(200, { 'content-type': JSON_TYPE, 'content-length': 1000 });
    response.write('{ "events": [');
    setTimeout(() => response.destroy(), 50);
  },
  /** The head comes at once, the body never ends: white space for as long as someone listens. */
  async endless(response) {
    response.writeHead(200, { 'content-type': JSON_TYPE }).write('{ "events": [');
    while (!response.destroyed) {
      response.write(' '.repeat(1024));
      await sleep(20);
    }
  },
  /** ?ms=500: half at once, half later; the length is announced. */
  async halves(response, { ms = 300, id = 'halves' }) {
    const body = oneEvent(id).padEnd(20_000);
    response.writeHead(200, { 'content-type': JSON_TYPE, 'content-length': body.length });
    response.write(body.slice(0, 10_000));
    await sleep(Number(ms));
    response.end(body.slice(10_000));
  },
  /** 200 MB of spaces in 200 kB. */
  bomb: response =>
    send(response, (bomb ??= gzipSync(Buffer.alloc(200e6, ' '))), JSON_TYPE, { 'content-encoding': 'gzip' }),
  /** ?to=… */
  redirect: (response, { to }) => response.writeHead(302, { location: to }).end(),
  loop: response => response.writeHead(302, { location: '/test-data/loop' }).end(),
  /** ?key=k&status=200: keeps what is posted for `stored`. */
  async put(response, { key, status = 200 }, request) {
    stored.set(key, { body: await text(request), status: Number(status) });
    send(response, '');
  },
  /** ?key=k&by=etag, or date, or nothing by which one could ask whether it is new. */
  stored(response, { key, by }, { headers }) {
    const { body, status } = stored.get(key);
    const tag = `"${createHash('sha1').update(body).digest('hex')}"`;
    const date = new Date(Date.UTC(2025, 0, 1) + body.length * 1000).toUTCString();
    const isKnown = by === 'etag' ? headers['if-none-match'] === tag : headers['if-modified-since'] === date;
    const known = { etag: { etag: tag }, date: { 'last-modified': date } }[by] ?? {};
    response.writeHead(by && isKnown ? 304 : status, { 'content-type': JSON_TYPE, ...known });
    response.end(by && isKnown ? undefined : body);
  },
  /** ?of=k: method and headers of the requests with that key. */
  seen: (response, { of }) => send(response, JSON.stringify(requests.get(of) ?? [])),
  'other-origin': async response => send(response, await otherOrigin(), 'text/plain'),
};
const PAGE = '<!doctype html><title>Sign in</title><p>Please sign in.';
let bomb;

/** Answers a request below /test-data/. */
async function answer(request, response) {
  const { pathname, searchParams } = new URL(request.url, 'http://localhost');
  const name = pathname.slice('/test-data/'.length);
  const query = Object.fromEntries(searchParams);
  response.setHeader('cache-control', 'no-store');
  if (query.cors) response.setHeader('access-control-allow-origin', query.cors);
  const { method, headers } = request;
  if (query.key && name !== 'put')
    requests.set(query.key, [...(requests.get(query.key) ?? []), { method, headers }]);
  if (/^[45]\d\d$/.test(name))
    response.writeHead(Number(name)).end(`answer ${name}`); // /test-data/404, /test-data/500, …
  else if (Object.hasOwn(answers, name)) await answers[name](response, query, request);
  else response.writeHead(501).end(`no such answer: ${name}`);
}

let origin;
/** The origin of the second server, which does not keep the process alive. */
const otherOrigin = () =>
  (origin ??= new Promise((resolve, reject) => {
    const server = createServer((request, response) => void answer(request, response));
    server.once('error', reject).listen(0, '127.0.0.1', () => {
      resolve(`http://127.0.0.1:${server.address().port}`);
    });
    server.unref();
  }));

/** Middleware of the runner's server. */
export async function serveTestData(ctx, next) {
  if (!ctx.path.startsWith('/test-data/')) return next();
  ctx.respond = false;
  await answer(ctx.req, ctx.res);
}
