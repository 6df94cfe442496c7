import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { cdnFile, ceilings, gzipOf } from '../lib/cdn-size.mjs';
import { BESIDE } from '../lib/beside.mjs';
import { build } from 'esbuild';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';

const root = fileURLToPath(new URL('../..', import.meta.url));
const run = promisify(execFile);
const pkg = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
if (!existsSync(`${root}dist/cdn/timeline-view.js`)) throw new Error('dist/ is missing: npm run build');

const bundle = async (code, options) => {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: root },
    bundle: true,
    format: 'esm',
    write: false,
    minify: true,
    logLevel: 'silent',
    ...options,
  });
  return outputFiles[0].text;
};

describe('the package', () => {
  it('has every file that its exports name', () => {
    const targets = Object.values(pkg.exports).flatMap(entry =>
      typeof entry === 'string' ? entry : Object.values(entry),
    );
    for (const target of [
      ...targets,
      pkg.types,
      pkg.unpkg,
      pkg.jsdelivr,
      pkg.customElements,
      pkg['web-types'],
    ])
      assert.ok(existsSync(root + target), target);
  });

  for (const entry of Object.keys(pkg.exports).filter(name => !name.endsWith('.json')))
    // In a process of its own: what one entry leaves there would help the next.
    it(`can be imported in Node with no DOM: ${entry}`, async () => {
      const script = `
        console.warn = text => { throw new Error(text); };
        const before = Object.keys(globalThis);
        const { length } = Object.keys(await import(${JSON.stringify(`timeline-view${entry.slice(1)}`)}));
        const left = Object.keys(globalThis).filter(name => !before.includes(name));
        console.log(JSON.stringify({ length, document: typeof document, left }));`;
      const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', script], {
        cwd: root,
      });
      const { length, document, left } = JSON.parse(stdout);
      assert.ok(length > 0);
      assert.equal(document, 'undefined');
      // What Lit leaves there is Lit's own.
      assert.deepEqual(
        left.filter(name => !/^(lit|reactiveElement|customElements$)/.test(name)),
        [],
      );
    });

  it('costs nothing where it is imported and not used, but for the entries that register', async () => {
    for (const entry of ['timeline-view.js', 'core.js', 'server.js', 'react.js'])
      assert.equal((await bundle(`import 'timeline-view/${entry}'`)).trim(), '', entry);
    for (const entry of ['timeline-view.js', 'react.js'])
      assert.equal((await bundle(`import { TimelineView } from 'timeline-view/${entry}'`)).trim(), '', entry);
    assert.match(await bundle(`import 'timeline-view'`), /timeline-view/);
  });

  it('has a core and a server without lit, d3-selection or DOM', async () => {
    const { metafile } = await build({
      stdin: {
        contents: `export * from 'timeline-view/core.js'; export * from 'timeline-view/server.js'`,
        resolveDir: root,
      },
      bundle: true,
      format: 'esm',
      write: false,
      metafile: true,
    });
    const foreign = Object.keys(metafile.inputs).filter(file =>
      /node_modules\/(lit|@lit|d3-selection|d3-axis)/.test(file),
    );
    assert.deepEqual(foreign, []);
  });

  it('has one self-contained file that loads nothing but the formats and languages beside it, each self-contained as well', async () => {
    for (const name of Object.keys(ceilings)) {
      const { metafile } = await build({
        entryPoints: [cdnFile(name)],
        bundle: true,
        format: 'esm',
        write: false,
        metafile: true,
        external: ['*'],
      });
      assert.deepEqual(
        [
          ...new Set(
            Object.values(metafile.inputs).flatMap(({ imports }) =>
              imports.map(({ path, kind }) => `${kind} ${path}`),
            ),
          ),
        ].sort(),
        name === 'timeline-view.js'
          ? Object.keys(BESIDE)
              .map(beside => `dynamic-import ./${beside}.js`)
              .sort()
          : [],
        name,
      );
    }
  });

  it('has no file that is heavier than its ceiling, and the licences of what is in them', () => {
    const licences = readFileSync(cdnFile('LICENSES.md'), 'utf8');
    for (const [name, ceiling] of Object.entries(ceilings)) {
      const file = readFileSync(cdnFile(name));
      assert.ok(gzipOf(file) <= ceiling, name);
      assert.ok(file.subarray(0, 500).includes('see LICENSES.md'), name);
    }
    for (const owner of ['Google LLC', 'Mike Bostock'])
      assert.ok(readFileSync(cdnFile('timeline-view.js')).includes(owner), owner);
    for (const name of ['lit', 'd3-scale', 'ical.js', '@markwhen/parser', 'parse5', 'entities'])
      assert.match(licences, new RegExp(`^## ${name} - `, 'm'), name);
  });

  it('speaks another language without a page, once that is loaded', async () => {
    const { formatDate, loadTranslation, parseDate } = await import('timeline-view/core.js');
    const { value } = parseDate('2025-09-02/..');
    assert.equal(formatDate(value, { locale: 'es' }), 'desde el 2 de septiembre de 2025, en curso');
    assert.equal(formatDate(value, { locale: 'fr' }), 'from 2 septembre 2025, ongoing');
    assert.equal(await loadTranslation('fr-CA'), true);
    assert.equal(formatDate(value, { locale: 'fr' }), 'depuis le 2 septembre 2025, en cours');
    assert.equal(await loadTranslation('pl'), false);
  });

  it('asks for the packages that few need as optional ones, in the versions it is tested with', () => {
    const needed = ['@markwhen/parser', '@types/react', 'ical.js', 'parse5', 'react'];
    assert.deepEqual(Object.keys(pkg.peerDependencies).sort(), needed);
    for (const name of needed) {
      assert.equal(pkg.peerDependenciesMeta[name].optional, true, name);
      const major = parseInt(pkg.devDependencies[name], 10);
      const [, sign, least] = /^(\^|>=)(\d+)/.exec(pkg.peerDependencies[name]);
      assert.ok(sign === '^' ? Number(least) === major : Number(least) <= major, name);
    }
  });

  it('passes publint', async () => {
    const { messages } = await publint({ pkgDir: root, strict: true });
    assert.deepEqual(
      messages.map(message => formatMessage(message, pkg)),
      [],
    );
  });
});
