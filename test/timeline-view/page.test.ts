import { expect } from '@open-wc/testing';
import type * as Axe from 'axe-core';
import type { EventRecord } from '../../src/core.js';
import type { TimelineView } from '../../src/timeline-view.js';
import { engineName, keys, listFiles, pinch, wheel } from '../lib/browser-commands.js';
import { ownOf, waysOf } from '../lib/engine-share.js';
import { openPage } from '../lib/guarded-page.js';
import {
  at,
  atRest,
  AUTUMN,
  canvasBox,
  centre,
  find,
  frames,
  listen,
  markOf,
  marksOf,
  misplaced,
  mount,
  parts,
  serialized,
  settled,
  sleep,
  STORY_URL,
  textOf,
  until,
} from './mounted.js';

const EVENTS: EventRecord[] = [
  { id: 'a', date: '2025-01', title: 'Alpha', lane: 'one' },
  { id: 'b', date: '2025-03-05', title: 'Beta', lane: 'two' },
  { id: 'c', date: '2025-06/2025-07', title: 'Gamma', lane: 'one' },
];

/** The page is higher than the window, so that it can be scrolled. */
function tallPage(): void {
  document.body.style.paddingBottom = '3000px';
  after(() => {
    document.body.style.paddingBottom = '';
    scrollTo(0, 0);
  });
}

const length = ({ view }: TimelineView): number => view.end - view.start;
const stage = (element: TimelineView) => find(element, '.stage')!;

describe('the page keeps its wheel', () => {
  before(tallPage);
  afterEach(() => scrollTo(0, 0));

  it('which scrolls it, over the picture as elsewhere', async () => {
    const element = await mount({ events: EVENTS });
    const { view } = element;
    await wheel(centre(stage(element)), { deltaY: 120 });
    await until(() => scrollY > 50);
    await sleep(250);
    expect(element.view).to.eql(view);
  });

  it('but for Control and wheel, which zooms about the pointer', async function () {
    const element = await mount({ events: EVENTS });
    const before = element.view;
    const sent = listen(element);
    const [x, y] = [200, centre(stage(element))[1]];
    const { left, width } = canvasBox(element);
    const moment = (view = element.view) => view.start + ((view.end - view.start) * (x - left)) / width;
    const under = moment();
    if (!(await wheel([x, y], { deltaY: -100, ctrl: true }))) return this.skip();
    await until(() => sent.some(({ detail }) => detail.settled));
    expect(length(element)).to.be.below((before.end - before.start) * 0.95);
    expect(moment()).to.be.closeTo(under, (length(element) / width) * 1.5);
    expect(scrollY).to.equal(0);
    await settled(element);
    expect(misplaced(element, element.view)).to.eql([]);
  });

  it('and a sideways wheel, which pans', async () => {
    const element = await mount({ events: EVENTS });
    element.view = '2025-03';
    await settled(element);
    const sent = listen(element);
    const { width } = canvasBox(element);
    await wheel(centre(stage(element)), { deltaX: 90 });
    await until(() => sent.some(({ detail }) => detail.settled));
    expect(length(element)).to.be.closeTo(31 * 864e5, 1);
    expect(element.view.start - at(2025, 3, 1)).to.be.closeTo((90 / width) * 31 * 864e5, 2 * 864e5);
    expect([scrollX, scrollY]).to.eql([0, 0]);
    await settled(element);
    expect(misplaced(element, element.view)).to.eql([]);
  });

  it('wheel="none" gives it all to the page, wheel="zoom" takes it', async () => {
    const element = await mount({ events: EVENTS }, { attributes: { wheel: 'none' } });
    const { view } = element;
    await wheel(centre(stage(element)), { deltaX: 60 });
    await wheel(centre(stage(element)), { deltaY: 120 });
    await until(() => scrollY > 50);
    expect(element.view).to.eql(view);
    scrollTo(0, 0);
    await frames(2);
    element.setAttribute('wheel', 'zoom');
    await settled(element);
    expect(element.wheel).to.equal('zoom');
    await wheel(centre(stage(element)), { deltaY: -120 });
    await until(() => length(element) < (view.end - view.start) * 0.95);
    expect(scrollY).to.equal(0);
  });

  it('a pinch zooms about the fingers', async function () {
    const element = await mount({ events: EVENTS });
    const before = length(element);
    const sent = listen(element);
    if (!(await pinch(centre(stage(element)), 80, 240))) return this.skip();
    await until(() => sent.some(({ detail }) => detail.settled));
    expect(before / length(element)).to.be.within(2, 3.5);
    expect(visualViewport!.scale).to.equal(1);
    await atRest(element);
  });

  it('a double click zooms in, but not on a mark', async () => {
    const element = await mount({ events: EVENTS });
    const before = length(element);
    const twice = (node: Element, x: number, y: number) => {
      for (const detail of [1, 2])
        node.dispatchEvent(
          new MouseEvent('click', { bubbles: true, composed: true, clientX: x, clientY: y, detail }),
        );
      node.dispatchEvent(
        new MouseEvent('dblclick', { bubbles: true, composed: true, clientX: x, clientY: y, detail: 2 }),
      );
    };
    const { node } = markOf(element, 'b')!;
    twice(node, ...centre(node));
    await atRest(element);
    expect(length(element)).to.equal(before);
    const { left, top } = stage(element).getBoundingClientRect();
    twice(find(element, '.layer')!, left + 100, top + 200);
    await atRest(element);
    expect(length(element)).to.be.closeTo(before / 2, 5);
  });
});

