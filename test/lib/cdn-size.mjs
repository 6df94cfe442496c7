// Prints what a page loads with the self-contained file and the files beside it, and fails where one has grown.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { BESIDE } from './beside.mjs';

/** What the self-contained file should weigh, in bytes of gzip. It does not yet: see CHANGELOG.md. */
export const goal = 60_000;
/** What each file weighs at most, in bytes of gzip, so that it gets no heavier unnoticed. */
export const ceilings = {
  'timeline-view.js': 173_100,
  'edit.js': 24_500,
  'formats.js': 43_000,
  'detect.js': 5_500,
  'export.js': 4_000,
  'chosen.js': 4_500,
  'column.js': 9_500,
  'help.js': 2_000,
  'menu.js': 2_500,
  'search.js': 6_500,
  'media.js': 3_000,
  'permalink.js': 3_000,
  'scroll.js': 2_500,
  'ics.js': 41_500,
  'html.js': 70_000,
  'markwhen.js': 145_500,
  ...Object.fromEntries(
    Object.keys(BESIDE)
      .filter(name => name.startsWith('translations/'))
      .map(name => [`${name}.js`, 5_600]),
  ),
};

export const cdnFile = name => fileURLToPath(new URL(`../../dist/cdn/${name}`, import.meta.url));

export const gzipOf = bytes => gzipSync(bytes, { level: 9 }).length;

const kB = n => `${(n / 1000).toFixed(1)} kB`;

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const [name, ceiling] of Object.entries(ceilings)) {
    const bytes = readFileSync(cdnFile(name));
    const gzip = gzipOf(bytes);
    const wanted = name === 'timeline-view.js' ? `goal ${kB(goal)}, ` : '';
    console.log(
      `dist/cdn/${name}: ${kB(gzip)} gzip (${wanted}at most ${kB(ceiling)}; ` +
        `${kB(bytes.length)} as it is, ${kB(brotliCompressSync(bytes).length)} brotli)`,
    );
    if (gzip > ceiling) {
      console.error(`dist/cdn/${name} is ${gzip - ceiling} bytes too big`);
      process.exitCode = 1;
    }
  }
