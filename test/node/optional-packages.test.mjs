import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { it } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';

const at = relative => fileURLToPath(new URL(`../../${relative}`, import.meta.url));

/** By format, the package that it needs and a text. */
const NEEDS = {
  ics: ['ical.js', 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n'],
  markwhen: ['@markwhen/parser', '2020: A'],
  html: ['parse5', '<ol><li><time>2020</time> A</li></ol>'],
};

it('a format whose package is not installed says what to install', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'timeline-view-'));
  try {
    cpSync(at('dist'), `${folder}/dist`, {
      recursive: true,
      filter: file => !/\/cdn(\/|$)|\.(map|d\.ts)$/.test(file),
    });
    cpSync(at('package.json'), `${folder}/package.json`);
    // An empty package hides those of the folders above.
    for (const [name] of Object.values(NEEDS)) {
      mkdirSync(`${folder}/node_modules/${name}`, { recursive: true });
      writeFileSync(`${folder}/node_modules/${name}/package.json`, '{ "exports": {} }');
    }
    const { parseTimeline } = await import(pathToFileURL(`${folder}/dist/core.js`).href);
    for (const [format, [name, text]] of Object.entries(NEEDS)) {
      const { document, issues } = await parseTimeline(text, { format });
      assert.deepEqual(document.events, [], format);
      assert.ok(issues[0].message.includes(`npm install ${name}`), issues[0].message);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});
