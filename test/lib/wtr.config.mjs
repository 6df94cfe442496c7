import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { a11ySnapshotPlugin } from '@web/test-runner-commands/plugins';
import puppeteer from 'puppeteer-core';
import { chosen } from './browsers.mjs';
import { Bundles } from './bundles.mjs';
import { commands } from './commands.mjs';
import { writeCoverage } from './coverage-report.mjs';
import { enginesOf, takesPictures } from './engines-of.mjs';
import { serveGuardedPages } from './guarded-pages.mjs';
import { measure } from './page-coverage.mjs';
import { resultReporter } from './result-reporter.mjs';
import { serveTestData } from './test-data.mjs';
import { testFiles } from './test-files.mjs';
import { WebKitGtkLauncher } from './webkit-launcher.mjs';

const at = path => fileURLToPath(new URL(path, import.meta.url));
const isRoot = process.getuid?.() === 0;
const engines = chosen();
/** Where the coverage of Chromium is told of, if it is measured. */
const coverageFolder = process.env.TEST_COVERAGE;

/** The zones in which test/zones runs: with and without summer time, at both ends of the day, at half an hour. */
const ZONES = [
  'UTC',
  'America/Sao_Paulo',
  'Asia/Kolkata',
  'Pacific/Apia',
  'Pacific/Kiritimati',
  'America/St_Johns',
];

/**
 * Gives each file a window of its own: of all that a window has shown its history keeps fifty entries, and when it is full, Chromium drops
 * entries of the page that is shown before those of pages before it.
 */
function withFreshWindows(launcher) {
  const stopSession = launcher.stopSession.bind(launcher);
  return Object.assign(launcher, {
    async stopSession(id) {
      const page = launcher.activePages.get(id);
      await page.puppeteerPage.stopMeasuring?.();
      const result = await stopSession(id);
      launcher.inactivePages = launcher.inactivePages.filter(other => other !== page);
      await page.puppeteerPage.close();
      return result;
    },
  });
}

const launchers = {
  chromium: (executablePath, env, measured) =>
    withFreshWindows(
      chromeLauncher({
        concurrency: Number(process.env.TEST_CONCURRENCY ?? (engines.length === 1 ? 2 : 1)),
        launchOptions: {
          executablePath,
          env,
          args: [
            ...(isRoot ? ['--no-sandbox'] : []),
            '--disable-dev-shm-usage',
            '--disable-gpu', // which a processor would play
            '--force-color-profile=srgb',
            '--font-render-hinting=none',
            '--lang=en-US',
          ],
        },
        // A window per page: a page in a background tab gets no mouse, and its tests hang (concurrency > 1).
        createPage: async ({ context }) => {
          const page = await context.newPage({ type: 'window' });
          return measured ? Object.assign(page, { stopMeasuring: await measure(page) }) : page;
        },
      }),
    ),
  firefox: (executablePath, env) =>
    chromeLauncher({
      puppeteer,
      concurrency: 1, // focus and Tab only reach the front window
      // puppeteer ≥ 24.3x also turns the screen in setViewport, with a BiDi command Firefox 140 ESR does not know.
      createPage: async ({ context }) => {
        const page = await context.newPage();
        const setViewport = page.setViewport.bind(page);
        page.setViewport = size =>
          setViewport(size).catch(error => {
            if (!/setScreenOrientationOverride/.test(error.message)) throw error;
          });
        return page;
      },
      launchOptions: {
        browser: 'firefox', // WebDriver BiDi
        networkEnabled: false, // else it tells of every request: a third of the time of its processor
        executablePath,
        env,
        extraPrefsFirefox: {
          'intl.accept_languages': 'en-US',
          // A panel or a question about what is saved would take the focus from all pages after it.
          'browser.download.alwaysOpenPanel': false,
          'browser.download.always_ask_before_handling_new_types': false,
          'browser.download.folderList': 2,
          'browser.download.dir': at('../../node_modules/.cache/downloads'),
          'browser.download.useDownloadDir': true,
          'ui.primaryPointerCapabilities': 6, // (hover: hover) and (pointer: fine), as with a mouse
          'ui.allPointerCapabilities': 6,
        },
      },
    }),
  webkit: (driver, env) => new WebKitGtkLauncher(driver, env),
};

/**
 * A browser; in a time zone, it is one of six of its engine, as only their environment moves all three engines.
 * Coverage is that of the tests without a zone.
 */
function browserIn({ engine, executable }, timeZone = null, env = {}) {
  if (!timeZone) return launchers[engine](executable, { ...process.env, ...env }, Boolean(coverageFolder));
  const launcher = launchers[engine](executable, { ...process.env, TZ: timeZone });
  return Object.assign(launcher, { name: `${launcher.name}, ${timeZone}`, timeZone });
}

