import { expect } from '@open-wc/testing';
import type { EventRecord } from '../../src/core.js';
import type { TimelineView } from '../../src/timeline-view.js';
import { engineName, keys } from '../lib/browser-commands.js';
import { randomRecords } from '../layout/sample.js';
import {
  at,
  atRest,
  canvasBox,
  clustersOf,
  find,
  focused,
  listen,
  markOf,
  marksOf,
  misplaced,
  mount,
  parts,
  settled,
  sleep,
  textOf,
  until,
} from './mounted.js';

/** Two lanes and a third with one event; in time order a … h. */
const RECORDS: EventRecord[] = [
  { id: 'a', date: '2025-01-10', title: 'Alpha', lane: 'one' },
  { id: 'b', date: '2025-02-10', title: 'Beta', lane: 'two' },
  { id: 'c', date: '2025-03-10', title: 'Gamma', lane: 'one' },
  { id: 'd', date: '2025-04-10', title: 'Delta', lane: 'two', links: [{ to: 'a', rel: 'responds-to' }] },
  { id: 'e', date: '2025-05-10', title: 'Epsilon', lane: 'one' },
  { id: 'f', date: '2025-06-10', title: 'Zeta', lane: 'one' },
  { id: 'g', date: '2025-06-20', title: 'Eta', lane: 'three' },
  { id: 'h', date: '2025-09-10', title: 'Theta', lane: 'two' },
  { id: 'u', title: 'Undated', lane: 'one' },
  { id: 'v', title: 'Undated too', lane: 'one' },
];

const open = (events = RECORDS, width = 780) => mount({ events }, { width, neighbours: true });
const id = (): string => focused()?.dataset.id ?? '';
const SKIP = 'Skip the events';
const outside = (which: 'before' | 'after') => document.getElementById(which)!;

/** Focuses a mark as a reader who came by Tab. */
async function stand(element: TimelineView, event: string): Promise<void> {
  markOf(element, event)!.node.focus();
  await settled(element);
}

/** Presses a key, and waits until the view is at rest. */
async function press(element: TimelineView, ...combos: string[]): Promise<void> {
  await keys(...combos);
  await atRest(element);
}

/** What the page hears of a key: a key that was taken is not heard, and does nothing of its own. */
function overhear(): { key: string; prevented: boolean }[] {
  const heard: { key: string; prevented: boolean }[] = [];
  const listener = (event: KeyboardEvent) =>
    heard.push({ key: event.key, prevented: event.defaultPrevented });
  document.addEventListener('keydown', listener);
  after(() => document.removeEventListener('keydown', listener));
  return heard;
}

