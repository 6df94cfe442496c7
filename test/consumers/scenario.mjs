// What somebody does with each application: the same for all, as they look alike.
import assert from 'node:assert/strict';
import { Application } from './application.mjs';
import { loadsTheRest, readsOrSaysWhatIsMissing } from './lazy-parts.mjs';
import { events } from './shared/events.js';

const MOUNTS = 10;
/** Of so many counts in a row, the least is without what is still kept for a moment. */
const WINDOW = 4;

/** Uses the application at an address, and returns what it loaded to start with. */
export async function play(page, address) {
  const application = new Application(page);
  try {
    const size = await application.open(address);
    await takesProperties(application);
    await tellsTheApplication(application);
    await keepsTheView(application);
    await leavesNothing(application);
    await loadsTheRest(application);
    assert.deepEqual(application.faults, [], 'the console is clean, and every file is there');
    await readsOrSaysWhatIsMissing(application);
    return size;
  } catch (error) {
    // What stands in the console is often why.
    throw new Error([error.message, ...application.faults].join('\n'), { cause: error });
  }
}

/** Waits until what is read is what it should be; says what it was if it never is. */
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

async function takesProperties(application) {
  const { count, filter, view } = await application.given();
  assert.equal(count, events.length, 'a list is given as a property');
  assert.deepEqual(filter, {}, 'an object is given as a property');
  assert.deepEqual(
    [new Date(view.start).getUTCFullYear(), new Date(view.end).getUTCFullYear()],
    [1955, 2031],
    'the first view is the one that was given',
  );
  for (const now of [{ tags: ['crewed'] }, {}]) {
    await application.click('#crewed');
    await until(async () => (await application.given()).filter, now, 'another object arrives');
    await application.ready();
  }
}

async function tellsTheApplication(application) {
  assert.equal(await application.textOf('#selected'), 'none');
  await application.clickWithin('[part~="mark"]');
  await until(async () => (await application.given()).selected !== null, true, 'it is selected');
  const { selected } = await application.given();
  const { title } = events.find(({ id }) => id === selected);
  await until(
    () => application.textOf('#selected'),
    title,
    'an event of the element reaches the application',
  );
}

/** Whatever the application renders anew, the timeline is where the reader left it. */
async function keepsTheView(application) {
  const before = await application.given();
  await application.clickWithin('[data-action="zoom-in"]');
  await until(
    async () => (await application.given()).view.start === before.view.start,
    false,
    'the view moves',
  );
  await application.ready();
  const { view, selected } = await application.given();
  await application.timeline(element => (element.isTheSame = true));
  const stands = async what => {
    await application.ready();
    const now = await application.given();
    assert.deepEqual([now.view, now.selected], [view, selected], `view and selection after ${what}`);
    assert.ok(await application.timeline(element => element.isTheSame), `the element after ${what}`);
  };

  const renders = async () => Number(/\d+/.exec(await application.textOf('#again'))[0]);
  for (let i = 0; i < 3; i++) {
    const count = await renders();
    // Not by the mouse, which would take the focus along.
    await application.run(() => document.querySelector('#again').click());
    await until(renders, count + 1, 'it is rendered anew');
    await stands('a render');
    const focused = await application.timeline(({ shadowRoot }) => shadowRoot.activeElement?.dataset.action);
    assert.equal(focused, 'zoom-in', 'the focus stays');
  }
  // What is selected stays among what is found.
  const [word] = events.find(({ id }) => id === selected).title.split(' ');
  const found = events.filter(({ title }) => title.includes(word)).length;
  await application.type('#search', word);
  await until(application.listed, found, 'the list is filtered');
  await until(async () => (await application.given()).count, found, 'and so is the timeline');
  await stands('filtering');
  for (let i = 0; i < word.length; i++) await application.press('Backspace');
  await until(async () => (await application.given()).count, events.length, 'all are back');
  await stands('filtering no more');
}

/** The fewest nodes and listeners of some counts. */
const least = counts => ({
  nodes: Math.min(...counts.map(({ nodes }) => nodes)),
  listeners: Math.min(...counts.map(({ listeners }) => listeners)),
});

/** Of timelines that are shown and hidden nothing is left: not a node, not a listener. */
async function leavesNothing(application) {
  const hide = async () => {
    await application.timeline(element => {
      globalThis.shown ??= [];
      globalThis.shown.push(new WeakRef(element));
    });
    await application.click('#toggle');
    await application.gone();
  };
  const show = async () => {
    await application.click('#toggle');
    await application.drawn();
  };
  // The first time is not like the others: what is made once is made then.
  await hide();
  await show();
  /** What is left each time that it is gone. The last timeline may be kept until the next comes: by the browser, or by a framework. */
  const left = [];
  for (let i = 2; i <= MOUNTS; i++) {
    await hide();
    left.push(await application.census());
    if (i === MOUNTS) break;
    await show();
    assert.equal((await application.given()).count, events.length, 'it has its events again');
  }
  const first = least(left.splice(0, WINDOW));
  await until(
    async () => {
      left.push(await application.census());
      const last = least(left.slice(-WINDOW));
      const [nodes, listeners] = [last.nodes - first.nodes, last.listeners - first.listeners];
      return nodes <= 0 && listeners <= 0 ? 'nothing' : { nodes, listeners };
    },
    'nothing',
    'nodes and listeners that are left',
  );
  const kept = await application.run(() => globalThis.shown.filter(ref => ref.deref()).length);
  assert.ok(kept <= 1, `${kept} of ${MOUNTS} timelines that are gone are kept`);
  await show();
}
