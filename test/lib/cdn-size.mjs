// Prints what a page loads with the self-contained file, and fails where it has grown.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';

export const file = fileURLToPath(new URL('../../dist/cdn/timeline-view.js', import.meta.url));
/** What the file should weigh, in bytes of gzip. It does not yet: see CHANGELOG.md. */
export const goal = 40_000;
/** What it weighs at most, so that it gets no heavier on the way there. */
export const ceiling = 66_000;

export const gzipOf = bytes => gzipSync(bytes, { level: 9 }).length;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const bytes = readFileSync(file);
  const gzip = gzipOf(bytes);
  const kB = n => `${(n / 1000).toFixed(1)} kB`;
  console.log(
    `dist/cdn/timeline-view.js: ${kB(gzip)} gzip (goal ${kB(goal)}, at most ${kB(ceiling)}; ` +
      `${kB(bytes.length)} as it is, ${kB(brotliCompressSync(bytes).length)} brotli), ` +
      `sha384-${createHash('sha384').update(bytes).digest('base64')}`,
  );
  if (gzip > ceiling) {
    console.error(`dist/cdn/timeline-view.js is ${gzip - ceiling} bytes too big`);
    process.exit(1);
  }
}
