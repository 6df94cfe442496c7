// What somebody does with each application: the same for all, as they look alike.
import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { events } from './shared/events.js';
import { Census } from './census.mjs';

const TAG = 'timeline-view';
const MOUNTS = 10;
const part = name => `${TAG} >>> [part~="${name}"]`;

/** Uses the application at an address, and returns what it loaded to start with. */
export async function play(page, address) {
  const faults = watch(page);
  try {
    const sizes = await start(page, address);
    await takesProperties(page);
    await tellsTheApplication(page);
    await keepsTheView(page);
    await leavesNothing(page);
    await loadsTheRest(page);
    assert.deepEqual(faults, [], 'the console is clean, and every file is there');
    await readsOrSaysWhatIsMissing(page);
    return sizes;
  } catch (error) {
    // What stands in the console is often why.
    throw new Error([error.message, ...faults].join('\n'), { cause: error });
  }
}

/** Opens the application; returns of how many scripts it is made until it is drawn, and what they weigh. */
async function start(page, address) {
  const scripts = [];
  const note = response => response.request().resourceType() === 'script' && scripts.push(response);
  page.on('response', note);
  await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
  await page.setViewport({ width: 1280, height: 1000 });
  await page.goto(address);
  await drawn(page);
  page.off('response', note);
  const bodies = await Promise.all(scripts.map(response => response.buffer()));
  return { files: bodies.length, gzip: bodies.reduce((sum, body) => sum + gzipSync(body).length, 0) };
}

