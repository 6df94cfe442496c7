// Bundles the test files of a run, so that a page loads some dozens of scripts in place of hundreds of modules. What
// test files have in common is in scripts of its own: built once, and cached by the browser.
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
    treeShaking: false, // else what no test uses would not count as not covered
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

/** The scripts of a run, made when the first page asks for its own. */
export class Bundles {
  #testFiles;
  #bundled;

  /** @param {string[]} testFiles from the top of the repository */
  constructor(testFiles) {
    this.#testFiles = testFiles;
  }

  /** Middleware of the runner's server. */
  serve = async (ctx, next) => {
    const isScript = ctx.path.startsWith(`/${folder}/`);
    const isTest = 'wtr-session-id' in ctx.query && this.#testFiles.includes(ctx.path.slice(1));
    if (!isScript && !isTest) return next();
    const { scripts, entries } = await (this.#bundled ??= bundle(this.#testFiles));
    if (isTest) return ctx.redirect(entries.get(ctx.path));
    ctx.type = path.extname(ctx.path);
    ctx.body = scripts.get(ctx.path);
  };

  /** The text of a script and of its source map, by its path. */
  async script(url) {
    const { scripts } = await this.#bundled;
    return { source: String(scripts.get(url)), sourceMap: JSON.parse(String(scripts.get(`${url}.map`))) };
  }
}
