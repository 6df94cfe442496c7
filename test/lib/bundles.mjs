// Bundles the test files of a run, so that a page loads some dozens of scripts in place of hundreds of modules. What
// test files have in common is in scripts of its own: built once, and cached by the browser. Not for Chromium, which
// gets each module by itself, as it measures the coverage of those.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = 'bundled';

/** Scripts and source maps by their path, and the path of the script of each test file. */
async function bundle(testFiles) {
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: testFiles,
    outbase: root,
    outdir: folder,
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    tsconfig: 'tsconfig.json',
    conditions: ['development'], // as the runner's server resolves packages
    external: ['/__web*'], // its own modules
    sourcemap: 'linked',
    metafile: true,
    write: false,
    logLevel: 'error',
  });
  const url = file => '/' + file.replaceAll('\\', '/');
  const scripts = new Map(
    outputFiles.map(({ path: file, contents }) => [url(path.relative(root, file)), Buffer.from(contents)]),
  );
  const entries = new Map(
    Object.entries(metafile.outputs)
      .filter(([, { entryPoint }]) => entryPoint)
      .map(([file, { entryPoint }]) => [url(entryPoint), url(file)]),
  );
  return { scripts, entries };
}

/** Middleware of the runner's server. */
export function serveBundles(testFiles) {
  let bundled;
  return async (ctx, next) => {
    const isScript = ctx.path.startsWith(`/${folder}/`);
    const isTest = 'wtr-session-id' in ctx.query && testFiles.includes(ctx.path.slice(1));
    if (!isScript && !(isTest && !ctx.get('user-agent').includes('Chrome'))) return next();
    const { scripts, entries } = await (bundled ??= bundle(testFiles));
    if (isTest) return ctx.redirect(entries.get(ctx.path));
    ctx.type = path.extname(ctx.path);
    ctx.body = scripts.get(ctx.path);
  };
}
