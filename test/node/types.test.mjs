// The declarations, as a project finds them that has installed the package.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import ts from 'typescript';

const root = fileURLToPath(new URL('../..', import.meta.url));
if (!existsSync(`${root}dist/react.d.ts`)) throw new Error('dist/ is missing: npm run build');

/** What a project has of its own; that of JSX is the one of the application that is tested with React. */
const PROJECT = {
  'package.json': '{ "type": "module" }',
  'timeline-view.d.ts': readFileSync(`${root}test/consumers/react/timeline-view.d.ts`, 'utf8'),
  'script.ts': `
    import { TimelineView } from 'timeline-view';
    import { TimelineView as Class } from 'timeline-view/timeline-view.js';
    import * as core from 'timeline-view/core.js';
    import { render } from 'timeline-view/server.js';
    const element: TimelineView = document.createElement('timeline-view');
    const label: string | null = element.label;
    element.addEventListener('timeline-load', ({ detail }) => detail.count.toFixed());
    Class.define('my-timeline');
    // @ts-expect-error: no such property
    element.noSuchProperty;
    const html: string = render([{ title: 'A', date: '2020' }], { lang: 'es' });
    export { label, core, html };`,
  'page.tsx': `
    import { TimelineView } from 'timeline-view/react.js';
    const events = [{ date: '2020', title: 'A' }];
    export const tag = (
      <timeline-view className="wide" label="A" events={events} view={{ start: 0, end: 1 }} matches="dim"
        filter={{ status: ['confirmed'] }} ontimeline-select={({ detail }) => detail.event?.title} />
    );
    export const component = (
      <TimelineView className="wide" label="A" events={events} view="2020/2021" editable
        onTimelineViewChange={({ detail }) => detail.settled} />
    );
    export const faults = [
      // @ts-expect-error: no list of events
      <timeline-view events="[]" />,
      // @ts-expect-error: no such property
      <timeline-view labels="A" />,
      // @ts-expect-error: an event of its own has no such detail
      <timeline-view ontimeline-select={({ detail }) => detail.count} />,
      // @ts-expect-error: this one can only be read
      <TimelineView issues={[]} />,
      // @ts-expect-error: no such word
      <TimelineView layout="round" />,
    ];`,
};

describe('the types of the package', () => {
  // Beside the packages that it needs, as an installed one is.
  const folder = `${root}node_modules/.cache/consumer/`;
  before(() => {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(`${folder}node_modules`, { recursive: true });
    symlinkSync(root, `${folder}node_modules/timeline-view`, 'junction');
    for (const [name, text] of Object.entries(PROJECT)) writeFileSync(folder + name, text);
  });
  after(() => rmSync(folder, { recursive: true }));

  for (const [way, module, moduleResolution] of [
    ['a bundler', ts.ModuleKind.ESNext, ts.ModuleResolutionKind.Bundler],
    ['Node', ts.ModuleKind.NodeNext, ts.ModuleResolutionKind.NodeNext],
  ])
    it(`are ones that a strict project compiles against, for ${way}`, () => {
      const sources = Object.keys(PROJECT).filter(name => !name.endsWith('.json'));
      const program = ts.createProgram(
        sources.map(name => folder + name),
        {
          strict: true,
          noEmit: true,
          skipLibCheck: false,
          types: [],
          jsx: ts.JsxEmit.ReactJSX,
          target: ts.ScriptTarget.ES2022,
          lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
          module,
          moduleResolution,
        },
      );
      const faults = ts
        .getPreEmitDiagnostics(program)
        .map(
          ({ file, messageText }) =>
            `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`,
        );
      assert.deepEqual(faults, []);
    });

  it('are found, and are those of the code, however the packed package is imported', async () => {
    const place = mkdtempSync(path.join(tmpdir(), 'timeline-view-'));
    try {
      execFileSync('npm', ['pack', '--silent', '--pack-destination', place], {
        cwd: root,
        shell: process.platform === 'win32',
      });
      const [file] = readdirSync(place);
      const { problems } = await checkPackage(
        createPackageFromTarballData(readFileSync(path.join(place, file))),
      );
      // All of it is modules: who requires them has a Node that can. The older way of finding a package knows no "exports".
      const others = problems.filter(
        ({ kind, resolutionKind }) => kind !== 'CJSResolvesToESM' && resolutionKind !== 'node10',
      );
      assert.deepEqual(others, []);
    } finally {
      rmSync(place, { recursive: true });
    }
  });
});
