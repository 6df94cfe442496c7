// Finds the browsers the tests run in; on a bare Debian machine gets them.
// Engines: TEST_BROWSERS=chromium,firefox,webkit | all | found   (default: found). Chromium is always insisted on
// unless the list leaves it out; `found` takes the others where they are, and gets them on Debian as root.
// Own paths: CHROME_PATH, FIREFOX_PATH, WEBKIT_DRIVER. TEST_NO_INSTALL=1 never installs anything.
//   node test/lib/browsers.mjs          gets the browsers and says where they are
import { execFileSync, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const cacheDir = path.join(root, 'node_modules', '.cache', 'browsers');
const isFile = p => {
  try {
    accessSync(p, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};
const onPath = name => {
  const ext = process.platform === 'win32' ? ['.exe', ''] : [''];
  for (const dir of (process.env.PATH ?? '').split(path.delimiter))
    for (const e of ext) {
      const p = path.join(dir, name + e);
      if (dir && isFile(p)) return p;
    }
  return undefined;
};
const programs = ['ProgramFiles', 'ProgramFiles(x86)', 'LocalAppData']
  .map(k => process.env[k])
  .filter(Boolean);
const apps = ['/Applications', path.join(homedir(), 'Applications')];
const places = {
  chromium: {
    env: 'CHROME_PATH',
    names: [
      'chromium',
      'google-chrome-stable',
      'google-chrome',
      'chromium-browser',
      'microsoft-edge-stable',
      'microsoft-edge',
    ],
    files: [
      ...apps.flatMap(a => [
        `${a}/Google Chrome.app/Contents/MacOS/Google Chrome`,
        `${a}/Chromium.app/Contents/MacOS/Chromium`,
        `${a}/Microsoft Edge.app/Contents/MacOS/Microsoft Edge`,
      ]),
      ...programs.flatMap(p => [
        `${p}\\Google\\Chrome\\Application\\chrome.exe`,
        `${p}\\Microsoft\\Edge\\Application\\msedge.exe`,
      ]),
    ],
    deb: ['chromium'],
  },
  firefox: {
    env: 'FIREFOX_PATH',
    names: ['firefox-esr', 'firefox'],
    files: [
      ...apps.map(a => `${a}/Firefox.app/Contents/MacOS/firefox`),
      ...programs.map(p => `${p}\\Mozilla Firefox\\firefox.exe`),
    ],
    deb: ['firefox-esr'],
  },
  webkit: { env: 'WEBKIT_DRIVER', names: ['WebKitWebDriver'], files: [], deb: ['webkit2gtk-driver', 'xvfb'] },
};

/** The path of a browser (for webkit: of its driver), or undefined. */
function find(engine) {
  const { env, names, files } = places[engine];
  if (process.env[env]) return process.env[env];
  const p = names.map(onPath).find(Boolean) ?? files.find(isFile) ?? cached(engine);
  if (engine === 'webkit' && p && !process.env.DISPLAY && !onPath('Xvfb')) return undefined;
  return p;
}

function cached(engine) {
  if (engine !== 'chromium' || !existsSync(cacheDir)) return undefined;
  const tail = { linux: 'chrome-linux64/chrome', win32: 'chrome-win64\\chrome.exe' }[process.platform];
  for (const build of existsSync(`${cacheDir}/chrome`) ? readdirSync(`${cacheDir}/chrome`) : []) {
    const dir = path.join(cacheDir, 'chrome', build);
    const p = tail
      ? path.join(dir, tail)
      : path.join(
          dir,
          readdirSync(dir)[0] ?? '',
          'Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
        );
    if (isFile(p)) return p;
  }
  return undefined;
}

/** apt on Debian as root. Ubuntu's "chromium" is a stub for snap, so only Debian proper is served here. */
function apt(packages) {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !onPath('apt-get')) return false;
  const id = spawnSync('sh', ['-c', '. /etc/os-release; echo "$ID"'], { encoding: 'utf8' }).stdout.trim();
  if (id !== 'debian') return false;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const run = (...args) =>
    spawnSync('apt-get', ['-o', 'DPkg::Lock::Timeout=300', '-q', ...args], { stdio: 'inherit', env })
      .status === 0;
  console.log(`[browsers] apt-get install ${packages.join(' ')}`);
  run('update'); // without it an old browser may come, or none
  return run('install', '-y', '--no-install-recommends', ...packages);
}

/** Chrome for Testing, from the network, into node_modules/.cache. */
async function download() {
  const { install, resolveBuildId, detectBrowserPlatform, Browser } = await import('@puppeteer/browsers');
  const platform = detectBrowserPlatform();
  const buildId = await resolveBuildId(Browser.CHROME, platform, 'stable');
  console.log(`[browsers] download Chrome for Testing ${buildId}`);
  return (await install({ browser: Browser.CHROME, buildId, platform, cacheDir })).executablePath;
}

async function ensure(engine) {
  const there = find(engine);
  if (there || process.env.TEST_NO_INSTALL) return there;
  if (apt(places[engine].deb)) return find(engine);
  if (engine === 'chromium')
    try {
      return await download();
    } catch (error) {
      console.error(`[browsers] the download failed: ${error.message}`);
    }
  return undefined;
}

export const engines = Object.keys(places);
/** Engines asked for; null: whatever is found. */
function asked() {
  const want = process.env.TEST_BROWSERS ?? 'found';
  if (want === 'found') return null;
  const list = want === 'all' ? engines : want.split(',').map(name => name.trim());
  for (const name of list) if (!engines.includes(name)) throw new Error(`TEST_BROWSERS: no engine "${name}"`);
  return list;
}

/** Engines to test in, each with its path. */
export function chosen() {
  const out = [];
  for (const engine of asked() ?? engines) {
    const executable = find(engine);
    if (executable) out.push({ engine, executable });
  }
  return out;
}

/** Makes sure that the browsers asked for are there; where one can't be had, says what to do and ends. */
export async function provide() {
  const list = asked();
  for (const engine of list ?? engines) {
    const file = await ensure(engine);
    if (file) {
      console.log(`[browsers] ${engine}: ${version(engine, file)}`);
      continue;
    }
    const { deb, env } = places[engine];
    const needed = list || engine === 'chromium';
    console.error(
      `[browsers] No ${engine} on this machine${needed ? '' : ': NOT TESTED in it'}.\n` +
        `  Debian: apt-get install ${deb.join(' ')}\n` +
        `  elsewhere: install it and, if it is not found, set ${env}=/path/to/it`,
    );
    if (needed) process.exit(1);
  }
}

function version(engine, file) {
  try {
    if (engine !== 'webkit' && process.platform === 'linux')
      return execFileSync(file, ['--version'], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      }).trim();
  } catch {
    // the path is enough
  }
  return file;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await provide();