describe('keyboard: Tab', () => {
  /** All that Tab stops at, from the button before to the one after. */
  async function stops(element: TimelineView): Promise<string[]> {
    outside('before').focus();
    const found: string[] = [];
    for (let i = 0; i < 40; i++) {
      await keys('Tab');
      const node = focused();
      if (!node || node === outside('after')) return found;
      expect(element.shadowRoot!.contains(node), node.outerHTML).to.equal(true);
      found.push(
        node.dataset.action ?? node.dataset.id ?? node.dataset.to ?? (textOf(node) || node.localName),
      );
    }
    throw new Error(`a trap: ${found.join()}`);
  }

  it('goes through toolbar, events and the undated, and out; three stops at most, beside the way past the events', async () => {
    const element = await open();
    expect(await stops(element)).to.eql(['earlier', SKIP, 'a', 'u']);
    element.events = RECORDS.slice(0, 8);
    await settled(element);
    expect(await stops(element)).to.eql(['earlier', SKIP, 'a']);
    element.events = randomRecords(500, 3) as never;
    await settled(element);
    expect((await stops(element)).filter(stop => stop !== SKIP)).to.have.length(3);
  });

  for (const layout of ['horizontal', 'vertical', 'list'] as const)
    it(`goes past the events where the reader asks for it: ${layout}`, async () => {
      const element = await mount({ events: RECORDS, layout }, { neighbours: true });
      const { hash } = location;
      const skip = find(element, '.skip')!;
      const area = () => skip.getBoundingClientRect().width * skip.getBoundingClientRect().height;
      expect(area()).to.be.at.most(1);
      find(element, '.toolbar [tabindex="0"]')!.focus();
      await keys('Tab');
      expect(textOf(focused())).to.equal(SKIP);
      expect(area()).to.be.greaterThan(24 * 24);
      await keys('Enter');
      expect(textOf(focused())).to.equal('End of the events');
      expect(focused()!.getBoundingClientRect().height).to.be.greaterThan(24);
      await keys('Tab');
      if (layout === 'list') expect(focused()).to.equal(outside('after'));
      else expect(id()).to.equal('u');
      expect(location.hash).to.equal(hash);
    });

  it('comes back the other way, to where it was', async () => {
    const element = await open();
    await stand(element, 'a');
    await press(element, 'ArrowRight', 'ArrowRight');
    expect(id()).to.equal('c');
    await keys('Tab', 'Tab');
    expect(focused()).to.equal(outside('after'));
    await keys('Shift+Tab', 'Shift+Tab');
    expect(id()).to.equal('c');
    await keys('Shift+Tab', 'Shift+Tab', 'Shift+Tab');
    expect(focused()).to.equal(outside('before'));
    await keys('Tab', 'Tab', 'Tab');
    expect(id()).to.equal('c');
  });

  it('first enters at the first event in view', async () => {
    const element = await open();
    element.view = '2025-04/2025-06';
    await settled(element);
    expect((await stops(element))[2]).to.equal('d');
  });

  it('goes on from an open event to its relations, links and the way out', async () => {
    const element = await open();
    await stand(element, 'd');
    await keys('Enter');
    await settled(element);
    const found = await stops(element);
    expect(found.slice(0, 3)).to.eql(['earlier', SKIP, 'd']);
    expect(found).to.include('a');
    expect(found.at(-1)).to.equal('u');
    // Two of them are steps of the story; one counts days from here.
    expect(found).to.have.length(8);
  });

  it('in the list: the way back, and what is in the list', async () => {
    const element = await open();
    element.layout = 'list';
    await settled(element);
    const found = await stops(element);
    expect(found[0]).to.equal('search');
    expect(found.length).to.be.below(5);
  });

  it('focus() goes to the events; closed or empty, nothing throws', async () => {
    const element = await open();
    element.focus();
    expect(id()).to.equal('a');
    element.layout = 'list';
    await settled(element);
    element.focus();
    expect(element.shadowRoot!.activeElement).to.not.equal(null);
    const empty = await mount({ events: [] });
    empty.focus();
  });
});

describe('keyboard: the toolbar', () => {
  const action = () => focused()?.dataset.action;

  it('is one stop, with arrows, Home and End within, and remembers', async () => {
    const element = await open();
    outside('before').focus();
    await keys('Tab');
    const seen = [action()];
    for (const key of [
      'ArrowRight',
      'ArrowRight',
      'End',
      'ArrowRight',
      'ArrowLeft',
      'Home',
      'ArrowLeft',
      'ArrowLeft',
    ]) {
      await keys(key);
      seen.push(action());
    }
    expect(seen).to.eql([
      'earlier',
      'later',
      'zoom-out',
      'help',
      'earlier',
      'help',
      'earlier',
      'help',
      'export',
    ]);
    await keys('Tab', 'Shift+Tab');
    expect(action()).to.equal('export');
    expect(parts(element, 'button').filter(({ tabIndex }) => tabIndex === 0)).to.have.length(1);
  });

  it('acts by Enter and Space, and a button at its limit keeps the focus and says so', async () => {
    const element = await open();
    const home = element.view;
    find(element, '[data-action="zoom-in"]')!.focus();
    await press(element, 'Enter');
    await press(element, ' ');
    expect(element.view.end - element.view.start).to.be.closeTo((home.end - home.start) / 4, 5);
    find(element, '[data-action="fit"]')!.focus();
    await press(element, 'Enter');
    expect(element.view).to.eql(home);
    expect([action(), focused()!.ariaDisabled]).to.eql(['fit', 'true']);
    await press(element, 'Enter');
    expect([action(), element.view]).to.eql(['fit', home]);
  });

  it('switches to the list and back without losing the focus', async () => {
    const element = await open();
    find(element, '[data-action="list"]')!.focus();
    for (const [layout, pressed] of [
      ['list', 'true'],
      ['auto', 'false'],
    ]) {
      await press(element, 'Enter');
      expect([element.layout, action(), focused()!.ariaPressed]).to.eql([layout, 'list', pressed]);
    }
  });
});

