import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';
import { breaches, breachesIn, rooms } from '../lib/layers.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

describe('layers', () => {
  it('hold in src/', () => assert.deepEqual(breaches(), []));

  for (const [file, text, expected] of [
    [
      'time/a.ts',
      `import { x } from '../data/x.js';`,
      'src/time/a.ts:1: time (rank 1) may not import data (rank 2)',
    ],
    ['scale/a.ts', `\nexport * from '../data/x.js';`, 'src/scale/a.ts:2: scale (rank 2) may not import data'],
    ['layout/a.ts', `type X = import('../render/x.js').X;`, 'layout (rank 4) may not import render (rank 5)'],
    [
      'data/a.ts',
      `const x = () => import('../controllers/x.js');`,
      'data (rank 2) may not import controllers',
    ],
    ['core.ts', `export * from './render/x.js';`, 'core.ts (rank 5) may not import render (rank 5)'],
    ['data/a.ts', `import type { X } from 'lit';`, 'data may not import the package lit'],
    ['layout/a.ts', `import { scaleLinear } from 'd3-scale';`, 'may not import the package d3-scale'],
    ['render/a.ts', `import { x } from 'd3-scale';`, 'may not import the package d3-scale'],
    ['time/a.ts', `import '@lit/context';`, 'may not import the package @lit/context'],
    ['time/a.ts', `import './b';`, 'write the extension'],
    ['time/a.ts', `import '../../data/story.js';`, 'lies in no room'],
    ['other/a.ts', ``, '"other" is no room'],
    ['time/utils.ts', ``, 'a name that says nothing'],
    ['time/helpers/a.ts', ``, 'a name that says nothing'],
    ['time/ParseDate.ts', ``, 'kebab-case'],
  ])
    it(`finds: ${text || file}`, () => {
      const found = breachesIn(file, text);
      assert.ok(
        found.some(line => line.includes(expected)),
        `${found}`,
      );
    });

  it('let through what is right', () => {
    assert.deepEqual(
      breachesIn('scale/a.ts', `import 'd3-scale'; import '../time/x.js'; import './b.js';`),
      [],
    );
    assert.deepEqual(
      breachesIn('render/a.ts', `import { html } from 'lit/static-html.js'; import '../layout/x.js';`),
      [],
    );
    assert.deepEqual(breachesIn('index.ts', `export * from './core.js';`), []);
  });

  it('name the same rooms without DOM as src/tsconfig.pure.json', () => {
    const { include } = JSON.parse(readFileSync(`${root}src/tsconfig.pure.json`, 'utf8'));
    const pure = Object.keys(rooms).filter(room => !rooms[room].dom);
    assert.deepEqual([...include].sort(), pure.sort());
  });
});

describe('banned constructs', () => {
  const eslint = new ESLint({ cwd: root, overrideConfigFile: `${root}test/lib/eslint.config.mjs` });
  /** Which of the lines break one of the project's own rules, in the place of a file of src/. */
  const linesFound = async (lines, file) => {
    const [{ messages }] = await eslint.lintText(lines.join('\n'), { filePath: `${root}src/${file}` });
    const own = messages.filter(
      ({ ruleId }) => !ruleId || /^(project|no-restricted|no-console)/.test(ruleId),
    );
    return lines.filter((_, i) => own.some(({ line }) => line === i + 1));
  };
  const anywhere = [
    `const x = unsafeHTML('');`,
    `const x = unsafeSVG('');`,
    `const x = unsafeStatic('');`,
    `document.body.innerHTML = '';`,
    `document.body['innerHTML'] = '';`,
    `document.body.outerHTML = '';`,
    `document.body.insertAdjacentHTML('beforeend', '');`,
    `document.write('');`,
    `document.body.setHTML('');`,
    `const x = Document.parseHTMLUnsafe('');`,
    `const x = trustedTypes.createPolicy('x', {});`,
    `eval('1');`,
    `const x = new Function('return 1');`,
    `const x = new DOMParser();`,
    `const x = new Worker('a');`,
    `const x = styleMap({});`,
    'const x = html`<p style="color: red"></p>`;',
    'const x = html`<p class="a" style=${1}></p>`;',
    'const x = html`<style></style>`;',
    `g.attr('style', 'fill: red');`,
    `g.setAttribute('style', 'fill: red');`,
    `g.html('x');`,
    `const x = Date.parse('2025-08-01');`,
    `const x = ['2025-08-01'].map(Date.parse);`,
    `const x = Date['parse']('2025-08-01');`,
    `const { parse } = Date;`,
    `const x = Date();`,
    `const x = new Date('2025-08-01');`,
    `const x = (text: string) => new Date(text);`,
    `const x = (value: string | number) => new Date(value);`,
    `const x = (value: any) => new Date(value);`,
    `const x = new Date(2025, 7, 1);`,
    `const x = (fields: [number, number]) => new Date(...fields);`,
    `const x = new globalThis.Date('2025-08-01');`,
    `const x = new Date(0).getFullYear();`,
    `const x = new Date(0).getHours();`,
    `new Date(0).setHours(1);`,
    `const x = new Date(0).getTimezoneOffset();`,
    `const x = new Date(0)['getDay']();`,
    `const { getDate } = Date.prototype;`,
    `const x = new Date(0).toDateString();`,
    `const x = new Date(0).toLocaleDateString();`,
    `const x = new Date(0).toLocaleTimeString('en');`,
    `const x = new Date(0).toLocaleString();`,
    `const x = (1000).toLocaleString();`,
    `const x = new Intl.DateTimeFormat('en').format(0);`,
    `const x = new Intl.DateTimeFormat('en', { year: 'numeric' });`,
    `const x = Intl.DateTimeFormat().format(0);`,
    `export default 1;`,
  ];
  const inPureRooms = [
    `const x = new Date();`,
    `const x = Date.now();`,
    `const x = Math.random();`,
    `console.log(1);`,
  ];
  const right = [
    `const x = (ms: number) => new Date(ms).getUTCFullYear();`,
    `const x = new Date(Date.UTC(2025, 7, 1));`,
    `const x = new Date(0).toISOString();`,
    `const x = new Intl.DateTimeFormat('en', { timeZone: 'UTC', year: 'numeric' });`,
    `const x = new Intl.DateTimeFormat().resolvedOptions().timeZone;`,
    `const x = 'a name'.toLocaleLowerCase();`,
    'const x = html`<p .style=${"color: red"} data-style="1"></p>`;',
  ];
  const shell = 'timeline-view.ts';
  const pure = 'time/epoch-ms.ts';
  const all = [...right, ...inPureRooms, ...anywhere];
  it('are found where there is DOM', async () => assert.deepEqual(await linesFound(all, shell), anywhere));
  it('are found where there is none, and with them clocks, dice and logs', async () =>
    assert.deepEqual(await linesFound(all, pure), [...inPureRooms, ...anywhere]));
});
