// A web-test-runner launcher for WebKitGTK: WebKitWebDriver + MiniBrowser under Xvfb,
// spoken to with plain W3C WebDriver over fetch (no webdriverio, no selenium).
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';

const freePort = () =>
  new Promise((resolve, reject) => {
    const s = createServer().once('error', reject);
    s.listen(0, '127.0.0.1', () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (s.address());
      s.close(() => resolve(port));
    });
  });

const KEYS = {
  Enter: '\uE007',
  Tab: '\uE004',
  Escape: '\uE00C',
  Backspace: '\uE003',
  Delete: '\uE017',
  Space: ' ',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Home: '\uE011',
  End: '\uE010',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Meta: '\uE03D',
};
const BUTTONS = { left: 0, middle: 1, right: 2 };

/** After so many pages WebKit is started anew: a process that has shown a hundred of them collects garbage half of its time. */
const PAGES_PER_BROWSER = 12;
/** A driver on a busy machine does not always get its browser in time. */
const STARTS = 3;

export class WebKitGtkLauncher {
  name = 'WebKitGTK';
  type = 'webdriver'; // sendKeys/sendMouse of @web/test-runner-commands dispatch on this
  concurrency = 1; // one WebKitWebDriver serves one session
  #active = new Map();
  #procs = [];
  #starting;
  #driverUrl;
  #sessionUrl;
  #shown = 0;
  #turned = [0, 0];
  #driver;
  #env;