describe('the page keeps what is its own', () => {
  it('keys that are pressed elsewhere, and its focus', async () => {
    const element = await mount({ events: EVENTS, selected: 'a' }, { neighbours: true });
    const { view } = element;
    document.getElementById('before')!.focus();
    await keys('ArrowRight', '+', 'End', 'Escape');
    await settled(element);
    expect([element.view, element.selected]).to.eql([view, 'a']);
    expect(document.activeElement!.id).to.equal('before');
  });

  it('its URL, its history, its title', async () => {
    const before = [location.href, history.length, document.title];
    const element = await mount({ src: STORY_URL }, { attributes: { view: AUTUMN } });
    element.select('memo');
    await element.zoomIn();
    find(element, '[data-action="later"]')!.click();
    await atRest(element);
    find(element, '[data-action="list"]')!.click();
    await settled(element);
    expect([location.href, history.length, document.title]).to.eql(before);
  });

  it('its styles: nothing outside is other than before, and no rule of it breaks the picture', async () => {
    const probe = document.createElement('p');
    probe.textContent = 'outside';
    document.body.append(probe);
    const style = () =>
      [...getComputedStyle(probe)].map(name => getComputedStyle(probe).getPropertyValue(name)).join();
    const sheets = [document.styleSheets.length, document.adoptedStyleSheets.length];
    const before = style();
    const element = await mount({ events: EVENTS });
    expect(style()).to.equal(before);
    expect([document.styleSheets.length, document.adoptedStyleSheets.length]).to.eql(sheets);
    const hostile = new CSSStyleSheet();
    hostile.replaceSync(
      `* { box-sizing: border-box } button { padding: 40px !important; border: 9px solid !important; margin: 9px !important }
       svg { width: 10px !important } ol, li { padding: 40px !important; float: right !important } span { display: none !important }`,
    );
    document.adoptedStyleSheets = [hostile];
    try {
      await frames(2);
      expect(misplaced(element, element.view)).to.eql([]);
      expect(parts(element, 'label').length).to.be.greaterThan(0);
      for (const label of parts(element, 'label'))
        expect(label.getBoundingClientRect().width).to.be.greaterThan(10);
    } finally {
      document.adoptedStyleSheets = [];
      probe.remove();
    }
  });

  it('inherited type may be odd: spacing, capitals, line height', async () => {
    const element = await mount({ src: STORY_URL }, { attributes: { view: AUTUMN } });
    element.parentElement!.style.cssText +=
      '; letter-spacing: 2px; word-spacing: 5px; text-transform: uppercase; line-height: 3; text-indent: 2em; font-style: italic; text-align: right; white-space: pre';
    await sleep(100);
    await settled(element);
    for (const label of parts(element, 'label')) {
      const { width } = label.getBoundingClientRect();
      for (const line of label.querySelectorAll('.line')) {
        const range = document.createRange();
        range.selectNodeContents(line);
        expect(range.getBoundingClientRect().width, textOf(line)).to.be.at.most(width + 1);
      }
    }
    expect(misplaced(element, element.view)).to.eql([]);
  });
});

