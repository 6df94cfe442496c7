// Prints what a page loads with the self-contained file, and fails above the promise.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const file = 'dist/cdn/timeline-view.js';
const limit = 40_000;
const bytes = readFileSync(new URL(`../../${file}`, import.meta.url));
const gzip = gzipSync(bytes, { level: 9 }).length;
const kB = n => `${(n / 1000).toFixed(1)} kB`;
console.log(
  `${file}: ${kB(gzip)} gzip of at most ${kB(limit)} (${kB(bytes.length)} as it is, ` +
    `${kB(brotliCompressSync(bytes).length)} brotli), sha384-${createHash('sha384').update(bytes).digest('base64')}`,
);
if (gzip > limit) {
  console.error(`${file} is ${gzip - limit} bytes too big`);
  process.exit(1);
}
