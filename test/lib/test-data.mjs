// Answers under /test-data/ for tests of loading: slow, broken, endless, wrong.
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { Readable } from 'node:stream';

const json = (ctx, text) => {
  ctx.type = 'application/json';
  ctx.body = text;
};
/** A document with one event of that id. */
const oneEvent = id =>
  JSON.stringify({ title: `Data ${id}`, events: [{ id, date: '2025-08', title: `Event ${id}` }] });

/** Path below /test-data/ → answer. Every one may be called as often as one likes. */
const answers = {
  /** ?id=a */
  'one.json': ctx => json(ctx, oneEvent(ctx.query.id ?? 'one')),
  /** ?ms=500&id=a: the same, late. */
  async slow(ctx) {
    await sleep(Number(ctx.query.ms ?? 300));
    json(ctx, oneEvent(ctx.query.id ?? 'slow'));
  },
  'broken.json': ctx => json(ctx, '{ "events": [ { "title": "Cut o'),
  'empty.json': ctx => json(ctx, '{ "events": [] }'),
  'nothing.json': ctx => json(ctx, ''),
  'bom.json': ctx => json(ctx, '\uFEFF' + oneEvent('bom')),
  'wrong-type': ctx => {
    ctx.type = 'text/html';
    ctx.body = '<!doctype html><title>Sign in</title><p>Please sign in.';
  },
  /** The head comes at once, the body never ends: white space for as long as someone listens. */
  endless: ctx =>
    json(
      ctx,
      Readable.from(
        (async function* () {
          yield '{ "events": [';
          for (;;) {
            yield ' '.repeat(1024);
            await sleep(20);
          }
        })(),
      ),
    ),
  /** 150 MB of spaces in 150 kB. */
  bomb: ctx => {
    json(ctx, (bomb ??= gzipSync(Buffer.alloc(150e6, ' '))));
    ctx.set('content-encoding', 'gzip');
  },
  loop: ctx => ctx.redirect('/test-data/loop'),
};
let bomb;

export async function serveTestData(ctx, next) {
  if (!ctx.path.startsWith('/test-data/')) return next();
  const name = ctx.path.slice('/test-data/'.length);
  ctx.set('cache-control', 'no-store');
  const status = /^[45]\d\d$/.exec(name)?.[0];
  if (status) {
    ctx.status = Number(status); // /test-data/404, /test-data/500, …
    ctx.body = `answer ${status}`;
  } else if (Object.hasOwn(answers, name)) await answers[name](ctx);
  else ctx.throw(501, `no such answer: ${name}`);
}
