// Builds small applications with the packed package, as others would, and uses each in Chromium (scenario.mjs).
//   npm run test:consumers                     all; `npm run build` first. Gets bundlers and frameworks from the registry
//   npm run test:consumers -- react vue        only these
//   npm run test:consumers -- --keep react     leaves the folder that they are built in, and says where it is
import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import puppeteer from 'puppeteer-core';
import { preview } from 'vite';
import { chosen } from '../lib/browsers.mjs';
import { play } from './scenario.mjs';

/** By the name of its folder, the folders whose files an application has, and which of its own is served. */
const CONSUMERS = {
  'script-tag': { folders: ['plain', 'script-tag'], served: '.' },
  'import-map': { folders: ['plain', 'import-map'], served: '.' },
  esbuild: { folders: ['plain', 'esbuild'], served: 'dist' },
  rollup: { folders: ['plain', 'rollup'], served: 'dist' },
  vite: { folders: ['plain', 'vite'], served: 'dist' },
  webpack: { folders: ['plain', 'webpack'], served: 'dist' },
  ...Object.fromEntries(
    ['react', 'react-18', 'preact', 'vue', 'svelte', 'angular'].map(name => [
      name,
      { folders: [name], served: 'dist' },
    ]),
  ),
};

const here = fileURLToPath(new URL('.', import.meta.url));
const root = path.resolve(here, '../..');
const execute = promisify(execFile);

/** An application has what it has installed itself: nothing of ours, and not what Vite says of us. */
const environment = () => ({
  ...process.env,
  NODE_ENV: undefined,
  PATH: process.env.PATH.split(path.delimiter)
    .filter(folder => !folder.includes('node_modules'))
    .join(path.delimiter),
  NG_CLI_ANALYTICS: 'false',
  CI: '1',
});

/** Runs npm in a folder; an error has all that it printed. */
async function npm(cwd, ...args) {
  try {
    const env = environment();
    return (await execute('npm', args, { cwd, env, shell: process.platform === 'win32' })).stdout;
  } catch ({ stdout, stderr }) {
    throw new Error(`npm ${args.join(' ')} failed\n${stdout}${stderr}`);
  }
}

async function pack(folder) {
  const [{ filename }] = JSON.parse(await npm(root, 'pack', '--json', '--pack-destination', folder));
  renameSync(path.join(folder, filename), path.join(folder, 'timeline-view.tgz'));
}

/** Returns the folder to serve. */
async function build(name, folder) {
  const { folders, served } = CONSUMERS[name];
  for (const source of ['shared', ...folders])
    cpSync(path.join(here, source), folder, { recursive: true, filter: file => !/node_modules/.test(file) });
  await npm(
    folder,
    'install',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--no-package-lock',
    '--loglevel=error',
  );
  await npm(folder, 'run', '--silent', 'build');
  const output = path.join(folder, served);
  // Not every bundler takes the page along.
  if (!existsSync(path.join(output, 'index.html')))
    cpSync(path.join(folder, 'index.html'), path.join(output, 'index.html'));
  return output;
}

async function use(browser, folder) {
  const server = await preview({
    configFile: false,
    root: folder,
    appType: 'mpa',
    logLevel: 'error',
    build: { outDir: '.' },
    preview: { host: '127.0.0.1' },
  });
  const context = await browser.createBrowserContext();
  try {
    return await play(await context.newPage(), server.resolvedUrls.local[0]);
  } finally {
    await context.close();
    await server.close();
  }
}

const { values, positionals } = parseArgs({ options: { keep: { type: 'boolean' } }, allowPositionals: true });
const names = positionals.length ? positionals : Object.keys(CONSUMERS);
for (const name of names) if (!CONSUMERS[name]) throw new Error(`no consumer "${name}"`);
if (!existsSync(`${root}/dist/cdn/timeline-view.js`)) throw new Error('dist/ is missing: npm run build');
const chromium = chosen().find(({ engine }) => engine === 'chromium');
if (!chromium) throw new Error('no Chromium');

const parent = mkdtempSync(path.join(tmpdir(), 'timeline-view-consumers-'));
const browser = await puppeteer.launch({ executablePath: chromium.executable, args: ['--no-sandbox'] });
try {
  await pack(parent);
  for (const name of names) {
    const since = Date.now();
    try {
      const { files, gzip } = await use(browser, await build(name, path.join(parent, name)));
      const seconds = ((Date.now() - since) / 1000).toFixed(0);
      const size = `${(gzip / 1000).toFixed(1)} kB gzip in ${files} files`;
      console.log(`✓ ${name.padEnd(10)} ${size.padStart(26)} to start with (${seconds} s)`);
    } catch (error) {
      process.exitCode = 1;
      console.log(`✗ ${name}\n${error.message}\n${error.cause?.stack ?? error.stack}\n`);
    }
  }
} finally {
  await browser.close();
  if (values.keep) console.log(parent);
  else rmSync(parent, { recursive: true });
}