describe('two elements on one page', () => {
  it('do not meet', async () => {
    const one = await mount({ events: EVENTS });
    const two = await mount({ src: STORY_URL }, { attributes: { view: AUTUMN } });
    const before = serialized(two.shadowRoot!);
    const sent = listen(two);
    one.select('b');
    await one.show('2025-03');
    find(one, '[data-action="zoom-out"]')!.click();
    await atRest(one);
    one.events = [];
    one.layout = 'list';
    await settled(one);
    expect(serialized(two.shadowRoot!)).to.equal(before);
    expect(sent).to.eql([]);
    expect(two.shadowRoot!.adoptedStyleSheets[0]).to.equal(one.shadowRoot!.adoptedStyleSheets[0]);
  });

  it('one within the other’s own words does not either', async () => {
    const inner = document.createElement('timeline-view');
    inner.slot = 'event:b';
    inner.events = [{ id: 'i', date: '2024', title: 'Inner' }];
    const outer = await mount({ events: EVENTS, selected: 'b' }, { children: [inner] });
    await settled(inner);
    const { view, selected } = outer;
    marksOf(inner)[0]!.node.click();
    await atRest(inner);
    expect(inner.selected).to.equal('i');
    expect([outer.selected, outer.view]).to.eql([selected, view]);
  });
});

describe('coming and going', () => {
  it('removed and put back, at once and later, it is as it was', async () => {
    const element = await mount({ src: STORY_URL, selected: 'memo' });
    element.view = AUTUMN;
    await settled(element);
    const box = element.parentElement!;
    const before = serialized(element.shadowRoot!);
    const state = () => [element.view, element.selected, marksOf(element).length];
    const expected = state();
    const asked = performance.getEntriesByType('resource').length;
    box.append(element);
    await settled(element);
    expect(state()).to.eql(expected);
    element.remove();
    await sleep(50);
    element.selected = 'order';
    element.selected = 'memo';
    box.append(element);
    await settled(element);
    expect(state()).to.eql(expected);
    expect(serialized(element.shadowRoot!)).to.equal(before);
    expect(performance.getEntriesByType('resource').length, 'requests').to.equal(asked);
    // It still listens: keys, drags and size.
    marksOf(element)[0]!.node.focus();
    await keys('End');
    await atRest(element);
    expect((element.shadowRoot!.activeElement as HTMLElement).dataset.id).to.equal('report');
    box.style.width = '500px';
    await until(
      () => Math.abs(canvasBox(element).width - 500) < 20 && misplaced(element, element.view).length === 0,
    );
  });

  it('removed while it moves or loads, it comes to rest and throws nothing', async () => {
    const errors: string[] = [];
    const note = (event: ErrorEvent | PromiseRejectionEvent) => errors.push(event.type);
    addEventListener('error', note);
    addEventListener('unhandledrejection', note);
    const element = await mount({ events: EVENTS });
    const moving = element.show('2025-03');
    await frames(2);
    element.remove();
    await moving;
    expect(element.view.start).to.equal(at(2025, 3, 1));
    const loading = await mount();
    loading.src = '/test-data/slow?ms=200&id=late';
    await frames(2);
    const box = loading.parentElement!;
    loading.remove();
    await sleep(300);
    expect(loading.visibleEvents()).to.eql([]);
    box.append(loading);
    await settled(loading);
    expect(loading.visibleEvents().map(({ id }) => id)).to.eql(['late']);
    removeEventListener('error', note);
    removeEventListener('unhandledrejection', note);
    expect(errors).to.eql([]);
  });

  for (const [what, hide, show] of [
    [
      'display: none',
      (box: HTMLElement) => (box.style.display = 'none'),
      (box: HTMLElement) => (box.style.display = ''),
    ],
    [
      'a width of 0',
      (box: HTMLElement) => (box.style.width = '0'),
      (box: HTMLElement) => (box.style.width = '600px'),
    ],
  ] as const)
    it(`in ${what} and then shown it is drawn within a few frames`, async () => {
      const errors: string[] = [];
      const note = (event: ErrorEvent) => errors.push(event.message);
      addEventListener('error', note);
      const box = document.createElement('div');
      hide(box);
      document.body.append(box);
      const element = document.createElement('timeline-view');
      element.events = EVENTS;
      element.selected = 'b';
      box.append(element);
      await element.ready;
      await frames(3);
      await element.zoomIn();
      element.view = '';
      show(box);
      await frames(4);
      await element.ready;
      expect(marksOf(element)).to.have.length(3);
      expect(misplaced(element, element.view)).to.eql([]);
      hide(box);
      await frames(4);
      show(box);
      await frames(4);
      expect(misplaced(element, element.view)).to.eql([]);
      expect(serialized(element.shadowRoot!)).to.not.match(/NaN|Infinity|undefined/);
      removeEventListener('error', note);
      box.remove();
      expect(errors).to.eql([]);
    });

  it('at any width there is nothing that is no number', async () => {
    const element = await mount({ src: STORY_URL, selected: 'claim' });
    for (const width of [1, 2, 17, 63, 150, 319, 4000]) {
      element.parentElement!.style.width = `${width}px`;
      await frames(3);
      await element.ready;
      expect(serialized(element.shadowRoot!), `${width} px`).to.not.match(/NaN|Infinity/);
      expect(element.view.end).to.be.greaterThan(element.view.start);
    }
  });
});

