import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.csv': 'text/csv; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/**
 * Serves the files of the project and some pages of a test's own on this machine alone; resolves when it listens.
 * @param {object} [options]
 * @param {Record<string, string | { body: string, headers: Record<string, string> }>} [options.pages] by path, such as `/story.html`; more may
 *   come while it serves
 * @param {(path: string) => number} [options.delay] ms by which an answer is late
 */
export async function loopback({ pages = {}, delay = () => 0 } = {}) {
  const server = createServer((request, response) => {
    const name = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    void answer(name, pages, delay).then(({ status, type, body, headers }) =>
      response.writeHead(status, { 'content-type': type, ...headers }).end(body),
    );
  });
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    pages,
    close: () => {
      server.closeAllConnections();
      return new Promise(resolve => server.close(resolve));
    },
  };
}

async function answer(name, pages, delay) {
  await wait(delay(name));
  // Browsers ask for it by themselves.
  if (name === '/favicon.ico') return { status: 204, type: 'image/x-icon', body: '' };
  const type = TYPES[path.extname(name)] ?? 'application/octet-stream';
  const page = pages[name];
  if (page !== undefined) return { status: 200, type, ...(typeof page === 'string' ? { body: page } : page) };
  const file = path.join(root, name);
  try {
    if (file.startsWith(root) && !name.includes('/.'))
      return { status: 200, type, body: await readFile(file) };
  } catch {
    // no such file
  }
  return { status: 404, type: 'text/plain', body: 'not here' };
}