/** Test files, from the top of the repository: run.mjs says which. */
const files = process.env.TEST_FILES?.split('\n') ?? testFiles('.test.ts');
const below = folder => files.filter(file => file.startsWith(`test/${folder}/`));
const [inZones, golden] = [below('zones'), below('golden')];
const anywhere = files.filter(file => !inZones.includes(file) && !golden.includes(file));
const testedIn = (engine, among = anywhere) =>
  among.filter(file =>
    enginesOf(
      file,
      engines.map(found => found.engine),
    ).includes(engine),
  );
const isEven = (_, i) => i % 2 === 0;

/**
 * WebKit's files, in halves, the second of which begins as soon as another browser has ended: it is the slowest. Layers that are put
 * together by a processor that plays a graphics card take a quarter of its time, and show the same; only pictures are not to be had
 * without.
 */
function webkitGroups(found) {
  const mine = testedIn('webkit');
  const pictures = mine.filter(takesPictures);
  const others = mine.filter(file => !pictures.includes(file));
  const plain = { WEBKIT_DISABLE_COMPOSITING_MODE: '1' };
  return [
    { name: 'WebKit', files: others.filter(isEven), browsers: [browserIn(found, null, plain)] },
    {
      name: 'WebKit, second half',
      files: others.filter((file, i) => !isEven(file, i)),
      browsers: [browserIn(found, null, plain)],
    },
    { name: 'WebKit, with layers', files: pictures, browsers: [browserIn(found)] },
  ];
}

/** Files with the browsers they run in; the runner takes no group without files. Golden files are Chromium's. */
const groups = [
  ...engines.flatMap(found =>
    found.engine === 'webkit'
      ? webkitGroups(found)
      : [{ name: found.engine, files: testedIn(found.engine), browsers: [browserIn(found)] }],
  ),
  {
    name: 'in zones',
    files: inZones,
    browsers: ZONES.flatMap(zone => engines.map(found => browserIn(found, zone))),
  },
  {
    name: 'golden files',
    files: golden,
    browsers: engines.filter(({ engine }) => engine === 'chromium').map(found => browserIn(found)),
  },
].filter(({ files, browsers }) => files.length && browsers.length);

// By itself, a signal ends the process without the event on which the launchers end their browsers.
process.once('SIGTERM', () => process.exit(143));

// The runner looks for a free port from 8000 up, and two runs started together find the same one.
const port = await new Promise((resolve, reject) => {
  const server = createServer().once('error', reject);
  server.listen(0, '127.0.0.1', () => {
    const { port } = server.address();
    server.close(() => resolve(port));
  });
});

const bundles = new Bundles(files);

/** With TEST_BUILT=1, the tests of the element get the self-contained file in place of the sources. */
const builtFile = {
  name: 'built-file',
  resolveImport: ({ source, context }) =>
    context.path.startsWith('/test/timeline-view/') && /src\/(index|timeline-view)\.js$/.test(source)
      ? '/dist/cdn/timeline-view.js'
      : undefined,
};

export default {
  rootDir: at('../..'),
  groups, // in one run: the first browser in a zone begins as soon as one of the others has ended
  port,
  nodeResolve: true,
  hostname: '127.0.0.1', // coverage fetches every source again from Node: "localhost" may not resolve there
  concurrentBrowsers: Math.max(2, engines.length), // engines that take turns leave cores idle
  browserStartTimeout: 120_000,
  testsStartTimeout: 120_000,
  testsFinishTimeout: process.env.TEST_MONKEY_STEPS ? 3_600_000 : 900_000,
  testFramework: { config: { timeout: 120_000 } }, // a busy machine is no fault,
  // Of the warnings for authors, ours and those of @markwhen/parser, there are as many as tests with faulty data.
  filterBrowserLogs: ({ args }) =>
    !/^(Lit is in dev mode|<timeline-view>: |YAMLWarning: )/.test(String(args[0])),
  reporters: [
    defaultReporter({ reportTestProgress: process.stdout.isTTY }),
    ...(process.env.TEST_RESULT_FILE ? [resultReporter(process.env.TEST_RESULT_FILE)] : []),
  ],
  middleware: [
    ...(process.env.TEST_BUILT ? [] : [bundles.serve]),
    serveTestData,
    serveGuardedPages(at('../..')),
  ],
  plugins: [
    ...(process.env.TEST_BUILT ? [builtFile] : []),
    esbuildPlugin({ ts: true, target: 'es2022', tsconfig: at('../../tsconfig.json') }),
    commands,
    a11ySnapshotPlugin(),
    ...(coverageFolder
      ? [{ name: 'coverage', serverStop: () => writeCoverage(bundles, coverageFolder) }]
      : []),
  ],
};
