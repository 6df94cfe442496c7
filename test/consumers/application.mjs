import { gzipSync } from 'node:zlib';

const TAG = 'timeline-view';

/** One of the applications, open in a browser: what it shows, what its timeline was given, and what went wrong. */
export class Application {
  /** All that its console has, and every file that is not there. */
  faults = [];
  #page;

  constructor(page) {
    this.#page = page;
    page.on('console', message => {
      if (['warn', 'error'].includes(message.type()))
        this.faults.push(`${message.type()}: ${message.text()}`);
    });
    page.on('pageerror', error => this.faults.push(String(error)));
    page.on('requestfailed', request =>
      this.faults.push(`${request.url()}: ${request.failure()?.errorText}`),
    );
    page.on('response', response => {
      if (response.status() >= 400) this.faults.push(`${response.url()}: ${response.status()}`);
    });
  }

  /** Opens it; returns of how many scripts it is made until it is drawn, and what they weigh. */
  async open(address) {
    const scripts = [];
    const note = response => response.request().resourceType() === 'script' && scripts.push(response);
    this.#page.on('response', note);
    await this.#page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
    await this.#page.setViewport({ width: 1280, height: 1000 });
    await this.#page.goto(address);
    await this.drawn();
    this.#page.off('response', note);
    const bodies = await Promise.all(scripts.map(response => response.buffer()));
    return { files: bodies.length, gzip: bodies.reduce((sum, body) => sum + gzipSync(body).length, 0) };
  }

  /** Resolves when all that the timeline was given is drawn. */
  ready = () => this.timeline(element => element.ready);

  /** Resolves when the timeline is there with its events. No handle is left behind, as that would keep the element. */
  async drawn() {
    await this.#page.waitForFunction(
      tag => document.querySelector(tag)?.shadowRoot?.querySelector('[part~="mark"]') != null,
      {},
      TAG,
    );
    await this.ready();
  }

  async gone() {
    await this.#page.waitForFunction(tag => document.querySelector(tag) === null, {}, TAG);
  }

  /** What a function says of the timeline. */
  timeline = (read, ...values) => this.#page.$eval(TAG, read, ...values);

  given = () =>
    this.timeline(({ events, filter, view, selected }) => ({ count: events.length, filter, view, selected }));

  textOf = selector => this.#page.$eval(selector, node => node.textContent);
  listed = () => this.#page.$$eval('#list li', items => items.length);
  run = (act, ...values) => this.#page.evaluate(act, ...values);

  click = selector => this.#page.click(selector);
  /** Clicks what is within the timeline. */
  clickWithin = selector => this.#page.locator(`${TAG} >>> ${selector}`).click();
  type = (selector, text) => this.#page.type(selector, text);
  press = key => this.#page.keyboard.press(key);

  /** Counts nodes and listeners that are left once the rubbish is collected. */
  async census() {
    const session = await this.#page.createCDPSession();
    // What is found to be unreachable may have been what reached something else.
    for (let i = 0; i < 3; i++) await session.send('HeapProfiler.collectGarbage');
    const { nodes, jsEventListeners: listeners } = await session.send('Memory.getDOMCounters');
    await session.detach();
    return { nodes, listeners };
  }
}
