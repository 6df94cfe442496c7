import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('../lib/serve.mjs', import.meta.url));

/** Returns a port that nobody listens at. */
async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

describe('npm start', () => {
  it(
    'serves at the port that PORT names, and prints the address of the demo last',
    { timeout: 60_000 },
    async () => {
      const port = await freePort();
      const child = spawn(process.execPath, [script], { env: { ...process.env, PORT: String(port) } });
      try {
        let printed = '';
        for await (const chunk of child.stdout) {
          printed += chunk;
          if (/Demo/.test(printed) && /Ctrl\+C/.test(printed) && printed.endsWith('\n\n')) break;
        }
        const last = printed.trim().split('\n').at(-1).trim();
        assert.equal(last, `Demo:    http://127.0.0.1:${port}/demo/`);
        const answer = await fetch(`http://127.0.0.1:${port}/`);
        assert.equal(answer.status, 200);
        assert.equal(new URL(answer.url).pathname, '/demo/');
      } finally {
        child.kill();
      }
    },
  );

  it('does not print what files weigh before it', () => {
    const { scripts } = JSON.parse(
      readFileSync(new URL('../../package.json', import.meta.url), { encoding: 'utf8' }),
    );
    assert.doesNotMatch(scripts.start, /size|run (--silent )?build\b/);
  });
});