  /**
   * @param {string} driver path of WebKitWebDriver
   * @param {NodeJS.ProcessEnv} env of the driver and its browser
   */
  constructor(driver, env = process.env) {
    this.#driver = driver;
    this.#env = env;
    process.once('exit', () => this.#kill());
  }

  /** Each with its children, of which one that is busy for ever would not go by itself. */
  #kill() {
    for (const p of this.#procs.splice(0).reverse()) if (p.exitCode === null) process.kill(-p.pid, 'SIGKILL');
  }

  async #start() {
    // without a LANG, navigator.language is "C" and every Intl constructor given it throws
    const env = { ...this.#env, LANG: 'en_US.UTF-8', LC_ALL: 'en_US.UTF-8' };
    if (!env.DISPLAY) {
      // Xvfb picks a free display and writes its number to fd 3
      const x = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
        stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
        detached: true,
      });
      this.#procs.push(x);
      env.DISPLAY = await new Promise((ok, no) => {
        x.once('error', no).once('exit', c => no(new Error(`Xvfb ended with ${c}`)));
        x.stdio[3].once('data', d => ok(':' + String(d).trim()));
      });
    }
    const port = await freePort();
    const d = spawn(this.#driver, [`--port=${port}`, '--host=127.0.0.1'], {
      env,
      stdio: 'ignore',
      detached: true,
    });
    this.#procs.push(d);
    this.#driverUrl = `http://127.0.0.1:${port}`;
    for (let i = 0; ; i++) {
      try {
        await fetch(this.#driverUrl + '/status');
        break;
      } catch (e) {
        if (i > 100) throw e;
        await new Promise(r => setTimeout(r, 50));
      }
    }
    this.#sessionUrl = this.#driverUrl;
    const s = await this.#rpc('POST', '/session', { capabilities: { alwaysMatch: {} } });
    this.#sessionUrl += '/session/' + s.sessionId;
    this.name = this.name.replace(/^WebKitGTK(?! \d)/, `WebKitGTK ${s.capabilities.browserVersion}`);
  }

  /** A start that fails leaves nothing behind that the next one would meet. */
  async #startSurely() {
    for (let tried = 1; ; tried++) {
      try {
        return await this.#start();
      } catch (error) {
        this.#kill();
        if (tried === STARTS) throw error;
      }
    }
  }

  async #end() {
    if (this.#starting) await this.#rpc('DELETE', '').catch(() => {});
    this.#kill();
    this.#starting = undefined;
  }

  async #rpc(method, path, body) {
    const r = await fetch(this.#sessionUrl + path, {
      method,
      body: method === 'POST' ? JSON.stringify(body ?? {}) : undefined,
      signal: AbortSignal.timeout(30_000),
    });
    const { value } = await r.json();
    if (value?.error) throw new Error(`${path}: ${value.error}: ${value.message}`);
    return value;
  }

  // --- BrowserLauncher -------------------------------------------------
  async initialize(config) {
    this.config = config;
  }
  async startSession(id, url) {
    if (++this.#shown % PAGES_PER_BROWSER === 0) await this.#end();
    await (this.#starting ??= this.#startSurely());
    await this.setViewport({ width: 800, height: 600 }); // as the other launchers do for each test file
    this.#active.set(id, url);
    await this.#rpc('POST', '/url', { url });
  }
  isActive(id) {
    return this.#active.has(id);
  }
  getBrowserUrl(id) {
    return this.#active.get(id);
  }
  async stopSession(id) {
    this.#active.delete(id);
    try {
      const testCoverage = this.config.coverage
        ? await this.execute('return window.__coverage__')
        : undefined;
      await this.resetMouse().catch(() => {});
      await this.#rpc('POST', '/url', { url: 'about:blank' });
      return { testCoverage: testCoverage ?? undefined };
    } catch {
      // A page that is busy for ever, or has crashed, has failed its own tests. The next ones get a new browser.
      this.#kill();
      this.#starting = undefined;
      return {};
    }
  }
  async startDebugSession() {
    throw new Error('debugging in WebKitGTK is not supported');
  }
  stop() {
    return this.#end();
  }

  // --- what @web/test-runner-commands calls for type 'webdriver' --------
  async performActions(actions) {
    return this.#rpc('POST', '/actions', { actions });
  }
  async execute(script, ...args) {
    return this.#rpc('POST', '/execute/sync', { script, args });
  }
  #mouse(actions) {
    return this.performActions([
      { type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions },
    ]);
  }
  #move(x, y) {
    return { type: 'pointerMove', duration: 0, x, y, origin: 'viewport' };
  }
  sendMouseMove(_id, x, y) {
    return this.#mouse([this.#move(x, y)]);
  }
  sendMouseClick(_id, x, y, b = 'left') {
    return this.#mouse([
      this.#move(x, y),
      { type: 'pointerDown', button: BUTTONS[b] },
      { type: 'pointerUp', button: BUTTONS[b] },
    ]);
  }
  sendMouseDown(_id, b = 'left') {
    return this.#mouse([{ type: 'pointerDown', button: BUTTONS[b] }]);
  }
  sendMouseUp(_id, b = 'left') {
    return this.#mouse([{ type: 'pointerUp', button: BUTTONS[b] }]);
  }
  resetMouse() {
    this.#turned = [0, 0];
    return this.#rpc('DELETE', '/actions');
  }
  sendKeys(_id, keys) {
    const actions = keys.flatMap(k => {
      const value = KEYS[k] ?? k;
      return [
        { type: 'keyDown', value },
        { type: 'keyUp', value },
      ];
    });
    return this.performActions([{ type: 'key', id: 'keyboard', actions }]);
  }
  /**
   * WebKitWebDriver 2.50 turns the wheel by the difference to the last turn, and back when actions are released:
   * so turns are added up here. The first one is lost without a move before it.
   */
  async turnWheel([x, y], deltaX, deltaY) {
    await this.#mouse([this.#move(x, y)]);
    this.#turned[0] += deltaX;
    this.#turned[1] += deltaY;
    const scroll = { type: 'scroll', x, y, deltaX: this.#turned[0], deltaY: this.#turned[1], duration: 0 };
    await this.performActions([{ type: 'wheel', id: 'wheel', actions: [scroll] }]);
  }
  pressCombo(keys) {
    const values = keys.map(k => KEYS[k] ?? k);
    const actions = [
      ...values.map(value => ({ type: 'keyDown', value })),
      ...values.reverse().map(value => ({ type: 'keyUp', value })),
    ];
    return this.performActions([{ type: 'key', id: 'keyboard', actions }]);
  }
  // --- what commands.mjs calls besides -----------------------------------
  takeScreenshot() {
    return this.#rpc('GET', '/screenshot');
  }
  async setViewport({ width, height }) {
    // The window has a tool bar, and its size changes some time after the driver has answered.
    for (const end = Date.now() + 10_000; ;) {
      const [dw, dh] = await this.execute('return [outerWidth - innerWidth, outerHeight - innerHeight]');
      await this.#rpc('POST', '/window/rect', { x: 0, y: 0, width: width + dw, height: height + dh });
      for (let i = 0; i < 20; i++) {
        const [w, h] = await this.execute('return [innerWidth, innerHeight]');
        if (w === width && h === height) return;
        await new Promise(r => setTimeout(r, 25));
      }
      if (Date.now() > end) throw new Error(`WebKitGTK: the viewport did not become ${width} × ${height}`);
    }
  }
}
