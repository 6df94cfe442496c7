// Who is compared, and how each becomes something that a page can load.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { spawnSync } from 'node:child_process';
import { build } from 'esbuild';
import { gzipOf } from '../../lib/cdn-size.mjs';

const here = fileURLToPath(new URL('./', import.meta.url));

/**
 * `imports` is what the adapter takes from the package, and `css` its style sheet: they are what a page loads. Ours
 * is the built file, with its styles in it.
 */
export const subjects = [
  { name: 'timeline-view', adapter: 'timeline-view', ours: true },
  {
    name: 'vis-timeline',
    adapter: 'vis',
    imports: `export { DataSet, Timeline } from 'vis-timeline/standalone'`,
    css: 'vis-timeline/styles/vis-timeline-graph2d.min.css',
  },
  {
    name: '@knight-lab/timelinejs',
    adapter: 'timelinejs',
    imports: `export { Timeline } from '@knight-lab/timelinejs'`,
    css: '@knight-lab/timelinejs/dist/css/timeline.css',
  },
  {
    name: 'timelines-chart',
    adapter: 'timelines-chart',
    imports: `export { default } from 'timelines-chart'`,
  },
  {
    name: 'echarts',
    adapter: 'echarts',
    imports: `import { CustomChart } from 'echarts/charts';
      import { DataZoomComponent, GridComponent } from 'echarts/components';
      import { init, use } from 'echarts/core';
      import { LabelLayout } from 'echarts/features';
      import { CanvasRenderer } from 'echarts/renderers';
      use([CustomChart, GridComponent, DataZoomComponent, LabelLayout, CanvasRenderer]);
      export { init }`,
  },
  {
    name: 'event-drops',
    adapter: 'event-drops',
    imports: `import * as d3 from 'd3'; import eventDrops from 'event-drops'; export { d3, eventDrops }`,
    css: 'event-drops/dist/style.css',
  },
  {
    name: 'd3-milestones',
    adapter: 'd3-milestones',
    imports: `export { default } from 'd3-milestones'`,
    css: 'd3-milestones/build/d3-milestones.css',
  },
  {
    name: '@observablehq/plot',
    adapter: 'plot',
    imports: `export { barX, dot, plot, text } from '@observablehq/plot'`,
  },
];

/** No timeline: what any step takes of a browser. It is loaded as the peers are, and is none of them. */
export const yardstick = { name: 'one box that is moved', adapter: 'one-box' };

/** Installs the peers as their lock file says, unless that has been done. */
export function install() {
  const installed = `${here}node_modules/.package-lock.json`;
  const upToDate =
    existsSync(installed) && statSync(installed).mtimeMs >= statSync(`${here}package-lock.json`).mtimeMs;
  if (upToDate) return;
  console.log('Installing the peers (npm ci) …');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: here, stdio: 'inherit' });
  if (status) throw new Error('npm ci failed in test/bench/peers');
}

async function bundle(contents) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: here },
    bundle: true,
    minify: true,
    write: false,
    outdir: here,
    format: 'iife',
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
    loader: {
      // TimelineJS asks for its sources of styles; its adapter takes what was made of them.
      '.less': 'empty',
      ...Object.fromEntries(
        ['woff', 'woff2', 'ttf', 'eot', 'svg', 'png', 'gif'].map(type => [`.${type}`, 'dataurl']),
      ),
    },
    logLevel: 'error',
  });
  const of = type => outputFiles.find(({ path }) => path.endsWith(type))?.text ?? '';
  return { script: of('.js'), style: of('.css') };
}

/** The subject with what a page loads of it, its version, and how many bytes of gzip that is. */
export async function load(subject, ourFile) {
  const { adapter, ours, name, imports, css } = subject;
  const { script, style } = await bundle(
    `import * as subject from './adapters/${adapter}.mjs';
     import * as bench from './page.mjs';
     Object.assign(globalThis, { subject, bench });`,
  );
  if (ours) {
    const element = readFileSync(ourFile, 'utf8');
    const { version } = JSON.parse(readFileSync(`${here}../../../package.json`, 'utf8'));
    return { ...subject, script, style, element, version, bytes: gzipOf(element), cssBytes: 0 };
  }
  if (subject === yardstick) return { ...subject, script, style };
  const { version } = JSON.parse(readFileSync(`${here}node_modules/${name}/package.json`, 'utf8'));
  return {
    ...subject,
    script,
    style,
    version,
    bytes: gzipOf((await bundle(imports)).script),
    cssBytes: css ? gzipOf(readFileSync(`${here}node_modules/${css}`)) : 0,
  };
}
