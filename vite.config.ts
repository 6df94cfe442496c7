import { defineConfig } from 'vite';
import { beside, leave } from './test/lib/beside.mjs';
import {
  inlined,
  lighterModules,
  shortProperties,
  squeezeTemplates,
  staticProperties,
  uncalled,
} from './test/lib/lean-bundle.mjs';

/** The demo pages name the built file, as anyone's page would; while developing it is the source. */
const sourceInDemo = {
  name: 'source-in-demo',
  apply: 'serve' as const,
  transformIndexHtml: (html: string) => html.replaceAll('../dist/cdn/timeline-view.js', '../src/index.ts'),
};

/** Names whose work it holds, and where the licences are, and lets Node import the file: shadows what is asked of a browser as it loads. */
const banner = `/*! timeline-view, MIT. Contains Lit, Copyright Google LLC; D3, Copyright Mike Bostock: see LICENSES.md */
const HTMLElement = globalThis.HTMLElement ?? class {},
  document = globalThis.document ?? { createTreeWalker() {} },
  customElements = globalThis.customElements ?? { get() {}, getName() {}, define() {} };`;

/** Has V8 compile all functions as the file comes in, beside the main thread, not each at its first call: of the first picture, an eighth of the time. */
const hint = '//# allFunctionsCalledOnLoad';

// `vite build` makes the one self-contained file and what is beside it; the separate modules are TypeScript's own output.
// The root stays the repository: the demo pages reach ../data and ../src.
export default defineConfig(({ command, isPreview }) => ({
  appType: 'mpa',
  publicDir: false,
  // Not what test/consumers imports, which is installed elsewhere.
  optimizeDeps: { entries: ['demo/*.html'] },
  plugins:
    command === 'build'
      ? [
          leave,
          staticProperties,
          squeezeTemplates,
          shortProperties,
          lighterModules,
          uncalled,
          inlined,
          beside,
        ]
      : isPreview
        ? []
        : [sourceInDemo],
  build: {
    target: 'es2022',
    outDir: isPreview ? '.' : 'dist',
    emptyOutDir: true,
    sourcemap: true,
    license: { fileName: 'cdn/LICENSES.md' },
    lib: {
      entry: { 'cdn/timeline-view': 'src/index.ts' },
      formats: ['es'],
      fileName: (_format, name) => `${name}.js`,
    },
    rolldownOptions: {
      checks: { pluginTimings: false },
      output: {
        banner,
        postBanner: hint,
        minify: true, // library mode keeps white space unless it is said here
        comments: { legal: true, annotation: false, jsdoc: false },
        codeSplitting: false,
      },
    },
  },
}));