describe('a page of its own', () => {
  it('gets no global but those of Lit, no request but the data, and no word in its console', async () => {
    const page = await openPage('/test/timeline-view/bare.html', { csp: true });
    const { globals, requests } = page.window as Window & { globals?: string[]; requests?: string[] } & {
      name: string;
    };
    const own = Object.getOwnPropertyNames(page.window).filter(name => !globals!.includes(name));
    expect(own.filter(name => !/^(lit|reactive)\w+(Versions|Metadata)$/.test(name))).to.eql([]);
    expect(requests ?? []).to.eql([]);
    const urls = page.window.performance
      .getEntriesByType('resource')
      .map(({ name }) => new URL(name).pathname);
    expect(urls.sort()).to.eql(['/data/us-mexico-2025.json', '/dist/cdn/timeline-view.js']);
    expect(page.notes()).to.eql([]);
    page.close();
  });
});

describe('the demo pages', () => {
  const pagesOf = async () =>
    ((await listFiles('demo')) ?? []).filter(file => file.endsWith('.html') && !file.includes('scratch'));

  it('are there', async () => {
    expect(await pagesOf()).to.include.members([
      'demo/index.html',
      'demo/dates.html',
      'demo/gallery.html',
      'demo/scrolly.html',
    ]);
  });

  const WIDTHS = [360, 1200];
  for (const width of WIDTHS)
    it(`say nothing and break no policy, at ${width} px`, async function () {
      this.timeout(240_000); // some sixty timelines, in the slowest engine beside two others
      for (const [i, path] of (await pagesOf()).entries()) {
        if (!waysOf(WIDTHS, i).includes(width)) continue;
        const page = await openPage(`/${path}`, { csp: true, width });
        after(() => page.close());
        const timelines = [...page.document.querySelectorAll('timeline-view')];
        expect(timelines.length, path).to.be.greaterThan(0);
        expect(page.document.documentElement.scrollWidth, `${path}: sideways scrolling`).to.be.at.most(width);
        for (const element of timelines) {
          // What a reader does.
          const press = async (selector: string) => {
            find(element, selector)?.click();
            await element.ready;
          };
          await press('[data-action="zoom-in"]');
          await press('[part~="mark"]');
          await press('[data-action="list"]');
          await press('[data-action="list"]');
        }
        await sleep(300);
        // The gallery has two examples of data with faults, of which their author is told once each.
        const told = page.notes().filter(note => note.startsWith('console.warn: <timeline-view>: '));
        expect(told.length, [path, ...told].join('\n')).to.equal(path.includes('gallery') ? 2 : 0);
        expect(
          page.notes().filter(note => !told.includes(note)),
          path,
        ).to.eql([]);
        page.close();
      }
    });

  for (const width of waysOf(WIDTHS, 0))
    it(`tell a story step by step, wherever a link leads, at ${width} px`, async () => {
      const page = await openPage('/demo/scrolly.html', { csp: true, width });
      after(() => page.close());
      const timeline = page.document.querySelector('timeline-view')!;
      const sections = [...page.document.querySelectorAll<HTMLElement>('[data-timeline-event]')];
      expect(sections).to.have.length(9);
      for (const { id, dataset } of [...sections, ...sections.toReversed()]) {
        page.window.location.hash = id;
        await until(() => timeline.selected === dataset.timelineEvent, id);
        await frames(2);
        expect(timeline.selected, id).to.equal(dataset.timelineEvent);
        const strip = timeline.closest('.picture')!.getBoundingClientRect();
        const { top } = page.document.getElementById(id)!.getBoundingClientRect();
        expect(top, `${id}, under the timeline`).to.be.at.least(width === 360 ? strip.bottom : 0);
      }
      expect(page.notes()).to.eql([]);
      page.close();
    });

  it('read every kind of date, and answer what is none', async () => {
    const page = await openPage('/demo/dates.html', { csp: true });
    after(() => page.close());
    const tables = () => [...page.document.querySelectorAll<HTMLTableElement>('.words')];
    await until(() => tables().length === page.document.querySelectorAll('.chapter').length - 1);
    const told = [...page.document.querySelectorAll<TimelineView>('.chapter:not(#broken) timeline-view')];
    await Promise.all(told.map(({ ready }) => ready));
    expect(told.flatMap(({ issues }) => issues)).to.eql([]);
    expect(told.filter(element => marksOf(element).length === 0)).to.eql([]);
    for (const { rows } of tables())
      for (const { cells } of rows) for (const cell of cells) expect(textOf(cell)).to.match(/\S/);
    for (const answer of page.document.querySelectorAll('#broken td'))
      expect(textOf(answer)).to.match(/^(invalid date|end before start): .+(expected|did you mean)/);
    page.close();
  });

  it('are accessible as whole pages, by every rule of axe', async function () {
    this.timeout(240_000);
    const faults: string[] = [];
    const pages = await pagesOf();
    // Most rules look at what is the same in all engines; what each engine makes of an element, a11y.test.ts asks.
    for (const path of engineName() === 'chromium' ? pages : ownOf(pages)) {
      const page = await openPage(`/${path}`, { width: 1000 });
      after(() => page.close());
      const script = page.document.createElement('script');
      script.src = '/node_modules/axe-core/axe.min.js';
      page.document.head.append(script);
      await new Promise(resolve => script.addEventListener('load', resolve));
      const { axe } = page.window as unknown as { axe: typeof Axe };
      const { violations, passes } = await axe.run(page.document, {
        resultTypes: ['violations'],
        // Its stacks of what lies over what are right in Chromium and Firefox alone.
        rules: { 'color-contrast': { enabled: engineName() !== 'webkit' } },
      });
      const looked = passes.map(({ id }) => id);
      expect(looked, path).to.include.members(['document-title', 'landmark-one-main']);
      for (const { id, nodes } of violations)
        faults.push(`${path}: ${id}: ${nodes.map(({ target }) => target.flat().at(-1)).join(', ')}`);
      page.close();
    }
    expect(faults).to.eql([]);
  });
});