/** All that goes wrong on a page from now on. */
function watch(page) {
  const faults = [];
  page.on('console', message => {
    if (['warn', 'error'].includes(message.type())) faults.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', error => faults.push(String(error)));
  page.on('requestfailed', request => faults.push(`${request.url()}: ${request.failure()?.errorText}`));
  page.on('response', response => {
    if (response.status() >= 400) faults.push(`${response.url()}: ${response.status()}`);
  });
  return faults;
}

const ready = page => page.$eval(TAG, element => element.ready);
/** Resolves when it shows its events. No handle is left behind, as that would keep the element. */
async function drawn(page) {
  await page.waitForFunction(
    tag => document.querySelector(tag)?.shadowRoot?.querySelector('[part~="mark"]') != null,
    {},
    TAG,
  );
  await ready(page);
}
const textOf = (page, selector) => page.$eval(selector, node => node.textContent);
const listed = page => page.$$eval('#list li', items => items.length);
const given = page =>
  page.$eval(TAG, ({ events, filter, view, selected }) => ({ count: events.length, filter, view, selected }));

/** Waits until what is read of the page is what it should be; says what it was if it never is. */
async function until(read, expected, what) {
  const since = Date.now();
  let value;
  do {
    value = await read();
    if (JSON.stringify(value) === JSON.stringify(expected)) return;
    await new Promise(resolve => setTimeout(resolve, 30));
  } while (Date.now() - since < 5000);
  assert.deepEqual(value, expected, what);
}

async function takesProperties(page) {
  const { count, filter, view } = await given(page);
  assert.equal(count, events.length, 'a list is given as a property');
  assert.deepEqual(filter, {}, 'an object is given as a property');
  assert.deepEqual(
    [new Date(view.start).getUTCFullYear(), new Date(view.end).getUTCFullYear()],
    [1955, 2031],
    'the first view is the one that was given',
  );
  await page.click('#crewed');
  await until(async () => (await given(page)).filter, { tags: ['crewed'] }, 'another object arrives');
  await ready(page);
  await page.click('#crewed');
  await until(async () => (await given(page)).filter, {}, 'and goes');
  await ready(page);
}

async function tellsTheApplication(page) {
  assert.equal(await textOf(page, '#selected'), 'none');
  await page.locator(part('mark')).click();
  await page.waitForFunction(() => document.querySelector('timeline-view').selected);
  const { selected } = await given(page);
  const { title } = events.find(({ id }) => id === selected);
  await until(() => textOf(page, '#selected'), title, 'an event of the element reaches the application');
}

/** Whatever the application renders anew, the timeline is where the reader left it. */
async function keepsTheView(page) {
  const before = await given(page);
  await page.locator(`${TAG} >>> [data-action="zoom-in"]`).click();
  await page.waitForFunction(
    start => document.querySelector('timeline-view').view.start !== start,
    {},
    before.view.start,
  );
  await ready(page);
  const { view, selected } = await given(page);
  const element = await page.$(TAG);
  const stands = async what => {
    await ready(page);
    const now = await given(page);
    assert.deepEqual([now.view, now.selected], [view, selected], `view and selection after ${what}`);
    assert.ok(await element.evaluate(node => node === document.querySelector('timeline-view')), what);
  };

  const renders = async () => Number(/\d+/.exec(await textOf(page, '#again'))[0]);
  for (let i = 0; i < 3; i++) {
    const count = await renders();
    await page.click('#again');
    await until(renders, count + 1, 'it is rendered anew');
    await stands('that');
  }
  // What is selected stays among what is found.
  const [word] = events.find(({ id }) => id === selected).title.split(' ');
  await page.type('#search', word);
  const found = events.filter(({ title }) => title.includes(word)).length;
  await until(() => listed(page), found, 'the list is filtered');
  await until(async () => (await given(page)).count, found, 'and so is the timeline');
  await stands('filtering');
  await page.$eval('#search', field => field.select());
  await page.keyboard.press('Backspace');
  await until(async () => (await given(page)).count, events.length, 'all are back');
  await stands('filtering no more');
  await element.dispose();
}

async function leavesNothing(page) {
  const census = await Census.of(page);
  const hide = async () => {
    await page.evaluate(() => {
      globalThis.shown ??= [];
      globalThis.shown.push(new WeakRef(document.querySelector('timeline-view')));
    });
    await page.click('#toggle');
    await page.waitForFunction(() => !document.querySelector('timeline-view'));
  };
  const show = async () => {
    await page.click('#toggle');
    await drawn(page);
  };
  // The first time is not like the others: what is made once is made then.
  await hide();
  await show();
  const shown = await census.take();
  await hide();
  const before = await census.take();
  const one = { nodes: shown.nodes - before.nodes, listeners: shown.listeners - before.listeners };
  for (let i = 2; i < MOUNTS; i++) {
    await show();
    assert.equal((await given(page)).count, events.length, 'it has its events again');
    await hide();
  }
  // The last one may be kept until the next comes: by the browser, or by a framework.
  await until(
    async () => {
      const now = await census.take();
      const [nodes, listeners] = [now.nodes - before.nodes, now.listeners - before.listeners];
      return nodes < one.nodes && listeners < one.listeners ? 'nothing' : { nodes, listeners };
    },
    'nothing',
    'nodes and listeners that are left',
  );
  const alive = await page.evaluate(() => globalThis.shown.filter(ref => ref.deref()).length);
  assert.ok(alive <= 1, `${alive} of ${MOUNTS} timelines that are gone are kept`);
  await show();
}

/** What only some readers need is in modules of its own: the bundler has to find them, and the page has to get them. */
async function loadsTheRest(page) {
  const facts = await page.evaluate(async () => {
    const element = Object.assign(document.createElement('timeline-view'), {
      label: 'Rest',
      lang: 'de',
      layout: 'vertical',
      editable: true,
      permalink: 'rest',
    });
    const table = Object.assign(document.createElement('script'), {
      type: 'text/csv',
      textContent: 'title,start\nOne,1970-01\nTwo,1971-02',
    });
    element.append(table);
    document.querySelector('main').append(element);
    await element.ready;
    const { shadowRoot } = element;
    const found = {
      events: element.visibleEvents().map(({ title }) => title),
      hasColumn: shadowRoot.querySelector('.column') !== null,
      toolbar: shadowRoot.querySelector('[part~="toolbar"]')?.getAttribute('aria-label'),
      issues: element.issues.map(({ message }) => message),
    };
    element.remove();
    return found;
  });
  assert.deepEqual(facts, {
    events: ['One', 'Two'],
    hasColumn: true,
    toolbar: 'Steuerung der Zeitleiste',
    issues: [],
  });
}

/** No application has installed a package for a format that it does not need; the self-contained file has them beside it. */
async function readsOrSaysWhatIsMissing(page) {
  const found = await page.evaluate(async () => {
    const element = document.createElement('timeline-view');
    const calendar = Object.assign(document.createElement('script'), {
      type: 'text/calendar',
      textContent:
        'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;VALUE=DATE:20200101\r\nSUMMARY:One\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n',
    });
    element.append(calendar);
    document.querySelector('main').append(element);
    await element.ready;
    const { issues } = element;
    element.remove();
    return issues.map(({ message }) => message).join() || element.getEvent('1')?.title;
  });
  assert.match(found, /^One$|npm install ical\.js$/);
}