describe('keyboard: the events', () => {
  it('→ and ← go through time, over lanes, and stop at the ends', async () => {
    const element = await open();
    await stand(element, 'a');
    const order = ['a'];
    for (let i = 0; i < 8; i++) {
      await press(element, 'ArrowRight');
      order.push(id());
    }
    expect(order.join('')).to.equal('abcdefghh');
    await press(element, 'ArrowLeft');
    expect(id()).to.equal('g');
    await press(element, 'Home');
    expect(id()).to.equal('a');
    await press(element, 'ArrowLeft');
    expect(id()).to.equal('a');
    await press(element, 'End');
    expect(id()).to.equal('h');
  });

  it('pans so that the target is wholly visible', async () => {
    const element = await open();
    element.view = '2025-01';
    await settled(element);
    await stand(element, 'a');
    for (const next of 'bcdefgh') {
      await press(element, 'ArrowRight');
      const { left, right } = markOf(element, next)!;
      expect(id()).to.equal(next);
      expect(left >= 0 && right <= canvasBox(element).width, `${next}: ${left} to ${right}`).to.equal(true);
      expect(misplaced(element, element.view)).to.eql([]);
    }
    await press(element, 'Home');
    expect(id()).to.equal('a');
    expect(markOf(element, 'a')!.left).to.be.at.least(0);
  });

  it('goes over clusters: every event can be reached by → alone', async () => {
    const events = Array.from({ length: 40 }, (_, i) => ({
      id: `n${i}`,
      date: `2025-03-${String(1 + Math.floor(i / 2)).padStart(2, '0')}`,
      title: `Event number ${i} of many`,
    }));
    const element = await mount(
      { events: [...events, ...['2019', '2020'].map(date => ({ id: `far ${date}`, date, title: 'Far' }))] },
      { width: 400 },
    );
    element.style.setProperty('--timeline-height', '160px');
    await settled(element);
    expect(clustersOf(element).length).to.be.greaterThan(0);
    await stand(element, 'far 2020');
    const visited = [id()];
    for (let i = 0; i < 40; i++) {
      await keys('ArrowRight');
      await until(() => id() !== visited.at(-1), `an event after ${visited.at(-1)}`);
      visited.push(id());
    }
    const sorted = events
      .map(event => event.id)
      .sort((a, b) => {
        const [x, y] = [a, b].map(name => events.find(event => event.id === name)!);
        return x!.date < y!.date ? -1 : x!.date > y!.date ? 1 : a < b ? -1 : 1;
      });
    expect(visited).to.eql(['far 2020', ...sorted]);
  });

  it('↓ and ↑ go to the nearest in time of the next lane, and stay at the outermost', async () => {
    const element = await open();
    await stand(element, 'c');
    for (const [key, expected] of [
      ['ArrowUp', 'c'],
      ['ArrowDown', 'b|d'],
      ['ArrowDown', 'g'],
      ['ArrowDown', 'g'],
      ['ArrowUp', 'h|d'],
    ]) {
      await press(element, key!);
      expect(id(), key).to.match(new RegExp(`^(${expected})$`));
    }
    element.events = RECORDS.slice(0, 6).map(record => ({ ...record, lane: 'only' }));
    await settled(element);
    await stand(element, 'b');
    await press(element, 'ArrowDown');
    expect(id()).to.equal('c');
    await press(element, 'ArrowUp');
    expect(id()).to.equal('b');
  });

  it('Page Down and Page Up go one view later and earlier', async () => {
    const element = await open();
    element.view = '2025-01-01/2025-02-28';
    await settled(element);
    await stand(element, 'a');
    await press(element, 'PageDown');
    // Two months on from 10 January.
    expect(id()).to.equal('c');
    await press(element, 'PageDown');
    expect(id()).to.equal('d');
    await press(element, 'PageUp');
    expect(id()).to.match(/^[bc]$/);
    await press(element, 'PageUp', 'PageUp', 'PageUp');
    expect(id()).to.equal('a');
    expect(element.view.end - element.view.start).to.be.closeTo(59 * 864e5, 1000);
  });

  it('+ = and − zoom about the focused event, which keeps its node and its place', async () => {
    const element = await open();
    await stand(element, 'd');
    const { node, left, right } = markOf(element, 'd')!;
    const middle = (left + right) / 2;
    const length = () => element.view.end - element.view.start;
    let before = length();
    for (const [key, factor] of [
      ['+', 2],
      ['=', 2],
      ['-', 1 / 2],
    ] as const) {
      await press(element, key);
      expect(length(), key).to.be.closeTo(before / factor, 5);
      const mark = markOf(element, 'd')!;
      expect(focused()).to.equal(node);
      expect(mark.node).to.equal(node);
      expect((mark.left + mark.right) / 2, key).to.be.closeTo(middle, 2);
      before = length();
    }
  });

  it('0 shows all', async () => {
    const element = await open();
    const whole = element.view;
    element.view = '2025-04';
    await settled(element);
    await stand(element, 'd');
    await press(element, '0');
    expect(element.view).to.eql(whole);
    expect(id()).to.equal('d');
  });

  it('Enter and Space open and close the details, once each', async () => {
    const element = await open();
    const sent = listen(element);
    await stand(element, 'd');
    for (const key of ['Enter', ' ']) {
      await press(element, key);
      expect([element.selected, focused()!.ariaExpanded, parts(element, 'details').length]).to.eql([
        'd',
        'true',
        1,
      ]);
      await press(element, key);
      expect([element.selected, focused()!.ariaExpanded, parts(element, 'details').length]).to.eql([
        null,
        'false',
        0,
      ]);
    }
    expect(sent.map(({ type }) => type)).to.eql(['select', 'select', 'select', 'select']);
    expect(id()).to.equal('d');
  });

  it('Enter opens a cluster: the view goes to it, the focus to its first event', async () => {
    const events = Array.from({ length: 30 }, (_, i) => ({
      id: `n${String(i).padStart(2, '0')}`,
      date: `2025-03-${String(1 + (i % 28)).padStart(2, '0')}T${10 + (i % 10)}:00`,
      title: `Event number ${i} with a long title`,
    }));
    const element = await mount(
      { events: [...events, { id: 'x', date: '2015', title: 'X' }, { id: 'y', date: '2026', title: 'Y' }] },
      { width: 500 },
    );
    const [cluster] = clustersOf(element);
    expect(cluster).to.not.equal(undefined);
    cluster!.node.focus();
    const { view } = element;
    await press(element, 'Enter');
    expect(element.view.end - element.view.start).to.be.below((view.end - view.start) / 1.9);
    const event = element.getEvent(id())!;
    expect(event.span!.start).to.equal(cluster!.start);
    expect(misplaced(element, element.view)).to.eql([]);
  });

  it('Enter lists the members of a cluster that no zoom can part; Escape leads back', async () => {
    const events = Array.from({ length: 60 }, (_, i) => ({
      id: `n${i}`,
      date: '2025-03-01T10:00',
      title: `Same ${i}`,
    }));
    const element = await mount({ events }, { width: 400 });
    const [cluster] = clustersOf(element);
    cluster!.node.focus();
    await press(element, 'Enter');
    const [listed] = [focused()];
    expect(textOf(listed)).to.match(/Same \d+$/);
    await press(element, 'Escape');
    expect(focused()!.dataset.key).to.equal(cluster!.key);
    await press(element, 'Enter', 'Enter');
    expect(element.selected).to.match(/^n\d+$/);
    expect(id()).to.equal(element.selected);
    expect(markOf(element, element.selected!)).to.not.equal(undefined);
  });

  it('Escape: first the peek, then the details, then it is the page’s', async () => {
    const element = await open();
    const heard = overhear();
    outside('before').focus();
    await keys('Tab', 'Tab', 'Tab', 'ArrowRight', 'Enter');
    await settled(element);
    expect([id(), element.selected]).to.eql(['b', 'b']);
    await press(element, 'ArrowRight');
    await until(() => find(element, '.peek'));
    heard.length = 0;
    await press(element, 'Escape');
    expect([find(element, '.peek'), element.selected]).to.eql([null, 'b']);
    await press(element, 'Escape');
    expect([element.selected, parts(element, 'details').length]).to.eql([null, 0]);
    expect(id()).to.equal('b');
    expect(heard.filter(({ key }) => key === 'Escape')).to.eql([]);
    // Its focus shows a peek again, or not; what is left open then is nothing.
    await press(element, 'Escape');
    await press(element, 'Escape');
    expect(heard.filter(({ key, prevented }) => key === 'Escape' && !prevented).length).to.be.greaterThan(0);
  });

  it('Escape within the details leads back to the event', async () => {
    const element = await open();
    await stand(element, 'd');
    await press(element, 'Enter');
    // Past the steps of the story.
    await keys('Tab', 'Tab');
    expect(focused()!.dataset.to).to.equal('a');
    await press(element, 'Escape');
    expect([element.selected, id()]).to.eql([null, 'd']);
    await stand(element, 'd');
    await press(element, 'Enter');
    find(element, '.details .close')!.focus();
    await press(element, 'Enter');
    expect([element.selected, id()]).to.eql([null, 'd']);
  });

  it('the undated: arrows within, Enter and Escape as elsewhere', async () => {
    const element = await open();
    find(element, '[part="undated"] button')!.focus();
    await keys('ArrowRight');
    expect(id()).to.equal('v');
    await press(element, 'Enter');
    expect([element.selected, parts(element, 'details').length]).to.eql(['v', 1]);
    await press(element, 'Escape');
    expect([element.selected, id()]).to.eql([null, 'v']);
  });

  it('leaves alone keys with a modifier, keys it does not know, and keys outside', async () => {
    const element = await open();
    const { view } = element;
    await stand(element, 'd');
    await press(element, 'Escape');
    const heard = overhear();
    const foreign = ['Alt+ArrowUp', 'Shift+ArrowRight', 'x', 'Delete'];
    // The browsers have uses of their own for these, and would act.
    if (engineName() === 'chromium') foreign.push('Control+ArrowRight', 'Meta+ArrowDown');
    await keys(...foreign);
    await settled(element);
    const said = heard.filter(({ key }) => !/^(Alt|Shift|Control|Meta)$/.test(key));
    expect(said).to.have.length(foreign.length);
    expect(said.filter(({ prevented }) => prevented)).to.eql([]);
    expect([id(), element.view]).to.eql(['d', view]);
    heard.length = 0;
    outside('before').focus();
    await keys('ArrowRight', 'ArrowDown', '+', '-', '0', 'Home', 'PageDown', 'Escape');
    await settled(element);
    expect(heard.filter(({ prevented }) => prevented)).to.eql([]);
    expect(heard.map(({ key }) => key).filter(key => key !== 'Shift')).to.have.length(8);
    expect(element.view).to.eql(view);
  });

  it('takes its keys for itself, at the ends too, where the page would scroll away', async () => {
    const element = await open();
    await stand(element, 'a');
    await press(element, 'Escape');
    const heard = overhear();
    await keys('ArrowLeft', 'ArrowRight');
    await settled(element);
    expect(heard).to.eql([]);
    expect(id()).to.equal('b');
  });
});

