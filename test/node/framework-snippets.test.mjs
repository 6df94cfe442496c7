// What README.md shows for frameworks is what test/consumers builds and uses.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

const read = file => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
const bare = text => text.replace(/\s+/g, ' ').trim();
const [, section] = /^## Frameworks and bundlers\n([^]*?)^## /m.exec(read('README.md'));
/** Text, code, text, code … */
const parts = section.split(/^```(.*\n[^]*?)^```$/m);

describe('what is said of frameworks', () => {
  for (let i = 1; i < parts.length; i += 2) {
    const [language, ...lines] = parts[i].split('\n');
    const files = [...parts[i - 1].matchAll(/\]\((test\/consumers\/[^)]+\.\w+)\)/g)].map(([, file]) => file);
    it(`is in an application that is tested: ${language}, ${files.join(', ')}`, () => {
      const code = bare(lines.join('\n'));
      assert.ok(
        files.some(file => bare(read(file)).includes(code)),
        code,
      );
    });
  }

  it('names every framework that is tested', () => {
    for (const name of ['React 19', 'React 18', 'Preact', 'Vue 3', 'Svelte 5', 'Angular'])
      assert.ok(section.includes(name), name);
    assert.equal(parts.length, 2 * 6 + 1);
  });
});
