// What a test in a browser can ask of the runner: real input, emulation, files.
// Tests call these through browser-commands.ts; "unsupported" is the answer where an engine can't.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { accessibilityTree } from './accessibility-tree.mjs';
import { chosen } from './browsers.mjs';
import { enginesOf } from './engines-of.mjs';
import { unlikeGoldenPicture, unlikeGoldenText } from './golden.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const mayRead = [root, path.join(root, '..', 'shared') + path.sep];

/** Absolute path of a path below the repository's top, or below ../shared where that is at hand. */
function inside(relative) {
  const file = path.resolve(root, relative);
  if (!mayRead.some(dir => (file + path.sep).startsWith(dir)))
    throw new Error(`not a file of the tests: ${relative}`);
  return file;
}

const sessions = new WeakMap();
async function devtools(page) {
  if (!sessions.has(page)) sessions.set(page, await page.createCDPSession());
  return sessions.get(page);
}

/** What browsers of this run have noted, by name. */
const noted = new Map();

const general = {
  /** Text of a file, or null where there is none. */
  file(relative) {
    try {
      return readFileSync(inside(relative), 'utf8');
    } catch (error) {
      if (error.code === 'ENOENT') return null;
      throw error;
    }
  },
  /** Paths of all files in a folder and below, or null where there is none. */
  list(folder) {
    try {
      return readdirSync(inside(folder), { recursive: true, withFileTypes: true })
        .filter(entry => entry.isFile())
        .map(entry => path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
        .sort();
    } catch (error) {
      if (error.code === 'ENOENT') return null;
      throw error;
    }
  },
  /** Names of the engines in which this run tests the file. */
  engines: (_, __, file) =>
    enginesOf(
      file,
      chosen().map(({ engine }) => engine),
    ),
  /** How many steps at random are taken. */
  monkeySteps: () => Number(process.env.TEST_MONKEY_STEPS ?? 200),
  /** The time zone that the browser was started in, or null where it has the machine's. */
  zone: (_, browser) => browser.timeZone ?? null,
  /** The text that was noted first under this name, and the browser that did. */
  note({ name, text }, browser) {
    if (!noted.has(name)) noted.set(name, { text, by: browser.name });
    return noted.get(name);
  },
  unlikeGoldenText,
};

/** Chromium (DevTools protocol) and Firefox (WebDriver BiDi), both through puppeteer. */
const inPuppeteer = {
  async drag({ page }, { from, to, steps = 8 }) {
    await page.mouse.move(...from);
    await page.mouse.down();
    try {
      await page.mouse.move(...to, { steps });
    } finally {
      await page.mouse.up(); // or tests that follow begin with a button held
    }
  },
  async wheel({ page }, { at, deltaX = 0, deltaY = 0, ctrl = false }) {
    await page.mouse.move(...at);
    if (ctrl) await page.keyboard.down('Control');
    await page.mouse.wheel({ deltaX, deltaY });
    if (ctrl) await page.keyboard.up('Control');
  },
  async keys({ page }, combos) {
    for (const combo of combos) {
      const [key, ...held] = splitCombo(combo).reverse();
      for (const k of held) await page.keyboard.down(k);
      await page.keyboard.press(key);
      for (const k of held) await page.keyboard.up(k);
    }
  },
  /** Two real touches. */
  async pinch({ page }, { center: [x, y], from, to, steps = 8 }) {
    const left = await page.touchscreen.touchStart(x - from / 2, y);
    const right = await page.touchscreen.touchStart(x + from / 2, y);
    for (let i = 1; i <= steps; i++) {
      const half = (from + ((to - from) * i) / steps) / 2;
      await left.move(x - half, y);
      await right.move(x + half, y);
    }
    await left.end();
    await right.end();
  },
  async timezone({ page }, zone) {
    try {
      await page.emulateTimezone(zone ?? undefined);
    } catch (error) {
      if (/unknown command/.test(error.message)) return 'unsupported'; // Firefox 140
      throw error;
    }
  },
  async media({ page, isFirefox }, features) {
    if (isFirefox) return 'unsupported';
    await (
      await devtools(page)
    ).send('Emulation.setEmulatedMedia', {
      media: features.media ?? '',
      features: Object.entries(features)
        .filter(([name]) => name !== 'media')
        .map(([name, value]) => ({ name, value })),
    });
  },
  viewport: ({ page }, size) => page.setViewport(size),
  screenshot: ({ page }) => page.screenshot({ encoding: 'base64', captureBeyondViewport: false }),
  accessibility: async ({ page, isFirefox }) =>
    isFirefox ? 'unsupported' : accessibilityTree(await devtools(page)),
  async unlikeGoldenPicture({ page }, { name, clip }) {
    const actual = await page.screenshot({ clip, captureBeyondViewport: false });
    return { unlike: unlikeGoldenPicture(name, Buffer.from(actual)) };
  },
  engine: ({ browser }) => browser.browser.version(),
};

const pointer = actions => [{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions }];
/** WebKit, through WebDriver. */
const inWebDriver = {
  drag: ({ browser }, { from, to, steps = 8 }) =>
    browser.performActions(
      pointer([
        { type: 'pointerMove', duration: 0, x: from[0], y: from[1] },
        { type: 'pointerDown', button: 0 },
        ...Array.from({ length: steps }, (_, i) => ({
          type: 'pointerMove',
          duration: 16,
          x: Math.round(from[0] + ((to[0] - from[0]) * (i + 1)) / steps),
          y: Math.round(from[1] + ((to[1] - from[1]) * (i + 1)) / steps),
        })),
        { type: 'pointerUp', button: 0 },
      ]),
    ),
  wheel: ({ browser }, { at, deltaX = 0, deltaY = 0, ctrl = false }) =>
    ctrl ? 'unsupported' : browser.turnWheel(at, deltaX, deltaY), // the driver's wheel knows no held keys
  async keys({ browser }, combos) {
    for (const combo of combos) await browser.pressCombo(splitCombo(combo));
  },
  viewport: ({ browser }, size) => browser.setViewport(size),
  screenshot: ({ browser }) => browser.takeScreenshot(),
  engine: ({ browser }) => browser.name,
};

/** 'Shift+Tab' → ['Shift', 'Tab']; '+' and 'Shift++' hold the key "+" itself. */
const splitCombo = combo => combo.match(/[^+]+|\+$/g);

export const commands = {
  name: 'timeline-view-commands',
  async executeCommand({ command, payload, session: { browser, id, testFile } }) {
    const name = command.startsWith('tv:') && command.slice(3);
    if (!name) return;
    // In a wrapper: the runner takes null for "nobody knows the command".
    if (name in general)
      try {
        return { result: general[name](payload, browser, path.relative(root, testFile)) };
      } catch (error) {
        return { error: error.message };
      }
    const page = browser.type === 'puppeteer' ? browser.getPage(id) : undefined;
    const run = (page ? inPuppeteer : inWebDriver)[name];
    if (!run) return 'unsupported';
    const isFirefox = page?.browser().process()?.spawnfile.includes('firefox');
    return (await run({ browser, page, isFirefox }, payload)) ?? 'done';
  },
};