describe('keyboard: from right to left', () => {
  it('→ goes to what is on the right, which is earlier', async () => {
    const element = await open();
    element.dir = 'rtl';
    await settled(element);
    const [a, b] = ['a', 'b'].map(name => markOf(element, name)!.node.getBoundingClientRect());
    expect(a!.left).to.be.greaterThan(b!.right);
    await stand(element, 'a');
    await press(element, 'ArrowLeft');
    expect(id()).to.equal('b');
    await press(element, 'ArrowRight');
    expect(id()).to.equal('a');
    await press(element, 'End');
    expect(id()).to.equal('h');
    find(element, '[data-action="earlier"]')!.focus();
    await keys('ArrowLeft');
    expect(focused()!.dataset.action).to.equal('later');
  });
});

describe('focus is never lost', () => {
  it('by panning away, by zooming, by other data, by another size', async () => {
    const element = await open();
    await stand(element, 'd');
    const { node } = markOf(element, 'd')!;
    await element.panBy(0.8);
    expect(focused()).to.equal(node);
    await element.show('1900/1901');
    expect(focused()).to.equal(node);
    await element.show('2025-04-10');
    await element.fit();
    expect(focused()).to.equal(node);
    element.events = RECORDS.map(record => ({ ...record, title: `${record.title} anew` }));
    await settled(element);
    expect(focused()).to.equal(node);
    expect(node.ariaLabel).to.match(/^Delta anew/);
    element.parentElement!.style.width = '500px';
    await sleep(50);
    await settled(element);
    expect(focused()).to.equal(node);
    expect(misplaced(element, element.view)).to.eql([]);
  });

  it('by the list, there and back', async () => {
    const element = await open();
    await stand(element, 'd');
    element.layout = 'list';
    await settled(element);
    expect([focused()!.getAttribute('part'), id()]).to.eql(['list-item', 'd']);
    element.layout = 'horizontal';
    await settled(element);
    expect([focused()!.getAttribute('part'), id()]).to.eql(['mark', 'd']);
  });

  it('on a cluster that a zoom dissolves it goes to an event in view', async () => {
    const element = await open(randomRecords(120, 6) as never, 500);
    const pill = clustersOf(element).find(({ left, right }) => left > 200 && right < 400)!;
    pill.node.focus();
    for (let i = 0; i < 6 && pill.node.isConnected; i++) {
      await element.zoomIn();
      await settled(element);
    }
    expect(pill.node.isConnected).to.equal(false);
    expect(focused()!.getAttribute('part')).to.match(/^(mark|cluster)/);
    const { left, right } = [...marksOf(element), ...clustersOf(element)].find(
      ({ node }) => node === focused(),
    )!;
    expect(right > 0 && left < 500).to.equal(true);
  });

  it('when its event is gone it goes to a neighbour in time', async () => {
    const element = await open();
    await stand(element, 'd');
    element.events = RECORDS.filter(record => record.id !== 'd');
    await settled(element);
    expect(id()).to.match(/^[ce]$/);
    element.events = RECORDS.slice(0, 1);
    await settled(element);
    expect(id()).to.equal('a');
    // With nothing left it is the page's, and stays with whoever takes it.
    element.events = [];
    await settled(element);
    outside('after').focus();
    element.events = RECORDS;
    await settled(element);
    expect(focused()).to.equal(outside('after'));
  });

  it('and never taken: what happens outside moves no focus into the element', async () => {
    const element = await open();
    outside('after').focus();
    element.view = '2025-04';
    element.selected = 'd';
    element.select('b');
    element.next();
    element.events = RECORDS.slice(1);
    element.layout = 'list';
    element.layout = 'auto';
    await sleep(350);
    await settled(element);
    expect(focused()).to.equal(outside('after'));
  });

  it('the status line tells of a moved view, once, and only while focus is inside', async () => {
    const element = await open();
    // What is said of the load, half a second after it, is over before focus comes in.
    await sleep(600);
    const status = find(element, '[role="status"]')!;
    const said: string[] = [];
    const observer = new MutationObserver(() => said.push(textOf(status)));
    observer.observe(status, { childList: true, characterData: true, subtree: true });
    await stand(element, 'd');
    await keys('+', '+', '-');
    await until(() => said.length);
    await sleep(300);
    expect(said).to.have.length(1);
    expect(said[0]).to.match(/^Showing .*2025.*, \d events?$/);
    expect(said[0]!.length).to.be.at.most(80);
    said.length = 0;
    outside('after').focus();
    find(element, '[data-action="zoom-in"]')!.click();
    await sleep(1100);
    expect(said).to.eql([]);
    observer.disconnect();
  });
});

describe('order', () => {
  it('of the names is the order of time, whatever the order of the data', async () => {
    const events = randomRecords(80, 5).reverse() as never;
    const element = await mount({ events }, { width: 1200 });
    element.view = { start: at(1990, 1, 1), end: at(1994, 1, 1) };
    await settled(element);
    const all = [...element.shadowRoot!.querySelectorAll<HTMLElement>('ol[role="list"] [data-key]')];
    const keyed = new Map([...marksOf(element), ...clustersOf(element)].map(item => [item.node, item]));
    const order = all.map(node => keyed.get(node)!.start);
    expect(order.length).to.be.greaterThan(10);
    expect(order).to.eql([...order].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)));
    const titles = marksOf(element).map(({ node }) => node.ariaLabel!.split(',')[0]);
    const sorted = element
      .visibleEvents()
      .flatMap(({ title, lanes }) => lanes.map(() => title))
      .filter(title => titles.includes(title));
    const seen = marksOf(element).filter(({ left, right }) => right > 0 && left < 1200);
    expect(seen.length).to.be.greaterThan(5);
    expect(sorted.length).to.be.greaterThan(5);
  });
});
