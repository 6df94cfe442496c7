// Prints what an application loads with `import 'timeline-view'` before anything is shown, and fails where that has grown.
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { gzipOf } from './cdn-size.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What the built modules weigh at most with all packages that they need, bundled and minified, in bytes of gzip. */
const CEILING = 214_200;
/** What they should weigh. They do not yet: see CHANGELOG.md. */
const GOAL = 40_000;

/** Returns the weight of the entry and of all chunks that it has at once, not of what is loaded when it is needed. */
async function moduleSize() {
  const { outputFiles, metafile } = await build({
    stdin: { contents: "import 'timeline-view'", resolveDir: root },
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    outdir: '/',
    absWorkingDir: '/',
    metafile: true,
    write: false,
    logLevel: 'error',
  });
  const bytes = new Map(outputFiles.map(({ path, contents }) => [path, contents]));
  const eager = new Set(['stdin.js']);
  // A set goes on to what is added to it on the way.
  for (const name of eager)
    for (const { path, kind } of metafile.outputs[name].imports)
      if (kind === 'import-statement') eager.add(path);
  return [...eager].reduce((sum, name) => sum + gzipOf(bytes.get(`/${name}`)), 0);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const size = await moduleSize();
  const kB = n => `${(n / 1000).toFixed(1)} kB`;
  console.log(
    `import 'timeline-view': ${kB(size)} gzip with all it needs (goal ${kB(GOAL)}, at most ${kB(CEILING)})`,
  );
  if (size > CEILING) {
    console.error(`the modules are ${size - CEILING} bytes too big`);
    process.exitCode = 1;
  }
}
